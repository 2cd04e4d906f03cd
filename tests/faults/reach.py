"""Which tests reach which lines of a package, and how long each takes: found once by tracing, kept in ``build/faults``.

A fault is then looked for by the tests that run its line, the cheapest first, and by no other.
"""

from __future__ import annotations

import ast
import hashlib
import os
import pickle
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tests.faults.planting import keeps

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "build" / "faults"
Line = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Reached:
    """Lines that one test runs (its fixtures' lines too), and its seconds of CPU."""

    lines: frozenset[Line]
    seconds: float


@dataclass(frozen=True, slots=True)
class Reach:
    """Lines run while modules were read and tests collected, and what each test runs."""

    collecting: frozenset[Line]
    shared: frozenset[Line]
    """Lines run for a value that is kept: they ran for the first test that asked, and serve all that follow."""
    tests: dict[str, Reached]

    def of(self, lines: set[Line]) -> list[str]:
        """Tests that run one of the lines, the cheapest first."""
        return sorted((name for name, reached in self.tests.items() if reached.lines & lines), key=self._cost)

    def rest(self, done: list[str]) -> list[str]:
        """All others, the cheapest first."""
        return sorted(set(self.tests) - set(done), key=self._cost)

    def seconds(self, names: list[str]) -> float:
        """What these tests cost together."""
        return sum(self.tests[name].seconds for name in names)

    def _cost(self, name: str) -> tuple[float, str]:
        return round(self.tests[name].seconds, 2), name


@dataclass(eq=False)
class Tracer:
    """A plugin of pytest that notes which lines below ``folder`` are run, and by whom."""

    folder: str
    lines: set[Line] = field(default_factory=set)
    collecting: set[Line] = field(default_factory=set)
    tests: dict[str, Reached] = field(default_factory=dict)
    fixtures: dict[int, set[Line]] = field(default_factory=lambda: defaultdict(set))

    shared: set[Line] = field(default_factory=set)
    keeping: frozenset[Line] = frozenset()
    depth: int = 0
    """How many functions that keep what they give are being run."""

    def __post_init__(self) -> None:
        self.lines = self.collecting
        self.keeping = frozenset(
            (str(path), min(item.lineno for item in node.decorator_list))
            for path in Path(self.folder).rglob("*.py")
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.FunctionDef) and keeps(node)
        )
        sys.settrace(self.call)

    def call(self, frame: FrameType, event: str, argument: object) -> Any:
        """Follow a call only where it is in the package."""
        code = frame.f_code
        if not code.co_filename.startswith(self.folder):
            return None
        if (code.co_filename, code.co_firstlineno) in self.keeping:
            self.depth += 1
            return self.kept_line
        return self.line

    def line(self, frame: FrameType, event: str, argument: object) -> Any:
        """Note one line."""
        if event == "line":
            self._note((frame.f_code.co_filename, frame.f_lineno))
        return self.line

    def kept_line(self, frame: FrameType, event: str, argument: object) -> Any:
        """The same in a function that keeps what it gives."""
        if event == "line":
            self._note((frame.f_code.co_filename, frame.f_lineno))
        elif event == "return":
            self.depth -= 1
        return self.kept_line

    def _note(self, line: Line) -> None:
        self.lines.add(line)
        if self.depth:
            self.shared.add(line)

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any, request: Any) -> Iterator[None]:
        """What a fixture shared by several tests runs, each of them runs."""
        outer, self.lines = self.lines, set()
        try:
            return (yield)
        finally:
            self.fixtures[id(fixturedef)] |= self.lines
            outer |= self.lines
            self.lines = outer

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: Any) -> Iterator[None]:
        """Note what one test runs."""
        self.lines = set()
        start = time.process_time()
        sys.settrace(self.call)
        try:
            return (yield)
        finally:
            for definitions in item._fixtureinfo.name2fixturedefs.values():
                for definition in definitions:
                    self.lines |= self.fixtures.get(id(definition), set())
            self.tests[item.nodeid] = Reached(frozenset(self.lines), time.process_time() - start)

    def found(self) -> Reach:
        """All that was noted."""
        return Reach(frozenset(self.collecting), frozenset(self.shared), self.tests)


def kept(package: str, tests: tuple[str, ...]) -> Path:
    """Where the reach of a package is kept for the sources as they are."""
    total = hashlib.sha256(repr(tests).encode())
    for folder in ("build_tools", "tests", "data"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and "node_modules" not in path.parts:
                total.update(str(path.relative_to(ROOT)).encode())
                total.update(path.read_bytes())
    return KEPT / f"{package}-{total.hexdigest()[:16]}.pickle"


def load(path: Path) -> Reach:
    """A reach that was kept."""
    found: Reach = pickle.loads(path.read_bytes())
    return found


def save(path: Path, reach: Reach) -> None:
    """Keep it; those of older sources go."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob(f"{path.name.partition('-')[0]}-*"):
        old.unlink()
    aside = path.with_suffix(f".{os.getpid()}")
    aside.write_bytes(pickle.dumps(reach))
    aside.replace(path)
