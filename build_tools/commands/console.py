"""What commands share when they speak to a person: progress, diagnostics, colour only where it is wanted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from build_tools.messages import say
from build_tools.model.diagnostic import Diagnostic
from build_tools.read.progress import heard_by

Advance = Callable[[int, int, str], None]
"""Called with (done, total, what is at hand)."""


def program() -> str:
    """How this run was called, for the commands that it names: by its installed name, or as a module."""
    return "chi-nam" if Path(sys.argv[0]).stem == "chi-nam" else "python -m build_tools"


def console(quiet: bool = False) -> Console:
    """A console on standard error; ``NO_COLOR`` is respected by rich itself. Quiet ones print nothing."""
    return Console(stderr=True, quiet=quiet, highlight=False, soft_wrap=True)


@contextmanager
def progress(title: str, quiet: bool = False) -> Iterator[Advance]:
    """A progress bar that appears with its first step and leaves no trace when quiet."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(bar_width=28),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[what]}", justify="left"),
        console=console(quiet),
        disable=quiet,
    )
    with bar:
        task = bar.add_task(title, total=None, what="")

        def advance(done: int, total: int, what: str = "") -> None:
            bar.update(task, completed=done, total=total, what=what[:40])

        yield advance


@contextmanager
def file_progress(total: int, quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """While ``total`` files are read: a bar, and what is called with the path of each that is done."""
    with progress(say("commands.read.title"), quiet) as advance:
        done = count(1)
        yield lambda path: advance(next(done), total, Path(path).name)


@contextmanager
def page_progress(quiet: bool = False) -> Iterator[None]:
    """While a file is read inside: a bar over its pages, shown only where pages are slow (recognition) and a person looks on."""
    with ExitStack() as stack:
        bar: list[Advance] = []

        def step(done: int, total: int, name: str) -> None:
            if total < 2 or quiet or not sys.stderr.isatty():
                return
            if not bar:
                bar.append(stack.enter_context(progress(say("commands.read.recognising"))))
            bar[0](done, total, name)

        with heard_by(step):
            yield


def report(diagnostics: Iterable[Diagnostic], quiet: bool = False) -> int:
    """Print diagnostics to standard error, errors always, others unless quiet; return the number of errors."""
    errors = 0
    for item in diagnostics:
        errors += item.severity == "error"
        if item.severity == "error" or not quiet:
            print(say(f"commands.marks.{item.severity}", said=item), file=sys.stderr)
    return errors
