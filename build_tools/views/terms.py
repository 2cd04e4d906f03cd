"""Terms and abbreviations of the register and of all documents, with where each is explained and used."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.messages import say
from build_tools.model.register import GlossaryTerm
from build_tools.views import addresses
from build_tools.views.glossary import PLACES, letter
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.listing import Group
from build_tools.views.lookup import Lookup, place_link
from build_tools.views.paging import WHOLE, Part
from build_tools.views.pieces import Link, SourceLine
from build_tools.views.wording import part_title, source_line


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a term stands for, and the documents that say so; ``text`` empty where it takes the place itself to see what is meant."""

    text: str
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TermEntry:
    """One term. ``unexplained``: used where no source and no document explains it."""

    id: str
    term: str
    kind: str
    expansions: tuple[Expansion, ...]
    meaning: str
    aliases: tuple[str, ...]
    sources: tuple[SourceLine, ...]
    used: tuple[Link, ...]
    more: int
    unexplained: bool


@dataclass(frozen=True, slots=True)
class TermsPage:
    """Terms by first letter: (id, letter, entries); a letter with very many is in parts."""

    path: str
    title: str
    intro: str
    letters: tuple[tuple[str, str, tuple[TermEntry, ...]], ...]
    groups: tuple[Group, ...] = ()
    part: Part = WHOLE


def terms_pages(lookup: Lookup) -> Iterator[TermsPage]:
    """One page, or one a letter when there are many."""
    register = {item.term: item for item in lookup.site.register.glossary}
    found: defaultdict[tuple[str, str], list[TermEntry]] = defaultdict(list)
    for term, (page, _) in lookup.glossary.places.items():
        found[page, letter(term)].append(_entry(term, register.get(term), lookup))
    intro = say("pages.terms.intro")
    if {page for page, _ in found} <= {addresses.TERMS}:
        letters = tuple((_letter_id(first), first, tuple(entries)) for (_, first), entries in found.items())
        yield TermsPage(addresses.TERMS, say("pages.terms.title"), intro, letters)
        return
    counts: Counter[str] = Counter()
    pages: defaultdict[str, list[str]] = defaultdict(list)
    for (page, first), entries in found.items():
        counts[first] += len(entries)
        pages[first].append(page)
    groups = tuple(Group(Link(first, addresses.term_letter(first)), count) for first, count in counts.items())
    yield TermsPage(addresses.TERMS, say("pages.terms.title"), intro, (), groups)
    for (page, first), entries in found.items():
        all_ = tuple(pages[first])
        part = Part(all_.index(page) + 1, all_ if len(all_) > 1 else ())
        title = part_title(say("pages.terms.letter", letter=first), part.number)
        yield TermsPage(page, title, "", ((_letter_id(first), first, tuple(entries)),), (), part)


def _letter_id(letter: str) -> str:
    return f"chu-{addresses.term_letter(letter).split('/')[1]}"


def _entry(term: str, item: GlossaryTerm | None, lookup: Lookup) -> TermEntry:
    expansions: defaultdict[str, list[Link]] = defaultdict(list)
    kinds: list[str] = []
    used: list[Link] = []
    for work, found in lookup.glossary.uses.get(term, ()):
        kinds.append(say(f"pages.terms.{found.kind}"))
        name, link = lookup.name(lookup.works[work]), place_link(work, found.node_id, lookup)
        link = replace(link, text=f"{name}, {link.text}" if link.text != name else name)
        if found.expansion or found.defined:
            expansions[found.expansion or ""].append(link)
        else:
            used.append(link)
    if item and item.expansion:
        expansions.setdefault(item.expansion, [])
    return TermEntry(
        id=lookup.glossary.places[term][1],
        term=term,
        kind=kinds[0] if kinds else "",
        expansions=tuple(Expansion(text, tuple(dict.fromkeys(links))[:PLACES]) for text, links in expansions.items()),
        meaning=(item.meaning if item else None) or "",
        aliases=item.aliases if item else (),
        sources=tuple(map(source_line, item.sources)) if item else (),
        used=tuple(dict.fromkeys(used))[:PLACES],
        more=max(0, len(set(used)) - PLACES),
        unexplained=not expansions and not (item and (item.expansion or item.meaning)),
    )


def _entries(_: Lookup) -> tuple[Entry, ...]:
    return (Entry(60, Link(say("pages.terms.title"), addresses.TERMS)),)


KIND = PageKind(terms_pages, {TermsPage: "terms.md.j2"}, _entries)
