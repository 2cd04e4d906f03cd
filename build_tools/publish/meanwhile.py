"""Work that needs nothing of the rest, done by another core while this one goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import Pipe, Process, get_start_method
from multiprocessing.connection import Connection
from typing import Self

Work = Callable[[], object]


class Helper:
    """Another process that waits for one piece of work. Where it is forked it is begun while little is held, since it holds whatever its
    parent holds then; elsewhere when there is work."""

    def __init__(self) -> None:
        self._ours, self._theirs = Pipe()
        self._process = Process(target=_serve, args=(self._ours, self._theirs), daemon=True)
        if get_start_method() == "fork":
            self._start()

    def _start(self) -> None:
        self._process.start()
        self._theirs.close()

    def begin(self, work: Work) -> Work:
        """Begin ``work``, which must be picklable; call what is given when it must be done: its errors are raised there.

        It may be begun once more: where the other process was ended from outside, it is done here.
        """
        if self._process.pid is None:
            self._start()
        try:
            self._ours.send(work)
        except OSError:
            return work

        def wait() -> object:
            try:
                found, error = self._ours.recv()
            except (EOFError, OSError):
                return work()
            if error is not None:
                raise error
            return found

        return wait

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """What is not done yet is needed no longer."""
        self._ours.close()
        self._theirs.close()
        if self._process.pid is not None:
            self._process.terminate()
            self._process.join()


def _serve(theirs: Connection, ours: Connection) -> None:
    theirs.close()  # else nobody would see that the other end is closed
    with suppress(EOFError, OSError, KeyboardInterrupt):
        work: Work = ours.recv()
        try:
            answer: tuple[object, Exception | None] = work(), None
        except Exception as error:
            answer = None, error
        ours.send(answer)


@contextmanager
def helped(jobs: int) -> Iterator[Helper | None]:
    """A helper until the block ends; none where there is one job alone."""
    if jobs <= 1:
        yield None
        return
    with Helper() as helper:
        yield helper
