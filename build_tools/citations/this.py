"""What "này" means: the document itself ("Quyết định này"), or the one whose wording is quoted there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from build_tools.citations.antecedents import Antecedents, label, own_label, same_kind
from build_tools.citations.mentions import Mention
from build_tools.citations.pinpoints import pinpoint_before
from build_tools.citations.scan import Scan
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation
from build_tools.model.document import Node, NodeKind
from build_tools.model.register import Role
from build_tools.model.span import Span
from build_tools.passages.places import path
from build_tools.structure.finish import CONSOLIDATED

_PASSIVE = pattern(rf"(?:được|bị) {any_word('amending')}[^;.]{{0,140}}$")
_AS_FOLLOWS = pattern(rf"(?<!\w){any_word('following')} ?[:.]?\s*$")
_CLOSE = 160
"""Characters before a citation in which it is said that it amends or is amended."""
_AMENDING = pattern(rf"(?:{any_word('amending')}|quy định như sau)")
_BESIDE = pattern(rf",? {any_word('list-join')} ")
_ANNOUNCED = pattern(rf"(?<!\w){any_word('following')}:")
_PENDING = pattern(rf"(?<!\w){any_word('following')}:(?= ?\n)")
_NOTE_FAR = 8000
"""Characters of one or two pages, over which a footnote runs on."""
_CLOSING = "”"
_MARKS = f'“{_CLOSING}"'
PLURAL = pattern(rf"(?:{any_word('of-many')}|0[23]) $")
_NUMBER_NEXT = pattern(rf"(?: {any_word('year')} \d{{4}},?)? (?:{any_word('number', case='any')} ?:? ?)?\d")
"""Behind the whole name of a law: "Luật Bến bãi | số 7/2030/QH16", not "Luật Bến bãi | sông số …"."""
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
    closes = words.endswith(_CLOSING) and sum(words.count(mark) for mark in _MARKS) == 1
    return Span(start, start + len(words)) if closes else None


def _carried_on(scan: Scan, kind: str, quote: Span, antecedents: Antecedents) -> str | None:
    """The instrument whose wording a footnote quotes that runs on here from another page: the one with which it was announced."""
    if scan.text[quote.start] in _MARKS or scan.text[quote.end - 1] not in _MARKS:
        return None
    announced = list(_ANNOUNCED.finditer(scan.low, max(0, quote.start - _NOTE_FAR), quote.start))
    return _announced(scan, kind, announced[-1].start(), antecedents) if announced else None


def _opened_before(scan: Scan, kind: str, quote: Span, antecedents: Antecedents) -> str | None:
    """The instrument with which a quotation was announced that begins on another page: the last line before it that ends in "như sau:",
    with nothing quoted since."""
    if scan.text[quote.start - 1 : quote.start] != "\n" or scan.text[quote.start] not in _MARKS:
        return None
    announced = next(reversed([*_PENDING.finditer(scan.low, max(0, quote.start - _NOTE_FAR), quote.start)]), None)
    if announced is None or any(mark in scan.text[announced.end() : quote.start] for mark in _MARKS):
        return None
    return _announced(scan, kind, announced.start(), antecedents)


def _announced(scan: Scan, kind: str, end: int, antecedents: Antecedents) -> str | None:
    """The instrument of which the line up to "quy định như sau:" says that it reads so: the first of which it names a provision."""
    line = scan.low.rfind("\n", 0, end) + 1
    named = [one for one in antecedents.before(end) if one.span.start >= line and same_kind(one.type, kind)]
    first = next((one for one in reversed(named) if pinpoint_before(scan.low, one.span.start)), None)
    return label(first) if first and not _AMENDING.search(scan.low, line, first.span.start) else None


def _self_target(scan: Scan, kind: str, own: str | None, offset: int, quote: Span | None, antecedents: Antecedents) -> str | None:
    number = own_label(scan.document)
    if quote:
        quoted = _quoted_instrument(scan, kind, quote, antecedents)
        if quoted:
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


def _quoted_instrument(scan: Scan, kind: str, quote: Span, antecedents: Antecedents) -> str | None:
    """The instrument whose wording is quoted: the one its first paragraph names, or that the words before amend, else the nearest."""
    carried_on = _carried_on(scan, kind, quote, antecedents)
    if carried_on:
        return carried_on
    first_line = scan.low.find("\n", quote.start)
    if scan.text[quote.start] not in '“"' and first_line > 0:
        for citation in antecedents.before(first_line):
            if citation.span.start >= quote.start and same_kind(citation.type, kind):
                return label(citation)
    follows = _AS_FOLLOWS.search(scan.low, max(0, quote.start - 20), quote.start)
    said = _announced(scan, kind, follows.start(), antecedents) if follows else None
    if said:
        return said  # "Điều 3 Thông tư số … sửa đổi Thông tư số … quy định như sau: “…”"
    opened = None if follows else _opened_before(scan, kind, quote, antecedents)
    if opened:
        return opened
    announced = scan.low.rfind("\n", 0, max(0, quote.start - 1)) + 1
    named_there = any(one.span.start >= announced and same_kind(one.type, kind) for one in antecedents.before(quote.start))
    if not named_there and (above := _amended_above(scan, kind, quote.start, antecedents)):
        return _numbered_label(scan, above, quote, antecedents)
    for citation in antecedents.before(quote.start):
        if same_kind(citation.type, kind) and antecedents.quotations.around(citation.span.start) is None:
            if _PASSIVE.search(scan.low, max(0, citation.span.start - _CLOSE), citation.span.start):
                continue  # "đã được sửa đổi theo Luật số …": not the one amended here
            between = scan.low[max(0, citation.span.start - _CLOSE) : citation.span.start] + scan.low[citation.span.end : quote.start][:200]
            if _AMENDING.search(between):
                return _numbered_label(scan, citation, quote, antecedents)
    nearest = antecedents.nearest(quote.start, kind, outside=quote)
    return _numbered_label(scan, nearest, quote, antecedents) if nearest else None


def _amended_above(scan: Scan, kind: str, at: int, antecedents: Antecedents) -> Citation | None:
    """What the words amend with which the provision opens that holds the quotation at ``at``, or one around it, the innermost first.

    For a quotation whose announcement names no document. What other items cite, side by side with it, is not what it amends.
    """
    numbered = [node for node in path(scan.document.root, at) if node.level and node.span.start < at]
    for node in reversed(numbered):
        opening = min([at, *(child.span.start for child in node.children if child.level and child.span.start > node.span.start)])
        cited = [one for one in antecedents.before(opening) if one.span.start >= node.span.start and same_kind(one.type, kind)]
        for citation in reversed(cited):
            before = max(node.span.start, citation.span.start - _CLOSE)
            if (
                antecedents.quotations.around(citation.span.start) is None
                and _AMENDING.search(scan.low, before, citation.span.start)
                and not _PASSIVE.search(scan.low, before, citation.span.start)
            ):
                return citation
    return None


def _numbered_label(scan: Scan, citation: Citation, quote: Span, antecedents: Antecedents) -> str | None:
    """The citation's label; for a law cited by name the number that the text before the quotation gives with that name."""
    if citation.number or not citation.name:
        return label(citation)
    name = scan.low[citation.span.start : citation.span.end]
    for other in antecedents.before(quote.start):
        unquoted = antecedents.quotations.around(other.span.start) is None
        same = scan.low.startswith(name, other.span.start) and _NUMBER_NEXT.match(scan.low, other.span.start + len(name))
        if other.number and unquoted and same:
            return other.number
    return label(citation)
