"""References to the document itself ("Quyết định này") and back to one already cited ("Quy định nêu trên")."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.citations.antecedents import Antecedents, anchor, label, only, own_label, same_kind
from build_tools.citations.mentions import Mention
from build_tools.citations.pinpoints import pinpoint_before
from build_tools.citations.placed import THIS
from build_tools.citations.scan import Scan
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation
from build_tools.model.document import Document, Node
from build_tools.model.register import Role
from build_tools.model.span import Span
from build_tools.passages.places import path
from build_tools.structure.finish import CONSOLIDATED

_ABOVE = pattern(r" (?:nêu trên|nói trên|kể trên|trên đây|đã nêu|vừa nêu|dẫn trên|đó|ấy)(?!\w)")
_PLURAL = pattern(rf"(?:{any_word('of-many')}|0[23]) $")
_GENERIC_BEFORE = pattern(r"(?:các|những|mọi|một|một số|nhiều|từng|mỗi|ban hành|ra|việc|kỷ|chủ trương|dự thảo|,) $")
_USE_BEFORE = pattern(rf"(?<!\w){any_word('before-bare-type')} $")
_FREE_AFTER = pattern(rf" ?(?:[.;,):/\n]|$|(?<= ){any_word('after-bare-type')})")
_SELF_START = pattern(r" (?:có hiệu lực|(?:đã )?được (?:quốc hội|hội đồng|ủy ban|thông qua))")
_PASSIVE = pattern(r"(?:được|bị) (?:sửa đổi|bổ sung|thay thế|bãi bỏ)[^;.]{0,140}$")
_AS_FOLLOWS = pattern(rf"(?<!\w){any_word('following')} ?[:.]?\s*$")
_CLOSE = 160
"""Characters before a citation in which it is said that it amends or is amended."""
_AMENDING = pattern(r"(?:sửa đổi|bổ sung|thay thế|bãi bỏ|quy định như sau)")


_BESIDE = pattern(rf",? {any_word('list-join')} ")
_ANNOUNCED = pattern(rf"(?<!\w){any_word('following')}:")
_NOTE_FAR = 8000
"""Characters of one or two pages, over which a footnote runs on."""
_CLOSING = "”"
_MARKS = f'“{_CLOSING}"'


def find_self_and_anaphora(scan: Scan, mentions: list[Mention], antecedents: Antecedents) -> list[Citation]:
    """Self references and anaphora, in order; none inside a full citation."""
    own = _own_type(scan.document)
    quotations = _quotations(scan.document.root)
    found: list[Citation] = []
    for mention in mentions:
        if antecedents.covering(mention.start):
            continue
        this = THIS.match(scan.low, mention.end)
        if this:
            citation = _self(scan, mention, Span(mention.start, this.end()), own, antecedents, quotations)
        else:
            citation = _anaphora(scan, mention, antecedents) or _bare(scan, mention, own, antecedents)
        if citation:
            found.append(citation)
    return found


def _role(scan: Scan, role: Role) -> frozenset[str]:
    return scan.words.types.with_role(role)


def _own_type(document: Document) -> str | None:
    return document.header.type


def _quotations(node: Node) -> list[Span]:
    found = [node.span] if node.kind == "quotation" else []
    for child in node.children:
        if child.children or child.kind == "quotation":
            found += _quotations(child)
    return found


def _self(scan: Scan, mention: Mention, span: Span, own: str | None, antecedents: Antecedents, quotations: list[Span]) -> Citation | None:
    kind = mention.kind
    if not mention.capital and kind != "Văn bản" and (not same_kind(kind, own) or scan.led(_PLURAL, mention.start)):
        return None
    if kind == "Văn bản" and own == "Công văn" and scan.led(_OF_ITSELF, mention.start):
        return Citation(span, "self", type=kind, target=own_label(scan.document))
    if kind == "Văn bản" or (kind in _role(scan, "only-own") and own is not None and not same_kind(kind, own)):
        return None
    quote = antecedents.quotations.around(mention.start) or next((q for q in quotations if q.start < mention.start < q.end), None)
    quote = quote or (_last_of_note(scan, mention.start) if own == CONSOLIDATED else None)
    target = _self_target(scan, kind, own, mention.start, quote, antecedents)
    if own == CONSOLIDATED and _is_beside(scan, target, mention, antecedents):
        return None
    return Citation(span, "self", type=kind, target=target, quoted=quote is not None)


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
        if other.number and unquoted and scan.low.startswith(name + " ", other.span.start):
            return other.number
    return label(citation)


_OF_ITSELF = pattern(r"(?:của|tại|theo|trong) $")
_BY = pattern(r"(?:tại|theo|trong|thực hiện|thi hành) $")
_NOT_FAR = 1200


@lru_cache(maxsize=2)
def above_alone(general: bool) -> re.Pattern[str]:
    """A bare "trên" behind a type word: back to what is above, when no place follows ("văn bản trên Hệ thống" is one on a system).

    ``general``: behind "văn bản", which may be any paper, only where a word follows that goes on with the sentence.
    """
    if general:
        return pattern(rf" trên(?= ?(?:[.,;:)\n]|$)| {any_word('after-above')}(?!\w))")
    return pattern(rf" trên(?!\w| {any_word('place-above')}(?!\w))")


def _anaphora(scan: Scan, mention: Mention, antecedents: Antecedents) -> Citation | None:
    bare = above_alone(mention.kind == "Văn bản")
    above = _ABOVE.match(scan.low, mention.end) or bare.match(scan.low, mention.end)
    general = mention.kind == "Văn bản"
    if not above or not (mention.capital or (general and above.group().strip() != "đó")):
        return None
    plural = scan.led(_PLURAL, mention.start)
    start = plural.start() if plural else mention.start
    if plural:
        meant = _group(antecedents, mention, None if general else mention.kind)
    else:
        one = antecedents.nearest(mention.start, None if general else mention.kind)
        meant = [one] if one else []
    if general:  # "văn bản" may be any paper: only what was cited by number not far above
        meant = [citation for citation in meant if citation.number and mention.start - citation.span.end < _NOT_FAR]
    if not meant:
        return None
    labels = tuple(dict.fromkeys(name for citation in meant if (name := label(citation))))
    alone = only(labels)
    span = Span(start, above.end())
    return Citation(span, "anaphora", type=mention.kind, target=alone, targets=() if alone else labels, defined_at=anchor(meant[0]))


def _group(antecedents: Antecedents, mention: Mention, kind: str | None) -> list[Citation]:
    """The citations that "các … trên" takes up: those of the kind in the nearest run without a long gap."""
    group: list[Citation] = []
    for citation in antecedents.before(mention.start):
        if kind is not None and not same_kind(citation.type, kind):
            continue
        if group and group[-1].span.start - citation.span.end > 600:
            break
        group.append(citation)
    return group[::-1]


_DRAFT = "dự thảo "
"""A draft is another document than what is in force: its bare word takes up only what was a draft when it was named."""


def _bare(scan: Scan, mention: Mention, own: str | None, antecedents: Antecedents) -> Citation | None:
    """A capitalised type word alone: the document itself when it is of that type, else the one of that type cited last."""
    if not mention.capital or mention.kind == "Văn bản":
        return None
    span = Span(mention.start, mention.end)
    if same_kind(mention.kind, own):
        if _SELF_START.match(scan.low, mention.end) and not scan.led(_GENERIC_BEFORE, mention.start):
            return Citation(span, "self", type=mention.kind, target=own_label(scan.document))
        if scan.led(_USE_BEFORE, mention.start) and _FREE_AFTER.match(scan.low, mention.end):
            return Citation(span, "self", type=mention.kind, target=own_label(scan.document))
        return None
    if mention.kind not in _role(scan, "bare-word"):
        return None
    if scan.low.endswith(_DRAFT, 0, mention.start):
        one = antecedents.nearest(mention.start, mention.kind)
        drafted = one is not None and scan.low.endswith(_DRAFT, 0, one.span.start)
        return Citation(span, "anaphora", type=mention.kind, target=label(one), defined_at=anchor(one)) if one and drafted else None
    if not scan.led(_BY, mention.start) or not _FREE_AFTER.match(scan.low, mention.end):
        return None
    begin = max(scan.low.rfind("\n", 0, mention.start), scan.low.rfind(". ", 0, mention.start))
    beside = {label(one): one for one in antecedents.before(mention.start) if one.span.start > begin and same_kind(one.type, mention.kind)}
    if len(beside) > 1:
        return None  # "Nghị định số …, Nghị định số … và các văn bản hướng dẫn thi hành Nghị định": of which is not said
    one = next(iter(beside.values()), None) or antecedents.foremost(mention.start, mention.kind)
    if not one or (one.kind == "named" and mention.kind in ("Luật", "Bộ luật")):
        return None
    return Citation(span, "anaphora", type=mention.kind, target=label(one), defined_at=anchor(one))
