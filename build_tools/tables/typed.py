"""Rows of YAML files as frozen structs; the struct is the only place where the keys of a row are written down."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, TypeVar

import msgspec

from build_tools.messages import nearest
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.row import Row
from build_tools.tables.schema import Validator, faults, validator_of
from build_tools.tables.yaml_text import YamlFile, parse_yaml

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Rows(Generic[R]):
    """The rows of one file in its order, and the way back to their lines."""

    file: YamlFile
    rows: tuple[R, ...]

    def line(self, index: int, *place: str | int) -> int:
        """The line of a row, or of a value in it."""
        return self.file.line((index, *place))

    def claimed_twice(self, claims: Callable[[R], Iterable[str]], what: str) -> tuple[Diagnostic, ...]:
        """A fault for each value that two rows claim (an id, a word, a code); ``what`` names the value in Vietnamese."""
        first: dict[str, int] = {}
        found = []
        for index, row in enumerate(self.rows):
            for claim in dict.fromkeys(claims(row)):
                if first.setdefault(claim, index) != index:
                    found.append(self.file.finding("row-twice.row", (index,), what=what, claim=claim, first=self.line(first[claim])))
        return tuple(found)

    def unknown(self, index: int, key: str, value: str, known: Iterable[str], where: str) -> Diagnostic:
        """The fault of a value that names something that is not there, with the nearest name there is."""
        near = nearest(value, known)
        case = "row-unknown.near" if near else "row-unknown.add"
        return self.file.finding(case, (index, key), value=value, where=where, near=near)


def load_rows(source: Path | str, kind: type[R], name: str = "") -> Rows[R]:
    """The rows of a YAML list, from a path or a text (``name`` is then shown as its path).

    Raises ``InputError`` with every fault: unknown or missing key, wrong kind of value, a value that is not allowed.
    """
    path = source if isinstance(source, Path) else Path(name or "YAML")
    text = source.read_text(encoding="utf-8-sig") if isinstance(source, Path) else source
    file = parse_yaml(text, path)
    value = [] if file.value is None else file.value
    try:
        rows = msgspec.convert(value, tuple[kind, ...])  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        # the schema names all faults, each at its line; msgspec only the first
        found = faults(YamlFile(path, value, file.lines), _validator(kind))
        raise InputError(*(found or [file.finding("schema-value.unread", (), problem=str(error))])) from error
    return Rows(file, rows)


def schema_of(kind: type[Row], title: str = "", description: str = "") -> dict[str, Any]:
    """The JSON Schema of a file of such rows, for editors' programs and for naming faults.

    A key with a default may be left out but not left empty: YAML's null is no value of it. Docstrings, written for programmers, stay out.
    """
    schema = msgspec.json.schema(tuple[kind, ...])  # type: ignore[valid-type]
    for row in schema.get("$defs", {}).values():
        row.pop("description", None)
        row.pop("title", None)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    told = {key: value for key, value in (("title", title), ("description", description)) if value}
    plain: dict[str, Any] = _plain(schema)
    return head | told | plain


def _plain(schema: Any, keys: bool = False) -> Any:
    """Without defaults, and without null where it only stands for a key that was left out; ``keys``: these are the keys of a row."""
    if isinstance(schema, list):
        return [_plain(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _plain(value, key in ("properties", "$defs")) for key, value in schema.items() if keys or key != "default"}
    choices = [choice for choice in kept.get("anyOf", ()) if choice != {"type": "null"}]
    if not keys and len(choices) == 1:
        del kept["anyOf"]
        kept = choices[0] | kept
    return kept


@lru_cache(maxsize=64)
def _validator(kind: type[Row]) -> Validator:
    return validator_of(schema_of(kind))
