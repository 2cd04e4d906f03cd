"""A heading of which recognition could not read what was written by hand: the rest of it still counts."""

from __future__ import annotations

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
