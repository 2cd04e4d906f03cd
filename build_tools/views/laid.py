"""How texts are laid out, as far as whoever leads to them must know: the ids of their places, what these are called, their parts.

It follows from a text alone, so it is kept by the key of its reading: a text that has not changed is not gone through again, and of its
outline nothing is held but while its own pages are made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from build_tools.cache import Store, digest, program
from build_tools.model.site import SiteDocument
from build_tools.views.divided import Divided, divide
from build_tools.views.outline import Outline, outline
from build_tools.views.places import place_names

KIND = "laid"
FEW = 8
"""Outlines, and sentences, of so many documents are held: the pages of a document are made one after the other."""
_BETWEEN, _IS = "\0", "\1"
"""Stand in no id and no name."""
Value = TypeVar("Value")


class Words(Mapping[str, str]):
    """Words by words, of which few are asked for: as one text they take a sixth of the room of a dict."""

    __slots__ = ("joined",)

    def __init__(self, joined: str) -> None:
        self.joined = joined

    @classmethod
    def of(cls, words: Mapping[str, str]) -> Words:
        """All of them, but those that stand for themselves in shorter form."""
        return cls(_BETWEEN + "".join(f"{key}{_IS}{'' if key == value else value or _IS}{_BETWEEN}" for key, value in words.items()))

    def __getitem__(self, key: str) -> str:
        begin = self.joined.find(f"{_BETWEEN}{key}{_IS}")
        if begin < 0:
            raise KeyError(key)
        begin += len(key) + 2
        found = self.joined[begin : self.joined.index(_BETWEEN, begin)]
        return "" if found == _IS else found or key

    def __iter__(self) -> Iterator[str]:
        return (item.partition(_IS)[0] for item in self.joined.split(_BETWEEN)[1:-1])

    def __len__(self) -> int:
        return self.joined.count(_BETWEEN) - 1


@dataclass(frozen=True, slots=True)
class Laid:
    """``anchors`` (see ``Outline``) and ``names`` of places (see ``place_names``), as ``Words`` joins them; the parts of a long text."""

    anchors: str
    names: str
    divided: Divided | None


class OnDemand(Mapping[str, Value], Generic[Value]):
    """Values by the ids of documents, each made when it is asked for; the last ``held`` of them are held. What ``make`` has not, it tells
    by a ``KeyError``."""

    def __init__(self, keys: Collection[str], make: Callable[[str], Value], held: int = 0) -> None:
        self._keys, self._make, self._most = keys, make, held
        self._held: dict[str, Value] = {}

    def __getitem__(self, key: str) -> Value:
        if key in self._held:
            return self._held[key]
        if key not in self._keys:
            raise KeyError(key)
        found = self._make(key)
        if self._most:
            self._held[key] = found
            if len(self._held) > self._most:
                del self._held[next(iter(self._held))]
        return found

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._keys if key in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class LaidOut:
    """How all texts of a site are laid out; ``store`` keeps it from build to build.

    Nothing below leads back to what holds it: a graph that is let go is gone at once.
    """

    def __init__(self, documents: Mapping[str, SiteDocument], store: Store) -> None:
        outlines = OnDemand(documents, lambda work: outline(documents[work].document), FEW)
        laid = OnDemand(documents, _Keeper(documents, outlines, store), len(documents))
        self.outlines: Mapping[str, Outline] = outlines
        self.anchors: Mapping[str, Mapping[str, str]] = OnDemand(documents, lambda work: Words(laid[work].anchors))
        self.names: Mapping[str, Mapping[str, str]] = OnDemand(documents, lambda work: Words(laid[work].names))
        self.divided: Mapping[str, Divided] = OnDemand(documents, lambda work: _parts(laid[work], work))


def _parts(laid: Laid, work: str) -> Divided:
    if laid.divided is None:
        raise KeyError(work)
    return laid.divided


@dataclass(frozen=True, slots=True)
class _Keeper:
    documents: Mapping[str, SiteDocument]
    outlines: Mapping[str, Outline]
    store: Store

    def __call__(self, work: str) -> Laid:
        reading = self.documents[work].reading
        if not reading:
            return self._made(work)
        key = digest(program(), work, reading)
        found = self.store.load(KIND, key)
        if not isinstance(found, Laid):
            found = self._made(work)
            self.store.save(KIND, key, found)
        return found

    def _made(self, work: str) -> Laid:
        document, outline = self.documents[work], self.outlines[work]
        names = Words.of(place_names(document.document.root, document.document.footnotes))
        return Laid(Words.of(outline.anchors).joined, names.joined, divide(document, outline))
