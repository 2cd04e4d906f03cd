"""PDF: what pdfium tells of a page, and when its text is not to be trusted."""
