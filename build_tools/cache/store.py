"""A folder of values by key. Safe to delete at any moment, to share between builds, to cut off while it is written."""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from itertools import count
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec

MARK = b"chi-nam-1 "
"""Begins every file; another layout of the files gets another mark."""
LIMIT = 2 * 1024**3
"""Bytes that the folder may hold; what was not asked for longest goes first."""
OFTEN, WRITTEN = 16, "written"
"""What is above the limit is looked for whenever another sixteenth of it has been written; the file that tells how much has."""


class Store:
    """Values under keys that name all they depend on: a value is never changed, only forgotten.

    Nothing here raises for a folder that cannot be used (read-only, full, half-written, of other makers): what cannot be read is not there,
    what cannot be written is not kept, and ``trouble`` says so. ``folder`` None keeps nothing.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.trouble: OSError | None = None
        self.written = 0

    def load(self, kind: str, key: str) -> Any:
        """The value kept under ``key``; None when there is none, or it is damaged."""
        data = self.read(kind, key)
        if data is None:
            return None
        try:
            return _Values(io.BytesIO(data)).load()
        except Exception:
            return None  # whatever a damaged or foreign file does to the loader: the value is made anew

    def save(self, kind: str, key: str, value: object) -> None:
        """Keep a value made of the dataclasses of this program and of Python's own types."""
        self.write(kind, key, pack(value))

    def read(self, kind: str, key: str) -> bytes | None:
        """The bytes kept under ``key``; None when there are none, or they are damaged."""
        if self.folder is None:
            return None
        path = self._path(self.folder, kind, key)
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError:
            return None
        with suppress(OSError):  # a folder that may only be read is of use all the same
            os.utime(path)
        if not data.startswith(MARK) or data[len(MARK) : len(MARK) + 16] != _check(data[len(MARK) + 16 :]):
            return None
        return zlib.decompress(data[len(MARK) + 16 :])

    def write(self, kind: str, key: str, data: bytes) -> None:
        """Keep bytes; whoever reads meanwhile sees the old file or the whole new one."""
        if self.folder is None or self.trouble is not None:
            return
        packed = zlib.compress(data, 1)
        path = self._path(self.folder, kind, key)
        part = f"{path}.{os.getpid()}-{next(_PARTS)}.new"
        try:
            try:
                self._put(part, packed)
            except FileNotFoundError:
                os.makedirs(os.path.dirname(path), exist_ok=True)
                self._put(part, packed)
            os.replace(part, path)
            self.written += len(packed)
        except OSError as error:
            self.trouble = error
            with suppress(OSError):
                os.unlink(part)

    @staticmethod
    def _put(path: str, packed: bytes) -> None:
        with open(path, "xb") as file:
            file.write(MARK + _check(packed) + packed)

    def tidy(self) -> None:
        """``trim``, once what was written since the last time may matter: to look at each file of a large folder takes longer than most
        changes."""
        if self.folder is None:
            return
        path, written = self.folder / WRITTEN, LIMIT
        with suppress(OSError, ValueError):
            # other processes of a build write too: each counts as if it wrote something at least
            written = int(path.read_text("ascii")) + max(self.written, LIMIT // OFTEN // 32)
        if written > LIMIT // OFTEN:
            self.trim()
            written = 0
        with suppress(OSError):
            path.write_text(str(written), "ascii")

    def trim(self, limit: int = LIMIT) -> None:
        """Forget what was not asked for longest until at most ``limit`` bytes are left, and what writers that were cut off left behind."""
        if self.folder is None:
            return
        found: list[tuple[float, int, str]] = []
        for above, _, names in os.walk(self.folder):
            for path in (f"{above}/{name}" for name in names):
                with suppress(OSError):
                    state = os.stat(path)
                    if path.endswith(".new"):
                        os.unlink(path)
                    else:
                        found.append((state.st_mtime, state.st_size, path))
        left = sum(size for _, size, _ in found)
        for _, size, path in sorted(found) if left > limit else ():
            if left <= limit:
                break
            with suppress(OSError):
                os.unlink(path)
            left -= size

    @staticmethod
    def _path(folder: Path, kind: str, key: str) -> str:
        return f"{folder}/{kind}/{key[:2]}/{key[2:]}"


NOTHING_KEPT = Store(None)


def pack(value: object) -> bytes:
    """A value as bytes: equal values of one program give the same bytes wherever their parts came from the same place.

    Dataclasses are written as a call with all their fields, which takes a third of the time of Python's own way for frozen ones.
    """
    out = io.BytesIO()
    _Packer(out, 5).dump(value)
    return out.getvalue()


def spelt(value: object) -> bytes:
    """A value as bytes for a digest: equal values have equal ones, whether a part that stands twice is one object or two. ``pack`` tells
    these apart, and what was just read shares other parts than the same read back from a store."""
    out = io.BytesIO()
    packer = _Packer(out, 5)
    packer.fast = True  # each part is written out where it stands
    packer.dump(value)
    return out.getvalue()


class _Packer(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        kind = type(value)
        if kind not in _FIELDS:
            _FIELDS[kind] = _fields(kind)
        found = _FIELDS[kind]
        return (kind, found(value)) if found else NotImplemented


_PARTS = count()
"""Tells apart what is half written by several threads."""
_FIELDS: dict[type, Callable[[Any], tuple[Any, ...]] | None] = {}


def _fields(kind: Any) -> Callable[[Any], tuple[Any, ...]] | None:
    """All fields of a dataclass in the order in which it is made of them; None for what is none."""
    names = [item.name for item in fields(kind) if item.init] if is_dataclass(kind) else []
    if not names:
        return None
    found = attrgetter(*names)
    return found if len(names) > 1 else lambda value: (found(value),)


class _Values(pickle.Unpickler):
    """Makes dataclasses and structs of this program and nothing else: a file from elsewhere can make no other call."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "builtins" and name in ("frozenset", "set"):
            return super().find_class(module, name)
        own = module.partition(".")[0] == __name__.partition(".")[0] and module in sys.modules
        found = super().find_class(module, name) if own else None
        if not (isinstance(found, type) and (is_dataclass(found) or issubclass(found, (tuple, msgspec.Struct)))):
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found


def _check(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()[:16]
