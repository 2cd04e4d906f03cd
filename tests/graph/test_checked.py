"""Values of a scan that a person has confirmed, and documents that only the editor could name. The texts are invented."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.graph import reading
from build_tools.graph.checked import checked, corrections
from build_tools.graph.reading import read_source
from build_tools.model.document import Document
from build_tools.model.metadata import Metadata, SourceFile
from build_tools.model.register import Register
from build_tools.register import load_register

SCAN = (
    "UBND HUYỆN ĐÁ BẠC\nSố: 36/KH-UBND\nĐá Bạc, ngày 20 tháng 3 năm 2031\n\nKẾ HOẠCH\nTrồng rừng ven suối\n\n"
    "Thực hiện Kế hoạch số 12/KH-UBND, Ủy ban nhân dân huyện giao các xã trồng 1.250 cây.\n"
)
LISTED = ("trang 1: 36/KH-UBND", "trang 1: ngày 20 tháng 3 năm 2031", "trang 1: 1.250", "trang 1: chữ “suối” (độ tin cậy 41 %)")


@pytest.fixture(scope="module")
def register(root: Path) -> Register:
    return load_register(root / "data" / "register")


@pytest.fixture
def scan(tmp_path: Path, register: Register) -> Document:
    (tmp_path / "a.txt").write_text(SCAN, encoding="utf-8")
    document = read_source(SourceFile("a", str(tmp_path / "a.txt")), register).document
    assert document is not None
    return replace(document, clean=replace(document.clean, method="ocr", confirm=LISTED))


@pytest.mark.parametrize(
    ("metadata", "number", "date", "left"),
    [
        (Metadata(), "36/KH-UBND", "2031-03-20", (0, 1, 2, 3)),
        (Metadata(confirmed=(("36/KH-UBND", "36/KH-UBND"),)), "36/KH-UBND", "2031-03-20", (1, 2, 3)),
        (Metadata(confirmed=(("36/KH-UBND", "38/KH-UBND"),)), "38/KH-UBND", "2031-03-20", (1, 2, 3)),
        (Metadata(confirmed=(("ngày 20 tháng 3 năm 2031", "ngày 26 tháng 3 năm 2031"),)), "36/KH-UBND", "2031-03-26", (0, 2, 3)),
        (Metadata(confirmed=(("2031-03-20", "2031-03-26"),)), "36/KH-UBND", "2031-03-26", (0, 2, 3)),
        (Metadata(confirmed=(("2031-03-20", "không rõ"),)), "36/KH-UBND", "2031-03-20", (0, 2, 3)),
        (Metadata(confirmed=(("1.250", "1.260"), ("suối", "suối"))), "36/KH-UBND", "2031-03-20", (0, 1)),
        (Metadata(confirmed=(("trang 1: 1.250", "1.250"),)), "36/KH-UBND", "2031-03-20", (0, 1, 3)),
        (Metadata(number="36/KH-UBND", issued_on="2031-03-20"), "36/KH-UBND", "2031-03-20", (2, 3)),
        (Metadata(confirmed=(("6", "8"), ("KH", "QĐ"))), "36/KH-UBND", "2031-03-20", (0, 1, 2, 3)),
    ],
)
def test_confirmed_values_take_effect(scan: Document, metadata: Metadata, number: str, date: str, left: tuple[int, ...]) -> None:
    found = checked(scan, metadata)
    assert (found.header.number, found.header.date) == (number, date)
    assert found.clean.confirm == tuple(LISTED[place] for place in left)


def test_what_was_misread_is_told_on_the_page(scan: Document) -> None:
    pairs = (("36/KH-UBND", "38/KH-UBND"), ("1.250", "1.250"), ("999", "1"))
    (note,) = corrections(scan, Metadata(confirmed=pairs))
    assert "“36/KH-UBND”" in note
    assert "“38/KH-UBND”" in note


def test_a_text_that_was_not_recognised_is_left_alone(scan: Document) -> None:
    text = replace(scan, clean=replace(scan.clean, method="text"))
    metadata = Metadata(confirmed=(("36/KH-UBND", "38/KH-UBND"),))
    assert checked(text, metadata) == text
    assert corrections(text, metadata) == ()


@pytest.mark.parametrize(("metadata", "is_document", "sections"), [(Metadata(), False, 0), (Metadata(type="Quy chế"), True, 2)])
def test_what_the_editor_names_is_a_document(
    tmp_path: Path, register: Register, metadata: Metadata, is_document: bool, sections: int
) -> None:
    (tmp_path / "a.txt").write_text("Những việc cần làm ở Đá Bạc\n\n1. Trồng cây.\n\n2. Quét đường.\n", encoding="utf-8")
    read = read_source(SourceFile("a", str(tmp_path / "a.txt"), metadata), register)
    assert read.document is not None
    assert (read.document.is_document, len(read.document.sections)) == (is_document, sections)
    assert ("not-a-document" in {item.code for item in read.diagnostics}) is not is_document
    assert reading.named(read.document, metadata) == read.document
