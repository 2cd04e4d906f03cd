"""Who must do what by when: all tasks of all documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.views import addresses, listing
from build_tools.views.listing import Row
from build_tools.views.lookup import Lookup
from build_tools.views.paging import Part, parts
from build_tools.views.pieces import Link
from build_tools.views.statements import TaskRow, task_row

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
            tuple(task_row(work.id, task, lookup) for task in lookup.documents[work.id].statements.tasks),
        )
        for index, work in enumerate(works, 1)
    ]
    pairs = [(group.row.link, task) for group in groups for task in group.tasks]
    deadlines = sorted((pair for pair in pairs if pair[1].deadline_machine), key=lambda pair: pair[1].deadline_machine, reverse=True)
    recurring = [pair for pair in pairs if pair[1].recurrence]
    for part, chosen in parts(addresses.TASKS, groups, weigh=lambda group: len(group.tasks)):
        first = part.number == 1
        yield TasksPage(
            part.pages[part.number - 1] if part.pages else addresses.TASKS,
            "Việc phải làm" if first else f"Việc phải làm (phần {part.number})",
            tuple(deadlines[:DEADLINES]) if first else (),
            tuple(recurring[:DEADLINES]) if first else (),
            chosen,
            part,
        )
