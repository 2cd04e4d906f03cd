"""Which words stand side by side where: a table of bits that rules out most texts before any is read.

A row of bits for every unit would be long; instead each pair of neighbours sets one bit of its unit, in the column that its hash names.
A column is a bit a unit, so a query fetches one column for each pair of its words, and a unit without the bit does not have the pair. A
bit set by another pair lets through some units in vain: ``FULL`` of them, for each pair.

What needs no bit has none: a pair with a rare word (few texts have it), and what the site repeats so often that it has a code of its
own (see ``phrases``; where its words are, it is). In a run of frequent words three neighbours set a bit, too; where pairs of frequent
words have lists (see ``body``), these alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from build_tools.lexicon.keys import fold
from build_tools.search.files import Folder
from build_tools.search.keys import fingerprint
from build_tools.search.words import WORDLIKE

SHARD = 1_300
FULL = 0.32
"""Share of bits that are set. Fewer would rule out more and cost more."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Folded words that are frequent, words that are rare, pairs and triples that are often repeated; are frequent pairs ``listed``?"""

    frequent: frozenset[str]
    rare: frozenset[str]
    repeated: frozenset[str]
    listed: bool


def neighbours(terms: Sequence[str], kinds: Kinds) -> Iterator[str]:
    """What sets bits in one unit: pairs and triples of folded terms, joined by a blank."""
    frequent, rare, repeated = kinds.frequent, kinds.rare, kinds.repeated
    for at, (one, two) in enumerate(pairwise(terms)):
        if one in rare or two in rare:
            continue
        pair = f"{one} {two}"
        both = one in frequent and two in frequent
        if pair not in repeated and not (both and kinds.listed):
            yield pair
        if both and at + 2 < len(terms) and terms[at + 2] in frequent:
            triple = f"{pair} {terms[at + 2]}"
            if triple not in repeated:
                yield triple


def repeated(runs: Iterable[Sequence[str]]) -> frozenset[str]:
    """The pairs and triples of folded words within runs of pieces of text (anything but a word parts them)."""
    found: set[str] = set()
    for run in runs:
        words = [fold(piece) if WORDLIKE.fullmatch(piece) else "" for piece in run]
        for size in (2, 3):
            for at in range(len(words) - size + 1):
                if all(words[at : at + size]):
                    found.add(" ".join(words[at : at + size]))
    return frozenset(found)


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
