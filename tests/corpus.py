"""Real files read once a session: recognition and LibreOffice take minutes, and several tests ask for the same files."""

from __future__ import annotations

import hashlib
import pickle
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from filelock import FileLock

from build_tools.model.diagnostic import InputError
from build_tools.model.reading import Reading
from build_tools.read import read_file
from tests.answers import remembered
from tests.timing import unit


@dataclass(frozen=True, slots=True)
class Readings:
    """What ``read_file`` gave, kept in a folder that all workers of a test run share."""

    folder: Path

    def read(self, path: Path) -> Reading:
        """``read_file(path)``, done by whichever worker asks first; a refusal is remembered and raised likewise."""
        found = self._kept(path)[0]
        if isinstance(found, InputError):
            raise found
        return found

    def units(self, path: Path) -> float:
        """What reading a PDF cost when it was read, in plain scannings (``tests/timing.py``)."""
        return self._kept(path)[1]

    def _kept(self, path: Path) -> tuple[Reading | InputError, float]:
        kept = self.folder / f"{hashlib.sha256(str(path.resolve()).encode()).hexdigest()}.pickle"
        with FileLock(kept.with_suffix(".lock")):
            if not kept.exists():
                kept.write_bytes(pickle.dumps(_outcome(path)))
        found: tuple[Reading | InputError, float] = pickle.loads(kept.read_bytes())
        return found


def _outcome(path: Path) -> tuple[Reading | InputError, float]:
    timed = path.suffix == ".pdf"
    before, start = unit() if timed else 0.0, time.process_time()
    try:
        with remembered():
            found: Reading | InputError = read_file(path)
    except InputError as refusal:
        found = refusal
    spent = time.process_time() - start
    return found, spent / max(before, unit()) if timed else 0.0


T = TypeVar("T")


def once(folder: Path, name: str, make: Callable[[], T]) -> T:
    """What ``make`` gives, made by whichever worker of a test run asks first and kept in ``folder`` for the others."""
    kept = folder / f"{name}.pickle"
    with FileLock(kept.with_suffix(".lock")):
        if not kept.exists():
            kept.write_bytes(pickle.dumps(make()))
    found: T = pickle.loads(kept.read_bytes())
    return found
