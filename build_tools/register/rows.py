"""Rows of YAML files to facts: ids, references, dates and sources checked, every fault with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar, cast

import msgspec

from build_tools.messages import nearest
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.register import Confidence, Source
from build_tools.model.row import Row
from build_tools.register.layers import Layered
from build_tools.register.tables import SourceRef, SourceRow
from build_tools.tables.yaml_text import YamlFile
from build_tools.vietnamese.dates import real_date

R = TypeVar("R", bound=Row)
Item = TypeVar("Item")


def plain_source(row: SourceRow) -> Source:
    """A source as ``sources.yaml`` describes it."""
    return Source(row.name, row.url or None, row.confidence, row.as_of or None, row.note or None)


def source_of(ref: str | SourceRef, known: Mapping[str, Source], confidence: Confidence) -> Source | None:
    """The source that a row names, with its own remarks on it; None where ``known`` has none under that id.

    ``confidence`` is that of a source described on the spot which does not state its own.
    """
    if isinstance(ref, str):
        return known.get(ref)
    if ref.name:
        return Source(ref.name, ref.url or None, ref.confidence or confidence, ref.as_of or None, ref.note or None)
    source = known.get(ref.ref)
    return source and replace(source, confidence=ref.confidence or source.confidence, note=ref.note or source.note)


class Rows:
    """The files of a register with the faults found so far, gathered so that an editor sees all of them at once."""

    def __init__(self, files: dict[str, Layered]) -> None:
        self.files = files
        self.faults: list[Diagnostic] = []
        self.sources: dict[str, Source] = {}
        self._tables: dict[str, tuple[Row, ...]] = {}

    def table(self, name: str, kind: type[R]) -> tuple[R, ...]:
        """The rows of a file, which its schema has been held against."""
        if name not in self._tables:
            self._tables[name] = msgspec.convert(self.files[name].value, tuple[kind, ...])  # type: ignore[valid-type]
        return cast(tuple[R, ...], self._tables[name])

    def add_fault(self, name: str, place: tuple[str | int, ...], key: str, /, **fields: Any) -> None:
        """Note the finding ``key`` of the catalogue at a place of a file."""
        self.faults.append(self.files[name].finding(key, place, **fields))

    def values(self, name: str, kind: type[R], make: Callable[[int, R], Item]) -> dict[str, Item]:
        """Each row made into its value, under its id and sorted by it; a second row of one id is a fault."""
        seen: dict[str, int] = {}
        found: dict[str, Item] = {}
        for index, row in enumerate(self.table(name, kind)):
            identifier = identifier_of(row)
            if identifier in seen:
                line = self.files[name].line((seen[identifier], "id"))
                self.add_fault(name, (index, "id"), "register-twice.id", id=identifier, first=line)
                continue
            seen[identifier] = index
            found[identifier] = make(index, row)
        return dict(sorted(found.items()))

    def sources_of(self, name: str, place: tuple[str | int, ...], refs: Sequence[str | SourceRef]) -> tuple[Source, ...]:
        """The sources that a row names, with its own remarks on them."""
        found = []
        for index, ref in enumerate(refs):
            source = source_of(ref, self.sources, "C")
            if source is None:
                self.unknown_id(name, (*place, "sources", index), "sources", ref if isinstance(ref, str) else ref.ref, self.sources)
            else:
                found.append(source)
        return tuple(found)

    def date_of(self, name: str, place: tuple[str | int, ...], value: str) -> str | None:
        """``value``, None where it was left out; a fault when the calendar has no such day."""
        if value and not real_date(value):
            self.add_fault(name, place, "register-date.unreal", date=value)
        return value or None

    def unknown_id(self, name: str, place: tuple[str | int, ...], where: str, key: str, known: Iterable[str]) -> None:
        """Note a reference that leads nowhere, with the nearest id there is."""
        near = nearest(key, known)
        self.add_fault(name, place, "register-unknown.id-near" if near else "register-unknown.id-add", id=key, where=where, near=near)

    def check_references(self, name: str, kind: type[Row], known: dict[str, set[str]], fields: dict[str, str]) -> None:
        """Every id in ``fields`` must be one of ``known``."""
        for index, row in enumerate(self.table(name, kind)):
            for field, where in fields.items():
                values: str | tuple[str, ...] = getattr(row, field)
                for position, key in enumerate([values] if isinstance(values, str) else values):
                    if key and key not in known[where]:
                        place = (index, field) if isinstance(values, str) else (index, field, position)
                        self.unknown_id(name, place, where, key, sorted(known[where]))

    def check_rings(self, name: str, kind: type[Row], field: str) -> None:
        """No row may stand above itself."""
        above: dict[str, str] = {identifier_of(row): getattr(row, field) for row in self.table(name, kind)}
        for index, start in enumerate(map(identifier_of, self.table(name, kind))):
            seen, at = {start}, above.get(start)
            while at and at not in seen:
                seen.add(at)
                at = above.get(at)
            if at == start:
                self.add_fault(name, (index, field), "register-ring.above", id=at)

    def check_redirect_rings(self, file: YamlFile) -> None:
        """No old address of ``redirects.yaml`` may lead back to itself."""
        renamed: dict[str, str] = file.value
        for old in sorted(renamed):
            seen, new = {old}, renamed[old]
            while new in renamed and new not in seen:
                seen.add(new)
                new = renamed[new]
            if new == old:
                self.faults.append(file.finding("register-ring.redirect", (old,), id=old))

    def check_span(self, name: str, kind: type[Row], first: str, last: str) -> None:
        """No existence may end before it begins."""
        for index, row in enumerate(self.table(name, kind)):
            since, until = getattr(row, first), getattr(row, last)
            if since and until and until < since:
                self.add_fault(name, (index, last), "register-date.order", until=until, since=since)


def identifier_of(row: Row) -> str:
    """The id of a row of a table that has ids."""
    return str(row.id)  # type: ignore[attr-defined]
