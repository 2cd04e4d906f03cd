"""What a page carries beside its text: page numbers, running heads, stamps of electronic signatures, drawn dividers."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from build_tools.read.page.columns import fold
from build_tools.read.page.layout import Row, base_of, segments_of, size_of, text_of
from build_tools.read.printed import nation, printed

PAGE_NUMBER = re.compile(
    rf"^[-–—\s|.]*(?:{printed('page', case='folded')}\s*)?\d{{1,4}}"
    rf"(?:\s*(?:/|{printed('of-pages', case='folded')})\s*\d{{1,4}})?[-–—\s|.]*$"
)
"""Folded text of a page number: 3, - 3 -, Trang 3/10."""
GAZETTE = re.compile(rf"^(?:\d{{1,4}}\s+)?{printed('gazette', case='folded')}\s*/\s*{printed('number', case='folded')}\b.{{0,60}}$")
"""Folded running head of the Official Gazette."""
DIVIDER = re.compile(r"^[\s_\-–—=⎯─]{3,}$|^[-–—]{1,3}o0o[-–—]{1,3}$")
"""A line drawn with characters."""
STRAY = re.compile(r"[\[\]{}|\\~^`]")
"""A sign alone on its line: the anchor that signing software looks for."""
OWN = re.compile(
    rf"^(?:{printed('form', 'appendix', 'article', 'division', 'addressees', 'basis', 'motto', 'motto-cut', case='folded')}"
    rf"|{nation('folded', 'party')}|{printed('number', case='folded')}(?:\s*:| \d))|{nation('folded', 'nation')}"
)
"""Folded beginnings of lines that repeat from page to page in forms and appendices and yet are the document's own."""
STAMP = re.compile(rf"^\s*{printed('stamp', case='folded')}\s*:")
"""Folded lines of the visible part of an electronic signature."""
STAMP_FIRST = re.compile(rf"^\s*{printed('stamp-first', case='folded')}\b.{{0,4}}:?|^\s*{printed('stamp-valid', case='folded')}")
"""Folded first line of such a stamp."""


def shape(row: Row) -> str:
    """A row's folded text with all digits alike and the page number at either end left out: what a running head repeats."""
    text = re.sub(r"\d+", "#", fold(text_of(row)))
    return re.sub(r"^#\s+|\s+#$", "", text).strip()


def is_number(row: Row) -> bool:
    """A page number alone."""
    return bool(PAGE_NUMBER.match(fold(text_of(row))))


def split_furniture(rows: list[Row], height: float, around: set[str]) -> tuple[list[Row], list[str]]:
    """Rows of the body, and the texts of what was taken away as furniture.

    ``around``: the shapes of the outermost rows of the neighbouring pages; a head that repeats there is a running head.
    """
    body, taken = _without_stamps(rows)
    usual = median([base_of(below) - base_of(above) for above, below in pairwise(rows)] or [0.0])
    for at_top in (True, False):
        for count in (3, 2, 1):
            ends = body[:count] if at_top else body[-count:]
            if len(ends) == count and all(_is_furniture(row, height, at_top, around) for row in ends):
                inner = body[count : count + 1] if at_top else body[-count - 1 : -count]
                repeats = any(not is_number(row) and not GAZETTE.match(fold(text_of(row))) for row in ends)
                if repeats and inner and not _stands_off(ends[-1] if at_top else ends[0], inner[0], usual):
                    continue
                taken += [text_of(row) for row in ends]
                body = body[count:] if at_top else body[:-count]
                break
    return body, taken


def outermost(rows: list[Row], height: float) -> set[str]:
    """Shapes of the first and last two rows, where they stand in the margins."""
    ends = [row for row in rows[:2] if base_of(row) < 0.16 * height] + [row for row in rows[-2:] if base_of(row) > 0.86 * height]
    return {shape(row) for row in ends}


def _is_sentence(folded: str) -> bool:
    return len(folded) > 90 and folded.endswith((".", ";"))


def _without_stamps(rows: list[Row]) -> tuple[list[Row], list[str]]:
    """Rows without the lines of electronic signatures and without drawn dividers, and what the signatures say."""
    taken: list[str] = []
    kept: list[Row] = []
    stamp = 0
    for row in rows:
        own: Row = []
        for part in segments_of(row):
            folded = fold(text_of(part))
            if STAMP_FIRST.match(folded) and len(folded) < 160 and not _is_sentence(folded):
                stamp = 6
            if stamp and (STAMP.match(folded) or STAMP_FIRST.match(folded)):
                stamp -= 1
                taken.append(text_of(part))
            elif not all(DIVIDER.match(word.text) for word in part):
                own += part
        if own and not DIVIDER.match(text_of(own)) and not STRAY.fullmatch(text_of(own)):
            kept.append(own)
            stamp = max(0, stamp - 1)
    return kept, taken


def _is_furniture(row: Row, height: float, at_top: bool, around: set[str]) -> bool:
    """In the page's margin, and a page number, a gazette head, or a head that the neighbouring pages repeat."""
    base = base_of(row)
    if base > 0.13 * height if at_top else base < 0.87 * height:
        return False
    folded = fold(text_of(row))
    if is_number(row) or GAZETTE.match(folded):
        return True
    return sum(c.isalpha() for c in folded) > 3 and shape(row) in around and not OWN.search(folded)


def _stands_off(row: Row, inner: Row, usual: float) -> bool:
    """Further from the text than the text's lines are from one another."""
    gap = abs(base_of(inner) - base_of(row))
    return gap > max(1.5 * size_of(row), 1.15 * usual)
