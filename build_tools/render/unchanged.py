"""Which pages are as in the build before, told without making their models: nothing that they asked of the site then is otherwise now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from build_tools.cache import Store, digest, program
from build_tools.views import Lookup
from build_tools.views.recorded import Fact, Facts, Told, least, recording

KIND = "facts"


class Unit(NamedTuple):
    """What was made together: the places of the facts that it rests on, the digest of these; of pages each path and key, of an answer no
    path and its digest."""

    facts: tuple[int, ...]
    digest: str
    made: Told


@dataclass(frozen=True, slots=True)
class Known:
    """All facts, and the units that rest on them."""

    facts: list[Fact] = field(default_factory=list)
    units: dict[str, Unit] = field(default_factory=dict)


class Ledger:
    """What was written down in the build before of all that rests on a lookup, and what is written down in this one."""

    def __init__(self, lookup: Lookup, store: Store) -> None:
        self.lookup, self.store = lookup, store
        self.tell = Facts(lookup, self)
        self.before = self._load()
        self.now = Known(self.before.facts)
        self._places = {fact: place for place, fact in enumerate(self.now.facts)}

    @classmethod
    def of(cls, lookup: Lookup, store: Store) -> Ledger:
        """The one of a lookup."""
        found: Ledger = lookup.remembered.setdefault((KIND,), None) or cls(lookup, store)
        lookup.remembered[KIND,] = found
        return found

    def unchanged(self, name: str, common: str = "") -> Told | None:
        """What was made of a unit that rests on the same as before, ``common`` to many of them too; None for any other."""
        unit = self.before.units.pop(name, None)  # nobody asks for it again
        if unit is None:
            return None
        facts = [self.before.facts[place] for place in unit.facts]
        if common + self.tell.digest(facts) != unit.digest:
            return None
        self.now.units[name] = unit
        return unit.made

    def recording(self, facts: set[Fact]) -> Lookup:
        """A lookup for the making of one unit."""
        return recording(self.tell, facts)

    def learn(self, name: str, facts: set[Fact], made: Told, common: str = "") -> None:
        """Write down what a unit rests on."""
        ordered = least(facts)
        self.now.units[name] = Unit(tuple(self._placed(ordered)), common + self.tell.digest(ordered), made)

    def close(self) -> None:
        """Keep all of it for the next build, and let go of what is held: a lookup that nobody else holds is gone at once."""
        self.store.write(KIND, _key(), msgspec.msgpack.encode(_tidied(self.now)))
        self.lookup.remembered.clear()
        self.before, self.now, self.tell = Known(), Known(), Facts(self.lookup)

    def _placed(self, facts: list[Fact]) -> Iterator[int]:
        for fact in facts:
            if fact not in self._places:
                self._places[fact] = len(self.now.facts)
                self.now.facts.append(fact)
            yield self._places[fact]

    def _load(self) -> Known:
        data = self.store.read(KIND, _key())
        try:
            return Known() if data is None else msgspec.msgpack.decode(data, type=Known)
        except msgspec.DecodeError:
            return Known()


def _tidied(known: Known) -> Known:
    """The same without the facts of earlier builds on which nothing rests any more, once these are the most."""
    used = sorted({place for unit in known.units.values() for place in unit.facts})
    if 2 * len(used) > len(known.facts):
        return known
    now = {place: number for number, place in enumerate(used)}
    units = {name: unit._replace(facts=tuple(now[place] for place in unit.facts)) for name, unit in known.units.items()}
    return Known([known.facts[place] for place in used], units)


def _key() -> str:
    return digest(KIND, program())
