"""Real files read once a session: recognition and LibreOffice take minutes, and several tests ask for the same files."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from filelock import FileLock

from build_tools.model.diagnostic import InputError
from build_tools.model.reading import Reading
from build_tools.read import read_file
from tests.answers import remembered


@dataclass(frozen=True, slots=True)
class Readings:
    """What ``read_file`` gave, kept in a folder that all workers of a test run share."""

    folder: Path

    def read(self, path: Path) -> Reading:
        """``read_file(path)``, done by whichever worker asks first; a refusal is remembered and raised likewise."""
        kept = self.folder / f"{hashlib.sha256(str(path.resolve()).encode()).hexdigest()}.pickle"
        with FileLock(kept.with_suffix(".lock")):
            if not kept.exists():
                kept.write_bytes(pickle.dumps(_outcome(path)))
        found: Reading | InputError = pickle.loads(kept.read_bytes())
        if isinstance(found, InputError):
            raise found
        return found


def _outcome(path: Path) -> Reading | InputError:
    try:
        with remembered():
            return read_file(path)
    except InputError as refusal:
        return refusal


T = TypeVar("T")


def once(folder: Path, name: str, make: Callable[[], T]) -> T:
    """What ``make`` gives, made by whichever worker of a test run asks first and kept in ``folder`` for the others."""
    kept = folder / f"{name}.pickle"
    with FileLock(kept.with_suffix(".lock")):
        if not kept.exists():
            kept.write_bytes(pickle.dumps(make()))
    found: T = pickle.loads(kept.read_bytes())
    return found
