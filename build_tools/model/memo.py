"""Remember what was computed from a large frozen value, by the value's own identity (hashing a whole register costs more than it saves)."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

KEPT = 8


def by_identity(function: Callable[[Key], Value]) -> Callable[[Key], Value]:
    """Decorator for a function of one frozen argument: its last results are kept for as long as the very same object is asked for."""
    kept: list[tuple[Key, Value]] = []

    @wraps(function)
    def remembered(key: Key) -> Value:
        for known, value in kept:
            if known is key:
                return value
        value = function(key)
        kept.insert(0, (key, value))
        del kept[KEPT:]
        return value

    return remembered
