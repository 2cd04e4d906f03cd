"""What later documents are known to have done to a document, and which of those it cites had been ended before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.lexicon.relations import relation
from build_tools.lexicon.scopes import EXPIRED, PARTLY, ends
from build_tools.model.register import Work
from build_tools.model.site import Edge, Warned
from build_tools.views import listing, relations
from build_tools.views.evidence import Fact, Related, around
from build_tools.views.lookup import Lookup, place_link
from build_tools.views.pieces import Link, SourceLine, When
from build_tools.views.wording import dated, issued, source_line, when

SENTENCES = 3
"""Sentences that a warning quotes of one document; of further ones the places are named."""


@dataclass(frozen=True, slots=True)
class ChainStep:
    """One document of a chain: from its date until what came after it, with who says so. ``here``: it is the page's own."""

    link: Link
    since: When | None
    until: When | None
    here: bool
    sources: tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Announced:
    """A document lists this one among those that have expired: whole or in part, since when, for which reason, and where it says so."""

    partly: bool
    by: Link
    issuer: str
    issued: When | None
    since: When | None
    reason: str
    place: Link


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of later documents: successors with sources, as of a day. Never "in force".

    ``now``: what stands at the end of the known chain, where that is not what ended the work itself.
    """

    ended_by: tuple[tuple[Related, Fact], ...]
    changed_by: tuple[tuple[Related, Fact], ...]
    chain: tuple[ChainStep, ...]
    as_of: str
    now: tuple[Link, ...] = ()
    periods: tuple[ChainStep, ...] = ()
    """The chain as a table of which document was known to stand on which day: only where each one ends on the day of the next."""
    announced: tuple[Announced, ...] = ()


@dataclass(frozen=True, slots=True)
class ReplacedCited:
    """An instrument that had been replaced before it was cited; ``ended`` says how ("được thay thế", "bị bãi bỏ").

    ``places`` where a document cites it, each name of a place once with the number of citations there; ``sentences`` of the first few.
    """

    ended: str
    document: Link
    cited: Link
    replaced_by: Link
    replaced_on: When
    cited_on: When
    places: tuple[tuple[Link, int], ...]
    sentences: tuple[str, ...]
    sources: tuple[SourceLine, ...]


def standing(work: Work, lookup: Lookup) -> Standing:
    """Successors and the whole chain of replacement, oldest first, as far as it is not split."""
    found = tuple(relations.facts(relations.incoming(work.id, lookup)))
    chain = replacement_chain(work.id, lookup)
    return Standing(
        tuple((item, fact) for item, fact in found if fact.whole),
        tuple((item, fact) for item, fact in found if fact.relation.changes and not fact.whole),
        tuple(_step(item, work.id, lookup) for item in chain) if len(chain) > 1 else (),
        dated(lookup.site.as_of) if lookup.site.as_of else "",
        ended.now if (ended := listing.ended(work.id, lookup)) else (),
        _periods(tuple(_step(item, work.id, lookup) for item in chain)),
        tuple(_announced(work.id, lookup)),
    )


def _periods(steps: tuple[ChainStep, ...]) -> tuple[ChainStep, ...]:
    """The steps where one ends on the day of the next and the last is open; nothing for a chain that is split or whose days are unsure."""
    days = [(step.since.machine if step.since else "", step.until.machine if step.until else "") for step in steps]
    whole = len(days) > 1 and all(since and len(since) == 10 for since, _ in days) and not days[-1][1]
    meets = all(before[1] == after[0] for before, after in pairwise(days))
    return steps if whole and meets else ()


def _step(item: str, here: str, lookup: Lookup) -> ChainStep:
    """A document of a chain with its period; the end is the earliest day on which it is said to have been ended."""
    ending = [
        edge
        for edge in lookup.incoming.get(item, ())
        if ends(edge.predicate, edge.scope) and not edge.unsure and edge.source in lookup.works
    ]
    days = [day for edge in ending if (day := when(edge.date) if edge.date else issued(lookup.works[edge.source]))]
    until = min(days, key=lambda day: day.machine, default=None)
    sources = dict.fromkeys(source_line(source) for edge in ending for source in edge.sources)
    return ChainStep(lookup.link(item), issued(lookup.works[item]), until, item == here, tuple(sources))


def _announced(work: str, lookup: Lookup) -> Iterator[Announced]:
    """What other documents tell of its end, each document once."""
    told: set[tuple[str, str]] = set()
    for edge in lookup.incoming.get(work, ()):
        scope = edge.scope
        if scope is None or scope.kind not in (EXPIRED, PARTLY) or edge.source not in lookup.works or (edge.source, scope.kind) in told:
            continue
        told.add((edge.source, scope.kind))
        yield Announced(
            scope.kind == PARTLY,
            lookup.link(edge.source),
            lookup.issuer_name(lookup.works[edge.source]),
            issued(lookup.works[edge.source]),
            when(scope.start) if scope.start else None,
            scope.words,
            lookup.link(edge.source, edge.node_id or "", lookup.place(edge.source, edge.node_id)),
        )


def replacement_chain(work: str, lookup: Lookup) -> tuple[str, ...]:
    """Every work joined to this one by replacement or continuation, oldest first; safe against circles."""
    seen, front = {work}, [work]
    while front:
        here = front.pop()
        near = [edge.target for edge in lookup.outgoing.get(here, ()) if _chains(edge)]
        near += [edge.source for edge in lookup.incoming.get(here, ()) if _chains(edge)]
        for other in near:
            if other in lookup.works and other not in seen:
                seen.add(other)
                front.append(other)
    return tuple(sorted(seen, key=lambda item: (_order(item, lookup), item)))


def _chains(edge: Edge) -> bool:
    """Whether an edge joins two works of a chain: a part that was replaced does not, nor what is unsure."""
    row = relation(edge.predicate)
    return row.chains(bool(edge.sources)) and not edge.unsure and (not row.ends or ends(edge.predicate, edge.scope))


def _order(identifier: str, lookup: Lookup) -> str:
    work = lookup.works[identifier]
    return min((claim.date for claim in work.dates), default="9999")


def warnings(work: str, lookup: Lookup) -> tuple[ReplacedCited, ...]:
    """What ``work`` cites that had been replaced before, each once."""
    found: defaultdict[tuple[str, str, str, str], list[Warned]] = defaultdict(list)
    for item in lookup.site.warned:
        if item.document == work and item.cited in lookup.works and item.replaced_by in lookup.works:
            found[item.cited, item.replaced_by, item.predicate, item.replaced_on].append(item)
    return tuple(_replaced(items, lookup) for items in found.values())


def _replaced(items: Sequence[Warned], lookup: Lookup) -> ReplacedCited:
    """Citations of one document by another, of which nothing but the place is another."""
    first = items[0]
    places: dict[str, list[Link]] = {}
    for item in items:
        place = place_link(first.document, item.node_id, lookup)
        places.setdefault(place.text, []).append(place)
    number = lookup.works[first.cited].number or ""
    sentences = dict.fromkeys("".join(around(item.sentence, number)) for item in items)
    return ReplacedCited(
        ended=relation(first.predicate).ended,
        document=lookup.link(first.document),
        cited=lookup.link(first.cited),
        replaced_by=lookup.link(first.replaced_by),
        replaced_on=when(first.replaced_on),
        cited_on=when(first.cited_on),
        places=tuple((links[0], len(links)) for links in places.values()),
        sentences=tuple(sentences)[:SENTENCES],
        sources=tuple(map(source_line, first.sources)),
    )
