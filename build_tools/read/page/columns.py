"""Blocks of two columns: the heading of a document and its signature block. Left column first, then the right one.

Decree 30/2020/NĐ-CP, appendix I, and Party guidance 36-HD/VPTW lay them out so: issuer and number left, motto, place and date right;
recipients left, signatory right. They are found by a free vertical band (the gutter) through neighbouring rows, and accepted only
where their words are those of a heading or a signature block, so that forms and tables are never read column by column.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from build_tools.lexicon.keys import strip_marks
from build_tools.lexicon.types import document_types
from build_tools.read.page.layout import Line, Row, base_of, line_of, segments_of, size_of, text_of
from build_tools.read.printed import AUTHORITY, RECIPIENTS, nation, printed


def fold(text: str) -> str:
    """Lower case without diacritics, for comparing key words."""
    return strip_marks(text).lower()


_NATION = nation("folded")
HEADING = re.compile(
    rf"{_NATION}|{printed('motto', 'motto-cut', case='folded')}|{printed('day', case='folded')} .{{0,12}}{printed('month', case='folded')}"
    rf"|^{printed('number', case='folded')}\s*:"
)
"""Words of a heading, folded."""
SIGNING = re.compile(
    rf"^(?:{printed(*RECIPIENTS, *AUTHORITY, 'signing', case='folded')}"
    rf"|(?:{printed('deputy', case='folded')}\s+)?{printed('office', 'office-in-signature', case='folded')})\b"
)
"""Words of a signature block, folded."""
MOTTO = re.compile(rf"{_NATION}|{printed('motto', case='folded')}\s*[-–]")
"""How the right column of a heading begins, folded."""
_NUMBER_WORD = printed("number", case="folded")
NUMBER = re.compile(rf"(?:(?:{'|'.join(fold(kind.name) for kind in document_types() if kind.issued_as)}) )?{_NUMBER_WORD}\b")
"""How the line with the document's number begins, folded."""
NEVER = re.compile(rf"{printed('addressees', 'appendix', case='folded')}|{printed('form', case='folded')} {_NUMBER_WORD}")
"""How lines begin that belong to no column, folded."""
_LABEL = re.compile(rf"(?:{printed('article', case='folded')}\s+\d{{1,3}}[a-z]?|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[a-z]|[ivxl]{{1,5}})[.)]")
"""A provision's label, folded: behind its tab goes on the same line."""
MIN_GUTTER = 4.0
"""Points that must stay free between the columns."""


@dataclass(slots=True)
class _Band:
    """A run of rows ``first``..``last`` (inclusive) with the free interval ``low``..``high``.

    ``edges`` and ``centres`` are those of the right column's lines; ``numbered``: the document's number stands in the left one.
    """

    first: int
    last: int
    low: float
    high: float
    edges: list[float] = field(default_factory=list)
    centres: list[float] = field(default_factory=list)
    numbered: bool = False

    def take(self, left: Row, right: Row) -> None:
        """Note what a row of the block shows."""
        if right:
            self.edges.append(right[0].x0)
            self.centres.append((right[0].x0 + right[-1].x1) / 2)
        if left and NUMBER.match(fold(text_of(left))):
            self.numbered = True

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2


def lines_of(rows: list[Row], page: int, width: float) -> list[Line]:
    """The lines of a page in reading order."""
    segments = [_cut_at_motto(segments_of(row)) for row in rows]
    centre = text_centre(rows, width)
    lines: list[Line] = []
    done = 0
    for index in range(len(rows)):
        if index < done:
            continue
        band = _band_at(index, done, rows, segments, width, centre)
        if band is None:
            continue
        lines += [line_of(row, page) for row in rows[done : band.first]]
        lines += _in_columns([_sides(row, band.middle) for row in rows[band.first : band.last + 1]], page)
        done = band.last + 1
    return lines + [line_of(row, page) for row in rows[done:]]


def rest_of_block(rows: list[Row], page: int, gutter: tuple[float, float], width: float) -> tuple[int, list[Line]]:
    """How many rows at the top of a page go on with a signature block that the page end cut, and their lines.

    ``gutter``: right edge of the left column and left edge of the right one on the page before. The left column is a list of recipients.
    """
    low, high = gutter
    centre = text_centre(rows, width)
    sides: list[tuple[Row, Row]] = []
    for row in rows:
        free = _widest_free(row, low, high) if high - low >= MIN_GUTTER else None
        if free is None:
            break
        left, right = _sides(row, sum(free) / 2)
        above = next((text_of(other) for other, _ in reversed(sides) if other), ";")
        listed = not left or text_of(left).startswith(("-", "+", "–")) or not above.endswith((";", "."))
        titled = not left and abs((right[0].x0 + right[-1].x1) / 2 - centre) < 12
        if not listed or titled or NEVER.match(fold(text_of(row))):
            break
        sides.append((left, right))
    return len(sides), _in_columns(sides, page)


def _in_columns(sides: list[tuple[Row, Row]], page: int) -> list[Line]:
    lines: list[Line] = []
    for column in (0, 1):
        block = [line_of(pair[column], page, column) for pair in sides if pair[column]]
        limit = max((line.x1 for line in block), default=0.0)
        lines += [replace(line, limit=limit) for line in block]
    return lines


def heading_band(rows: list[Row], width: float) -> tuple[float, float, float] | None:
    """Top, bottom and gutter of the first block of two columns on a page; None where there is none."""
    segments = [_cut_at_motto(segments_of(row)) for row in rows]
    centre = text_centre(rows, width)
    for index in range(len(rows)):
        band = _band_at(index, 0, rows, segments, width, centre)
        if band is not None:
            first, last = rows[band.first], rows[band.last]
            return base_of(first) - 1.5 * size_of(first), base_of(last) + 0.5 * size_of(last), band.middle
    return None


def _cut_at_motto(parts: list[Row]) -> list[Row]:
    """A narrow gap before the motto or the Party's name is a column's edge all the same."""
    cut: list[Row] = []
    for part in parts:
        at = next((i for i in range(1, len(part) - 2) if is_motto(part[i : i + 4])), None)
        if at is not None and part[at].x0 - part[at - 1].x1 > max(MIN_GUTTER, 0.4 * size_of(part)) and fold(part[at - 1].text) != "nuoc":
            cut += [part[:at], part[at:]]
        else:
            cut.append(part)
    return cut


def is_motto(words: Row) -> bool:
    """The words begin with the name of the state or the Party in capitals, or with the motto."""
    text = text_of(words)
    return bool(MOTTO.match(fold(text))) and (text.isupper() or "-" in text)


def is_label(words: Row) -> bool:
    """The words are nothing but the label of a provision."""
    return _LABEL.fullmatch(fold(text_of(words))) is not None


def text_centre(rows: list[Row], width: float) -> float:
    """The middle of the type area, from the page's long rows."""
    spans = [(row[0].x0, row[-1].x1) for row in rows if row[-1].x1 - row[0].x0 > 0.6 * width]
    if len(spans) < 2:
        return width / 2
    return (min(x0 for x0, _ in spans) + max(x1 for _, x1 in spans)) / 2


def _band_at(index: int, done: int, rows: list[Row], segments: list[list[Row]], width: float, centre: float) -> _Band | None:
    """The block of two columns around row ``index``, if one is there and its words are those of a heading or signature block."""
    gap = _gap(index, rows, segments, width)
    if gap is None:
        return None
    band = _Band(index, index, *gap)
    band.take(*_sides(rows[index], band.middle))
    for step, stop in ((1, len(rows)), (-1, done - 1)):
        row = index + step
        while row != stop and _extend(band, rows[row], rows[row - step], centre, downwards=step > 0):
            if step > 0:
                band.last = row
            else:
                band.first = row
            row += step
    sides = [_sides(rows[number], band.middle) for number in range(band.first, band.last + 1)]
    texts = [fold(text_of(part)) for pair in sides for part in pair if part]
    signing = any(SIGNING.search(text) for text in texts)
    heading = sum(1 for text in texts if HEADING.search(text)) >= 2 or any(
        right and MOTTO.match(fold(text_of(right))) for _, right in sides
    )
    if not (heading or signing):
        return None
    _trim(band, rows)
    return band if band.first <= index <= band.last else None


def _gap(index: int, rows: list[Row], segments: list[list[Row]], width: float) -> tuple[float, float] | None:
    """The widest gap near the page's middle: inside the row, or between it and a lower neighbour that stands beside it."""
    parts = segments[index]
    gaps = [(left[-1].x1, right[0].x0) for left, right in pairwise(parts) if not (left is parts[0] and is_label(left))]
    if len(parts) == 1 and index + 1 < len(rows) and len(segments[index + 1]) == 1:
        here, there = rows[index], rows[index + 1]
        if base_of(there) - base_of(here) < 1.1 * size_of(here):
            left, right = (here, there) if here[0].x0 < there[0].x0 else (there, here)
            gaps.append((left[-1].x1, right[0].x0))
    gaps = [(low, high) for low, high in gaps if high - low >= MIN_GUTTER and 0.2 * width < high and low < 0.7 * width]
    return max(gaps, key=lambda gap: gap[1] - gap[0], default=None)


def _sides(row: Row, middle: float) -> tuple[Row, Row]:
    left = [word for word in row if (word.x0 + word.x1) / 2 <= middle]
    return left, [word for word in row if (word.x0 + word.x1) / 2 > middle]


def _extend(band: _Band, row: Row, neighbour: Row, centre: float, downwards: bool) -> bool:
    """Take ``row`` into the band if it leaves a gutter free and is no title of the page's middle."""
    size = max(size_of(row), size_of(neighbour))
    if abs(base_of(row) - base_of(neighbour)) > (9 if downwards else 2.5) * size or NEVER.match(fold(text_of(row))):
        return False
    free = _widest_free(row, band.low, band.high)
    if free is None:
        return False
    left, right = _sides(row, sum(free) / 2)
    if left and right:
        fits = _parted(row, left, right)
    elif right:
        fits = _in_right_column(band, right, centre)
    else:
        middle = abs((row[0].x0 + row[-1].x1) / 2 - centre) < 0.05 * centre
        title = downwards and band.numbered and text_of(row).isupper()
        fits = not middle and not title
    if fits:
        band.low, band.high = free
        band.take(left, right)
    return fits


def _parted(row: Row, left: Row, right: Row) -> bool:
    """The gap between the columns is wider than the row's other gaps and follows no label, or the motto begins after it."""
    if is_label(left):
        return False
    gaps = sorted(after.x0 - before.x1 for before, after in pairwise(row))
    wide = max(0.6 * size_of(row), 1.7 * gaps[len(gaps) // 2] if len(gaps) > 2 else 0.0)
    return right[0].x0 - left[-1].x1 >= wide or is_motto(right)


def _in_right_column(band: _Band, right: Row, centre: float) -> bool:
    """Not a title of the page: it begins where the column's lines begin, or its middle is nearer to theirs than to the page's."""
    flush = sum(abs(edge - right[0].x0) < 3 for edge in band.edges)
    if is_motto(right) or (flush >= 2 and 2 * flush > len(band.edges)):
        return True
    own = (right[0].x0 + right[-1].x1) / 2
    return abs(own - centre) >= abs(own - median(band.centres or [own]))


def _widest_free(row: Row, low: float, high: float) -> tuple[float, float] | None:
    """The widest part of ``low``..``high`` that no word of the row touches."""
    edges = [low]
    for word in row:
        if word.x1 > low and word.x0 < high:
            edges += [max(word.x0, low), min(word.x1, high)]
    edges.append(high)
    parts = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2)]
    widest = max(parts, key=lambda part: part[1] - part[0])
    return widest if widest[1] - widest[0] >= MIN_GUTTER else None


def _trim(band: _Band, rows: list[Row]) -> None:
    """Give back rows at the upper edge that hold one column only and stand clear above the other (the end of the body text)."""
    while band.first < band.last:
        left, right = _sides(rows[band.first], band.middle)
        if left and right:
            return
        text = fold(text_of(left or right))
        if HEADING.search(text) or SIGNING.search(text):
            return
        below = rows[band.first + 1]
        other = _sides(below, band.middle)[1 if left else 0]
        if other and base_of(below) - base_of(rows[band.first]) < 0.9 * size_of(below):
            return
        band.first += 1
