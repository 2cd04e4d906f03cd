"""Records gathered into groups: a document with its parts is one result, not ten."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import msgspec

from build_tools.cache import digest
from build_tools.search.records import Options, Record


class Group(msgspec.Struct):
    """A record that stands alone, told without its body, with its parts: so many, of these ``kinds``, of so many characters with it.

    ``packed``: all of them whole, written down in reading order, since as values they would take ten times the room; ``key``: their digest.
    Where they were ``set_aside`` that is empty, and ``place`` is a file, where in it they begin, and how many bytes they are. ``units`` is
    counted when the text is cut.
    """

    record: Record
    count: int
    size: int
    kinds: tuple[str, ...]
    key: str
    packed: bytes
    units: int = 0
    place: tuple[str, int, int] | None = None

    @classmethod
    def of(cls, records: Sequence[Record]) -> Group:
        """The record that stands alone, and its parts. Raises ``ValueError`` for two with one id."""
        seen: set[str] = set()
        for record in records:
            if record.id in seen:
                raise ValueError(f"two records with one id: {record.id}")
            seen.add(record.id)
        head, *parts = records
        data = msgspec.msgpack.encode(records)
        size = sum(len(record.body) + len(record.title) for record in records)
        kinds = tuple(sorted({part.kind for part in parts}))
        return cls(replace(head, body=""), len(parts), size, kinds, digest(data), zlib.compress(data, 1))

    @property
    def records(self) -> list[Record]:
        """The record and its parts, made anew."""
        return msgspec.msgpack.decode(zlib.decompress(self._read()), type=list[Record])

    def _read(self) -> bytes:
        if self.place is None:
            return self.packed
        path, start, size = self.place
        with open(path, "rb") as file:
            file.seek(start)
            return file.read(size)


def set_aside(records: Iterable[Record | Group], path: Path) -> Iterator[Record | Group]:
    """The same as they come, but that what groups hold is put into a new file, to be asked for when all have come: a build looks into few
    of them, and all would be held by two processes."""
    at = 0
    with path.open("xb") as file:
        for item in records:
            if isinstance(item, Group):
                size = file.write(item.packed)
                item.place, item.packed = (str(path), at, size), b""
                at += size
            yield item


def group_records(records: Iterable[Record | Group], options: Options) -> list[Group]:
    """Groups in the order that breaks ties: what stands before what is superseded, heavier first, newer first, then by id. ``records`` are
    looked at as they come, and may be in groups already; none is held but what does not come right behind what it is a part of.

    Raises ``ValueError`` for two records with one id that stand alone or are parts of one, a part whose group is missing or itself a part,
    or a kind that ``options`` does not name.
    """
    kinds = {key for key, _ in options.kinds}
    groups: dict[str, Group] = {}
    apart: defaultdict[str, list[Record]] = defaultdict(list)
    for group in _gathered(records, apart):
        if group.record.id in groups:
            raise ValueError(f"two records with one id: {group.record.id}")
        groups[group.record.id] = group
    for key, parts in apart.items():
        if key not in groups:
            raise ValueError(f"record {parts[0].id} is part of {key}, which is no record that stands alone")
        groups[key] = Group.of([*groups[key].records, *parts])
    for group in groups.values():
        for kind in (group.record.kind, *group.kinds):
            if kind not in kinds:
                raise ValueError(f"unknown kind {kind!r} of record {group.record.id} or a part of it")
    order = sorted(groups.values(), key=lambda group: group.record.id)
    order.sort(key=lambda group: group.record.dates[:1], reverse=True)
    order.sort(key=lambda group: (group.record.superseded, -group.record.weight))
    return order


def _gathered(records: Iterable[Record | Group], apart: defaultdict[str, list[Record]]) -> Iterator[Group]:
    """Each record that stands alone with the parts that come right behind it; all others are put ``apart`` by their groups."""
    held: list[Record] = []
    for item in chain[Record | Group | None](records, (None,)):
        if isinstance(item, Record) and item.group is not None:
            (held if held and held[0].id == item.group else apart[item.group]).append(item)
            continue
        if held:
            yield Group.of(held)
        held = [item] if isinstance(item, Record) else []
        if isinstance(item, Group):
            yield item
