"""Appendices, tables and pictures that go with a document: taken in, read as its end, listed on its page."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest

from build_tools.commands import add as command
from build_tools.commands.main import main
from build_tools.graph import build_site
from build_tools.graph.attached import with_attached
from build_tools.graph.reading import read_clean
from build_tools.intake.attaching import attach
from build_tools.intake.proposal import office_of
from build_tools.model.diagnostic import InputError
from build_tools.model.metadata import Attachment, Metadata, SourceFile
from build_tools.model.site import Site
from build_tools.read import READABLE
from build_tools.register.content import find_content
from build_tools.register.documents import load_documents
from build_tools.render import render_pages
from build_tools.views import Lookup
from tests.content import shipped
from tests.formats.docx_maker import docx, p, tbl, tc
from tests.formats.test_add import BLANK, CENTER, data, desk, folders, letter, register_read_once, run, zipped

__all__ = ["data", "desk", "register_read_once"]

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 40


def appendix(caption: str = "(Kèm theo Báo cáo số 12-BC/TU ngày 05 tháng 3 năm 2024 của Tỉnh ủy Sông Mơ)", *more: str) -> bytes:
    """An appendix in a file of its own."""
    head = p("Phụ lục II", props=CENTER) + p("DANH SÁCH XÃ", props=CENTER) + (p(caption, props=CENTER) if caption else "")
    return docx(head + tbl((tc("STT"), tc("Xã")), (tc("1"), tc("Đá Bạc"))) + "".join(map(p, more)))


def book(name: str = "Biểu 1", cell: str = "Đá Bạc") -> bytes:
    """A workbook of one sheet."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = name
    sheet.append(["STT", "Xã", "Số hộ"])
    sheet.append([1, cell, 120])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def put(folder: Path, **files: bytes) -> list[Path]:
    made = []
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content)
        made.append(path)
    return made


def attached(data: Path) -> list[str]:
    (folder,) = folders(data)
    inner = folder / "attachments"
    return sorted(path.name for path in inner.iterdir()) if inner.is_dir() else []


def site(data: Path) -> Site:
    return build_site(shipped(), load_documents(data, (), READABLE).files, jobs=1)


@pytest.mark.parametrize(
    ("caption", "goes"),
    [
        ("(Kèm theo Báo cáo số 12-BC/TU ngày 05 tháng 3 năm 2024 của Tỉnh ủy Sông Mơ)", True),
        ("(Ban hành kèm theo Báo cáo số 12-BC/TU của Tỉnh ủy Sông Mơ)", True),
        ("(Kèm theo Báo cáo số 12-BC/TU ngày 06 tháng 3 năm 2024 của Tỉnh ủy Sông Mơ)", False),
        ("(Kèm theo Báo cáo số 13-BC/TU ngày 05 tháng 3 năm 2024 của Tỉnh ủy Sông Mơ)", False),
        ("(theo Báo cáo số 12-BC/TU ngày 05 tháng 3 năm 2024 của Tỉnh ủy Sông Mơ)", False),
        ("", False),
    ],
)
def test_an_appendix_goes_to_the_one_document_that_it_names(
    data: Path, desk: Path, capsys: pytest.CaptureFixture[str], caption: str, goes: bool
) -> None:
    files = put(desk, a_phu_luc__docx=appendix(caption), van_ban__docx=letter())
    assert run(data, *files) == (0 if goes else 1)
    assert attached(data) == (["a_phu_luc.docx"] if goes else [])
    told = capsys.readouterr().err
    assert ("ĐÃ KÈM" in told) == goes
    assert ("--attach" in told) == (not goes)


def test_the_name_of_a_file_only_proposes(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = put(desk, a__docx=letter())
    assert run(data, *files) == 0
    other = desk / "12-BC_TU bieu so lieu.xlsx"
    other.write_bytes(book())
    assert run(data, other) == 1
    assert attached(data) == []
    assert "--attach 12-bc_tu--bao-cao" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["12-BC/TU", "12 - bc/tu", "{folder}", "data/documents/{folder}/"])
def test_anything_goes_to_the_document_that_is_named(data: Path, desk: Path, name: str) -> None:
    run(data, *put(desk, van_ban__docx=letter()))
    (folder,) = folders(data)
    files = put(desk, bieu__xlsx=book(), anh__png=PNG, bang__dwg=b"AC1032" + b"\0" * 40)
    assert run(data, *files, "--attach", name.format(folder=folder.name)) == 0
    assert attached(data) == ["anh.png", "bang.dwg", "bieu.xlsx"]
    assert run(data, *files, "--attach", "12-BC/TU") == 0, "a second time nothing is put there"
    assert attached(data) == ["anh.png", "bang.dwg", "bieu.xlsx"]
    (desk / "khac").mkdir()
    assert run(data, *put(desk / "khac", bieu__xlsx=book(cell="Đá Bàn")), "--attach", "12-BC/TU", "--move") == 0
    assert attached(data) == ["anh.png", "bang.dwg", "bieu (2).xlsx", "bieu.xlsx"]
    assert not (desk / "khac" / "bieu.xlsx").exists()


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--attach", "99-BC/TU"), "attach-parent"),
        (("--attach", "12-bc_tu--bao-cao--tinh-uy-song-mo-701e--_--2024-03-06"), "có phải"),
        (("--attach", "12-BC/TU", "--number", "3-BC/TU"), "add-flags"),
    ],
)
def test_what_cannot_be_attached_is_told(
    data: Path, desk: Path, capsys: pytest.CaptureFixture[str], flags: tuple[str, ...], said: str
) -> None:
    run(data, *put(desk, van_ban__docx=letter()))
    assert run(data, *put(desk, bieu__xlsx=book()), *flags) == 1
    assert said in capsys.readouterr().err
    assert attached(data) == []


def test_a_marked_file_goes_with_no_document(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    marked = docx(p("MẬT", props=CENTER) + p("Phụ lục", props=CENTER) + p("DANH SÁCH", props=CENTER) + p("Nội dung của phụ lục này."))
    assert run(data, *put(desk, van_ban__docx=letter(), phu_luc__docx=appendix("", "Gọi 0912 345 678."))) == 1
    assert run(data, *put(desk, mat__docx=marked), "--attach", "12-BC/TU") == 1
    assert "guard-secrecy" in capsys.readouterr().err
    assert run(data, desk / "phu_luc.docx", "--attach", "12-BC/TU") == 0
    assert "personal-" in capsys.readouterr().err
    assert attached(data) == ["phu_luc.docx"]
    (folder,) = folders(data)
    (folder / "attachments" / "mat.docx").write_bytes(marked)
    assert main(["check", "--data", str(data), "--no-cache", "--quiet"]) == 1, "what was put there by hand is looked through too"
    assert "guard-secrecy" in capsys.readouterr().err


def test_a_draft_has_its_appendix_too(data: Path, desk: Path) -> None:
    assert run(data, *put(desk, van_ban__docx=letter(number=BLANK))) == 0
    (folder,) = folders(data)
    assert run(data, *put(desk, phu_luc__docx=appendix("")), "--attach", folder.name) == 0
    assert attached(data) == ["phu_luc.docx"]


def test_an_appendix_in_a_package_whose_document_nobody_has_is_called_as_the_package_calls_it(
    data: Path, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "gui.zip").write_bytes(zipped(**{"Phụ lục 2.docx": appendix()}))
    assert run(data, desk / "gui.zip") == 1
    told = capsys.readouterr().err
    assert f"LỖI: {desk / 'gui.zip'} › Phụ lục 2.docx: " in told


def test_parts_of_a_letter_find_each_other(data: Path, desk: Path) -> None:
    (desk / "gui.zip").write_bytes(zipped(**{"Phụ lục 2.docx": appendix(), "van ban.docx": letter()}))
    assert run(data, desk / "gui.zip") == 0
    assert attached(data) == ["Phụ lục 2.docx"]


def test_somebody_who_is_asked_says_where_it_goes(data: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(data, *put(desk, van_ban__docx=letter()))
    answers = iter(["", "=", "12-BC/TU"])
    monkeypatch.setattr(command, "ask_aloud", lambda question, default: next(answers) if "phụ lục" in question else "")
    monkeypatch.setattr(command.sys.stdin, "isatty", lambda: True)
    (one, other) = put(desk, phu_luc__docx=appendix(), bieu__xlsx=book())
    assert main(["add", str(one), "--data", str(data)]) == 1, "Enter attaches nothing"
    assert attached(data) == []
    assert main(["add", str(one), "--data", str(data)]) == 0
    assert main(["add", str(other), "--data", str(data)]) == 0
    assert attached(data) == ["bieu.xlsx", "phu_luc.docx"]


def test_a_new_copy_of_the_document_keeps_what_goes_with_it(data: Path, desk: Path) -> None:
    run(data, *put(desk, van_ban__docx=letter(), phu_luc__docx=appendix()))
    assert run(data, *put(desk, moi__docx=letter(body="Một nội dung khác, đã sửa lỗi chính tả.")), "--replace") == 0
    assert attached(data) == ["phu_luc.docx"]


def test_the_texts_follow_the_documents_own_and_every_offset_holds(tmp_path: Path) -> None:
    own, first, second = put(tmp_path, van_ban__docx=letter(), phu_luc__docx=appendix(), bieu__xlsx=book())
    files = (Attachment(str(first)), Attachment(str(tmp_path / "anh.png")), Attachment(str(second), "Biểu A"))
    source = SourceFile("x", str(own), attached=files)
    clean, told = with_attached(read_clean(own), source)
    assert told == ()
    assert [(item.place, item.title) for item in clean.attached] == [(0, "phu_luc"), (2, "Biểu A")]
    for block in clean.blocks:
        words, there = block.span.of(clean.text), clean.origin.to_source(block.span)
        assert " ".join(words.split()) == " ".join(clean.source[there.start : there.end].split())
    assert [block.span.start for block in clean.blocks[1:]] == [block.span.end + 1 for block in clean.blocks[:-1]]
    assert [clean.blocks[item.block].span.of(clean.text) for item in clean.attached] == ["Phụ lục II", "Biểu 1"]


def test_the_page_lists_and_reads_them(data: Path, desk: Path) -> None:
    run(data, *put(desk, van_ban__docx=letter(), phu_luc__docx=appendix()))
    run(data, *put(desk, bieu__xlsx=book(), anh__png=PNG, hong__docx=b"PK\x03\x04 hong"), "--attach", "12-BC/TU")
    (folder,) = folders(data)
    metadata = folder / "metadata.yaml"
    metadata.write_text(metadata.read_text(encoding="utf-8") + "attachments:\n  - {file: bieu.xlsx, title: Biểu số hộ}\n", encoding="utf-8")
    found = site(data)
    (document,) = found.documents
    assert [(item.title, item.ending, item.node) for item in document.attachments] == [
        ("Biểu số hộ", "xlsx", "mau-1"), ("anh", "png", ""), ("hong", "docx", ""), ("Phụ lục II. DANH SÁCH XÃ", "docx", "phu-luc-ii"),
    ]  # fmt: skip
    assert [item.code for item in found.diagnostics if item.code.startswith("attachment")] == ["attachment-unread"]
    page = next(page.text for page in render_pages(Lookup(found)) if page.path == f"van-ban/{folder.name}/index.md")
    assert re.search(r"## Phụ lục, tệp kèm.*Biểu số hộ.*anh.*Phụ lục II", page, re.DOTALL)
    assert page.count("Đá Bạc") == 2
    header = document.document.header
    assert (header.number, header.date) == ("12-BC/TU", "2024-03-05")


@pytest.mark.parametrize(("state", "offered"), [("", 0), ("publish_original: true\n", 1), ("publish_original: true\nredact: true\n", 0)])
def test_the_files_themselves_are_offered_only_where_the_original_is(data: Path, desk: Path, state: str, offered: int) -> None:
    run(data, *put(desk, van_ban__docx=letter(), phu_luc__docx=appendix()))
    (folder,) = folders(data)
    (folder / "metadata.yaml").write_text((folder / "metadata.yaml").read_text(encoding="utf-8") + state, encoding="utf-8")
    (document,) = site(data).documents
    assert sum(item.original is not None for item in document.attachments) == offered


def test_a_file_that_is_named_but_not_there_is_a_fault(data: Path, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(data, *put(desk, van_ban__docx=letter()))
    (folder,) = folders(data)
    metadata = folder / "metadata.yaml"
    metadata.write_text(metadata.read_text(encoding="utf-8") + "attachments:\n  - {file: mat.xlsx, title: Biểu}\n", encoding="utf-8")
    assert main(["check", "--data", str(data), "--no-cache", "--quiet"]) == 1
    assert "attachment-missing" in capsys.readouterr().err


def test_personal_data_is_masked_in_them_too(tmp_path: Path) -> None:
    from build_tools.graph.reading import read_source

    own, other = put(tmp_path, van_ban__docx=letter(), dt_0912345678__docx=appendix("", "Liên hệ ông Lê Văn Mơ, điện thoại 0912 345 678."))
    read = read_source(SourceFile("x", str(own), Metadata(redact=True), attached=(Attachment(str(other)),)), shipped())
    assert read.document is not None
    assert "345" not in read.document.clean.text
    assert "345" not in repr(read)


def test_the_same_file_is_put_there_once(data: Path, desk: Path) -> None:
    run(data, *put(desk, van_ban__docx=letter(), phu_luc__docx=appendix()))
    office = office_of(find_content(None, data))
    (folder,) = folders(data)
    with pytest.raises(InputError, match="attach-there"):
        attach(desk / "phu_luc.docx", "khac.docx", folder.name, office)
    assert attached(data) == ["phu_luc.docx"]


HEAD = [
    ["UBND HUYỆN ĐÁ BẠC", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], ["PHÒNG NỘI VỤ", None, None, "Độc lập - Tự do - Hạnh phúc"],
    ["Số: 71/BC-PNV", None, None, "Đá Bạc, ngày 12 tháng 5 năm 2031"], [], [None, "BÁO CÁO"], [None, "Biên chế quý I năm 2031"],
]  # fmt: skip


def sheet_of(*rows: list[str | None]) -> bytes:
    """A workbook of one sheet with these rows above its table."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (*rows, ["STT", "Đơn vị", "Biên chế"], [1, "Văn phòng", 21]):
        sheet.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_sheet_with_a_letterhead_of_its_own_is_a_document(data: Path, desk: Path) -> None:
    assert run(data, *put(desk, bieu__xlsx=sheet_of(*HEAD))) == 0
    (folder,) = folders(data)
    stated = (folder / "metadata.yaml").read_text(encoding="utf-8")
    assert folder.name.startswith("71_bc-pnv--bao-cao--")
    assert "2031-05-12" in folder.name
    assert "Biên chế quý I năm 2031" in stated


@pytest.mark.parametrize("rows", [[], [["PHỤ LỤC"], ["Biên chế quý I năm 2031"]], [["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]], HEAD[4:]])
def test_a_sheet_without_one_is_none(data: Path, desk: Path, rows: list[list[str | None]]) -> None:
    assert run(data, *put(desk, bieu__xlsx=sheet_of(*rows))) == 1
    assert folders(data) == []
