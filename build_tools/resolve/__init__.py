"""Citations to references: in what relation, which work is meant, by which rule.

``relate`` needs the document alone and is done where it is read; ``link`` needs every known work.
"""

from __future__ import annotations

from typing import NamedTuple

from build_tools.citations.antecedents import own_label
from build_tools.identity import number_key
from build_tools.lexicon.relations import relation
from build_tools.messages import say
from build_tools.model.citation import CITES, Ambiguous, Citation, Reference, Resolution, Resolved, Unknown
from build_tools.model.document import Document
from build_tools.model.register import Register, Work
from build_tools.naming.codes import named_by_code
from build_tools.passages import Passages
from build_tools.resolve import candidates, names
from build_tools.resolve.context import Context
from build_tools.resolve.relations import Relations, Stated
from build_tools.resolve.wanted import wanted_key

__all__ = ["Cited", "link", "relate", "resolve"]


class Cited(NamedTuple):
    """A citation with the relation that the document states of what it cites, and the node in which it stands."""

    citation: Citation
    stated: Stated
    node_id: str


def relate(passages: Passages, citations: tuple[Citation, ...]) -> tuple[Cited, ...]:
    """Each citation of a document, in the order given. A relation is stated only where it is the document's own act."""
    relations = Relations(passages, citations).all()
    return tuple(
        Cited(
            citation,
            relations.get(citation.span) or Stated(CITES, citation.span),
            passages.leaves.address(citation.span.start),
        )
        for citation in citations
    )


def link(
    document: Document, cited: tuple[Cited, ...], own: Work | None, works: tuple[Work, ...], register: Register
) -> tuple[Reference, ...]:
    """Resolve each citation of ``document`` (whose own work is ``own``) against all known ``works``.

    Returns one reference a citation, in the order given. A work is linked only when exactly one candidate remains and something beyond
    the number (date, term, issuer, a full citation in the same text) confirms it; the rule says what. Everything else stays Ambiguous,
    with all candidates, or Unknown, under a readable key.
    """
    resolver = _Resolver(cited, works, Context.of(document, own, register))
    return tuple(
        Reference(citation, resolver.resolve(citation), stated.predicate, stated.evidence, node_id, stated.scope)
        for citation, stated, node_id in cited
    )


def resolve(
    passages: Passages, citations: tuple[Citation, ...], own: Work | None, works: tuple[Work, ...], register: Register
) -> tuple[Reference, ...]:
    """Both steps, for a document whose works are at hand when it is read."""
    return link(passages.document, relate(passages, citations), own, works, register)


_Signature = tuple[str | None, str | None, str | None, str | None]
_MOST_WAYS = 40
"""More different ways to cite one number are not looked at."""


def _signature(citation: Citation, register: Register) -> _Signature:
    """What a citation says beside its number; an issuer that the number's own code names says no more than the number."""
    told = citation.issuer and citation.issuer != named_by_code(citation.number or "", register)
    return citation.type, citation.date, citation.term, citation.issuer if told else None


class _Resolver:
    """One strategy for each kind of citation; numbered ones first, since the others look back to them."""

    def __init__(self, cited: tuple[Cited, ...], works: tuple[Work, ...], context: Context) -> None:
        self.works = works
        self.context = context
        citations = tuple(one.citation for one in cited)
        self.by_span = {citation.span: citation for citation in citations if citation.kind in ("numbered", "named")}
        self.by_number: dict[str, list[Citation]] = {}
        for citation in citations:
            if citation.kind == "numbered" and citation.number:
                self.by_number.setdefault(number_key(citation.number), []).append(citation)
        self.direct = {id(c): candidates.numbered(c, works, context) for items in self.by_number.values() for c in items}
        self.full = {number: self._representatives(items) for number, items in self.by_number.items()}
        self.answers: dict[tuple[str, _Signature], Resolution] = {}
        self.laws = names.numbers_of_names(((one.citation, relation(one.stated.predicate).ends) for one in cited), context)
        self.own_title = names.own_title(context)

    def _representatives(self, items: list[Citation]) -> list[Citation]:
        """One citation for each different way in which the text cites a number, a resolved one if there is one."""
        chosen: dict[_Signature, Citation] = {}
        for citation in items:
            sign = _signature(citation, self.context.register)
            if sign not in chosen or not isinstance(self.direct[id(chosen[sign])], Resolved):
                chosen[sign] = citation
        return list(chosen.values())[:_MOST_WAYS]

    def resolve(self, citation: Citation) -> Resolution:
        """The resolution of one citation, by its kind."""
        if citation.kind == "numbered":
            return self._numbered(citation)
        if citation.kind == "named":
            return self._named(citation)
        if citation.kind == "self":
            return self._self(citation)
        return self._taken_up(citation)

    def _numbered(self, citation: Citation) -> Resolution:
        own = self.direct.get(id(citation)) or candidates.numbered(citation, self.works, self.context)
        if isinstance(own, Resolved) or citation.date:
            return own
        asked = (number_key(citation.number or ""), _signature(citation, self.context.register))
        if asked not in self.answers:
            self.answers[asked] = self._from_full(citation, own)
        return self.answers[asked]

    def _from_full(self, citation: Citation, own: Resolution) -> Resolution:
        """What the fuller citations of the same number in the same text lead to."""
        full = [other for other in self.full.get(number_key(citation.number or ""), []) if self._is_fuller(other, citation)]
        answers = {(r.work if isinstance(r, Resolved) else None): r for other in full for r in [self.direct[id(other)]]}
        linked = [work for work in answers if work is not None]
        if len(linked) == 1 and None not in answers:
            return Resolved(linked[0], say("rules.full.known"))
        if len(linked) > 1:
            return Ambiguous(tuple(sorted(linked)), say("rules.full.several"))
        keys = {wanted_key(other, self.context) for other in full}
        if not linked and len(keys) == 1 and isinstance(own, Unknown | Ambiguous):
            return Unknown(keys.pop(), say("rules.full.not-known"))
        return own

    def _is_fuller(self, other: Citation, citation: Citation) -> bool:
        """Whether ``other`` says more than ``citation`` of the same number, and nothing that contradicts it."""
        if other.type and citation.type and other.type != citation.type:
            return False
        if citation.term and other.term and citation.term != other.term:
            return False
        told = _signature(other, self.context.register)
        if told == _signature(citation, self.context.register) and not isinstance(self.direct[id(other)], Resolved):
            return False
        return any(told[1:])

    def _named(self, citation: Citation) -> Resolution:
        """A name: the document's own, one that the text gives with its number, one of the register; in this order."""
        name = names.title_key(citation.name or "")
        own = self.context.own
        if name == self.own_title and (not citation.date or citation.date[:4] == (self.context.date or "")[:4]):
            header = self.context.document.header.number
            return Resolved(own.id, say("rules.name.own")) if own else Unknown(header or name, say("rules.name.own"))
        numbered = self.laws.get(name)
        if numbered is not None and names.means(citation, numbered):
            answer = self._numbered(numbered.citation)
            if isinstance(answer, Resolved):
                return Resolved(answer.work, say("rules.name.numbered"))
            if isinstance(answer, Unknown):
                return Unknown(answer.wanted, say("rules.name.numbered-not-known"))
        return names.named(citation, self.works, self.context)

    def _self(self, citation: Citation) -> Resolution:
        own, target = self.context.own, citation.target
        header = self.context.document.header.number
        itself = header is not None and target is not None and number_key(target) == number_key(header)
        if target is None or itself or target == own_label(self.context.document):
            if own:
                return Resolved(own.id, say("rules.number.itself"))
            return Unknown(target or say("rules.wanted.this"), say("rules.self.no-number"))
        return self._by_label(target, say("rules.self.quoted")) or Unknown(target, say("rules.self.quoted-not-known"))

    def _taken_up(self, citation: Citation) -> Resolution:
        """Short references and anaphora: what the citation they look back to resolves to."""
        place = citation.defined_at
        earlier = self.by_span.get(place) if place else None
        rule = "rules.taken-up.defined" if citation.kind == "short" else "rules.taken-up.last"
        if citation.targets:
            return self._several(citation.targets)
        if earlier is None:
            if citation.kind == "short" and citation.name:
                known = names.named(citation, self.works, self.context)
                if isinstance(known, Resolved | Ambiguous):
                    return known
            return Unknown(citation.target or citation.name or say("rules.wanted.unclear"), say("rules.taken-up.not-explained"))
        answer = self.resolve(earlier)
        if isinstance(answer, Resolved):
            words = " ".join(earlier.span.of(self.context.document.clean.text).split())
            return Resolved(answer.work, say(rule, place=words))
        return answer

    def _by_label(self, target: str, rule: str) -> Resolution | None:
        for citation in self.full.get(number_key(target), []):
            answer = self._numbered(citation)
            if isinstance(answer, Resolved):
                return Resolved(answer.work, rule)
        return None

    def _several(self, targets: tuple[str, ...]) -> Resolution:
        answers = [self._by_label(target, "") for target in targets]
        works = sorted({answer.work for answer in answers if isinstance(answer, Resolved)})
        if works:
            return Ambiguous(tuple(works), say("rules.together.known"))
        return Unknown("; ".join(targets), say("rules.together.not-known"))
