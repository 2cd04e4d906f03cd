"""Documents to citations."""

from __future__ import annotations

from build_tools.model.citation import Citation
from build_tools.model.document import Document
from build_tools.model.register import Register


def find_citations(document: Document, register: Register) -> tuple[Citation, ...]:
    """Every mention of an official document, in reading order."""
    return ()
