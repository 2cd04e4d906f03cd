"""Lists of a site put together from those of its batches, each packed already."""

from __future__ import annotations

from array import array
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from itertools import compress, count, repeat
from operator import add, iadd, sub

from build_tools.search.lists import Row, pack_numbers
from build_tools.search.tally import Lists


class _Packed(dict[int, bytes]):
    """Single numbers as ``pack_numbers`` packs them, each packed once: there are no more of them than units."""

    def __missing__(self, number: int) -> bytes:
        packed = self[number] = pack_numbers((number,))
        return packed


_PACKED = _Packed()


class Runs:
    """Lists that are put together from rising runs of numbers.

    There are millions of runs on a large site: each step is taken for all of those that are added together, by functions that Python has
    in C.
    """

    def __init__(self) -> None:
        self._places: defaultdict[str, int] = defaultdict(count().__next__)
        self._counts, self._firsts, self._ends = array("I"), array("I"), array("I")
        self._packed: list[bytearray] = []
        self._often: list[bytearray] = []

    def add(self, keys: Sequence[str], held: Lists, start: int) -> None:
        """Add to each key's list the numbers that ``held`` tells, told from ``start`` on; they are higher than those before. No key stands
        twice."""
        counts, firsts, lasts, rests, often = held.rows()
        known = len(self._packed)
        places = array("I", map(self._places.__getitem__, keys))
        new = len(self._places) - known
        self._counts.extend(repeat(0, new))
        self._ends.extend(repeat(0, new))
        self._packed.extend(bytearray() for _ in range(new))
        self._often.extend(bytearray() for _ in range(new))
        self._firsts.extend(compress(map(add, firsts, repeat(start)), map(known.__le__, places)))
        gaps = map(sub, map(add, firsts, repeat(start)), map(self._ends.__getitem__, places))
        runs = map(add, map(_PACKED.__getitem__, gaps), rests)
        _all(map(iadd, map(self._packed.__getitem__, places), runs))
        _all(map(iadd, map(self._often.__getitem__, places), often))
        _all(map(self._ends.__setitem__, places, map(add, lasts, repeat(start + 1))))
        _all(map(self._counts.__setitem__, places, map(add, counts, map(self._counts.__getitem__, places))))

    def joined(self) -> tuple[list[str], Lists]:
        """The keys, and what one ``add`` of them would add."""
        rests = [bytes(packed[len(_PACKED[first]) :]) for first, packed in zip(self._firsts, self._packed, strict=True)]
        lasts = array("I", (end - 1 for end in self._ends))
        return list(self._places), Lists(self._counts.tobytes(), self._firsts.tobytes(), lasts.tobytes(), rests, [*map(bytes, self._often)])

    def rows(self) -> dict[str, Row]:
        """The lists; each is let go here as soon as it is told."""
        found: dict[str, Row] = {}
        while self._places:
            key, _ = self._places.popitem()  # the last one first
            found[key] = Row(bytes(self._packed.pop()), bytes(self._often.pop()))
        return found


def _all(steps: Iterable[object]) -> None:
    """Take all steps, one after the other."""
    deque(steps, maxlen=0)
