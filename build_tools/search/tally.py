"""What stands side by side in the units of one batch, counted once and kept with it.

A batch numbers its terms and its pairs, and counts numbers: to spell a pair each time it stands would cost more than all else of an index.
"""

from __future__ import annotations

import tempfile
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, pairwise, repeat

import msgspec

from build_tools.lexicon.keys import strip_marks
from build_tools.search.keys import begun, ended
from build_tools.search.lists import how_often, pack_numbers


class Lists(msgspec.Struct, frozen=True):
    """In which units of a batch things stand, from its first unit on: in how many (``counts``), the ``first`` and the ``last`` of them, and
    the steps between them (``rests``), and how often in each (``often``; see ``Row``)."""

    counts: bytes
    first: bytes
    last: bytes
    rests: list[bytes]
    often: list[bytes]

    @classmethod
    def of(cls, found: Iterable[Mapping[int, int]]) -> tuple[list[int], Lists]:
        """Of each unit, how often things stand in it: all things that do, rising, and their lists."""
        units: defaultdict[int, list[int]] = defaultdict(list)
        often: defaultdict[int, bytearray] = defaultdict(bytearray)
        for number, here in enumerate(found):
            for thing, times in here.items():
                units[thing].append(number)
                often[thing].append(how_often(times))
        things = sorted(units)
        lists = [*map(units.__getitem__, things)]
        rests = [pack_numbers([two - one - 1 for one, two in pairwise(units)]) for units in lists]
        first, last = as_bytes(units[0] for units in lists), as_bytes(units[-1] for units in lists)
        return things, cls(as_bytes(map(len, lists)), first, last, rests, [*map(bytes, map(often.__getitem__, things))])

    def rows(self) -> tuple[array[int], array[int], array[int], list[bytes], list[bytes]]:
        """Counts, first and last units, the steps between them, and how often."""
        return numbers(self.counts), numbers(self.first), numbers(self.last), self.rests, self.often


class Tally(msgspec.Struct, frozen=True):
    """Of the units of a batch. Rows of numbers are arrays of 32 bits, written as bytes.

    ``terms``, how often each stands (``times``), and of each unit the numbers of its terms in order (``rows``); in which units each
    stands, and how often, one time more where it stands in a heading (``held``);
    ``folded``: the terms without tones that have letters and figures alone, each with the number of units in which it stands.
    ``pairs``: neighbours that are ``folded``, with their tones, the first ``words`` of them pairs of words; how often each stands
    (``pair_times``), in how many units (``pair_units``), and of each unit the numbers of its pairs in order, those of no pair being
    ``len(pairs)`` (``pair_rows``). ``plain``: the pairs without tones, the first ``plain_words`` of them pairs of words; the number of
    units of each (``plain_units``), its fingerprint (``prints``), and which of them each pair is (``plain_of``).
    """

    terms: list[str]
    times: bytes
    held: Lists
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


class OwnLists(msgspec.Struct, frozen=True):
    """As much of a ``Tally`` as tells its lists."""

    terms: list[str]
    held: Lists
    plain: list[str]


class OwnPairs(msgspec.Struct, frozen=True):
    """As much of a ``Tally`` as tells its pairs of words."""

    pairs: list[str]
    words: int


class Counted:
    """A written ``Tally``, or what gives it, of which no more is read than is asked for; ``key``: under which its batch is kept (empty: it
    is not); ``marks`` tell units apart however many there are (see ``Lot``)."""

    def __init__(self, key: str, written: bytes | Callable[[], bytes], marks: Sequence[int]) -> None:
        self.key, self._written, self.marks = key, written, marks

    @cached_property
    def data(self) -> bytes:
        """As it is written."""
        return self._written() if callable(self._written) else self._written

    @cached_property
    def tally(self) -> Tally:
        """All of it."""
        return msgspec.msgpack.decode(self.data, type=Tally)

    def own_lists(self) -> OwnLists:
        """Its lists."""
        return msgspec.msgpack.decode(self.data, type=OwnLists)

    def own_pairs(self) -> OwnPairs:
        """Its pairs."""
        return msgspec.msgpack.decode(self.data, type=OwnPairs)


def numbers(data: bytes) -> array[int]:
    """A row of numbers that was written as bytes."""
    return array("I", data)


def as_bytes(found: Iterable[int]) -> bytes:
    """Numbers written as ``numbers`` reads them."""
    return array("I", found).tobytes()


def tally(terms: Sequence[str], rows: Sequence[array[int]], headings: Iterable[Collection[str]] = repeat(())) -> Tally:
    """Count units whose ``rows`` are places in ``terms``; ``headings``: the terms of the headings of each."""
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
    pair_rows = [array("I", map(number_of.get, row, repeat(none))) for row in keys]
    plain: dict[str, int] = {}
    plain_of = array("I", (plain.setdefault(f"{plain_terms[one]} {plain_terms[two]}", len(plain)) for one, two in pairs))
    plain_words = max(plain_of[: len(first)], default=-1) + 1  # those of words have the first numbers
    held = [set(row) - {none} for row in pair_rows]
    pair_units = Counter(chain.from_iterable(held))
    plain_units = Counter(chain.from_iterable(set(map(plain_of.__getitem__, row)) for row in held))
    usable_terms = [plain if fit else "" for plain, fit in zip(plain_terms, usable, strict=True)]
    folded = Counter(chain.from_iterable(set(map(usable_terms.__getitem__, row)) for row in rows))
    del folded[""]
    starts = {term: begun(f"{term} ") for term in folded}
    number_of_term = {term: number for number, term in enumerate(terms)}
    _, lists = Lists.of(_more(Counter(row), map(number_of_term.__getitem__, heading)) for row, heading in zip(rows, headings, strict=False))
    return Tally(
        list(terms), as_bytes(times[term] for term in range(size)), lists, [row.tobytes() for row in rows], dict(folded),
        [f"{terms[one]} {terms[two]}" for one, two in pairs], len(first), plain_words,
        as_bytes(pair_times[one * size + two] for one, two in pairs), as_bytes(pair_units[pair] for pair in range(none)),
        [row.tobytes() for row in pair_rows], list(plain), as_bytes(plain_units[pair] for pair in range(len(plain))),
        as_bytes(ended(starts[pair[0]], pair[2]) for pair in map(_parted, plain)), plain_of.tobytes(),
    )  # fmt: skip


def _more(times: Counter[int], headings: Iterable[int]) -> Counter[int]:
    """A heading counts its terms once more."""
    times.update(headings)
    return times


def _parted(pair: str) -> tuple[str, str, str]:
    return pair.partition(" ")


class Tallies:
    """The counts of all batches, on disk until they are gone through again: of a large site they would fill the memory. Those that are kept
    anyway are read there, if anybody asks for them: of most batches nobody does."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by ``close``
        self._batches: list[tuple[str, int | Callable[[], bytes], Sequence[int]]] = []

    def add(self, written: bytes | Callable[[], bytes], key: str = "", marks: Sequence[int] = ()) -> None:
        """Add a batch, written by ``msgspec.msgpack`` (see ``Counted``)."""
        self._batches.append((key, written if callable(written) else self._file.write(written), marks))

    def __iter__(self) -> Iterator[Counted]:
        self._file.seek(0)
        for key, held, marks in self._batches:
            yield Counted(key, held if callable(held) else self._file.read(held), marks)

    @property
    def keys(self) -> list[str]:
        """The keys of all batches."""
        return [key for key, _, _ in self._batches]

    def close(self) -> None:
        """They are needed no longer."""
        self._file.close()
