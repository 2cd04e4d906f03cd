"""Long lists in parts: no page of the site grows without end, and every part is one click from the first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
SIZE = 300
"""Entries of a page: about 150 KB of HTML, a second on a slow phone."""


@dataclass(frozen=True, slots=True)
class Part:
    """This part of a list, counted from 1, and the pages of all parts."""

    number: int = 1
    pages: tuple[str, ...] = ()


WHOLE = Part()
"""A list that is not cut."""


def part_path(path: str, number: int) -> str:
    """The page of a part; the first is the list's own page."""
    return path if number == 1 else path.replace("index.md", f"phan-{number}/index.md")


def parts(
    path: str, items: Sequence[T], size: int = SIZE, weigh: Callable[[T], int] = lambda _: 1
) -> tuple[tuple[Part, tuple[T, ...]], ...]:
    """``items`` cut into parts of about ``size`` (an item counts what ``weigh`` says); at least one part, even of nothing.

    The last part is never a small rest of under a quarter.
    """
    cut: list[list[T]] = [[]]
    weights = [0]
    for item in items:
        weight = weigh(item)
        if cut[-1] and weights[-1] + weight > size:
            cut.append([])
            weights.append(0)
        cut[-1].append(item)
        weights[-1] += weight
    if len(cut) > 1 and weights[-1] < size // 4:
        cut[-2:] = [cut[-2] + cut[-1]]
    pages = tuple(part_path(path, number) for number in range(1, len(cut) + 1)) if len(cut) > 1 else ()
    return tuple((Part(number, pages), tuple(part)) for number, part in enumerate(cut, 1))
