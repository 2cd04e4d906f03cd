"""The text behind a page-size picture: a stamp's, or one by a program that knows no Vietnamese, is not what the page says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.read import read_file
from build_tools.read.page.layout import Page, Word
from build_tools.read.pdf import pdf as reader
from build_tools.read.pdf.drawings import Pictures
from build_tools.read.pdf.layer import is_misread, leaves_out
from build_tools.read.scan import ocr
from build_tools.read.scan.picture import Picture
from tests.pdf.pdf_writer import LEFT, Sheet, pdf
from tests.pdf.test_pdf_text import LONG, OTHER

DPI = 50
PLAIN = "Uy ban nhan dan cac xa tren song lap danh sach ben do, kiem tra ao phao va bien bao, bao cao ket qua ve huyen truoc ngay hop"


GAPS = "".join(letter if letter.isascii() else " " for letter in LONG) + " áo phao, báo cáo, giao ban, bến đò, xã, của, và, các, tháng"


@pytest.mark.parametrize(
    ("text", "misread"),
    [
        (LONG, False),
        (PLAIN, True),
        (GAPS, True),
        (f"{LONG} Project Management Office, World Bank, ODA", False),
        ("SAO Y; Van phong", False),
        ("", False),
    ],
)
def test_a_text_without_vietnamese_letters_is_another_readers(text: str, misread: bool) -> None:
    assert is_misread(text) is misread


def shown(*lines: float) -> Picture:
    """A page with black lines at these base lines, 100 to 500 points across."""
    wide, high = round(595 * DPI / 72), round(842 * DPI / 72)
    rows = [bytearray(b"\xff" * wide) for _ in range(high)]
    for base in lines:
        for row in range(round((base - 9) * DPI / 72), round(base * DPI / 72)):
            rows[row][round(100 * DPI / 72) : round(500 * DPI / 72)] = bytes(round(500 * DPI / 72) - round(100 * DPI / 72))
    return Picture(wide, high, b"".join(rows), DPI)


def said(*lines: float) -> Page:
    return Page(1, 595, 842, tuple(Word("chữ", 100, 500, base, 12) for base in lines))


@pytest.mark.parametrize(
    ("ink", "text", "out"),
    [
        ((100, 200, 300, 400), (100, 200, 300, 400), False),
        ((100, 200, 300, 400), (100, 200), False),
        ((100, 200, 300, 400), (100,), True),
        ((100, 200, 300, 400), (150, 250, 350, 450), True),
        ((100,), (100, 700), False),
        ((), (100,), False),
    ],
    ids=["all of it", "half of it", "a stamp", "elsewhere", "more than is seen", "an empty page"],
)
def test_a_page_of_which_the_text_has_little_is_known_by_its_ink(ink: tuple[float, ...], text: tuple[float, ...], out: bool) -> None:
    assert leaves_out(said(*text), shown(*ink)) is out


def test_words_of_any_size_and_place_are_looked_at() -> None:
    page = replace(said(), words=(Word("x", -900, 9e9, 1e9, 1e9), Word("y", 700, 100, -5, 12)))
    assert leaves_out(page, shown(100))


@pytest.mark.parametrize(("text", "possible", "read"), [(PLAIN, True, ["quét"]), (PLAIN, False, []), (LONG + OTHER, True, [])])
def test_such_a_page_is_recognised_where_that_can_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, possible: bool, read: list[str]
) -> None:
    recognised: list[str] = []

    def recognise(picture: Picture) -> ocr.Recognised:
        recognised.append("quét")
        words = [Word(word, LEFT + 40 * at, LEFT + 40 * at + 30, 100, 12) for at, word in enumerate(LONG.split()[:8])]
        return ocr.Recognised(words, 0.0, picture)

    own = reader.read_page
    monkeypatch.setattr(reader, "read_page", lambda page, number: (*own(page, number)[:2], Pictures(1.0, 200.0, 200.0)))
    monkeypatch.setattr(reader, "leaves_out", lambda *_: False)
    monkeypatch.setattr(ocr, "possible", lambda: possible)
    monkeypatch.setattr(ocr, "recognise", recognise)
    sheet = Sheet()
    sheet.paragraph(100, text)
    (tmp_path / "quet.pdf").write_bytes(pdf(sheet))
    assert read_file(tmp_path / "quet.pdf").method == "ocr"
    assert recognised == read
