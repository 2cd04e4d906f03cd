"""One document that another is related to: everything that it is to it, with the sentences and sources that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from build_tools.lexicon.relations import Relation, relation, relations
from build_tools.lexicon.scopes import ends, scope_row
from build_tools.messages import say
from build_tools.model.citation import CITES, Reference, Scope
from build_tools.model.site import Edge
from build_tools.views import listing
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link, SourceLine, When
from build_tools.views.wanting import SENTENCES
from build_tools.views.wording import dated, shorten, source_line, status_text, when

SENTENCE = 300
"""Characters of a quoted sentence that are shown around the citation; the link leads to the whole of it."""
State = Literal["known", "unknown", "ambiguous"]


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
class Fact:
    """One relation to another document. ``whole``: it ends that document as a whole; ``scope``: how much of it, when that is not all.

    ``unsure``: all that states it is one secondary source, or sources that disagree.
    """

    relation: Relation
    whole: bool
    scope: str
    since: When | None
    evidence: tuple[Evidence, ...]
    unsure: bool = False

    @property
    def status(self) -> str:
        """What is said of a document that was ended so."""
        return status_text(self.relation, self.unsure)

    @property
    def plain(self) -> bool:
        """Whether it says no more than that the other document is named."""
        return self.relation.id == CITES

    @property
    def sources(self) -> tuple[SourceLine, ...]:
        """The sources of the register."""
        return tuple(proof.source for proof in self.evidence if proof.source)


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of another document that the work cites by their place: a link to them, and how they begin."""

    link: Link
    text: str


@dataclass(frozen=True, slots=True)
class Related:
    """Another document with everything that it is to the work at hand; ``facts`` in the order of the lexicon, the weightiest first.

    ``issuer``, ``date``, ``conflict`` (its dates when sources disagree), ``subject`` and ``ended`` are the other document's.
    ``link`` leads to its page; where nothing is known of it, to the place that gathers who cites it. ``candidates``: what an
    ``ambiguous`` citation may mean. ``passages``: the places of it that are cited, where the site has its text.
    """

    link: Link
    state: State
    facts: tuple[Fact, ...]
    issuer: str = ""
    date: When | None = None
    conflict: str = ""
    subject: str = ""
    ended: listing.Ended | None = None
    candidates: tuple[Link, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def sources(self) -> tuple[SourceLine, ...]:
        """The sources of the register for any of the relations."""
        return tuple(dict.fromkeys(source for fact in self.facts for source in fact.sources))

    @property
    def sentences(self) -> tuple[Evidence, ...]:
        """The first sentences; where one names the document twice it is quoted once."""
        return self._proofs()[:SENTENCES]

    @property
    def more(self) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
        """The places of all further sentences; those of one name together, the later ones by number ("mục I, mục 1, chỗ 2, chỗ 3")."""
        return by_name(proof.place for proof in self._proofs()[SENTENCES:])

    @property
    def places(self) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
        """The places of all sentences, in the same way."""
        return by_name(proof.place for proof in self._proofs())

    @property
    def rules(self) -> tuple[str, ...]:
        """How the citations were told to mean this document; nothing where they were not."""
        return (
            ()
            if self.state == "unknown"
            else tuple(dict.fromkeys(proof.rule for fact in self.facts for proof in fact.evidence if proof.rule))
        )

    @property
    def changed(self) -> bool:
        """Whether any of the relations changes the other document."""
        return any(fact.relation.changes for fact in self.facts)

    def _proofs(self) -> tuple[Evidence, ...]:
        found: dict[tuple[str, str, str], Evidence] = {}
        for proof in (proof for fact in self.facts for proof in fact.evidence if proof.place):
            if proof.place:
                found.setdefault((proof.place.page, proof.place.anchor, proof.before[:40]), proof)
        return tuple(found.values())


def by_name(places: Iterable[Link | None]) -> tuple[tuple[Link, tuple[Link, ...]], ...]:
    """Places of one name together: the first, and the others by number."""
    named: defaultdict[str, list[Link]] = defaultdict(list)
    for place in places:
        if place:
            named[place.text].append(place)
    return tuple(
        (first, tuple(replace(other, text=say("pages.relations.place", number=number)) for number, other in enumerate(others, 2)))
        for first, *others in named.values()
    )


def edge_facts(edges: Iterable[Edge], lookup: Lookup) -> tuple[Fact, ...]:
    """What edges of the graph say of one document, in the order of the lexicon."""
    kinds: defaultdict[tuple[str, bool], list[Edge]] = defaultdict(list)
    for edge in edges:
        kinds[edge.predicate, ends(edge.predicate, edge.scope)].append(edge)
    return tuple(
        _fact(row, whole, found, lookup) for row in relations() for whole in (True, False) if (found := kinds.get((row.id, whole)))
    )


def _fact(row: Relation, whole: bool, edges: list[Edge], lookup: Lookup) -> Fact:
    since = next((edge.date for edge in edges if edge.date), None)
    scopes = dict.fromkeys(filter(None, (scope_text(edge.scope) for edge in edges)))
    proofs = tuple(dict.fromkeys(proof for edge in edges for proof in _evidence(edge, lookup)))
    return Fact(row, whole, "; ".join(scopes), when(since) if since else None, proofs, all(edge.unsure for edge in edges))


def _evidence(edge: Edge, lookup: Lookup) -> list[Evidence]:
    found = []
    if edge.sentence and edge.document in lookup.works:
        found.append(_sentence(edge.document, edge.node_id or "", edge.sentence, edge.quote or "", edge.rule or "", lookup))
    found.extend(Evidence(source=source_line(source)) for source in edge.sources)
    return found


def _sentence(work: str, node: str, sentence: str, quote: str, rule: str, lookup: Lookup) -> Evidence:
    return Evidence(*around(sentence, quote), lookup.link(work, node, lookup.place(work, node)), rule)


def reference_facts(work: str, references: Iterable[Reference], lookup: Lookup) -> tuple[Fact, ...]:
    """What the sentences of one document say of one document that it cites and nobody knows."""
    text = lookup.documents[work].document.clean.text
    kinds: defaultdict[tuple[str, bool], list[Reference]] = defaultdict(list)
    for reference in references:
        kinds[reference.predicate, ends(reference.predicate, reference.scope)].append(reference)
    return tuple(
        Fact(
            row,
            whole,
            "; ".join(dict.fromkeys(filter(None, (scope_text(reference.scope) for reference in found)))),
            None,
            tuple(
                _sentence(
                    work,
                    reference.node_id,
                    " ".join(reference.evidence.of(text).split()),
                    reference.citation.span.of(text),
                    reference.resolution.rule,
                    lookup,
                )
                for reference in found
            ),
        )
        for row in relations()
        for whole in (True, False)
        if (found := kinds.get((row.id, whole)))
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
