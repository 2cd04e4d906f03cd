"""Work that needs nothing of the rest, done by another core while this one goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager


@contextmanager
def meanwhile(work: Callable[[], object], alone: bool) -> Iterator[Callable[[], object]]:
    """Begin ``work`` in another process; the block calls what it is given when it must be done. ``alone``: it is done only then, here.

    ``work`` must be picklable, and may be begun once more: where the other process was ended from outside, it is done here. Its errors
    are raised where it is waited for; when the block itself fails, it is not waited for.
    """
    if alone:
        yield work
        return
    # where processes are forked, what they begin with is theirs already: only the call is written down and read again
    pool = ProcessPoolExecutor(1, initializer=_take, initargs=(work,))
    done = pool.submit(_do)

    def wait() -> object:
        try:
            return done.result()
        except BrokenProcessPool:
            return work()

    try:
        yield wait
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


_work: Callable[[], object] | None = None


def _take(work: Callable[[], object]) -> None:
    global _work
    _work = work


def _do() -> object:
    assert _work is not None
    return _work()
