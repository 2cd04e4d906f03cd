"""A heading of which recognition could not read what was written by hand: the rest of it still counts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.normalise import normalise
from build_tools.read import read_file
from build_tools.structure import structure
from tests.content import shipped
from tests.pdf.pdf_writer import Sheet, pdf
from tests.pdf.test_pdf_text import LONG


@pytest.mark.parametrize(
    ("number", "day", "wanted_number", "date"),
    [
        ("Số: 12/KH-UBND", "Đá Bạc, ngày 5 tháng 3 năm 2031", "12/KH-UBND", "2031-03-05"),
        ("Số: J4 J#KH-UBND", "Đá Bạc, ngày lồ tháng 3 năm 2031", None, "2031-03"),
        ("Sô: c2O", "Đá Bạc, ngàycŸO tháng 3 năm 2031", None, "2031-03"),
    ],
)
def test_what_is_readable_is_read(tmp_path: Path, root: Path, number: str, day: str, wanted_number: str | None, date: str) -> None:
    sheet = Sheet().centred(160, 60, "UBND HUYỆN ĐÁ BẠC", 12, "B").centred(160, 90, number, 12)
    sheet.centred(410, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "B").centred(410, 93, day, 12, "I")
    sheet.centred(313, 140, "KẾ HOẠCH", 14, "B").centred(313, 158, "Nạo vét lòng sông Mơ năm 2031", 14, "B").paragraph(190, LONG)
    path = tmp_path / "quet.pdf"
    path.write_bytes(pdf(sheet))
    header = structure(normalise(read_file(path)), shipped()).header
    assert (header.type, header.number, header.date) == ("Kế hoạch", wanted_number, date)
    assert header.issuer is not None
    assert "Đá Bạc" in header.issuer


@pytest.mark.parametrize(
    ("day", "scanned", "date", "place"),
    [
        ("Đá Bạc, ngày 20 tháng 4 nắm 2031", True, "2031-04-20", "Đá Bạc"),
        ("Đá Bạc, ngảy 20 thảng 4 năm 2031", True, "2031-04-20", "Đá Bạc"),
        ("Đá Bạc, ngày 20 tháng 4 nắm 2031", False, None, None),  # a typed text says what it says
        ("Đá Bạc, ngày 20 tháng 4 nắm", True, None, None),
    ],
)
def test_a_day_whose_marks_were_misread_is_a_day(tmp_path: Path, day: str, scanned: bool, date: str | None, place: str | None) -> None:
    sheet = Sheet().centred(160, 60, "UBND HUYỆN ĐÁ BẠC", 12, "B").centred(160, 90, "Số: 12/KH-UBND", 12)
    sheet.centred(410, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "B").centred(410, 93, day, 12, "I")
    sheet.centred(313, 140, "KẾ HOẠCH", 14, "B").centred(313, 158, "Nạo vét lòng sông Mơ năm 2031", 14, "B").paragraph(190, LONG)
    path = tmp_path / "quet.pdf"
    path.write_bytes(pdf(sheet))
    clean = normalise(read_file(path))
    header = structure(replace(clean, method="ocr") if scanned else clean, shipped()).header
    assert (header.date, header.place) == (date, place)


def test_a_title_that_nearly_fills_the_measure_is_no_part_of_a_text_of_two_lines(tmp_path: Path) -> None:
    """A page with few long lines tells its right edge by the longest of them, not by the title."""
    about = "thực hiện Kết luận của Ban Thường vụ Tỉnh ủy về phát triển kinh tế vườn"
    sheet = Sheet().centred(160, 60, "UBND HUYỆN ĐÁ BẠC", 12, "B").centred(160, 90, "Số: 12/KH-UBND", 12)
    sheet.centred(410, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "B").centred(410, 93, "Đá Bạc, ngày 5 tháng 3 năm 2031", 12, "I")
    sheet.centred(312, 140, "KẾ HOẠCH", 14, "B").text(74, 158, about, 14, "B")
    sheet.text(57, 184, "Thực hiện Kết luận số 33-KL/TU ngày 22/7/2031 của Ban Thường vụ Tỉnh ủy về phát", 14)
    sheet.text(57, 203, "triển kinh tế vườn, huyện Đá Bạc xây dựng kế hoạch:", 14)
    sheet.text(57, 228, "1. Các xã nạo vét kênh trong tháng 8.", 14)
    path = tmp_path / "ngan.pdf"
    path.write_bytes(pdf(sheet))
    assert structure(normalise(read_file(path)), shipped()).header.subject == about
