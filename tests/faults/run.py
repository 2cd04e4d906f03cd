"""Plant faults, one at a time, and see whether the nearest tests notice: ``python -m tests.faults.run [package …] [--seed N] [--count N]``.

Without options: every package of ``NEAREST``, each with its seed in ``tests/quality/faults.json`` (one that nobody had looked at when
the floor was measured); exit status 1 when a package catches a smaller share than its floor there. A fault that compiles to the same
instructions changes nothing and is not counted.

Each fault has a process of its own, forked from one that has the tests collected; only tests that run its line are asked (``reach.py``).
A fault in what a module does while it is read needs the modules read anew, and all tests of the package.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import json
import os
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.faults import reach
from tests.faults.operators import faults
from tests.faults.planting import Change, Planted, Planter, change, lines, swap, within_functions
from tests.faults.reach import ROOT, Reach

FLOORS = ROOT / "tests" / "quality" / "faults.json"
GOLD = "tests/quality/test_gold.py"
SHAPES = "tests/shapes"
NEAREST: dict[str, tuple[str, ...]] = {
    "citations": (SHAPES, GOLD, "tests/citations", "tests/lexicon/test_types.py", "tests/naming"),
    "graph": (SHAPES, "tests/graph", "tests/site/test_originals.py", "tests/site/test_internal.py", "tests/site/test_changes.py"),
    "guards": (SHAPES, "tests/guards"),
    "normalise": (SHAPES, GOLD, "tests/reading", "tests/graph/test_checked.py"),
    "resolve": (SHAPES, GOLD, "tests/resolve", "tests/lexicon/test_relations.py", "tests/lexicon/test_scopes.py"),
    "structure": (SHAPES, GOLD, "tests/reading"),
}
"""The tests of each package."""
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
UNPLANTED = 77
SAID = {0: "missed", UNPLANTED: "cold"}
"""What a process ends with, and what that says; any other end: noticed."""
LEAST = 10.0
"""Seconds of CPU that any fault may take."""


def sample(package: str, seed: int, count: int) -> list[Planted]:
    """``count`` faults of a package by chance: each stays in the sample of a seed while the line in which it stands does, whatever is
    written elsewhere."""
    drawn: list[tuple[str, Planted]] = []
    for path in sorted((ROOT / "build_tools" / package).rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        text = path.read_text(encoding="utf-8")
        lines, seen = text.split("\n"), Counter[str]()
        for fault in faults(ast.parse(text)):
            name = f"{seed} {module} {lines[fault.line - 1].strip()} {fault.kind}"
            seen[name] += 1
            drawn.append((hashlib.sha256(f"{name} {seen[name]}".encode()).hexdigest(), Planted(module, path, fault)))
    return [planted for _, planted in sorted(drawn, key=lambda one: one[0])[:count]]


def child(work: Callable[[], int], limit: float) -> int:
    """The status that ``work`` ends with in a process of its own; not 0 either where it takes longer than ``limit`` seconds of CPU."""
    number = os.fork()
    if number == 0:
        status = 1
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(1, 2)
            os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = tempfile.mkdtemp()
            status = work()
        finally:
            os._exit(status)
    end = time.monotonic() + 20 * limit
    while True:
        done, status = os.waitpid(number, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > end:  # waiting for something that never comes
            os.kill(number, signal.SIGKILL)
            os.waitpid(number, 0)
            return -signal.SIGKILL
        time.sleep(0.005)


def collect(tests: Sequence[str], plugin: object) -> int:
    """A run of pytest over the tests with one plugin more."""
    import pytest

    return int(pytest.main([*tests, *OPTIONS], plugins=[plugin]))


def reached(package: str) -> Reach:
    """The reach of the tests of a package, traced where it is not kept."""
    tests = NEAREST[package]
    path = reach.kept(package, tests)
    if not path.exists():

        def traced() -> int:
            tracer = reach.Tracer(str(ROOT / "build_tools" / package) + os.sep)
            status = collect(tests, tracer)
            if status == 0:
                reach.save(path, tracer.found())
            return status

        if child(traced, 900):
            raise SystemExit(f"{package}: the tests fail without any fault")
    return reach.load(path)


@dataclass(eq=False)
class Chosen:
    """A plugin of pytest that runs only the named tests, in that order."""

    names: list[str]

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Choose and order."""
        wanted = {name: place for place, name in enumerate(self.names)}
        items[:] = sorted((item for item in items if item.nodeid in wanted), key=lambda item: wanted[item.nodeid])


@dataclass(eq=False)
class Warm:
    """A plugin of pytest that runs, in place of the tests, one process for each fault in a function."""

    work: list[tuple[int, Change, list[str], float]]
    pipe: int
    items: dict[str, Any] = field(default_factory=dict)

    def pytest_runtestloop(self, session: Any) -> bool:
        """Every fault in its turn; what came of it goes into the pipe: noticed, missed, or could not be planted so."""
        self.items = {item.nodeid: item for item in session.items}
        for place, made, names, limit in self.work:
            ended = child(lambda made=made, names=names: self.run(made, names), limit)  # type: ignore[misc]
            os.write(self.pipe, f"{place} {SAID.get(ended, 'noticed')}\n".encode())
        return True

    def run(self, made: Change, names: list[str]) -> int:
        """1 as soon as a test fails with the fault in place; ``UNPLANTED`` where it cannot be put into what lives."""
        if not swap(made.functions or ()):
            return UNPLANTED
        chosen = [self.items[name] for name in names]
        for item, following in zip(chosen, [*chosen[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if item.session.testsfailed:
                return 1
        return 0


def outcomes(package: str, planted: list[Planted]) -> Iterator[tuple[Planted, str]]:
    """What comes of each fault: "nothing" (it changes nothing), "unreached", "noticed", "missed"."""
    known = reached(package)
    warm: list[tuple[int, Change, list[str], float]] = []
    cold: list[Planted] = []
    for place, item in enumerate(planted):
        made = change(item)
        own, cached = lines(item)
        at = {(str(item.path), line) for line in own}
        if at & known.shared:  # the first test that asks runs it for all
            cached, at = True, {(str(item.path), line) for line in within_functions(item.tree())}
        if made.nothing:
            yield item, "nothing"
        elif made.functions is None or (known.collecting & at and not cached):
            cold.append(item)
        elif not (names := known.of(at)):
            yield item, "unreached"
        else:
            warm.append((place, made, names, max(LEAST, PATIENCE * known.seconds(names))))
    for place, said in _warm(package, warm):
        if said == "cold":
            cold.append(planted[place])
        else:
            yield planted[place], said
    for item in cold:
        near = known.of({(str(item.path), line) for line in within_functions(item.tree())})
        names = [*near, *known.rest(near)]
        pinned = [name for name in names if name.startswith(SHAPES)]
        rounds = (pinned, (SHAPES,)), ([name for name in names if name not in pinned], NEAREST[package][1:])
        yield item, "noticed" if any(_cold(item, chosen, tests, known.seconds(chosen)) for chosen, tests in rounds) else "missed"


def _cold(item: Planted, names: list[str], tests: Sequence[str], seconds: float) -> bool:
    """Whether the named tests notice the fault when all modules are read with it; what is collected are ``tests``."""

    def run() -> int:
        sys.meta_path.insert(0, Planter(item))
        return collect(tests, Chosen(names))

    return child(run, max(2 * LEAST, PATIENCE * seconds)) != 0


def _warm(package: str, work: list[tuple[int, Change, list[str], float]]) -> Iterator[tuple[int, str]]:
    if not work:
        return
    source, sink = os.pipe()
    number = os.fork()
    if number == 0:
        try:
            os.close(source)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            collect(NEAREST[package], Warm(work, sink))
        finally:
            os._exit(0)
    os.close(sink)
    with os.fdopen(source, encoding="utf-8") as told:
        for row in told:
            place, said = row.split()
            yield int(place), said
    os.waitpid(number, 0)


def share(package: str, seed: int, count: int) -> tuple[float, int]:
    """The share of faults that are noticed, and how many could be; what is not noticed is printed."""
    caught = counted = 0
    for item, said in outcomes(package, sample(package, seed, count)):
        counted += said != "nothing"
        caught += said == "noticed"
        if said != "noticed":
            print(f"{package}: {said}: {item}", flush=True)
    return caught / counted, counted


def main(arguments: list[str] | None = None) -> int:
    """Print shares and what was not noticed."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", nargs="*", default=list(NEAREST))
    parser.add_argument("--seed", type=int)
    parser.add_argument("--count", type=int, default=floors["count"])
    args = parser.parse_args(arguments)
    import hypothesis  # noqa: F401 - read once here, for all children
    import lxml.html  # noqa: F401
    import pytest  # noqa: F401
    import yaml  # noqa: F401

    os.chdir(ROOT)
    low = []
    for package in args.packages:
        start = sum(os.times()[:4])
        row = floors["caught"].get(package, {"seed": 1, "floor": 0})
        caught, counted = share(package, args.seed or row["seed"], args.count)
        floor = row["floor"] if args.seed in (None, row["seed"]) else 0
        spent = sum(os.times()[:4]) - start
        print(f"{package:12} {caught:.2f} of {counted} noticed (floor {floor}), {spent:.0f} s of CPU", flush=True)
        low += [package] * (caught < floor)
    return int(bool(low))


if __name__ == "__main__":
    raise SystemExit(main())
