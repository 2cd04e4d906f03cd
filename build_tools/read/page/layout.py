"""Words on a page to rows and lines, for PDF text and optical recognition alike. Measures are points from the page's top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median


@dataclass(frozen=True, slots=True)
class Word:
    """One word in its place: ``base`` is the base line, ``size`` the font's size, ``confidence`` 0-100 as recognition tells it.

    ``raised``: a superscript.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool = False
    italic: bool = False
    raised: bool = False
    confidence: float = 100.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text in its place. ``column`` is None for full-width text, 0 left and 1 right in a block of two columns.

    ``head`` is the width of the first word: whether it would have fitted on the line before tells a meant line end from a wrapped one.
    ``limit`` is the right edge of the column's longest line.
    """

    text: str
    page: int
    x0: float
    x1: float
    base: float
    size: float
    head: float
    bold: bool = False
    italic: bool = False
    column: int | None = None
    limit: float = 0.0

    @property
    def centre(self) -> float:
        """The horizontal middle."""
        return (self.x0 + self.x1) / 2


Box = tuple[float, float, float, float]
"""x0, top, x1, bottom; a ruling line is a thin one."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page: ``number`` from 1, width and height, words and ruling lines. ``ocr``: by optical recognition; ``turned``: its
    words stand as on a page set straight, otherwise than in the file."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Box, ...] = ()
    ocr: bool = False
    turned: bool = False
    across: tuple[str, ...] = ()
    """What is written across the reading direction (watermarks, labels beside a drawing, turned heads of columns): no part of the text."""
    struck: tuple[Word, ...] = ()
    """What a line is drawn through: no part of the text either."""


Row = list[Word]
"""Words on one base line, from left to right."""

SUPERSCRIPT = str.maketrans("0123456789()+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻")


def rows_of(words: Sequence[Word]) -> list[Row]:
    """Group words by base line, top to bottom. Superscripts go to the row of the word they stand at."""
    rows: list[Row] = []
    bases: list[float] = []
    for word in sorted((w for w in words if not w.raised), key=lambda w: (w.base, w.x0)):
        if rows and abs(word.base - bases[-1]) <= 0.22 * max(word.size, rows[-1][0].size):
            rows[-1].append(word)
        else:
            rows.append([word])
            bases.append(word.base)
    for word in words:
        if word.raised:
            index = _row_of_raised(word, rows, bases)
            if index is None:
                rows.append([word])
                bases.append(word.base)
            else:
                rows[index].append(word)
    order = sorted(range(len(rows)), key=bases.__getitem__)
    return [sorted(rows[index], key=lambda w: w.x0) for index in order]


def _row_of_raised(word: Word, rows: list[Row], bases: list[float]) -> int | None:
    best: tuple[float, int] | None = None
    for index, base in enumerate(bases):
        if -1 < base - word.base < 1.3 * word.size:
            near = min(min(abs(other.x1 - word.x0), abs(other.x0 - word.x1)) for other in rows[index])
            if near < word.size and (best is None or near < best[0]):
                best = near, index
    return None if best is None else best[1]


def base_of(row: Row) -> float:
    """The base line of a row."""
    return median(word.base for word in row if not word.raised) if any(not w.raised for w in row) else row[0].base


def size_of(row: Row) -> float:
    """The largest size that holds at least a third of a row's letters."""
    sizes: dict[float, int] = {}
    for word in row:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text) * (not word.raised)
    total = sum(sizes.values())
    return max((size for size, count in sizes.items() if count * 3 >= total), default=row[0].size)


def text_of(row: Sequence[Word]) -> str:
    """Join words; a superscript is glued to the word before it and written with superscript characters."""
    parts: list[str] = []
    previous: Word | None = None
    for word in row:
        if previous is not None:
            gap = word.x0 - previous.x1
            if gap >= (0.35 if word.raised else 0.06) * min(previous.size, word.size):
                parts.append(" ")
        parts.append(word.text.translate(SUPERSCRIPT) if word.raised else word.text)
        previous = word
    return "".join(parts)


def line_of(row: Sequence[Word], page: int, column: int | None = None) -> Line:
    """Join the words of a row, or of one column of it, to a line."""
    body = [word for word in row if not word.raised] or list(row)
    letters = sum(len(word.text) for word in body)
    return Line(
        text_of(row),
        page,
        x0=row[0].x0,
        x1=max(word.x1 for word in row),
        base=median(word.base for word in body),
        size=size_of(body),
        head=row[0].x1 - row[0].x0,
        bold=sum(len(word.text) for word in body if word.bold) > 0.9 * letters,
        italic=sum(len(word.text) for word in body if word.italic) > 0.9 * letters,
        column=column,
    )


def segments_of(row: Row) -> list[Row]:
    """Cut a row at gaps that are wide in themselves and against the row's other gaps."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(row)]
    if not gaps:
        return [row]
    usual = median(gaps) if len(gaps) > 2 else 0.0
    limit = max(0.75 * size_of(row), 2.2 * usual)
    parts = [[row[0]]]
    for word, gap in zip(row[1:], gaps, strict=True):
        if gap > limit and not word.raised:
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts
