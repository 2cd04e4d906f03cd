"""Numbers and symbols of documents in running text: what may be one, and its canonical form."""

from __future__ import annotations

import re
from typing import NamedTuple

from build_tools.lexicon.letters import PLAIN_CAPITALS as _CAPITAL
from build_tools.lexicon.pieces import FOOTNOTE_MARK, RAISED
from build_tools.lexicon.types import type_codes

SYMBOL = (
    rf"[{_CAPITAL}](?:[{_CAPITAL}0-9]|[a-zđ]{{1,2}}(?![^\W\d_])|[a-zđ](?=[{_CAPITAL}])|[&.](?=[{_CAPITAL}]))*"
    rf"(?:(?![^\W_{RAISED}])|(?=ngày|của))"
)
"""One group of capitals: "TW", "TTr", "QĐi", "QyĐ", "TTg", "QH15", "SGD&ĐT". Not the beginning of a word ("Chính")."""

NUMBER = re.compile(
    rf"""
    (?P<serial>\d(?<![\w.,/-].)\d{{0,4}}(?:\.\d{{1,3}})?[A-Za-z]?)
    (?:
        (?P<year>[ ]?/[ ]?(?:19|20)\d\d)(?P<yearsep>[ ]?//?[ ]?|[ ]?-[ ]?)     # 30/2020/NĐ-CP, 143/2025//NĐ-CP
      | (?P<sep>[ ]?[-/][ \n]?)                                                # 01-KL/TW, 15/QĐ-UBND
      | (?P<blank>[ ]|(?<=\d))(?=[A-ZĐ]{{2,6}}/[A-ZĐ]{{2}})                  # 74 TC/TCT, as once written; 12QĐ/TW, cut at its hyphen
    )
    (?P<symbol>{SYMBOL}(?:(?:[-/]|[ \n][-/]|[-/][ \n]){SYMBOL}){{0,8}})
    (?:(?<=[{_CAPITAL}])/(?:19|20)\d\d(?![\w/-]|\.\d))?                        # 07/TTr-BCD/2031: the year last
    """,
    re.VERBOSE,
)
"""A number as printed in the matching key, with stray blanks around its signs."""


_SPLIT = re.compile(r"(?<!\w)số:? (?P<first>\d{1,3}) $", re.IGNORECASE)
"""The first digits of a serial that a text layer cut in two: "số 1 5/QĐ-UBND"."""
_SPLIT_FAR = 10
_FAR = re.compile(rf"(?: [-/] |_)(?P<symbol>{SYMBOL}(?:[-/]{SYMBOL}){{0,4}})")
"""A further group of the symbol with blanks on both sides of its sign, or a line for its hyphen: "15/QĐ - UBND", "15/QĐ_UBND"."""
_GLUED = re.compile(r"(?<=/|-)(?:TW|TU|CP|TTg|UBND)(?P<mark>\d{1,2})\Z")
"""The mark of a note behind the code of a body that has no ordinal: "01-KL/TW1"."""
_MARK = re.compile(rf" ?{FOOTNOTE_MARK}| \(\d{{1,2}}\)(?= ngày| của|,)")


class Printed(NamedTuple):
    """A number as it stands in the matching key: where, canonically, and where what is said of it goes on, behind the mark of a note."""

    start: int
    end: int
    number: str
    after: int


def printed(key: str, match: re.Match[str]) -> Printed:
    """The number of a match of ``NUMBER``, with what a text layer cut off at either end and without the mark of a note."""
    start, end = match.span()
    text = match.group()
    first = _SPLIT.search(key, max(0, start - _SPLIT_FAR), start)
    if first and len(first.group("first") + match.group("serial")) <= 4:
        start, text = first.start("first"), first.group("first") + text
    symbol = match.group("symbol")
    if match.group("blank") == "":
        text = text.replace(symbol, f"-{symbol}")
    cut = symbol in type_codes() or (" " in text and "-" not in symbol)  # the body is missing: "15/QĐ"; or "7169 /VPCP"
    if cut and (far := _FAR.match(key, end)):
        end, text = far.end(), text + far.group().replace(" ", "").replace("_", "-")
    glued = _GLUED.search(text)
    if glued:
        text = text[: glued.start("mark")]
        return Printed(start, end - len(glued.group("mark")), canonical(text), end)
    mark = _MARK.match(key, end)
    return Printed(start, end, canonical(text), mark.end() if mark else end)


def canonical(printed: str) -> str:
    """The canonical form: no blanks, one hyphen, one slash; genuine mistakes of the document stay.

    >>> canonical("188- KL/TW")
    '188-KL/TW'
    """
    return re.sub(r"//+", "/", re.sub(r"\s+", "", printed))
