"""Text and Markdown files: lines, emphasis, tables and columns made of blanks."""
