"""Chains of direction, by theme and by directive: what carries out, guides, reviews and replaces what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_tools.lexicon.relations import relation
from build_tools.messages import say
from build_tools.model.site import Edge
from build_tools.views import addresses, listing
from build_tools.views.kinds import PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.paging import WHOLE, Part, parts
from build_tools.views.pieces import Link, When
from build_tools.views.weight import PAGE
from build_tools.views.wording import issued, part_title

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
    part: Part = WHOLE


def chain_pages(lookup: Lookup) -> Iterator[ChainPage]:
    """Of every theme and of every document on which enough others hang."""
    for key in listing.by_theme(lookup):
        yield from theme_chain(key, lookup)
    for work in lookup.site.works:
        yield from work_chain(work.id, lookup)


def theme_chain(key: str, lookup: Lookup) -> tuple[ChainPage, ...]:
    """The chain of the documents of a theme, in parts when it is long; nothing where too few hang together."""
    works = [work.id for work in listing.by_theme(lookup).get(key, ())]
    links = (Link(say("pages.themes.documents"), addresses.theme(key)),)
    return _pages(addresses.theme_chain(key), lookup.themes[key].name, links, works, lookup)


def work_chain(work: str, lookup: Lookup) -> tuple[ChainPage, ...]:
    """The chain that begins with a document; nothing where too little hangs on it."""
    if not any(edge.predicate in DIRECTS for edge in lookup.incoming.get(work, ())):
        return ()
    found = descendants(work, lookup)
    links = (lookup.link(work),)
    return _pages(addresses.work_chain(work), lookup.name(lookup.works[work]), links, found, lookup) if len(found) >= LEAST else ()


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
    return [
        edge for edge in edges if edge.predicate in JOINS and not edge.unsure and edge.source in lookup.works and edge.source != edge.target
    ]


def _pages(path: str, name: str, links: tuple[Link, ...], works: list[str], lookup: Lookup) -> tuple[ChainPage, ...]:
    parents = _parents(works, lookup)
    if sum(parent is not None for parent in parents.values()) < LEAST - 1:
        return ()
    below: defaultdict[str | None, list[str]] = defaultdict(list)
    for work, edge in parents.items():
        below[edge.target if edge else None].append(work)

    def node(work: str, depth: int) -> ChainNode:
        edge, item = parents[work], lookup.works[work]
        return ChainNode(
            link=lookup.link(work),
            date=issued(item),
            subject=item.subject,
            depth=depth,
            parent=-1,
            chip=relation(edge.predicate).chip if edge else "",
            replaces=bool(edge and edge.predicate == "replaces"),
            ended=bool((ended := listing.ended(work, lookup)) and not ended.unsure),
            children=tuple(node(other, depth + 1) for other in below.get(work, ())),
        )

    # a document of a theme on which nothing hangs and which hangs on nothing is in the theme's list, not in its chain
    roots = [part for work in below[None] if below.get(work) for part in _divided(node(work, 0))]
    title = say("pages.chain.of", name=name)
    return tuple(
        ChainPage(
            part.page(path), part_title(title, part.number), links, chosen, tuple(_rows(chosen)), part
        )
        for part, chosen in parts(path, roots, PAGE // 2)
    )  # fmt: skip


def _divided(root: ChainNode) -> Iterator[ChainNode]:
    """A tree that is too much for one page as several, each with some of what hangs on the first document."""
    for _, children in parts("", root.children, PAGE // 2):
        yield replace(root, children=children)


def _rows(nodes: Iterable[ChainNode], parent: int = -1, before: int = 0) -> list[ChainNode]:
    """Trees in the order of reading, each node with the row that it hangs on."""
    found: list[ChainNode] = []
    for node in nodes:
        at = before + len(found)
        found.append(replace(node, parent=parent, children=()))
        found += _rows(node.children, at, at + 1)
    return found


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
