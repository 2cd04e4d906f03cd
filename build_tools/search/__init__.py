"""A sharded static search index for any Markdown site, and the script that reads it in the browser."""
