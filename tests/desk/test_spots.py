"""Where values were read: on the text, and on the pictures of pages."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.desk.pictures import image_of, png
from build_tools.desk.spots import Box, number_line, number_place, shown_text, usual_places
from build_tools.model.document import Clean, Paragraph
from build_tools.model.span import OffsetMap, Span
from build_tools.read.page.layout import Page, Word
from build_tools.read.scan import witness
from build_tools.read.scan.picture import Picture
from tests.conftest import need
from tests.desk.opened import content, opened
from tests.pdf.pdf_writer import Sheet, pdf
from tests.pdf.test_distorted import required


def sheet(number: str = "Số: 45/KH-UBND") -> Sheet:
    """A plan of an invented commune; the stamp of the signature, above all else, names the commune too."""
    made = Sheet()
    made.text(300, 24, "Người ký: Ủy ban nhân dân xã Đá Bạc", 7)
    made.centred(170, 70, "ỦY BAN NHÂN DÂN", 12, "B").centred(170, 86, "XÃ ĐÁ BẠC", 12, "B")
    made.centred(410, 70, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 11, "B").centred(410, 86, "Độc lập - Tự do - Hạnh phúc", 12, "B")
    made.centred(170, 112, number, 12).centred(410, 112, "Đá Bạc, ngày 05 tháng 3 năm 2024", 12, "I")
    made.centred(297, 150, "KẾ HOẠCH", 14, "B").centred(297, 168, "Trồng rừng ven suối năm 2024", 13, "B")
    made.text(85, 210, "Thực hiện Kết luận số 01-KL/TW ngày 18 tháng 5 năm 2021 của Bộ Chính trị.", 13)
    made.centred(430, 400, "CHỦ TỊCH", 12, "B").centred(430, 470, "Trần Văn Thử", 12, "B")
    return made


def test_values_are_boxed_on_the_page_where_they_stand(tmp_path: Path) -> None:
    with opened(content(tmp_path / "trang")) as desk:
        (one,) = desk.drop("a.pdf", pdf(sheet()))
        item = desk.desk.table.lying[one]
        tops = {key: [round(box.y) for box in found] for key, found in item.boxes.items()}
        assert tops["number"] == [101]
        assert tops["issued_on"] == [101]
        assert tops["type"] == [137]
        assert tops["subject"] == [156]
        assert tops["place"] == [101], "where the date stands, not the body's name that ends with the same words"
        assert tops["issuer"][0] > 50, "the heading, not the stamp of the signature"
        page = desk.page(one)
        assert f'<img src="{one}/anh/1"' in page
        assert '<rect class="spot" data-spot="number"' in page
        status, _, picture = desk.call(f"tep/{one}/anh/1")
        assert (status, picture[:8]) == (200, b"\x89PNG\r\n\x1a\n")
        assert desk.call(f"tep/{one}/anh/2")[0] == 404
        assert desk.call(f"tep/{one}/anh/x")[0] == 404


def test_what_is_asked_shows_its_piece_of_the_picture(tmp_path: Path) -> None:
    with opened(content(tmp_path / "trang")) as desk:
        (one,) = desk.drop("a.pdf", pdf(sheet("Số:       /KH-UBND")))
        page = desk.page(one)
        assert '<svg class="crop" role="img" aria-label="Chỗ đọc được số, ký hiệu, trang 1"' in page
        assert page.count('class="crop"') == 1, "only what is asked"


def row(base: float, *words: tuple[float, str]) -> tuple[Word, ...]:
    return tuple(Word(text, x, x + 7 * len(text), base, 12) for x, text in words)


OFFICE = row(80, (90, "SỞ"), (115, "Y"), (125, "TẾ"))


@pytest.mark.parametrize(
    ("rows", "symbol"),
    [
        ((OFFICE, row(112, (100, "Số:"), (125, "J4⁄42"), (170, "/SYT-NVY"), (320, "Đá"), (340, "Bạc,"))), "/SYT-NVY"),
        ((row(112, (100, "só:426É"), (160, "/QĐ-SYT"), (320, "Đá"), (340, "Bạc,")),), "/QĐ-SYT"),
        ((row(112, (100, "Số"), (118, "203"), (143, "-"), (153, "KH/TU")),), "-KH/TU"),
        ((row(112, (100, "Số:"), (125, "20J7")),), ""),
        ((row(112, (100, "Sổng"), (150, "/QĐ-SYT")),), None),
        ((row(112, (100, "Số:"), (125, "/A")), row(140, (100, "Số:"), (125, "/B"))), None),
        ((row(700, (100, "Số:"), (125, "20"), (150, "/KH-UBND")),), None),
    ],
)  # fmt: skip
def test_the_line_of_a_number_is_found_though_its_serial_is_not_read(rows: tuple[tuple[Word, ...], ...], symbol: str | None) -> None:
    found = number_line([Page(1, 595, 842, tuple(word for words in rows for word in words), ocr=True)])
    assert (found.symbol if found else None) == symbol


@pytest.mark.parametrize(
    ("ocr", "box", "wanted"),
    [
        (True, Box(1, 100, 80, 60, 14), (Box(1, 30.0, 94, 267.5, 48.0),)),
        (False, Box(1, 100, 80, 60, 14), ()),  # a text page is read as it stands: nothing is hidden in a picture
        (True, Box(1, 100, 600, 60, 14), ()),  # a signature
        (True, Box(2, 100, 80, 60, 14), ()),
    ],
)
def test_a_number_that_was_not_read_is_looked_for_under_the_body(ocr: bool, box: Box, wanted: tuple[Box, ...]) -> None:
    assert number_place([Page(1, 595, 842, (), ocr=ocr)], [box]) == wanted


def test_what_was_not_read_is_looked_for_where_it_usually_stands() -> None:
    page = Page(1, 595, 842, (*row(112, (100, "Số:"), (125, "/KH-UBND")), *row(500, (80, "Nơi"), (110, "nhận:"))), ocr=True)
    number, kind = Box(1, 100, 100, 90, 14), Box(1, 260, 140, 80, 14)
    found = usual_places([page], {"number": [number], "type": [kind]})
    assert found["issued_on"] == found["place"] == (Box(1, 297.5, 76.0, 267.5, 48.0),), "right of the number"
    assert found["subject"] == (Box(1, 30.0, 154, 535.0, 48.0),), "under the type"
    assert found["signer"] == found["signer_title"] == (Box(1, 297.5, 452.0, 267.5, 190.0),), "right of the recipients"
    assert usual_places([page], {"number": [number]})["subject"] == (Box(1, 30.0, 114, 267.5, 48.0),), "a letter has it under its number"
    assert list(usual_places([Page(1, 595, 842, row(112, (100, "Kính")), ocr=True)], {})) == []
    assert usual_places([replace(page, ocr=False)], {"number": [number]}) == {}, "a text page is read as it stands"


def test_the_text_is_cut_at_the_edges_of_what_is_shown() -> None:
    text = "Số 12-BC/TU\nngày mai"
    clean = Clean("", "text", text, text, OffsetMap((), ()), (Paragraph(Span(0, 11)), Paragraph(Span(12, 20), furniture=True)))
    (shown,) = shown_text(clean, {"number": [Span(3, 11)], "personal": [Span(5, 9)], "place": [Span(13, 15)]})
    assert [(piece.text, piece.keys) for piece in shown.rows[0][0]] == [
        ("Số ", ()), ("12", ("number",)), ("-BC/", ("number", "personal")), ("TU", ("number",)),
    ]  # fmt: skip


def test_a_picture_becomes_a_png(tmp_path: Path) -> None:
    data = png(Picture(3, 2, bytes(range(6)), 72))
    assert struct.unpack(">II", data[16:24]) == (3, 2)
    start = data.index(b"IDAT") + 4
    assert zlib.decompress(data[start : data.index(b"IEND") - 8]) == b"\0\0\1\2\0\3\4\5"
    (tmp_path / "a.tif").write_bytes(b"II*\0")
    assert image_of(tmp_path / "a.tif", "image", 1) is None


@pytest.mark.slow
@pytest.mark.parametrize("change", ["turned 90", "slant 2.5"])
def test_a_turned_scan_is_shown_as_it_was_read_with_the_spots_on_it(tmp_path: Path, change: str) -> None:
    required()
    need("trueocr", witness.available())
    from PIL import Image

    from tests.pdf.distorted import LETTERS, scan

    with opened(content(tmp_path / "trang")) as desk:
        (one,) = desk.drop("quét.png", scan(LETTERS[0], change))
        item = desk.desk.table.lying[one]
        (page,) = item.pages
        status, _, data = desk.call(f"tep/{one}/anh/1")
        assert status == 200
        shown = Image.open(io.BytesIO(data)).convert("L")
        assert abs(shown.width / shown.height - page.width / page.height) < 0.01
        (box,) = item.boxes["number"]
        assert 'data-spot="number"' in desk.page(one)
        scale = shown.width / page.width
        around = shown.crop(tuple(round(edge * scale) for edge in (box.x, box.y, box.x + box.width, box.y + box.height)))
        assert min(around.tobytes()) < 100, "there is ink in the box"
        assert box.y < 0.3 * page.height
        assert box.x + box.width < 0.6 * page.width
