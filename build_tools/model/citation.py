"""Citations as found in the text, and what they were resolved to."""

from __future__ import annotations

from typing import Literal, NewType

from build_tools.model.span import Span
from build_tools.model.values import Value

CitationKind = Literal["numbered", "named", "short", "self", "anaphora"]
Predicate = NewType("Predicate", str)
"""The id of a relation: one of the rows of ``lexicon/relations.yaml``, which say what it means."""
CITES = Predicate("cites")
"""To mention and nothing more: what is left where no words state a relation."""
CONSOLIDATES = Predicate("consolidates")
"""To be a form of another document, with what amended it: no act of its own."""


class Pinpoint(Value, frozen=True, gc=False):
    """The place cited inside a document: "điểm b khoản 2 Điều 5" → point b, clause 2, article 5."""

    point: str | None = None
    clause: str | None = None
    article: str | None = None
    section: str | None = None
    chapter: str | None = None
    part: str | None = None
    appendix: str | None = None


class Citation(Value, frozen=True, gc=False):
    """One mention of an official document. ``span`` indexes the clean text and follows the annotation rules of the gold set.

    ``number`` is canonical (NFC, no spaces, Đ, Latin letters); ``date`` ISO at stated precision; ``issuer`` as stated right there;
    ``term`` the committee term in Roman digits ("XIII"); ``name`` the name of a named document; ``target`` the number or name
    that a short, self or anaphoric reference stands for, ``targets`` those that one reference means together ("các nghị quyết trên");
    ``defined_at`` where the text defines it; ``quoted`` inside a quotation.
    """

    span: Span
    kind: CitationKind
    type: str | None = None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    term: str | None = None
    name: str | None = None
    pinpoint: Pinpoint | None = None
    target: str | None = None
    targets: tuple[str, ...] = ()
    defined_at: Span | None = None
    quoted: bool = False


class OwnPlace(Value, frozen=True, gc=False):
    """Words by which a text names a place of its own ("khoản 2 Điều này", "Điều 9 của Nghị định này"), and the node that is meant."""

    span: Span
    node: str


class Resolved(Value, frozen=True, gc=False):
    """Exactly one candidate remained. ``rule`` tells a reader why ("số và ngày", "số và khóa", "cơ quan suy từ văn bản đang đọc" …)."""

    work: str
    rule: str


class Ambiguous(Value, frozen=True, gc=False):
    """Several works fit; shown with all of them, never linked to one."""

    works: tuple[str, ...]
    rule: str


class Unknown(Value, frozen=True, gc=False):
    """No work of the site or the register fits; kept as a wanted document under ``wanted`` (a readable key)."""

    wanted: str
    rule: str


Resolution = Resolved | Ambiguous | Unknown


class Scope(Value, frozen=True, gc=False):
    """How much of the other document a relation is about, in the words of the sentence.

    ``kind`` is a row of ``lexicon/scopes.yaml``: whole, part, annex, phrase, except (``words`` say what stays), suspended (``start`` and
    ``end``, ISO days, as far as stated), corrected; negated, planned and told are no relations: ``of`` says which one is spoken of.
    ``start`` of an ending is the day that its own sentence states.
    """

    kind: str
    words: str = ""
    start: str | None = None
    end: str | None = None
    of: Predicate | None = None


class Reference(Value, frozen=True, gc=False):
    """A citation of one document with its resolution and the relation that the words around it state."""

    citation: Citation
    resolution: Resolution
    predicate: Predicate
    evidence: Span
    """The sentence that states it (clean text)."""
    node_id: str
    """The provision or paragraph in which it stands."""
    scope: Scope | None = None
    """Of a relation that changes or ends the other document; None for all others."""
