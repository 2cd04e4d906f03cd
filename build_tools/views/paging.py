"""Long lists in parts: no page of the site grows without end, and every part is one click from the first."""

from __future__ import annotations

from collections.abc import Sequence
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


def parts(path: str, items: Sequence[T], size: int = SIZE) -> tuple[tuple[Part, tuple[T, ...]], ...]:
    """``items`` cut into parts; always at least one, even when empty. The last part is never a small rest of under a quarter."""
    count = max(1, (len(items) + size - 1) // size)
    if count > 1 and len(items) - (count - 1) * size < size // 4:
        count -= 1
    pages = tuple(part_path(path, number) for number in range(1, count + 1)) if count > 1 else ()
    cut = [tuple(items[index * size : (index + 1) * size if index < count - 1 else len(items)]) for index in range(count)]
    return tuple((Part(number, pages), part) for number, part in enumerate(cut, 1))
