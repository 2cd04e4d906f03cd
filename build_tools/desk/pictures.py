"""Pictures of pages, as browsers show them."""

from __future__ import annotations

import io
import struct
import threading
import zlib
from dataclasses import dataclass
from pathlib import Path

from build_tools.model.diagnostic import InputError
from build_tools.read.pdf.pdf import page_picture
from build_tools.read.scan.picture import Picture

DPI = 110
"""Pixels an inch of what is looked at: small print is legible, a page has about 100 kB."""
PDFIUM = threading.RLock()
"""Whoever reads or pictures PDF files holds this: the library under it works for one thread at a time."""
SHOWN_AS_IS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
"""First bytes of pictures that browsers show themselves (.tif they do not)."""


@dataclass(frozen=True, slots=True)
class Image:
    """An image file's bytes with their kind."""

    kind: str
    data: bytes


def image_of(path: Path, format: str, number: int) -> Image | None:
    """The page ``number`` (from 1) of a file of this format (``Reading.format``); None where there is nothing that a browser can show."""
    if format == "pdf":
        with PDFIUM:
            try:
                picture = page_picture(path, path.read_bytes(), number, DPI)
            except (InputError, OSError):
                return None
        return Image("image/png", png(picture)) if picture else None
    if format == "image" and number == 1:
        data = path.read_bytes()
        return next((Image(kind, data) for begin, kind in SHOWN_AS_IS.items() if data.startswith(begin)), None)
    return None


def seen_upright(picture: Picture) -> bytes:
    """A picture that recognition turned, as a small JPEG file; the package that turns brings the library for that."""
    from PIL import Image as Pillow

    made = Pillow.frombytes("L", (picture.width, picture.height), picture.grey)
    share = min(DPI / picture.dpi, 1.0)
    out = io.BytesIO()
    made.resize((max(round(picture.width * share), 1), max(round(picture.height * share), 1))).save(out, "JPEG", quality=70)
    return out.getvalue()


def png(picture: Picture) -> bytes:
    """A picture in grey as a PNG file (W3C PNG, 8-bit greyscale, no filter)."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    wide = picture.width
    rows = b"".join(b"\0" + picture.grey[row * wide : (row + 1) * wide] for row in range(picture.height))
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 6)) + chunk(b"IEND", b"")
