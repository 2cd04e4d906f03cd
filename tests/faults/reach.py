"""Which tests reach which statements of the packages, and how long each takes: found once, kept in ``build/faults``.

A fault is then looked for by the tests that run its statement, the cheapest first, and by no other. The modules note what they run
themselves: while reach is being found, they are read with a call of ``set.add`` before every statement, which costs far less than tracing.
"""

from __future__ import annotations

import ast
import builtins
import hashlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import pickle
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

from tests.faults.planting import keeps

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "faults"
Line = tuple[str, int]
"""A module's path and the line in which a statement of it begins."""


@dataclass(frozen=True, slots=True)
class Reached:
    """The statements that one test runs (its fixtures' too), as the bits of one number, and its seconds of CPU."""

    lines: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Reach:
    """Statements run while modules were read and tests collected, and what each test runs."""

    places: dict[Line, int]
    """The bit of each statement that was ever run."""
    collecting: int
    shared: int
    """Statements run for a value that is kept: they ran for the first test that asked, and serve all that follow."""
    tests: dict[str, Reached]

    def bits(self, lines: set[Line]) -> int:
        """Statements as the bits of one number."""
        return sum(1 << self.places[line] for line in lines if line in self.places)

    def of(self, lines: set[Line], within: Sequence[str] = ("",)) -> list[str]:
        """Tests below the folders ``within`` that run one of the statements, the cheapest first."""
        bits, begins = self.bits(lines), tuple(within)
        return sorted((name for name, reached in self.tests.items() if reached.lines & bits and name.startswith(begins)), key=self._cost)

    def rest(self, done: list[str], within: Sequence[str] = ("",)) -> list[str]:
        """All others below those folders, the cheapest first."""
        return sorted((name for name in set(self.tests) - set(done) if name.startswith(tuple(within))), key=self._cost)

    def seconds(self, names: list[str]) -> float:
        """What these tests cost together."""
        return sum(self.tests[name].seconds for name in names)

    def _cost(self, name: str) -> tuple[float, str]:
        return round(self.tests[name].seconds, 2), name


NOTE, KEEP = "__note_statement__", "__note_kept__"
"""Names under which modules find where to note what they run."""


@dataclass(eq=False)
class Notes:
    """A plugin of pytest that notes which statements of modules below ``folders`` are run, and by whom."""

    folders: tuple[str, ...]
    places: dict[Line, int] = field(default_factory=dict)
    now: set[int] = field(default_factory=set)
    """What is being noted; emptied between tests."""
    collecting: frozenset[int] = frozenset()
    shared: set[int] = field(default_factory=set)
    tests: dict[str, Reached] = field(default_factory=dict)
    fixtures: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def __post_init__(self) -> None:
        setattr(builtins, NOTE, self.now.add)
        setattr(builtins, KEEP, self.kept)
        sys.meta_path.insert(0, Finder(self))

    def place(self, path: str, line: int) -> int:
        """The number of a statement."""
        return self.places.setdefault((path, line), len(self.places))

    @contextmanager
    def kept(self) -> Iterator[None]:
        """What is run for a value that is kept is noted apart too."""
        with self._apart() as own:
            yield
        self.shared |= own

    @contextmanager
    def _apart(self) -> Iterator[set[int]]:
        own: set[int] = set()
        outer = set(self.now)
        self.now.clear()
        try:
            yield own
        finally:
            own |= self.now
            self.now |= outer

    def pytest_collection_finish(self) -> None:
        """What was run until now belongs to no test."""
        self.collecting = frozenset(self.now)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any, request: Any) -> Iterator[None]:
        """What a fixture shared by several tests runs, each of them runs."""
        with self._apart() as own:
            result = yield
        self.fixtures[id(fixturedef)] |= own
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: Any) -> Iterator[None]:
        """Note what one test runs."""
        self.now.clear()
        start = time.process_time()
        try:
            return (yield)
        finally:
            seconds = time.process_time() - start
            for definitions in item._fixtureinfo.name2fixturedefs.values():
                for definition in definitions:
                    self.now |= self.fixtures.get(id(definition), set())
            self.tests[item.nodeid] = Reached(_bits(self.now), seconds)

    def found(self) -> Reach:
        """All that was noted."""
        return Reach(self.places, _bits(self.collecting), _bits(self.shared), self.tests)


def _bits(places: set[int] | frozenset[int]) -> int:
    made = bytearray(max(places, default=0) // 8 + 1)
    for place in places:
        made[place // 8] |= 1 << place % 8
    return int.from_bytes(made, "little")


class Finder(importlib.abc.MetaPathFinder):
    """Gives out the modules of the folders so that they note what they run."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> importlib.machinery.ModuleSpec | None:
        if not name.startswith("build_tools."):
            return None
        found = importlib.machinery.PathFinder.find_spec(name, path, target)
        if found is None or found.origin is None or not found.origin.startswith(self.notes.folders):
            return None
        loader = Noting(name, found.origin)
        loader.notes = self.notes
        return importlib.util.spec_from_file_location(
            name, found.origin, loader=loader, submodule_search_locations=found.submodule_search_locations
        )


class Noting(importlib.machinery.SourceFileLoader):
    """Compiles the source with notes."""

    notes: Notes

    def get_code(self, fullname: str) -> CodeType:
        tree = ast.parse(Path(self.path).read_bytes())
        noted = _Noted(self.notes, self.path).visit(tree)
        return compile(ast.fix_missing_locations(noted), self.path, "exec", dont_inherit=True)


class _Noted(ast.NodeTransformer):
    """Puts a note before every statement inside functions."""

    def __init__(self, notes: Notes, path: str) -> None:
        self.notes, self.path, self.inside = notes, path, False

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        outer, self.inside = self.inside, True
        words = node.body[:1] if ast.get_docstring(node, clean=False) is not None else []
        node.body = self._block(node.body[len(words) :])
        if keeps(node) and node.body:
            asked = ast.Call(ast.Name(KEEP, ast.Load()), [], [])
            node.body = [ast.copy_location(ast.With([ast.withitem(asked)], node.body), node.body[0])]
        node.body = [*words, *node.body] or [ast.Pass()]
        self.inside = outer
        return node

    def generic_visit(self, node: ast.AST) -> ast.AST:
        for name in ("body", "orelse", "finalbody") if self.inside else ():
            block = getattr(node, name, None)
            if isinstance(block, list) and block:
                setattr(node, name, self._block(block))
        if self.inside:
            for part in (*getattr(node, "handlers", ()), *getattr(node, "cases", ())):
                self.generic_visit(part)
            return node
        return super().generic_visit(node)

    def _block(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        made: list[ast.stmt] = []
        for item in statements:
            place = ast.Constant(self.notes.place(self.path, item.lineno))
            call = ast.Call(ast.Name(NOTE, ast.Load()), [place], [])
            made += [ast.copy_location(ast.Expr(call), item), self.visit(item)]
        return made


def kept(tests: Sequence[str]) -> Path:
    """Where the reach of tests is kept for the sources as they are."""
    total = hashlib.sha256(repr(sorted(tests)).encode())
    for folder in ("build_tools", "tests", "data"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and "node_modules" not in path.parts:
                total.update(str(path.relative_to(ROOT)).encode())
                total.update(path.read_bytes())
    return KEPT / f"reach-{total.hexdigest()[:16]}.pickle"


def load(path: Path) -> Reach:
    """A reach that was kept."""
    found: Reach = pickle.loads(path.read_bytes())
    return found


def save(path: Path, reach: Reach) -> None:
    """Keep it; those of older sources go."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob("*.pickle"):
        old.unlink()
    aside = path.with_suffix(f".{os.getpid()}")
    aside.write_bytes(pickle.dumps(reach))
    aside.replace(path)
