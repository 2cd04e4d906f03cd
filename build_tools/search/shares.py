"""What one batch of units adds to the lists of pairs and to the bits: kept, since most batches add the same as in the build before.

It follows from the batch and from what a site's counts make of its pairs. Numbers of units are told from the batch's first unit on, so that
a batch that stands elsewhere now adds the same.
"""

from __future__ import annotations

from array import array

import msgspec

from build_tools.cache import Store, digest
from build_tools.search.neighbours import OPEN_PAIR, RARE_PAIR, neighbours
from build_tools.search.tally import Counted, Lists, Tally, numbers

KIND = "lists"


class Share(msgspec.Struct, frozen=True):
    """``keys``: the pairs that have lists, and in which units each stands (``held``). ``bits``: of each unit the fingerprints of what sets
    bits, as arrays of 32 bits."""

    keys: list[str]
    held: Lists
    bits: list[bytes]


def kept_share(batch: Counted, sorts: bytes, store: Store) -> Share:
    """The share of a batch, kept where that is. ``sorts``: see ``sorted_pairs``."""
    if not batch.key:
        return _made(batch.tally, sorts)
    found = _read(batch.key, sorts, store)
    if found is None:
        last = store.read(KIND, digest(batch.key)) or b""
        before = _read(batch.key, last, store) if len(last) == len(sorts) else None
        found = (before and _amended(before, batch.tally, last, sorts)) or _made(batch.tally, sorts)
        store.write(KIND, digest(batch.key, sorts), msgspec.msgpack.encode(found))
        store.write(KIND, digest(batch.key), sorts)
    return found


def _read(batch: str, sorts: bytes, store: Store) -> Share | None:
    data = store.read(KIND, digest(batch, sorts))
    try:
        return None if data is None else msgspec.msgpack.decode(data, type=Share)
    except msgspec.DecodeError:
        return None  # cut off, or of other makers


def _made(found: Tally, sorts: bytes) -> Share:
    found_pairs, found_bits = zip(*neighbours(found, sorts, range(len(found.pair_rows))), strict=True) if found.pair_rows else ((), ())
    listed, held = Lists.of(found_pairs)
    return Share([*map(found.pairs.__getitem__, listed)], held, [array("I", prints).tobytes() for prints in found_bits])


def _amended(before: Share, found: Tally, last: bytes, sorts: bytes) -> Share | None:
    """The share where some words of pairs without lists have become rare, or are no longer: the bits of units that have such pairs are
    others. None where more is otherwise. One more text makes some words rare or not, and most batches have them."""
    changed = {plain for plain, (one, two) in enumerate(zip(last, sorts, strict=True)) if one != two}
    if any(sort[plain] not in (RARE_PAIR, OPEN_PAIR) for plain in changed for sort in (last, sorts)):
        return None
    pairs = {pair for pair, plain in enumerate(numbers(found.plain_of)) if plain in changed}
    units = [unit for unit, row in enumerate(found.pair_rows) if not pairs.isdisjoint(numbers(row))]
    bits = list(before.bits)
    for unit, (_, prints) in zip(units, neighbours(found, sorts, units), strict=True):
        bits[unit] = array("I", prints).tobytes()
    return Share(before.keys, before.held, bits)
