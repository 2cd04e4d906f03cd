"""Rows of YAML files to facts: ids, references, dates and sources checked, every fault with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from build_tools.messages import nearest
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.register import Source
from build_tools.tables.yaml_text import YamlFile
from build_tools.vietnamese.dates import real_date

Row = dict[str, Any]
Item = TypeVar("Item")


def plain_source(row: Row, as_of: str | None) -> Source:
    """A source as ``sources.yaml`` describes it."""
    return Source(row["name"], row.get("url"), row.get("confidence", "A"), as_of, row.get("note"))


@dataclass(frozen=True, slots=True)
class _Row(Generic[Item]):
    id: str
    value: Item


class Rows:
    """The files of a register with the faults found so far, gathered so that an editor sees all of them at once."""

    def __init__(self, files: dict[str, YamlFile]) -> None:
        self.files = files
        self.faults: list[Diagnostic] = []
        self.sources: dict[str, Source] = {}

    def add_fault(self, name: str, place: tuple[str | int, ...], key: str, /, **fields: Any) -> None:
        """Note the finding ``key`` of the catalogue at a place of a file."""
        self.faults.append(self.files[name].finding(key, place, **fields))

    def rows_of(self, name: str, make: Callable[[str, int, Row], Item]) -> Iterable[_Row[Item]]:
        """Each row made into its value, under its id; a second row of one id is a fault."""
        seen: dict[str, int] = {}
        for index, row in enumerate(self.files[name].value):
            identifier = row["id"]
            if identifier in seen:
                line = self.files[name].line((seen[identifier], "id"))
                self.add_fault(name, (index, "id"), "register-twice.id", id=identifier, first=line)
                continue
            seen[identifier] = index
            yield _Row(identifier, make(name, index, row))

    def all_of(self, name: str, make: Callable[[str, int, Row], Item]) -> tuple[Item, ...]:
        """All rows of a file as values, sorted by id."""
        rows = {row.id: row.value for row in self.rows_of(name, make)}
        return tuple(rows[key] for key in sorted(rows))

    def sources_of(self, name: str, place: tuple[str | int, ...], row: Row) -> tuple[Source, ...]:
        """The sources that a row names, with its own remarks on them."""
        found = []
        for index, ref in enumerate(row.get("sources", ())):
            if isinstance(ref, dict) and "name" in ref:
                found.append(Source(ref["name"], ref.get("url"), ref.get("confidence", "C"), ref.get("as_of"), ref.get("note")))
                continue
            key = ref["ref"] if isinstance(ref, dict) else ref
            source = self.sources.get(key)
            if source is None:
                self.unknown_id(name, (*place, "sources", index), "sources", key, self.sources)
                continue
            if isinstance(ref, dict):
                note = ref.get("note", source.note)
                source = Source(source.name, source.url, ref.get("confidence", source.confidence), source.as_of, note)
            found.append(source)
        return tuple(found)

    def date_of(self, name: str, place: tuple[str | int, ...], value: str | None) -> str | None:
        """``value`` as it is; a fault when the calendar has no such day."""
        if value is not None and not real_date(value):
            self.add_fault(name, place, "register-date.unreal", date=value)
        return value

    def unknown_id(self, name: str, place: tuple[str | int, ...], where: str, key: str, known: Iterable[str]) -> None:
        """Note a reference that leads nowhere, with the nearest id there is."""
        near = nearest(key, known)
        self.add_fault(name, place, "register-unknown.id-near" if near else "register-unknown.id-add", id=key, where=where, near=near)

    def check_references(self, name: str, known: dict[str, set[str]], fields: dict[str, str]) -> None:
        """Every id in ``fields`` must be one of ``known``."""
        for index, row in enumerate(self.files[name].value):
            for field, where in fields.items():
                values = row.get(field) or []
                for position, key in enumerate([values] if isinstance(values, str) else values):
                    if key not in known[where]:
                        place = (index, field) if isinstance(values, str) else (index, field, position)
                        self.unknown_id(name, place, where, key, sorted(known[where]))

    def check_rings(self, name: str, field: str) -> None:
        """No row may stand above itself."""
        above = {row["id"]: row.get(field) for row in self.files[name].value}
        for index, row in enumerate(self.files[name].value):
            seen, at = {row["id"]}, above.get(row["id"])
            while at and at not in seen:
                seen.add(at)
                at = above.get(at)
            if at == row["id"]:
                self.add_fault(name, (index, field), "register-ring.above", id=at)

    def check_redirect_rings(self, renamed: dict[str, str]) -> None:
        """No old address may lead back to itself."""
        for old in sorted(renamed):
            seen, new = {old}, renamed[old]
            while new in renamed and new not in seen:
                seen.add(new)
                new = renamed[new]
            if new == old:
                self.add_fault("redirects", (old,), "register-ring.redirect", id=old)

    def check_spans(self) -> None:
        """No existence may end before it begins."""
        for name, (start, end) in {"places": ("since", "until"), "issuers": ("since", "until"), "terms": ("start", "end")}.items():
            for index, row in enumerate(self.files[name].value):
                if row.get(start) and row.get(end) and row[end] < row[start]:
                    self.add_fault(name, (index, end), "register-date.order", until=row[end], since=row[start])
