"""Pictures of documents (.png, .jpg, .tif): each page by optical recognition, then through the same layout reading as PDF."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

from build_tools.messages import finding, refusal
from build_tools.model.reading import Doubt, Reading, Second
from build_tools.read.page.body import Body
from build_tools.read.page.layout import Page, rows_of
from build_tools.read.page.watched import picture_turned
from build_tools.read.scan import ocr, witness
from build_tools.read.scan.confirm import to_confirm
from build_tools.read.scan.picture import Picture
from build_tools.read.scan.rules import ruling_lines
from build_tools.vietnamese.syllables import valid_share

A4_LONG = 841.9
"""Points. A picture does not tell its paper: what has about A4's shape is taken for A4."""
MAX_PIXELS = 80_000_000
"""An A3 page at 600 dots an inch has 70 million pixels."""
FILE_SECONDS = 300
"""Time that one file may take; a .tif may hold many pages."""
READABLE = 0.5
"""Share of valid syllables under which a picture counts as unreadable."""


def read(path: Path, data: bytes) -> Reading:
    """Read a picture. Raises ``InputError`` where tesseract is missing, or the picture is damaged, too large or shows no Vietnamese."""
    shown = str(path)
    pixels = max((width * height for width, height in sizes_of(data)), default=0)
    if pixels > MAX_PIXELS:
        raise refusal("read-image-size", shown, millions=f"{pixels / 1e6:.0f}")
    ocr.require(shown, "picture")
    if witness.available() and (frames := witness.pictures(data, A4_LONG)):
        return _by_both(shown, frames)
    tsv = ocr.run(data, 200, FILE_SECONDS)
    if tsv is None:
        raise refusal("read-image-failed", shown)
    body = Body()
    confirm: list[Doubt] = []
    count = 0
    for count, (width, height, own) in enumerate(_pages(tsv), 1):
        points = A4_LONG if max(width, height) < 1.6 * min(width, height) else A4_LONG * max(width, height) / (1.42 * min(width, height))
        scale = points / max(width, height, 1)
        rows = rows_of(ocr.words_of(own, scale))
        words = tuple(word for row in rows for word in row)
        confirm += to_confirm(count, rows)
        body.add(Page(count, width * scale, height * scale, words, ocr=True), rows, set())
    return _reading(shown, body, count, confirm, ())


def _by_both(shown: str, frames: list[Picture]) -> Reading:
    """The same with two readers (or the second alone), page by page."""
    body = Body()
    confirm: list[Doubt] = []
    second: list[Second] = []
    for count, frame in enumerate(frames, 1):
        found = ocr.recognise(frame)
        if found is None:
            raise refusal("read-image-failed", shown)
        picture, rows = found.picture, rows_of(found.words)
        rules = tuple(ruling_lines(picture, found.slope))
        confirm += to_confirm(count, rows, found.second)
        second.append(found.second)
        if found.turned:
            picture_turned(count, picture)
        wide, high = picture.width * picture.scale, picture.height * picture.scale
        body.add(Page(count, wide, high, tuple(found.words), rules, ocr=True, turned=found.turned), rows, set())
    return _reading(shown, body, len(frames), confirm, tuple(item for item in second if item.text))


def _reading(shown: str, body: Body, count: int, confirm: list[Doubt], second: tuple[Second, ...]) -> Reading:
    source, blocks = body.finish()
    if not blocks or valid_share(source) < READABLE:
        raise refusal("read-image-unreadable", shown)
    noticed = [finding("read-ocr.picture", shown, count=count)]
    if ocr.missing() is not None:
        noticed.append(finding("read-ocr.alone", shown))
    return Reading(
        shown, "image", source, blocks, method="ocr", pages=count, confirm=tuple(confirm), diagnostics=tuple(noticed),
        margins=body.margin_texts(), second=second,
    )  # fmt: skip


def _pages(tsv: str) -> Iterator[tuple[int, int, str]]:
    """Width and height in pixels and the TSV of each page."""
    head, _, rest = tsv.partition("\n")
    pages: dict[str, list[str]] = {}
    sizes: dict[str, tuple[int, int]] = {}
    for row in rest.splitlines():
        cells = row.split("\t")
        if len(cells) < 12:
            continue
        pages.setdefault(cells[1], []).append(row)
        if cells[0] == "1":
            sizes[cells[1]] = int(cells[8]), int(cells[9])
    for number, rows in pages.items():
        width, height = sizes.get(number, (1654, 2339))
        yield width, height, "\n".join([head, *rows])


def sizes_of(data: bytes) -> list[tuple[int, int]]:
    """Width and height in pixels as the file's own head states them, of the first page (empty where it is not understood)."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return [struct.unpack(">II", data[16:24])]
    if data[:2] == b"\xff\xd8":
        return _jpeg_size(data)
    if data[:4] in (b"II*\x00", b"MM\x00*"):
        return _tiff_size(data)
    if data[:2] == b"BM" and len(data) >= 26:
        width, height = struct.unpack("<ii", data[18:26])
        return [(abs(width), abs(height))]
    return []


def _jpeg_size(data: bytes) -> list[tuple[int, int]]:
    place = 2
    while place + 9 < len(data) and data[place] == 0xFF:
        marker = data[place + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[place + 5 : place + 9])
            return [(width, height)]
        place += 2 + struct.unpack(">H", data[place + 2 : place + 4])[0]
    return []


def _tiff_size(data: bytes) -> list[tuple[int, int]]:
    order = "<" if data[:2] == b"II" else ">"
    start = struct.unpack(order + "I", data[4:8])[0] if len(data) >= 8 else len(data)
    if start + 2 > len(data):
        return []
    found: dict[int, int] = {}
    for index in range(struct.unpack(order + "H", data[start : start + 2])[0]):
        entry = data[start + 2 + 12 * index : start + 14 + 12 * index]
        if len(entry) < 12:
            break
        tag, kind = struct.unpack(order + "HH", entry[:4])
        if tag in (256, 257):
            found[tag] = struct.unpack(order + "H", entry[8:10])[0] if kind == 3 else struct.unpack(order + "I", entry[8:12])[0]
    return [(found[256], found[257])] if len(found) == 2 else []
