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
from build_tools.naming import works_by_id
from build_tools.passages import Passages
from build_tools.resolve import names
from build_tools.resolve.context import Context
from build_tools.resolve.numbers import Numbers
from build_tools.resolve.relations import Relations, Stated

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
    context = Context.of(document, own, register)
    resolver = _Resolver(cited, works, context)
    return tuple(_reference(one, resolver.resolve(one.citation), context) for one in cited)


def _reference(cited: Cited, resolution: Resolution, context: Context) -> Reference:
    """A citation with what it means and states; a change that the citing document cannot make is no act of its own."""
    citation, stated, node_id = cited
    if relation(stated.predicate).changes and context.stands_over(citation):
        stated = Stated(CITES, stated.evidence)
    return Reference(citation, resolution, stated.predicate, stated.evidence, node_id, stated.scope)


def resolve(
    passages: Passages, citations: tuple[Citation, ...], own: Work | None, works: tuple[Work, ...], register: Register
) -> tuple[Reference, ...]:
    """Both steps, for a document whose works are at hand when it is read."""
    return link(passages.document, relate(passages, citations), own, works, register)


class _Resolver:
    """One strategy for each kind of citation; numbered ones first, since the others look back to them."""

    def __init__(self, cited: tuple[Cited, ...], works: tuple[Work, ...], context: Context) -> None:
        self.works = works
        self.context = context
        citations = tuple(one.citation for one in cited)
        self.by_span = {citation.span: citation for citation in citations if citation.kind in ("numbered", "named")}
        self.numbers = Numbers(citations, works, context)
        self.laws = names.numbers_of_names(((one.citation, relation(one.stated.predicate).ends) for one in cited), context)
        self.own_title = names.own_title(context)
        self.older = names.known_before(citations, context.document.clean.text)

    def resolve(self, citation: Citation) -> Resolution:
        """The resolution of one citation, by its kind."""
        if citation.kind == "numbered":
            return self.numbers.resolve(citation)
        if citation.kind == "named":
            return self._named(citation)
        if citation.kind == "self":
            return self._self(citation)
        return self._taken_up(citation)

    def _named(self, citation: Citation) -> Resolution:
        """A name: the document's own, one that the text gives with its number, one of the register; in this order."""
        name = names.title_key(citation.name or "")
        if names.is_draft(citation, self.context):
            return Unknown(say("rules.wanted.draft", name=citation.name or ""), say("rules.name.draft"))
        own, older = self.context.own, self.older.get(citation.span)
        told = not citation.date or citation.date[:4] == (self.context.date or "")[:4]
        if name == self.own_title and told and not names.is_younger(self.context.date, older):
            header = self.context.document.header.number
            return Resolved(own.id, say("rules.name.own")) if own else Unknown(header or name, say("rules.name.own"))
        numbered = self.laws.get(name)
        if numbered is not None and names.means(citation, numbered, older):
            answer = self.numbers.resolve(numbered.citation)
            others = tuple(work.id for work in names.younger(numbered, self.works, self.context))
            if others:
                these = (answer.work,) if isinstance(answer, Resolved) else ()
                return Ambiguous(tuple(sorted({*these, *others})), say("rules.name.several"))
            if isinstance(answer, Resolved):
                return Resolved(answer.work, say("rules.name.numbered"))
            if isinstance(answer, Unknown):
                return Unknown(answer.wanted, say("rules.name.numbered-not-known"))
        answer = names.named(citation, self.works, self.context)
        meant = works_by_id(self.works).get(answer.work) if older and isinstance(answer, Resolved) else None
        if meant and meant.dates and all(names.is_younger(claim.date, older) for claim in meant.dates):
            return Unknown(citation.name or "", say("rules.not-known"))
        return answer

    def _self(self, citation: Citation) -> Resolution:
        own, target = self.context.own, citation.target
        header = self.context.document.header.number
        itself = header is not None and target is not None and number_key(target) == number_key(header)
        if target is None or itself or target == own_label(self.context.document):
            if own:
                return Resolved(own.id, say("rules.number.itself"))
            return Unknown(target or say("rules.wanted.this"), say("rules.self.no-number"))
        return self.numbers.of_label(target, say("rules.self.quoted")) or Unknown(target, say("rules.self.quoted-not-known"))

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

    def _several(self, targets: tuple[str, ...]) -> Resolution:
        answers = [self.numbers.of_label(target, "") for target in targets]
        works = sorted({answer.work for answer in answers if isinstance(answer, Resolved)})
        if works:
            return Ambiguous(tuple(works), say("rules.together.known"))
        return Unknown("; ".join(targets), say("rules.together.not-known"))
