"""All documents and the register to one site graph."""
