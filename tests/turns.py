"""Tests of speed run alone: while one marked ``alone`` runs, the other workers of pytest-xdist wait between two tests.

CPU time is no fair measure on a busy machine: what shares its caches makes pages and readers dearer, and the tight loop that they are
compared with hardly so. The same page cost 1.3 loops on an idle machine and 2.75 beside other tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from tests.run_folder import kept_for

TURNS = pytest.StashKey[bool]()
"""Whether the session has a test that runs alone."""
SOON = 0.002
"""Seconds between two looks at a lock: most tests take less than the twentieth of a second that the library would wait."""


@cache
def _lock(folder: Path, name: str) -> FileLock:
    """A lock of this process, made once: to make one costs more than to take it. Each thread counts by itself how often it has it."""
    return FileLock(folder / f"{name}.lock", poll_interval=SOON)


@contextmanager
def turn(folder: Path, worker: str, workers: int, *, alone: bool) -> Iterator[None]:
    """The time of one test of ``worker`` ("gw0" …): beside those of the other ``workers``, or ``alone``.

    Each test holds the lock of its worker, and passes a gate to get it. One that runs alone stays in the gate and holds the locks of all;
    nobody waits at the gate with a lock in hand.
    """
    with ExitStack() as gate, ExitStack() as held:
        gate.enter_context(_lock(folder, "gate"))
        for name in (f"gw{number}" for number in range(workers)) if alone else (worker,):
            held.enter_context(_lock(folder, name))
        if not alone:
            gate.close()
        yield


def share_turns(session: pytest.Session) -> None:
    """Turns are taken only where a test is there that runs alone; all workers gather the same tests."""
    session.config.stash[TURNS] = any(item.get_closest_marker("alone") for item in session.items)


def own_turn(config: pytest.Config, *, alone: bool) -> AbstractContextManager[None]:
    """``turn`` of this process; where pytest runs without workers, or no test runs alone, there is nobody to wait for."""
    run: Mapping[str, Any] | None = getattr(config, "workerinput", None)  # the environment would also speak to a pytest that a test starts
    if run is None or not config.stash.get(TURNS, False):
        return nullcontext()
    return turn(kept_for(Path(config.option.basetemp)), run["workerid"], run["workercount"], alone=alone)
