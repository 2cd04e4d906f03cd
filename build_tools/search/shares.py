"""What one batch of units adds to the lists of an index: kept, since most batches add the same as in the build before.

It follows from the batch and from what a site's counts make of its pairs. Numbers of units are told from the batch's first unit on, so that
a batch that stands elsewhere now adds the same.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import pairwise

import msgspec

from build_tools.cache import Store, digest
from build_tools.search.files import pack_numbers
from build_tools.search.neighbours import neighbours
from build_tools.search.tally import Tally, numbers

KIND = "lists"


class Share(msgspec.Struct, frozen=True):
    """``keys``: the terms and pairs that have lists; of each in how many units it stands (``counts``), the ``first`` and the ``last`` of
    them, and the steps between them (``rests``, see ``pack_list``). ``bits``: of each unit the fingerprints of what sets bits. Rows of
    numbers are arrays of 32 bits, written as bytes."""

    keys: list[str]
    counts: bytes
    first: bytes
    last: bytes
    rests: list[bytes]
    bits: list[bytes]


def kept_share(key: str, tally: bytes, sorts: bytes, store: Store) -> Share:
    """The share of the batch that is kept under ``key`` (empty: it is not). ``sorts``: see ``sorted_pairs``."""
    key = digest(key, sorts) if key else ""
    data = store.read(KIND, key) if key else None
    if data is not None:
        try:
            return msgspec.msgpack.decode(data, type=Share)
        except msgspec.DecodeError:
            pass  # cut off, or of other makers
    found = _made(msgspec.msgpack.decode(tally, type=Tally), sorts)
    if key:
        store.write(KIND, key, msgspec.msgpack.encode(found))
    return found


def _made(found: Tally, sorts: bytes) -> Share:
    of_terms: list[list[int]] = [[] for _ in found.terms]
    of_pairs: defaultdict[int, list[int]] = defaultdict(list)
    bits = []
    for number, (row, (pairs, prints)) in enumerate(zip(found.rows, neighbours(found, sorts), strict=True)):
        for term in set(numbers(row)):
            of_terms[term].append(number)
        for pair in pairs:
            of_pairs[pair].append(number)
        bits.append(array("I", prints).tobytes())
    lists = dict(zip(found.terms, of_terms, strict=True)) | {found.pairs[pair]: of_pairs[pair] for pair in sorted(of_pairs)}
    lists.pop("", None)
    return Share(
        list(lists), array("I", map(len, lists.values())).tobytes(),
        array("I", (units[0] for units in lists.values())).tobytes(), array("I", (units[-1] for units in lists.values())).tobytes(),
        [pack_numbers([two - one - 1 for one, two in pairwise(units)]) for units in lists.values()], bits,
    )  # fmt: skip
