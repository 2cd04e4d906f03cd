"""About how many bytes of HTML a model becomes: what pages are cut by, long before they are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any

from build_tools.views.pieces import Link

PAGE = 110_000
"""What a part of a list may weigh: with a small rest, the head and an error of the estimate, a page stays below 200 KB."""
LINK = 48
"""The mark-up of a link besides its address and words."""
VALUE = 16
"""The mark-up around a plain value."""


def weight(value: object) -> int:
    """The weight of a frozen value: all its words, and the mark-up around them."""
    return _WEIGHERS[type(value)](value)


class _Weighers(dict[Any, Callable[[Any], int]]):
    """How values of each type are weighed: lists of a whole site are, on each build."""

    def __missing__(self, kind: Any) -> Callable[[Any], int]:
        found = self[kind] = _weigher(kind)
        return found


def _weigher(kind: Any) -> Callable[[Any], int]:
    if issubclass(kind, str):
        return lambda value: len(value.encode()) + VALUE if value else 0
    if issubclass(kind, Link):
        return lambda link: LINK + len(link.page) + len(link.anchor) + len(link.text.encode()) + len(link.preview.encode())
    if issubclass(kind, (tuple, list)):
        return lambda values: sum(map(weight, values))
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
        if len(names) < 2:
            return lambda value: sum((weight(getattr(value, name)) for name in names), VALUE)
        parts = attrgetter(*names)
        return lambda value: sum(map(weight, parts(value)), VALUE)
    return lambda _: 0


_WEIGHERS = _Weighers()
