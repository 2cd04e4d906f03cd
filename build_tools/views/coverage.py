"""What was asked and what was reported back: an overview, a page for each directive, and one for each report under it. Gaps first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.coverage import OPEN, Answer, Cell, Coverage, Pairing, coverage_of
from build_tools.coverage.matrix import LEAST
from build_tools.coverage.ranking import RIVAL
from build_tools.coverage.weights import NAMED
from build_tools.lexicon.keys import fold
from build_tools.messages import say
from build_tools.model.coverage import CellStance
from build_tools.passages import sentence_spans
from build_tools.search.keys import terms
from build_tools.views import addresses
from build_tools.views.coverage_tasks import TaskPage, counted, group_id, task_pages
from build_tools.views.keys import natural
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.paging import WHOLE, Part, parts
from build_tools.views.pieces import Link
from build_tools.views.statements import TaskRow, task_row
from build_tools.views.wording import part_title, sentence_case, shorten

GAPS: tuple[CellStance, ...] = ("none", "unclear", "plan", "limits", "done", "figures")
"""The order of the pages: what nobody answered first."""
COLUMNS = 6
"""Up to so many reports have a column each; of more only the counts are shown beside a task."""
QUOTES = 4
"""So many passages of an answer are quoted; further ones are linked."""
QUOTE = 420
NEAR = 90
"""Letters of a passage that only comes near."""
SIZE = 90
"""Quotations of a page: about 120 KB of HTML."""
MATRIX = 80_000
"""What the rows of a page of a directive may weigh: the mark-up of a table is heavier than that of a list."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage that answers. ``text``: its sentences that share most with the task; ``stance`` and ``state`` in words."""

    link: Link
    text: str
    stance: str
    state: str
    proposed: bool
    score: str
    shared: str
    note: str


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A task with what one report answers. ``further``: passages that are not quoted; ``nearest``: where nothing is proposed."""

    id: str
    task: TaskRow
    quotes: tuple[Quote, ...]
    further: tuple[Link, ...]
    nearest: tuple[Link, ...]
    note: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class StanceGroup:
    """The tasks that a report answers in one way."""

    id: str
    title: str
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class PairPage:
    """One report under one directive; ``groups`` gaps first."""

    path: str
    title: str
    directive: Link
    report: Link
    back: Link
    why: str
    cited: bool
    counts: tuple[tuple[str, int], ...]
    groups: tuple[StanceGroup, ...]
    least: str
    part: Part = WHOLE


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
        {at: Link(name, page, _anchor(at)) for at, page in _pages(pairing).items()}
        for name, pairing in zip(names, coverage.pairings, strict=True)
    )
    return tuple(task_pages(coverage, at, GAPS, places, lookup) for at in range(len(coverage.pairings[0].cells)))


def directive_pages(coverage: Coverage, lookup: Lookup, tasks: tuple[tuple[TaskPage, ...], ...] = ()) -> tuple[DirectivePage, ...]:
    """The page of one directive; where tasks or reports are very many, they go on on further pages. ``tasks``: the pages of each task."""
    work, pairings = coverage.directive, coverage.pairings
    shown = pairings if len(pairings) <= COLUMNS else ()
    columns, pages = tuple(_page(pairing, lookup) for pairing in shown), tuple(map(_pages, shown))
    order = sorted(range(len(pairings[0].cells)), key=lambda at: (_answers(at, pairings), at))
    counted_in = {at: counted(tasks[at], GAPS) for at in order} if tasks else {}
    rows = tuple(_matrix_row(at, pairings, pages, counted_in.get(at, ()), lookup) for at in order)
    reports = tuple(sorted((_report_row(pairing, lookup) for pairing in pairings), key=_least_first))
    unanswered = sum(not _answers(at, pairings) for at in order)
    path, title = addresses.coverage(work), say("reports.coverage.of", document=lookup.name(lookup.works[work]))
    stances = tuple(say(f"reports.coverage.stance.{stance}") for stance in GAPS)
    return tuple(
        DirectivePage(
            part.page(path), part_title(title, part.number), lookup.link(work), stances, columns,
            tuple(item for item in chosen if isinstance(item, MatrixRow)), tuple(item for item in chosen if isinstance(item, ReportRow)),
            len(rows), len(pairings), unanswered, _number(LEAST), part,
        )
        for part, chosen in parts(path, (*rows, *reports), MATRIX)
    )  # fmt: skip


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
        Link(say(f"reports.coverage.stance.{pairing.cells[at].stance}"), page[at], _anchor(at))
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


def _ordered(pairing: Pairing) -> list[tuple[int, Cell]]:
    return sorted(enumerate(pairing.cells), key=lambda item: (GAPS.index(item[1].stance), item[0]))


def _parts(pairing: Pairing) -> tuple[tuple[Part, tuple[tuple[int, Cell], ...]], ...]:
    path = addresses.coverage_of(pairing.directive, pairing.report)
    return parts(path, _ordered(pairing), SIZE, weigh=lambda item: 1 + min(len(item[1].answers), QUOTES))


def _pages(pairing: Pairing) -> dict[int, str]:
    """Each task, by its place among all, with the page on which it stands."""
    whole = addresses.coverage_of(pairing.directive, pairing.report)
    return {at: part.page(whole) for part, chosen in _parts(pairing) for at, _ in chosen}


def _anchor(at: int) -> str:
    return f"viec-{at + 1}"


def pair_pages(pairing: Pairing, lookup: Lookup) -> Iterator[PairPage]:
    """The pages of one report under one directive."""
    directive, report = lookup.link(pairing.directive), lookup.link(pairing.report)
    title = say("reports.coverage.pair", report=report.text, directive=directive.text)
    counted = Counter(cell.stance for cell in pairing.cells)
    counts = tuple((say(f"reports.coverage.stance.{stance}"), counted[stance]) for stance in GAPS if counted[stance])
    back = Link(say("reports.coverage.of", document=directive.text), addresses.coverage(pairing.directive))
    for part, chosen in _parts(pairing):
        path = part.page(addresses.coverage_of(pairing.directive, pairing.report))
        groups = tuple(
            StanceGroup(group_id(stance), sentence_case(say(f"reports.coverage.stance.{stance}")), rows)
            for stance in GAPS
            if (rows := tuple(_answer_row(at, cell, pairing, lookup) for at, cell in chosen if cell.stance == stance))
        )
        yield PairPage(
            path, part_title(title, part.number), directive, report, back, pairing.why, pairing.cited, counts, groups, _number(LEAST), part,
        )  # fmt: skip


def _answer_row(at: int, cell: Cell, pairing: Pairing, lookup: Lookup) -> AnswerRow:
    ordered = sorted(cell.answers, key=lambda answer: (answer.state == "proposed", -_score(answer), answer.passage.span))
    quotes = tuple(_quote(answer, cell, pairing, lookup) for answer in ordered[:QUOTES])
    further = tuple(_place(answer.passage.id, pairing, lookup) for answer in ordered[QUOTES:])
    nearest = tuple(lookup.link(pairing.report, passage.id, shorten(passage.text, NEAR)) for passage in cell.nearest)
    return AnswerRow(_anchor(at), task_row(pairing.directive, cell.task, lookup), quotes, further, nearest, cell.note, cell.confirmed)


def _score(answer: Answer) -> float:
    return answer.scored.score if answer.scored else 0.0


def _place(passage: str, pairing: Pairing, lookup: Lookup) -> Link:
    return lookup.link(pairing.report, passage, lookup.place(pairing.report, passage))


def _quote(answer: Answer, cell: Cell, pairing: Pairing, lookup: Lookup) -> Quote:
    """What nobody has looked at yet is told with its score; what an editor confirmed needs none."""
    proposed = answer.state == "proposed"
    return Quote(
        _place(answer.passage.id, pairing, lookup),
        shorten(_best_words(answer), QUOTE),
        say(f"reports.coverage.stance.{answer.stance}"),
        say(f"reports.coverage.state.{answer.state}"),
        proposed,
        _parts_of(answer) if proposed else "",
        ", ".join(f"{_shown(word, lookup)} ({_number(weight)})" for word, weight in answer.shared) if proposed else "",
        answer.note,
    )


def _parts_of(answer: Answer) -> str:
    """The score with what it is made of, as a sum that a reader can follow; nothing where only an editor holds the passage to answer."""
    if answer.scored is None:
        return ""
    one, kinds = answer.scored, ", ".join(answer.kinds)
    given = (
        ("said", one.said), ("titled", one.titled), ("kind", one.kind), ("opening", one.opening), ("rival", -RIVAL * one.rival),
    )  # fmt: skip
    told = ", ".join(
        say(f"reports.coverage.parts.{name}", value=_number(abs(value)), kinds=kinds) for name, value in given if abs(value) >= 0.005
    )
    return say("reports.coverage.score", score=_number(one.score), parts=told)


def _shown(word: str, lookup: Lookup) -> str:
    """A word as a reader knows it; what stands for a citation is called by the name of its document."""
    name = word.removeprefix(NAMED)
    if name != word:
        return lookup.name(lookup.works[name]) if name in lookup.works else name
    return word.replace("|", "-").upper() if "|" in word else word


def _best_words(answer: Answer) -> str:
    """The passage from its sentence that shares most with the task; the whole where it is short."""
    text = answer.passage.text
    if len(text) <= QUOTE or not answer.shared:
        return text
    wanted = {piece for word, _ in answer.shared for piece in word.split()}
    spans = sentence_spans(text)
    best = max(spans, key=lambda span: (len(wanted.intersection(terms(span.of(text)))), -span.start))
    return text[best.start :] if best.start == 0 else f"… {text[best.start :]}"


def _number(value: float) -> str:
    """At most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


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
