"""Documents to statements: events, tasks, figures, terms, good practices."""

from __future__ import annotations

from build_tools.model.citation import Citation
from build_tools.model.document import Document
from build_tools.model.register import Register
from build_tools.model.statement import Statements


def read_statements(document: Document, citations: tuple[Citation, ...], register: Register) -> Statements:
    """Everything that the document states besides citations."""
    return Statements()
