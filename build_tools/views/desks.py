"""A body's desk as its page shows it: tasks by deadline, tasks without one, those of others in which it helps, documents sent to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from build_tools.messages import say
from build_tools.views import addresses, listing
from build_tools.views.bodies import Desk, Duty
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link
from build_tools.views.statements import TaskRow, own_row
from build_tools.views.wording import around

T = TypeVar("T")
Pair = tuple[Link, TaskRow]


@dataclass(frozen=True, slots=True)
class DeskView:
    """(document, task) pairs: ``due`` in the order of ``with_deadline``, ``recurring`` and ``other`` the newest document first.

    ``helping``: tasks in which it cooperates. ``files``: the same for calendars and spreadsheets.
    """

    due: tuple[Pair, ...] = ()
    recurring: tuple[Pair, ...] = ()
    other: tuple[Pair, ...] = ()
    helping: tuple[Pair, ...] = ()
    received: tuple[listing.Row, ...] = ()
    files: tuple[Link, ...] = ()
    note: str = ""

    @property
    def count(self) -> int:
        """Its own tasks."""
        return len(self.due) + len(self.recurring) + len(self.other)


def desk_view(desk: Desk, lookup: Lookup) -> DeskView:
    """The page's part for ``desk``."""
    own = pairs((duty for duty in desk.duties if duty.leads), lookup)
    due = with_deadline(own, due_of_row, lookup)
    links = []
    exports = lookup.site.settings.exports
    if desk.duties and "csv" in exports:
        links.append(Link(say("pages.desk.csv"), addresses.desk_file(desk.body.id, "csv")))
    if "ics" in exports and any(len(task.deadline_machine) == 10 for _, task in (*own, *pairs(desk.duties, lookup))):
        links.append(Link(say("pages.desk.ics"), addresses.desk_file(desk.body.id, "ics")))
    return DeskView(
        due,
        tuple(pair for pair in own if pair[1].recurrence and not pair[1].deadline_machine),
        tuple(pair for pair in own if not pair[1].recurrence and not pair[1].deadline_machine),
        pairs((duty for duty in desk.duties if not duty.leads), lookup),
        listing.rows((lookup.works[work] for work in desk.addressed), lookup),
        tuple(links),
        desk.body.note,
    )


def pairs(duties: Iterable[Duty], lookup: Lookup) -> tuple[Pair, ...]:
    """(document, task), the newest document first."""
    found = sorted(duties, key=lambda duty: (lookup.date(lookup.works[duty.work]) or "", duty.work), reverse=True)
    return tuple((lookup.link(duty.work), own_row(duty.work, duty.index, lookup)) for duty in found)


def with_deadline(found: Iterable[T], due: Callable[[T], str], lookup: Lookup) -> tuple[T, ...]:
    """Those that are ``due`` at a date: from the newest day of the data on the nearest first, then those before it, latest first.

    The reader's day is not known when pages are made, and the maker's clock is not asked.
    """
    ahead, past = around(lookup.newest_day, filter(due, found), due)
    return (*ahead, *past)


def due_of_row(pair: Pair) -> str:
    """The date by which a task must be done; empty where there is none."""
    return pair[1].deadline_machine
