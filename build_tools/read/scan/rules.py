"""Ruling lines of a scanned page, so that its tables can be read: long dark runs along the picture's rows and columns."""

from __future__ import annotations

from build_tools.read.page.layout import Box
from build_tools.read.scan.picture import Picture

DARK = 140
"""Grey value (0 black, 255 white) below which a pixel counts as ink."""
LEAST = 0.3
"""Inches: shorter dark runs are letters or underlinings of a word."""
MAX_RUNS = 6000
"""Runs above which the page is a photograph or has black edges, and no table is looked for."""

_INK = bytes(1 if value < DARK else 0 for value in range(256))


def ruling_lines(picture: Picture, slope: float) -> list[Box]:
    """Level and upright lines in points, the page's slant (``slope``, points a point) taken out; empty where there is no telling."""
    ink = picture.grey.translate(_INK)
    width, height, scale = picture.width, picture.height, picture.scale
    least = max(20, round(LEAST * picture.dpi))
    boxes: list[Box] = []
    for y in range(height):
        for start, stop in _runs(ink[y * width : (y + 1) * width], least):
            at = (y - slope * (start + stop) / 2) * scale
            shift = slope * y
            boxes.append(((start + shift) * scale, at, (stop + shift) * scale, at))
        if len(boxes) > MAX_RUNS:
            return []
    if len(boxes) < 2:
        return []
    for x in range(width):
        for start, stop in _runs(ink[x::width], least):
            at = (x + slope * (start + stop) / 2) * scale
            shift = slope * x
            boxes.append((at, (start - shift) * scale, at, (stop - shift) * scale))
        if len(boxes) > 2 * MAX_RUNS:
            return []
    return boxes


def _runs(line: bytes, least: int) -> list[tuple[int, int]]:
    """Start and end of the dark runs of at least ``least`` pixels."""
    found: list[tuple[int, int]] = []
    mark = b"\x01" * least
    start = line.find(mark)
    while start >= 0:
        stop = line.find(b"\x00", start + least)
        stop = len(line) if stop < 0 else stop
        found.append((start, stop))
        start = line.find(mark, stop)
    return found
