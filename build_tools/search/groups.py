"""Records gathered into groups: a document with its parts is one result, not ten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from build_tools.search.records import Options, Record

_ENCODER = msgspec.msgpack.Encoder()
_LIST = b"\xdd"
"""Begins a list in MessagePack; its length follows in four bytes."""


@dataclass(slots=True)
class Group:
    """A record that stands alone, with its parts in reading order: so many, of so many characters with it, written down one after the
    other (``packed``), since as values they would take five times the room. ``kinds``: of the parts. ``units`` is counted when the text is
    cut."""

    record: Record
    count: int = 0
    size: int = 0
    kinds: set[str] = field(default_factory=set)
    packed: bytearray = field(default_factory=bytearray)
    units: int = 0

    def __post_init__(self) -> None:
        self.size = len(self.record.body) + len(self.record.title)

    def add(self, part: Record) -> None:
        """Add a part."""
        self.count += 1
        self.size += len(part.body) + len(part.title)
        self.kinds.add(part.kind)
        _ENCODER.encode_into(part, self.packed, -1)

    def written(self) -> bytes:
        """All of it as bytes: equal groups have equal ones."""
        return msgspec.msgpack.encode(self.record) + self.packed

    @property
    def parts(self) -> list[Record]:
        """The parts, made anew."""
        return msgspec.msgpack.decode(_LIST + self.count.to_bytes(4, "big") + self.packed, type=list[Record])


def group_records(records: Iterable[Record], options: Options) -> list[Group]:
    """Groups in the order that breaks ties: what stands before what is superseded, heavier first, newer first, then by id. ``records`` are
    looked at as they come; none is held but those that stand alone, and parts that come before these.

    Raises ``ValueError`` for two records with one id, a part whose group is missing or itself a part, or a kind that ``options`` does not
    name.
    """
    kinds = {key for key, _ in options.kinds}
    groups: dict[str, Group] = {}
    early: list[Record] = []
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            raise ValueError(f"two records with one id: {record.id}")
        if record.kind not in kinds:
            raise ValueError(f"unknown kind {record.kind!r} of record {record.id}")
        seen.add(record.id)
        if record.group is None:
            groups[record.id] = Group(record)
        elif record.group in groups:
            groups[record.group].add(record)
        else:
            early.append(record)
    for part in early:
        if part.group not in groups:
            raise ValueError(f"record {part.id} is part of {part.group}, which is no record that stands alone")
        groups[part.group].add(part)
    order = sorted(groups.values(), key=lambda group: group.record.id)
    order.sort(key=lambda group: group.record.dates[:1], reverse=True)
    order.sort(key=lambda group: (group.record.superseded, -group.record.weight))
    return order
