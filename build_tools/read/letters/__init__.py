"""Letters: encodings of Vietnamese before Unicode."""
