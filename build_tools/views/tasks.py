"""Who must do what by when: an overview, and pages by year of the deadline, of what recurs, and by body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.lexicon.keys import exact_key
from build_tools.messages import say
from build_tools.views import addresses
from build_tools.views.bodies import Body
from build_tools.views.desks import Pair, due_of_row, with_deadline
from build_tools.views.kinds import PageKind
from build_tools.views.listing import Group
from build_tools.views.lookup import Lookup
from build_tools.views.paging import WHOLE, Part, parts
from build_tools.views.pieces import Link
from build_tools.views.statements import own_row
from build_tools.views.wording import dated, part_title

DEADLINES = 40
RECURRING = 20
BODIES = 30
DOCUMENTS = 60


@dataclass(frozen=True, slots=True)
class TaskSection:
    """Tasks under one title; ``by_deadline``: the time is what they are ordered by. ``more`` leads to the rest."""

    id: str
    title: str
    pairs: tuple[Pair, ...]
    by_deadline: bool
    more: Link | None = None
    none: str = ""
    """What is said where there are no such tasks; without it nothing is."""


@dataclass(frozen=True, slots=True)
class TaskGroups:
    """Ways to fewer tasks."""

    id: str
    title: str
    groups: tuple[Group, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class TasksPage:
    """A page of tasks and of ways to tasks."""

    path: str
    title: str
    intro: str
    sections: tuple[TaskSection, ...]
    groups: tuple[TaskGroups, ...] = ()
    links: tuple[Link, ...] = ()
    part: Part = WHOLE


def tasks_pages(lookup: Lookup) -> Iterator[TasksPage]:
    """All of them."""
    works = lookup.by_newest(tuple(lookup.works[document.work] for document in lookup.site.documents if document.statements.tasks))
    everything = [
        (lookup.link(work.id), own_row(work.id, index, lookup))
        for work in works
        for index in range(len(lookup.documents[work.id].statements.tasks))
    ]
    due = with_deadline(everything, due_of_row, lookup)
    recurring = tuple(pair for pair in everything if pair[1].recurrence)
    years: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in due:
        years[due_of_row(pair)[:4]].append(pair)
    bodies = body_groups(lookup)
    documents = tuple(
        Group(replace(lookup.link(work.id), anchor="viec-phai-lam"), len(lookup.documents[work.id].statements.tasks)) for work in works
    )
    again = Link(say("pages.tasks.all-recurring"), addresses.TASKS_RECURRING) if len(recurring) > RECURRING else None
    order = say("pages.tasks.order", day=dated(lookup.newest_day)) if due and lookup.newest_day else ""
    yield TasksPage(
        addresses.TASKS,
        say("pages.tasks.title"),
        f"{say('pages.tasks.intro')} {order}".rstrip(),
        (
            TaskSection(
                "co-thoi-han",
                say("pages.tasks.deadlines"),
                due[:DEADLINES],
                True,
                none=say("pages.tasks.no-deadlines") if everything else "",
            ),
            TaskSection("dinh-ky", say("pages.tasks.recurring"), recurring[:RECURRING], False, again),
        ),
        (
            TaskGroups(
                "theo-nam",
                say("pages.tasks.by-year"),
                tuple(
                    Group(Link(_year(year), addresses.tasks_year(year)), len(found)) for year, found in sorted(years.items(), reverse=True)
                ),
            ),
            TaskGroups(
                "theo-co-quan", say("pages.tasks.by-body"), bodies[:BODIES], Link(say("pages.tasks.all-bodies"), addresses.TASKS_BODIES)
            ),
            TaskGroups(
                "theo-van-ban",
                say("pages.by.document"),
                documents[:DOCUMENTS],
                Link(say("pages.tasks.all-documents"), addresses.TASKS_DOCUMENTS) if len(documents) > DOCUMENTS else None,
            ),
        ),
        (Link(say("reports.coverage.title"), addresses.COVERAGE),) if lookup.answered else (),
    )
    back = (Link(say("pages.home.all-tasks"), addresses.TASKS),)
    for year, found in years.items():
        yield from task_list(addresses.tasks_year(year), say("pages.tasks.of-year", year=year), tuple(found), True, back)
    if again:
        yield from task_list(addresses.TASKS_RECURRING, say("pages.tasks.recurring"), recurring, False, back)
    yield from _groups(addresses.TASKS_BODIES, say("pages.tasks.by-body"), say("pages.tasks.by-body-intro"), bodies, back)
    if len(documents) > DOCUMENTS:
        yield from _groups(addresses.TASKS_DOCUMENTS, say("pages.tasks.by-document"), "", documents, back)


def _year(year: str) -> str:
    return say("pages.years.one", year=year)


def _groups(path: str, title: str, intro: str, groups: tuple[Group, ...], links: tuple[Link, ...]) -> Iterator[TasksPage]:
    for part, chosen in parts(path, groups):
        here = part.page(path)
        yield TasksPage(here, part_title(title, part.number), intro, (), (TaskGroups("nhom", "", chosen),), links, part)


def task_list(path: str, title: str, found: tuple[Pair, ...], by_deadline: bool, links: tuple[Link, ...]) -> Iterator[TasksPage]:
    """Tasks under one title, in parts when they are many."""
    for part, chosen in parts(path, found):
        here = part.page(path)
        yield TasksPage(here, part_title(title, part.number), "", (TaskSection("viec", "", chosen, by_deadline),), (), links, part)


def body_groups(lookup: Lookup) -> tuple[Group, ...]:
    """Every body on whose desk something lies, with the number of its tasks, those of most first.

    Bodies of one name are told apart by those who call them so.
    """
    found = [
        (sum(duty.leads for duty in desk.duties), len(desk.duties), len(desk.addressed), desk.body) for desk in lookup.bodies.desks.values()
    ]
    found.sort(key=lambda item: (-item[0], -item[1], -item[2], item[3].name, item[3].id))
    alike = Counter(exact_key(body.name) for *_, body in found)

    def link(body: Body) -> Link:
        if alike[exact_key(body.name)] == 1 or not body.called_by:
            return body.link
        return replace(body.link, text=say("pages.desk.as-called", name=body.name, issuer=body.called_by))

    return tuple(Group(link(body), leads or every or letters) for leads, every, letters, body in found)


KIND = PageKind(tasks_pages, {TasksPage: "tasks.md.j2"})
