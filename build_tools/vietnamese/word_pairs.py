"""Which two syllables stand together as one word or one term: "kinh tế", "công nghệ | thông tin", but not "tế trích".

The table was counted, not chosen: ``python -m tests.vietnamese.make_word_pairs`` makes it from public documents. That a pair is missing
says only that it is rare in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

TABLE = Path(__file__).with_name("word_pairs.txt")
"""A first syllable and those that follow it on each line, as keys: those that often do, "|", the others."""


@dataclass(frozen=True, slots=True)
class Followers:
    """The syllables that belong behind one: those that stand behind it in one of fifty places or more, and rarer ones."""

    often: frozenset[str]
    others: frozenset[str]

    @classmethod
    def parse(cls, line: str) -> Followers:
        """Read back what ``str`` writes."""
        often, _, others = line.partition("|")
        return cls(frozenset(often.split()), frozenset(others.split()))

    def __str__(self) -> str:
        return f"{' '.join(sorted(self.often))}|{' '.join(sorted(self.others))}"


NONE = Followers(frozenset(), frozenset())


@lru_cache(maxsize=1)
def _followers() -> dict[str, Followers]:
    lines = (line.partition(" ") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return {first: Followers.parse(rest) for first, _, rest in lines}


def belong_together(first: str, second: str) -> bool:
    """True for two syllables (as keys) that documents write one after the other far more often than by chance."""
    found = _followers().get(first, NONE)
    return second in found.often or second in found.others


def often_together(first: str, second: str) -> bool:
    """True where, besides, ``second`` is what often follows ``first``: "công nghệ | thông tin", but not "tài chính | hướng dẫn"."""
    return second in _followers().get(first, NONE).often
