"""A picture as it may be published: a JPEG without what tells of camera, place and author."""

from __future__ import annotations

from pathlib import Path

from build_tools.messages import refusal

JPEG = b"\xff\xd8\xff"


def clean(path: Path, data: bytes) -> bytes:
    """A JPEG without traces. Raises ``InputError`` for pictures of other formats, which are not cleaned."""
    if data.startswith(JPEG):
        return without_traces(data)
    raise refusal("original-kind", str(path), ending=path.suffix)


def without_traces(data: bytes) -> bytes:
    """Without the segments that tell of camera, place and author (APP1, APP13, comment)."""
    kept = bytearray(data[:2])
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF and data[place + 1] not in (0xDA, 0xD9):
        size = int.from_bytes(data[place + 2 : place + 4], "big") + 2
        if data[place + 1] not in (0xE1, 0xED, 0xFE):
            kept += data[place : place + size]
        place += size
    return bytes(kept + data[place:])
