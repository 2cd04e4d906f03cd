"""Documents to statements: events, tasks, figures, terms, good practices.

Reads a document and its citations; returns only what the text itself states. Every span indexes the clean text.
"""

from __future__ import annotations

from build_tools.model.citation import Citation
from build_tools.model.document import Document
from build_tools.model.register import Register
from build_tools.model.statement import Statements
from build_tools.statements.arithmetic import read_checks
from build_tools.statements.context import Context
from build_tools.statements.events import read_events
from build_tools.statements.figures import organisation, read_figures
from build_tools.statements.practices import read_practices
from build_tools.statements.recurring import read_recurring
from build_tools.statements.table_figures import read_table_figures
from build_tools.statements.tasks import read_tasks
from build_tools.statements.terms import read_terms
from build_tools.statements.validity import read_validity


def read_statements(document: Document, citations: tuple[Citation, ...], register: Register) -> Statements:
    """Everything that the document states besides citations, each kind in reading order."""
    context = Context(document, citations, register)
    effective_on, expires_on = read_validity(context)
    events = read_events(context)
    place = organisation(context)
    figures = tuple(sorted((*read_figures(context, place), *read_table_figures(context, place)), key=lambda figure: figure.span))
    return Statements(
        events=tuple(sorted((*events, *read_recurring(context)), key=lambda event: event.span)),
        tasks=read_tasks(context, events),
        figures=figures,
        checks=read_checks(context, figures),
        terms=read_terms(context),
        practices=read_practices(context),
        effective_on=effective_on,
        expires_on=expires_on,
    )
