"""Both directions of the relations of a work: every other document once, with all that it is to the work and the evidence for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from build_tools.lexicon.relations import Relation, relations
from build_tools.model.citation import Ambiguous, Reference, Resolved
from build_tools.model.site import Edge
from build_tools.views import addresses, listing
from build_tools.views.evidence import SENTENCE, Fact, Passage, Related, State, edge_facts, reference_facts
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link
from build_tools.views.wording import date_conflict, issued

Side = Literal["source", "target"]


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """All documents whose weightiest relation to the work is this one; ``title`` in the words of its side.

    What ends a document as a whole (``ends``) and what ends a part of it are two groups.
    """

    id: str
    relation: Relation
    ends: bool
    title: str
    works: tuple[Related, ...]


def outgoing(work: str, lookup: Lookup) -> tuple[RelationGroup, ...]:
    """What the work rests on, changes and mentions: every document that its text cites, known or not, and what the register states."""
    cited = _passages(work, lookup)
    known = [replace(item, passages=cited.get(item.link.page, ())) for item in _known(lookup.outgoing.get(work, ()), "target", lookup)]
    return _groups("dan", [*known, *_not_known(work, lookup)], True)


def _passages(work: str, lookup: Lookup) -> dict[str, tuple[Passage, ...]]:
    """Page of a document → the places of it that a text cites, in reading order."""
    found: defaultdict[str, dict[Link, Passage]] = defaultdict(dict)
    document = lookup.documents.get(work)
    for reference in document.references if document else ():
        resolution = reference.resolution
        if isinstance(resolution, Resolved) and resolution.work in lookup.works:
            node = lookup.pinpoint(resolution.work, reference.citation.pinpoint)
            if node:
                link = lookup.link(resolution.work, node, lookup.place(resolution.work, node))
                if link not in found[addresses.work(resolution.work)]:
                    found[addresses.work(resolution.work)][link] = Passage(link, lookup.words(resolution.work, node, SENTENCE))
    return {page: tuple(passages.values()) for page, passages in found.items()}


def incoming(work: str, lookup: Lookup) -> tuple[RelationGroup, ...]:
    """What changes, carries out and mentions the work."""
    return _groups("duoc-dan", _known(lookup.incoming.get(work, ()), "source", lookup), False)


def facts(groups: Iterable[RelationGroup]) -> Iterator[tuple[Related, Fact]]:
    """Every relation of every document, in the order of the lexicon."""
    pairs = [(item, fact) for group in groups for item in group.works for fact in item.facts]
    order = [row.id for row in relations()]
    return iter(sorted(pairs, key=lambda pair: (order.index(pair[1].relation.id), not pair[1].whole)))


def _groups(prefix: str, found: Iterable[Related], active: bool) -> tuple[RelationGroup, ...]:
    named: defaultdict[tuple[str, bool], list[Related]] = defaultdict(list)
    for item in found:
        first = item.facts[0]
        named[first.relation.id, first.whole].append(item)
    return tuple(
        RelationGroup(
            f"{prefix}-{row.id.replace('_', '-')}" + ("-mot-phan" if row.ends and not whole else ""),
            row,
            whole,
            row.heading(active=active, part=row.ends and not whole),
            tuple(works),
        )
        for row in relations()
        for whole in (True, False)
        if (works := named.get((row.id, whole)))
    )


def _known(edges: Iterable[Edge], side: Side, lookup: Lookup) -> list[Related]:
    """Documents of the site or the register, newest first."""
    found: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        other = getattr(edge, side)
        if other in lookup.works and edge.source != edge.target:
            found[other].append(edge)
    ordered = lookup.by_newest(tuple(lookup.works[work] for work in found))
    return [related(work.id, tuple(found[work.id]), lookup) for work in ordered]


def related(other: str, edges: tuple[Edge, ...], lookup: Lookup) -> Related:
    """One document with the evidence of ``edges``."""
    work = lookup.works[other]
    return Related(
        link=lookup.link(other),
        state="known",
        facts=edge_facts(edges, lookup),
        issuer=lookup.issuer_name(work),
        date=issued(work),
        conflict=date_conflict(work),
        subject=work.subject if work.subject not in lookup.name(work) else "",
        ended=listing.ended(other, lookup),
    )


def _not_known(work: str, lookup: Lookup) -> list[Related]:
    """What the text cites and nobody knows, or what several known documents may be, in reading order."""
    document = lookup.documents.get(work)
    found: defaultdict[tuple[State, str], list[Reference]] = defaultdict(list)
    for reference in document.references if document else ():
        resolution = reference.resolution
        if isinstance(resolution, Ambiguous):
            found["ambiguous", " ".join(sorted(resolution.works))].append(reference)
        elif not isinstance(resolution, Resolved) and reference.citation.kind != "self":
            found["unknown", resolution.wanted].append(reference)
    return [_unclear(work, state, key, references, lookup) for (state, key), references in found.items()]


def _unclear(work: str, state: State, key: str, references: list[Reference], lookup: Lookup) -> Related:
    resolution, text = references[0].resolution, lookup.documents[work].document.clean.text
    if isinstance(resolution, Ambiguous):
        link = Link(references[0].citation.span.of(text), *lookup.ambiguous_link(resolution.works))
        candidates = tuple(lookup.link(item) for item in resolution.works if item in lookup.works)
    else:
        link, candidates = Link(lookup.wanted.named(key, work), *lookup.wanted.link(key)), ()
    return Related(link, state, reference_facts(work, references, lookup), candidates=candidates)
