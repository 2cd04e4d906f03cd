"""What the documents of one list share: the issuer at its head or its end, and the day of bare numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from build_tools.citations.around import patterns
from build_tools.citations.issuers import issuer_at
from build_tools.citations.said_before import BEFORE
from build_tools.citations.scan import Scan
from build_tools.model.citation import Citation
from build_tools.naming.codes import issuing_codes

_LIST_LEAD = 8
"""Characters in which the colon of a list stands before its first number: ": số "."""
_LIST_ENDS = re.compile(r"\n|\.(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Said:
    """An issuer and how far it reaches: on to the documents that follow in a list, or back to those before."""

    name: str | None
    onward: bool = False
    back: bool = False


def list_head(scan: Scan, citation: Citation) -> tuple[str, int] | None:
    """The issuer at the head of a list ("các Luật của Quốc hội: …", "đề nghị của Sở … tại các văn bản: …") and where the list ends."""
    start = citation.span.start
    if scan.low.find(":", max(0, start - _LIST_LEAD), start) < 0:
        return None
    lead = patterns().list_lead.search(scan.low, max(0, start - BEFORE), start)
    while lead:  # "theo các Thông tư của Bộ Bến bãi: ": the list begins behind "theo"
        phrase = issuer_at(scan.key, scan.low, lead.start("body"), lead.end("body"))
        if (lead["many"] or lead["at"]) and phrase and phrase.name and phrase.span and phrase.span.end == lead.end("body"):
            stop = _LIST_ENDS.search(scan.low, start)
            return phrase.name, stop.start() if stop else len(scan.low)
        lead = patterns().list_lead.search(scan.low, lead.start() + 1, start)
    return None


def joins(scan: Scan, first: Citation, second: Citation) -> bool:
    """Whether two citations are neighbours in one list; after a semicolon only one without a type word of its own."""
    gap = scan.low[first.span.end : second.span.start]
    if not patterns().join.fullmatch(gap) or not gap.strip():
        return False
    return ";" not in gap or _elliptic(scan, second)


def _elliptic(scan: Scan, citation: Citation) -> bool:
    return scan.low[citation.span.start].isdigit()


def share_back(scan: Scan, made: list[Citation], said: list[Said]) -> None:
    """Issuer and date at the end of a list go back to the documents before: the issuer where the code is
    the same, the date to bare numbers."""
    for index in range(len(made) - 2, -1, -1):
        one, other = made[index], made[index + 1]
        if not joins(scan, one, other):
            continue
        alike = issuing_codes(one.number or "", scan.register) == issuing_codes(other.number or "", scan.register)
        if said[index].name is None and said[index + 1].back and alike and (one.term is None or one.term == other.term):
            said[index] = said[index + 1]
        if one.date is None and other.date and _shares_date(scan, made, index):
            made[index] = replace(one, date=other.date)


def _shares_date(scan: Scan, made: list[Citation], index: int) -> bool:
    """Whether the day of the next document is this one's too: of bare numbers under one word where another document before has its own
    day, of numbers under one symbol, and where the text says "cùng ngày"."""
    one, other = made[index], made[index + 1]
    year = re.search(r"/((?:19|20)\d\d)/", one.number or "")
    if not other.date or (year and year.group(1) != other.date[:4]):
        return False
    if patterns().same_day.match(scan.low, _number_end(scan, other)):
        return True
    if not _elliptic(scan, other) or ";" in scan.low[one.span.end : other.span.start]:
        return False
    symbol_shared = scan.low[one.span.start : one.span.end].rstrip()[-1:].isdigit()
    return symbol_shared or (index > 0 and made[index - 1].date is not None and joins(scan, made[index - 1], one))


def _number_end(scan: Scan, citation: Citation) -> int:
    """Where the number of a citation ends: before its date, when it has one in its span."""
    text = scan.low[citation.span.start : citation.span.end]
    at = text.find(" ngày ")
    return citation.span.start + at if at >= 0 else citation.span.end
