"""About how many bytes of HTML a model becomes: what pages are cut by, long before they are written."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
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
    if isinstance(value, str):
        return len(value.encode()) + VALUE if value else 0
    if isinstance(value, Link):
        return LINK + len(value.page) + len(value.anchor) + len(value.text.encode()) + len(value.preview.encode())
    if isinstance(value, (tuple, list)):
        return sum(map(weight, value))
    if is_dataclass(value) and not isinstance(value, type):
        return sum((weight(getattr(value, name)) for name in _names(type(value))), VALUE)
    return 0


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
