"""Markdown pages to a built site, swapped in whole. The only place that touches MkDocs."""
