"""Faults in values that a module makes once, put into modules that live already: the faulty value takes the place of the right one.

That serves where functions alone read the value, by its name; whoever has made something else of it (a class, a default, a value of
another module, a test's table) must be read anew.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.faults.planting import ROOT, Planted, within_functions


@dataclass(frozen=True, slots=True)
class Values:
    """Names that a fault changes in its module, the statements of functions that read them, and the modules that do."""

    names: frozenset[str]
    readers: frozenset[tuple[str, int]]
    holders: frozenset[str]


@dataclass(slots=True)
class _Module:
    """What one module reads, and where: by name, the lines of statements in functions, and whether anything else reads it."""

    path: str
    tree: ast.Module
    inside: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    outside: dict[str, list[ast.stmt]] = field(default_factory=lambda: defaultdict(list))
    attributes: set[str] = field(default_factory=set)
    imported: set[tuple[str, str]] = field(default_factory=set)


def values(planted: Planted) -> Values | None:
    """What the fault changes; None where it cannot be put into living modules so."""
    modules = _modules()
    home = modules[planted.module]
    target = list(ast.walk(home.tree))[planted.fault.node]
    top = next(item for item in home.tree.body if any(part is target for part in ast.walk(item)))
    names = _assigned(top)
    if names is None:
        return None
    pending = list(names)
    while pending:
        for statement in home.outside.get(pending.pop(), ()):
            more = _assigned(statement)
            if more is None:
                return None
            pending += [name for name in more if name not in names]
            names |= more
    readers = {(home.path, line) for name in names for line in home.inside.get(name, ())}
    holders = {planted.module}
    for name, module in modules.items():
        if name == planted.module:
            continue
        if names & module.attributes:
            return None
        taken = {word for source, word in module.imported if source in _shown_as(planted.module) and word in names}
        if any(module.outside.get(word) for word in taken):
            return None
        if taken:
            holders.add(name)
            readers |= {(module.path, line) for word in taken for line in module.inside.get(word, ())}
    return Values(frozenset(names), frozenset(readers), frozenset(holders))


def _shown_as(module: str) -> tuple[str, ...]:
    """A module and the packages that may show its names as theirs."""
    parts = module.split(".")
    return tuple(".".join(parts[:size]) for size in range(1, len(parts) + 1))


def _assigned(statement: ast.stmt) -> set[str] | None:
    """The names that a statement of a module makes, where it does nothing else."""
    targets: list[ast.expr] = []
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, ast.AnnAssign) and statement.value is not None:
        targets = [statement.target]
    parts = [part for item in targets for part in (item.elts if isinstance(item, ast.Tuple) else [item])]
    names = {part.id for part in parts if isinstance(part, ast.Name)}
    return names if names and len(names) == len(parts) and "__all__" not in names else None


@cache
def _modules() -> dict[str, _Module]:
    found = {}
    for folder in ("build_tools", "tests"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            found[name] = _read(path)
    return found


def _read(path: Path) -> _Module:
    made = _Module(str(path), ast.parse(path.read_bytes()))
    for statement in made.tree.body:
        if isinstance(statement, ast.ImportFrom):
            made.imported |= {(statement.module or "", item.name) for item in statement.names if item.asname is None}
            for item in statement.names:
                if item.asname is not None:  # under another name: read anew
                    made.attributes.add(item.name)
            continue
        for node, at, within in _names(statement, None, False):
            if isinstance(node, ast.Attribute):
                made.attributes.add(node.attr)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                if within:
                    made.inside[node.id].add(at)
                else:
                    made.outside[node.id].append(statement)
    return made


def _names(node: ast.AST, at: int | None, within: bool) -> Iterator[tuple[ast.AST, int, bool]]:
    """All nodes below a statement of a module with the line of their own statement, and whether a function's body holds them."""
    if isinstance(node, ast.stmt):
        at = node.lineno
    yield node, at or 0, within
    if isinstance(node, (ast.FunctionDef, ast.Lambda)):
        body = node.body if isinstance(node.body, list) else [node.body]
        for child in ast.iter_child_nodes(node):
            if child is getattr(node, "returns", None):
                continue
            inner = any(child is item for item in body)
            if isinstance(node, ast.Lambda) and not within:
                inner = False
            yield from _names(child, at, within or inner)
        return
    for child in ast.iter_child_nodes(node):
        if not (isinstance(node, (ast.arg, ast.AnnAssign)) and child is node.annotation):
            yield from _names(child, at, within)


class NotPlainError(Exception):
    """A value that holds functions or objects of the module itself."""


def put(planted: Planted, made: Values) -> None:
    """Put the faulty values into the living modules; whatever the module raises when read with the fault is raised."""
    scratch = ModuleType(planted.module)
    scratch.__file__ = str(planted.path)
    living = sys.modules[planted.module]
    scratch.__package__ = living.__package__
    if hasattr(living, "__path__"):
        scratch.__path__ = living.__path__
    sys.modules[planted.module] = scratch
    try:
        exec(planted.code(), scratch.__dict__)
    finally:
        sys.modules[planted.module] = living
    for name in made.names:
        new = getattr(scratch, name)
        if not _plain(new, planted.module):
            raise NotPlainError(name)
        old = getattr(living, name)
        for module in list(sys.modules.values()):
            if module is not scratch and getattr(module, "__dict__", {}).get(name) is old:
                setattr(module, name, new)


def _plain(value: Any, module: str) -> bool:
    if value is None or isinstance(value, (str, bytes, int, float, re.Pattern)):
        return True
    if isinstance(value, dict):
        return all(_plain(item, module) for pair in value.items() for item in pair)
    if isinstance(value, (tuple, list, set, frozenset)):
        return all(_plain(item, module) for item in value)
    return (getattr(value, "__module__", module) if callable(value) else type(value).__module__) != module


def functions(planted: Planted) -> set[tuple[str, int]]:
    """All statements of functions in the module."""
    return {(str(planted.path), line) for line in within_functions(planted.tree())}
