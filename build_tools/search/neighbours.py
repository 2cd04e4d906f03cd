"""Which words stand side by side where: lists for the pairs that are words or common, a table of bits for the others.

Most Vietnamese words are two syllables. A pair that with its tones stands together more often than by chance, or one that stands in many
units, has lists of the units where it stands (see ``body``): one for each way its tones are written. What is left sets bits: each pair
sets one bit of its unit, in the column that its hash names. A column is a bit a unit, so a query fetches one column for such a pair of its
words, and a unit without the bit does not have the pair. A bit set by another pair lets through some units in vain: ``FULL`` of them, for
each pair. A pair with a rare word needs no bit: few texts have it. Three words in a row set a bit where both their pairs are common.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, repeat
from operator import mod

from build_tools.lexicon.keys import strip_marks
from build_tools.search.files import Folder
from build_tools.search.keys import fingerprint
from build_tools.search.tally import Tally, numbers
from build_tools.search.totals import PER_DOUBLING, Totals, magnitude

SHARD = 1_300
FULL = 0.5
"""Share of bits that are set. Fewer would rule out more and cost more: .38 spared a few texts more, for 2 % of the index."""
COMMON, LISTED = 0.02, 0.03
"""A pair with lists that stands in more than this share of units is common; in more than the other share, it has lists, word or not."""
BOUND = 0.35
"""Least normalised pointwise mutual information of two syllables that are taken to be a word."""
PERHAPS = 0.22
"""The same, where names are looked for: "công nghiệp" is a word, though "công" and "nghiệp" stand in many."""
LEAST, SELDOM = 4, 0.0005
"""Units, and share of units, in which a pair has to stand to have lists."""

RARE_PAIR, OPEN_PAIR, LISTED_PAIR, COMMON_PAIR = range(4)


@dataclass(frozen=True, slots=True)
class Listed:
    """The pairs that are ``words``, with their tones, and how surely they are (from ``PERHAPS`` to 1); of the folded pairs that have lists
    what they are (``sorts``): common are those in more than ``most`` units."""

    words: Mapping[str, float]
    sorts: Mapping[str, int]
    most: int


def listed_pairs(totals: Totals, units: int, frequent: frozenset[str], paired: bool) -> Listed:
    """Choose them. ``paired``: all pairs of ``frequent`` words have lists. Whether a pair is a word is told by its tones: "câu hỏi" is,
    though "cau" and "hoi" stand in many words."""
    held = totals.plain
    least = max(LEAST, int(units * SELDOM))
    most = max(least, int(units * COMMON))
    often = {pair for pair, count in held.items() if count > max(least, units * LISTED)}
    words = dict(_words(totals, least))
    found = {strip_marks(pair) for pair, sure in words.items() if sure > BOUND} | often
    if paired:
        found.update(pair for pair, count in held.items() if count >= least and frequent.issuperset(pair.split(" ")))
    return Listed(words, {pair: COMMON_PAIR if held[pair] > most else LISTED_PAIR for pair in found}, most)


def _words(totals: Totals, least: int) -> Iterator[tuple[str, float]]:
    """Pairs that stand in at least so many units, and together more often than by chance: how much more, as a share of what may be. Counts
    are taken by their magnitudes, so that a text more or less tells the same of almost all pairs."""
    total, terms = magnitude(totals.all_pairs), totals.terms
    for pair, count in totals.held.items():
        if count < least:
            continue
        one, _, two = pair.partition(" ")
        times = magnitude(totals.pairs[pair])
        sure = (times + total - magnitude(terms[one]) - magnitude(terms[two])) / max(total - times, PER_DOUBLING)
        if sure > PERHAPS:
            yield pair, sure


_SELDOM = 2
"""The bit that tells of a pair, beside what its lists make it, that a word of it is rare."""
_SORTS = bytes(sort & 3 or (RARE_PAIR if sort >> _SELDOM else OPEN_PAIR) for sort in range(8)) + bytes(248)


def sorted_pairs(plain: Sequence[str], listed: Listed, rare: frozenset[str]) -> bytes:
    """What each pair of a batch is, a byte each: all that ``neighbours`` makes of a site's counts."""
    if not plain:
        return b""
    seldom = bytes(map(rare.__contains__, " ".join(plain).split(" ")))  # of one pair after the other
    either = int.from_bytes(seldom[::2]) | int.from_bytes(seldom[1::2])
    found = int.from_bytes(bytes(map(listed.sorts.get, plain, repeat(0))))
    return (found | either << _SELDOM).to_bytes(len(plain)).translate(_SORTS)  # of millions of pairs: by functions that Python has in C


def neighbours(found: Tally, sorts: bytes, units: Iterable[int]) -> Iterator[tuple[Counter[int], set[int]]]:
    """Of each of these units of a batch, of which the pairs are ``sorted_pairs``: the numbers of its pairs that have lists, with how often
    each stands; and the fingerprints of what sets bits: pairs without lists or a rare word, and three in a row of which both pairs are
    common."""
    prints, plain_of = numbers(found.prints), numbers(found.plain_of)
    print_of = [prints[plain] for plain in plain_of]
    sort_of = bytes(map(sorts.__getitem__, plain_of)) + bytes([RARE_PAIR])  # the last is that of no pair
    for row in (numbers(found.pair_rows[unit]) for unit in units):
        signs = bytes(map(sort_of.__getitem__, row))
        bits = set(map(print_of.__getitem__, compress(row, signs.translate(_OPEN))))
        at = signs.find(_TWO)
        while at >= 0:
            first, last = (found.plain[plain_of[pair]] for pair in row[at : at + 2])
            bits.add(_print(first + last[last.index(" ") :]))
            at = signs.find(_TWO, at + 1)
        yield Counter(compress(row, signs.translate(_LISTED))), bits


_OPEN, _LISTED = (bytes(sort in sorts for sort in range(256)) for sorts in ((OPEN_PAIR,), (LISTED_PAIR, COMMON_PAIR)))
_TWO = bytes([COMMON_PAIR, COMMON_PAIR])


_print = lru_cache(maxsize=1 << 16)(fingerprint)


_ONE = ord("1")


class Table:
    """Gathers neighbours unit by unit, then writes the columns."""

    def __init__(self) -> None:
        self._units: list[array[int]] = []

    def add(self, found: Iterable[array[int]]) -> None:
        """The fingerprints of the neighbours of each of the next units."""
        self._units.extend(found)

    def write(self, folder: Folder) -> tuple[int, int]:
        """Write the columns as ``s/N``; how many columns there are, and how many stand in one file."""
        total = len(self._units)
        mean = sum(map(len, self._units)) / max(1, total)
        columns = max(1, round(mean / -math.log(1 - FULL)))
        width = -(-total // 8)
        rows = bytearray()
        for found in self._units:
            row = bytearray(b"0" * columns)
            deque(map(row.__setitem__, map(mod, found, repeat(columns)), repeat(_ONE)), maxlen=0)
            rows += row
        table = [int(b"0" + rows[column::columns][::-1], 2).to_bytes(width, "little") for column in range(columns)]
        each = max(1, SHARD // max(1, width))
        for start in range(0, columns, each):
            folder.write(f"s/{start // each}", b"".join(table[start : start + each]))
        return columns, each
