"""What gives lines and tables away that only lay out a header or a signature block, in any format. The words are the lexicon's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from build_tools.lexicon.letters import CAPITALS
from build_tools.read.printed import AUTHORITY, nation, printed
from build_tools.read.printed import RECIPIENTS as RECIPIENT_WORDS

Cell = TypeVar("Cell")

_NATION = nation("capitals")
_DAY, _MONTH, _YEAR = (printed(word, case="exact") for word in ("day", "month", "year"))
_DOTS = r"[\s….]{0,30}\d{0,2}[\s….]{0,30}"

IN_RIGHT_COLUMN = re.compile(f"(?:{_NATION}|{nation('capitals', 'union')})")
"""The nation's, the Party's or the youth union's name stands in the right column of a header.

Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW.
"""
MISWRITTEN = f"(?i:{nation('folded', 'nation')})"
"""The nation's name with a wrong mark on a letter ("CỘNG HÕA"), looked for in a text without marks: no other words are these then."""
RECIPIENTS = re.compile(rf"\s*{printed(*RECIPIENT_WORDS, case='any')}\s*:?")
"""How the left column of a signature block begins."""
_OFFICES = printed("office", "office-in-signature", "office-or-body", "deputy", case="capitals")
_SIGNER = rf"(?:{printed(*AUTHORITY)}[./ ]|{_OFFICES}\b)"
SIGNERS = re.compile(rf"\s*{_SIGNER}[{CAPITALS} .,/–-]*(?:\s{{3,}}|\t\s*){_SIGNER}")
"""Two who sign side by side."""
DATED = re.compile(rf"\b{_DAY}\b.{{0,24}}\b{_MONTH}\b.{{0,24}}\b{_YEAR}\b", re.IGNORECASE)
"""The line of place and date, the last of a header's right column."""
BLOCK = re.compile(
    rf"^\s*(?:{nation('any')}|{printed(*RECIPIENT_WORDS, case='any')}"
    rf"|{printed(*AUTHORITY, 'acting')}\.?\s*[./]?\s*[{CAPITALS}])",
    re.MULTILINE,
)
"""A line of a cell that stands in the header or the signature block of an official document, and nowhere else."""
LAYOUT = re.compile(
    rf"{_NATION}|{printed(*RECIPIENT_WORDS, case='begin')}|^[ \t\xa0*]*(?:{printed(*AUTHORITY)}\b|{printed('number', case='begin')}\s*:)"
    rf"|{_DAY}{_DOTS}{_MONTH}{_DOTS}{_YEAR}|\({printed('signed', case='any')}[^)]{{0,40}}\)",
    re.MULTILINE,
)
"""The same, and what seldom stands in a table of data."""
BLANK = re.compile(
    rf"\b{printed('number', case='begin')}(?: ?:)?(?P<number>\s{{3,}})[-–/]\s?[{CAPITALS}]"
    rf"|\b{_DAY}(?P<day>\s{{3,}}){_MONTH}|\b{_MONTH}(?P<month>\s{{3,}}){_YEAR}"
)
"""A number, a day or a month left blank ("Số:       /QĐ-UBND", "ngày      tháng 3"): the hole in it parts no columns."""
MOST_FILLED = 14
"""A table that only lays out such a block has no more filled cells than this."""


def reading_order(rows: Sequence[Sequence[Cell]], whole: str) -> Iterator[list[tuple[int | None, Cell]]]:
    """The cells of a table that only lays out a block, in the order in which they are read, each with its column; none for a cell that is
    a row. A signature block (``whole`` is the words of the table) is read column by column, a header row by row."""
    signed = RECIPIENTS.match(whole.lstrip(" *_")) is not None
    for width, alike in groupby(rows, len):
        cells = list(alike)
        lines = zip(*cells, strict=True) if signed else cells
        for number, line in enumerate(lines):
            yield [(None if width == 1 else number if signed else column, cell) for column, cell in enumerate(line)]


def blank_holes(text: str) -> set[tuple[int, int]]:
    """Where a line was left blank to be written in by hand."""
    return {match.span(name) for match in BLANK.finditer(text) if (name := match.lastgroup)}
