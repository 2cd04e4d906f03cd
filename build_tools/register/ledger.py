"""Works written into a unit's ``works.yaml``: a row more, or relations more in a row that is there; every other line stays as it is."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from build_tools.identity import Identity, number_key
from build_tools.lexicon.keys import same_words
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.register.edit import block
from build_tools.register.load import load_register
from build_tools.register.schema import check
from build_tools.tables.whole_file import write_whole
from build_tools.tables.yaml_text import YamlFile, parse_yaml

HEAD = "# yaml-language-server: $schema=../schemas/works.schema.json\n"


def with_row(text: str, row: Mapping[str, Any], path: Path) -> str:
    """The text of ``works.yaml`` with ``row`` at its end, or what it adds put into the row of the same work: values that were not stated,
    relations, further sources. What that row states already stays as it is (see ``differing``).

    ``path`` is only shown. Raises ``InputError`` when the text is no list of works.
    """
    file = _works(text, path)
    rows: list[dict[str, Any]] = file.value or []
    index = next((index for index, other in enumerate(rows) if _same(other, row)), None)
    if index is None:
        body = text.rstrip("\n")
        return (body + "\n" if body else HEAD) + _item(row)
    old = rows[index]
    merged = _sourced(old, row) | {key: value for key, value in row.items() if key not in old}
    for key, one in (("relations", _one_relation), ("dates", _one_date)):
        if key in old and key in row:
            merged[key] = _joined(old[key], row[key], one)
    if merged == old:
        return text
    lines = text.splitlines(keepends=True)
    start = file.line((index,)) - 1
    stop = file.line((index + 1,)) - 1 if index + 1 < len(rows) else len(lines)
    while stop > start + 1 and (not lines[stop - 1].strip() or lines[stop - 1].startswith("#")):
        stop -= 1  # remarks before the next row stay with it
    return "".join(lines[:start]) + _item(merged) + "".join(lines[stop:])


def differing(text: str, rows: Iterable[Mapping[str, Any]], path: Path) -> list[Diagnostic]:
    """What ``rows`` state otherwise than the rows of the same works in the text of ``works.yaml``, each with its line there: which of
    the two is right is for whoever wrote them to say. Raises ``InputError`` when the text is no list of works."""
    file = _works(text, path)
    return [
        file.finding("register-differs", (index, key), key=key, number=row["number"], there=old[key], told=row[key])
        for row in rows
        for index, old in enumerate(file.value or [])
        if _same(old, row)
        for key in ("subject", "note")
        if old.get(key) and row.get(key) and not same_words(old[key], row[key])
    ]


def _works(text: str, path: Path) -> YamlFile:
    file = parse_yaml(text, path)
    if file.value and (faults := check(file, "works")):
        raise InputError(*faults)
    return file


def _joined(
    old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]], one: Callable[[Mapping[str, Any], Mapping[str, Any]], bool]
) -> list[Mapping[str, Any]]:
    """The items of both; what is ``one`` in both stands once, with the sources of both."""
    found = list(old)
    for item in new:
        at = next((at for at, other in enumerate(found) if one(other, item)), None)
        if at is None:
            found.append(item)
        else:
            found[at] = _sourced(found[at], item)
    return found


def _sourced(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """An item with the sources that only ``new`` names; one named again with another day stays as it is."""
    known = [(source["name"], source.get("url")) for source in old.get("sources", ())]
    more = [source for source in new.get("sources", ()) if (source["name"], source.get("url")) not in known]
    return {**old, "sources": [*old.get("sources", ()), *more]} if more else dict(old)


def _one_relation(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return one["predicate"] == other["predicate"] and _one_target(one["target"], other["target"])


def _one_date(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return bool(one["date"] == other["date"])


def _one_target(one: str, other: str) -> bool:
    """True for the same words, and for a number beside an address that bears it."""
    if one == other:
        return True
    numbers = []
    for target in (one, other):
        try:
            numbers.append(Identity.parse(target).number)
        except ValueError:
            numbers.append(None)
    first, second = (number_key(number or target) for number, target in zip(numbers, (one, other), strict=True))
    return first == second and None in numbers


def _same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if not one.get("number") or not other.get("number") or number_key(one["number"]) != number_key(other["number"]):
        return False
    days, others = ({claim["date"] for claim in row.get("dates", ())} for row in (one, other))
    apart = days and others and not days & others
    stated = [{row[key] for row in (one, other) if row.get(key)} for key in ("term", "issuer")]
    return one["type"] == other["type"] and not apart and all(len(values) < 2 for values in stated)


def _item(row: Mapping[str, Any]) -> str:
    first, *rest = block(row).splitlines(keepends=True)
    return "- " + first + "".join("  " + line for line in rest)


def text_of(folder: Path) -> str:
    """The text of ``works.yaml`` of a register; "" where there is none."""
    path = folder / "works.yaml"
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n") if path.exists() else ""


def write_works(folder: Path, rows: Sequence[Mapping[str, Any]], issuers: Sequence[Mapping[str, Any]] = ()) -> int:
    """Put ``rows`` into ``works.yaml`` of a register and ``issuers`` at the end of ``issuers.yaml``, all or none; returns how many rows
    told something that was not there.

    Raises ``InputError`` with what is wrong with them, nothing then being written.
    """
    bodies = folder / "issuers.yaml"
    known = bodies.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n") if bodies.exists() else ""
    known = (known or HEAD.replace("works", "issuers").rstrip("\n")) + "\n" + "".join(map(_item, issuers))
    path = folder / "works.yaml"
    text, told = text_of(folder), 0
    for row in rows:
        before, text = text, with_row(text, row, path)
        told += text != before
    with tempfile.TemporaryDirectory() as name:
        trial = Path(name) / "register"
        if folder.is_dir():
            shutil.copytree(folder, trial)
        trial.mkdir(exist_ok=True)
        (trial / "works.yaml").write_text(text, encoding="utf-8", newline="\n")
        if issuers:
            (trial / "issuers.yaml").write_text(known, encoding="utf-8", newline="\n")
        try:
            load_register(trial)
        except InputError as error:
            raise InputError(*(replace(item, path=str(item.path).replace(str(trial), str(folder))) for item in error.diagnostics)) from None
    folder.mkdir(parents=True, exist_ok=True)
    if issuers:
        write_whole(bodies, known)
    write_whole(path, text)
    return told
