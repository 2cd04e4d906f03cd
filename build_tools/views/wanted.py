"""Documents that texts cite and nobody has: the list of all, and pages that gather who cites each of them, and how."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from build_tools.messages import say
from build_tools.views import addresses
from build_tools.views.evidence import Related, reference_facts
from build_tools.views.kinds import PageKind
from build_tools.views.listing import Group
from build_tools.views.lookup import Lookup
from build_tools.views.paging import Part, parts
from build_tools.views.pieces import Link, When
from build_tools.views.questions import question
from build_tools.views.weight import weight
from build_tools.views.wording import issued, part_title


@dataclass(frozen=True, slots=True)
class WantedRow:
    """A document that is cited and that nobody has, with the numbers of documents and of places that cite it."""

    link: Link
    documents: int
    places: int


@dataclass(frozen=True, slots=True)
class WantedPage:
    """All of them, most wanted first; ``groups`` lead to the pages by type and year."""

    path: str
    title: str
    wanted: tuple[WantedRow, ...]
    groups: tuple[Group, ...]
    part: Part


@dataclass(frozen=True, slots=True)
class Citing:
    """A document that cites the wanted one: what it is to it, and its sentences."""

    link: Link
    date: When | None
    issuer: str
    related: Related


@dataclass(frozen=True, slots=True)
class Stub:
    """What is known of one wanted document: who cites it; ``documents`` of them in all, some of which may be on the next page.

    ``namesakes``: what may be the same law, called otherwise.
    """

    id: str
    key: str
    name: str
    citing: tuple[Citing, ...]
    documents: int
    namesakes: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class StubPage:
    """The wanted documents of one type and year."""

    path: str
    title: str
    stubs: tuple[Stub, ...]
    links: tuple[Link, ...]
    part: Part


def headed(key: str) -> str:
    """What a document is cited as, as it stands at the head of a line: a name in small letters is the same name."""
    return key[:1].upper() + key[1:]


def wanted_rows(lookup: Lookup) -> tuple[WantedRow, ...]:
    """All, those that most documents cite first."""
    rows = [WantedRow(_link(key, lookup), len(works), sum(map(len, works.values()))) for key, works in lookup.wanted.uses.items()]
    return tuple(sorted(rows, key=lambda row: (-row.documents, -row.places, row.link.text)))


def wanted_pages(lookup: Lookup) -> Iterator[WantedPage | StubPage]:
    """The list and all pages."""
    keys: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for page, (_, pairs) in lookup.wanted.pages:
        keys[page].update((key, None) for key, _ in pairs)
    titles = {page: _title(next(iter(found)), lookup) for page, found in keys.items() if found}
    groups = sorted((Group(Link(titles[page], page), len(found)) for page, found in keys.items()), key=lambda group: group.link.text)
    for part, rows in parts(addresses.WANTED, wanted_rows(lookup), first=weight(groups)):
        path = part.page(addresses.WANTED)
        first = tuple(groups) if part.number == 1 else ()
        yield WantedPage(path, part_title(say("pages.quality.wanted"), part.number), rows, first, part)
    back = (Link(say("pages.wanted.all"), addresses.WANTED),)
    for page, (part, pairs) in lookup.wanted.pages:
        path = part.page(page)
        title = say("pages.wanted.of", name=titles[page])
        yield StubPage(path, part_title(title, part.number), tuple(_stubs(pairs, lookup)), back, part)


def _title(key: str, lookup: Lookup) -> str:
    """ "Nghị định, năm 2020"; "Luật" where the key tells no year."""
    kind, year = lookup.wanted.kind_and_year(key)
    name = lookup.types[kind].name if kind else say("pages.wanted.no-type")
    return f"{name}, {say('pages.years.one', year=year).lower()}" if year else name


def _stubs(pairs: Iterable[tuple[str, str]], lookup: Lookup) -> Iterator[Stub]:
    for key, group in groupby(pairs, key=lambda pair: pair[0]):
        yield _stub(key, [work for _, work in group], lookup)


def _stub(key: str, works: Iterable[str], lookup: Lookup) -> Stub:
    citing = tuple(citing_of(key, work, lookup) for work in works)
    own, namesakes = _link(key, lookup), tuple(_link(other, lookup) for other in lookup.wanted.namesakes(key))
    return Stub(own.anchor, key, own.text, citing, len(lookup.wanted.uses[key]), namesakes)


def _link(key: str, lookup: Lookup) -> Link:
    return Link(headed(lookup.wanted.named(key)), *lookup.wanted.link(key))


@question
def citing_of(key: str, identifier: str, lookup: Lookup) -> Citing:
    """What one work says of a wanted document."""
    work, link = lookup.works[identifier], lookup.link(identifier)
    facts = reference_facts(identifier, lookup.wanted.uses[key][identifier], lookup)
    return Citing(link, issued(work), lookup.issuer_name(work), Related(link, "unknown", facts))


KIND = PageKind(wanted_pages, {WantedPage: "wanted.md.j2", StubPage: "stub.md.j2"})
