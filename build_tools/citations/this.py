"""What "này" means: the document itself ("Quyết định này"), or the one whose wording is quoted there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from build_tools.citations.antecedents import Antecedents, label, own_label, same_kind
from build_tools.citations.mentions import Mention
from build_tools.citations.quoted import CLOSING, MARKS, quoted_instrument
from build_tools.citations.scan import Scan
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation
from build_tools.model.document import Node, NodeKind
from build_tools.model.register import Role
from build_tools.model.span import Span
from build_tools.structure.finish import CONSOLIDATED

_BESIDE = pattern(rf",? {any_word('list-join')} ")
PLURAL = pattern(rf"(?:{any_word('of-many')}|0[23]) $")
_OF_ITSELF = pattern(r"(?:của|tại|theo|trong) $")


def _role(scan: Scan, role: Role) -> frozenset[str]:
    return scan.words.types.with_role(role)


class Asides(NamedTuple):
    """What tells of a document that "này" may be another one: its quotations, its forms, and the types that it has with "này"."""

    quotations: tuple[Span, ...]
    forms: tuple[Span, ...]
    calls: frozenset[str]

    @classmethod
    def of(cls, root: Node, calls: Iterable[str]) -> Asides:
        """Gather once."""
        return cls(tuple(_of_kind(root, "quotation")), tuple(_of_kind(root, "form")), frozenset(calls))


def _of_kind(node: Node, kind: NodeKind) -> list[Span]:
    found = [node.span] if node.kind == kind else []
    for child in node.children:
        if child.children or child.kind == kind:
            found += _of_kind(child, kind)
    return found


def _around(spans: tuple[Span, ...], at: int) -> Span | None:
    return next((span for span in spans if span.start <= at < span.end), None)


def this_one(scan: Scan, mention: Mention, span: Span, antecedents: Antecedents, asides: Asides) -> Citation | None:
    """The reference at ``span``, a type word with "này", with what it means; None where that is no document that is there."""
    kind, own = mention.kind, scan.document.header.type
    if not mention.capital and kind != "Văn bản" and (not same_kind(kind, own) or scan.led(PLURAL, mention.start)):
        return None
    if kind == "Văn bản" and own == "Công văn" and scan.led(_OF_ITSELF, mention.start):
        return Citation(span, "self", type=kind, target=own_label(scan.document))
    if kind == "Văn bản" or (kind in _role(scan, "only-own") and own is not None and not same_kind(kind, own)):
        return None
    quote = antecedents.quotations.around(mention.start) or _around(asides.quotations, mention.start)
    quote = quote or (_last_of_note(scan, mention.start) if own == CONSOLIDATED else None)
    named = not _around(asides.forms, mention.start) and antecedents.nearest(mention.start, kind) is not None
    if quote is None and not named and _is_another(scan, kind, own, antecedents, asides):
        return None  # one that somebody is yet to make
    target = _self_target(scan, kind, own, mention.start, quote, antecedents)
    if own == CONSOLIDATED and _is_beside(scan, target, mention, antecedents):
        return None
    return Citation(span, "self", type=kind, target=target, quoted=quote is not None)


def _is_another(scan: Scan, kind: str, own: str | None, antecedents: Antecedents, asides: Asides) -> bool:
    """Whether "Quyết định này" cannot be the document itself: it calls itself by its own type, and no such thing is enclosed in it."""
    base = _base(antecedents) if own == CONSOLIDATED else None
    mine = base.type if base else own
    if mine is None or same_kind(kind, mine) or kind not in _role(scan, "promulgates") - _role(scan, "enclosed"):
        return False
    return any(same_kind(call, mine) for call in asides.calls)


def _is_beside(scan: Scan, target: str | None, mention: Mention, antecedents: Antecedents) -> bool:
    """Whether the document that "này" should mean is named right beside it: "Nghị định số 5/2031/NĐ-CP và Nghị định này" are two."""
    one = next(antecedents.before(mention.start), None)
    return one is not None and label(one) == target and _BESIDE.fullmatch(scan.low, one.span.end, mention.start) is not None


def _last_of_note(scan: Scan, at: int) -> Span | None:
    """The paragraph at ``at`` where it closes a quotation that was opened on another page, in a footnote that runs on here."""
    start, end = scan.text.rfind("\n", 0, at) + 1, scan.text.find("\n", at)
    words = scan.text[start : end if end >= 0 else len(scan.text)].rstrip(" ./")
    closes = words.endswith(CLOSING) and sum(words.count(mark) for mark in MARKS) == 1
    return Span(start, start + len(words)) if closes else None


def _self_target(scan: Scan, kind: str, own: str | None, offset: int, quote: Span | None, antecedents: Antecedents) -> str | None:
    number = own_label(scan.document)
    if quote and (quoted := quoted_instrument(scan, kind, quote, antecedents)):
        return quoted
    if own is None or same_kind(kind, own) or (kind in _role(scan, "enclosed") and own in _role(scan, "promulgates")):
        return number
    if own == CONSOLIDATED:
        first = next((c for c in antecedents.citations if same_kind(c.type, kind)), None)
        first = first or (_base(antecedents) if kind in _role(scan, "enclosed") else None)
        return label(first) if first else number
    nearest = antecedents.nearest(offset, kind)
    return label(nearest) if nearest else (None if kind in _role(scan, "enclosed") else number)


def _base(antecedents: Antecedents) -> Citation | None:
    """The document that a consolidated text names first, when it is one that encloses others."""
    first = next((citation for citation in antecedents.citations if citation.number), None)
    return first if first and first.type in types_of(()).with_role("promulgates") else None
