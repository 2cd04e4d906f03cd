"""What is missing, undecided or contradictory, shown openly: wanted documents, ambiguous citations, conflicts, doubtful sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from build_tools.messages import say
from build_tools.model.register import Work
from build_tools.views import addresses
from build_tools.views.card import DateFact, date_facts
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.numbers import Mention, mentions
from build_tools.views.paging import Part, beginning, parts
from build_tools.views.pieces import Link, SourceLine
from build_tools.views.reading import unsure_of
from build_tools.views.standing import ReplacedCited, warnings
from build_tools.views.statements import CheckRow, check_row
from build_tools.views.wanted import WantedRow, wanted_rows
from build_tools.views.weight import PAGE, weight
from build_tools.views.wording import part_title, source_line

WANTED = 20
BEGINNING = 12_000
"""Weight of what the overview shows of each list, where all of them would be too much."""
LISTS = {
    "chua-phan-biet": "ambiguous", "mau-thuan": "conflicts", "da-thay-the": "warned", "so-hoc": "checks", "nguon-yeu": "weak",
    "can-xac-nhan": "confirm", "chua-giai-thich": "unexplained", "khong-ngay": "undated",
}  # fmt: skip
"""Id of a list on the page → its field."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A work whose sources give different dates."""

    link: Link
    dates: tuple[DateFact, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of what is undecided, contradictory or doubtful."""

    ambiguous: tuple[Mention, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    warned: tuple[ReplacedCited, ...] = ()
    checks: tuple[tuple[Link, CheckRow], ...] = ()
    weak: tuple[tuple[Link, tuple[SourceLine, ...]], ...] = ()
    confirm: tuple[tuple[Link, int], ...] = ()
    unexplained: tuple[Link, ...] = ()
    undated: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class QualityPage:
    """The overview. ``wanted`` holds the first ones only; ``counts`` are of all; ``away``: lists of which it shows the beginning."""

    path: str
    wanted: tuple[WantedRow, ...]
    wanted_page: Link
    counts: tuple[tuple[str, int], ...]
    lists: Lists
    away: tuple[tuple[str, Link], ...] = ()
    files: tuple[str, ...] = ()
    """The kinds of files in which all of it can be taken away: "csv", "json"."""


@dataclass(frozen=True, slots=True)
class QualityList:
    """One list whole, or a part of it."""

    path: str
    title: str
    name: str
    lists: Lists
    links: tuple[Link, ...]
    part: Part


def quality_pages(lookup: Lookup) -> Iterator[QualityPage | QualityList]:
    """The overview, and the lists that are too long for it."""
    wanted, all_ = wanted_rows(lookup), _lists(lookup)
    found: dict[str, tuple[Any, ...]] = {name: getattr(all_, field) for name, field in LISTS.items()}
    counts = {"can-tim": len(wanted)} | {name: len(items) for name, items in found.items()}
    # one line may tell of several
    places = sum(count for item in all_.warned for _, count in item.places)
    several = {"chua-phan-biet": len(lookup.site.ambiguous), "da-thay-the": places}
    light = weight(all_) <= PAGE - weight(wanted[:WANTED])
    shown = {name: items if light else beginning(items, BEGINNING) for name, items in found.items()}
    away = {name: addresses.quality(name) for name, items in found.items() if len(shown[name]) < len(items)}
    yield QualityPage(
        addresses.QUALITY,
        wanted[:WANTED],
        Link(say("pages.wanted.all"), addresses.WANTED),
        tuple((counts | several).items()),
        Lists(**{LISTS[name]: items for name, items in shown.items()}),
        tuple((name, Link(say("pages.work.away", count=len(found[name])), path)) for name, path in away.items()),
        tuple(kind for kind in ("csv", "json") if kind in lookup.site.settings.exports),
    )
    back = (Link(say("pages.quality.back"), addresses.QUALITY),)
    for name, path in away.items():
        for part, chosen in parts(path, found[name]):
            here = part.page(path)
            title = part_title(say(f"pages.quality.{LISTS[name]}"), part.number)
            yield QualityList(here, title, name, Lists(**{LISTS[name]: chosen}), back, part)


def _lists(lookup: Lookup) -> Lists:
    site = lookup.site
    unsure = ((document.work, unsure_of(document.work, lookup)) for document in site.documents)
    explained = {item.term for item in site.register.glossary if item.expansion or item.meaning}
    unexplained = [
        term
        for term, uses in lookup.glossary.uses.items()
        if term not in explained
        and not any(found.expansion for _, found in uses)
        and any(found.kind == "abbreviation" for _, found in uses)
    ]
    return Lists(
        ambiguous=mentions(site.ambiguous, lookup),
        conflicts=tuple(Conflict(lookup.link(work.id), date_facts(work)) for work in site.works if len(work.dates) > 1),
        warned=tuple(item for work in site.works for item in warnings(work.id, lookup)),
        checks=tuple(
            (lookup.link(document.work), check_row(check, document.statements.figures))
            for document in site.documents
            for check in document.statements.checks
            if not check.holds
        ),
        weak=tuple((lookup.link(work.id), weak) for work in site.works if (weak := _weak(work))),
        confirm=tuple((replace(lookup.link(work), anchor="can-xac-nhan"), len(items)) for work, items in unsure if items),
        unexplained=tuple(Link(term, *lookup.glossary.places[term]) for term in sorted(unexplained)),
        undated=tuple(lookup.link(document.work) for document in site.documents if lookup.date(lookup.works[document.work]) is None),
    )


def _weak(work: Work) -> tuple[SourceLine, ...]:
    """The sources of a work whose own facts, or relations, rest on nothing better than one secondary source."""
    facts = (work.sources, *(claim.sources for claim in work.dates), *(relation.sources for relation in work.relations))
    weak = [source for sources in facts if sources and all(source.confidence == "C" for source in sources) for source in sources]
    return tuple(dict.fromkeys(map(source_line, weak)))


def _entries(_: Lookup) -> tuple[Entry, ...]:
    return (Entry(80, Link(say("pages.quality.title"), addresses.QUALITY)),)


KIND = PageKind(quality_pages, {QualityPage: "quality.md.j2", QualityList: "quality_list.md.j2"}, _entries)
