"""By what bytes a kind of file is told: small questions, put together in the table of kinds (``kinds``)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from build_tools.read.letters.encodings import two_byte

CONTROLS = bytes((*range(1, 9), *range(0x0E, 0x1B)))
"""Bytes that texts do not hold."""
HEAD = 65_536
"""Bytes from which it is told whether a file is text."""
TELLING, SHORT = ("mimetype", "META-INF/manifest.xml"), 1_000_000
"""Entries of a package that tell what it is, and how many of their bytes are looked at."""
BLANKS = b"\x00\t\n\r\x0b\x0c \xef\xbb\xbf"


class LockedError(Exception):
    """The file is of this kind, and encrypted."""


class DamagedError(Exception):
    """The file begins as a container that cannot be opened."""


@dataclass(frozen=True)
class Bytes:
    """The bytes of a file and its ending (lower case, no dot), looked into as far as somebody asks."""

    data: bytes
    ending: str

    @cached_property
    def entries(self) -> dict[str, bytes]:
        """The entries of a ZIP archive, with what the ``TELLING`` ones hold; empty for other files.

        Raises ``LockedError`` or ``DamagedError``.
        """
        if not archive(self):
            return {}
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as opened:
                entries = opened.infolist()
                if any(entry.flag_bits & 1 for entry in entries):
                    raise LockedError
                return {entry.filename: opened.open(entry).read(SHORT) if entry.filename in TELLING else b"" for entry in entries}
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise DamagedError from error

    @property
    def compound(self) -> bool:
        """True for a compound file, the container of Office before 2007 ([MS-CFB])."""
        return self.data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

    @cached_property
    def head(self) -> bytes:
        """The first bytes of a text, UTF-16 as UTF-8; empty for what is no text."""
        head = self.data[:HEAD]
        if (wide := two_byte(head)) is not None:
            head = wide.encode("utf-8", "replace")
        elif head.count(0) > len(head) // 5:
            head = head.replace(b"\x00", b"")
        if head.count(0) > len(head) // 50 + 8:
            return b""
        controls = len(head) - len(head.translate(None, CONTROLS))
        return b"" if controls > len(head) // 20 + 4 else head

    @cached_property
    def start(self) -> bytes:
        """How a text begins, without marks and blanks before it."""
        return self.head[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")


Sign = Callable[[Bytes], bool]
"""Is the file of this kind? May raise ``LockedError`` or ``DamagedError``."""


def empty(file: Bytes) -> bool:
    """Nothing but blanks and zeros."""
    return not file.data.strip(BLANKS)


def begins(*magic: bytes, within: int = 0) -> Sign:
    """One of these stands at the very beginning, or in the first ``within`` bytes."""
    if within:
        return lambda file: any(mark in file.data[:within] for mark in magic)
    return lambda file: file.data.startswith(magic)


def binary(*magic: bytes) -> Sign:
    """Begins with one of these and holds zeros, as no text does."""
    return lambda file: file.data.startswith(magic) and b"\x00" in file.data[:4096]


def matches(pattern: bytes) -> Sign:
    """The bytes from the beginning on match."""
    compiled = re.compile(pattern, re.DOTALL)
    return lambda file: compiled.match(file.data) is not None


def package(folder: str = "") -> Sign:
    """An Office package (ECMA-376 part 2) with entries in ``folder``."""
    return lambda file: "[Content_Types].xml" in file.entries and any(name.startswith(folder) for name in file.entries)


archive = begins(b"PK\x03\x04", b"PK\x05\x06")
"""Any ZIP archive."""


def open_document(mimetype: bytes) -> Sign:
    """An OpenDocument package of this type (OASIS OpenDocument 1.2 part 3, 3.3)."""

    def told(file: Bytes) -> bool:
        if not file.entries.get("mimetype", b"").startswith(mimetype):
            return False
        if b"encryption-data" in file.entries.get("META-INF/manifest.xml", b""):
            raise LockedError
        return True

    return told


def stream(name: str) -> Sign:
    """A compound file with a stream of this name."""
    wanted = name.encode("utf-16-le")
    return lambda file: file.compound and wanted in file.data


def word_stream(file: Bytes) -> bool:
    """A Word document before 2007. Its flag fEncrypted (0x0100) stands at offset 10 of the file information block, which starts a
    sector with 0xA5EC ([MS-DOC] 2.5.1).
    """
    if stream("EncryptedPackage")(file):
        raise LockedError
    if not stream("WordDocument")(file):
        return False
    data = file.data
    place = data.find(b"\xec\xa5", 512)
    while place >= 0 and place % 512:
        place = data.find(b"\xec\xa5", place + 1)
    if place >= 0 and len(data) > place + 12 and data[place + 11] & 1:
        raise LockedError
    return True


def unknown_compound(file: Bytes) -> bool:
    """A compound file whose streams nobody knows: never a known kind (raises ``DamagedError``)."""
    if file.compound:
        raise DamagedError
    return False


def no_text(file: Bytes) -> bool:
    """Bytes that are no text of any encoding."""
    return not file.head


def named(*endings: str) -> Sign:
    """A text whose file has one of these endings."""
    return lambda file: file.ending in endings


def text_begins(pattern: bytes) -> Sign:
    """A text that begins so (letter case does not matter)."""
    compiled = re.compile(pattern, re.IGNORECASE | re.DOTALL)
    return lambda file: compiled.match(file.start) is not None


def text_holds(pattern: bytes, least: int = 1) -> Sign:
    """A text in whose head the pattern is found at least ``least`` times (letter case does not matter)."""
    compiled = re.compile(pattern, re.IGNORECASE)
    return lambda file: sum(1 for _ in compiled.finditer(file.head)) >= least


def any_of(*signs: Sign) -> Sign:
    """One of them holds."""
    return lambda file: any(sign(file) for sign in signs)


def all_of(*signs: Sign) -> Sign:
    """All of them hold."""
    return lambda file: all(sign(file) for sign in signs)


def none_of(*signs: Sign) -> Sign:
    """None of them holds."""
    return lambda file: not any(sign(file) for sign in signs)


def anything(file: Bytes) -> bool:
    """Whatever no other sign has taken."""
    return True
