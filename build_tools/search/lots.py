"""Texts of one batch, as numbers of the pieces that the batch has, and cut into the phrases of a whole site: the latter is kept."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from build_tools.cache import Store, digest
from build_tools.search.phrases import Cutter

KIND = "cuts"


@dataclass(frozen=True, slots=True)
class Lot:
    """``texts``, each as places in ``numbers``, which are those of the site; ``marks`` tell texts apart however many there are; ``key``:
    under which the batch is kept (empty: it is not)."""

    texts: Sequence[array[int]]
    numbers: array[int]
    marks: Sequence[int]
    key: str = ""

    def chosen(self, stride: int) -> Iterator[array[int]]:
        """The texts that stand for so many others, in the numbers of the site."""
        return (self._spelt(text) for text, mark in zip(self.texts, self.marks, strict=True) if mark % stride == 0)

    def cut(self, cutter: Cutter, phrases: str, store: Store) -> list[array[int]]:
        """All texts cut, in the numbers of the site; ``phrases``: the digest of those that the cutter knows."""
        key = digest(self.key, phrases) if self.key else ""
        kept = _read(store.read(KIND, key)) if key else None
        own = len(self.numbers)
        if kept is not None:
            symbols = [*self.numbers, *range(cutter.first, cutter.first + cutter.count)]
            return [array("I", map(symbols.__getitem__, array("I", text))) for text in kept]
        found = [cutter.cut(self._spelt(text)) for text in self.texts]
        if key:
            place_of = {number: place for place, number in enumerate(self.numbers)}
            place_of |= {cutter.first + place: own + place for place in range(cutter.count)}
            store.write(KIND, key, msgspec.msgpack.encode([array("I", map(place_of.__getitem__, text)).tobytes() for text in found]))
        return found

    def _spelt(self, text: array[int]) -> array[int]:
        return array("I", map(self.numbers.__getitem__, text))


def _read(data: bytes | None) -> list[bytes] | None:
    try:
        return None if data is None else msgspec.msgpack.decode(data, type=list[bytes])
    except msgspec.DecodeError:
        return None
