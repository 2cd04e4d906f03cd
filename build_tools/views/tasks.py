"""Who must do what by when: all tasks of all documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.messages import say
from build_tools.views import addresses, listing
from build_tools.views.kinds import PageKind
from build_tools.views.listing import Row
from build_tools.views.lookup import Lookup
from build_tools.views.paging import Part, parts
from build_tools.views.pieces import Link
from build_tools.views.statements import TaskRow, task_rows
from build_tools.views.wording import part_title

DEADLINES = 100


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """The tasks of one document."""

    id: str
    row: Row
    tasks: tuple[TaskRow, ...]


@dataclass(frozen=True, slots=True)
class TasksPage:
    """``deadlines`` and ``recurring`` are (document, task) pairs, latest deadline first; on the first part only."""

    path: str
    title: str
    deadlines: tuple[tuple[Link, TaskRow], ...]
    recurring: tuple[tuple[Link, TaskRow], ...]
    groups: tuple[TaskGroup, ...]
    part: Part


def tasks_pages(lookup: Lookup) -> Iterator[TasksPage]:
    """All tasks, by deadline and by document, newest document first."""
    works = lookup.by_newest(tuple(lookup.works[document.work] for document in lookup.site.documents if document.statements.tasks))
    groups = [
        TaskGroup(
            f"vb-{index}",
            listing.row(work, lookup),
            task_rows(work.id, lookup.documents[work.id].statements.tasks, lookup),
        )
        for index, work in enumerate(works, 1)
    ]
    deadlines = with_deadline((group.row.link, group.tasks) for group in groups)
    recurring = [(group.row.link, task) for group in groups for task in group.tasks if task.recurrence]
    for part, chosen in parts(addresses.TASKS, groups, weigh=lambda group: len(group.tasks)):
        first = part.number == 1
        yield TasksPage(
            part.pages[part.number - 1] if part.pages else addresses.TASKS,
            part_title(say("pages.tasks.title"), part.number),
            deadlines[:DEADLINES] if first else (),
            tuple(recurring[:DEADLINES]) if first else (),
            chosen,
            part,
        )


def with_deadline(groups: Iterable[tuple[Link, tuple[TaskRow, ...]]]) -> tuple[tuple[Link, TaskRow], ...]:
    """(document, task) of every task with a deadline that is a date, latest first; a month or a year ends after its last day."""
    pairs = [(link, task) for link, tasks in groups for task in tasks if task.deadline_machine]
    return tuple(sorted(pairs, key=lambda pair: pair[1].deadline_machine.ljust(10, "~"), reverse=True))


KIND = PageKind(tasks_pages, {TasksPage: "tasks.md.j2"})
