"""Chains of direction, by theme and by directive: what carries out, guides, reviews and replaces what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.lexicon.relations import relation
from build_tools.messages import say
from build_tools.model.site import Edge
from build_tools.views import addresses, listing
from build_tools.views.kinds import PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link, When
from build_tools.views.wording import when

JOINS = ("replaces", "implements", "guides", "continues", "reviews", "based_on")
"""Relations that hang one document on another, the strongest first."""
DIRECTS = JOINS[:-1]
"""Those by which one leads to the other: a law on which a thousand papers rest leads none of them."""
LEAST = 3
"""Documents from which on a chain is more than the list of relations shows."""


@dataclass(frozen=True, slots=True)
class ChainNode:
    """One document: ``depth`` below the first, ``parent`` its row (-1: none), ``chip`` what it is to that one."""

    link: Link
    date: When | None
    subject: str
    depth: int
    parent: int
    chip: str
    replaces: bool
    ended: bool
    children: tuple[ChainNode, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainPage:
    """``roots`` as nested documents, ``rows`` the same in the order of reading."""

    path: str
    title: str
    links: tuple[Link, ...]
    roots: tuple[ChainNode, ...]
    rows: tuple[ChainNode, ...]


def chain_pages(lookup: Lookup) -> Iterator[ChainPage]:
    """Of every theme and of every document on which enough others hang."""
    for key in listing.by_theme(lookup):
        if page := theme_chain(key, lookup):
            yield page
    for work in lookup.site.works:
        if page := work_chain(work.id, lookup):
            yield page


def theme_chain(key: str, lookup: Lookup) -> ChainPage | None:
    """The chain of the documents of a theme; None where too few hang together."""
    works = [work.id for work in listing.by_theme(lookup).get(key, ())]
    links = (Link(say("pages.themes.documents"), addresses.theme(key)),)
    return _page(addresses.theme_chain(key), lookup.themes[key].name, links, works, lookup)


def work_chain(work: str, lookup: Lookup) -> ChainPage | None:
    """The chain that begins with a document; None where too little hangs on it."""
    if not any(edge.predicate in DIRECTS for edge in lookup.incoming.get(work, ())):
        return None
    found = descendants(work, lookup)
    links = (lookup.link(work),)
    return _page(addresses.work_chain(work), lookup.name(lookup.works[work]), links, found, lookup) if len(found) >= LEAST else None


def descendants(work: str, lookup: Lookup) -> list[str]:
    """A document and all that hang on it, directly or through others; those that it only rests on are left out."""
    seen, front = {work: None}, [work]
    while front:
        for edge in _joins(lookup.incoming.get(front.pop(), ()), lookup):
            if edge.predicate in DIRECTS and edge.source not in seen:
                seen[edge.source] = None
                front.append(edge.source)
    return list(seen)


def _joins(edges: Iterable[Edge], lookup: Lookup) -> list[Edge]:
    return [edge for edge in edges if edge.predicate in JOINS and edge.source in lookup.works and edge.source != edge.target]


def _page(path: str, name: str, links: tuple[Link, ...], works: list[str], lookup: Lookup) -> ChainPage | None:
    parents = _parents(works, lookup)
    if sum(parent is not None for parent in parents.values()) < LEAST - 1:
        return None
    below: defaultdict[str | None, list[str]] = defaultdict(list)
    for work, edge in parents.items():
        below[edge.target if edge else None].append(work)
    rows: list[ChainNode] = []

    def node(work: str, depth: int, parent: int) -> ChainNode:
        at, edge, item = len(rows), parents[work], lookup.works[work]
        date = lookup.date(item)
        made = ChainNode(
            lookup.link(work), when(date) if date else None, item.subject, depth, parent, relation(edge.predicate).chip if edge else "",
            bool(edge and edge.predicate == "replaces"), listing.ended(work, lookup) is not None,
        )  # fmt: skip
        rows.append(made)
        children = tuple(node(other, depth + 1, at) for other in below.get(work, ()))
        return ChainNode(
            made.link, made.date, made.subject, depth, parent, made.chip, made.replaces, made.ended, children
        )  # fmt: skip

    # a document of a theme on which nothing hangs and which hangs on nothing is in the theme's list, not in its chain
    roots = tuple(node(work, 0, -1) for work in below[None] if below.get(work))
    return ChainPage(path, say("pages.chain.of", name=name), links, roots, tuple(rows))


def _parents(works: list[str], lookup: Lookup) -> dict[str, Edge | None]:
    """Each document and the edge by which it hangs on an earlier one: the strongest, of equals the latest; in order of time."""
    order = sorted(works, key=lambda work: (lookup.date(lookup.works[work]) or "9999", work))
    placed: dict[str, Edge | None] = {}
    for work in order:
        found = [edge for edge in _joins(lookup.outgoing.get(work, ()), lookup) if edge.target in placed]
        late = {edge.target: lookup.date(lookup.works[edge.target]) or "" for edge in found}
        placed[work] = min(
            sorted(found, key=lambda edge: late[edge.target], reverse=True), key=lambda edge: JOINS.index(edge.predicate), default=None
        )
    return placed


KIND = PageKind(chain_pages, {ChainPage: "chain.md.j2"})
