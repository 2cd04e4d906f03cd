"""Both directions of the relations of a work, grouped by what they say, each with its evidence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Literal

from build_tools.lexicon.relations import Relation, relation, relations
from build_tools.lexicon.scopes import ends, scope_row
from build_tools.messages import say
from build_tools.model.citation import Scope
from build_tools.model.site import Edge
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link, SourceLine, When
from build_tools.views.wording import date_conflict, dated, shorten, source_line, when

SENTENCES = 3
"""Sentences that are quoted for one work; of further ones only the place is named."""
SENTENCE = 300
"""Characters of a quoted sentence that are shown around the citation; the link leads to the whole of it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of a document (its words before, in and after the citation) and its place, or a source of the register."""

    before: str = ""
    quote: str = ""
    after: str = ""
    place: Link | None = None
    rule: str = ""
    source: SourceLine | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """Another work, and all evidence for the relation; ``scope`` says how much of a document it is about, when that is not all.

    ``issuer``, ``date`` and ``conflict`` (its dates when sources disagree) are the other work's.
    """

    link: Link
    issuer: str
    date: When | None
    conflict: str
    subject: str
    since: When | None
    evidence: tuple[Evidence, ...]
    scope: str = ""

    @property
    def sources(self) -> tuple[SourceLine, ...]:
        """The sources of the register."""
        return tuple(proof.source for proof in self.evidence if proof.source)

    @property
    def sentences(self) -> tuple[Evidence, ...]:
        """The first sentences."""
        return tuple(proof for proof in self.evidence if proof.place)[:SENTENCES]

    @property
    def more(self) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
        """The places of all further sentences; those of one name together, the later ones by number ("mục I, mục 1, chỗ 2, chỗ 3")."""
        named: dict[str, list[Link]] = {}
        for proof in [proof for proof in self.evidence if proof.place][SENTENCES:]:
            if proof.place:
                named.setdefault(proof.place.text, []).append(proof.place)
        return tuple(
            (first, tuple(replace(other, text=say("pages.relations.place", number=number)) for number, other in enumerate(others, 2)))
            for first, *others in named.values()
        )


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """All works in one relation to the work at hand; ``title`` in the words of its side.

    What ends a document as a whole (``ends``) and what ends a part of it are two groups.
    """

    id: str
    relation: Relation
    ends: bool
    title: str
    works: tuple[Related, ...]


def outgoing(work: str, lookup: Lookup) -> tuple[RelationGroup, ...]:
    """What the work rests on, changes and mentions."""
    return _groups("dan", lookup.outgoing.get(work, ()), "target", lookup)


def incoming(work: str, lookup: Lookup) -> tuple[RelationGroup, ...]:
    """What changes, carries out and mentions the work."""
    return _groups("duoc-dan", lookup.incoming.get(work, ()), "source", lookup)


def _groups(prefix: str, edges: tuple[Edge, ...], side: Literal["source", "target"], lookup: Lookup) -> tuple[RelationGroup, ...]:
    found: defaultdict[tuple[str, bool], defaultdict[str, list[Edge]]] = defaultdict(lambda: defaultdict(list))
    for edge in edges:
        other = getattr(edge, side)
        if other in lookup.works and edge.source != edge.target:
            found[edge.predicate, ends(edge.predicate, edge.scope)][other].append(edge)
    return tuple(
        RelationGroup(
            f"{prefix}-{row.id.replace('_', '-')}" + ("-mot-phan" if row.ends and not whole else ""),
            row,
            whole,
            row.heading(active=side == "target", part=row.ends and not whole),
            tuple(related(other, tuple(works[other]), lookup) for other in _ordered(works, lookup)),
        )
        for row in relations()
        for whole in (True, False)
        if (works := found.get((row.id, whole)))
    )


def scope_text(scope: Scope | None) -> str:
    """How much of a document a relation is about, in words ("cụm từ", "trừ Điều 5", "đến hết ngày 31/12/2032"); empty for all of it."""
    if scope is None:
        return ""
    since = say("pages.standing.suspended-from", date=dated(scope.start)) if scope.start else ""
    until = say("pages.standing.suspended-to", date=dated(scope.end)) if scope.end else ""
    of = relation(scope.of).chip if scope.of else ""
    parts = {"words": shorten(scope.words, SENTENCE), "from": since, "to": until, "of": of}
    return scope_row(scope.kind).label.format(**parts).strip()


def _ordered(works: dict[str, list[Edge]], lookup: Lookup) -> list[str]:
    return [work.id for work in lookup.by_newest(tuple(lookup.works[work] for work in works))]


def related(other: str, edges: tuple[Edge, ...], lookup: Lookup) -> Related:
    """One related work with the evidence of ``edges``."""
    work = lookup.works[other]
    date = lookup.date(work)
    since = next((edge.date for edge in edges if edge.date), None)
    evidence: dict[tuple[str, str, str], Evidence] = {}
    for item in (item for edge in edges for item in _evidence(edge, lookup)):
        # one sentence that names the work twice is shown once
        key = (item.place.page + item.place.anchor, item.before[:40], "") if item.place else ("", "", repr(item.source))
        evidence.setdefault(key, item)
    return Related(
        lookup.link(other),
        lookup.issuer_name(work),
        when(date) if date else None,
        date_conflict(work),
        work.subject if work.subject not in lookup.name(work) else "",
        when(since) if since else None,
        tuple(evidence.values()),
        "; ".join(dict.fromkeys(filter(None, (scope_text(edge.scope) for edge in edges)))),
    )


def _evidence(edge: Edge, lookup: Lookup) -> list[Evidence]:
    found = []
    if edge.sentence and edge.document in lookup.works:
        place = lookup.link(edge.document, edge.node_id or "", lookup.place(edge.document, edge.node_id))
        before, quote, after = around(edge.sentence, edge.quote or "")
        found.append(Evidence(before, quote, after, place, edge.rule or ""))
    found.extend(Evidence(source=source_line(source)) for source in edge.sources)
    return found


def around(sentence: str, quote: str) -> tuple[str, str, str]:
    """The words before, in and after ``quote``, cut between words to about ``SENTENCE`` characters."""
    at = sentence.find(quote) if quote else -1
    if at < 0:
        return shorten(sentence, SENTENCE), "", ""
    before, after = sentence[:at], sentence[at + len(quote) :]
    room = max(60, SENTENCE - len(quote))
    left = min(len(before), max(room // 2, room - len(after)))
    if len(before) > left:
        before = "… " + before[-left:].split(" ", 1)[-1]
    return before, quote, shorten(after, max(20, room - left)) if after else ""
