"""Numbers that share the symbol of the last one: "các Kết luận số 187, 188-KL/TW", "Thông tư số 5, 6 và 7/2031/TT-BBB"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from build_tools.citations.scan import Scan
from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Citation
from build_tools.model.span import Span

_YEAR = re.compile(r"(?:19|20)\d\d")
_SO = r"(?:số ?:? ?)?"
_WINDOW = 90
"""Characters in which such a row and its type word stand."""


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A row of serials before the last one, and one serial of it."""
    join = rf" ?(?:[,;]|,? ?{any_word('list-join')}) ?"
    serial = rf"{_SO}(?P<serial>\d{{1,4}}[a-z]?)"
    row = pattern(rf"(?<![\d/.,-])(?:{serial.replace('?P<serial>', '?:')}{join}){{1,9}}{_SO}$")
    return row, pattern(serial + join)


def first_serials(scan: Scan, start: int, number: str, floor: int) -> list[Citation]:
    """The documents whose serials stand before the full number at ``start``; empty when no row of serials under a type word does.

    The type word must be one that the number's code can stand for.
    """
    begin = max(floor, start - _WINDOW)
    rows, one_of = _patterns()
    row = rows.search(scan.low, begin, start)
    if not row:
        return []
    lead = scan.low[begin : row.start()].rstrip()
    word = scan.words.before.search(lead)
    if not word:
        return []
    kind = scan.words.name(word.group())
    codes = scan.words.of_number(number)
    if codes and kind not in codes:
        return []
    symbol = re.sub(r"^\d+[A-Za-z]?(?:\.\d+)?", "", number)
    found: list[Citation] = []
    for one in one_of.finditer(scan.low, row.start(), start):
        if _YEAR.fullmatch(one.group("serial")):
            return []
        span = Span(one.start("serial"), one.end("serial"))
        found.append(Citation(span, "numbered", type=kind, number=scan.key[span.start : span.end] + symbol))
    found[0] = replace(found[0], span=Span(begin + word.start(), found[0].span.end))
    return found
