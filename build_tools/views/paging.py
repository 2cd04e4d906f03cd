"""Long lists in parts: no page of the site grows without end, and every part is one click from the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from build_tools.views.weight import PAGE, weight

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part:
    """This part of a list, counted from 1, and the pages of all parts."""

    number: int = 1
    pages: tuple[str, ...] = ()

    def page(self, whole: str) -> str:
        """The page of this part; ``whole`` is that of a list in one piece."""
        return self.pages[self.number - 1] if self.pages else whole


WHOLE = Part()
"""A list that is not cut."""


def part_path(path: str, number: int) -> str:
    """The page of a part; the first is the list's own page."""
    return path if number == 1 else path.replace("index.md", f"phan-{number}/index.md")


def beginning(items: tuple[T, ...], size: int) -> tuple[T, ...]:
    """The first items, as many as weigh ``size``; all if no more than that."""
    held = 0
    for number, item in enumerate(items):
        held += weight(item)
        if held > size:
            return items[: max(number, 1)]
    return items


def parts(
    path: str, items: Sequence[T], size: int = PAGE, weigh: Callable[[T], int] = weight, first: int = 0
) -> tuple[tuple[Part, tuple[T, ...]], ...]:
    """``items`` cut into parts of about ``size`` (an item counts what ``weigh`` says); at least one part, even of nothing.
    ``first``: what stands on the first page already.

    The last part is never a small rest of under a quarter.
    """
    cut: list[list[T]] = [[]]
    weights = [min(first, size // 2)]
    for item in items:
        heavy = weigh(item)
        if cut[-1] and weights[-1] + heavy > size:
            cut.append([])
            weights.append(0)
        cut[-1].append(item)
        weights[-1] += heavy
    if len(cut) > 1 and weights[-1] < size // 4:
        cut[-2:] = [cut[-2] + cut[-1]]
    pages = tuple(part_path(path, number) for number in range(1, len(cut) + 1)) if len(cut) > 1 else ()
    return tuple((Part(number, pages), tuple(part)) for number, part in enumerate(cut, 1))
