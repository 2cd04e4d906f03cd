"""What the words of Vietnamese official documents mean, as data, each fact in one place: types, relations, letterheads, times, letters."""
