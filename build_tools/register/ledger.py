"""Works written into a unit's ``works.yaml``: a row more, or relations more in a row that is there; every other line stays as it is."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from build_tools.identity import Identity, number_key
from build_tools.model.diagnostic import InputError
from build_tools.model.register import Register
from build_tools.register.edit import block
from build_tools.register.load import load_register
from build_tools.register.schema import check
from build_tools.tables.whole_file import write_whole
from build_tools.tables.yaml_text import parse_yaml

HEAD = "# yaml-language-server: $schema=../schemas/works.schema.json\n"


def with_row(text: str, row: Mapping[str, Any], path: Path) -> str:
    """The text of ``works.yaml`` with ``row`` at its end, or its relations added to the row of the same number, kind and term or date.

    ``path`` is only shown. Raises ``InputError`` when the text is no list of works.
    """
    file = parse_yaml(text, path)
    if file.value and (faults := check(file, "works")):
        raise InputError(*faults)
    rows: list[dict[str, Any]] = file.value or []
    same = [index for index, other in enumerate(rows) if _same(other, row)]
    if not same:
        body = text.rstrip("\n")
        return (body + "\n" if body else HEAD) + _item(row)
    (index, *_) = same
    old = rows[index]
    merged = {**old, **{key: value for key, value in row.items() if key not in old}}
    known = [(item["predicate"], item["target"]) for item in old.get("relations", ())]
    more = [
        item
        for item in row.get("relations", ())
        if not any(name == item["predicate"] and _one_target(target, item["target"]) for name, target in known)
    ]
    if more:
        merged["relations"] = [*old.get("relations", ()), *more]
    if merged == old:
        return text
    lines = text.splitlines(keepends=True)
    start = file.line((index,)) - 1
    stop = file.line((index + 1,)) - 1 if index + 1 < len(rows) else len(lines)
    while stop > start + 1 and (not lines[stop - 1].strip() or lines[stop - 1].startswith("#")):
        stop -= 1  # remarks before the next row stay with it
    return "".join(lines[:start]) + _item(merged) + "".join(lines[stop:])


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
    terms = {row["term"] for row in (one, other) if row.get("term")}
    return one["type"] == other["type"] and not apart and len(terms) < 2


def _item(row: Mapping[str, Any]) -> str:
    first, *rest = block(row).splitlines(keepends=True)
    return "- " + first + "".join("  " + line for line in rest)


def write_works(folder: Path, rows: Sequence[Mapping[str, Any]], issuers: Sequence[Mapping[str, Any]] = ()) -> Register:
    """Put ``rows`` into ``works.yaml`` of a register and ``issuers`` at the end of ``issuers.yaml``, all or none; returns what it then is.

    Raises ``InputError`` with what is wrong with them, nothing then being written.
    """
    bodies = folder / "issuers.yaml"
    known = bodies.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n") if bodies.exists() else ""
    known = (known or HEAD.replace("works", "issuers").rstrip("\n")) + "\n" + "".join(map(_item, issuers))
    path = folder / "works.yaml"
    text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n") if path.exists() else ""
    for row in rows:
        text = with_row(text, row, path)
    with tempfile.TemporaryDirectory() as name:
        trial = Path(name) / "register"
        if folder.is_dir():
            shutil.copytree(folder, trial)
        trial.mkdir(exist_ok=True)
        (trial / "works.yaml").write_text(text, encoding="utf-8", newline="\n")
        if issuers:
            (trial / "issuers.yaml").write_text(known, encoding="utf-8", newline="\n")
        try:
            found = load_register(trial)
        except InputError as error:
            told = (replace(item, path=str(item.path).replace(str(trial), str(folder))) for item in error.diagnostics)
            raise InputError(*told) from None
    folder.mkdir(parents=True, exist_ok=True)
    if issuers:
        write_whole(bodies, known)
    write_whole(path, text)
    return found
