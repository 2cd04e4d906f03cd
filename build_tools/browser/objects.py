"""What Python tells of its own objects: the source of a function, the fields of a class, the methods of the project's classes."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import sys
import textwrap
from functools import cache, lru_cache
from types import FunctionType
from typing import Any

import msgspec

from build_tools.browser.world import NotTranslatedError

PACKAGE = "build_tools"
CACHED = type(lru_cache(maxsize=1)(lambda: None))
"""A function that remembers what it gave."""


@cache
def definition(value: Any) -> ast.FunctionDef:
    """The tree of a function's source; nothing changes it."""
    source = textwrap.dedent(inspect.getsource(value))
    start = value.__code__.co_firstlineno
    node = ast.parse(source).body[0]
    if not isinstance(node, ast.FunctionDef):
        raise NotTranslatedError(f"{value.__module__}:{start}: not a function")
    ast.increment_lineno(node, start - 1)
    return node


def fields(kind: type) -> list[str]:
    """The fields of a dataclass, a named tuple or a struct, in order; none of any other class."""
    return list(fields_with_defaults(kind))


@cache
def fields_with_defaults(kind: Any) -> dict[str, Any]:
    """The fields with their defaults; ``MISSING`` (of a struct: ``NODEFAULT``) where there is none."""
    if dataclasses.is_dataclass(kind):
        return {
            field.name: field.default if field.default_factory is dataclasses.MISSING else field.default_factory()
            for field in dataclasses.fields(kind)
        }
    if issubclass(kind, tuple) and hasattr(kind, "_fields"):
        named: Any = kind
        return {name: named._field_defaults.get(name, dataclasses.MISSING) for name in named._fields}
    if issubclass(kind, msgspec.Struct):
        return {
            field.name: field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()
            for field in msgspec.structs.fields(kind)
        }
    return {}


@lru_cache(maxsize=1)
def _classes() -> tuple[type, ...]:
    found = {
        value
        for name, module in list(sys.modules.items())
        if name.startswith(PACKAGE) and not name.startswith(f"{PACKAGE}.browser")
        for value in vars(module).values()
        if isinstance(value, type) and value.__module__ == name
    }
    return tuple(sorted(found, key=lambda kind: (kind.__module__, kind.__qualname__)))


@lru_cache(maxsize=1)
def methods() -> dict[str, list[FunctionType]]:
    """The methods of all classes of the project that have been read, by their names."""
    found: dict[str, list[FunctionType]] = {}
    for kind in _classes():
        for name, value in vars(kind).items():
            inner = value.__func__ if isinstance(value, classmethod) else value
            if isinstance(inner, FunctionType) and not name.startswith("__"):
                found.setdefault(name, []).append(inner)
    return found


__all__ = ["CACHED", "PACKAGE", "definition", "fields", "fields_with_defaults", "methods"]
