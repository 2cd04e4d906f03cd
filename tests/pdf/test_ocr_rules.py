"""Ruling lines of a scanned page: found in the picture's pixels, with the slant taken out."""

from __future__ import annotations

import pytest

from build_tools.read.page.layout import Word
from build_tools.read.page.tables import find_grids
from build_tools.read.scan.picture import Picture
from build_tools.read.scan.rules import ruling_lines

WIDTH, HEIGHT, DPI = 1000, 700, 200
XS, YS = (100, 400, 900), (80, 180, 300, 460)


def picture(slope: float, level: tuple[int, ...] = YS, upright: tuple[int, ...] = XS) -> Picture:
    """A white page with lines three pixels thick that fall by ``slope`` to the right."""
    grey = bytearray(b"\xf0" * (WIDTH * HEIGHT))
    for y in level:
        for x in range(XS[0], XS[-1] + 1):
            for thick in range(3):
                grey[(round(y + slope * x) + thick) * WIDTH + x] = 20
    for x in upright:
        for y in range(YS[0], YS[-1] + 1):
            for thick in range(3):
                grey[round(y + slope * x) * WIDTH + round(x - slope * y) + thick] = 20
    return Picture(WIDTH, HEIGHT, bytes(grey), DPI)


def word(text: str, x: float, y: float, scale: float) -> Word:
    return Word(text, x * scale, (x + 60) * scale, y * scale, 12.0)


@pytest.mark.parametrize("slope", [0.0, 0.008, -0.008])
def test_a_scanned_table_becomes_a_grid(slope: float) -> None:
    page = picture(slope)
    words = [
        word(f"{column}{row}", x + 50, y + 60, page.scale) for row, y in enumerate(YS[:-1]) for column, x in zip("ab", XS[:-1], strict=True)
    ]
    grids, outside = find_grids(ruling_lines(page, slope), words, 1)
    assert outside == []
    assert len(grids) == 1
    assert [[cell.paragraphs[0] for cell in row] for row in grids[0].rows] == [["a0", "b0"], ["a1", "b1"], ["a2", "b2"]]


def test_lines_under_words_are_no_table() -> None:
    page = picture(0.0, upright=())
    words = [word("chữ", 200, y, page.scale) for y in YS]
    assert find_grids(ruling_lines(page, 0.0), words, 1) == ([], words)


def test_a_black_picture_has_no_lines() -> None:
    assert ruling_lines(Picture(3000, 6500, b"\x00" * (3000 * 6500), 300), 0.0) == []
