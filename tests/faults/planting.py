"""Two ways to put a fault into modules: into functions that live already, or into a module before it is read.

The first costs nothing, and serves where the fault lies in a function that did not run while modules were read; the second serves
everywhere.
"""

from __future__ import annotations

import ast
import gc
import importlib.abc
import importlib.machinery
import importlib.util
import inspect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

from tests.faults.operators import Fault

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault in its module."""

    module: str
    path: Path
    fault: Fault

    def __str__(self) -> str:
        line = self.path.read_text(encoding="utf-8").split("\n")[self.fault.line - 1].strip()
        return f"{self.path.relative_to(ROOT)}:{self.fault.line}: {self.fault.kind}: {line}"

    def tree(self) -> ast.Module:
        """The module as it is."""
        return ast.parse(self.path.read_text(encoding="utf-8"))

    def code(self) -> CodeType:
        """The module with the fault, compiled."""
        return compile(self.fault.planted(self.tree()), str(self.path), "exec", dont_inherit=True)


@dataclass(frozen=True, slots=True)
class Change:
    """What a fault changes: functions (as they are, as they become), or, where ``functions`` is None, what the module does when it is read.

    No functions at all: the fault compiles to what stood there before, so it changes nothing.
    """

    functions: tuple[tuple[CodeType, CodeType], ...] | None

    @property
    def nothing(self) -> bool:
        """Proven to change nothing."""
        return self.functions == ()


def change(planted: Planted) -> Change:
    """Compare the compiled module with the one that has the fault."""
    before = compile(planted.tree(), str(planted.path), "exec", dont_inherit=True)
    pairs = _changed(before, planted.code())
    return Change(None if pairs is None else tuple(pairs))


def _changed(before: CodeType, after: CodeType) -> list[tuple[CodeType, CodeType]] | None:
    """Functions on the level of a module or class that differ; None where that level itself differs."""
    if _bare(before) != _bare(after):
        return None
    found: list[tuple[CodeType, CodeType]] = []
    for one, other in zip(_within(before), _within(after), strict=True):
        if one.co_name.startswith("<") and one != other:
            return None  # a comprehension that is run while the module is read
        if one.co_flags & inspect.CO_OPTIMIZED:
            found += [(one, other)] if one != other else []
        elif (inner := _changed(one, other)) is None:
            return None
        else:
            found += inner
    return found


def _within(code: CodeType) -> Iterator[CodeType]:
    return (item for item in code.co_consts if isinstance(item, CodeType))


def _bare(code: CodeType) -> object:
    constants = [(type(item), item.co_name if isinstance(item, CodeType) else repr(item)) for item in code.co_consts]
    return code.co_code, constants, code.co_names, code.co_varnames


def alive() -> dict[tuple[str, str, int], list[FunctionType]]:
    """The living functions by file, name and line."""
    found: dict[tuple[str, str, int], list[FunctionType]] = defaultdict(list)
    for item in gc.get_objects():
        if isinstance(item, FunctionType) and item.__code__.co_filename.startswith(str(ROOT)):
            found[item.__code__.co_filename, item.__code__.co_name, item.__code__.co_firstlineno].append(item)
    return found


def swap(functions: tuple[tuple[CodeType, CodeType], ...], living: dict[tuple[str, str, int], list[FunctionType]]) -> bool:
    """Give the living functions their faulty code; False where one of them lives nowhere or cannot take it."""
    for before, after in functions:
        holders = [item for item in living.get((before.co_filename, before.co_name, before.co_firstlineno), ()) if item.__code__ == before]
        if not holders or before.co_freevars != after.co_freevars:
            return False
        for item in holders:
            item.__code__ = after
    return True


class Planter(importlib.abc.MetaPathFinder):
    """Gives out one module with a fault in it."""

    def __init__(self, planted: Planted) -> None:
        self.planted = planted

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> importlib.machinery.ModuleSpec | None:
        if name != self.planted.module:
            return None
        loader = Faulty(name, str(self.planted.path))
        loader.planted = self.planted
        return importlib.util.spec_from_file_location(name, self.planted.path, loader=loader)


class Faulty(importlib.machinery.SourceFileLoader):
    """Compiles the source with the fault."""

    planted: Planted

    def get_code(self, fullname: str) -> CodeType:
        return self.planted.code()


def lines(planted: Planted) -> tuple[set[int], bool]:
    """The line in which the statement begins that holds the fault, and whether its function keeps what it once gave.

    Such a function runs for the first test that asks and serves all that follow: for it, every line of functions in the module counts.
    """
    tree = planted.tree()
    parents = {child: parent for parent in ast.walk(tree) for child in ast.iter_child_nodes(parent)}
    node: ast.AST | None = list(ast.walk(tree))[planted.fault.node]
    while node is not None and not isinstance(node, ast.stmt):
        node = parents.get(node)
    found = {node.lineno} if isinstance(node, ast.stmt) else set()
    while node is not None:
        if isinstance(node, ast.FunctionDef) and keeps(node):
            return within_functions(tree), True
        node = parents.get(node)
    return found, False


def keeps(function: ast.FunctionDef) -> bool:
    """Whether a function gives again what it gave before."""
    return any(word in ast.unparse(item) for item in function.decorator_list for word in ("cache", "by_identity"))


def within_functions(tree: ast.AST) -> set[int]:
    """All lines inside functions."""
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.Lambda))
        for part in (node.body if isinstance(node.body, list) else [node.body])
        for line in range(part.lineno, (part.end_lineno or part.lineno) + 1)
    }
