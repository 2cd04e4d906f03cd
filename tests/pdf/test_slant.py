"""Pages that lie aslant on the glass: base lines are set straight, and no odd box stops the reading."""

from __future__ import annotations

import math

import pytest

from build_tools.read.page.layout import rows_of, text_of
from build_tools.read.scan.ocr import read_boxes, words_of

HEAD = "\t".join(["level", "page", "block", "par", "line", "word", "left", "top", "width", "height", "conf", "text"])
LINES = [f"Các xã ven sông trồng rừng năm thứ {number} theo kế hoạch chung" for number in range(1, 9)]
WIDE, HIGH = 16.0, 30.0
"""Pixels of a letter at 200 dots an inch."""


def row(line: int, word: int, left: float, top: float, width: float, text: str) -> str:
    return "\t".join(map(str, (5, 1, 1, 1, line, word, round(left), round(top), round(width), round(HIGH), 95, text)))


def page(degrees: float) -> str:
    """Lines of text, turned about the upper left corner; boxes stay upright, as recognition gives them."""
    rows, turn = [HEAD], math.radians(degrees)
    for line, text in enumerate(LINES):
        x, y = 200.0, 300.0 + 60 * line
        for word, letters in enumerate(text.split()):
            left, top = x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)
            rows.append(row(line, word, left, top, WIDE * len(letters), letters))
            x += WIDE * (len(letters) + 1)
    return "\n".join(rows)


@pytest.mark.parametrize("degrees", [-4.5, -2.5, -1.0, -0.3, 0.0, 0.3, 1.0, 2.5, 4.5])
def test_a_slanted_page_is_read_line_by_line(degrees: float) -> None:
    words, slope = read_boxes(page(degrees), 0.36)
    assert [text_of(found) for found in rows_of(words)] == LINES
    assert slope == pytest.approx(math.tan(math.radians(degrees)), abs=0.01)


def test_words_on_top_of_one_another_tell_no_slant() -> None:
    # a rule taken for a long word begins where the first word of its line does, as on a page turned by 2,5 degrees
    rows = [HEAD]
    for line in range(6):
        rows += [row(line, 1, 300, 300 + 60 * line, 90, "trâu"), row(line, 2, 300, 306 + 60 * line, 900, "trâu")]
    assert words_of("\n".join(rows), 0.36)


def test_words_in_any_order_tell_the_same_slant() -> None:
    head, *rows = page(2.5).splitlines()
    assert read_boxes("\n".join([head, *reversed(rows)]), 0.36)[1] == read_boxes(page(2.5), 0.36)[1]
