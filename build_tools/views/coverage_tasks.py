"""One task under a directive that many reports answer: which report speaks of it in which way, those that do not first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from build_tools.coverage import Coverage
from build_tools.lexicon.keys import fold
from build_tools.messages import say
from build_tools.model.coverage import CellStance
from build_tools.views import addresses
from build_tools.views.keys import natural
from build_tools.views.lookup import Lookup
from build_tools.views.paging import WHOLE, Part, parts
from build_tools.views.pieces import Link
from build_tools.views.statements import TaskRow, task_row
from build_tools.views.wording import part_title, sentence_case, shorten

TITLE = 80
"""Letters of the task in the title of its page."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A report that speaks of the task in a way; ``link`` leads to the task among what the report answers."""

    stance: CellStance
    link: Link
    issuer: str


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """The reports that speak of the task in one way. ``count`` of all of them, also of those on other parts of the page."""

    id: str
    title: str
    count: int
    rows: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class TaskPage:
    """A task with all reports under its directive."""

    path: str
    title: str
    task: TaskRow
    back: Link
    groups: tuple[ReportGroup, ...]
    part: Part = WHOLE


def task_pages(
    coverage: Coverage, at: int, order: tuple[CellStance, ...], places: tuple[Mapping[int, Link], ...], lookup: Lookup
) -> tuple[TaskPage, ...]:
    """The pages of the task at place ``at``. ``order`` of the ways; ``places``: for each report where each of its tasks stands."""
    path = addresses.coverage_task(coverage.directive, at + 1)
    lines = sorted(
        (
            ReportLine(pairing.cells[at].stance, place[at], lookup.issuer_name(lookup.works[pairing.report]))
            for pairing, place in zip(coverage.pairings, places, strict=True)
        ),
        key=lambda line: (order.index(line.stance), natural(fold(line.issuer)), natural(line.link.text), line.link.page),
    )
    counts = {stance: sum(line.stance == stance for line in lines) for stance in order}
    task = coverage.pairings[0].cells[at].task
    title = say("reports.coverage.of-task", task=shorten(task.action.rstrip("."), TITLE))
    back = Link(say("reports.coverage.of", document=lookup.name(lookup.works[coverage.directive])), addresses.coverage(coverage.directive))
    return tuple(
        TaskPage(
            part.page(path), part_title(title, part.number), task_row(coverage.directive, task, lookup), back,
            tuple(
                ReportGroup(group_id(stance), sentence_case(say(f"reports.coverage.stance.{stance}")), counts[stance], tuple(rows))
                for stance, rows in groupby(chosen, key=lambda line: line.stance)
            ),
            part,
        )
        for part, chosen in parts(path, lines)
    )  # fmt: skip


def group_id(stance: CellStance) -> str:
    """The id of the reports that speak in one way."""
    return f"cach-{stance}"


def counted(pages: tuple[TaskPage, ...], order: tuple[CellStance, ...]) -> tuple[Link | None, ...]:
    """For each way how many reports speak of the task so, as a link to where they begin; None where none does."""
    begins: dict[str, Link] = {}
    for page in pages:
        for group in page.groups:
            begins.setdefault(group.id, Link(str(group.count), page.path, group.id))
    return tuple(begins.get(group_id(stance)) for stance in order)
