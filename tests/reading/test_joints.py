"""Two lines of a wrapped text, one above the other: whether the lower one goes on the paragraph. Each row is a shape of real pages."""

from __future__ import annotations

import pytest

from build_tools.model.reading import Style
from build_tools.normalise.lines import Line
from build_tools.normalise.reflow import Profile, joint, profile

from .reading_helpers import line

PAGE = Profile(80, blank_breaks=True, indented=False)
"""Full lines are 80 characters wide, blank lines part paragraphs."""
SPACED = Profile(80, blank_breaks=False, indented=False)
"""A blank line after every line means nothing."""
INDENTED = Profile(80, blank_breaks=True, indented=True)
WHOLE = Profile(0, blank_breaks=True, indented=False)
"""Lines are paragraphs."""
SOFT = Profile(0, blank_breaks=True, indented=False, soft=True)
"""Markdown: the end of a line says nothing."""
SOFT_PAGE = Profile(80, blank_breaks=True, indented=False, soft=True)
FULL = "Các chi bộ vùng cao của huyện Đá Bạc tiếp tục giữ gìn nguồn nước sạch cho bà con"
"""A full line, unfinished."""
ENDED = FULL[:76] + " ạ."


def how(last: str, text: str, layout: Profile = PAGE, gap: int = 0, paragraph: str | None = None, indents: tuple[int, int] = (0, 0)) -> str:
    above, below = indents
    return joint(last if paragraph is None else paragraph, line(last, above), line(text, below, gap), gap, layout)


CUT_HEADERS = [
    ("Số:", "12-KH/TU", "blank"), ("Số", "12-KH/TU", "blank"), ("Số :", "12-KH/TU", "blank"), ("Số:", "KH", "break"),
    *((act, f"{said}: 12/2031/QH20", "blank") for act in ("Luật", "Bộ luật", "Pháp lệnh", "Sắc lệnh", "Lệnh") for said in ("số", "Số")),
    ("Kế hoạch", "Số: 12/2031/QH20", "break"), ("Luật", "Số: 12/2031/QH20", "blank"), ("Nghị quyết", "số: 12/2031/QH20", "blank"),
    ("Thành phố Bến", "Lim, ngày 05 tháng 3 năm 2031", "blank"), ("Bến", "Lim, ngày 05 tháng 3 năm 2031", "blank"),
    ("THÀNH", "Lim, ngày 05 tháng 3 năm 2031", "break"), ("của thành", "Lim, ngày 05 tháng 3 năm 2031", "break"),
    ("Điều 5.", "Giữ bến", "blank"), ("Điều 5.", "Điều 6. Giữ đò", "break"), ("Chương", "II", "blank"), ("Mục", "3", "blank"),
    ("Phần", "V", "blank"), ("Phụ lục", "IV", "blank"), ("PHỤ LỤC", "Ban hành kèm theo", "break"),
    ("CỘNG HÒA XÃ HỘI", "CHỦ NGHĨA VIỆT NAM", "blank"), ("ĐẢNG CỘNG SẢN", "VIỆT NAM", "blank"), ("CỘNG HÒA XÃ HỘI", "Chủ nghĩa", "break"),
    ("CỘNG TÁC VIÊN CÁC XÃ VÙNG CAO HUYỆN ĐÁ BẠC;", "GIỮ BẾN ĐÒ", "break"),
    ("ĐẢNG CỘNG SẢN VIỆT NAM", "TỈNH ỦY SÔNG MƠ", "break"), ("QUỐC", "HỘI", "blank"), ("QUỐC", "GIA", "blank"),
]  # fmt: skip


@pytest.mark.parametrize(("last", "text", "wanted"), CUT_HEADERS)
def test_what_a_narrow_column_cuts(last: str, text: str, wanted: str) -> None:
    assert how(last, text) == wanted


STARTS = [
    # what begins a paragraph whatever stands above it, beside words that only look so
    (FULL, "Phần thứ hai", "break"), (FULL, "Phần lớn bà con đã có nước", "blank"), (FULL, "Chương II", "break"),
    (FULL, "Chương trình này", "blank"), (FULL, "Mục 3", "break"), (FULL, "Mục 3, khoản 2 của Quy chế", "blank"),
    (FULL, "Tiểu mục 2", "break"), (FULL, "Điều 5. Giữ bến", "break"), (FULL, "Điều 5: Giữ bến", "break"), (FULL, "Điều 5", "break"),
    (FULL, "Điều 5 của Quy chế này", "blank"), (ENDED, "Điều 5 Giữ bến", "break"), (FULL, "Điều 5 Giữ bến", "blank"),
    (ENDED, "Điều 5 Quy chế này nói về", "blank"), (FULL, "Điều 5a. Giữ bến", "break"), (FULL, "Độc lập - Tự do - Hạnh phúc", "break"),
    (FULL, "Kính gửi: Các xã", "break"), (FULL, "Nơi nhận:", "break"), (FULL, "Luật số: 12/2031/QH20", "break"),
    (FULL, "Số 743-CV/TU", "break"), (FULL, "Số hộ có nước", "blank"),
    (FULL, "T/M BAN THƯỜNG VỤ", "break"), (FULL, "KT. CHỦ TỊCH", "break"),
    (FULL, "Phụ lục số II", "break"), (FULL, "Phụ lục của Quy chế", "blank"), (FULL, "Mẫu số 2", "break"),
    (FULL, "Sông Mơ, ngày 05 tháng 3 năm 2031", "break"), (FULL, "…, ngày … tháng … năm …", "break"), (FULL, "(Đã ký)", "break"),
    (FULL, "(kèm theo Quyết định số 5-QĐ/TU)", "break"), (FULL, "(kể cả bến đò)", "blank"),
    # the line above asks for what the lower one begins with
    ("theo quy định tại khoản 1 và", "Điều 5. Giữ bến", "blank"), ("theo quy định tại", "Chương II", "blank"),
    ("VÀ", "Điều 5. Giữ bến", "break"), ("theo quy định tại", "Nơi nhận:", "break"),
    # bullets
    (ENDED, "- Giữ bến đò", "break"), (FULL, "- Giữ bến đò", "break"), (FULL, "- xã hội của huyện", "blank"),
    (ENDED, "- xã hội của", "break"),
    ("Gồm các việc sau,", "- giữ bến đò", "break"), ("Nơi nhận:", "- như trên;", "break"), (FULL, "+ giữ bến đò", "break"),
    (FULL, "• giữ bến đò", "break"), (FULL, "-", "blank"),
    # numbers
    (FULL, "II- NHIỆM VỤ", "break"), (FULL, "1. Giữ bến đò", "break"), (FULL, "1.2. Giữ bến đò", "break"), (FULL, "2.1 Về bến đò", "break"),
    (FULL, "2.1 ha đất bãi", "blank"), (FULL, "b) giữ bến", "break"), (FULL, "b. Giữ bến", "break"), (FULL, "b. giữ bến", "blank"),
    (FULL, "A. NHIỆM VỤ", "break"), (FULL, "12 hộ đã có nước", "blank"), (FULL, "3 - Giữ bến đò", "break"),
    ("theo quy định tại khoản", "2. Điều này áp dụng", "blank"), ("của Hội đồng nhân dân", "b) giữ bến", "break"),
    ("của Hội đồng nhân dân", "2. Giữ bến đò", "break"), ("Điều 3. Trưởng Ban", "1. Giữ bến đò", "break"),
    ("Điều 3. Lắp đặt thiết bị", "1. Giữ bến đò", "break"), ("Chuẩn bị thiết bị", "Điều 4. Giữ bến", "break"),
    ("thuộc thẩm quyền của Bộ", "2.1 ha đất bãi", "blank"), ("của Ban", "A. NHIỆM VỤ", "break"), ("theo điểm", "b) giữ bến", "blank"),
    # notes and brackets
    (ENDED, "(1) Giữ bến đò", "break"), (FULL, "(1) Giữ bến đò", "blank"), ("có các việc:", "(a) giữ bến đò", "break"),
    ("theo khoản,", "(a) giữ bến đò", "blank"), (ENDED, "¹ Xem thêm", "break"), (FULL, "¹ Xem thêm", "blank"),
    # recitals
    (FULL, "Căn cứ Luật Bến đò;", "break"), (FULL, "Theo đề nghị của Sở Bến bãi", "break"), (FULL, "căn cứ vào mực nước", "blank"),
    ("thực hiện nhiệm vụ của", "Căn cứ Luật Bến đò", "blank"), ("của Hội đồng nhân dân", "Căn cứ Luật Bến đò", "break"),
    ("VỀ GIỮ BẾN ĐÒ", "Căn cứ Luật Bến đò", "break"),
    # after a line that is a number and nothing else
    ("Số 12-KH/TU", "những việc cần làm ngay", "break"), ("Số 12-KH/TU của", "những việc cần làm ngay", "blank"),
]  # fmt: skip


@pytest.mark.parametrize(("last", "text", "wanted"), STARTS)
def test_what_begins_a_paragraph(last: str, text: str, wanted: str) -> None:
    assert how(last, text) == wanted


@pytest.mark.parametrize(
    ("last", "text", "wanted"),
    [
        ("theo Hướng dẫn số 06-", "HD/TW của Ban Bí thư", "glue"), ("theo Thông tư 14/2031/TT-", "BXYZ của Bộ", "glue"),
        ("theo Hướng dẫn số 06", "-HD/TW của Ban Bí thư", "glue"), ("theo Hướng dẫn số 06", "/ KH-UBND của tỉnh", "glue"),
        ("Số: 1/2031/TTLT-BBB-", "BCP-BĐN", "glue"), ("Số: 7/BC-", "BÁO CÁO", "break"),
        ("theo Nghị định số 5/", "2031/NĐ-CP", "glue"), ("theo Quyết định số 5/QĐ-", "UBND của tỉnh", "glue"),
        ("ở các bến Bắc -", "Nam của huyện", "blank"), ("từ năm 2030 -", "2031 đã giữ", "blank"), ("theo số 06-", "hd của ban", "blank"),
        ("theo số 5/", "2031 của Bộ", "blank"), ("theo kế hoạch A-", "Bến", "blank"), ("từ 5/", "3 đến nay", "blank"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("layout", [PAGE, WHOLE])
def test_a_symbol_cut_at_its_stroke_is_glued(last: str, text: str, wanted: str, layout: Profile) -> None:
    found = how(last, text, layout)
    assert found == wanted or (wanted == "blank" and found != "glue")


@pytest.mark.parametrize(
    ("last", "text", "above", "wanted"),
    [
        ("Tăng cường giữ bến", "Tổ chức lại các đò ngang", "BÁO CÁO", "blank"),
        ("Tăng cường giữ bến", "Tổ chức lại các đò ngang", "Báo cáo này", "break"),
        ("Tăng cường giữ bến", "Tổ chức lại các đò ngang", "", "break"),
        ("Tăng cường giữ bến.", "Tổ chức lại các đò ngang", "BÁO CÁO", "break"),
        ("Tăng cường giữ bến", "Tổ chức lại các đò ngang.", "BÁO CÁO", "break"),
        ("Tăng cường giữ bến", "TỔ CHỨC LẠI CÁC ĐÒ", "BÁO CÁO", "break"),
        ("Tăng cường giữ bến", "Tổ chức lại các đò ngang" * 6, "BÁO CÁO", "break"),
    ],
)
def test_a_title_below_its_type_goes_on_until_a_sentence_ends(last: str, text: str, above: str, wanted: str) -> None:
    assert joint(last, line(last), line(text), 0, WHOLE, above) == wanted


CAPITALS = [
    ("VỀ VIỆC GIỮ BẾN ĐÒ VÀ", "NGUỒN NƯỚC", None, "blank"), ("BÁO CÁO", "VỀ VIỆC GIỮ BẾN ĐÒ", None, "break"),
    ("VỀ VIỆC GIỮ BẾN ĐÒ", "BÁO CÁO", None, "break"), ("CỦA ỦY BAN KIỂM TRA VÀ", "BAN TỔ CHỨC", None, "blank"),
    ("HUYỆN ỦY ĐÁ BẠC", "ỦY BAN KIỂM TRA", None, "break"), ("BAN", "TỔ CHỨC", None, "blank"), ("QUY", "CHẾ", None, "blank"),
    ("GIỮ BẾN ĐÒ.", "GIỮ NGUỒN NƯỚC", None, "blank"), ("GIỮ BẾN ĐÒ;", "GIỮ NGUỒN NƯỚC", None, "break"),
    ("GIỮ “BẾN ĐÒ”", "CỦA HUYỆN", None, "blank"), ("GIỮ BẾN ĐÒ", "CỦA HUYỆN ĐÁ BẠC", None, "blank"),
    ("NGUỒN NƯỚC VÀ BẾN ĐÒ CỦA CÁC XÃ VÙNG CAO HUYỆN ĐÁ BẠC, CÙNG CÁC VIỆC KHÁC DO", "ỦY BAN NHÂN DÂN HUYỆN GIAO", None, "blank"),
    ("VỀ VIỆC GIỮ BẾN ĐÒ", "trong năm 2031", None, "break"), ("GIỮ BẾN ĐÒ,", "nguồn nước", None, "blank"),
    ("GIỮ BẾN ĐÒ (", "nguồn nước)", None, "blank"), ("ĐÁ BẠC", "đã giữ bến đò", "Các xã của huyện ĐÁ BẠC", "blank"),
    ("BÁO CÁO", "trong năm", "BÁO CÁO", "break"), ("Giữ bến đò", "BÁO CÁO", None, "break"), ("Giữ bến đò", "SÔNG MƠ", None, "break"),
    (FULL, "SÔNG MƠ", None, "blank"), (FULL, "ỦY BAN NHÂN DÂN HUYỆN", None, "break"), (ENDED, "SÔNG MƠ", None, "break"),
    ("của", "UBND", None, "blank"), ("giữ", "UBND", None, "break"), ("của", "SÔNG MƠ", None, "break"),
]  # fmt: skip


@pytest.mark.parametrize(("last", "text", "paragraph", "wanted"), CAPITALS)
def test_lines_in_capitals(last: str, text: str, paragraph: str | None, wanted: str) -> None:
    assert how(last, text, paragraph=paragraph) == wanted


RUNNING = [
    (FULL, "được uống nước sạch", {}, "blank"), (FULL, "Được uống nước sạch", {}, "blank"),
    ("Các bản đã có nước.", "Bà con rất vui", {}, "break"), ("Các bản đã có nước.", "bà con rất vui", {}, "blank"),
    (ENDED, "Bà con rất vui", {}, "blank"), (ENDED, "Bà con rất vui", {"layout": INDENTED}, "blank"),
    (ENDED, "Bà con rất vui", {"layout": INDENTED, "indents": (0, 3)}, "break"),
    ("Các bản sau đây:”", "Bản Mây", {}, "break"), ("Các bản vùng cao đã có nước “sạch”", "Bản Mây", {}, "break"),
    ("Các bản vùng cao đã có nước", "Bản Mây", {}, "blank"), ("Các bản vùng cao", "đã có nước", {}, "blank"),
    ("Điều 5. Giữ bến đò ở các xã", "Các xã giữ bến", {}, "break"), ("Điều 5. Giữ bến đò ở các xã của", "Đá Bạc giữ bến", {}, "blank"),
    ("1. Giữ bến đò ở các xã", "Các xã giữ bến", {}, "break"), ("Các việc: 1. Giữ bến đò", "Các xã giữ bến", {}, "blank"),
    ("1. Giữ bến đò và nguồn nước ở tất cả các xã vùng", "Các xã giữ bến", {}, "blank"),
    ("3. Luật", "Bến bãi số 5/2031/QH20 hết hiệu lực", {}, "blank"), ("4. Bãi bỏ Điều 5 của Luật", "Bến bãi số 5/2031/QH20", {}, "blank"),
    ("1. Giữ bến đò ở các xã", "Các xã giữ bến", {"indents": (0, 3)}, "break"),
    ("Điều 5. Giữ bến đò ở các xã", "Các xã giữ bến", {"layout": SOFT_PAGE}, "blank"),
    ("Điều 5. Giữ bến đò ở các xã", "các xã giữ bến", {}, "blank"), ("KẾ HOẠCH", "giữ bến đò", {}, "break"),
    (FULL, "Được uống", {"layout": INDENTED, "indents": (0, 3)}, "blank"),
]  # fmt: skip


@pytest.mark.parametrize(("last", "text", "given", "wanted"), RUNNING)
def test_running_text(last: str, text: str, given: dict[str, object], wanted: str) -> None:
    assert how(last, text, **given) == wanted  # type: ignore[arg-type]


GAPS = [
    # a blank line parts paragraphs, unless a full line plainly goes on below it
    (FULL, "được uống nước sạch", PAGE, 1, "blank"), (FULL, "được uống nước sạch", PAGE, 2, "blank"),
    (FULL, "được uống nước sạch", PAGE, 4, "blank"), (FULL, "Được uống nước sạch", PAGE, 1, "break"),
    (ENDED, "được uống nước sạch", PAGE, 1, "break"), ("Các bản vùng cao", "đã có nước", PAGE, 1, "break"),
    (FULL, "b) giữ bến đò", PAGE, 1, "break"), ("Số:", "12-KH/TU", PAGE, 1, "break"), ("I.", "Giữ bến đò", PAGE, 1, "break"),
    # where it means nothing, only the words count
    (FULL, "Được uống nước sạch", SPACED, 1, "blank"), ("Các bản đã có nước.", "Bà con rất vui", SPACED, 1, "break"),
    ("theo số 06-", "HD/TW", SPACED, 1, "glue"),
]  # fmt: skip


@pytest.mark.parametrize(("last", "text", "layout", "gap", "wanted"), GAPS)
def test_blank_lines(last: str, text: str, layout: Profile, gap: int, wanted: str) -> None:
    assert how(last, text, layout, gap) == wanted


WHOLE_LINES = [
    ("Bản Mây giữ rừng", "Bản Gió giữ suối", "break"), ("Bản Mây giữ rừng", "và giữ suối", "blank"),
    ("Bản Mây giữ rừng.", "và giữ suối", "break"),
    ("Bản Mây giữ rừng của", "Đá Bạc", "blank"), ("GIỮ RỪNG", "và giữ suối", "break"), ("KẾ HOẠCH", "GIỮ RỪNG ĐẦU NGUỒN", "break"),
    ("GIỮ RỪNG", "ĐẦU NGUỒN", "blank"), ("GIỮ RỪNG", "ỦY BAN NHÂN DÂN", "break"), ("Độc lập - Tự do - Hạnh phúc", "của huyện", "break"),
    ("Bản Mây giữ rừng của", "1. Giữ suối", "blank"), ("Điều 3. Trưởng Ban", "1. Giữ suối", "break"),
    ("Bản Mây giữ rừng", "1. Giữ suối", "break"), (FULL, "Được uống nước", "break"),
    # a comma and a noun that only looks as if it asked end a paragraph before the next number; words that do ask do not
    ("a) Cơ quan giữ bến,", "b) Cơ quan giữ đò;", "break"), ("1. Tuyển công an nhân dân", "2. Tuyển người giữ bến", "break"),
    ("theo điểm này,", "Điều 6. Giữ bến", "break"), ("theo điểm này,", "Điều 6 của Quy chế", "blank"),
    ("theo khoản", "2. Bến đò", "blank"), ("theo khoản này và", "b) Bến đò", "blank"), ("BIỂU QUÝ, NĂM", "2. Nội dung biểu", "break"),
    ("Quý, năm", "2. Nội dung biểu", "break"), ("trong tháng", "2. Từ nay", "blank"),
    ("II. Hạn chế, tồn tại", "1. Bến đò chưa sạch", "break"), ("Điều 4. Thay thế một số cụm từ", "1. Thay thế chữ", "break"),
    ("Điều 7. Bến đò nước ngoài", "a) Bến đò", "break"), ("theo quy định tại", "1. Bến đò", "blank"),
    ("Điều 7", "Danh hiệu thi đua gồm:", "break"), ("Điều 7", "của Quy chế", "blank"),
    ("VỀ BẾN BÃI VÀ ĐÒ NGANG", "Điều", "break"), ("về bến bãi và", "Điều", "blank"),
]  # fmt: skip


@pytest.mark.parametrize(("last", "text", "wanted"), WHOLE_LINES)
def test_lines_that_are_paragraphs(last: str, text: str, wanted: str) -> None:
    assert how(last, text, WHOLE) == wanted
    assert how(last, text, WHOLE, gap=1) == "break"


def test_in_markdown_a_long_line_that_does_not_end_goes_on() -> None:
    assert how(FULL, "Được uống nước", SOFT) == "blank"
    assert how(FULL[:40].rstrip(), "Được uống nước", SOFT) == "break"
    assert how(ENDED, "Được uống nước", SOFT) == "break"
    assert how(FULL, "SÔNG MƠ", SOFT) == "break"


@pytest.mark.parametrize(
    ("label", "text", "wanted"),
    [
        ("I.", "Giữ bến đò", "blank"), ("2.1.", "Giữ bến đò", "blank"), ("b)", "giữ bến", "blank"), ("1.", "2. Giữ bến đò", "break"),
        ("IV.", "Nơi nhận:", "break"),
    ],
)  # fmt: skip
def test_a_number_alone_on_its_line(label: str, text: str, wanted: str) -> None:
    assert how(label, text) == wanted
    assert how(label, text, WHOLE) == wanted
    assert how(label, "Giữ bến đò", paragraph=f"theo quy định tại khoản {label}") in ("blank", "break")


def test_a_title_goes_on_where_its_words_ask_for_more_although_a_body_stands_below() -> None:
    for end in (" VÀ", " VỀ", " CỦA", " VIỆC", " CÁC", " CHO", " VỚI", " TẠI", ","):
        assert how(f"GIỮ BẾN{end}", "ỦY BAN NHÂN DÂN XÃ") == "blank"
        assert how(f"GIỮ BẾN{end}", "QUYẾT ĐỊNH") == "break"
    assert how("GIỮ BẾN", "ỦY BAN NHÂN DÂN XÃ") == "break"
    for head in ("BAN", "QUY", "BAN HÀNH"):
        assert how(head, "ỦY BAN NHÂN DÂN XÃ") == "blank"


def test_a_provision_below_a_comma_where_lines_are_paragraphs() -> None:
    assert how("Căn cứ các bến đò,", "Điều 5. Giữ bến", WHOLE) == "break"
    assert how("Căn cứ các bến đò,", "2. Giữ bến", WHOLE) == "break"
    assert how("Căn cứ các bến đò,", "Điều này nói về bến", WHOLE) == "blank"
    assert how("Căn cứ theo khoản", "2. Giữ bến", WHOLE) == "blank"


def test_a_first_line_is_set_in_by_three_places_and_is_no_short_line() -> None:
    assert joint(ENDED, line(ENDED), line(FULL[:60], indent=3), 0, INDENTED) == "break"
    assert joint(ENDED, line(ENDED), line(FULL[:60], indent=2), 0, INDENTED) == "blank"
    assert joint(ENDED, line(ENDED), line("được uống nước sạch", indent=30), 0, INDENTED) == "break"
    assert joint(ENDED, line(ENDED), line("được uống nước", indent=3), 0, INDENTED) == "break"


def test_lines_of_different_places_never_join() -> None:
    def joined(one: Line, other: Line) -> bool:
        return joint(one.text, one, other, 0, PAGE) != "break"

    assert joined(line(FULL), line("được uống nước"))
    assert not joined(line(FULL, wrapped=False), line("được uống nước"))
    assert not joined(line(FULL), line("được uống nước", wrapped=False))
    assert not joined(line(FULL), line("được uống nước", style=Style(column=1)))
    assert joined(line(FULL, note=True), line("được uống nước", note=True))
    assert not joined(line(FULL), line("được uống nước", style=Style(heading=2)))
    assert joined(line(FULL, style=Style(heading=2)), line("được uống nước", style=Style(heading=2)))


def test_the_layout_is_measured() -> None:
    full, short = line(FULL), line("Bản Mây.")
    assert profile([full] * 9 + [short]) == Profile(80, blank_breaks=True, indented=False)
    assert profile([]) == Profile(0, blank_breaks=True, indented=False)
    assert profile([line(FULL, wrapped=False)] * 3) == Profile(0, blank_breaks=True, indented=False)
    assert profile([full] * 3, soft=True).soft
    long = line(FULL + " " + FULL)
    assert profile([full] * 4 + [long]).wrap == 161
    assert profile([full] * 2 + [long]).wrap == 0
    assert profile([full] * 9 + [long] * 2).wrap == 161
    furniture = line(FULL + " " + FULL)
    furniture.furniture = True
    assert profile([full] * 2 + [furniture]).wrap == 80


def test_blank_lines_that_cut_sentences_part_nothing() -> None:
    goes_on, begins = line("được " + FULL[5:], gap=1), line(FULL, gap=1)
    assert not profile([line(FULL), *[goes_on] * 5, *[begins] * 5]).blank_breaks
    assert profile([line(FULL), *[goes_on] * 4, *[begins] * 6]).blank_breaks
    assert profile([line(FULL), *[line("được " + FULL[5:])] * 5]).blank_breaks  # no blank lines at all
    after_short = [line("Bản Mây", gap=1), goes_on] * 5
    assert profile([line(FULL), *after_short]).blank_breaks  # below a short line a blank one says nothing of cutting
    ended = [line(ENDED, gap=1), goes_on] * 5
    assert profile(ended).blank_breaks
    foot = line("trang 5", gap=1, furniture=True)
    assert profile([line(FULL), *[line(FULL), foot] * 5]).blank_breaks  # the end of a page is no blank line
    assert profile([line(FULL), *[foot, goes_on] * 5]).blank_breaks


def test_first_lines_that_are_set_in() -> None:
    flush, set_in = line(FULL), line(FULL[3:], indent=3)
    assert profile([flush] * 9 + [set_in]).indented
    assert not profile([flush] * 12 + [set_in]).indented  # too few
    assert not profile([flush] * 2 + [set_in] * 6).indented  # the page itself is set in
    assert not profile([set_in] * 4).indented
    assert not profile([flush] * 9 + [line(FULL[2:], indent=2)]).indented
    assert not profile([flush] * 9 + [line("Bản Mây", indent=3)]).indented  # not a full line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.1- Mở bến mới", "break"), ("2.1.3 – Mở bến mới", "break"), ("2- Mở bến mới", "break"),
        ("1.1- mở bến mới", "blank"), ("1.1-2 km đường bến", "blank"),
    ],
)  # fmt: skip
def test_a_provision_numbered_with_a_stroke_begins_below_a_heading(text: str, expected: str) -> None:
    assert how("1. Quy trình, thủ tục mở bến", text) == expected


@pytest.mark.parametrize(
    ("last", "text", "paragraph", "wanted"),
    [
        # a section's name in capitals goes on, its label in small letters before it or not; nothing else goes on with it
        ("Mục 1: QUY ĐỊNH", "CHUNG VỀ GIỮ BẾN", None, "blank"), ("Mục 3. BẾN", "BÃI VEN SÔNG", None, "blank"),
        ("Chương II - GIỮ", "BẾN", None, "blank"), ("Mục 1: Quy định", "CHUNG VỀ GIỮ BẾN", None, "break"),
        ("GIỮ BẾN ĐÒ", "Điều 34.Giữ đò", "Mục 4: VIỆC GIỮ BẾN ĐÒ", "break"),
        ("GIỮ BẾN ĐÒ", "Các xã giữ đò", "Mục 4: VIỆC GIỮ BẾN ĐÒ", "break"),
        ("Mục 1: QUY ĐỊNH", "Điều 5. Giữ bến", None, "break"),
        # an article's name may end with a word that asks for more: the first clause does not give it
        ("Điều 15. Giữ thông tin số", "1. Các bến giữ số.", None, "break"),
        ("Điều 15.Sổ của Công an nhân dân", "1.Các bến giữ sổ.", None, "break"),
        ("Điều 15. Giữ bến", "1.", None, "break"), ("Điều 15. Giữ bến theo khoản", "1.", None, "break"),
        ("Điều 15. Giữ thông tin số", "2. Các bến giữ số.", None, "blank"), ("Điều 15. Bến giữ sổ; tại khoản", "1. Bến", None, "blank"),
        ("theo Điều 15 và khoản", "1. Bến", None, "blank"), ("Điều 15. Giữ thông tin số", "1 bến", None, "blank"),
    ],
)  # fmt: skip
def test_names_of_sections_and_articles(last: str, text: str, paragraph: str | None, wanted: str) -> None:
    assert how(last, text, paragraph=paragraph) == wanted


OPENINGS = [
    # below a subject, the body that speaks begins the text; its letters alone stand in the middle of sentences too
    ("Về việc tập trung giữ bến đò", "THỦ TƯỚNG CHÍNH PHỦ yêu cầu:", PAGE, "break"),
    ("Về việc tập trung giữ bến đò", "UBND tỉnh yêu cầu:", PAGE, "blank"),
    (FULL, "THỦ TƯỚNG CHÍNH PHỦ yêu cầu:", PAGE, "blank"),
    # the act, without a colon, below the last recital
    ("Xét đề nghị của tổ văn phòng,", "QUYẾT ĐỊNH", WHOLE, "break"), ("Xét đề nghị của tổ văn phòng,", "QUYẾT ĐỊNH", PAGE, "break"),
    ("VỀ VIỆC BAN HÀNH", "QUY CHẾ", WHOLE, "break"),
    # a unit named by its letters and level, below the association it belongs to
    ("HỘI NÔNG DÂN VIỆT NAM", "BCH XÃ ĐÁ BẠC", PAGE, "break"), ("HỘI NÔNG DÂN VIỆT NAM", "BCH LÂM THỜI", PAGE, "blank"),
    ("KẾ HOẠCH PHÁT TRIỂN", "KTXH XÃ ĐÁ BẠC", PAGE, "blank"),
]  # fmt: skip


NOUNS = [
    # a word that asks for a number or letter asks for no word with a capital: there it ends a noun
    ("2. Hạn chế, khuyết điểm", "Còn 03 chi bộ chưa có bến.", WHOLE, "break"), ("theo điểm", "a khoản 2 Điều 5", WHOLE, "blank"),
    ("Quy định về chuyển đổi số", "Căn cứ Luật Bến bãi;", WHOLE, "break"), ("Quy định về chuyển đổi số", "Điều 1. Giữ bến", PAGE, "break"),
    ("Quy định về chuyển đổi số", "Căn cứ Luật Bến bãi;", PAGE, "break"), ("theo Quyết định số", "5/QĐ-UBND của xã", WHOLE, "blank"),
    ("bến của", "Ủy ban nhân dân xã", WHOLE, "blank"), ("kể từ ngày", "Luật này có hiệu lực", WHOLE, "blank"),
    ("tại khoản", "I mục 2", WHOLE, "blank"),
    # a heading numbered as the Party numbers
    ("1- Công tác tuyên truyền", "Ban Tuyên giáo mở lớp ở các bản xa.", PAGE, "break"),
]  # fmt: skip


@pytest.mark.parametrize(("last", "text", "layout", "wanted"), NOUNS)
def test_a_noun_ends_like_a_word_that_asks_for_a_number(last: str, text: str, layout: Profile, wanted: str) -> None:
    assert how(last, text, layout) == wanted


BELOW_A_TYPE = [
    # a subject of one line, and the paragraph below it: a whole sentence, or longer than a line of a title
    ("Kết luận tại cuộc họp về bến đò", "Hôm nay, ngày 04/7/2030, tại bến Đá Bạc.", "break"),
    ("Kết luận tại cuộc họp về bến đò", f"Ngày 12/5/2030 {FULL[:78]}", "break"),
    ("Kết luận tại cuộc họp về bến đò", "Của các xã vùng cao huyện Đá Bạc", "blank"),
    ("Kết luận tại cuộc họp về bến đò của", "Hội nghị các xã vùng cao.", "blank"),
    # a line that leaves no room may go on, but no title goes on with a line as long as a paragraph
    (FULL[:60], "Hội nghị các xã vùng cao.", "blank"), (FULL[:60], f"Ngày 12/5/2030, {FULL}, {FULL}", "break"),
    (FULL[:60], f"ngày 12/5/2030, {FULL}, {FULL}", "blank"),
]  # fmt: skip


@pytest.mark.parametrize(("last", "text", "wanted"), BELOW_A_TYPE)
def test_a_subject_ends_before_a_line_that_is_no_more_of_a_title(last: str, text: str, wanted: str) -> None:
    assert joint(last, line(last, 0), line(text, 0), 0, PAGE, above="THÔNG BÁO") == wanted


@pytest.mark.parametrize(("last", "text", "layout", "wanted"), OPENINGS)
def test_a_body_or_an_act_that_opens_what_follows(last: str, text: str, layout: Profile, wanted: str) -> None:
    assert how(last, text, layout) == wanted
