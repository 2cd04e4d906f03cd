"""How files were left: what tells without reading them whether anybody has touched them since."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


class Stamp(NamedTuple):
    """Size in bytes, time of the last change in nanoseconds."""

    size: int
    time: int


def scan(folder: Path, apart: str = "") -> dict[str, Stamp]:
    """Every file below ``folder``, but for what lies in a folder ``apart`` at its top: path from there → its size and time."""
    found: dict[str, Stamp] = {}
    waiting = [("", str(folder))] if folder.is_dir() else []
    while waiting:
        above, path = waiting.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir():
                    if above or entry.name != apart:
                        waiting.append((f"{above}{entry.name}/", entry.path))
                elif entry.is_file():
                    state = entry.stat()
                    found[above + entry.name] = Stamp(state.st_size, state.st_mtime_ns)
    return found
