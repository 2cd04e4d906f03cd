"""Which two syllables stand together as one word or one term: "kinh tế", "công nghệ | thông tin", but not "tế trích".

The table was counted, not chosen: ``python -m tests.vietnamese.make_word_pairs`` makes it from public documents. That a pair is missing
says only that it is rare in them.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("word_pairs.txt")
"""A first syllable and those that follow it on each line, as keys."""


@lru_cache(maxsize=1)
def _following() -> dict[str, frozenset[str]]:
    lines = (line.split() for line in TABLE.read_text(encoding="utf-8").splitlines())
    return {first: frozenset(following) for first, *following in lines}


def belong_together(first: str, second: str) -> bool:
    """True for two syllables (as keys) that documents write one after the other far more often than by chance."""
    return second in _following().get(first, frozenset())
