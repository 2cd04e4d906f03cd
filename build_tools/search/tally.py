"""What stands side by side in the units of one batch, counted once and kept with it; the counts of a whole site are their sums.

A batch numbers its terms and its pairs, and counts numbers: to spell a pair each time it stands would cost more than all else of an index.
"""

from __future__ import annotations

import tempfile
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

import msgspec

from build_tools.lexicon.keys import strip_marks
from build_tools.search.keys import begun, ended


class Tally(msgspec.Struct, frozen=True):
    """Of the units of a batch. Rows of numbers are arrays of 32 bits, written as bytes.

    ``terms``, how often each stands (``times``), and of each unit the numbers of its terms in order (``rows``); ``folded``: the terms
    without tones that have letters and figures alone, each with the number of units in which it stands.
    ``pairs``: neighbours that are ``folded``, with their tones, the first ``words`` of them pairs of words; how often each stands
    (``pair_times``), in how many units (``pair_units``), and of each unit the numbers of its pairs in order, those of no pair being
    ``len(pairs)`` (``pair_rows``). ``plain``: the pairs without tones, the first ``plain_words`` of them pairs of words; the number of
    units of each (``plain_units``), its fingerprint (``prints``), and which of them each pair is (``plain_of``).
    """

    terms: list[str]
    times: bytes
    rows: list[bytes]
    folded: dict[str, int]
    pairs: list[str]
    words: int
    plain_words: int
    pair_times: bytes
    pair_units: bytes
    pair_rows: list[bytes]
    plain: list[str]
    plain_units: bytes
    prints: bytes
    plain_of: bytes


class _Plain(msgspec.Struct):
    plain: list[str]


def plain_pairs(data: bytes) -> list[str]:
    """The ``plain`` pairs of a written ``Tally``, without reading all of it."""
    return msgspec.msgpack.decode(data, type=_Plain).plain


def numbers(data: bytes) -> array[int]:
    """A row of numbers that was written as bytes."""
    return array("I", data)


def tally(terms: Sequence[str], rows: Sequence[array[int]]) -> Tally:
    """Count units whose ``rows`` are places in ``terms``."""
    size = len(terms)
    plain_terms = [strip_marks(term) for term in terms]
    word = [term.isalpha() for term in plain_terms]
    usable = [term.isalnum() for term in plain_terms]
    times = Counter(chain.from_iterable(rows))
    keys = [[one * size + two for one, two in pairwise(row)] for row in rows]
    pair_times = Counter(chain.from_iterable(keys))
    apart = [divmod(key, size) for key in pair_times]
    first = [pair for pair in apart if word[pair[0]] and word[pair[1]]]
    rest = [pair for pair in apart if not (word[pair[0]] and word[pair[1]]) and usable[pair[0]] and usable[pair[1]]]
    pairs = first + rest
    none = len(pairs)
    number_of = {one * size + two: number for number, (one, two) in enumerate(pairs)}
    pair_rows = [array("I", [number_of.get(key, none) for key in row]) for row in keys]
    plain: dict[str, int] = {}
    plain_of = array("I", (plain.setdefault(f"{plain_terms[one]} {plain_terms[two]}", len(plain)) for one, two in pairs))
    plain_words = max(plain_of[: len(first)], default=-1) + 1  # those of words have the first numbers
    held = [set(row) - {none} for row in pair_rows]
    pair_units = Counter(chain.from_iterable(held))
    plain_units = Counter(chain.from_iterable({plain_of[pair] for pair in row} for row in held))
    folded = Counter(chain.from_iterable({plain_terms[term] for term in set(row) if usable[term]} for row in rows))
    starts = {term: begun(f"{term} ") for term in folded}
    return Tally(
        list(terms), _row(times[term] for term in range(size)), [row.tobytes() for row in rows], dict(folded),
        [f"{terms[one]} {terms[two]}" for one, two in pairs], len(first), plain_words,
        _row(pair_times[one * size + two] for one, two in pairs), _row(pair_units[pair] for pair in range(none)),
        [row.tobytes() for row in pair_rows], list(plain), _row(plain_units[pair] for pair in range(len(plain))),
        _row(ended(starts[pair[0]], pair[2]) for pair in map(_parted, plain)), plain_of.tobytes(),
    )  # fmt: skip


def _row(found: Iterator[int]) -> bytes:
    return array("I", found).tobytes()


def _parted(pair: str) -> tuple[str, str, str]:
    return pair.partition(" ")


class Totals:
    """The counts of many batches added up: how often each term stands; in how many units each ``folded`` term and each ``plain`` pair of
    words; how often each pair of words stands, and in how many units, its tones counted; ``all_pairs``: how often any."""

    def __init__(self) -> None:
        self.terms: Counter[str] = Counter()
        self.folded: Counter[str] = Counter()
        self.plain: dict[str, int] = {}
        self.pairs: dict[str, int] = {}
        self.held: dict[str, int] = {}
        self.all_pairs = 0

    def add(self, found: Tally) -> None:
        """Add a batch."""
        _add(self.terms, found.terms, numbers(found.times))
        _add(self.folded, found.folded, found.folded.values())
        times = numbers(found.pair_times)[: found.words]
        self.all_pairs += sum(times)
        _add(self.pairs, found.pairs, times)
        _add(self.held, found.pairs, numbers(found.pair_units)[: found.words])
        _add(self.plain, found.plain, numbers(found.plain_units)[: found.plain_words])


def _add(totals: dict[str, int], keys: Iterable[str], counts: Iterable[int]) -> None:
    known = totals.get
    for key, count in zip(keys, counts, strict=False):  # of the keys, the first ones alone are counted
        totals[key] = known(key, 0) + count


class Tallies:
    """The counts of all batches, on disk until they are gone through again: of a large site they would fill the memory."""

    def __init__(self) -> None:
        self.totals = Totals()
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by ``close``
        self._sizes: list[tuple[str, int]] = []

    def add(self, data: bytes | memoryview, key: str = "") -> Tally:
        """Add a batch, written by ``msgspec.msgpack``; ``key``: under which it is kept from build to build (empty: it is not)."""
        found = msgspec.msgpack.decode(data, type=Tally)
        self.totals.add(found)
        self._sizes.append((key, self._file.write(data)))
        return found

    def __iter__(self) -> Iterator[tuple[str, bytes]]:
        self._file.seek(0)
        for key, size in self._sizes:
            yield key, self._file.read(size)

    def close(self) -> None:
        """They are needed no longer."""
        self._file.close()
