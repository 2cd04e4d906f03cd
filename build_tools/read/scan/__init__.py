"""Pictures of pages to words in their places, by optical recognition."""
