"""What one batch of units adds to the lists of pairs and to the bits: kept, since most batches add the same as in the build before.

It follows from the batch and from what a site's counts make of its pairs. Numbers of units are told from the batch's first unit on, so that
a batch that stands elsewhere now adds the same.
"""

from __future__ import annotations

from array import array
from collections import defaultdict

import msgspec

from build_tools.cache import Store, digest
from build_tools.search.neighbours import neighbours
from build_tools.search.tally import Counted, Lists, Tally

KIND = "lists"


class Share(msgspec.Struct, frozen=True):
    """``keys``: the pairs that have lists, and in which units each stands (``held``). ``bits``: of each unit the fingerprints of what sets
    bits, as arrays of 32 bits."""

    keys: list[str]
    held: Lists
    bits: list[bytes]


def kept_share(batch: Counted, sorts: bytes, store: Store) -> Share:
    """The share of a batch, kept where that is. ``sorts``: see ``sorted_pairs``."""
    key = digest(batch.key, sorts) if batch.key else ""
    data = store.read(KIND, key) if key else None
    if data is not None:
        try:
            return msgspec.msgpack.decode(data, type=Share)
        except msgspec.DecodeError:
            pass  # cut off, or of other makers
    found = _made(batch.tally, sorts)
    if key:
        store.write(KIND, key, msgspec.msgpack.encode(found))
    return found


def _made(found: Tally, sorts: bytes) -> Share:
    of_pairs: defaultdict[int, list[int]] = defaultdict(list)
    bits = []
    for number, (pairs, prints) in enumerate(neighbours(found, sorts)):
        for pair in pairs:
            of_pairs[pair].append(number)
        bits.append(array("I", prints).tobytes())
    listed = sorted(of_pairs)
    return Share([found.pairs[pair] for pair in listed], Lists.of([of_pairs[pair] for pair in listed]), bits)
