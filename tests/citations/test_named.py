"""Documents cited by name: where the name ends, and what only looks like one."""

from __future__ import annotations

import pytest

from build_tools.lexicon.words import words
from build_tools.model.header import Header, Stated
from build_tools.model.span import Excerpt, Span
from tests.citations.citation_helpers import found

NAMED = [
    ("theo quy định của Luật Cán bộ, công chức và các văn bản", ["Luật Cán bộ, công chức"]),
    ("Điều 5 Luật Địa chất và Khoáng sản năm 2024 quy định", ["Luật Địa chất và Khoáng sản năm 2024"]),
    ("Luật Đất đai 2024, Luật Nhà ở và pháp luật khác", ["Luật Đất đai 2024", "Luật Nhà ở"]),
    ("theo Luật Bến bãi được Quốc hội thông qua", ["Luật Bến bãi"]),
    ("Luật Hàng hải Sông Mơ quy định", ["Luật Hàng hải Sông Mơ"]),
    ("trình Quốc hội Luật Bến bãi Sông Mơ", ["Luật Bến bãi Sông Mơ"]),
    ("thực hiện Luật Sông Mơ", ["Luật Sông Mơ"]),
    ("QUY ĐỊNH LUẬT BẾN BÃI", ["LUẬT BẾN BÃI"]),
    ("THI HÀNH LUẬT BẾN BÃI", ["LUẬT BẾN BÃI"]),
    ("của luật người khuyết tật.", ["luật người khuyết tật"]),
    ("Luật Đò ngang, 5/6/2031;", ["Luật Đò ngang, 5/6/2031"]),
    ("Luật Bến bãi 01/7/2031", ["Luật Bến bãi"]),
    ("Bộ luật Lao động ngày 20 tháng 11 năm 2019;", ["Bộ luật Lao động ngày 20 tháng 11 năm 2019"]),
    ("Pháp lệnh Ưu đãi người có công với cách mạng (sửa đổi, bổ sung năm 2030)", ["Pháp lệnh Ưu đãi người có công với cách mạng"]),
    ("trình dự án Luật Bến bãi (sửa đổi) vào kỳ họp", ["Luật Bến bãi (sửa đổi)"]),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Bến bãi và Luật Đò ngang năm 2031)",
        ["Luật sửa đổi, bổ sung một số điều của Luật Bến bãi và Luật Đò ngang năm 2031", "Luật Bến bãi", "Luật Đò ngang"],
    ),
    ("Căn cứ Hiến pháp nước Cộng hoà xã hội chủ nghĩa Việt Nam;", ["Hiến pháp nước Cộng hoà xã hội chủ nghĩa Việt Nam"]),
    ("theo Hiến pháp năm 2013, Luật Thanh niên", ["Hiến pháp năm 2013", "Luật Thanh niên"]),
    ("tuân thủ Hiến pháp, Luật Bến bãi Sông Mơ", ["Hiến pháp", "Luật Bến bãi Sông Mơ"]),
    ("Căn cứ Điều lệ Đảng;", ["Điều lệ Đảng"]),
    ("Điều lệ Đảng Cộng sản Việt Nam", ["Điều lệ Đảng Cộng sản Việt Nam"]),
    ("theo Quy định thi hành Điều lệ Đảng của", ["Quy định thi hành Điều lệ Đảng", "Điều lệ Đảng"]),
    ("Nghị quyết Trung ương 4 (khóa XII), Kết luận", ["Nghị quyết Trung ương 4 (khóa XII)"]),
    (
        "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khoá XII về",
        ["Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khoá XII"],
    ),
    ("Nghị quyết Trung ương 4 (khóa XI, XII), Kết luận", ["Nghị quyết Trung ương 4 (khóa XI, XII)"]),
    ("(Nghị quyết Trung ương 7 khóa XI)", ["Nghị quyết Trung ương 7 khóa XI"]),
    ("Nghị quyết Đại hội XIII của Đảng và", ["Nghị quyết Đại hội XIII của Đảng"]),
    (
        "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XI, nhiệm kỳ 2020 - 2025, khẩn trương",
        ["Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XI, nhiệm kỳ 2020 - 2025"],
    ),
    ("Văn kiện Đại hội XIV của Đảng", ["Văn kiện Đại hội XIV của Đảng"]),
    ("Hiệp định thành lập Khu vực thương mại tự do Sông Mơ - Đá Bạc.", ["Hiệp định thành lập Khu vực thương mại tự do Sông Mơ - Đá Bạc"]),
    (
        "dự thảo Nghị quyết sửa đổi, bổ sung một số điều của Hiến pháp năm 2013 trình",
        ["Nghị quyết sửa đổi, bổ sung một số điều của Hiến pháp năm 2013", "Hiến pháp năm 2013"],
    ),
    ("hoàn thiện Chiến lược dữ liệu tỉnh Sông Mơ đến năm 2030 được", ["Chiến lược dữ liệu tỉnh Sông Mơ đến năm 2030"]),
    ("học tập Điều lệ và các quy định của Đảng; lịch sử", ["Điều lệ"]),
    ("Hiệp định giữa nước Sông Mơ và nước Đá Bạc về đò ngang.", ["Hiệp định giữa nước Sông Mơ và nước Đá Bạc về đò ngang"]),
    ("Hiệp định Bến bãi Sông Mơ Thông tư số 4/2030/TT-BXX", ["Hiệp định Bến bãi Sông Mơ"]),
    ("tại khoản 2 Điều 8 của Luật Đò ngang và Điều 9 của Nghị định này", ["Luật Đò ngang"]),
    ("theo Luật Đò ngang và Điểm đỗ tàu.", ["Luật Đò ngang và Điểm đỗ tàu"]),
    ("LUẬT VIỆC LÀM TRÊN ĐỊA BÀN", ["LUẬT VIỆC LÀM"]),
    ("thực hiện Luật Bến bãi về đường biển.", ["Luật Bến bãi về đường biển"]),
    # a comma belongs to an unlisted name where what tells which law it is follows; what else follows a comma does not
    ("Bãi bỏ Pháp lệnh Thuế bến, bãi năm 2031.", ["Pháp lệnh Thuế bến, bãi năm 2031"]),
    ("theo Pháp lệnh thuế bến, bãi năm 2031.", ["Pháp lệnh thuế bến, bãi năm 2031"]),
    # in small letters, without words that cite: at the head of an item, with what tells which law it is
    ("a) Pháp lệnh thuế bến, bãi năm 2031;", ["Pháp lệnh thuế bến, bãi năm 2031"]),
    ("b) Luật thuế chuyển bến ban hành ngày 22 tháng 6 năm 2024 đã được sửa đổi", ["Luật thuế chuyển bến"]),
    ("b) Luật thuế chuyển bến thì bỏ;", []),
    ("Các Luật bến bãi năm 2031.", []),
    ("1. Luật có hiệu lực từ năm 2031.", []),
    (
        "thi hành Luật sửa đổi, bổ sung một số điều của các Luật về bến bãi và sửa đổi, bổ sung một số điều của Thông tư số 9/2030/TT-BBB",
        ["Luật sửa đổi, bổ sung một số điều của các Luật về bến bãi"],
    ),
    (
        "theo Luật sửa đổi, bổ sung một số điều của các luật về bến bãi, Nghị định số 5/2031/NĐ-CP",
        ["Luật sửa đổi, bổ sung một số điều của các luật về bến bãi"],
    ),
    ("theo Luật Bến bãi, có hiệu lực năm 2031.", ["Luật Bến bãi"]),
    ("theo Luật Bến bãi, kế hoạch năm 2031.", ["Luật Bến bãi"]),
    ("theo Luật Bến bãi, Sổ năm 2031.", ["Luật Bến bãi"]),
    ("theo Luật Bến bãi, đò ngang.", ["Luật Bến bãi"]),
    ("theo quy định của Luật Bến bãi về phí bến.", ["Luật Bến bãi"]),
    ("khoản 2 Điều 5 Luật Bến bãi về phí bến.", ["Luật Bến bãi"]),
    ("Căn cứ Pháp lệnh Bến bãi và Nghị định số 5/2030/NĐ-CP;", ["Pháp lệnh Bến bãi"]),
    ("theo Luật Bến bãi và Nghị định hướng dẫn thi hành", ["Luật Bến bãi"]),
    ("theo Luật Bến và Đò ngang năm 2030", ["Luật Bến và Đò ngang năm 2030"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named(text: str, expected: list[str]) -> None:
    citations, quotes = found(text)
    assert [quote for citation, quote in zip(citations, quotes, strict=True) if citation.kind == "named"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "tuân thủ Hiến pháp và pháp luật",
        "Luật sư xuất trình thẻ",
        "Trường Đại học Luật Sông Mơ mở lớp",
        "Học viện Luật Ứng Hòa",
        "theo Luật định",
        "chấp hành kỷ luật Đảng",
        "VI PHẠM KỶ LUẬT LAO ĐỘNG",
        "VỀ XỬ LÝ KỶ LUẬT TỔ CHỨC BẾN BÃI",
        "PHỔ BIẾN PHÁP LUẬT ĐẤT ĐAI",
        "pháp luật Việt Nam",
        "quy luật thị trường",
        "các nghị quyết của Đảng",
        "Nghị quyết Đại hội Đảng các cấp",
        "Nghị quyết của Hội nghị chủ nợ",
        "vốn điều lệ",
        "Điều lệ của tổ chức",
        "điều lệ công ty",
        "các quy định của luật chuyên ngành",
        "Hiệp định giữa các bên",
        "Hiệp định số____ ký giữa Chính phủ Sông Mơ",
        "xây dựng Chiến lược triển khai",
        "theo luật khác có liên quan",
        "Luật này",
        "Quyết định số 1/QĐ-AA của UBND tỉnh phê duyệt Chiến lược dữ liệu đến năm 2030",
        "Quy hoạch đã được phê duyệt đến năm 2030",
    ],
)
def test_not_named(text: str) -> None:
    assert [citation for citation in found(text)[0] if citation.kind == "named"] == []


@pytest.mark.parametrize("word", words("not-a-law"))
@pytest.mark.parametrize("text", ["theo Luật {}", "theo Luật {} bến bãi của ta", "Luật {} Bến bãi"])
def test_words_that_make_no_law_make_none_however_they_are_written(text: str, word: str) -> None:
    for written in (word, word.capitalize()):
        citations, quotes = found(text.format(written))
        assert [quote for citation, quote in zip(citations, quotes, strict=True) if citation.kind == "named"] == []


def test_terms_and_dates_of_names() -> None:
    (plenum,) = found("Nghị quyết Trung ương 4 (khóa XII)")[0]
    assert (plenum.type, plenum.term) == ("Nghị quyết", "XII")
    (law,) = found("Luật Bến bãi ngày 2 tháng 3 năm 2031")[0]
    assert law.date == "2031-03-02"
    outer, inner = found("Luật sửa đổi, bổ sung một số điều của Luật Bến bãi năm 2031")[0]
    assert (outer.date, inner.date) == ("2031", None)


ENACTED = [
    ("Luật", "Quốc hội ban hành Luật Bến bãi.", []),
    ("Luật", "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Kè đá và Luật Đò ngang.", ["Luật Kè đá", "Luật Đò ngang"]),
    ("Pháp lệnh", "Ủy ban Thường vụ Quốc hội ban hành Pháp lệnh Bến bãi.", []),
    ("Luật", "Sau khi Quốc hội ban hành Luật Bến bãi, các xã thực hiện.", ["Luật Bến bãi"]),
    ("Báo cáo", "Quốc hội ban hành Luật Bến bãi.", ["Luật Bến bãi"]),
    ("Nghị định", "Quốc hội ban hành Luật Bến bãi.", ["Luật Bến bãi"]),
]


@pytest.mark.parametrize(("kind", "text", "expected"), ENACTED)
def test_the_law_that_an_enacting_sentence_names_is_the_document_itself(kind: str, text: str, expected: list[str]) -> None:
    assert [citation.name for citation in found(text, Header.of(type=kind))[0]] == expected


def test_the_number_after_an_enacted_amending_law_is_that_of_the_law_it_amends() -> None:
    quotes = found("Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Bến bãi số 8/2032/QH15.")[1]
    assert quotes == ["Luật sửa đổi, bổ sung một số điều của Luật Bến bãi", "Luật Bến bãi số 8/2032/QH15"]
    quotes = found("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Bến bãi số 8/2032/QH15;")[1]
    assert quotes[0] == "Luật sửa đổi, bổ sung một số điều của Luật Bến bãi số 8/2032/QH15"


def test_the_own_name_of_a_document_is_no_citation() -> None:
    text = "ĐIỀU LỆ ĐẢNG CỘNG SẢN VIỆT NAM\nĐảng viên chấp hành Điều lệ Đảng."
    header = Header((Stated("type", Excerpt("Điều lệ", (Span(0, 7),))),))
    assert found(text, header)[1] == ["Điều lệ Đảng"]
    assert found(text)[1] == ["ĐIỀU LỆ ĐẢNG CỘNG SẢN VIỆT NAM", "Điều lệ Đảng"]


def test_a_name_in_the_subject_of_the_document_ends_with_it() -> None:
    text = "LUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT BẾN BÃI\nCăn cứ Hiến pháp;"
    lines = tuple(Stated(name, Excerpt(line, (Span(text.index(line), text.index(line) + len(line)),))) for name, line in (
        ("type", "LUẬT"), ("subject", text.split("\n")[1])
    ))  # fmt: skip
    assert found(text, Header(lines))[1] == ["LUẬT BẾN BÃI", "Hiến pháp"]


def test_a_name_that_the_text_tells_whole_is_read_whole_everywhere() -> None:
    basis = "Căn cứ Luật Chuyển bến đang khai thác số 9/2031/QH16;"
    assert found(f"{basis}\ntheo Luật Chuyển bến đang khai thác về phí")[1][1:] == ["Luật Chuyển bến đang khai thác"]
    assert found(f"{basis}\ntheo Luật Chuyển bến đang có hiệu lực")[1][1:] == ["Luật Chuyển bến"]
    assert found("theo Luật Chuyển bến đang khai thác về phí")[1] == ["Luật Chuyển bến"]
    listed = "Luật Giữ, chuyển bến số 9/2031/QH16; Luật Bến bãi, Nghị quyết số 8/2031/QH16."
    assert found(f"{listed} Điều 5 Luật Giữ, chuyển bến và Luật Bến bãi, Nghị quyết nêu")[1][3:5] == [
        "Luật Giữ, chuyển bến",
        "Luật Bến bãi",
    ]
    many = "Luật sửa đổi, bổ sung một số điều của 15 Luật trong lĩnh vực bến bãi, đò ngang số 9/2031/QH16"
    assert len(found(f"Căn cứ {many}; 3 luật trong lĩnh vực bến bãi, đò ngang.")[1]) == 1
    own = Header.of(type="Luật", subject="Chuyển bến đang khai thác")
    assert found("Điều 5 Luật Chuyển bến đang khai thác quy định", own)[1] == ["Luật Chuyển bến đang khai thác"]
