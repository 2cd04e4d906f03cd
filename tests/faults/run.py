"""Plant faults, one at a time, and see whether the nearest tests notice: ``python -m tests.faults.run [package …] [--seed N] [--count N]``.

Without options: every package of ``NEAREST`` with the seed and the count of ``tests/quality/faults.json``; exit status 1 when a package
catches a smaller share than its floor there. Each fault runs in a child of this process, which has read the test tools once.
"""

from __future__ import annotations

import argparse
import ast
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, ModuleType

from tests.faults.operators import Fault, faults

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ROOT / "tests" / "quality" / "faults.json"
GOLD = "tests/quality/test_gold.py"
SHAPES = "tests/shapes"
NEAREST: dict[str, tuple[str, ...]] = {
    "citations": (SHAPES, GOLD, "tests/citations", "tests/lexicon/test_types.py"),
    "graph": (SHAPES, "tests/graph", "tests/site/test_originals.py"),
    "guards": (SHAPES, "tests/guards"),
    "normalise": (SHAPES, GOLD, "tests/reading"),
    "resolve": (SHAPES, GOLD, "tests/resolve", "tests/lexicon/test_relations.py"),
    "structure": (SHAPES, GOLD, "tests/reading"),
}
"""The tests of each package, the likeliest to notice first."""
OPTIONS = (
    "-m",
    "quick",
    "-x",
    "-n",
    "0",
    "--hypothesis-seed=0",
    "--assert=plain",
    "-W",
    "ignore::pytest.PytestAssertRewriteWarning",
)
PATIENCE = 8
"""A fault that makes the tests take so many times as long has been noticed."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A fault in its module."""

    module: str
    path: Path
    fault: Fault

    def __str__(self) -> str:
        line = self.path.read_text(encoding="utf-8").split("\n")[self.fault.line - 1].strip()
        return f"{self.path.relative_to(ROOT)}:{self.fault.line}: {self.fault.kind}: {line}"


def sample(package: str, seed: int, count: int) -> list[Planted]:
    """``count`` faults of a package, the same for the same seed and source."""
    found = []
    for path in sorted((ROOT / "build_tools" / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found += [Planted(module, path, fault) for fault in faults(ast.parse(path.read_text(encoding="utf-8")))]
    return random.Random(f"{package} {seed}").sample(found, min(count, len(found)))


class Planter(importlib.abc.MetaPathFinder):
    """Gives out one module with a fault in it."""

    def __init__(self, planted: Planted) -> None:
        self.planted = planted

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> importlib.machinery.ModuleSpec | None:
        if name != self.planted.module:
            return None
        loader = Faulty(name, str(self.planted.path))
        loader.fault = self.planted.fault
        return importlib.util.spec_from_file_location(name, self.planted.path, loader=loader)


class Faulty(importlib.machinery.SourceFileLoader):
    """Compiles the source with the fault."""

    fault: Fault

    def get_code(self, fullname: str) -> CodeType:
        tree = self.fault.planted(ast.parse(Path(self.path).read_text(encoding="utf-8")))
        return compile(tree, self.path, "exec", dont_inherit=True)


def noticed(planted: Planted | None, tests: Sequence[str], limit: float) -> bool:
    """Whether the tests fail, end otherwise than they should, or take longer than ``limit`` seconds of CPU, in a child process."""
    child = os.fork()
    if child == 0:
        import resource

        import pytest

        resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(1, 2)
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = tempfile.mkdtemp()
        if planted:
            sys.meta_path.insert(0, Planter(planted))
        status = 1
        try:
            status = int(pytest.main([*tests, *OPTIONS]))
        finally:
            os._exit(status)
    end = time.monotonic() + 20 * limit
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return status != 0
        if time.monotonic() > end:  # waiting for something that never comes
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return True
        time.sleep(0.02)


def share(package: str, seed: int, count: int) -> tuple[float, list[Planted]]:
    """The share of faults that are noticed, and those that are not."""
    tests = NEAREST[package]
    start = sum(os.times()[:4])
    if noticed(None, tests, 600):
        raise SystemExit(f"{package}: the tests fail without any fault")
    limit = max(10.0, PATIENCE * (sum(os.times()[:4]) - start))
    planted = sample(package, seed, count)
    missed = []
    for number, item in enumerate(planted, 1):
        if not noticed(item, tests, limit):
            missed.append(item)
            print(f"{package} {number}/{len(planted)} not noticed: {item}", flush=True)
    return 1 - len(missed) / len(planted), missed


def main(arguments: list[str] | None = None) -> int:
    """Print shares and what was not noticed."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", nargs="*", default=list(NEAREST))
    parser.add_argument("--seed", type=int, default=floors["seed"])
    parser.add_argument("--count", type=int, default=floors["count"])
    args = parser.parse_args(arguments)
    import hypothesis  # noqa: F401 - read once here, for all children
    import lxml.html  # noqa: F401
    import pytest  # noqa: F401

    os.chdir(ROOT)
    low = []
    for package in args.packages:
        caught, _ = share(package, args.seed, args.count)
        floor = floors["caught"].get(package, 0)
        print(f"{package:12} {caught:.2f} of {args.count} noticed (floor {floor})", flush=True)
        low += [package] * (caught < floor)
    return int(bool(low))


if __name__ == "__main__":
    raise SystemExit(main())
