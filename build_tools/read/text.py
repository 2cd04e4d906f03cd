"""Plain text: each line is a wrapped line; paragraphs are for normalise to join."""

from __future__ import annotations

from pathlib import Path

from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.reading import Piece, RawBlock, RawParagraph, Reading


def read(path: Path, data: bytes) -> Reading:
    """Read UTF-8 text."""
    try:
        source = data.decode("utf-8")
    except UnicodeDecodeError as error:
        place = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            Diagnostic("read-utf8", "error", "tệp không phải UTF-8", "lưu lại tệp bằng bảng mã UTF-8", str(path), place)
        ) from error
    blocks: list[RawBlock] = []
    start = 0
    for line in source.splitlines(keepends=True):
        body = line.rstrip("\r\n")
        blocks.append(RawParagraph((Piece(body, start, start + len(body)),), wrapped=True))
        start += len(line)
    return Reading(str(path), path.suffix.lstrip("."), source, tuple(blocks))
