"""View models to plain Markdown pages."""
