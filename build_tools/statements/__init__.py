"""Documents to statements: events, tasks, figures, terms, good practices.

Reads a document and its citations; returns only what the text itself states. Every span indexes the clean text.
"""

from __future__ import annotations

from build_tools.model.citation import Citation
from build_tools.model.document import Document
from build_tools.model.register import Register
from build_tools.model.statement import Statements
from build_tools.statements.context import Context
from build_tools.statements.events import read_events
from build_tools.statements.moments import find_moments
from build_tools.statements.terms import read_terms
from build_tools.statements.validity import read_validity


def read_statements(document: Document, citations: tuple[Citation, ...], register: Register) -> Statements:
    """Everything that the document states besides citations, each kind in reading order."""
    context = Context(document, citations, register)
    moments = tuple(find_moments(context.text))
    effective_on, expires_on = read_validity(context, moments)
    return Statements(
        events=read_events(context, moments),
        terms=read_terms(context),
        effective_on=effective_on,
        expires_on=expires_on,
    )
