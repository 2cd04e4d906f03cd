"""What a document states besides citations: tasks, figures with their arithmetic, good practices, terms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from build_tools.messages import say
from build_tools.model.site import SiteDocument
from build_tools.model.statement import Check, Figure, Task
from build_tools.passages.last_day import last_day
from build_tools.vietnamese.dates import parse_date
from build_tools.vietnamese.numerals import shown
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link
from build_tools.views.questions import question
from build_tools.views.wording import date_text, quarter_text, sentence_case, shorten

ACTION = 360
SAME_NUMBER = "–"
"""Stands for the number of a task that shares it with the task above."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Who does what by when. ``lead_note`` says when the lead stands above the task, not in it."""

    number: str
    action: str
    link: Link
    lead: tuple[Link, ...]
    lead_note: str
    cooperating: tuple[Link, ...]
    deadline: str
    deadline_machine: str
    recurrence: str
    report_to: str
    deadline_for: str = ""

    @property
    def begins_with_recurrence(self) -> bool:
        """Whether the action itself begins by saying how often; nobody need be told it twice."""
        return bool(self.recurrence) and self.action.casefold().startswith(self.recurrence.casefold())


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A number that the text reports."""

    quote: str
    unit: str
    label: str
    organisation: str
    period: str
    denominator: str
    link: Link
    approximation: str = ""
    comparison: str = ""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """Arithmetic checked. ``about``: what a sum counts."""

    kind: str
    about: str
    text: str
    holds: bool
    expected: str
    printed: str


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """A good practice and the body that runs it."""

    name: str
    organisation: str
    link: Link


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term of this document, leading to the glossary."""

    link: Link
    expansion: str
    place: Link


@dataclass(frozen=True, slots=True)
class States:
    """All of it."""

    tasks: tuple[TaskRow, ...] = ()
    figures: tuple[FigureRow, ...] = ()
    checks: tuple[CheckRow, ...] = ()
    practices: tuple[PracticeRow, ...] = ()
    terms: tuple[TermRow, ...] = ()


def states(document: SiteDocument | None, lookup: Lookup) -> States:
    """What the text of ``document`` states; nothing without a text."""
    if document is None:
        return States()
    said = document.statements
    return States(
        task_rows(document.work, said.tasks, lookup),
        tuple(figure_row(document.work, figure, lookup) for figure in said.figures),
        tuple(check_row(check, said.figures) for check in said.checks),
        tuple(
            PracticeRow(item.name, item.organisation or "", lookup.link(document.work, item.node_id, say("pages.states.look")))
            for item in said.practices
        ),
        tuple(
            TermRow(
                Link(item.term, *lookup.glossary.places[item.term]),
                item.expansion or "",
                lookup.link(document.work, item.node_id, lookup.place(document.work, item.node_id)),
            )
            for item in {item.term: item for item in reversed(said.terms)}.values()
            if item.kind != "number_symbol"
        ),
    )


def task_rows(work: str, tasks: Iterable[Task], lookup: Lookup) -> tuple[TaskRow, ...]:
    """The tasks of one document in its order; of several under one number only the first bears it."""
    rows, last = [], ""
    for row in (task_row(work, task, lookup) for task in tasks):
        rows.append(replace(row, number=SAME_NUMBER) if row.number == last else row)
        last = row.number
    return tuple(rows)


def task_row(work: str, task: Task, lookup: Lookup) -> TaskRow:
    """One task with a link to its words."""
    due = due_of(task)
    return TaskRow(
        number=task.number,
        action=sentence_case(shorten(task.action, ACTION)),
        link=lookup.link(work, task.node_id, lookup.place(work, task.node_id)),
        lead=_bodies(task.lead, work, lookup),
        lead_note=say("pages.task.from-chapeau") if task.lead_source == "chapeau" else "",
        cooperating=_bodies(task.cooperating, work, lookup),
        deadline=_deadline_words(task.deadline or "", due),
        deadline_machine=due,
        recurrence=task.recurrence or "",
        report_to=task.report_to or "",
        deadline_for=sentence_case(shorten(task.deadline_for or "", ACTION)),
    )


def due_of(task: Task) -> str:
    """The day, month or year by which a task must be done; empty where no calendar tells it."""
    return task.due or last_day(task.deadline or "")


def own_row(work: str, index: int, lookup: Lookup) -> TaskRow:
    """A task of a document by its place: the same in lists, on the pages of bodies, in their calendars and tables."""
    return row_of_task(work, str(index), lookup)


@question
def row_of_task(work: str, index: str, lookup: Lookup) -> TaskRow:
    """The same; its place in words."""
    return task_row(work, lookup.documents[work].statements.tasks[int(index)], lookup)


def _bodies(names: Iterable[str], work: str, lookup: Lookup) -> tuple[Link, ...]:
    """Names as the text writes them, leading to the desks of the bodies that they mean."""
    return tuple(replace(lookup.bodies.of(name, work).link, text=name) for name in names)


def figure_row(work: str, figure: Figure, lookup: Lookup) -> FigureRow:
    """One figure with a link to its words."""
    return FigureRow(
        quote=figure.quote,
        unit=figure.unit or "",
        label=figure.label,
        organisation=figure.organisation or "",
        period=figure.period or "",
        denominator=shown(figure.denominator) if figure.denominator and float(figure.value) <= float(figure.denominator) else "",
        link=lookup.link(work, figure.node_id, lookup.place(work, figure.node_id)),
        approximation=figure.approximation or "",
        comparison=figure.comparison or "",
    )


def check_row(check: Check, figures: tuple[Figure, ...]) -> CheckRow:
    """One check in words; a sum is called by what its total counts, for tables have many alike."""
    about = figures[check.figures[-1]].label if check.kind == "sum" else ""
    return CheckRow(say(f"pages.checks.{check.kind}"), about, check.text, check.holds, shown(check.expected), shown(check.printed))


def _deadline_words(words: str, due: str) -> str:
    """As stated; a bare ISO date, and a quarter by itself, as people write them."""
    if parse_date(words) == words and words:
        return date_text(words)
    return quarter_text(words, _quarter_of(due)) or words


def _quarter_of(due: str) -> str:
    """The first month of the quarter in which a deadline lies."""
    year, _, month = due.partition("-")
    return f"{year}-{(int(month[:2]) - 1) // 3 * 3 + 1:02}" if month else ""
