"""Workbooks and presentations: what stands in them, in its order, and nothing that is hidden."""

from __future__ import annotations

import datetime
import io
import sys
from pathlib import Path

import openpyxl
import pptx
import pytest

from build_tools.model.diagnostic import InputError
from build_tools.normalise import normalise
from build_tools.read import read_file


def test_a_workbook_is_its_sheets_as_tables(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Phụ lục 1"
    for row in (["TT", "Xã", "Số hộ", "Ngày"], [1, "Đá Bạc", 1250, datetime.date(2031, 3, 5)], [2, "Nà Lúa", 12.5, None], []):
        sheet.append(row)
    hidden = book.create_sheet("nháp")
    hidden.append(["không in"])
    hidden.sheet_state = "hidden"
    book.create_sheet("trống")
    book.save(tmp_path / "a.xlsx")
    text = normalise(read_file(tmp_path / "a.xlsx")).text
    assert text.split("\n")[:4] == ["Phụ lục 1", "TT\tXã\tSố hộ\tNgày", "1\tĐá Bạc\t1250\t05/03/2031", "2\tNà Lúa\t12,5\t"]
    assert "không in" not in text


def test_a_presentation_is_the_text_of_its_slides(tmp_path: Path) -> None:
    show = pptx.Presentation()
    for title, body in (("Giữ rừng", "Các xã giữ rừng\nđầu nguồn"), ("Giữ suối", "Các thôn giữ suối")):
        slide = show.slides.add_slide(show.slide_layouts[1])
        slide.shapes.title.text = title
        slide.placeholders[1].text = body
        slide.notes_slide.notes_text_frame.text = "nhắc riêng"
    show.save(tmp_path / "a.pptx")
    text = normalise(read_file(tmp_path / "a.pptx")).text
    assert text.split() == ["Giữ", "rừng", "Các", "xã", "giữ", "rừng", "đầu", "nguồn", "Giữ", "suối", "Các", "thôn", "giữ", "suối"]


@pytest.mark.parametrize(("package", "ending"), [("openpyxl", "xlsx"), ("pptx", "pptx")])
def test_a_missing_package_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, ending: str) -> None:
    out = io.BytesIO()
    (openpyxl.Workbook() if ending == "xlsx" else pptx.Presentation()).save(out)
    (tmp_path / f"a.{ending}").write_bytes(out.getvalue())
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(InputError, match=f"thiếu gói {package}"):
        read_file(tmp_path / f"a.{ending}")
