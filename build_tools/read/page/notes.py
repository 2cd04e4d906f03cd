"""Footnotes at a page's foot: smaller type, under a short rule or begun by a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.read.page.layout import SUPERSCRIPT, Box, Row, base_of, size_of, text_of

MARK = re.compile(r"^(?:[⁽]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}[⁾]?|\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}(?=[\s.]|[^\W\d])|\*{1,3})\s*[.:]?\s*")
"""How a footnote begins."""
RAISED_MARK = re.compile(r"^[⁽]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}[⁾]?")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its mark as it begins the text ("" where it goes on from the page before), its paragraphs as lines, the size."""

    mark: str
    paragraphs: tuple[tuple[str, ...], ...]
    size: float
    page: int


def split_notes(rows: list[Row], rules: Sequence[Box], height: float, page: int) -> tuple[list[Row], list[Note]]:
    """Body rows, and the footnotes at the page's foot."""
    if len(rows) < 2:
        return rows, []
    body = body_size(rows)
    first = len(rows)
    while first > 0 and size_of(rows[first - 1]) <= 0.93 * body and base_of(rows[first - 1]) > 0.25 * height:
        first -= 1
    if first == len(rows):
        return rows, []
    rule = _rule_above(rows, first, rules)
    start = next((i for i in range(first, len(rows)) if _begins(rows[i], ruled=rule is not None)), None)
    if rule is not None:
        top = rule
        under = next((i for i in range(first, len(rows)) if base_of(rows[i]) > top), first)
        start = under if start is not None or under < len(rows) else None
    if start is None:
        return rows, []
    left = min(row[0].x0 for row in rows[start:])
    right = max(row[-1].x1 for row in rows[start:])
    notes: list[tuple[str, list[list[str]], float]] = []
    before: Row | None = None
    for row in rows[start:]:
        text = text_of(row)
        begins = _begins(row, ruled=rule is not None)
        if begins or not notes:
            found = MARK.match(text) if begins else None
            mark = found.group().strip(" .:") if found else ""
            if mark.isdigit():
                text = mark.translate(SUPERSCRIPT) + " " + text[len(mark) :].lstrip(" .:")
                mark = mark.translate(SUPERSCRIPT)
            notes.append((mark, [[text]], size_of(row)))
        elif before is not None and _new_paragraph(row, before, left, right):
            notes[-1][1].append([text])
        else:
            notes[-1][1][-1].append(text)
        before = row
    made = [Note(mark, tuple(tuple(texts) for texts in paragraphs), size, page) for mark, paragraphs, size in notes]
    return rows[:start], made


def _new_paragraph(row: Row, before: Row, left: float, right: float) -> bool:
    """Indented after a line that ended short of where the row's first word would have fitted."""
    fitted = before[-1].x1 + 0.25 * row[0].size + (row[0].x1 - row[0].x0) < right - 2
    return row[0].x0 > left + 8 and fitted


def body_size(rows: Sequence[Row]) -> float:
    """The size that most letters of a page have."""
    sizes: dict[float, int] = {}
    for row in rows:
        for word in row:
            sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _begins(row: Row, ruled: bool) -> bool:
    text = text_of(row)
    if row[0].raised or RAISED_MARK.match(text):
        return bool(MARK.match(text))
    return ruled and bool(re.match(r"\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}\s+\S|\*{1,3}\s", text))


def _rule_above(rows: list[Row], first: int, rules: Sequence[Box]) -> float | None:
    """The y of a short level rule at the left, between the body and the small type."""
    low = base_of(rows[first - 1]) if first else 0.0
    high = base_of(rows[-1])
    left = min(row[0].x0 for row in rows)
    for x0, top, x1, bottom in rules:
        if bottom - top < 2.6 and 60 < x1 - x0 < 260 and abs(x0 - left) < 45 and low - 4 < top < high:
            return top
    return None
