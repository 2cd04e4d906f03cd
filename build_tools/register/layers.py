"""The national register, which comes with the tool, and a unit's own above it: one table of each name.

A row of the unit that means a row below it (the same id; of works: the same number, see ``same_work``) takes its place key by key: what the
unit states holds, what it leaves out stays as it is below. Where the two state different facts, that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from build_tools.identity import number_key, parse_number
from build_tools.lexicon.keys import exact_key
from build_tools.messages import finding, say
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.register import CommitteeTerm
from build_tools.naming.works import term_at
from build_tools.tables.yaml_text import Place, YamlFile, read_yaml

NATIONAL = Path(__file__).with_name("national")
"""The facts that hold for every unit; they change with the tool, not with the unit."""

COMPARED = ("type", "issuer", "term", "dates")
"""Keys of a work whose two values cannot both be true."""

JOINED = ("relations", "names", "themes")
"""Keys of a work to which a unit adds."""

Value = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Layered:
    """The rows of one name out of both layers. ``homes`` says of each row in which files it stands, and where: the unit's first.

    Reads like a ``YamlFile``: a place is given by the position in ``value``, and told as the line of the file in which it stands.
    """

    path: Path
    value: Any
    homes: tuple[tuple[tuple[YamlFile, int], ...], ...]

    def line(self, place: Place) -> int:
        """The line of the value at ``place``."""
        file, there = self._home(place)
        return file.line(there)

    def finding(self, key: str, place: Place, /, **fields: Any) -> Diagnostic:
        """The finding ``key`` of the catalogue at ``place``."""
        file, there = self._home(place)
        return finding(key, str(file.path), file.line(there), **fields)

    def _home(self, place: Place) -> tuple[YamlFile, Place]:
        first, *rest = place or (0,)
        homes = self.homes[first] if isinstance(first, int) and first < len(self.homes) else ()
        for file, index in homes:
            if (index, *rest[:1]) in file.lines:
                return file, (index, *rest)
        if homes:
            file, index = homes[0]
            return file, (index, *rest)
        return YamlFile(self.path, self.value, {}), place


@lru_cache(maxsize=16)
def national_file(folder: Path, name: str) -> YamlFile | None:
    """A file of the national register, read once a process. Nobody changes its values; tests hold it against its schema."""
    path = folder / f"{name}.yaml"
    return read_yaml(path) if path.is_file() else None


def layered(name: str, own: YamlFile | None, below: YamlFile | None, path: Path) -> Layered:
    """The rows of both files: those below in their order, then those that only the unit has. ``path`` is where its own file would stand."""
    rows: list[Any] = list(below.value or ()) if below else []
    homes: list[tuple[tuple[YamlFile, int], ...]] = [((below, index),) for index in range(len(rows))] if below else []
    own_rows: list[Any] = list(own.value or ()) if own else []
    key = _KEYS.get(name, _by_id)
    there = {key(row): index for index, row in enumerate(rows)}
    taken: set[int] = set()
    for index, row in enumerate(own_rows):
        assert own is not None
        at = there.get(key(row)) if name != "works" else None
        if at is None or at in taken:  # a second row of the unit stays beside its first, and is told as such
            rows.append(row)
            homes.append(((own, index),))
        else:
            taken.add(at)
            rows[at] = {**rows[at], **row}
            homes[at] = ((own, index), *homes[at])
    return Layered(path, rows, tuple(homes))


def _over(below: Value, own: Value) -> dict[str, Any]:
    """The unit's row over the one below: its keys hold; relations, names and themes of both are kept, one relation being stated once."""
    joined: dict[str, Any] = {**below, **own}
    for key in JOINED:
        if key in below and key in own:
            stated = [_told(item) for item in own[key]]
            joined[key] = [*own[key], *(item for item in below[key] if _told(item) not in stated)]
    return joined


def _told(item: Any) -> Any:
    return (item["predicate"], item["target"]) if isinstance(item, dict) else item


def _by_id(row: Value) -> Any:
    return row.get("id")


def _by_kind(row: Value) -> Any:
    return row.get("parent"), row.get("level")


_KEYS = {"districts": _by_kind}


def layered_works(
    own: YamlFile | None, below: YamlFile | None, path: Path, terms: tuple[CommitteeTerm, ...]
) -> tuple[Layered, tuple[Diagnostic, ...]]:
    """The works of both layers, and what was told of rows of the unit that contradict, or could mean several, rows below."""
    merged = layered("works", own, below, path)
    rows, homes, told = list(merged.value), list(merged.homes), []
    count = len(below.value or ()) if below else 0
    by_number: dict[str, list[int]] = {}
    for index, row in enumerate(rows[:count]):
        by_number.setdefault(_number_key(row), []).append(index)
    taken: dict[int, int] = {}
    for index in range(count, len(rows)):
        row = rows[index]
        near = [at for at in by_number.get(_number_key(row), ()) if row.get("number") and same_work(row, rows[at], terms)]
        near += [at for at in by_number.get("", ()) if not row.get("number") and _unnumbered(row, rows[at])]
        if len(near) > 1:
            told.append(merged.finding("register-layers.several", (index, "number"), number=row.get("number"), count=len(near)))
        elif near and len(homes[near[0]]) > 1:
            first = merged.line((taken[near[0]],))
            told.append(merged.finding("register-twice.work", (index,), first=first, id=row.get("number") or row["subject"]))
        elif near:
            taken[near[0]] = index
            told += [merged.finding("register-layers.differs", (index, key), **facts) for key, facts in _differences(row, rows[near[0]])]
            rows[near[0]] = _over(rows[near[0]], row)
            homes[near[0]] = (*homes[index], *homes[near[0]])
    told += _alike(merged, count)
    kept = [index for index in range(len(rows)) if index not in taken.values()]
    return Layered(path, [rows[index] for index in kept], tuple(homes[index] for index in kept)), tuple(told)


def _alike(merged: Layered, count: int) -> Iterator[Diagnostic]:
    """Rows of the unit (those from ``count`` on) that say one thing of one body's document, each with another day: one of the days is
    wrong, or two documents have been given one name. They stay two; a person knows which it is."""
    first: dict[tuple[object, ...], int] = {}
    for index in range(count, len(merged.value)):
        row = merged.value[index]
        if not (row.get("number") and _days(row)):
            continue
        at = first.setdefault((row["type"], _number_key(row), row.get("issuer"), " ".join(exact_key(row["subject"]).split())), index)
        days, others = _days(row), _days(merged.value[at])
        if at != index and not any(one.startswith(other) or other.startswith(one) for one in days for other in others):
            told = {"number": row["number"], "day": days[0], "other": others[0], "first": merged.line((at,))}
            yield merged.finding("register-alike", (index,), **told)


def same_work(own: Value, below: Value, terms: tuple[CommitteeTerm, ...]) -> bool:
    """True when two rows of one number mean one document: nothing in kind, issuer, term or date is against it.

    Numbers of the centre of the Party start anew with each term, and its bodies share them: there the term decides, and a date that
    differs within it is a contradiction. Elsewhere another issuer or another date is another document.
    """
    if own["type"] != below["type"]:
        return False
    number = parse_number(own["number"])
    ours, theirs = _term(own, terms), _term(below, terms)
    if ours and theirs and ours != theirs:
        return False
    if number is not None and "TW" in number.issuer_codes and ours and theirs:
        return True
    if own.get("issuer") and below.get("issuer") and own["issuer"] != below["issuer"]:
        return False
    dates, others = _days(own), _days(below)
    return not dates or not others or any(one.startswith(other) or other.startswith(one) for one in dates for other in others)


def _unnumbered(own: Value, below: Value) -> bool:
    named = {own["subject"], *own.get("names", ())}
    return bool(own["type"] == below["type"] and named & {below["subject"], *below.get("names", ())})


def _number_key(row: Value) -> str:
    return number_key(row["number"]) if row.get("number") else ""


def _days(row: Value) -> tuple[str, ...]:
    return tuple(claim["date"] for claim in row.get("dates", ()))


def _term(row: Value, terms: tuple[CommitteeTerm, ...]) -> str | None:
    days = _days(row)
    return row.get("term") or (term_at(days[0], terms) if len(days) == 1 else None)


def _differences(own: Value, below: Value) -> Iterable[tuple[str, dict[str, str]]]:
    for key in COMPARED:
        mine, theirs = (_shown(row, key) for row in (own, below))
        if mine and theirs and mine != theirs:
            yield key, {"field": say(f"data.works.{key}"), "own": mine, "below": theirs, "number": own.get("number") or own["subject"]}


def _shown(row: Value, key: str) -> str:
    return say("data.or").join(sorted(_days(row))) if key == "dates" else str(row.get(key) or "")
