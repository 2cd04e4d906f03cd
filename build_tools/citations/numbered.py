"""Citations by number and symbol: single, with their type word before, in coordinated lists, after a law's name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from build_tools.citations.antecedents import only
from build_tools.citations.issued import with_issuers
from build_tools.citations.issuers import issuer_after
from build_tools.citations.numbers import NUMBER, Printed, printed
from build_tools.citations.scan import MONTH, Scan
from build_tools.citations.serials import first_serials
from build_tools.identity import number_key
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation
from build_tools.model.span import Span
from build_tools.naming.codes import fits
from build_tools.vietnamese.dates import DateMention, date_at

_NEAR = 40
"""How far before a number a type word right before it may begin."""
_WINDOW = 220
"""How far before a number its type word may stand (a law's name may be long)."""
_SO = pattern(r"(?<!\w)số ?:? ?$")
_JOIN = pattern(r" ?(?:[,;]|và|hoặc|và/hoặc|[,;] ?và|-)? ?(?:số ?:? ?)?")
"""What may stand between two numbers of one coordinated list."""
_NOT_DOCUMENTS = pattern(rf"(?<!\w){any_word('numbers-thing')} ?(?:số)? ?:? ?$")
_NAMED_TAIL = pattern(r"[^.;:()\"\t]*$")
_IN_ADDRESS = pattern(r"(?:://|(?<!\w)www\.|%[0-9a-f]{2}|[?&]\w+=)\S*$|=\n?$")
_ADDRESS_GOES_ON = pattern(r"\S{0,40}?%[0-9a-f]{2}")
"""A web address around a number: what a query asks for is printed in the codes of its letters ("2%2F2031", "N%C4%90-CP")."""
_PLACE_AND_DATE = pattern(r"\s{0,12}[^\W\d_][^\n\d]{1,30}, ngày")


def find_numbered(scan: Scan, laws: dict[int, tuple[int, str]]) -> list[Citation]:
    """Every numbered citation, in reading order. ``laws``: where names of laws end → where the outermost begins, and its type."""
    found: list[Citation] = []
    for match in NUMBER.finditer(scan.key):
        number = printed(scan.key, match)
        rest = first_serials(scan, number.start, number.number, found[-1].span.end if found else 0)
        citation = _read(scan, match, number, rest[-1] if rest else found[-1] if found else None, laws)
        if citation is not None:
            found += [*rest, citation]
    return with_issuers(scan, found)


class _Lead(NamedTuple):
    """What stands before a number: where the citation begins, the type that is said there, and whether "số" is."""

    first: int
    kind: str | None
    so: re.Match[str] | None


def _read(
    scan: Scan, match: re.Match[str], printed: Printed, previous: Citation | None, laws: dict[int, tuple[int, str]]
) -> Citation | None:
    start, end, number, after = printed
    if any(span.overlaps(Span(start, end)) for span in scan.own):
        return None
    if _IN_ADDRESS.search(scan.low, max(0, start - _WINDOW), start) or _ADDRESS_GOES_ON.match(scan.low, end):
        return None
    lead = _lead(scan, printed, previous, laws)
    if lead is None or _is_own_title(scan, number, lead.first, end):
        return None
    blank = match.group("blank")
    if blank is not None and not (lead.kind and (lead.so if blank else lead.kind in scan.words.of_number(number))):
        return None
    kind = _kind(scan, lead, printed, previous)
    if lead.kind is None and kind is None and not match.group("year") and not _plain_number(number, scan):
        return None
    made = Citation(Span(lead.first, end), "numbered", type=kind, number=number)
    return _with_what_follows(scan, made, after, previous)


def _lead(scan: Scan, printed: Printed, previous: Citation | None, laws: dict[int, tuple[int, str]]) -> _Lead | None:
    """What the words before a number say of it; None where they say that it is no document's, or the heading of this one."""
    start, end, number, _ = printed
    offset = max(0, start - _WINDOW, previous.span.end if previous else 0)
    before = scan.low[offset:start]
    near = max(0, len(before) - _NEAR)
    if _NOT_DOCUMENTS.search(before, near):
        return None
    so = _SO.search(before, near)
    lead = before[: so.start()] if so else before
    said = laws.get(offset + len(lead.rstrip(" \n,("))) or _type_before(scan, number, offset, lead)
    said = said or (_qualified(scan, offset, lead) if so else None)
    if said is None and previous and previous.type and _JOIN.fullmatch(scan.low, previous.span.end, start):
        said = start, previous.type
    if said is None and so:
        if _is_heading(scan, offset + so.start(), end):
            return None
        said = start, _listed(scan, lead)
    return _Lead(*(said or (start, None)), so)


def _type_before(scan: Scan, number: str, offset: int, lead: str) -> tuple[int, str | None] | None:
    """Where the type word right before a number, or an abbreviation of one, begins, and the type that it stands for."""
    stem = lead.rstrip(" \n")
    near = max(0, len(stem) - _NEAR)
    word = scan.words.before.search(stem, near) if len(lead) - len(stem) <= 2 else None
    if word:
        return offset + word.start(), scan.words.name(word.group())
    short = scan.words.abbreviated.search(scan.key, offset + near, offset + len(stem))
    return (short.start(), _abbreviated(short.group(), scan, number)) if short else None


def _listed(scan: Scan, lead: str) -> str | None:
    """The type at the head of a list: "các Quyết định: số …"."""
    stem = lead.rstrip(" \n")
    listed = scan.words.before.search(stem[:-1].rstrip()) if stem.endswith(":") else None
    return scan.words.name(listed.group()) if listed and not listed.group().startswith("văn bản") else None


def _kind(scan: Scan, lead: _Lead, printed: Printed, previous: Citation | None) -> str | None:
    """The type that is said, as far as the number's code allows it; else the one that its code stands for."""
    kinds = scan.words.of_number(printed.number)
    if lead.kind is None:
        if previous and previous.type in kinds and "\n" not in scan.low[previous.span.end : printed.start]:
            return previous.type  # "các Quyết định: số 1/QĐ-A về …; số 2/QĐ-A về …"
        return only(kinds)
    return kinds[0] if lead.kind not in kinds and len(kinds) == 1 and lead.first == printed.start else lead.kind


def _with_what_follows(scan: Scan, made: Citation, after: int, previous: Citation | None) -> Citation:
    """The citation with the date and the issuer that the words behind its number, from ``after`` on, state."""
    monthly = _month_is_its(scan, made.span.start, previous) or _issuer_follows_month(scan, after, made.number or "")
    date = scan.day_after(after) or (scan.month_after(after) if monthly else None)
    issuer = issuer_after(scan.key, scan.low, date.span.end if date else after)
    stated = issuer.span if issuer else None
    said = date or _date_later(scan, monthly, stated.end if stated else after, bool(stated))
    if said and not (date or stated):
        issuer = issuer_after(scan.key, scan.low, said.span.end) or issuer
    if said is None and issuer is None:
        return made
    span = Span(made.span.start, date.span.end) if date else made.span
    return replace(
        made, span=span, date=said.iso if said else None, issuer=issuer.name if issuer else None, term=issuer.term if issuer else None
    )


def _abbreviated(word: str, scan: Scan, number: str) -> str | None:
    """The type that an abbreviation before a number stands for ("NĐ số 15/2020/NĐ-CP"), when the number's own code agrees."""
    kinds = scan.words.codes.get(word, ())
    stated = scan.words.of_number(number)
    if not kinds or (kinds != stated and not (len(kinds) == 1 and kinds[0] in stated)):
        return None
    if "/" in number.split("-")[0]:  # "12/QĐ-UBND": the State has no quy định under this code
        kinds = tuple(kind.name for kind in scan.words.types.of_code(word, "state")) or kinds
    return only(kinds)


def _plain_number(number: str, scan: Scan) -> bool:
    """Whether a number without type word and year is surely one: it has a known code, or two groups of symbols, none of them one letter
    as in the codes of forms ("0207-N/BBB")."""
    groups = re.split(r"[/-]", number)[1:]
    return bool(scan.words.of_number(number)) or (len(groups) >= 2 and min(map(len, groups)) >= 2)


def _is_heading(scan: Scan, start: int, end: int) -> bool:
    """Whether "Số: 12-QĐ/TU" stands alone in its line: a header, the document's own or a form's."""
    line = scan.key.rfind("\n", 0, start) + 1
    if ":" in scan.key[start:end] and not scan.key[line:start].strip(" *|-\t") and _PLACE_AND_DATE.match(scan.low, end):
        return True
    return not scan.key[line:start].strip(" *|-\t") and not re.match(r"[ ]?[\w(]", scan.key[end : end + 2])


_LABELS = ("số hiệu", "ký hiệu")
"""What a portal's table of a document's properties puts before its own number."""


def _is_own_title(scan: Scan, number: str, start: int, end: int) -> bool:
    """Whether type and number are all of a line and the document's own: a title that a web page sets above the letterhead."""
    own = scan.document.header.number
    if own is None or number_key(own) != number_key(number):
        return False
    line, stop = scan.key.rfind("\n", 0, start) + 1, scan.key.find("\n", end)
    if scan.low[line:start].rstrip(" :|*\t").endswith(_LABELS):
        return True
    around = scan.key[line:start] + scan.key[end : stop if stop >= 0 else len(scan.key)]
    return not around.strip(" *|-#\t.")


def _qualified(scan: Scan, offset: int, lead: str) -> tuple[int, str] | None:
    """A type word with words of its own before "số": "Báo cáo thẩm tra số", "Luật Tổ chức Chính phủ số". Where it begins, and the type."""
    tail = _NAMED_TAIL.search(lead)
    begin = tail.start() if tail else 0
    best: tuple[int, str] | None = None
    acts = scan.words.acts
    for word in _type_words(scan, lead, begin):
        name = word.group()
        between = lead[word.end() :]
        count = len(between.split())
        kind = scan.words.name(name)
        fits = 2 <= count <= 20 if kind in acts else count <= 8
        if fits and "\n" not in between:
            best = (offset + word.start(), kind)
    return best


def _type_words(scan: Scan, text: str, begin: int) -> list[re.Match[str]]:
    words: list[re.Match[str]] = []
    cursor = begin
    for found in re.finditer(r"(?<!\w)\w", text[begin:]):
        if begin + found.start() < cursor:
            continue
        word = scan.words.at.match(text, begin + found.start())
        if word:
            words.append(word)
            cursor = word.end()
    return words


_LATER = pattern(r",? ?\(?(?:(?P<made>(?:được )?(?:ban hành|ký ban hành|ký) )|cùng )?(?=ngày |(?P<month>tháng \d))")
_OF_DOCUMENT = pattern(rf"(?:(?:^|[.;(]|\n *[\n+•*–-])[^\w;:]*(?:{any_word('under-document')} )?|(?<!\w){any_word('on-document')} )$")
"""Before a citation: its sentence or its item of a list begins with it, or it is what a word does something to."""


def _month_is_its(scan: Scan, start: int, previous: Citation | None) -> bool:
    """Whether a month behind a citation is the one in which the document was issued: nothing but its document is spoken of.

    It may be that of what is done or told otherwise: "tiến độ thực hiện Kế hoạch số 45-KH/TU tháng 10/2031", "kinh phí của Đề án …". Where
    one is of that kind, so are those that follow in the same list.
    """
    if previous and _JOIN.fullmatch(scan.low, previous.span.end, start):
        return len(previous.date or "") == MONTH
    return scan.led(_OF_DOCUMENT, start) is not None


_SET_OFF = pattern(r"(?:, | ?\()(?=tháng \d)")


def _issuer_follows_month(scan: Scan, after: int, number: str) -> bool:
    """Whether a month in brackets or behind a comma stands before the body that can have issued the document: what is told of one document
    ("số 5-NQ/TU, tháng 3/2031 của Tỉnh ủy")."""
    lead = _SET_OFF.match(scan.low, after)
    month = date_at(scan.low, lead.end()) if lead else None
    issuer = issuer_after(scan.key, scan.low, month.span.end + scan.low.startswith(")", month.span.end)) if month else None
    return bool(issuer and issuer.name and fits(issuer.name, number, scan.register))


def _date_later(scan: Scan, monthly: bool, end: int, issued: bool) -> DateMention | None:
    """A date that the words after the issuer or a bracket give ("… của Bộ Chính trị ban hành ngày 22/12/2024"); not part of the span.

    ``issued``: ``end`` is the end of the issuer; the date may then follow at once. ``monthly``: see ``_month_is_its``.
    """
    lead = _LATER.match(scan.low, end)
    if not lead or not (issued or lead.group().strip(" ,")):
        return None
    if lead["month"] and not (monthly or lead["made"]):
        return None
    return date_at(scan.low, lead.end(), day_only=lead["month"] is None)
