"""Files that hold files: archives and letters, whose parts are added one by one."""

from __future__ import annotations

import email
import email.policy
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from build_tools.messages import refusal
from build_tools.read import WORD_LOCK

MOST_FILES = 500
MOST_BYTES = 300_000_000
"""What the parts of one file may come to: more is a mistake or an attack."""
BESIDE = frozenset({"readme.md", "thumbs.db", "desktop.ini"})
"""What lies in folders beside documents and is none."""
DEPTH = 3
"""A letter within an archive within a letter; deeper nobody packs."""

Part = tuple[str, bytes]


def parts_of(path: Path, data: bytes | None = None, depth: int = DEPTH) -> Iterator[Part]:
    """Name and bytes of every file in ``path``, also of those in archives and letters in it.

    Raises ``InputError`` for one that is damaged, locked, too large, or needs a package that is not installed.
    """
    shown = str(path)
    count = size = 0
    try:
        for name, inner in HOLDERS[path.suffix.lower()](path.read_bytes() if data is None else data, shown):
            count, size = count + 1, size + len(inner)
            if count > MOST_FILES or size > MOST_BYTES:
                raise refusal("add-parts.large", shown)
            if PurePosixPath(name).suffix.lower() in HOLDERS and depth > 1:
                yield from parts_of(Path(name), inner, depth - 1)
            else:
                yield name, inner
    except ModuleNotFoundError as error:
        raise refusal("read-extra", shown, package=error.name or "?", kind=path.suffix) from error
    except (zipfile.BadZipFile, OSError, ValueError, LookupError) as error:
        raise refusal("add-parts.damaged", shown) from error


def _zip(data: bytes, shown: str) -> Iterator[Part]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for item in archive.infolist():
            name = item.filename if item.flag_bits & 0x800 else _told(item.filename)
            own = PurePosixPath(name).name
            if item.is_dir() or own.startswith((".", WORD_LOCK)) or own.lower() in BESIDE or "__MACOSX" in name:
                continue
            if item.flag_bits & 1:
                raise refusal("add-parts.locked", shown)
            if item.file_size > MOST_BYTES:
                raise refusal("add-parts.large", shown)
            with archive.open(item) as file:
                yield own, file.read(MOST_BYTES + 1)


def _told(name: str) -> str:
    """A name that the archive does not say to be UTF-8, though most programs of today write it so."""
    try:
        return name.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return name


def _letter(data: bytes, shown: str) -> Iterator[Part]:
    letter = email.message_from_bytes(data, policy=email.policy.default)
    for part in letter.walk():
        name = part.get_filename()
        content = part.get_payload(decode=True) if name else None
        if name and isinstance(content, bytes):
            yield PurePosixPath(name.replace("\\", "/")).name, content


_DATA, _NAMES = "__substg1.0_37010102", ("__substg1.0_3707001F", "__substg1.0_3704001F")
"""Streams of an attachment in an Outlook letter ([MS-OXMSG] 2.2.2): its bytes; its long and its short name."""


def _outlook(data: bytes, shown: str) -> Iterator[Part]:
    import olefile

    with olefile.OleFileIO(io.BytesIO(data)) as file:
        folders = sorted("/".join(entry[:-1]) for entry in file.listdir() if entry[-1] == _DATA)  # also those of a letter within the letter
        for folder in folders:
            name = next((f"{folder}/{stream}" for stream in _NAMES if file.exists(f"{folder}/{stream}")), None)
            if name:
                told = file.openstream(name).read().decode("utf-16-le", "replace").rstrip("\0")
                yield PurePosixPath(told.replace("\\", "/")).name, file.openstream(f"{folder}/{_DATA}").read()


HOLDERS: dict[str, Callable[[bytes, str], Iterator[Part]]] = {".zip": _zip, ".eml": _letter, ".msg": _outlook}
"""By ending, how the parts are told."""
