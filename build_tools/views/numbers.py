"""Shared numbers: a page that tells the documents of one number apart, and shows where the number alone was cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_tools.messages import say
from build_tools.model.site import AmbiguousMention
from build_tools.views import addresses, listing
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.listing import Group, ListPage, Row, group_pages
from build_tools.views.lookup import Lookup, place_link
from build_tools.views.paging import WHOLE, Part, parts
from build_tools.views.pieces import Link, SourceLine
from build_tools.views.weight import weight
from build_tools.views.wording import part_title, source_line


@dataclass(frozen=True, slots=True)
class Bearer:
    """One of the documents that bear the number."""

    row: Row
    number: str
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation that fits several documents. ``places``: of one name, such as the paragraphs before the first section; ``times``: how
    often its words stand there."""

    quote: str
    places: tuple[Link, ...]
    document: Link
    candidates: tuple[Link, ...]
    rule: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class NumberPage:
    """The page of one shared number."""

    path: str
    title: str
    number: str
    bearers: tuple[Bearer, ...]
    mentions: tuple[Mention, ...]
    part: Part = WHOLE


def number_pages(lookup: Lookup) -> Iterator[NumberPage | ListPage]:
    """The index and all pages."""
    shared = lookup.shared_numbers
    groups = tuple(Group(Link(number, addresses.shared_number(number)), len(works)) for number, works in sorted(shared.items()))
    intro = say("pages.numbers.intro")
    yield from group_pages(addresses.SHARED_NUMBERS, say("pages.numbers.title"), intro, (("", groups),))
    found: defaultdict[str, list[AmbiguousMention]] = defaultdict(list)
    for item in lookup.site.ambiguous:
        for number in {lookup.shared_number_of[work] for work in item.works if work in lookup.shared_number_of}:
            found[number].append(item)
    for number, works in shared.items():
        bearers = tuple(
            Bearer(listing.row(work, lookup), work.number or "", tuple(map(source_line, work.sources)))
            for work in lookup.by_newest(tuple(lookup.works[item] for item in works))
        )
        title, page = say("pages.numbers.one", number=number), addresses.shared_number(number)
        for part, chosen in parts(page, mentions(found[number], lookup), first=weight(bearers)):
            here = part.page(page)
            yield NumberPage(here, part_title(title, part.number), number, bearers if part.number == 1 else (), chosen, part)


def mentions(items: Iterable[AmbiguousMention], lookup: Lookup) -> tuple[Mention, ...]:
    """Undecided citations, each with its places and its candidates; the same words at places of one name are one."""
    told: defaultdict[tuple[str, str, str, tuple[Link, ...], str], list[Link]] = defaultdict(list)
    for item in items:
        place = place_link(item.document, item.node_id, lookup)
        candidates = tuple(lookup.link(work, preview=True) for work in item.works if work in lookup.works)
        told[item.document, item.quote, place.text, candidates, item.rule].append(place)
    return tuple(
        Mention(quote, _numbered(dict.fromkeys(places)), lookup.link(document), candidates, rule, len(places))
        for (document, quote, _, candidates, rule), places in told.items()
    )


def _numbered(places: Iterable[Link]) -> tuple[Link, ...]:
    """Places of one name: the first is called by it, the others by their number."""
    return tuple(
        place if number == 1 else replace(place, text=say("pages.mention.further", number=number)) for number, place in enumerate(places, 1)
    )


def _entries(_: Lookup) -> tuple[Entry, ...]:
    return (Entry(70, Link(say("pages.numbers.title"), addresses.SHARED_NUMBERS)),)


KIND = PageKind(number_pages, {NumberPage: "number.md.j2"}, _entries)
