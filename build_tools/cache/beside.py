"""What follows from the program alone, or nearly, is kept beside its compiled code, as Python keeps that: it serves any content folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path

from build_tools.cache.digest import digest

BESIDE = Path(cache_from_source(__file__)).parent


def kept_beside(kind: str, key: str, make: Callable[[], str], most: int) -> str:
    """The text that was made for ``key`` once, else made now and kept, unless Python is told to write nothing there; of one kind so many,
    the oldest give way. ``key`` names all that the text depends on."""
    path = BESIDE / f"{kind}-{key[:32]}.cache"
    with suppress(OSError):
        found, _, data = path.read_bytes().partition(b"\n")
        if found == digest(data).encode():
            return data.decode()
    text = make()
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            _keep(path, text.encode())
            for old in sorted(BESIDE.glob(f"{kind}-*.cache"), key=lambda item: item.stat().st_mtime, reverse=True)[most:]:
                old.unlink()
    return text


def _keep(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}")
    part.write_bytes(digest(data).encode() + b"\n" + data)
    os.replace(part, path)
