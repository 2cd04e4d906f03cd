"""What a document states besides citations: events, tasks, figures, terms, good practices."""

from __future__ import annotations

from typing import Literal

from build_tools.model.span import Span
from build_tools.model.values import Value

EventKind = Literal["issued", "effective", "expires", "meeting", "period", "deadline", "recurring", "other"]
Precision = Literal["day", "month", "quarter", "year", "half-year", "relative"]


class Event(Value, frozen=True, gc=False):
    """A date, period, deadline or recurrence that the text states.

    ``start``/``end`` are ISO at ``precision`` (equal for a point in time; both None for a recurrence such as "hằng năm").
    ``label`` is the text around it, shortened; ``recurrence`` the words ("trước ngày 25 hằng tháng").
    """

    kind: EventKind
    span: Span
    label: str
    node_id: str
    start: str | None = None
    end: str | None = None
    precision: Precision = "day"
    recurrence: str | None = None
    also_at: tuple[Span, ...] = ()


class Task(Value, frozen=True, gc=False):
    """A duty that a directive or plan lays down, only as stated. ``lead_source``: "stated" in the task, or in the "chapeau" above it.

    ``deadline_for``: the words of the clause that the deadline limits, where that is another one than ``action``. ``due``: its last day,
    ISO at the precision stated; ``deadline_at``: where the text states it.
    """

    number: str
    span: Span
    action: str
    node_id: str
    lead: tuple[str, ...] = ()
    lead_source: Literal["stated", "chapeau"] | None = None
    cooperating: tuple[str, ...] = ()
    deadline: str | None = None
    recurrence: str | None = None
    report_to: str | None = None
    deadline_for: str | None = None
    due: str | None = None
    deadline_at: Span | None = None


class Figure(Value, frozen=True, gc=False):
    """A number reported. ``value`` as a decimal string without grouping ("5208", "98.05"); ``quote`` as printed.

    ``approximation``: the word that says that it is not exact ("khoảng"). ``comparison``: with what it is compared, in the words of the
    text ("so với năm 2029"). ``part_of``: the place of the total that it is a part of.
    """

    span: Span
    quote: str
    value: str
    unit: str | None
    label: str
    node_id: str
    organisation: str | None = None
    period: str | None = None
    denominator: str | None = None
    approximation: str | None = None
    comparison: str | None = None
    part_of: Span | None = None


class Check(Value, frozen=True, gc=False):
    """Arithmetic checked: a sum, a share, or a figure of the body against one of an appendix."""

    kind: Literal["sum", "share", "body-appendix"]
    figures: tuple[int, ...]
    """Indexes into ``Statements.figures``."""
    expected: str
    """A number as ``Figure.value`` has it, and so is ``printed``."""
    printed: str
    holds: bool
    text: str
    """The calculation in words, for the page."""


class Term(Value, frozen=True, gc=False):
    """An abbreviation, a short name, or a concept whose meaning the text lays down; ``expansion`` None when the text does not tell."""

    term: str
    expansion: str | None
    kind: Literal["abbreviation", "short_name", "number_symbol", "concept"]
    defined: bool
    span: Span
    node_id: str


class Practice(Value, frozen=True, gc=False):
    """A good practice ("mô hình hay, cách làm hiệu quả") and the body that runs it."""

    name: str
    organisation: str | None
    span: Span
    node_id: str


class Statements(Value, frozen=True, gc=False):
    """All statements of one document, each in reading order."""

    events: tuple[Event, ...] = ()
    tasks: tuple[Task, ...] = ()
    figures: tuple[Figure, ...] = ()
    checks: tuple[Check, ...] = ()
    terms: tuple[Term, ...] = ()
    practices: tuple[Practice, ...] = ()
    effective_on: str | None = None
    expires_on: str | None = None
