"""``python -m tests.faults.run [package …] [--seed N] [--count N]``: plant faults by chance and see how many the nearest tests notice.

``tests/quality/faults.json`` holds, for each package, a floor, the seed for which it was measured and how many faults are planted, where
that is another count than the one for all (without ``--seed`` that seed is taken, and the floor applies to no other); ``before`` tells of a
higher floor of another sample. Exit status 1 when a package catches a smaller share than its floor there. A fault that compiles to the same
instructions changes nothing and is not counted.

Each fault has a process of its own, forked from one that has the tests collected; only tests that run its statement are asked
(``reach.py``), the cheapest first, until one fails. So it is with faults in functions and in values that functions read by name; any
other fault in what a module does while it is read needs the modules read anew, and all tests of the package.
"""

from __future__ import annotations

import argparse
import ast
import gc
import hashlib
import json
import os
import re
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.faults import reach
from tests.faults.operators import faults
from tests.faults.planting import Change, Planted, Planter, alive, change, lines, swap
from tests.faults.reach import ROOT, Reach
from tests.faults.values import NotPlainError, Values, functions, put, values

FLOORS = ROOT / "tests" / "quality" / "faults.json"
GOLD = "tests/quality/test_gold.py"
SHAPES = "tests/shapes"
NEAREST: dict[str, tuple[str, ...]] = {
    "citations": (SHAPES, GOLD, "tests/citations", "tests/lexicon/test_types.py", "tests/naming"),
    "graph": (
        SHAPES,
        "tests/graph",
        "tests/formats/test_attach.py",
        "tests/site/test_originals.py",
        "tests/citations/test_own_places.py",
        "tests/site/test_changes.py",
    ),
    "guards": (SHAPES, "tests/guards"),
    "normalise": (
        SHAPES,
        GOLD,
        "tests/reading",
        "tests/graph/test_checked.py",
        "tests/formats/test_attach.py",
        "tests/formats/test_spaced.py",
    ),
    "resolve": (SHAPES, GOLD, "tests/resolve", "tests/lexicon/test_relations.py", "tests/lexicon/test_scopes.py"),
    "statements": (SHAPES, GOLD, "tests/statements", "tests/lexicon/test_words.py"),
    "structure": (SHAPES, GOLD, "tests/reading", "tests/formats/test_attach.py", "tests/formats/test_split.py"),
    "views": (
        "tests/site",
        "tests/compare",
        "tests/coverage/test_coverage.py",
        "tests/desk",
        "tests/forms",
        "tests/lexicon/test_relations.py",
        "tests/lexicon/test_scopes.py",
        "tests/reports",
    ),
}
"""The tests of each package."""
USUAL = tuple(name for name in NEAREST if name not in ("statements", "views"))
"""The packages in which faults are planted where none is named; the others take as long as all of these."""
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
SAID = {0: "missed", UNPLANTED: "cold", -signal.SIGXCPU: "slow"}
"""What a process ends with, and what that says; any other end: noticed. What was slow has been noticed too, and is counted apart: a
machine that many share may make slow whatever runs there."""
LEAST = 10.0
"""Seconds of CPU that any fault may take."""
IDLE = 30.0
"""A process that uses no CPU for so many seconds waits for something that never comes."""
SCRATCH = tempfile.TemporaryDirectory()
"""For what tests leave behind."""


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
    """The status that ``work`` ends with in a process of its own; not 0 either where it takes longer than ``limit`` seconds of CPU.

    How long it takes by the clock says nothing where many share a machine; only what uses no CPU at all waits for what never comes.
    """
    number = os.fork()
    if number == 0:
        status = 1
        try:
            _end_where_idle()
            resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            os.dup2(1, 2)
            os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = f"{SCRATCH.name}/{os.getpid()}"
            status = work()
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def said(ended: int) -> str:
    """What it says of a fault that its process ended so."""
    return SAID.get(ended, "noticed")


def _end_where_idle() -> None:
    """Look at this process every ``IDLE`` seconds; end it where it has used hardly any CPU since."""
    used = time.process_time()

    def look(*_: object) -> None:
        nonlocal used
        if time.process_time() - used < IDLE / 1000:
            os._exit(1)
        used = time.process_time()

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, IDLE, IDLE)


def collect(tests: Sequence[str], plugin: object) -> int:
    """A run of pytest over the tests with one plugin more."""
    import pytest

    return int(pytest.main([*tests, *OPTIONS], plugins=[plugin]))


def reached(packages: Sequence[str]) -> Reach:
    """The reach of the tests of packages, found where it is not kept."""
    tests = nearest(packages)
    path = reach.kept(tests)
    if not path.exists():

        def noted() -> int:
            notes = reach.Notes(tuple(str(ROOT / "build_tools" / package) + os.sep for package in packages))
            status = collect(tests, notes)
            if status == 0:
                reach.save(path, notes.found())
            return status

        if child(noted, 900):
            raise SystemExit("the tests fail without any fault")
    return reach.load(path)


def nearest(packages: Sequence[str]) -> list[str]:
    """The tests of packages, each folder and file once."""
    return sorted({name for package in packages for name in NEAREST[package]})


@dataclass(eq=False)
class Chosen:
    """A plugin of pytest that runs only the named tests, in that order."""

    names: list[str]

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Choose and order."""
        wanted = {name: place for place, name in enumerate(self.names)}
        items[:] = sorted((item for item in items if item.nodeid in wanted), key=lambda item: wanted[item.nodeid])


@dataclass(frozen=True, slots=True)
class Work:
    """A fault that is put into living modules, the tests that may notice it, and the seconds it may take."""

    planted: Planted | None
    """None where nothing is planted, which no test may notice."""
    made: Change | Values
    names: list[str]
    limit: float

    def put(self, living: dict[tuple[str, str, int], list[Any]]) -> bool:
        """Put the fault where it belongs; False where that cannot be done so. Raises what the module raises when it is read."""
        if self.planted is None:
            return True
        if isinstance(self.made, Change):
            return swap(self.made.functions or (), living)
        try:
            put(self.planted, self.made)
        except NotPlainError:
            return False
        return True


@dataclass(eq=False)
class Warm:
    """A plugin of pytest that runs, in place of the tests, one process for each fault in what lives."""

    work: list[Work]
    pipe: int
    items: dict[str, Any] = field(default_factory=dict)

    def pytest_runtestloop(self, session: Any) -> bool:
        """Every fault in its turn; what came of it goes into the pipe: noticed, missed, or could not be planted so."""
        self.items = {item.nodeid: item for item in session.items}
        gc.unfreeze()  # what was frozen once the tests were gathered is not found among the living
        living = alive()
        gc.freeze()
        for place, work in enumerate(self.work):
            ended = child(lambda work=work: self.run(work, living), work.limit)  # type: ignore[misc]
            os.write(self.pipe, f"{place} {said(ended)}\n".encode())
        return True

    def run(self, work: Work, living: dict[tuple[str, str, int], list[Any]]) -> int:
        """1 as soon as a test fails with the fault in place; ``UNPLANTED`` where it cannot be put into what lives."""
        if not work.put(living):
            return UNPLANTED
        chosen = [self.items[name] for name in work.names]
        following = [item for item in chosen if not _plain(item)][1:]
        for item in chosen:
            if _plain(item):
                item.obj(**(item.callspec.params if hasattr(item, "callspec") else {}))  # what it raises ends the process
            else:
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following.pop(0) if following else None)
            if item.session.testsfailed:
                return 1
        return 0


def _plain(item: Any) -> bool:
    """Whether a test is a function that needs nothing but its parameters."""
    given = item.callspec.params if hasattr(item, "callspec") else {}
    simple = item.cls is None and not getattr(item.obj, "is_hypothesis_test", False)
    return simple and set(item.fixturenames) <= set(given) and {mark.name for mark in item.iter_markers()} <= {"parametrize", "quick"}


def outcomes(samples: dict[str, list[Planted]]) -> Iterator[tuple[str, Planted, str]]:
    """What comes of each fault of each package: "nothing" (it changes nothing), "unreached", "noticed", "slow", "missed"."""
    known = reached(list(samples))
    everything = {package: known.rest([], NEAREST[package]) for package in samples}
    control = [(package, Work(None, Change(()), names, 10 * LEAST)) for package, names in everything.items()]
    warm: list[tuple[str, Work]] = control.copy()
    cold: list[tuple[str, Planted]] = []
    for package, planted in samples.items():
        for item in planted:
            made = _living(item, known)
            if made is None:
                cold.append((package, item))
            elif isinstance(made[0], Change) and made[0].nothing:
                yield package, item, "nothing"
            elif not (names := known.of(made[1], NEAREST[package])):
                yield package, item, "unreached"
            else:
                warm.append((package, Work(item, made[0], names, max(LEAST, PATIENCE * known.seconds(names)))))
    for place, outcome in _warm(list(samples), [work for _, work in warm]):
        package, work = warm[place]
        if work.planted is None:
            if outcome != "missed":
                raise SystemExit(f"{package}: the tests fail without any fault")
        elif outcome == "cold":
            cold.append((package, work.planted))
        else:
            yield package, work.planted, outcome
    for package, item in cold:
        near = known.of(functions(item), NEAREST[package])
        names = [*near, *known.rest(near, NEAREST[package])]
        pinned = [name for name in names if name.startswith(SHAPES)]
        others = tuple(name for name in NEAREST[package] if name != SHAPES)
        rounds = (pinned, (SHAPES,)), ([name for name in names if name not in pinned], others)
        told = (_cold(item, chosen, tests, known.seconds(chosen)) for chosen, tests in rounds)
        yield package, item, next((outcome for outcome in told if outcome != "missed"), "missed")


def _living(item: Planted, known: Reach) -> tuple[Change | Values, set[tuple[str, int]]] | None:
    """How a fault is put into living modules, and the statements whose tests may notice it; None where all must be read anew."""
    made: Change | Values | None = change(item)
    at, cached = lines(item)
    statements = {(str(item.path), line) for line in at}
    if isinstance(made, Change) and made.functions is None:
        made = values(item)
        if made is None:
            return None
        statements, cached = set(made.readers), False
    if known.collecting & known.bits(statements):
        return None
    if cached or known.shared & known.bits(statements):  # the first test that asks runs it for all
        statements |= functions(item)
    return made, statements  # type: ignore[return-value]  # None was given back


def _cold(item: Planted, names: list[str], tests: Sequence[str], seconds: float) -> str:
    """What comes of the fault by the named tests when all modules are read with it; what is collected are ``tests``."""

    def run() -> int:
        sys.meta_path.insert(0, Planter(item))
        return collect(tests, Chosen(names))

    return said(child(run, max(2 * LEAST, PATIENCE * seconds))) if names else "missed"


def _warm(packages: Sequence[str], work: list[Work]) -> Iterator[tuple[int, str]]:
    if not work:
        return
    source, sink = os.pipe()
    number = os.fork()
    if number == 0:
        try:
            os.close(source)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            collect(nearest(packages), Warm(work, sink))
        finally:
            os._exit(0)
    os.close(sink)
    with os.fdopen(source, encoding="utf-8") as told:
        for row in told:
            place, outcome = row.split()
            yield int(place), outcome
    os.waitpid(number, 0)


def main(arguments: list[str] | None = None) -> int:
    """Print shares and what was not noticed."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", nargs="*", default=list(USUAL))
    parser.add_argument("--seed", type=int)
    parser.add_argument("--count", type=int)
    parser.add_argument("--again", type=Path, help="what an earlier run printed: only faults that it names")
    args = parser.parse_args(arguments)
    import hypothesis  # noqa: F401 - read once here, for all children
    import lxml.html  # noqa: F401
    import pytest  # noqa: F401
    import yaml  # noqa: F401

    os.chdir(ROOT)
    start = sum(os.times()[:4])
    rows = {package: floors["caught"].get(package, {"seed": 1, "floor": 0}) for package in args.packages}
    samples = {
        package: sample(package, args.seed or row["seed"], args.count or row.get("count", floors["count"])) for package, row in rows.items()
    }
    if args.again:
        named = re.sub(r"\.py:\d+:", ".py:", args.again.read_text(encoding="utf-8"))
        samples = {name: [item for item in items if re.sub(r"\.py:\d+:", ".py:", str(item)) in named] for name, items in samples.items()}
    counted, caught, slow = Counter[str](), Counter[str](), Counter[str]()
    for package, item, outcome in outcomes(samples):
        counted[package] += outcome != "nothing"
        caught[package] += outcome in ("noticed", "slow")
        slow[package] += outcome == "slow"
        if outcome != "noticed":
            print(f"{package}: {outcome}: {item}", flush=True)
    low = False
    for package, row in rows.items():
        share = caught[package] / max(1, counted[package])
        floor = row["floor"] if args.seed in (None, row["seed"]) and not args.again else 0
        print(f"{package:12} {share:.2f} of {counted[package]} noticed (floor {floor}), {slow[package]} by their time", flush=True)
        low = low or share < floor
    print(f"{sum(os.times()[:4]) - start:.0f} s of CPU", flush=True)
    return int(low)


if __name__ == "__main__":
    with SCRATCH:
        raise SystemExit(main())
