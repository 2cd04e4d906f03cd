"""Characters with a line drawn through them: what a drafter deleted and the page still shows (tracked changes that were printed, a word
struck out by hand). Such words do not stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TypeVar

from build_tools.model.reading import Doubt
from build_tools.read.page.layout import Box, Page, rows_of, segments_of, text_of

Place = tuple[float, float, float, float]
"""Left and right edge, base line and size of a character."""

MIDDLE = (0.14, 0.52)
"""Ems above the base line between which a line goes through a letter: one below underlines it, one above belongs to what stands higher."""
THIN = 0.16
"""Ems: what is thicker is a bar drawn over the words, not a line through them."""
OUTSIDE = 0.45
"""Ems by which a line may reach beyond the letters that it strikes; a ruling line or a drawing's goes on."""
EDGE = 0.2
"""Share of a letter that may look out at either end of the line."""

LOOKS = 200_000
"""So often a character is held against a line; a page that asks for more is a drawing."""

T = TypeVar("T")


def struck_by(rules: Sequence[Box], things: Sequence[T], place: Callable[[T], Place]) -> frozenset[int]:
    """The indices of the characters that a level line goes through, from the first that it meets to the last."""
    levels = sorted((rule for rule in rules if rule[2] - rule[0] > rule[3] - rule[1]), key=_height)
    if not levels:
        return frozenset()
    heights = [_height(rule) for rule in levels]
    met: dict[int, list[int]] = {}
    looks = 0
    for index, thing in enumerate(things):
        left, right, base, size = place(thing)
        at = bisect_left(heights, base - MIDDLE[1] * size)
        while at < len(levels) and heights[at] <= base - MIDDLE[0] * size:
            x0, top, x1, bottom = levels[at]
            spare = EDGE * max(right - left, 0.2 * size)
            if bottom - top <= THIN * size and x0 - spare <= left and right <= x1 + spare:
                met.setdefault(at, []).append(index)
            at, looks = at + 1, looks + 1
        if looks > LOOKS:
            return frozenset()
    found: set[int] = set()
    for at, indices in met.items():
        places = [place(things[index]) for index in indices]
        outside = OUTSIDE * max(size for *_, size in places)
        if min(left for left, *_ in places) - levels[at][0] <= outside and levels[at][2] - max(right for _, right, *_ in places) <= outside:
            found.update(indices)
    return frozenset(found)


def _height(rule: Box) -> float:
    return (rule[1] + rule[3]) / 2


def beside_struck(page: Page) -> list[Doubt]:
    """The lines of a page from which words are struck, as they read without them: who struck what, and whether he meant to, is not told
    by the page."""
    struck = set(map(id, page.struck))
    parts = [part for row in rows_of((*page.words, *page.struck)) for part in segments_of(row)]
    lines = [[word for word in part if id(word) not in struck] for part in parts if any(id(word) in struck for word in part)]
    return list(dict.fromkeys(Doubt(page.number, text_of(line)) for line in lines if line))
