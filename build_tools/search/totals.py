"""The counts of a whole site: sums of those of its batches, kept, so that a change adds what is new and takes off what is gone, no more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal

import msgspec

from build_tools.cache import Store, digest, program
from build_tools.search.tally import Tallies, Tally, as_bytes, numbers

KIND = "totals"
PER_DOUBLING = 8
"""Magnitudes from a count to its double."""


@lru_cache(maxsize=1 << 16)
def magnitude(count: int) -> int:
    """How many times a count of 1 grows by a twelfth or so to be as large: the same for counts that are nearly the same."""
    return round(PER_DOUBLING * math.log2(count)) if count else 0


def about(count: int) -> int:
    """A count, rounded to its magnitude: what rests on the size of a site should not change with each text."""
    return round(2 ** (magnitude(count) / PER_DOUBLING)) if count else 0


class Totals:
    """How often each term stands; in how many units each ``folded`` term and each ``plain`` pair of words; how often each pair of words
    stands, and in how many units, its tones counted; ``all_pairs``: how often any. Nothing is held that stands nowhere."""

    def __init__(self) -> None:
        self.terms: dict[str, int] = {}
        self.folded: dict[str, int] = {}
        self.plain: dict[str, int] = {}
        self.pairs: dict[str, int] = {}
        self.held: dict[str, int] = {}
        self.all_pairs = 0

    def add(self, found: Tally, sign: Literal[1, -1] = 1) -> None:
        """Add a batch, or take off one that was added."""
        change = _add if sign > 0 else _take_off
        change(self.terms, found.terms, numbers(found.times))
        change(self.folded, found.folded, found.folded.values())
        times = numbers(found.pair_times)[: found.words]
        self.all_pairs += sign * sum(times)
        change(self.pairs, found.pairs, times)
        change(self.held, found.pairs, numbers(found.pair_units)[: found.words])
        change(self.plain, found.plain, numbers(found.plain_units)[: found.plain_words])


def _add(totals: dict[str, int], keys: Iterable[str], counts: Iterable[int]) -> None:
    known = totals.get
    for key, count in zip(keys, counts, strict=False):  # of the keys, the first ones alone are counted
        totals[key] = known(key, 0) + count


def _take_off(totals: dict[str, int], keys: Iterable[str], counts: Iterable[int]) -> None:
    for key, count in zip(keys, counts, strict=False):
        left = totals[key] - count
        if left < 0:
            raise KeyError(key)
        if left:
            totals[key] = left
        else:
            del totals[key]


class _Sum(msgspec.Struct, frozen=True):
    """``Totals`` of the ``batches`` of these keys, written down; ``tables``: terms, folded, plain, pairs; counts are arrays of 32 bits."""

    batches: list[str]
    tables: list[tuple[list[str], bytes]]
    held: bytes
    all_pairs: int


def totals_of(tallies: Tallies, store: Store, tally_of: Callable[[str], Tally | None]) -> Totals:
    """The sums of all batches. ``store`` keeps them for the next build; ``tally_of`` gives, by its key, what was counted in a batch of an
    earlier build, None where that is lost."""
    keys = tallies.keys
    kept = store.folder is not None and all(keys)
    key = digest(KIND, program())
    before = _read(store.read(KIND, key)) if kept else None
    found = None if before is None else _changed(before, tallies, tally_of)
    if found is None:
        found = Totals()
        for batch in tallies:
            found.add(batch.tally)
    if kept and (before is None or before.batches != keys):
        store.write(KIND, key, msgspec.msgpack.encode(_written(keys, found)))
    return found


def _changed(before: _Sum, tallies: Tallies, tally_of: Callable[[str], Tally | None]) -> Totals | None:
    """What is new added and what is gone taken off; None where that would be as much work as to add up all, or cannot be done."""
    gone, new = Counter(before.batches), Counter(tallies.keys)
    gone, new = gone - new, new - gone
    if gone.total() + new.total() > len(before.batches) // 2:
        return None
    try:
        found = _spread(before)
        for key in gone.elements():
            old = tally_of(key)
            if old is None:
                return None
            found.add(old, -1)
    except (KeyError, ValueError):
        return None  # of other batches than it says
    for batch in tallies:
        if new[batch.key] > 0:
            new[batch.key] -= 1
            found.add(batch.tally)
    return found


def _written(keys: list[str], totals: Totals) -> _Sum:
    tables = [(list(table), as_bytes(table.values())) for table in (totals.terms, totals.folded, totals.plain, totals.pairs)]
    return _Sum(keys, tables, as_bytes(map(totals.held.__getitem__, totals.pairs)), totals.all_pairs)


def _spread(found: _Sum) -> Totals:
    totals = Totals()
    (totals.terms, totals.folded, totals.plain, totals.pairs) = (dict(zip(keys, numbers(row), strict=True)) for keys, row in found.tables)
    totals.held = dict(zip(totals.pairs, numbers(found.held), strict=True))
    totals.all_pairs = found.all_pairs
    return totals


def _read(data: bytes | None) -> _Sum | None:
    try:
        return None if data is None else msgspec.msgpack.decode(data, type=_Sum)
    except msgspec.DecodeError:
        return None
