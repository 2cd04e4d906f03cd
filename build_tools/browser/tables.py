"""Tables as JavaScript: what a function of Python reads by its name, as it stands when the site is built."""

from __future__ import annotations

import dataclasses
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import FunctionType
from typing import Any, Protocol

from build_tools.browser.names import Names, Pieces
from build_tools.browser.objects import CACHED, PACKAGE, fields, fields_with_defaults
from build_tools.browser.patterns import printed
from build_tools.browser.world import NotTranslatedError


class Reached(Protocol):
    """What tables ask of the program that holds them."""

    names: Names
    pieces: Pieces

    def one(self, value: Any) -> Any:
        """The first met of equal patterns and records."""
        ...

    def value(self, value: Any) -> str:
        """A Python value as JavaScript."""
        ...

    def asked(self, kind: type, field: str) -> bool:
        """Whether a field of a table's values is of use."""
        ...


def held(value: Any, asked: Callable[[type, str], bool]) -> Iterable[Any]:
    """What a value of a table holds itself: keys and values, members, the fields that are of use."""
    if isinstance(value, dict):
        return (part for pair in value.items() for part in pair)
    if names := fields(type(value)):
        return (getattr(value, name) for name in names if asked(type(value), name))
    return value if isinstance(value, tuple | list | set | frozenset) else ()


class Tables:
    """Prints tables, each before those that hold it; what several hold is printed once, a record that one holds where it is held."""

    def __init__(self, program: Reached) -> None:
        self.program = program
        self.times: Counter[int] = Counter()
        """By how many places each record is held, under its identity: functions that name it are one more."""
        self.lines: list[str] = []
        self.done: dict[int, str] = {}
        self.kept: list[Any] = []

    def printed(self, tables: Mapping[str, Any]) -> list[str]:
        """The lines of tables (name → value) and of what several of them hold."""
        for value in tables.values():
            self._count(value)
        for name, value in list(tables.items()):
            self._add(name, value)
        return self.lines

    def _count(self, value: Any) -> None:
        if written(value) is not None or isinstance(value, re.Pattern | FunctionType | CACHED | type):
            return
        if fields(type(value)):
            value = self.program.one(value)
            self.times[id(value)] += 1
            if self.times[id(value)] > 1:
                return
        for item in held(value, self.program.asked):
            self._count(item)

    def _add(self, name: str, value: Any) -> None:
        if id(value) not in self.done:
            text = self._text(value)
            self.lines.append(f"{name} = {text}")
            self._keep(value, name)
        elif self.done[id(value)] != name:
            self.lines.append(f"{name} = {self.done[id(value)]}")

    def _keep(self, value: Any, name: str) -> None:
        self.done[id(value)] = name
        self.kept.append(value)

    def _of(self, value: Any) -> str:
        text = written(value)
        if text is not None:
            return text
        value = self.program.one(value)
        if id(value) in self.done:
            return self.done[id(value)]
        if isinstance(value, FunctionType | CACHED | type):
            return self.program.value(value)
        if (isinstance(value, tuple | list) and not hasattr(value, "_fields")) or self._is_held_once(value):
            return self._text(value)
        name = self.program.names.fresh()
        self._add(name, value)
        return self.done[id(value)]

    def _text(self, value: Any) -> str:
        if isinstance(value, re.Pattern):
            return self._pattern(value)
        if isinstance(value, dict):
            if value and all(_is_letter(key) and isinstance(to, str) and len(to) == 1 for key, to in value.items()):
                keys = "".join(key if isinstance(key, str) else chr(key) for key in value)
                codes = "true" if isinstance(next(iter(value)), int) else "false"
                return f"R.letters({written(keys)}, {written(''.join(value.values()))}, {codes})"
            if (field := self._index(value)) is not None:
                return f'R.by({self._list(list(value.values()))}, "{self.program.names.field(field)}")'
            return f"R.flat([{', '.join(self._of(part) for pair in value.items() for part in pair)}])"
        if isinstance(value, set | frozenset):
            return f"R.set([{', '.join(map(self._of, sorted(value)))}])"
        if fields(type(value)):
            return f"R.make({self.program.value(type(value))}, {self._filled(value)})"
        if isinstance(value, tuple | list):
            return self._list(value)
        if type(value).__module__.startswith(PACKAGE):
            raise NotTranslatedError(f"a {type(value).__name__} among the tables")
        raise NotTranslatedError(f"a {type(value).__name__}: {str(value)[:60]}")

    def _is_held_once(self, value: Any) -> bool:
        """Whether nothing but what is printed now holds a record."""
        return self.times[id(self.program.one(value))] == 1 and bool(fields(type(value)))

    def _list(self, values: Sequence[Any]) -> str:
        """Values one after another; records of one kind that nothing else holds are told by their fields alone."""
        kinds = {type(value) for value in values}
        if len(values) > 1 and len(kinds) == 1 and all(map(self._is_held_once, values)):
            return f"R.rows({self.program.value(kinds.pop())}, [{', '.join(map(self._filled, values))}])"
        return f"[{', '.join(map(self._of, values))}]"

    def _filled(self, value: Any) -> str:
        """The fields of a record that are asked for and have another value than usual; no id that the name says as well."""
        kind: Any = type(value)
        filled = {
            self.program.names.field(field): self._of(getattr(value, field))
            for field, default in fields_with_defaults(kind).items()
            if self.program.asked(kind, field) and not _is_understood(value, field, default)
        }
        return f"{{ {', '.join(f'{name}: {text}' for name, text in filled.items())} }}"

    def _index(self, value: dict[Any, Any]) -> str | None:
        """The field by which a table holds its rows, where it is one of theirs."""
        kinds = {type(row) for row in value.values()}
        if len(kinds) != 1:
            return None
        kind = kinds.pop()
        asked = [field for field in fields(kind) if self.program.asked(kind, field)]
        return next((field for field in asked if all(getattr(row, field) == key for key, row in value.items())), None)

    def _pattern(self, value: re.Pattern[str]) -> str:
        made = printed(value, self.program.pieces.share, self.program.pieces.is_located)
        told: list[Any] = [made.count, made.groups, made.places, int(made.any_case)]
        while told and not told[-1]:
            told.pop()
        source = made.source.replace("`", r"\x60")
        return f"R.pattern({', '.join((f'String.raw`{source}`', *(json.dumps(item, separators=(',', ':')) for item in told)))})"


def by_pattern(line: str) -> tuple[bool, int]:
    """The order of tables: patterns first, which hold nothing else and lie beside what they share, the longest of them before its like."""
    pattern = "R.pattern(" in line[:40]
    return not pattern, -len(line) * pattern


def _is_understood(value: Any, field: str, default: Any) -> bool:
    """Whether the runtime knows the field of a record that does not tell it: by its default, or an id by the record's name."""
    told = getattr(value, field)
    if field == "id" and "name" in fields(type(value)):
        return isinstance(value.name, str) and told == id_of(value.name)
    return told is None or told == usual(default)


def id_of(name: str) -> str:
    """The id that rows with this name mostly have, made in the very steps of the runtime's ``idOf``: one that differs is told."""
    plain = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", name)).lower().replace("đ", "d")
    return re.sub("[^a-z0-9]+", "-", plain)


def _is_letter(key: Any) -> bool:
    return isinstance(key, int) or (isinstance(key, str) and len(key) == 1)


def written(value: Any) -> str | None:
    """A value that is written where it stands."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return None


def usual(value: Any) -> Any:
    """The default of a field, for JSON: None is every field's own."""
    if value is dataclasses.MISSING or not (written(value) or value in ((), [], {})):
        return None
    return value


__all__ = ["Tables", "by_pattern", "held", "usual", "written"]
