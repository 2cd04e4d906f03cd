"""Letterheads as offices write them in Word, from the file to what is proposed. All bodies and places are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.graph.reading import read_clean
from build_tools.intake.known import Known
from build_tools.intake.proposal import Office, Proposal, propose
from build_tools.model.metadata import Metadata
from build_tools.model.settings import Content
from tests.content import shipped
from tests.formats.docx_maker import docx, p, r, tbl, tc
from tests.formats.test_add import CENTER

RAISED = '<w:vertAlign w:val="superscript"/>'
BODY = p("Kính gửi: Ủy ban nhân dân các xã") + p("Thực hiện Kết luận số 01-KL/TW, các xã báo cáo việc sửa bến đò.")


def heading(*left: str) -> str:
    right = tc("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Sông Mơ, ngày 05 tháng 3 năm 2031")
    return tbl((tc(*left), right), lined=False)


def looked_at(folder: Path, data: bytes) -> Proposal:
    path = folder / "cong-van.docx"
    path.write_bytes(data)
    return propose(path, path.name, read_clean(path), Metadata(), Office(Content(folder, folder / "data"), shipped(), Known()))


def value(proposal: Proposal, key: str) -> tuple[str | None, str]:
    found = dict(proposal.values)[key]
    return found.text, found.doubt


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 125/SNV-CCHC", "125/SNV-CCHC"),
        ("Số: 125/SNV-CCHC&amp;VTLT", "125/SNV-CCHC&VTLT"),
        (p(r("Số: 05-CT/TU"), r("1", RAISED)), "05-CT/TU"),
        (p(r("Số: 125/SNV-CCHC"), r("(1)", RAISED)), "125/SNV-CCHC"),
    ],
)
def test_a_number_is_read_whole_and_without_the_mark_of_a_note(tmp_path: Path, line: str, number: str) -> None:
    proposal = looked_at(tmp_path, docx(heading("UBND TỈNH SÔNG MƠ", "SỞ NỘI VỤ", line, "V/v sửa bến đò") + BODY))
    assert value(proposal, "number") == (number, "")


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("UBND TỈNH SÔNG MƠ", "SỞ NỘI VỤ"), "Sở Nội vụ tỉnh Sông Mơ"),
        (("UBND TỈNH SÔNG MƠ", "S Ở  N Ộ I  V Ụ"), "Sở Nội vụ tỉnh Sông Mơ"),
        (("UBND TỈNH SÔNG MƠ", "VĂN PHÒNG"), "Văn phòng Ủy ban nhân dân tỉnh Sông Mơ"),
        (("UBND HUYỆN ĐÁ BẠC", "VĂN PHÒNG"), "Văn phòng Ủy ban nhân dân huyện Đá Bạc"),
        (("TỈNH ỦY SÔNG MƠ", "VĂN PHÒNG"), "Văn phòng Tỉnh ủy Sông Mơ"),
        (("UBND TỈNH SÔNG MƠ",), "Ủy ban nhân dân tỉnh Sông Mơ"),
        (("UBND HUYỆN ĐÁ BẠC", "PHÒNG VĂN HÓA"), "Phòng Văn hóa huyện Đá Bạc"),
    ],
)
def test_the_issuer_is_the_lower_body_of_the_upper(tmp_path: Path, lines: tuple[str, ...], issuer: str) -> None:
    proposal = looked_at(tmp_path, docx(heading(*lines, "Số: 12/VP-TH", "V/v sửa bến đò") + BODY))
    assert value(proposal, "issuer")[0] == issuer


@pytest.mark.parametrize("title", ["KẾT LUẬN", "K Ế T  L U Ậ N", "K Ế T L U Ậ N"])
def test_a_title_set_letter_by_letter_is_the_title(tmp_path: Path, title: str) -> None:
    text = p(title, props=CENTER) + p("về việc sửa bến đò", props=CENTER) + BODY
    proposal = looked_at(tmp_path, docx(heading("UBND TỈNH SÔNG MƠ", "Số: 12/UBND-TH") + text))
    assert value(proposal, "type") == ("Kết luận", "")


@pytest.mark.parametrize(
    ("kind", "set_apart", "there"),
    [
        ("first", "<w:titlePg/>", True),
        ("default", "", True),
        ("first", '<w:titlePg w:val="0"/>', False),
        ("default", "<w:titlePg/>", False),
    ],
)
def test_a_letterhead_in_the_header_of_the_first_page_belongs_to_the_text(tmp_path: Path, kind: str, set_apart: str, there: bool) -> None:
    section = f'<w:sectPr><w:headerReference w:type="{kind}" r:id="p0"/>{set_apart}</w:sectPr>'
    head = heading("UBND TỈNH SÔNG MƠ", "SỞ NỘI VỤ", "Số: 12/SNV-CCHC", "V/v sửa bến đò")
    proposal = looked_at(tmp_path, docx(BODY + section, header=head))
    assert value(proposal, "number")[0] == ("12/SNV-CCHC" if there else None)
    own = looked_at(tmp_path, docx(head + BODY + section, header=heading("UBND TỈNH SÔNG MƠ", "Số: 99/SNV-CCHC")))
    assert value(own, "number")[0] == "12/SNV-CCHC", "the text's own letterhead stands"
