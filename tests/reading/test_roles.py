"""The grammar of a header's lines: which role may follow which, and what its place is worth; and the roles that single lines may play."""

from __future__ import annotations

import pytest

from build_tools.model.register import Register
from build_tools.normalise.furniture import is_rule
from build_tools.structure.letterhead.cues import Cues
from build_tools.structure.letterhead.header_lines import HeaderLines
from build_tools.structure.letterhead.lines_so_far import LinesSoFar
from build_tools.structure.letterhead.roles import NOTHING, State, step
from build_tools.structure.paragraphs import read_paragraphs
from build_tools.structure.titles import types_of

from .reading_helpers import clean

ORDERS = [
    # roles in a row; what their places are worth together, or the place of the first that the grammar does not allow
    ("body nation number date type subject", 2.0), ("nation body number date type subject", 2.0),
    ("body number nation date type subject", 2.0),
    ("body body_more number date", 2.0), ("body body number", 2.0), ("body number body", 2.0 - 1.0),
    ("body nation body_more number", 2.0 - 0.5),
    ("body number body_more", 2.0 - 4.0), ("number body body_more", 2.0 - 1.0), ("body body body body", 2.0),
    ("body body body body body", "4"),
    ("body_more", "0"), ("number number", "1"), ("date date", "1"), ("number_tail", "0"), ("number_head number_tail type", 0.0),
    ("number_head date number_tail", "2"), ("number_head number", "1"), ("noise body noise", 0.7 + 2.0), ("noise noise nation noise", 1.4),
    ("type type", "1"), ("type body", "1"), ("type number date subject", 0.0), ("type nation subject", 0.0), ("type number body", "2"),
    ("subject", "0"), ("nation subject", "1"), ("type subject subject_more subject_more", 0.0), ("type subject subject", "2"),
    ("type subject_more", "1"),
    ("type issuing subject", 1.0), ("issuing", "0"), ("type_on issuing", "1"), ("type_on_open issuing", "1"),
    ("type_on subject_more", 0.0),
    ("type_on subject", "1"), ("type_on_open subject", 0.0), ("type_on_open rest_open subject", 1.0), ("type rest subject_more", "2"),
    ("type rest_open subject", 1.0), ("type rest subject", "2"), ("number rest", "1"), ("type rest number", "2"),
    ("type issuing number", 1.0),
    ("title number", "1"), ("title taken taken", 0.0), ("title_open taken subject", 0.0), ("title subject", "1"), ("number title", "1"),
    ("taken", "0"), ("type taken", "1"), ("addressees taken", 0.0), ("addressees addressees", "1"), ("type subject addressees", 0.0),
    ("body number about date addressees", 2.0), ("about", "0"), ("body about", 2.0), ("number about type", "2"), ("type about", "1"),
    ("body number about subject_more", 2.0), ("body number letter_subject subject_more", 2.0), ("letter_subject", "0"),
    ("number letter_subject", 0.0),
    ("number date letter_subject", 0.0), ("date letter_subject", "1"), ("number body letter_subject", "2"),
    ("number letter_subject body", "2"),
    ("consolidated body type", 2.0), ("number consolidated", "1"), ("type consolidated", "1"), ("consolidated title", "1"),
    ("attached", "0"),
    ("type attached", 0.0), ("type subject attached subject_more", "3"), ("body number letter_subject attached", 2.0),
    ("urgency body urgency number urgency", 2.0), ("type urgency subject", 0.0), ("type subject urgency", "2"),
]  # fmt: skip


@pytest.mark.parametrize(("roles", "worth"), ORDERS)
def test_the_order_of_roles(roles: str, worth: float | str) -> None:
    state: State = NOTHING
    total = 0.0
    for place, role in enumerate(roles.split()):
        taken = step(state, role)  # type: ignore[arg-type]
        if taken is None:
            assert worth == str(place)
            return
        state, gained = taken
        total += gained
    assert total == pytest.approx(worth)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("-----", True), ("=====o0o=====", True), ("_____&_____", True), ("***", True), ("*", True), ("o0o", True), ("-- Bến --", False),
        ("---------- Bến ----------", True), ("Bến", False), ("12", False), ("- - -", True),
    ],
)  # fmt: skip
def test_a_ruled_line(text: str, rule: bool) -> None:
    assert bool(is_rule(text)) is rule


def roles(*lines: str) -> list[set[str]]:
    """The roles of each line at the top of a text."""
    paras = read_paragraphs(clean("\n\n".join(lines) + "\n"))
    cues = Cues(HeaderLines(paras, types_of(Register()), scanned=False))
    return [set(found) - {"noise"} for found in cues.points(0, len(paras), LinesSoFar(), loose=True)]


LINES = [
    # one line, alone at the top: the roles that it may play
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "nation"), ("Độc lập - Tự do - Hạnh phúc", "nation"), ("ĐẢNG CỘNG SẢN VIỆT NAM", "nation"),
    ("NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "nation"), ("Kính gửi: Các xã", "addressees"), ("Số: 12/KH-UBND", "number"),
    ("Số 12-KH/TU", "number"),
    ("Luật số: 12/2031/QH20", "number"),
    ("Sông Mơ, ngày 05 tháng 3 năm 2031", "date"),
    ("Sông Mơ, 05/3/2031", "date"), ("ngày 05 tháng 3 năm 2031", "date"), ("ỦY BAN NHÂN DÂN TỈNH SÔNG MƠ", "body"), ("SỞ BẾN BÃI", "body"),
    ("KẾ HOẠCH", "type"), ("KẾ HOẠCH GIỮ BẾN", "type_on"), ("KẾT LUẬN CỦA BỘ CHÍNH TRỊ", "type_on_open"),
    ("HỎA TỐC", "urgency"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "role"), LINES)
def test_the_roles_of_one_line(line: str, role: str) -> None:
    (found,) = roles(line)
    assert role in found


BESIDE = [
    # lines parted by |, the number of one of them, a role that it may play, one that it may not
    ("Số:|12/KH-UBND", 0, "number_head", "date"), ("Số:|12/KH-UBND", 1, "number_tail", "number"), ("Số:|Giữ bến", 0, "", "number_head"),
    ("ỦY BAN NHÂN DÂN|TỈNH SÔNG MƠ", 1, "body_more", "type"), ("KẾ HOẠCH|Giữ bến", 1, "subject", "body"),
    ("KẾ HOẠCH|GIỮ BẾN", 1, "subject", "type"),
    ("KẾ HOẠCH|Giữ bến|Năm 2031", 2, "subject", "type"), ("Số: 12/SBB-VP|V/v giữ bến", 1, "about", "nation"),
    ("VĂN BẢN HỢP NHẤT LUẬT BẾN BÃI", 0, "consolidated", "type_on"), ("KẾ HOẠCH GIỮ BẾN", 0, "type_on", "consolidated"),
    ("VĂN BẢN HỢP NHẤT", 0, "consolidated", "type_on"), ("KẾ HOẠCH", 0, "type", "consolidated"),
    ("KẾT LUẬN|CỦA BỘ CHÍNH TRỊ|về giữ bến", 1, "issuing", "nation"), ("KẾ HOẠCH|Căn cứ Luật Bến bãi;", 1, "", "subject"),
    ("QUY CHẾ|Giữ bến|(Ban hành kèm theo Quyết định số 5/QĐ-UBND)", 2, "attached", "subject_more"),
    ("KẾ HOẠCH|SỐ 6/2031/KH-UBND NGÀY 02 THÁNG 4 NĂM 2031 VỀ GIỮ BẾN", 1, "rest", "date"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "at", "may", "never"), BESIDE)
def test_the_roles_of_a_line_below_others(lines: str, at: int, may: str, never: str) -> None:
    found = roles(*lines.split("|"))
    mine = found[at] if at < len(found) else set()
    assert may in mine or not may
    assert never not in mine
