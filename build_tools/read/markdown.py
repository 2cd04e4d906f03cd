"""Markdown: for now read as plain text."""

from build_tools.read.text import read

__all__ = ["read"]
