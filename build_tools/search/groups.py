"""Records gathered into groups: a document with its parts is one result, not ten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from build_tools.search.records import Options, Record


@dataclass(slots=True)
class Group:
    """A record that stands alone, with its parts in reading order. ``units`` is counted when the text is cut."""

    record: Record
    parts: list[Record] = field(default_factory=list)
    units: int = 0


def group_records(records: Iterable[Record], options: Options) -> list[Group]:
    """Groups in the order that breaks ties: what stands before what is superseded, heavier first, newer first, then by id."""
    kinds = {key for key, _ in options.kinds}
    groups: dict[str, Group] = {}
    parts: list[Record] = []
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            raise ValueError(f"two records with one id: {record.id}")
        if record.kind not in kinds:
            raise ValueError(f"unknown kind {record.kind!r} of record {record.id}")
        seen.add(record.id)
        if record.group is None:
            groups[record.id] = Group(record)
        else:
            parts.append(record)
    for part in parts:
        if part.group not in groups:
            raise ValueError(f"record {part.id} is part of {part.group}, which is no record that stands alone")
        groups[part.group].parts.append(part)
    order = sorted(groups.values(), key=lambda group: group.record.id)
    order.sort(key=lambda group: group.record.dates[:1], reverse=True)
    order.sort(key=lambda group: (group.record.superseded, -group.record.weight))
    return order
