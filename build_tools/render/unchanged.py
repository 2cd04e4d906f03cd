"""Which pages are as in the build before, told without making their models: nothing that they asked of the site then is otherwise now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from build_tools.cache import Store, digest
from build_tools.views import Lookup
from build_tools.views.lookup import once
from build_tools.views.recorded import Fact, Facts, recording

KIND = "facts"


class Unit(NamedTuple):
    """Pages that were made together: the places of the facts that they rest on, the digest of these, each page's path and key."""

    facts: tuple[int, ...]
    digest: str
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """All facts, and the units that rest on them."""

    facts: list[Fact] = field(default_factory=list)
    units: dict[str, Unit] = field(default_factory=dict)


class Ledger:
    """What was written down in the build before under ``common``, and what is written down in this one."""

    def __init__(self, store: Store, common: str, lookup: Lookup) -> None:
        self.store, self.key = store, digest(KIND, common)
        self.lookup = lookup
        self.tell = once(lookup, KIND, "", lambda: Facts(lookup))
        self.before = self._load()
        self.now = Known()
        self._places: dict[Fact, int] = {}

    def unchanged(self, name: str) -> tuple[tuple[str, str], ...] | None:
        """Path and key of the pages of a unit that rests on the same as before; None for any other."""
        unit = self.before.units.pop(name, None)  # nobody asks for it again
        if unit is None:
            return None
        facts = [self.before.facts[place] for place in unit.facts]
        if self.tell.digest(facts) != unit.digest:
            return None
        self._write(name, facts, unit.digest, unit.pages)
        return unit.pages

    def recording(self, facts: set[Fact]) -> Lookup:
        """A lookup for the making of one unit."""
        return recording(self.lookup, facts)

    def learn(self, name: str, facts: set[Fact], pages: tuple[tuple[str, str], ...]) -> None:
        """Write down what a unit rests on."""
        ordered = sorted(facts)
        self._write(name, ordered, self.tell.digest(ordered), pages)

    def keep(self) -> None:
        """For the next build."""
        self.store.write(KIND, self.key, msgspec.msgpack.encode(self.now))

    def _write(self, name: str, facts: list[Fact], found: str, pages: tuple[tuple[str, str], ...]) -> None:
        self.now.units[name] = Unit(tuple(self._placed(facts)), found, pages)

    def _placed(self, facts: list[Fact]) -> Iterator[int]:
        for fact in facts:
            if fact not in self._places:
                self._places[fact] = len(self.now.facts)
                self.now.facts.append(fact)
            yield self._places[fact]

    def _load(self) -> Known:
        data = self.store.read(KIND, self.key)
        try:
            return Known() if data is None else msgspec.msgpack.decode(data, type=Known)
        except msgspec.DecodeError:
            return Known()
