"""What was asked and what was reported back: an overview, a page for each directive, and one for each report under it. Gaps first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.coverage import OPEN, Coverage, Pairing, coverage_of
from build_tools.coverage.weights import RUN
from build_tools.lexicon.keys import fold
from build_tools.messages import say
from build_tools.views import addresses
from build_tools.views.coverage_pair import GAPS, PairPage, number, pages_of_tasks, pair_pages, task_anchor
from build_tools.views.coverage_tasks import TaskPage, counted, task_pages
from build_tools.views.keys import natural
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.paging import WHOLE, Part, parts
from build_tools.views.pieces import Link
from build_tools.views.statements import TaskRow, task_row
from build_tools.views.wording import part_title

COLUMNS = 6
"""Up to so many reports have a column each; of more only the counts are shown beside a task."""
MATRIX = 80_000
"""What the rows of a page of a directive may weigh: the mark-up of a table is heavier than that of a list."""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A task with how many reports answer it in each way (in the order of ``GAPS``): a link for each report where they are few, else for
    each way in ``counted``."""

    task: TaskRow
    counts: tuple[int, ...]
    cells: tuple[Link, ...]
    counted: tuple[Link | None, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report: how many tasks it answers in each way."""

    link: Link
    page: Link
    issuer: str
    answered: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DirectivePage:
    """A directive with all reports under it."""

    path: str
    title: str
    directive: Link
    stances: tuple[str, ...]
    columns: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    reports: tuple[ReportRow, ...]
    tasks: int
    report_count: int
    unanswered: int
    least: str
    part: Part = WHOLE
    run: int = RUN


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """A directive on the overview."""

    link: Link
    document: Link
    subject: str
    tasks: int
    reports: int
    unanswered: int


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """All directives that a report answers, those with most unanswered tasks first."""

    path: str
    title: str
    rows: tuple[OverviewRow, ...]
    part: Part = WHOLE


View = CoveragePage | DirectivePage | PairPage | TaskPage


def coverage_pages(lookup: Lookup) -> Iterator[View]:
    """All of them, a directive at a time."""
    rows = []
    for coverage in coverage_of(lookup.site):
        for pairing in coverage.pairings:
            yield from pair_pages(pairing, lookup)
        tasks = all_task_pages(coverage, lookup)
        for of_task in tasks:
            yield from of_task
        pages = directive_pages(coverage, lookup, tasks)
        yield from pages
        first, work = pages[0], lookup.works[coverage.directive]
        rows.append(OverviewRow(
            Link(first.title, first.path), lookup.link(work.id), work.subject, first.tasks, first.report_count, first.unanswered
        ))  # fmt: skip
    rows.sort(key=lambda row: (-row.unanswered, row.link.page))
    for part, chosen in parts(addresses.COVERAGE, rows):
        here = part.page(addresses.COVERAGE)
        yield CoveragePage(here, part_title(say("reports.coverage.title"), part.number), chosen, part)


def all_task_pages(coverage: Coverage, lookup: Lookup) -> tuple[tuple[TaskPage, ...], ...]:
    """For each task its pages; none where each report has a column of its own."""
    if len(coverage.pairings) <= COLUMNS:
        return ()
    names = tuple(lookup.name(lookup.works[pairing.report]) for pairing in coverage.pairings)
    places = tuple(
        {at: Link(name, page, task_anchor(at)) for at, page in pages_of_tasks(pairing).items()}
        for name, pairing in zip(names, coverage.pairings, strict=True)
    )
    return tuple(task_pages(coverage, at, GAPS, places, lookup) for at in range(len(coverage.pairings[0].cells)))


def directive_pages(coverage: Coverage, lookup: Lookup, tasks: tuple[tuple[TaskPage, ...], ...] = ()) -> tuple[DirectivePage, ...]:
    """The page of one directive; where tasks or reports are very many, they go on on further pages. ``tasks``: the pages of each task."""
    work, pairings = coverage.directive, coverage.pairings
    shown = pairings if len(pairings) <= COLUMNS else ()
    columns, pages = tuple(_page(pairing, lookup) for pairing in shown), tuple(map(pages_of_tasks, shown))
    order = sorted(range(len(pairings[0].cells)), key=lambda at: (_answers(at, pairings), at))
    counted_in = {at: counted(tasks[at], GAPS) for at in order} if tasks else {}
    rows = tuple(_matrix_row(at, pairings, pages, counted_in.get(at, ()), lookup) for at in order)
    reports = tuple(sorted((_report_row(pairing, lookup) for pairing in pairings), key=_least_first))
    unanswered = sum(not _answers(at, pairings) for at in order)
    path, title = addresses.coverage(work), say("reports.coverage.of", document=lookup.name(lookup.works[work]))
    stances = tuple(say(f"reports.coverage.stance.{stance}") for stance in GAPS)
    return tuple(
        DirectivePage(
            path=part.page(path),
            title=part_title(title, part.number),
            directive=lookup.link(work),
            stances=stances,
            columns=columns,
            rows=tuple(item for item in chosen if isinstance(item, MatrixRow)),
            reports=tuple(item for item in chosen if isinstance(item, ReportRow)),
            tasks=len(rows),
            report_count=len(pairings),
            unanswered=unanswered,
            least=_least(pairings),
            part=part,
        )
        for part, chosen in parts(path, (*rows, *reports), MATRIX)
    )


def _least(pairings: tuple[Pairing, ...]) -> str:
    """The score from which a passage is proposed; of many reports the lowest and the highest, as they are of different length."""
    first, last = number(min(pairing.least for pairing in pairings)), number(max(pairing.least for pairing in pairings))
    return first if first == last else say("reports.coverage.from-to", first=first, last=last)


def _answers(at: int, pairings: tuple[Pairing, ...]) -> int:
    """How many reports answer a task at all."""
    return sum(pairing.cells[at].stance not in OPEN for pairing in pairings)


def _least_first(row: ReportRow) -> tuple[int, tuple[tuple[int, str], ...], tuple[tuple[int, str], ...], str]:
    """Those that answer least, then by unit and number."""
    return row.answered, natural(fold(row.issuer)), natural(row.page.text), row.page.page


def _matrix_row(
    at: int, pairings: tuple[Pairing, ...], pages: tuple[dict[int, str], ...], places: tuple[Link | None, ...], lookup: Lookup
) -> MatrixRow:
    """``pages``: of each report that has a column, where its tasks stand; ``places`` of those that speak of the task in each way."""
    among = Counter(pairing.cells[at].stance for pairing in pairings)
    cells = tuple(
        Link(say(f"reports.coverage.stance.{pairing.cells[at].stance}"), page[at], task_anchor(at))
        for pairing, page in zip(pairings, pages, strict=False)
    )
    task = task_row(pairings[0].directive, pairings[0].cells[at].task, lookup)
    return MatrixRow(task, tuple(among[stance] for stance in GAPS), cells, places)


def _report_row(pairing: Pairing, lookup: Lookup) -> ReportRow:
    counted = Counter(cell.stance for cell in pairing.cells)
    page = _page(pairing, lookup)
    answered = len(pairing.cells) - sum(counted[stance] for stance in OPEN)
    issuer = lookup.issuer_name(lookup.works[pairing.report])
    return ReportRow(lookup.link(pairing.report), page, issuer, answered, tuple(counted[stance] for stance in GAPS))


def _page(pairing: Pairing, lookup: Lookup) -> Link:
    return Link(lookup.name(lookup.works[pairing.report]), addresses.coverage_of(pairing.directive, pairing.report))


def _entries(lookup: Lookup) -> tuple[Entry, ...]:
    return (Entry(44, Link(say("reports.coverage.title"), addresses.COVERAGE)),)


KIND = PageKind(
    coverage_pages,
    {
        TaskPage: "coverage_task.md.j2",
        CoveragePage: "coverage.md.j2",
        DirectivePage: "coverage_directive.md.j2",
        PairPage: "coverage_pair.md.j2",
    },
    _entries,
)
