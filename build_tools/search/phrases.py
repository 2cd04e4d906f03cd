"""Runs of pieces that a site repeats ("ủy ban nhân dân tỉnh"), so that a text file spells them with one code.

Deflate sees one file of some 20 KB at a time; what all files repeat it cannot know. Pairs of neighbours are joined in a few rounds, the
most frequent first, on a sample of the texts; then every text is cut greedily, the longest run first. Which texts are looked at is told by
what they belong to, not by their place among all: a change of another one teaches nothing new, and nothing is learnt again.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

SAMPLE = 300_000
"""Pieces that are looked at to learn phrases: enough for what is common, a fraction of a second."""
ROUNDS, PER_ROUND, LEAST = 6, 500, 4
USES = 2
"""A phrase that the sample uses less often than this is not worth a row of its own."""

Phrase = tuple[int, ...]


def learn(texts: Sequence[array[int]], may: Callable[[int], bool], least: float = 0) -> list[Phrase]:
    """Phrases of two pieces or more that recur in ``texts``. ``may`` tells whether a piece may be part of one;
    what they use less than ``least`` times is left out."""
    sample: list[Sequence[int]] = list(texts)
    base = 1 + max((max(text, default=0) for text in sample), default=0)
    runs: list[Phrase] = []

    def spelt(symbol: int) -> Phrase:
        return (symbol,) if symbol < base else runs[symbol - base]

    for _ in range(ROUNDS):
        count: Counter[tuple[int, int]] = Counter()
        for text in sample:
            count.update(pairwise(text))
        joined: dict[tuple[int, int], int] = {}
        often = [(-times, pair) for pair, times in count.items() if times >= LEAST]
        for _, pair in sorted(often):
            if len(joined) == PER_ROUND:
                break
            if all(symbol >= base or may(symbol) for symbol in pair):
                joined[pair] = base + len(runs)
                runs.append(spelt(pair[0]) + spelt(pair[1]))
        if not joined:
            break
        sample = [_join(text, joined) for text in sample]
    found = list(dict.fromkeys(runs))
    cutter, uses = Cutter(found, base), Counter[int]()
    for text in texts:
        uses.update(cutter.cut(text))
    return [phrase for place, phrase in enumerate(found) if uses[base + place] >= max(USES, least)]


def _join(text: Sequence[int], joined: dict[tuple[int, int], int]) -> list[int]:
    out: list[int] = []
    at, last = 0, len(text) - 1
    while at < last:
        symbol = joined.get((text[at], text[at + 1]))
        if symbol is None:
            out.append(text[at])
            at += 1
        else:
            out.append(symbol)
            at += 2
    if at == last:
        out.append(text[at])
    return out


class Cutter:
    """Cuts texts into phrases and single pieces. A phrase is given as ``first`` + its place in ``phrases``."""

    def __init__(self, phrases: Sequence[Phrase], first: int) -> None:
        self.first, self.count = first, len(phrases)
        self._tree: dict[int, _Node] = {}
        for place, phrase in enumerate(phrases):
            node = self._tree.setdefault(phrase[0], _Node())
            for piece in phrase[1:]:
                node = node.next.setdefault(piece, _Node())
            node.symbol = first + place

    def cut(self, text: Sequence[int]) -> array[int]:
        """``text`` with the longest phrase put for its pieces wherever one begins."""
        out = array("I")
        at, end = 0, len(text)
        tree = self._tree
        while at < end:
            symbol, here = text[at], at + 1
            node = tree.get(symbol)
            ahead = here
            while node is not None and ahead < end:
                node = node.next.get(text[ahead])
                ahead += 1
                if node is not None and node.symbol is not None:
                    symbol, here = node.symbol, ahead
            out.append(symbol)
            at = here
        return out


class _Node:
    __slots__ = ("next", "symbol")

    def __init__(self) -> None:
        self.next: dict[int, _Node] = {}
        self.symbol: int | None = None
