"""Which words stand side by side where: lists for the pairs that are words or common, a table of bits for the others.

Most Vietnamese words are two syllables. A pair that with its tones stands together more often than by chance, or one that stands in many
units, has lists of the units where it stands (see ``body``): one for each way its tones are written. What is left sets bits: each pair
sets one bit of its unit, in the column that its hash names. A column is a bit a unit, so a query fetches one column for such a pair of its
words, and a unit without the bit does not have the pair. A bit set by another pair lets through some units in vain: ``FULL`` of them, for
each pair. A pair with a rare word needs no bit: few texts have it. Three words in a row set a bit where both their pairs are common.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.lexicon.keys import strip_marks
from build_tools.search.files import Folder
from build_tools.search.keys import fingerprint

SHARD = 1_300
FULL = 0.5
"""Share of bits that are set. Fewer would rule out more and cost more: .38 spared a few texts more, for 2 % of the index."""
COMMON, LISTED = 0.02, 0.03
"""A pair with lists that stands in more than this share of units is common; in more than the other share, it has lists, word or not."""
BOUND = 0.35
"""Least normalised pointwise mutual information of two syllables that are taken to be a word."""
PERHAPS = 0.22
"""The same, where names are looked for: "công nghiệp" is a word, though "công" and "nghiệp" stand in many."""
LEAST, SELDOM = 8, 0.0005
"""Units, and share of units, in which a pair has to stand to have lists."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The pairs that are ``words``, with their tones, and how surely they are (from ``PERHAPS`` to 1); the folded pairs that have lists;
    those that are ``common``, that is in more than ``most`` units."""

    words: Mapping[str, float]
    pairs: frozenset[str]
    common: frozenset[str]
    most: int


def listed_pairs(
    toned: Iterable[Sequence[str]], rows: Iterable[Sequence[str]], units: int, frequent: frozenset[str], paired: bool
) -> Listed:
    """Choose them. ``toned`` and ``rows`` are the terms of each unit, as they are and folded; ``paired``: all pairs of ``frequent`` words
    have lists. Whether a pair is a word is told by its tones: "câu hỏi" is, though "cau" and "hoi" stand in many words."""
    held: Counter[str] = Counter()
    for row in rows:
        held.update({f"{one} {two}" for one, two in pairwise(row) if one.isalpha() and two.isalpha()})
    least = max(LEAST, int(units * SELDOM))
    most = max(least, int(units * COMMON))
    often = {pair for pair, count in held.items() if count > max(least, units * LISTED)}
    words = dict(_words(toned, least))
    found = {strip_marks(pair) for pair, sure in words.items() if sure > BOUND} | often
    if paired:
        found.update(pair for pair, count in held.items() if count >= least and frequent.issuperset(pair.split(" ")))
    return Listed(words, frozenset(found), frozenset(pair for pair in found if held[pair] > most), most)


def _words(rows: Iterable[Sequence[str]], least: int) -> Iterator[tuple[str, float]]:
    """Pairs that stand in at least so many ``rows``, and together more often than by chance: how much more, as a share of what may be."""
    words: Counter[str] = Counter()
    times: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for row in rows:
        words.update(row)
        found = [f"{one} {two}" for one, two in pairwise(row) if one.isalpha() and two.isalpha()]
        times.update(found)
        held.update(set(found))
    total = sum(times.values())
    for pair, count in held.items():
        one, _, two = pair.partition(" ")
        if count < least:
            continue
        sure = math.log(times[pair] * total / (words[one] * words[two])) / -math.log(times[pair] / total)
        if sure > PERHAPS:
            yield pair, sure


def neighbours(row: Sequence[str], listed: Listed, rare: frozenset[str]) -> set[str]:
    """What sets bits in one unit: pairs of folded terms without lists, and three in a row of which both pairs are common."""
    pairs = [f"{one} {two}" for one, two in pairwise(row)]
    found = {pair for pair, one, two in zip(pairs, row, row[1:], strict=False) if one not in rare and two not in rare} - listed.pairs
    common = listed.common
    found.update(f"{one} {last}" for one, two, last in zip(pairs, pairs[1:], row[2:], strict=False) if one in common and two in common)
    return found


class Table:
    """Gathers neighbours unit by unit, then writes the columns."""

    def __init__(self) -> None:
        self._units: list[frozenset[int]] = []
        self._hashes: dict[str, int] = {}

    def add(self, found: Iterable[str]) -> None:
        """The neighbours of the next unit."""
        hashes = self._hashes
        self._units.append(frozenset(hashes[pair] if pair in hashes else hashes.setdefault(pair, fingerprint(pair)) for pair in found))

    def write(self, folder: Folder) -> tuple[int, int]:
        """Write the columns as ``s/N``; how many columns there are, and how many stand in one file."""
        total = len(self._units)
        mean = sum(map(len, self._units)) / max(1, total)
        columns = max(1, round(mean / -math.log(1 - FULL)))
        width = -(-total // 8)
        table = [bytearray(width) for _ in range(columns)]
        for unit, found in enumerate(self._units):
            byte, bit = unit >> 3, 1 << (unit & 7)
            for value in found:
                table[value % columns][byte] |= bit
        each = max(1, SHARD // max(1, width))
        for start in range(0, columns, each):
            folder.write(f"s/{start // each}", b"".join(table[start : start + each]))
        return columns, each
