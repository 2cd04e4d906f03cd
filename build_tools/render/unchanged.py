"""Which pages are as in the build before, told without making their models: nothing that they asked of the site then is otherwise now."""

from __future__ import annotations

from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import count
from typing import NamedTuple

import msgspec

from build_tools.cache import Store, digest, program
from build_tools.views import Lookup
from build_tools.views.recorded import SIZE, Fact, Facts, Told, least, recording

KIND = "facts"


class Unit(NamedTuple):
    """What was made together: the places of the facts that it rests on, as an array of 32 bits; what it shares with many others; of pages
    each path and key, of an answer no path and its digest."""

    facts: bytes
    common: str
    made: Told


@dataclass(slots=True)
class Known:
    """All facts with their digests (one after the other, of ``SIZE`` bytes each), and the units that rest on them."""

    facts: list[Fact] = field(default_factory=list)
    digests: bytearray = field(default_factory=bytearray)
    units: dict[str, Unit] = field(default_factory=dict)


class _Written(msgspec.Struct, frozen=True):
    """``Known`` with each word once: a fact is told by the places of its words."""

    words: list[str]
    facts: list[tuple[int, ...]]
    digests: bytes
    units: dict[str, Unit]


class Ledger:
    """What was written down in the build before of all that rests on a lookup, and what is written down in this one."""

    def __init__(self, lookup: Lookup, store: Store) -> None:
        self.lookup, self.store = lookup, store
        self.tell = Facts(lookup, self)
        self.before = self._load()
        self.now = Known(self.before.facts, self.before.digests.copy())
        self._same = _Same(self.before, self.tell)

    @classmethod
    def of(cls, lookup: Lookup, store: Store) -> Ledger:
        """The one of a lookup."""
        found: Ledger = lookup.remembered.setdefault((KIND,), None) or cls(lookup, store)
        lookup.remembered[KIND,] = found
        return found

    def unchanged(self, name: str, common: str = "") -> Told | None:
        """What was made of a unit that rests on the same as before, ``common`` to many of them too; None for any other."""
        unit = self.before.units.pop(name, None)  # nobody asks for it again
        if unit is None or unit.common != common or not all(map(self._same.__getitem__, array("I", unit.facts))):
            return None
        self.now.units[name] = unit
        return unit.made

    def recording(self, facts: set[Fact]) -> Lookup:
        """A lookup for the making of one unit."""
        return recording(self.tell, facts)

    def learn(self, name: str, facts: set[Fact], made: Told, common: str = "") -> None:
        """Write down what a unit rests on."""
        places = array("I", map(self._placed, least(facts)))
        self.now.units[name] = Unit(places.tobytes(), common, made)

    def close(self) -> None:
        """Keep all of it for the next build, and let go of what is held: a lookup that nobody else holds is gone at once."""
        self.store.write(KIND, _key(), msgspec.msgpack.encode(_written(_tidied(self.now))))
        self.lookup.remembered.clear()
        self.before, self.now, self.tell = Known(), Known(), Facts(self.lookup)
        self._same = _Same(self.before, self.tell)

    def _placed(self, fact: Fact) -> int:
        """The place of a fact, which is as it is now."""
        found = _filled(self.tell.one(fact))  # first: others may be learnt on the way
        place = self._places.get(fact)
        if place is None:
            place = self._places[fact] = len(self.now.facts)
            self.now.facts.append(fact)
        self.now.digests[place * SIZE : (place + 1) * SIZE] = found
        return place

    @cached_property
    def _places(self) -> dict[Fact, int]:
        return {fact: place for place, fact in enumerate(self.now.facts)}

    def _load(self) -> Known:
        data = self.store.read(KIND, _key())
        try:
            found = None if data is None else msgspec.msgpack.decode(data, type=_Written)
        except msgspec.DecodeError:
            found = None  # cut off, or of other makers
        return Known() if found is None else _spread(found)


class _Same(dict[int, bool]):
    """Whether the fact of a place is what it was in the build ``before``; each is looked at when it is first asked for."""

    def __init__(self, before: Known, tell: Facts) -> None:
        super().__init__()
        self.before, self.tell = before, tell

    def __missing__(self, place: int) -> bool:
        now = _filled(self.tell.one(self.before.facts[place]))
        found = self[place] = self.before.digests[place * SIZE : (place + 1) * SIZE] == now
        return found


def _filled(digest: bytes) -> bytes:
    return digest.ljust(SIZE, b"\0")


def _written(known: Known) -> _Written:
    places: defaultdict[str, int] = defaultdict(count().__next__)
    facts = [tuple(map(places.__getitem__, fact)) for fact in known.facts]
    return _Written(list(places), facts, bytes(known.digests), known.units)


def _spread(found: _Written) -> Known:
    return Known([tuple(map(found.words.__getitem__, fact)) for fact in found.facts], bytearray(found.digests), found.units)


def _tidied(known: Known) -> Known:
    """The same without the facts of earlier builds on which nothing rests any more, once these are the most."""
    used = sorted(set().union(*(array("I", unit.facts) for unit in known.units.values())))
    if 2 * len(used) > len(known.facts):
        return known
    now = {place: number for number, place in enumerate(used)}
    units = {
        name: unit._replace(facts=array("I", map(now.__getitem__, array("I", unit.facts))).tobytes()) for name, unit in known.units.items()
    }
    digests = bytearray().join(known.digests[place * SIZE : (place + 1) * SIZE] for place in used)
    return Known([known.facts[place] for place in used], digests, units)


def _key() -> str:
    return digest(KIND, program())
