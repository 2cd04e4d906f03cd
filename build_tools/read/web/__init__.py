"""Web pages: tags and text with offsets, the document without the page around it."""
