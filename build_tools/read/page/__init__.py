"""Words in their places on a page to blocks in reading order, for PDF and scans alike."""
