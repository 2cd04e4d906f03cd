"""One build at a time in one folder of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

LOCK = ".lock"
"""Its name within the folder; no page, so it is neither published nor cleared away."""


@contextmanager
def alone(folder: Path, waiting: Callable[[], object] | None = None) -> Iterator[None]:
    """Wait until no other build (``serve`` in another window, say) writes pages under ``folder``, then keep others waiting.

    ``waiting`` is called once when there is something to wait for. The lock is the operating system's and ends with the process.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if waiting is not None:
            waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
