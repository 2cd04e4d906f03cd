"""A built site takes the place of the old one only when it is whole."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from build_tools.cache import Stamp, scan
from build_tools.messages import refusal
from build_tools.messages.system import reason

PAUSES = (0.1, 0.3, 0.6, 1.0)
"""Seconds that are waited before what is held is tried again; after the last nobody waits any more."""
LEFT = ".con-lai"
"""Within a new site that is whole: the files of the old one that must go. While it is there the old one is giving way."""


@dataclass(slots=True)
class Aside:
    """The folder in which a site is built; ``stood``: all files of the old site, looked at once; ``stays``: those of them that are part of
    the new one as they are."""

    folder: Path
    stood: Mapping[str, Stamp]
    stays: set[str] = field(default_factory=set)


@contextmanager
def built_aside(out: Path) -> Iterator[Aside]:
    """Give a fresh folder beside ``out``; when the block ends well it becomes ``out``, otherwise ``out`` stays as it was.

    Where files of the old site stay, only what is new is moved in and what is gone is taken out: that is begun only when the new site is
    whole, and what cuts it off is made good by the next build. What an earlier run that was cut off left behind is cleared first; the old
    site is put back if only that was left of it.
    """
    out = out.resolve()
    new, old = out.with_name(f"{out.name}.new"), out.with_name(f"{out.name}.old")
    if old.exists() and not out.exists():
        old.rename(out)
    if (new / LEFT).is_file():
        _merge(new, out)
    for stale in (new, old):
        if stale.exists():
            _patiently(partial(shutil.rmtree, stale), out)
    new.mkdir(parents=True)
    aside = Aside(new, scan(out))
    try:
        yield aside
        if aside.stays:
            _free(new, out)
            _settle(new, aside)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    if aside.stays:
        _merge(new, out)
        return
    _give_way(new, out, old)
    shutil.rmtree(old, ignore_errors=True)


def _give_way(new: Path, out: Path, old: Path) -> None:
    """Put ``new`` in the place of ``out``. Where the system lets one of the two not be moved, ``out`` stands as it stood.

    Raises ``InputError``.
    """
    try:
        if out.exists():
            _patiently(partial(out.rename, old), out)
        try:
            _patiently(partial(new.rename, out), out)
        except BaseException:
            if old.exists():
                old.rename(out)
            raise
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _free(new: Path, out: Path) -> None:
    """See that no file that is to give way is held, before the first one does. Raises ``InputError``.

    On Windows a file that another program has open cannot be renamed, not even to its own name; elsewhere that does nothing.
    """
    for path in scan(new):
        place = out / path
        if place.is_file():
            _patiently(partial(os.rename, place, place), out)


def _patiently(act: Callable[[], object], out: Path) -> None:
    """Do what another program may hinder: one that looks through new files (against viruses, say) lets go of them soon.

    Raises ``InputError`` where it does not, naming what is held.
    """
    for pause in PAUSES:
        try:
            act()
            return
        except PermissionError as error:
            held = error
            time.sleep(pause)
    raise refusal("site-held", str(held.filename or out), site=out, reason=reason(held)) from held


def _settle(new: Path, aside: Aside) -> None:
    """Say which files of the old site must go: from now on the new one is whole."""
    gone = sorted(aside.stood.keys() - scan(new).keys() - aside.stays)
    part = new / f"{LEFT}.part"
    part.write_text(json.dumps(gone), "utf-8")
    part.rename(new / LEFT)


def _merge(new: Path, out: Path) -> None:
    """Move what is new into ``out`` and take out what is gone. May be done again at any point of having been done."""
    gone: list[str] = json.loads((new / LEFT).read_text("utf-8"))
    _move_folders(new, out)
    folders: set[Path] = set()
    for path in sorted(scan(new).keys() - {LEFT}, key=lambda path: (path.endswith(".html"), path)):
        place = out / path
        if place.parent not in folders:
            if place.parent.is_file():
                place.parent.unlink()
            place.parent.mkdir(parents=True, exist_ok=True)
            folders.add(place.parent)
        if place.is_dir():
            shutil.rmtree(place)
        os.replace(new / path, place)
    for path in gone:
        place = out / path
        if place.is_file():
            place.unlink()
    for folder in {os.path.dirname(path) for path in gone}:  # to look into a folder at each of its files would cost their square
        _prune(out / folder, out)
    shutil.rmtree(new)


def _move_folders(new: Path, out: Path, path: str = "") -> None:
    """Move in one go what the old site has no folder for, where it has no pages: all other files come before pages."""
    for entry in sorted(os.listdir(new / path)):
        part, place = new / path / entry, out / path / entry
        if not part.is_dir() or place.is_file():
            continue
        if place.is_dir():
            _move_folders(new, out, f"{path}/{entry}".lstrip("/"))
        elif not any(name.endswith(".html") for name in scan(part)):
            os.replace(part, place)


def _prune(folder: Path, top: Path) -> None:
    """Remove a folder that nothing is left in, and those above it."""
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
