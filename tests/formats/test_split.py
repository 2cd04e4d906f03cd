"""Files that hold several documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.graph.reading import read_clean
from build_tools.structure.several import documents_begin, documents_in
from tests.content import shipped
from tests.formats.docx_maker import docx, p, tbl, tc
from tests.formats.test_add import data, desk, folders, register_read_once, run
from tests.pdf.pdf_writer import Sheet, pdf
from tests.pdf.test_pdf_text import LONG, OTHER

__all__ = ["data", "desk", "register_read_once"]

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def first(number: str, kind: str = "KẾ HOẠCH", *, nation: str = NATION, above: str = "", signed: bool = False) -> Sheet:
    """The first page of a document; its second line of the nation's name where it has one."""
    sheet = Sheet().centred(160, 60, "UBND HUYỆN ĐÁ BẠC", 12, "B").centred(160, 90, f"Số: {number}", 12)
    if above:
        sheet.centred(300, 35, above, 12)
    if nation:
        sheet.centred(410, 60, nation, 12, "B").centred(410, 76, "Độc lập - Tự do - Hạnh phúc", 12, "B")
    sheet.centred(410, 93, "Đá Bạc, ngày 5 tháng 3 năm 2031", 12, "I")
    sheet.centred(313, 140, kind, 14, "B").centred(313, 160, "Bến đò an toàn", 14, "B")
    y = sheet.paragraph(200, LONG)
    if signed:
        sheet.centred(430, y + 16, "CHỦ TỊCH", 13, "B").centred(430, y + 80, "Lê Văn Mơ", 13, "B")
    return sheet


def more(*texts: str) -> Sheet:
    sheet, y = Sheet(), 80.0
    for text in texts or (OTHER,):
        y = sheet.paragraph(y, text)
    return sheet


def form() -> Sheet:
    """A form at the end, with a heading of its own and nothing filled in."""
    return first("       /BC-UBND", "BÁO CÁO")


@pytest.mark.parametrize(
    ("sheets", "begin"),
    [
        ((first("12/KH-UBND"), more(), first("13/KH-UBND"), more(), first("7/BC-UBND", "BÁO CÁO")), (1, 3, 5)),
        ((first("12/KH-UBND"), first("13/KH-UBND", above="2")), (1, 2)),
        ((first("12/KH-UBND"), more(), form()), ()),
        ((first("12/KH-UBND"), first("12/KH-UBND")), ()),
        ((first("12/KH-UBND"), first("13/KH-UBND", nation="")), ()),
        ((first("12/KH-UBND"), more("Phụ lục I", "(Kèm theo Kế hoạch số 13/KH-UBND ngày 05 tháng 3 năm 2031)")), ()),
        ((first("12/KH-UBND"), more(OTHER, "Số: 13/KH-UBND", NATION)), ()),
        ((first("12/KH-UBND"),), ()),
    ],
    ids=["three", "page number", "blank form", "same number", "no nation", "appendix", "number in the text", "one page"],
)
def test_where_documents_begin(tmp_path: Path, sheets: tuple[Sheet, ...], begin: tuple[int, ...]) -> None:
    path = tmp_path / "gop.pdf"
    path.write_bytes(pdf(*sheets))
    assert documents_begin(read_clean(path), shipped()) == begin


THREE = pdf(first("12/KH-UBND"), more(), first("13/KH-UBND"), more(), first("7/BC-UBND", "BÁO CÁO"))


@pytest.mark.parametrize("moved", [False, True])
def test_they_are_parted_only_when_somebody_asks(data: Path, desk: Path, capsys: pytest.CaptureFixture[str], moved: bool) -> None:
    path = desk / "gop.pdf"
    path.write_bytes(THREE)
    assert run(data, path, "--dry-run") == 0
    told = capsys.readouterr().err
    assert "có vẻ là 3 văn bản trong một tệp, bắt đầu ở trang 1, 3, 5" in told
    assert "[add-several]" in told
    assert run(data, path, "--split", *(["--move"] if moved else [])) == 0
    assert [folder.name.partition("--")[0] for folder in folders(data)] == ["12_kh-ubnd", "13_kh-ubnd", "7_bc-ubnd"]
    assert "gop (trang 3-4).pdf" in (folders(data)[1] / "metadata.yaml").read_text(encoding="utf-8")
    assert path.exists() != moved


def test_a_file_stays_as_long_as_one_of_its_documents_does(data: Path, desk: Path) -> None:
    path = desk / "gop.pdf"
    path.write_bytes(THREE)
    assert run(data, path, "--split") == 0
    again = pdf(first("12/KH-UBND"), more(OTHER), first("14/KH-UBND"))
    path.write_bytes(again)
    assert run(data, path, "--split", "--move") == 1, "12/KH-UBND is there already, with another text"
    assert path.exists()
    assert len(folders(data)) == 4


def word(*numbers: str, above: str = "") -> bytes:
    """Letters one behind the other in one Word file, each with its letterhead in a table."""
    made = ""
    for number in numbers:
        left = tc("UBND TỈNH SÔNG MƠ", "ỦY BAN NHÂN DÂN HUYỆN ĐÁ BẠC", f"Số: {number}")
        made += tbl((left, tc(NATION, "Độc lập - Tự do - Hạnh phúc", "Đá Bạc, ngày 5 tháng 3 năm 2031")), lined=False)
        made += p("KẾ HOẠCH") + p("Bến đò an toàn") + p(LONG) + p("CHỦ TỊCH") + p("Lê Văn Mơ") + above
    return docx(made)


@pytest.mark.parametrize(
    ("data", "numbers"),
    [
        (word("12/KH-UBND", "13/KH-UBND"), ("12/KH-UBND", "13/KH-UBND")),
        (word("12/KH-UBND"), ()),
        (word("12/KH-UBND", "12/KH-UBND"), ()),
        (word("12/KH-UBND", "     /BC-UBND"), ()),
        (word("12/KH-UBND", above=p("PHỤ LỤC") + p("(Kèm theo Kế hoạch số 13/KH-UBND ngày 05 tháng 3 năm 2031)")), ()),
        (word("12/KH-UBND", above=p(NATION) + p("ĐƠN XIN NẠO VÉT") + p("Kính gửi: Ủy ban nhân dân huyện")), ()),
    ],
    ids=["two", "one", "same number", "blank form", "appendix", "form of a request"],
)
def test_documents_one_behind_the_other_in_a_word_file(tmp_path: Path, data: bytes, numbers: tuple[str, ...]) -> None:
    path = tmp_path / "gop.docx"
    path.write_bytes(data)
    assert documents_in(read_clean(path), shipped()) == numbers


@pytest.mark.parametrize("flag", [[], ["--split"]])
def test_of_a_word_file_it_is_said_how_they_can_be_parted(
    data: Path, desk: Path, capsys: pytest.CaptureFixture[str], flag: list[str]
) -> None:
    path = desk / "gop.docx"
    path.write_bytes(word("12/KH-UBND", "13/KH-UBND"))
    assert run(data, path, "--dry-run", *flag) == 0
    told = capsys.readouterr().err
    assert "có vẻ là 2 văn bản trong một tệp (12/KH-UBND, 13/KH-UBND)" in told
    assert "lưu cả tệp ra PDF" in told
