"""Copies whose line ends a converter lost, or whose letterhead a portal left out. All texts are ours."""

from __future__ import annotations

import pytest

from build_tools.read.plain.lines import parted

from .reading_helpers import paragraphs, read

PARTED = [
    ("CHI CỤC BẾN___ Số: 5/QĐ-CCB | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAMĐộc lập – Tự do – Hạnh phúc___ Mơ, ngày 5 tháng 3 năm 2031|",
     ["CHI CỤC BẾN", "Số: 5/QĐ-CCB", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự do – Hạnh phúc", "Mơ, ngày 5 tháng 3 năm 2031"]),
    ("SỞ BẾN BÃI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc--- Sông Mơ, ngày 5 tháng 3 năm 2031",
     ["SỞ BẾN BÃI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM ", "Độc lập - Tự do - Hạnh phúc", "Sông Mơ, ngày 5 tháng 3 năm 2031"]),
    ("- Các xã; - Lưu: VT. | TM. BAN GIỮ BẾNKT. TRƯỞNG BANPHÓ TRƯỞNG BAN(Đã ký)Lò Văn Mẫu |",
     ["- Các xã; - Lưu: VT.", "TM. BAN GIỮ BẾN", "KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "(Đã ký)", "Lò Văn Mẫu"]),
    # no bar, no name of the nation beside a bar, no signature
    ("Số: 5/QĐ-CCB của chi cục", ["Số: 5/QĐ-CCB của chi cục"]),
    ("Bến nhỏ____ Số: 5 | Bến to", ["Bến nhỏ____ Số: 5 | Bến to"]),
    ("TM. BAN GIỮ BẾN", ["TM. BAN GIỮ BẾN"]),
    ("Các xã trình KT. Trưởng ban | bến", ["Các xã trình KT. Trưởng ban | bến"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "wanted"), PARTED)
def test_lines_of_a_letterhead_or_signature_that_were_run_together_are_parted(line: str, wanted: list[str]) -> None:
    assert [line[start:end] for start, end in parted(line, 0, len(line))] == wanted


RUN = PARTED[0][0]
SIGNING = "- Các xã. | TM. BAN GIỮ BẾNCHỦ TỊCH(Đã ký)Lò Văn Mẫu |"


def test_a_letterhead_in_one_line_states_issuer_number_and_day() -> None:
    source = f"{RUN}\n\n**QUYẾT ĐỊNH**\n\n**Về việc giữ bến**\n\nĐiều 1. Giữ bến.\n\nĐiều 2. Giữ đò.\n\n{SIGNING}\n"
    header = read(source, "md").header
    assert (header.issuer, header.number, header.date, header.place) == ("Chi cục Bến", "5/QĐ-CCB", "2031-03-05", "Mơ")
    assert (header.signature.signer, header.signature.title, header.signature.authority) == ("Lò Văn Mẫu", "Chủ tịch", "TM. Ban Giữ bến")


EMPHASIS = [
    ("**V****ề việc s****ắp đò**", ["Về việc sắp đò"]),
    ("**Giữ ****2****. Bến**", ["Giữ 2. Bến"]),
    ("**Giữ** **bến** Đá Bạc* (thực hiện Chỉ thị 5)*", ["Giữ bến Đá Bạc (thực hiện Chỉ thị 5)"]),
    ("**Giữ** **bến** Đá Bạc* (thực hiện Chỉ thị 5)", ["Giữ bến Đá Bạc* (thực hiện Chỉ thị 5)"]),
    ("**BẾN SÔNG****giữ đò**", ["BẾN SÔNG", "giữ đò"]),
]


@pytest.mark.parametrize(("line", "wanted"), EMPHASIS)
def test_emphasis_that_changes_inside_a_word_ends_no_line(line: str, wanted: list[str]) -> None:
    assert paragraphs(f"{line}\n\nCác xã **giữ** bến.\n", "md")[:-1] == wanted


TITLE = "NGHỊ QUYẾT\n\nVề việc giữ bến\n\n"
RECITED = [
    ("QUỐC HỘI\n\nCăn cứ Hiến pháp;\n\n", "Quốc hội", None),
    ("-----\n\nHỘI ĐỒNG NHÂN DÂN TỈNH SÔNG MƠ\n\nCăn cứ Luật Bến bãi;\n\n", "Hội đồng nhân dân tỉnh Sông Mơ", None),
    ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÔNG MƠ\n\nCăn cứ Luật Bến bãi;\n\n", "Ủy ban nhân dân tỉnh Sông Mơ",
     "Chủ tịch Ủy ban nhân dân tỉnh Sông Mơ"),
    # no recital below, no body, in small letters
    ("QUỐC HỘI\n\nCác xã giữ bến.\n\n", None, None),
    ("GIỮ BẾN ĐÒ\n\nCăn cứ Luật Bến bãi;\n\n", None, None),
    ("Quốc hội\n\nCăn cứ Luật Bến bãi;\n\n", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "issuer", "acting"), RECITED)
def test_the_body_above_the_recitals_issues_a_text_without_a_letterhead(lines: str, issuer: str | None, acting: str | None) -> None:
    header = read(f"{TITLE}{lines}QUYẾT NGHỊ:\n\nĐiều 1. Giữ bến.\n\nĐiều 2. Giữ đò.\n").header
    assert (header.issuer, header.issuing_body) == (issuer, acting)


ADDRESSED = "Kính gửi: Các xã vùng sông\n\nSở Bến bãi đề nghị các xã giữ bến.\n\n"
SIGNED = "Nơi nhận:\n\n- Như trên;\n\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nLò Văn Mẫu\n"


def test_a_letter_whose_letterhead_was_left_out_is_a_document_of_the_type_it_calls_itself() -> None:
    letter = read(f"{ADDRESSED}Công văn này được gửi tới các xã.\n\n{SIGNED}")
    assert (letter.is_document, letter.header.type, letter.header.subject) == (True, "Công văn", None)
    unnamed = read(ADDRESSED + SIGNED)
    assert (unnamed.is_document, unnamed.header.type, unnamed.header.number) == (True, None, None)
    assert not read(f"{ADDRESSED}GIÁM ĐỐC\n\nLò Văn Mẫu\n").is_document
    assert not read("Sở Bến bãi đề nghị các xã giữ bến.\n\n" + SIGNED).is_document


COPIED = "Luật này được Quốc hội thông qua ngày 17 tháng 6 năm 2031.\n\nCHỦ TỊCH QUỐC HỘI\n\nĐã ký: Lò Văn Mẫu\n\n"
COPY = "VĂN PHÒNG GIỮ BẾN\n{}\nSông Mơ, ngày 28 tháng 6 năm 2031\nSố: 05/SY-VPGB\nCHÁNH VĂN PHÒNG\n(Đã ký)\nTrần Thị Khác\n"
ARTICLES = "Điều 1. Giữ bến\n\n1. Giữ bến.\n\nĐiều 2. Giữ đò\n\n1. Luật này giữ đò.\n\n"


def test_the_letterhead_of_who_copied_a_text_below_it_is_not_its_own() -> None:
    header = read(f"PHẦN MỞ ĐẦU\n\n{ARTICLES}{COPIED}{COPY.format('SAO Y BẢN CHÍNH')}").header
    assert (header.type, header.number, header.issuer, header.date, header.subject) == ("Luật", None, None, "2031-06-17", None)
    assert (header.signature.signer, header.signature.title) == ("Lò Văn Mẫu", "Chủ tịch quốc hội")


TITLES = [
    ("KẾ HOẠCH\n\nGIỮ BẾN ĐÒ GIAI ĐOẠN\n2031 - 2035\n\n", "Giữ bến đò giai đoạn 2031 - 2035"),
    ("KẾ HOẠCH\n\nGIỮ BẾN ĐÒ\n\nTheo đề nghị của: Hợp tác xã Đò dọc\n\nSông Mơ\n\n", "Giữ bến đò"),
    ("KẾ HOẠCH\n\nGIỮ BẾN ĐÒ\n\n2 bến đầu tiên của xã giữ nếp nhà bè.\n\n", "Giữ bến đò"),
]


@pytest.mark.parametrize(("title", "subject"), TITLES)
def test_years_alone_go_on_with_a_subject_and_what_says_at_whose_request_does_not(title: str, subject: str) -> None:
    head = "SỞ BẾN BÃI\n\nSố: 12/KH-SBB\n\nSông Mơ, ngày 02 tháng 4 năm 2031\n\n"
    assert read(f"{head}{title}Căn cứ Luật Bến bãi;\n\n1. Giữ bến.\n\n2. Giữ đò.\n", "md").header.subject == subject


LETTER = "CỤC ĐÒ DỌC\n\nSố: 568/CT-CS\n\n{}Sông Mơ, ngày 02 tháng 4 năm 2031\n\n{}Kính gửi: Các xã\n\nCục Đò dọc trả lời các xã.\n\n"


def test_what_stands_below_a_number_with_v_v_is_a_letter_whatever_its_letters_say() -> None:
    assert read(LETTER.format("V/v thuế bến đò\n\n", "") + SIGNED).header.type == "Công văn"
    assert read(LETTER.format("", "") + SIGNED).header.type == "Chỉ thị"
    assert read(LETTER.format("", "BÁO CÁO\n\nVề bến đò\n\n") + SIGNED).header.type == "Báo cáo"


CAPTION = "(Kèm theo Công văn số 638/BBB-KH ngày 25/11/2031 của {})"


@pytest.mark.parametrize(
    ("issuer", "wanted"),
    [("Bộ Văn hóa, Thể thao và Du lịch", "Bộ Văn hóa, Thể thao và Du lịch"), ("Bộ Bến bãi, Bộ Đò dọc và Kè", "Bộ Bến bãi"),
     ("Bộ Bến bãi, các xã và thôn", "Bộ Bến bãi")],
)  # fmt: skip
def test_a_comma_inside_a_bodys_name_does_not_end_it_in_a_caption(issuer: str, wanted: str) -> None:
    letter = f"{ADDRESSED}Công văn này được gửi tới các xã.\n\n{SIGNED}\nPHỤ LỤC\n\n{CAPTION.format(issuer)}\n\n1. Bến.\n"
    assert read(letter).header.issuer == wanted


def test_two_authorities_in_one_line_are_parted_by_a_comma() -> None:
    body = "KẾ HOẠCH\n\nGiữ bến\n\nSố: 12/KH-UBND\n\n1. Giữ bến.\n\n2. Giữ đò.\n\n"
    source = f"{body}TM. ỦY BAN NHÂN DÂN   KT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n\nLò Văn Mẫu\n"
    assert read(source).header.signature.authority == "TM. Ủy ban nhân dân, KT. Chủ tịch"


def test_a_name_above_an_appendix_with_a_colon_is_who_signs() -> None:
    lines = paragraphs("Các bến giữ nếp nhà bè.\nGIÁM ĐỐC\n  Lò Văn Mẫu\n  Phụ lục: DANH SÁCH BẾN\nCác bến giữ nếp.\n")
    assert lines[2:] == ["Lò Văn Mẫu", "Phụ lục: DANH SÁCH BẾN Các bến giữ nếp."]


@pytest.mark.parametrize(("day", "date"), [("ngày24tháng 01 năm 2031", "2031-01-24"), ("ngày 24tháng 1 năm 2031", "2031-01-24"),
                                            ("ngàymai tháng 01 năm 2031", None)])  # fmt: skip
def test_a_day_that_lost_the_blanks_around_it_is_read(day: str, date: str | None) -> None:
    head = f"SỞ BẾN BÃI\n\nSố: 12/KH-SBB\n\nSông Mơ, {day}\n\nKẾ HOẠCH\n\nGiữ bến\n\n1. Giữ bến.\n\n2. Giữ đò.\n"
    assert read(head).header.date == date
