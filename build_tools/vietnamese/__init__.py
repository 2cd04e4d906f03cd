"""The Vietnamese language: tones, folding, syllables, dates, numerals. Pure functions, no knowledge of documents."""
