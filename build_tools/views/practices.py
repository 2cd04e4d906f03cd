"""Good practices of all reports, and what reports tell of limits, causes, plans and requests, each a list of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from build_tools.messages import say
from build_tools.reports.ledger import reports
from build_tools.reports.practices import Gathered, Remark, Told, practices, remarks
from build_tools.reports.sections import SectionKind
from build_tools.views import addresses
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.lookup import Lookup, place_link
from build_tools.views.paging import WHOLE, Part, parts
from build_tools.views.pieces import Link
from build_tools.views.questions import question
from build_tools.views.weight import weight
from build_tools.views.wording import part_title, sentence_case, shorten

WORDS = 420
PLACE = 220
"""Weight of the link to where a remark stands."""
LISTS: tuple[SectionKind, ...] = ("limits", "causes", "plans", "asks")


@dataclass(frozen=True, slots=True)
class ToldRow:
    """Who runs a practice, where, and what says so. ``place`` of the body that reports."""

    body: str
    place: str
    document: Link
    words: Link


@dataclass(frozen=True, slots=True)
class PracticeItem:
    """One practice. ``several``: reports of more than one body tell of it."""

    name: str
    themes: tuple[Link, ...]
    told: tuple[ToldRow, ...]
    several: bool


@dataclass(frozen=True, slots=True)
class PracticesPage:
    """The catalogue. ``themes``: those of every practice of this page, where all have the same: they are said once."""

    path: str
    title: str
    count: int
    rows: tuple[PracticeItem, ...]
    themes: tuple[Link, ...]
    links: tuple[Link, ...]
    part: Part = WHOLE


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """A remark with its place."""

    text: str
    place: Link


@dataclass(frozen=True, slots=True)
class RemarkGroup:
    """The remarks of one report. ``directives``: the directives that it answers, leading to where the two are held side by side."""

    document: Link
    issuer: str
    directives: tuple[Link, ...]
    rows: tuple[RemarkRow, ...]


@dataclass(frozen=True, slots=True)
class RemarksPage:
    """All limits, causes, plans or requests."""

    path: str
    title: str
    intro: str
    groups: tuple[RemarkGroup, ...]
    links: tuple[Link, ...]
    part: Part = WHOLE


def practices_pages(lookup: Lookup) -> Iterator[PracticesPage | RemarksPage]:
    """The catalogue, then the lists."""
    links = tuple(Link(say(f"reports.remarks.{kind}.title"), addresses.remarks(kind)) for kind in LISTS)
    back = Link(say("reports.practices.title"), addresses.PRACTICES)
    found = practices(lookup.site)
    for part, chosen in parts(addresses.PRACTICES, tuple(_item(item, lookup) for item in found)):
        here = part.page(addresses.PRACTICES)
        title = part_title(say("reports.practices.title"), part.number)
        themes = {item.themes for item in chosen}
        yield PracticesPage(here, title, len(found), chosen, themes.pop() if len(themes) == 1 < len(chosen) else (), links, part)
    answered = {work: [pair.directive for pair in pairs if pair.report == work] for work, pairs in lookup.answered.items()}
    said: defaultdict[SectionKind, list[Remark]] = defaultdict(list)
    for document in reports(lookup.site):
        for remark in remarks_of(document.work, lookup):
            said[remark.kind].append(remark)
    for kind in LISTS:
        yield from _remarks(kind, said[kind], answered, (back, *(link for link in links if link.page != addresses.remarks(kind))), lookup)


@question
def remarks_of(work: str, lookup: Lookup) -> tuple[Remark, ...]:
    """What a report tells of limits, causes, plans and requests."""
    return tuple(remarks(lookup.documents[work]))


def _item(item: Gathered, lookup: Lookup) -> PracticeItem:
    themes = dict.fromkeys(theme for one in item.told for theme in lookup.documents[one.work].themes if theme in lookup.themes)
    links = tuple(Link(lookup.themes[theme].name, addresses.theme(theme)) for theme in themes)
    name = sentence_case(shorten(item.name, WORDS))
    return PracticeItem(name, links, tuple(_told(one, lookup) for one in item.told), len({one.work for one in item.told}) > 1)


def _told(one: Told, lookup: Lookup) -> ToldRow:
    issuer = lookup.issuer(lookup.works[one.work])
    place = next((item.name for item in lookup.site.register.places if issuer and item.id == issuer.place), "")
    words = place_link(one.work, one.practice.node_id, lookup)
    return ToldRow(one.practice.organisation or "", place, lookup.link(one.work), words)


def _remarks(
    kind: SectionKind, said: list[Remark], answered: dict[str, list[str]], links: tuple[Link, ...], lookup: Lookup
) -> Iterator[RemarksPage]:
    path = addresses.remarks(kind)
    for part, chosen in parts(path, said, weigh=lambda item: weight(shorten(item.text, WORDS)) + PLACE):
        groups = tuple(
            _group(work, tuple(rows), answered.get(work, []), lookup) for work, rows in groupby(chosen, key=lambda item: item.work)
        )
        here = part.page(path)
        title = part_title(say(f"reports.remarks.{kind}.title"), part.number)
        yield RemarksPage(here, title, say(f"reports.remarks.{kind}.intro"), groups, links, part)


def _group(work: str, said: tuple[Remark, ...], directives: list[str], lookup: Lookup) -> RemarkGroup:
    rows = tuple(RemarkRow(shorten(item.text, WORDS), place_link(work, item.node_id, lookup)) for item in said)
    sides = tuple(Link(lookup.name(lookup.works[item]), addresses.coverage_of(item, work)) for item in directives)
    return RemarkGroup(lookup.link(work), lookup.issuer_name(lookup.works[work]), sides, rows)


KIND = PageKind(
    practices_pages,
    {PracticesPage: "practices.md.j2", RemarksPage: "remarks.md.j2"},
    lambda _: (Entry(46, Link(say("reports.practices.title"), addresses.PRACTICES)),),
)
