"""Layout against the rules of the day: right documents are told nothing, and each of thirty planted faults is told by its own rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.commands.pipeline import read_alone
from build_tools.layout import CHECKS, ON_PAGE, check_layout, layout_note, rules
from build_tools.layout.checks import OF_SIGNS
from build_tools.model.document import Document
from build_tools.model.register import Register
from build_tools.model.sheet import Sheet
from tests.commands.cli import run

SHEET = Sheet(210, 297, 20, 20, 30, 15, "Times New Roman", 14)
STATE = """ỦY BAN NHÂN DÂN
TỈNH SÔNG MƠ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 07/KH-UBND
Sông Mơ, ngày 05 tháng 02 năm 2024
KẾ HOẠCH
Sửa các bến đò trên sông Mơ
Ủy ban nhân dân tỉnh ban hành kế hoạch sửa các bến đò như sau.
1. Sửa bến đò Đá Bạc trong quý II.
2. Sửa bến đò Cây Gạo trong quý III.
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Thử
"""
LETTER = """ỦY BAN NHÂN DÂN
TỈNH SÔNG MƠ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 0712/UBND-BD
Sông Mơ, ngày 05 tháng 3 năm 2024
V/v sửa các bến đò
Kính gửi: Sở Bến bãi
Ủy ban nhân dân tỉnh yêu cầu Sở Bến bãi sửa các bến đò trước mùa lũ.
Nơi nhận:
- Như trên;
- Lưu: VT.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Văn Thử
"""
PARTY = """TỈNH ỦY SÔNG MƠ
*
ĐẢNG CỘNG SẢN VIỆT NAM
Số 12-BC/TU
Sông Mơ, ngày 05 tháng 3 năm 2024
BÁO CÁO
sửa các bến đò trên sông Mơ
Tỉnh ủy báo cáo kết quả sửa các bến đò như sau.
1. Đã sửa bến đò Đá Bạc.
2. Đang sửa bến đò Cây Gạo.
Nơi nhận:
- Các huyện ủy,
- Lưu Văn phòng Tỉnh ủy.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Thử
"""
FAULTS = (
    (STATE, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "", "nation"),
    (STATE, "Độc lập - Tự do - Hạnh phúc\n", "", "motto"),
    (LETTER, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "", "nation"),
    (LETTER, "Độc lập - Tự do - Hạnh phúc\n", "", "motto"),
    (STATE, "Số: 07", "Số 07", "number-colon"),
    (LETTER, "Số: 0712", "Số 0712", "number-colon"),
    (STATE, "Số: 07", "Số: 7", "number-zero"),
    (STATE, "07/KH-UBND", "07/KH - UBND", "number-signs"),
    (STATE, "07/KH-UBND", "07 /KH-UBND", "number-signs"),
    (LETTER, "0712/UBND-BD", "0712 /UBND-BD", "number-signs"),
    (STATE, "ngày 05", "ngày 5", "date-zero"),
    (STATE, "tháng 02", "tháng 2", "date-zero"),
    (LETTER, "ngày 05", "ngày 5", "date-zero"),
    (STATE, "Sông Mơ, ngày", "Sông Mơ ngày", "place-comma"),
    (LETTER, "Sông Mơ, ngày", "Sông Mơ ngày", "place-comma"),
    (STATE, "TM. ỦY", "T/M ỦY", "signing"),
    (STATE, "TM. ỦY", "TM ỦY", "signing"),
    (LETTER, "KT. CHỦ", "K/T CHỦ", "signing"),
    (LETTER, "KT. CHỦ", "KT CHỦ", "signing"),
    (LETTER, "Kính gửi: Sở Bến bãi", "Gửi: Sở Bến bãi", "letter-addressee"),
    (STATE, "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n", "", "recipients"),
    (LETTER, "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n", "", "recipients"),
    (PARTY, "ĐẢNG CỘNG SẢN VIỆT NAM\n", "", "party"),
    (PARTY, "T/M BAN", "TM. BAN", "signing-party"),
    (PARTY, "T/M BAN THƯỜNG VỤ", "KT. BÍ THƯ", "signing-party"),
    (PARTY, "Nơi nhận:\n- Các huyện ủy,\n- Lưu Văn phòng Tỉnh ủy.\n", "", "recipients"),
    (STATE, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Thử\n", "", "signer"),
    (PARTY, "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nTrần Văn Thử\n", "", "signer"),
    (LETTER, "V/v sửa các bến đò\n", "", "subject"),
)
SHEETS = (
    ({"width": 215.9, "height": 279.4}, "paper"),
    ({"top": 15.0}, "margin-top"),
    ({"bottom": 12.5}, "margin-bottom"),
    ({"left": 25.0}, "margin-left"),
    ({"right": 30.0}, "margin-right"),
    ({"font": "Arial"}, "font"),
    ({"size": 12.0}, "body-size"),
)


@pytest.fixture
def read(tmp_path: Path, shipped: Register):  # type: ignore[no-untyped-def]
    """A text as a document."""

    def make(text: str) -> Document:
        path = tmp_path / "a.txt"
        path.write_text(text, encoding="utf-8")
        return read_alone(path, shipped).document

    return make


def broken(document: Document, sheet: Sheet | None = SHEET) -> list[str]:
    return [item.rule.id for item in check_layout(document, sheet).findings]


@pytest.mark.parametrize("text", [STATE, LETTER, PARTY], ids=["kế hoạch", "công văn", "báo cáo của Đảng"])
def test_what_is_right_is_told_nothing(read, text: str) -> None:  # type: ignore[no-untyped-def]
    document = read(text)
    assert broken(document) == []
    assert check_layout(document, SHEET).checked >= 9


@pytest.mark.parametrize(("text", "old", "new", "rule"), FAULTS)
def test_a_planted_fault_is_told_by_its_rule(read, text: str, old: str, new: str, rule: str) -> None:  # type: ignore[no-untyped-def]
    assert old in text
    assert broken(read(text.replace(old, new, 1))) == [rule]


@pytest.mark.parametrize(("text", "old", "new", "rule"), FAULTS)
def test_of_a_scan_signs_and_blanks_are_not_told(read, text: str, old: str, new: str, rule: str) -> None:  # type: ignore[no-untyped-def]
    document = read(text.replace(old, new, 1))
    scanned = replace(document, clean=replace(document.clean, method="ocr"))
    assert broken(scanned) == ([] if rule in OF_SIGNS else [rule])


@pytest.mark.parametrize(("fields", "rule"), SHEETS)
def test_a_page_set_otherwise_is_told(read, fields: dict[str, float | str], rule: str) -> None:  # type: ignore[no-untyped-def]
    document = read(STATE)
    assert broken(document, replace(SHEET, **fields)) == [rule]  # type: ignore[arg-type]
    assert broken(document, None) == []


@pytest.mark.parametrize(
    ("text", "old", "new", "why"),
    [
        (STATE, "07/KH-UBND", "07/2024/QĐ-UBND", "normative"),
        (PARTY, "năm 2024", "năm 2026", "no-rules"),
        (STATE, "năm 2024", "năm 2019", "no-rules"),
        (STATE, "ngày 05 tháng 02 năm 2024", "năm 2024", "no-date"),
    ],
)
def test_what_no_rule_is_known_for_is_not_checked(read, text: str, old: str, new: str, why: str) -> None:  # type: ignore[no-untyped-def]
    assert check_layout(read(text.replace(old, new, 1))).unchecked == why


def _without_letterhead(text: str) -> str:
    """As portals copy it: a line of their own, then the body."""
    kept = [line for line in text.splitlines() if not any(word in line for word in ("CỘNG H", "Độc lập", "ĐẢNG CỘNG SẢN", ", ngày "))]
    return "\n".join(kept)


@pytest.mark.parametrize("text", [STATE, PARTY], ids=["Nhà nước", "Đảng"])
def test_a_copy_that_lost_its_letterhead_is_not_checked_but_a_file_is(read, text: str) -> None:  # type: ignore[no-untyped-def]
    bare = read(_without_letterhead(text))
    assert check_layout(bare).unchecked in ("no-letterhead", "no-document")
    assert check_layout(bare, SHEET).unchecked != "no-letterhead"
    # one of the parts is enough: the others are then missing
    one = read(text.replace("Độc lập - Tự do - Hạnh phúc", "").replace("Nơi nhận", "Chỗ nhận"))
    assert check_layout(one).findings


def test_the_gazette_prints_no_recipients(read) -> None:  # type: ignore[no-untyped-def]
    lost = STATE[: STATE.index("Nơi nhận")] + STATE[STATE.index("TM. ") :]
    assert "recipients" in broken(read(lost))
    assert "recipients" not in broken(read("CÔNG BÁO/Số 12/Ngày 02-06-2024\n\n" + lost))


def test_a_draft_is_held_against_the_newest_rules(read) -> None:  # type: ignore[no-untyped-def]
    draft = STATE.replace("07/KH-UBND", "     /KH-UBND").replace("ngày 05 tháng 02 năm 2024", "ngày     tháng     năm 2024")
    assert broken(read(draft)) == []
    assert broken(read(draft.replace("TM. ỦY", "T/M ỦY"))) == ["signing"]


def test_the_command_tells_place_rule_and_source(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "kế hoạch.txt"
    file.write_text(STATE.replace("TM. ỦY", "T/M ỦY"), encoding="utf-8")
    out = run(root, "check", "--layout", str(file))
    assert (out.returncode, out.stdout) == (0, "")
    assert f"{file}:15: quyền hạn ký ghi “TM.”" in out.stderr
    assert "ghi “T/M” [layout-rule] — Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7, điểm b (đối chiếu tại" in out.stderr


def test_the_page_of_a_document_says_so_once(read) -> None:  # type: ignore[no-untyped-def]
    (note,) = layout_note(read(STATE.replace("Số: 07", "Số: 7").replace("TM. ỦY", "T/M ỦY")))
    assert "khác ở 2 điểm" in note
    assert layout_note(read(STATE)) == ()


def test_every_rule_has_a_check_a_source_and_a_planted_fault() -> None:
    assert {rule.id for rule in rules()} == set(CHECKS)
    assert {rule for _, rule in SHEETS} == set(ON_PAGE)
    assert all(rule.url.startswith("http") and rule.pinpoint for rule in rules())
