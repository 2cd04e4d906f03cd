"""Documents beside each other: a report and the one before it, a directive and the report on it, an amended text and what amends it.

Pairs are proposed by who issued them, the kind, the theme and the day; any other pair is for the command. No consolidated text is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from build_tools.compare import Change, Mark, Moved, Passage, compare, side_of
from build_tools.coverage import between
from build_tools.messages import say
from build_tools.model.coverage import CellStance
from build_tools.model.site import SiteDocument
from build_tools.views import addresses
from build_tools.views.beside import BETWEEN, WHYS, Why
from build_tools.views.kinds import Each, Entry, PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.paging import WHOLE, Part, beginning, parts
from build_tools.views.pieces import Link
from build_tools.views.statements import TaskRow, task_row
from build_tools.views.wording import part_title, shorten

LIST_WEIGHT = 18_000
"""What each list of a page may weigh; the command shows all."""
WORDS = 260
At = Callable[[SiteDocument, str], Link]
"""The link to a node of a document."""


@dataclass(frozen=True, slots=True)
class PairRow:
    """A proposed pair in the list."""

    why: Why
    link: Link


@dataclass(frozen=True, slots=True)
class ComparisonsPage:
    """All proposed pairs."""

    path: str
    title: str
    rows: tuple[PairRow, ...]
    part: Part = WHOLE


@dataclass(frozen=True, slots=True)
class Told:
    """Sentences of one list: each with the place where it stands, and how many more there are."""

    rows: tuple[tuple[str, Link], ...]
    more: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Rewritten sentences: their marks, and the place in the later text."""

    rows: tuple[tuple[tuple[Mark, ...], Link], ...]
    more: int


@dataclass(frozen=True, slots=True)
class Amended:
    """A provision as it stood, and what the amending document says of it."""

    place: Link
    old: str
    said: str
    at: Link


@dataclass(frozen=True, slots=True)
class TaskMove:
    """A task of a directive on which both reports report, and how each speaks of it, in words; ``gained``: only the later one does."""

    task: TaskRow
    gained: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Two documents. ``share`` as a percentage in words; ``sections`` are pairs of which either may be missing."""

    path: str
    title: str
    before: Link
    after: Link
    share: str
    sections: tuple[tuple[Link | None, Link | None], ...]
    tasks: tuple[tuple[Link, tuple[TaskMove, ...]], ...]
    moved: tuple[tuple[Moved, Link, Link], ...]
    changed: Changed
    repeated: Told
    new: Told
    dropped: Told
    amended: tuple[Amended, ...]


def _keys(lookup: Lookup) -> Iterator[str]:
    return iter(lookup.beside)


def _page(key: str, lookup: Lookup) -> Iterator[ComparisonPage]:
    one, _, two = key.partition(BETWEEN)
    yield comparison_page(lookup.documents[one], lookup.documents[two], lookup)


def comparison_page(before: SiteDocument, after: SiteDocument, lookup: Lookup) -> ComparisonPage:
    """The page of a pair."""
    found = compare(
        side_of(before.document, before.statements.figures),
        side_of(after.document, after.statements.figures),
    )
    names = [lookup.name(lookup.works[item.work]) for item in (before, after)]

    def at(document: SiteDocument, node: str, text: str | None = None) -> Link:
        return lookup.link(document.work, node, shorten(text, 90) if text else lookup.place(document.work, node))

    return ComparisonPage(
        path=addresses.comparison(before.work, after.work),
        title=say("pages.comparison.of", before=names[0], after=names[1]),
        before=lookup.link(before.work),
        after=lookup.link(after.work),
        share=f"{100 * found.share:.1f}".replace(".", ","),
        sections=beginning(
            tuple(
                (
                    at(before, pair.before[1], pair.before[0]) if pair.before else None,
                    at(after, pair.after[1], pair.after[0]) if pair.after else None,
                )
                for pair in found.sections
            ),
            LIST_WEIGHT,
        ),
        tasks=tuple(_tasks(before.work, after.work, lookup)),
        moved=beginning(tuple((item, at(before, item.before_node), at(after, item.after_node)) for item in found.moved), LIST_WEIGHT),
        changed=_changed(found.changed, after, at),
        repeated=_told(found.repeated, after, "after", at),
        new=_told(found.new, after, "after", at),
        dropped=_told(found.dropped, before, "before", at),
        amended=beginning(tuple(_amended(before, after, lookup)), LIST_WEIGHT),
    )


def _tasks(before: str, after: str, lookup: Lookup) -> Iterator[tuple[Link, tuple[TaskMove, ...]]]:
    """For each directive on which both report: the tasks that only one of them answers."""
    earlier = {pair.directive: pair for pair in lookup.answered.get(before, ()) if pair.report == before}
    for pair in lookup.answered.get(after, ()):
        if pair.report != after or pair.directive not in earlier:
            continue
        documents = {work: lookup.documents[work] for work in (pair.directive, before, after)}
        moves = tuple(
            TaskMove(task_row(pair.directive, move.task, lookup), move.gained, _stance(move.before), _stance(move.after))
            for move in between(earlier[pair.directive], pair, documents)
        )
        if moves:
            yield lookup.link(pair.directive), beginning(moves, LIST_WEIGHT)


def _stance(stance: CellStance) -> str:
    return say(f"reports.coverage.stance.{stance}")


def _told(passages: tuple[Passage, ...], document: SiteDocument, side: Literal["before", "after"], at: At) -> Told:
    every = tuple((shorten(item.text, WORDS), item.before if side == "before" else item.after) for item in passages[:MOST])
    rows = beginning(tuple((text, at(document, node)) for text, node in every), LIST_WEIGHT)
    return Told(rows, len(passages) - len(rows))


def _changed(changes: tuple[Change, ...], document: SiteDocument, at: At) -> Changed:
    rows = beginning(tuple((_short(change.marks), at(document, change.after)) for change in changes[:MOST]), LIST_WEIGHT)
    return Changed(rows, len(changes) - len(rows))


MOST = 200
"""Sentences of a list that are looked at: more are never shown."""


def _short(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Long stretches that both have, without their middle."""
    return tuple(Mark(mark.kind, _middle(mark.text) if mark.kind == "same" else shorten(mark.text, WORDS)) for mark in marks)


def _middle(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= 16 else " ".join((*words[:8], "…", *words[-6:]))


def _amended(before: SiteDocument, after: SiteDocument, lookup: Lookup) -> Iterator[Amended]:
    """The provisions of the earlier text that the later one says it changes, with both wordings."""
    for item in lookup.changes.get(before.work, ()):
        node = lookup.pinpoint(before.work, item.pinpoint) if item.by == after.work else ""
        if not node:
            continue
        place = lookup.link(before.work, node, lookup.place(before.work, node))
        said = lookup.link(after.work, item.node, lookup.place(after.work, item.node))
        yield Amended(place, lookup.words(before.work, node, 2 * WORDS), item.words, said)


def comparisons_pages(lookup: Lookup) -> Iterator[ComparisonsPage]:
    """The list of pairs, in parts; no page where there are none."""
    rows = [PairRow(why, _link(key, lookup)) for key, why in lookup.beside.items()]
    if not rows:
        return
    rows.sort(key=lambda row: WHYS.index(row.why))
    for part, some in parts(addresses.COMPARISONS, rows):
        path = part.page(addresses.COMPARISONS)
        yield ComparisonsPage(path, part_title(say("pages.comparison.title"), part.number), some, part)


def _link(key: str, lookup: Lookup) -> Link:
    one, _, two = key.partition(BETWEEN)
    names = [lookup.name(lookup.works[item]) for item in (one, two)]
    return Link(say("pages.comparison.pair", before=names[0], after=names[1]), addresses.comparison(one, two))


def _entries(lookup: Lookup) -> Iterable[Entry]:
    return (Entry(76, Link(say("pages.comparison.title"), addresses.COMPARISONS)),) if lookup.beside else ()


LIST = PageKind(comparisons_pages, {ComparisonsPage: "comparisons.md.j2"}, _entries)
KIND = PageKind(Each(_keys, _page), {ComparisonPage: "comparison.md.j2"})
