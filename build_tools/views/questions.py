"""Questions that views ask a lookup in words: each is answered once, and a page that asks rests on the answer alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

Found = TypeVar("Found")
QUESTIONS: dict[str, Callable[..., Any]] = {}
"""By their names."""


def question(make: Callable[..., Found]) -> Callable[..., Found]:
    """What views ask a lookup in words, many of them the same (``make(*words, lookup)``): worked out once. A page that asks rests on the
    answer, not on what it was worked out from (see ``recorded``)."""
    name = make.__name__
    QUESTIONS[name] = make

    @wraps(make)
    def ask(*asked: Any) -> Found:
        *words, lookup = asked
        found: Found = lookup.answer(name, *words)
        return found

    return ask
