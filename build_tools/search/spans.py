"""Batches that stand together taken as one, a *span*: its lists are kept, so that a change puts those of one or two spans together anew,
and the lists of the site from spans, not from all batches.

Which batches make a span is told by their keys alone. A span numbers units from its first one on, as a batch does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from build_tools.cache import Store, digest
from build_tools.search.runs import Runs
from build_tools.search.shares import Share, kept_share
from build_tools.search.stretches import Stretches, chosen_of, kept_stretches, steps_in
from build_tools.search.tally import Counted, OwnLists, OwnPairs, as_bytes, numbers

KIND = "spans"
BATCHES = 16
"""So many batches a span has on the average: of fewer a site has many spans, of more much is put together anew."""
Kept = TypeVar("Kept", OwnLists, OwnPairs, Share, Stretches)
Sorts = Callable[[Sequence[str]], bytes]
"""What each of some pairs without tones is (see ``sorted_pairs``)."""


def spans(batches: Iterable[Counted]) -> Iterator[list[Counted]]:
    """The batches of each span; of those that nobody keeps each is one."""
    held: list[Counted] = []
    for batch in batches:
        if held and (not batch.key or int(batch.key[:8], 16) % BATCHES == 0):
            yield held
            held = []
        held.append(batch)
    if held:
        yield held


def own_of(span: Sequence[Counted], store: Store) -> OwnLists:
    """The lists of a span that rest on its batches alone, and its pairs without tones."""
    if len(span) == 1:
        return span[0].own_lists()
    key = digest(*(batch.key for batch in span))
    found = _read(key, OwnLists, store)
    if found is None:
        runs, start = Runs(), 0
        plain: dict[str, None] = {}
        for batch in span:
            own = batch.own_lists()
            runs.add(own.terms, own.held, start)
            plain |= dict.fromkeys(own.plain)
            start += len(batch.marks)
        found = OwnLists(*runs.joined(), list(plain))
        store.write(KIND, key, msgspec.msgpack.encode(found))
    return found


def share_of(span: Sequence[Counted], plain: Sequence[str], sorts: Sorts, store: Store) -> Share:
    """The share of a span, of which ``plain`` are the pairs without tones: of no batch anything is looked at where ``sorts`` says of these
    what it said before."""
    found = sorts(plain)
    if len(span) == 1:
        return kept_share(span[0], found, store)
    key = digest(*(batch.key for batch in span), found)
    share = _read(key, Share, store)
    if share is None:
        runs = Runs()
        bits: list[bytes] = []
        for batch in span:
            one = kept_share(batch, sorts(batch.own_lists().plain), store)
            runs.add(one.keys, one.held, len(bits))
            bits += one.bits
        share = Share(*runs.joined(), bits)
        store.write(KIND, key, msgspec.msgpack.encode(share))
    return share


def stretches_of(span: Sequence[Counted], stride: int, steps: Mapping[str, int], store: Store) -> Stretches:
    """The stretches of a span (see ``kept_stretches``), looked for in no batch where the ``steps`` of its pairs are what they were."""
    looked = [batch for batch in span if any(chosen_of(batch, stride))]
    if len(looked) < 2:
        return kept_stretches(looked[0], stride, steps, store) if looked else Stretches([], b"")
    keys = [batch.key for batch in looked]
    key = digest("stretches", *keys, str(stride), steps_in(_pairs_of(looked, store), steps))
    found = _read(key, Stretches, store)
    if found is None:
        number_of, row = {"": 0}, list[int]()
        for batch in looked:
            one = kept_stretches(batch, stride, steps, store)
            own = [number_of.setdefault(word, len(number_of)) for word in one.words]
            row += map(own.__getitem__, numbers(one.row))
        found = Stretches(list(number_of), as_bytes(row))
        store.write(KIND, key, msgspec.msgpack.encode(found))
    return found


def _pairs_of(span: Sequence[Counted], store: Store) -> OwnPairs:
    """The pairs of words of these batches, each once."""
    key = digest("pairs", *(batch.key for batch in span))
    found = _read(key, OwnPairs, store)
    if found is None:
        pairs: dict[str, None] = {}
        for own in map(Counted.own_pairs, span):
            pairs |= dict.fromkeys(own.pairs[: own.words])
        found = OwnPairs(list(pairs), len(pairs))
        store.write(KIND, key, msgspec.msgpack.encode(found))
    return found


def _read(key: str, kind: type[Kept], store: Store) -> Kept | None:
    data = store.read(KIND, key)
    try:
        return None if data is None else msgspec.msgpack.decode(data, type=kind)
    except msgspec.DecodeError:
        return None  # cut off, or of other makers
