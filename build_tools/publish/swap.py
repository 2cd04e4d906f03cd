"""A built site takes the place of the old one only when it is whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def built_aside(out: Path) -> Iterator[Path]:
    """Give a fresh folder beside ``out``; when the block ends well it becomes ``out``, otherwise ``out`` stays as it was.

    What an earlier run that was cut off left behind is cleared first; the old site is put back if only that was left of it.
    """
    out = out.resolve()
    new, old = out.with_name(f"{out.name}.new"), out.with_name(f"{out.name}.old")
    if old.exists() and not out.exists():
        old.rename(out)
    for stale in (new, old):
        if stale.exists():
            shutil.rmtree(stale)
    new.mkdir(parents=True)
    try:
        yield new
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    if out.exists():
        out.rename(old)
    new.rename(out)
    shutil.rmtree(old, ignore_errors=True)
