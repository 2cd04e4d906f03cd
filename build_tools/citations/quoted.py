"""Whose wording a quotation holds: the instrument that "này" means inside it ("Điều 5 … như sau: “… Nghị định này …”")."""

from __future__ import annotations

from collections.abc import Callable

from build_tools.citations.antecedents import Antecedents, label, same_kind
from build_tools.citations.pinpoints import pinpoint_before
from build_tools.citations.scan import Scan
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation
from build_tools.model.span import Span
from build_tools.passages.places import path

CLOSING = "”"
MARKS = f'“{CLOSING}"'
_AS_FOLLOWS = pattern(rf"(?<!\w){any_word('following')} ?[:.]?\s*$")
_ANNOUNCED = pattern(rf"(?<!\w){any_word('following')}:")
_PENDING = pattern(rf"(?<!\w){any_word('following')}:(?= ?\n)")
_LEAD = 20
"""Characters before a quotation in which "như sau:" ends."""
_NOTE_FAR = 8000
"""Characters of one or two pages, over which a footnote runs on."""
_AMENDING = pattern(rf"(?:{any_word('amending')}|quy định như sau)")
_PASSIVE = pattern(rf"(?:được|bị) {any_word('amending')}[^;.]{{0,140}}$")
_CLOSE = 160
"""Characters before a citation in which it is said that it amends or is amended."""
_BETWEEN = 200
"""Characters behind a citation in which the same is said."""
_NUMBER_NEXT = pattern(rf"(?: {any_word('year')} \d{{4}},?)? (?:{any_word('number', case='any')} ?:? ?)?\d")
"""Behind the whole name of a law: "Luật Bến bãi | số 7/2030/QH16", not "Luật Bến bãi | sông số …"."""


def quoted_instrument(scan: Scan, kind: str, quote: Span, antecedents: Antecedents) -> str | None:
    """The label of the instrument of type ``kind`` whose wording ``quote`` holds, by the first way that tells one; None where none does."""
    return next((found for way in _WAYS if (found := way(scan, kind, quote, antecedents))), None)


def _carried_on(scan: Scan, kind: str, quote: Span, antecedents: Antecedents) -> str | None:
    """The instrument whose wording a footnote quotes that runs on here from another page: the one with which it was announced."""
    if scan.text[quote.start] in MARKS or scan.text[quote.end - 1] not in MARKS:
        return None
    announced = list(_ANNOUNCED.finditer(scan.low, max(0, quote.start - _NOTE_FAR), quote.start))
    return _announced(scan, kind, announced[-1].start(), antecedents) if announced else None


def _named_first(scan: Scan, kind: str, quote: Span, antecedents: Antecedents) -> str | None:
    """The instrument that the first line of words quoted without marks names."""
    line_end = scan.low.find("\n", quote.start)
    if scan.text[quote.start] in '“"' or line_end <= 0:
        return None
    inside = (one for one in antecedents.before(line_end) if one.span.start >= quote.start and same_kind(one.type, kind))
    return next(map(label, inside), None)


def _read_so(scan: Scan, kind: str, quote: Span, antecedents: Antecedents) -> str | None:
    """The instrument that is said to read so: "Điều 3 Thông tư số … sửa đổi Thông tư số … quy định như sau: “…”"."""
    follows = _follows(scan, quote)
    return None if follows is None else _announced(scan, kind, follows, antecedents)


def _follows(scan: Scan, quote: Span) -> int | None:
    """Where the words "như sau:" begin right before a quotation."""
    found = _AS_FOLLOWS.search(scan.low, max(0, quote.start - _LEAD), quote.start)
    return found.start() if found else None


def _opened_before(scan: Scan, kind: str, quote: Span, antecedents: Antecedents) -> str | None:
    """The instrument with which a quotation was announced that begins on another page: the last line before it that ends in "như sau:",
    with nothing quoted since."""
    if _follows(scan, quote) is not None:
        return None
    if scan.text[quote.start - 1 : quote.start] != "\n" or scan.text[quote.start] not in MARKS:
        return None
    announced = next(reversed([*_PENDING.finditer(scan.low, max(0, quote.start - _NOTE_FAR), quote.start)]), None)
    if announced is None or any(mark in scan.text[announced.end() : quote.start] for mark in MARKS):
        return None
    return _announced(scan, kind, announced.start(), antecedents)


def _announced(scan: Scan, kind: str, end: int, antecedents: Antecedents) -> str | None:
    """The instrument of which the line up to "quy định như sau:" says that it reads so: the first of which it names a provision."""
    line = scan.low.rfind("\n", 0, end) + 1
    named = [one for one in antecedents.before(end) if one.span.start >= line and same_kind(one.type, kind)]
    first = next((one for one in reversed(named) if pinpoint_before(scan.low, one.span.start)), None)
    return label(first) if first and not _AMENDING.search(scan.low, line, first.span.start) else None


def _amended_by_provision(scan: Scan, kind: str, quote: Span, antecedents: Antecedents) -> str | None:
    """What the provision amends, where the line that announces the quotation names no such instrument."""
    line = scan.low.rfind("\n", 0, max(0, quote.start - 1)) + 1
    if any(one.span.start >= line and same_kind(one.type, kind) for one in antecedents.before(quote.start)):
        return None
    above = _amended_above(scan, kind, quote.start, antecedents)
    return _numbered_label(scan, above, quote, antecedents) if above else None


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


def _amended_before(scan: Scan, kind: str, quote: Span, antecedents: Antecedents) -> str | None:
    """The nearest instrument before, outside quotations, of which it is said that it is amended here."""
    for citation in antecedents.before(quote.start):
        if not same_kind(citation.type, kind) or antecedents.quotations.around(citation.span.start) is not None:
            continue
        near = max(0, citation.span.start - _CLOSE)
        if _PASSIVE.search(scan.low, near, citation.span.start):
            continue  # "đã được sửa đổi theo Luật số …": not the one amended here
        if _AMENDING.search(scan.low[near : citation.span.start] + scan.low[citation.span.end : quote.start][:_BETWEEN]):
            return _numbered_label(scan, citation, quote, antecedents)
    return None


def _nearest(scan: Scan, kind: str, quote: Span, antecedents: Antecedents) -> str | None:
    """The nearest before the quotation, whatever is said of it."""
    nearest = antecedents.nearest(quote.start, kind, outside=quote)
    return _numbered_label(scan, nearest, quote, antecedents) if nearest else None


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


_WAYS: tuple[Callable[[Scan, str, Span, Antecedents], str | None], ...] = (
    _carried_on,
    _named_first,
    _read_so,
    _opened_before,
    _amended_by_provision,
    _amended_before,
    _nearest,
)
"""Ways to tell the instrument, the surest first."""
