"""Groups cut into units a few groups at a time: what a build cut before is not cut again.

Groups that stand together are taken together; where such a batch ends is told by the groups around its end, so that a group more or less
moves an end or two. A batch numbers its own terms and pieces of text, and so follows from its records alone.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate
from typing import NamedTuple

import msgspec

from build_tools.cache import Store, digest, program
from build_tools.search.groups import Group
from build_tools.search.initials import explained_in
from build_tools.search.lots import Lot
from build_tools.search.records import Options
from build_tools.search.tally import Tallies, Tally, tally
from build_tools.search.totals import about
from build_tools.search.units import LETTERS, MOST_UNITS, SMALLEST, Cutter, Unit
from build_tools.search.words import Words

KIND, TALLY = "units", "tallies"
BATCH = 64_000
"""Characters of text that a batch has at least; on the average twice as many. Of smaller ones a change asks for less, and all together hold
more: each tells its words anew."""
EACH = 200
"""Characters for which a group stands, be it ever so short."""

TOGETHER = 16
"""Units of one group that are looked at together, or not at all, where phrases are learnt."""


class Batch(msgspec.Struct, frozen=True):
    """``units`` of each group; the ``pieces``, each once, with how often each stands; of each unit the numbers of the pieces of its text;
    the abbreviations that texts explain (see ``explained_in``). What was counted in the units is kept beside it: few builds ask for it."""

    units: list[int]
    pieces: list[str]
    counts: list[int]
    packed: list[bytes]
    explained: list[tuple[str, str]]


class Site(NamedTuple):
    """What all batches tell: the texts of the units, how many there are, how many terms a unit aims at, the abbreviations
    that texts explain, each as often as they do."""

    lots: list[Lot]
    units: int
    aim: int
    explained: list[tuple[str, str]]


def cut_units(
    groups: Sequence[Group],
    words: Words,
    options: Options,
    step: Callable[[str, int, int], None],
    store: Store,
    tallies: Tallies,
) -> Site:
    """Cut every group into units, set ``group.units``. ``store`` keeps what was cut, ``tallies`` takes what stands in the units."""
    kinds = {key: number for number, (key, _) in enumerate(options.kinds)}
    sizes = [group.size for group in groups]
    aim = max(SMALLEST, about(sum(sizes) // LETTERS // MOST_UNITS))  # else each text more would cut all of a large site anew
    lots: list[Lot] = []
    explained: list[tuple[str, str]] = []
    done = 0
    for batch in batches(groups, sizes):
        step("văn bản", done, len(groups))
        done += len(batch)
        key = _key(batch, kinds, aim) if store.folder else ""
        found, counted = _kept(key, batch, kinds, aim, store)
        for group, count in zip(batch, found.units, strict=True):
            group.units = count
        marks = array("I", (_mark(group, at) for group in batch for at in range(group.units)))
        tallies.add(counted or partial(_tally, key, batch, kinds, aim, store), key, marks)
        lots.append(Lot([array("I", text) for text in found.packed], words.joined(found.pieces, found.counts), marks, key))
        explained += found.explained
    return Site(lots, sum(group.units for group in groups), aim, explained)


def batches(groups: Sequence[Group], sizes: Sequence[int]) -> Iterator[Sequence[Group]]:
    """Groups that are cut together: a new batch begins at a group whose sign is less than those of all that stand within ``BATCH``
    characters of it. ``sizes``: of the groups, in characters."""
    signs = [zlib.crc32(group.record.id.encode()) for group in groups]
    places = list(accumulate((max(EACH, size) for size in sizes), initial=0))
    start = 0
    for at in range(1, len(groups)):
        if _is_least(at, signs, places):
            yield groups[start:at]
            start = at
    if groups:
        yield groups[start:]


def _is_least(at: int, signs: Sequence[int], places: Sequence[int]) -> bool:
    """Is a sign less than all within ``BATCH`` of its place? Most are not, and soon known not to be."""
    for others in (range(at - 1, -1, -1), range(at + 1, len(signs))):
        for other in others:
            if abs(places[other] - places[at]) > BATCH:
                break
            if signs[other] <= signs[at]:
                return False
    return True


def tally_kept(key: str, store: Store) -> Tally | None:
    """What was counted in the batch that is kept under ``key``."""
    data = _counted(key, store)
    return None if data is None else msgspec.msgpack.decode(data, type=Tally)


class _Shape(msgspec.Struct, frozen=True):
    """As much of a written ``Tally`` as tells that it is one: of all others its values are passed over."""

    words: int


def _counted(key: str, store: Store) -> bytes | None:
    """The same, written down."""
    data = store.read(TALLY, key)
    try:
        return data if data is not None and msgspec.msgpack.decode(data, type=_Shape) else None
    except msgspec.DecodeError:
        return None  # cut off, or of other makers


def _mark(group: Group, at: int) -> int:
    """A number that stays whatever else changes, the same for some units of a group that stand together."""
    return zlib.crc32(f"{group.record.id} {at // TOGETHER}".encode())


def _key(groups: Sequence[Group], kinds: Mapping[str, int], aim: int) -> str:
    return digest(program(), repr((aim, sorted(kinds.items()))), *(group.key for group in groups))


def _kept(key: str, groups: Sequence[Group], kinds: Mapping[str, int], aim: int, store: Store) -> tuple[Batch, bytes | None]:
    """A batch; what was counted in it, where that was done now."""
    data = store.read(KIND, key)
    if data is not None:
        try:
            return msgspec.msgpack.decode(data, type=Batch), None
        except msgspec.DecodeError:
            pass  # cut off, or of other makers
    return _made(key, groups, kinds, aim, store)


def _tally(key: str, groups: Sequence[Group], kinds: Mapping[str, int], aim: int, store: Store) -> bytes:
    """What was counted in a batch that is kept; where that alone is lost it is cut once more."""
    return _counted(key, store) or _made(key, groups, kinds, aim, store)[1]


def _made(key: str, groups: Sequence[Group], kinds: Mapping[str, int], aim: int, store: Store) -> tuple[Batch, bytes]:
    found, counted = _cut(groups, kinds, aim)
    data = msgspec.msgpack.encode(counted)
    store.write(KIND, key, msgspec.msgpack.encode(found))
    store.write(TALLY, key, data)
    return found, data


def _cut(groups: Sequence[Group], kinds: Mapping[str, int], aim: int) -> tuple[Batch, Tally]:
    units: list[Unit] = []
    counts: list[int] = []
    words, terms = Words(), dict[str, int]()
    explained: list[tuple[str, str]] = []
    for group in groups:
        before = len(units)
        cutter = Cutter(units, words, aim)
        whole = group.records
        for record in whole:
            cutter.add(record, whole[0], kinds[record.kind])
            explained += explained_in(record.body)
        cutter.close()
        counts.append(len(units) - before)
    rows = [array("I", (terms.setdefault(term, len(terms)) for term in unit.terms)) for unit in units]
    counted = tally(list(terms), rows, [unit.headings for unit in units])
    return Batch(counts, *words.counted(), [unit.packed.tobytes() for unit in units], explained), counted
