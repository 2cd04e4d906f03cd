"""Documents to statements: events, tasks, figures, terms, good practices.

Reads a document and its citations; returns only what the text itself states. Every span indexes the clean text.
"""

from __future__ import annotations

from build_tools.model.citation import Citation
from build_tools.model.register import Register
from build_tools.model.statement import Statements
from build_tools.passages import Passages
from build_tools.statements.arithmetic import read_checks
from build_tools.statements.events import read_events
from build_tools.statements.figures import organisation, read_figures
from build_tools.statements.material import Material
from build_tools.statements.practices import read_practices
from build_tools.statements.recurring import read_recurring
from build_tools.statements.table_figures import read_table_figures
from build_tools.statements.tasks import read_tasks
from build_tools.statements.terms import read_terms
from build_tools.statements.validity import read_validity


def read_statements(passages: Passages, citations: tuple[Citation, ...], register: Register) -> Statements:
    """Everything that the document states besides citations, each kind in reading order."""
    material = Material(passages, citations, register)
    effective_on, expires_on = read_validity(material)
    events = read_events(material)
    place = organisation(material)
    figures = tuple(sorted((*read_figures(material, place), *read_table_figures(material, place)), key=lambda figure: figure.span))
    return Statements(
        events=tuple(sorted((*events, *read_recurring(material)), key=lambda event: event.span)),
        tasks=read_tasks(material, events),
        figures=figures,
        checks=read_checks(material, figures),
        terms=read_terms(material),
        practices=read_practices(material),
        effective_on=effective_on,
        expires_on=expires_on,
    )
