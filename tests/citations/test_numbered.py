"""Numbered citations: what is one, where it ends, what it says. Places and bodies are invented."""

from __future__ import annotations

import unicodedata

import pytest

from build_tools.model.header import Header, Stated
from build_tools.model.span import Excerpt, Span
from tests.citations.citation_helpers import found

# text, quote, type, number, date, issuer, term
CASES = [
    (
        "Thực hiện Kết luận số 07-KL/TU ngày 18/5/2021 của Ban Thường vụ Tỉnh ủy về",
        "Kết luận số 07-KL/TU ngày 18/5/2021",
        "Kết luận",
        "07-KL/TU",
        "2021-05-18",
        "Ban Thường vụ Tỉnh ủy",
        None,
    ),
    (
        "Quyết định 15/QĐ-UBND, ngày 3 tháng 4 năm 2020 của UBND tỉnh Sông Mơ",
        "Quyết định 15/QĐ-UBND, ngày 3 tháng 4 năm 2020",
        "Quyết định",
        "15/QĐ-UBND",
        "2020-04-03",
        "UBND tỉnh Sông Mơ",
        None,
    ),
    ("Căn cứ Luật Bến bãi số 63/2031/QH15;", "Luật Bến bãi số 63/2031/QH15", "Luật", "63/2031/QH15", None, None, None),
    ("được sửa đổi bởi Luật số 9/2031/QH16.", "Luật số 9/2031/QH16", "Luật", "9/2031/QH16", None, None, None),
    ("tại Công văn số 7169/VPCP-NC gửi", "Công văn số 7169/VPCP-NC", "Công văn", "7169/VPCP-NC", None, None, None),
    (
        "theo Hướng dẫn số 38 - HD/BTCTW của Ban Tổ chức Trung ương",
        "Hướng dẫn số 38 - HD/BTCTW",
        "Hướng dẫn",
        "38-HD/BTCTW",
        None,
        "Ban Tổ chức Trung ương",
        None,
    ),
    ("theo Quyết định số 15/QĐ_UBND về", "Quyết định số 15/QĐ_UBND", "Quyết định", "15/QĐ-UBND", None, None, None),
    (
        "theo Quyết định số 18/QĐ-BCD/2031 của Ban Chỉ đạo Đò,",
        "Quyết định số 18/QĐ-BCD/2031",
        "Quyết định",
        "18/QĐ-BCD/2031",
        None,
        "Ban Chỉ đạo Đò",
        None,
    ),
    ("theo Quyết định số 18/QĐ-BCD/2031/4 về", "Quyết định số 18/QĐ-BCD", "Quyết định", "18/QĐ-BCD", None, None, None),
    ("theo Kết luận số 188- KL/TW", "Kết luận số 188- KL/TW", "Kết luận", "188-KL/TW", None, None, None),
    ("theo Nghị định số 135/2020/NĐ -CP quy định", "Nghị định số 135/2020/NĐ -CP", "Nghị định", "135/2020/NĐ-CP", None, None, None),
    ("theo Thông tư số 04 /2026/TT-BXX", "Thông tư số 04 /2026/TT-BXX", "Thông tư", "04/2026/TT-BXX", None, None, None),
    ("theo Nghị định số 143/2025//NÐ-CP", "Nghị định số 143/2025//NÐ-CP", "Nghị định", "143/2025/NĐ-CP", None, None, None),
    (
        "Thông tư 157/2025/TT-BTС của Bộ trưởng Bộ Tài chính",
        "Thông tư 157/2025/TT-BTС",
        "Thông tư",
        "157/2025/TT-BTC",
        None,
        "Bộ trưởng Bộ Tài chính",
        None,
    ),
    (
        "Quy định số 11-QĐi/TW ngày 18/02/2019 của Bộ Chính trị (khóa XII)",
        "Quy định số 11-QĐi/TW ngày 18/02/2019",
        "Quy định",
        "11-QĐi/TW",
        "2019-02-18",
        "Bộ Chính trị",
        "XII",
    ),
    (
        "Nghị quyết số 66.13/2026/NQ-CP của Chính phủ",
        "Nghị quyết số 66.13/2026/NQ-CP",
        "Nghị quyết",
        "66.13/2026/NQ-CP",
        None,
        "Chính phủ",
        None,
    ),
    (
        "Thông tư liên tịch số 29/2025/TTLT-BXX-BYY ngày 05 tháng 4 năm 2025 của Bộ trưởng Bộ Bến bãi, Bộ trưởng Bộ Đò ngang quy định",
        "Thông tư liên tịch số 29/2025/TTLT-BXX-BYY ngày 05 tháng 4 năm 2025",
        "Thông tư liên tịch",
        "29/2025/TTLT-BXX-BYY",
        "2025-04-05",
        "Bộ trưởng Bộ Bến bãi, Bộ trưởng Bộ Đò ngang",
        None,
    ),
    (
        "Quyết định số 136/1998/QĐ-UB ngày 09 tháng 11 năm 1998 của Ủy ban nhân dân tỉnh Sông Mơ Thành lập trạm",
        "Quyết định số 136/1998/QĐ-UB ngày 09 tháng 11 năm 1998",
        "Quyết định",
        "136/1998/QĐ-UB",
        "1998-11-09",
        "Ủy ban nhân dân tỉnh Sông Mơ",
        None,
    ),
    # a month stands for the day; behind words of what is done over time it is of that
    ("theo Quy định số 12-QĐ/TU tháng 10/2031", "Quy định số 12-QĐ/TU tháng 10/2031", "Quy định", "12-QĐ/TU", "2031-10", None, None),
    ("Quy định số 12-QĐ/TU, tháng 5 năm 2031 về", "Quy định số 12-QĐ/TU, tháng 5 năm 2031", "Quy định", "12-QĐ/TU", "2031-05", None, None),
    ("Quy định số 12-QĐ/TU (tháng 10/2031)", "Quy định số 12-QĐ/TU", "Quy định", "12-QĐ/TU", "2031-10", None, None),
    (
        "Quy định số 12-QĐ/TW của Bộ Chính trị tháng 10/2031",
        "Quy định số 12-QĐ/TW",
        "Quy định",
        "12-QĐ/TW",
        "2031-10",
        "Bộ Chính trị",
        None,
    ),
    ("kết quả thực hiện Quy định số 12-QĐ/TU tháng 10/2031", "Quy định số 12-QĐ/TU", "Quy định", "12-QĐ/TU", None, None, None),
    ("kết quả thực hiện Quy định số 12-QĐ/TU (tháng 10/2031)", "Quy định số 12-QĐ/TU", "Quy định", "12-QĐ/TU", None, None, None),
    ("theo Quy định số 12-QĐ/TU năm 2031", "Quy định số 12-QĐ/TU", "Quy định", "12-QĐ/TU", None, None, None),
    ("theo Luật Đò ngang số 18-L/CTN", "Luật Đò ngang số 18-L/CTN", "Luật", "18-L/CTN", None, None, None),
    (
        "tại Thông tư số 28 TC/TCT ngày 17/07/1992",
        "Thông tư số 28 TC/TCT ngày 17/07/1992",
        "Thông tư",
        "28TC/TCT",
        "1992-07-17",
        None,
        None,
    ),
    ("tại Quy định 94QĐ/TW và", "Quy định 94QĐ/TW", "Quy định", "94-QĐ/TW", None, None, None),
    (
        "Hướng dẫn số 12HD/BTCTW, ngày 08-112025 về",
        "Hướng dẫn số 12HD/BTCTW, ngày 08-112025",
        "Hướng dẫn",
        "12-HD/BTCTW",
        "2025-11-08",
        None,
        None,
    ),
    (
        "Báo cáo thẩm tra số 104/BC-BKT của Ban Kinh tế",
        "Báo cáo thẩm tra số 104/BC-BKT",
        "Báo cáo",
        "104/BC-BKT",
        None,
        "Ban Kinh tế",
        None,
    ),
    (
        "Giấy phép khai thác cát số 197/GP-SXX ngày 13/7/2026",
        "Giấy phép khai thác cát số 197/GP-SXX ngày 13/7/2026",
        "Giấy phép",
        "197/GP-SXX",
        "2026-07-13",
        None,
        None,
    ),
    (
        "TRIỂN KHAI NGHỊ QUYẾT SỐ 214/NQ-CP NGÀY 23/7/2025 CỦA CHÍNH PHỦ BAN HÀNH",
        "NGHỊ QUYẾT SỐ 214/NQ-CP NGÀY 23/7/2025",
        "Nghị quyết",
        "214/NQ-CP",
        "2025-07-23",
        "CHÍNH PHỦ",
        None,
    ),
    (
        "Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 44/TTr-SYT ngày 17/11/2025.",
        "Tờ trình số 44/TTr-SYT ngày 17/11/2025",
        "Tờ trình",
        "44/TTr-SYT",
        "2025-11-17",
        "Giám đốc Sở Y tế",
        None,
    ),
    (
        "báo cáo của Ban Tổ chức Trung ương về tiến độ (Báo cáo số 38-BC/BTCTW, ngày 14/5/2025)",
        "Báo cáo số 38-BC/BTCTW, ngày 14/5/2025",
        "Báo cáo",
        "38-BC/BTCTW",
        "2025-05-14",
        "Ban Tổ chức Trung ương",
        None,
    ),
    (
        "Nghị định số 12/2030/NĐ-CP ngày 1/2/20313 của Chính phủ xác định các",
        "Nghị định số 12/2030/NĐ-CP ngày 1/2/2031",
        "Nghị định",
        "12/2030/NĐ-CP",
        "2031-02-01",
        None,
        None,
    ),
    (
        "Kết luận số 01-KL/TW\nngày 18/5/2021 của Bộ Chính trị",
        "Kết luận số 01-KL/TW\nngày 18/5/2021",
        "Kết luận",
        "01-KL/TW",
        "2021-05-18",
        "Bộ Chính trị",
        None,
    ),
    (
        "Thông tư số 4/2030/TT-BXXngày 3/2/2030",
        "Thông tư số 4/2030/TT-BXXngày 3/2/2030",
        "Thông tư",
        "4/2030/TT-BXX",
        "2030-02-03",
        None,
        None,
    ),
    ("Nghị quyết số 06-\nNQ/TU", "Nghị quyết số 06-\nNQ/TU", "Nghị quyết", "06-NQ/TU", None, None, None),
    ("theo NĐ số 15/2030/NĐ-CP và", "NĐ số 15/2030/NĐ-CP", "Nghị định", "15/2030/NĐ-CP", None, None, None),
    ("theo QĐ 12/QĐ-UBND", "QĐ 12/QĐ-UBND", "Quyết định", "12/QĐ-UBND", None, None, None),
    (
        "Nghị quyết 7-NQ/TW của Bộ Chính trị ban hành ngày 2/12/2030",
        "Nghị quyết 7-NQ/TW",
        "Nghị quyết",
        "7-NQ/TW",
        "2030-12-02",
        "Bộ Chính trị",
        None,
    ),
    (
        "Quyết định số 16/QĐ-BCĐ ngày 18/5/2021 của Trưởng Ban Chỉ đạo Nhà nước về Du lịch ban hành Quy chế",
        "Quyết định số 16/QĐ-BCĐ ngày 18/5/2021",
        "Quyết định",
        "16/QĐ-BCĐ",
        "2021-05-18",
        "Trưởng Ban Chỉ đạo Nhà nước về Du lịch",
        None,
    ),
    (
        "Quyết định số 17/QĐ-BCĐ ngày 18/5/2021 của Trưởng Ban Chỉ đạo tỉnh về Kế hoạch giữ nước",
        "Quyết định số 17/QĐ-BCĐ ngày 18/5/2021",
        "Quyết định",
        "17/QĐ-BCĐ",
        "2021-05-18",
        "Trưởng Ban Chỉ đạo tỉnh",
        None,
    ),
    ("Kết luận số 1-KL/TW của Bộ Chính trị (khóa XII, XIII)", "Kết luận số 1-KL/TW", "Kết luận", "1-KL/TW", None, "Bộ Chính trị", None),
]


PRINTED = [
    ("theo Quyết định số 15 / QĐ - UBND ngày", "Quyết định số 15 / QĐ - UBND", "15/QĐ-UBND"),
    ("theo Nghị định số 30/2030/NĐ - CP quy định", "Nghị định số 30/2030/NĐ - CP", "30/2030/NĐ-CP"),
    ("Công văn số 7169 /VPCP - NC gửi", "Công văn số 7169 /VPCP - NC", "7169/VPCP-NC"),
    ("theo Quyết định số 1 5/QĐ-UBND về", "Quyết định số 1 5/QĐ-UBND", "15/QĐ-UBND"),
    ("số 1 5/QĐ-UBND về", "1 5/QĐ-UBND", "15/QĐ-UBND"),
    ("Chỉ thị số 05-CT/TW¹ về bến", "Chỉ thị số 05-CT/TW", "05-CT/TW"),
    ("Chỉ thị số 05-CT/TW¹ ngày 18/5/2030 về bến", "Chỉ thị số 05-CT/TW¹ ngày 18/5/2030", "05-CT/TW"),
    ("Kết luận số 01-KL/TW1 của Bộ Chính trị", "Kết luận số 01-KL/TW", "01-KL/TW"),
    ("Nghị quyết số 12/2030/NQ-HĐND16 về bến", "Nghị quyết số 12/2030/NQ-HĐND16", "12/2030/NQ-HĐND16"),
    ("Kết luận số 5-KL/TU - Ban Bến bãi", "Kết luận số 5-KL/TU", "5-KL/TU"),
    ("Nghị quyết số 5-NQ/TU - BẾN BÃI", "Nghị quyết số 5-NQ/TU", "5-NQ/TU"),
    ("mục 1 5/QĐ-UBND về", "5/QĐ-UBND", "5/QĐ-UBND"),
]


@pytest.mark.parametrize(("text", "quote", "number"), PRINTED)
def test_numbers_as_printed(text: str, quote: str, number: str) -> None:
    citations, quotes = found(text)
    assert [(shown, citation.number) for citation, shown in zip(citations, quotes, strict=True) if citation.kind == "numbered"] == [
        (quote, number)
    ]


@pytest.mark.parametrize(("text", "quote", "kind", "number", "date", "issuer", "term"), CASES, ids=[case[3] for case in CASES])
def test_numbered(text: str, quote: str, kind: str, number: str, date: str | None, issuer: str | None, term: str | None) -> None:
    citations, quotes = found(text)
    numbered = [(citation, quoted) for citation, quoted in zip(citations, quotes, strict=True) if citation.kind == "numbered"]
    assert [quoted for _, quoted in numbered] == [quote]
    citation = numbered[0][0]
    assert (citation.type, citation.number, citation.date, citation.issuer, citation.term) == (kind, number, date, issuer, term)


LISTS = [
    (
        "các Kết luận số 3-KL/TU, số 4-KL/TU và 5-KL/TU",
        [("Kết luận số 3-KL/TU", "Kết luận"), ("4-KL/TU", "Kết luận"), ("5-KL/TU", "Kết luận")],
    ),
    (
        "Nghị định số 1/2030/NĐ-CP, 2/2030/NĐ-CP và 3/2031/NĐ-CP của Chính phủ",
        [("Nghị định số 1/2030/NĐ-CP", "Nghị định"), ("2/2030/NĐ-CP", "Nghị định"), ("3/2031/NĐ-CP", "Nghị định")],
    ),
    ("Nghị quyết số 1-NQ/TU, Chỉ thị số 2-CT/TU", [("Nghị quyết số 1-NQ/TU", "Nghị quyết"), ("Chỉ thị số 2-CT/TU", "Chỉ thị")]),
    (
        "tại Tờ trình số 4/TTr-STC ngày 1/2/2030, 5/TTr-STC ngày 3/2/2030",
        [("Tờ trình số 4/TTr-STC ngày 1/2/2030", "Tờ trình"), ("5/TTr-STC ngày 3/2/2030", "Tờ trình")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_share_their_type(text: str, expected: list[tuple[str, str]]) -> None:
    citations, quotes = found(text)
    assert list(zip(quotes, (citation.type for citation in citations), strict=True)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mẫu số 01/PLI ban hành",
        "TCVN 5507-2002",
        "QCVN 01:2031/BXX",
        "đội 1-TĐV",
        "Số: 12/2025/QĐ-UBND",
        "Số 12-QĐ/TU\tSông Mơ, ngày 1/2/2030",
        "CÔNG BÁO/Số 229/Ngày 19-04-2026",
        "tỷ lệ 12/20 hộ",
        "khoản 3 - UBND tỉnh",
        "Quyết định 15KW/HA",
        "xe 29LD/TW",
        "giai đoạn 2021-2025",
        "mẫu số 01-BCN (đính kèm)",
        "Số:…/QĐ-UBND",
        "điện thoại 0912-345/XA",
        "Quyết định số … ngày … tháng … năm…",
    ],
)
def test_not_documents(text: str) -> None:
    assert found(text)[1] == []


def test_the_own_number_is_no_citation() -> None:
    text = "Số 12-QĐ/TU\nQuyết định số 12-QĐ/TU này"
    header = Header((Stated("number", Excerpt("12-QĐ/TU", (Span(3, 11),))),))
    assert found(text, header)[1] == ["Quyết định số 12-QĐ/TU"]


def test_the_own_title_above_the_letterhead_is_no_citation() -> None:
    text = "Quyết định số 12-QĐ/TU\nSố 12-QĐ/TU\nQuyết định số 9-QĐ/TU\nQuyết định số 12-QĐ/TU này"
    header = Header((Stated("number", Excerpt("12-QĐ/TU", (Span(26, 34),))),))
    assert text[26:34] == "12-QĐ/TU"
    assert found(text, header)[1] == ["Quyết định số 9-QĐ/TU", "Quyết định số 12-QĐ/TU"]


@pytest.mark.parametrize(
    "variant",
    [
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("Đ", "Ð"),
        lambda text: text.replace("-", "–"),
        lambda text: text.replace("khóa", "khoá").replace("ủy", "uỷ"),
        lambda text: unicodedata.normalize("NFC", unicodedata.normalize("NFD", text)),
    ],
)
def test_variants_read_alike(variant) -> None:  # type: ignore[no-untyped-def]
    text = "Quyết định số 15-QĐ/TU ngày 3/4/2020 của Ban Thường vụ Tỉnh ủy khóa XII; Quy định số 9-QĐ/TW"
    plain = found(text)[0]
    other = found(variant(text))[0]
    assert [(c.number, c.date, c.term, c.span) for c in other] == [(c.number, c.date, c.term, c.span) for c in plain]


OF_THE_DOCUMENT = [
    "Căn cứ Kế hoạch số 45-KH/TU{} của Tỉnh ủy, chi bộ lập danh sách.", "Quyết định số 15-QĐ/TU{} nêu rõ trách nhiệm của người lái đò.",
    "Mức phụ cấp nêu tại Quyết định số 15-QĐ/TU{} không đổi.", "Quy định này thay thế Quy định số 12-QĐ/TU{}.",
    "Danh sách kèm theo Công văn số 77-CV/TU{}.", "(Công văn số 77-CV/TU{})", "Kế hoạch số 45-KH/TU ban hành{} có bốn phần.",
    "Huyện ủy Bến Lau ban hành Chương trình số 9-CTr/HU{} về bến bãi.", "Tại Thông báo số 61-TB/TU{}, Thường trực giao hai việc.",
]  # fmt: skip
OF_WHAT_IS_DONE = [
    "Tiến độ thực hiện Kế hoạch số 45-KH/TU{} còn chậm.", "Kinh phí của Đề án số 2-ĐA/TU{} là 40 triệu đồng.",
    "Số bến đã sửa theo Kế hoạch số 45-KH/TU{}: 12.", "Các xã thực hiện Kế hoạch số 45-KH/TU{} chậm hơn trước.",
    "Giao ban về Chương trình số 9-CTr/HU{}", "Bảng chấm điểm theo Quy chế số 4-QC/TU{}", "Dự toán chi cho Đề án số 2-ĐA/TU{}",
]  # fmt: skip


SET_OFF = [
    # a comma or brackets set the month off, and the body that can have the number follows
    ("Việc cụ thể hóa Nghị quyết số 5-NQ/TU, tháng 10/2031 của Tỉnh ủy Sông Mơ còn chậm.", "2031-10", "Tỉnh ủy Sông Mơ"),
    ("Kết quả thực hiện Nghị quyết số 5-NQ/TU (tháng 10/2031) của Tỉnh ủy Sông Mơ", "2031-10", "Tỉnh ủy Sông Mơ"),
    ("Tiến độ thực hiện Nghị quyết số 5-NQ/TU tháng 10/2031 của Tỉnh ủy Sông Mơ", None, None),
    ("Tiến độ thực hiện Nghị quyết số 5-NQ/TU, tháng 10/2031 của Sở Xây dựng", None, None),
    ("Tiến độ thực hiện Nghị quyết số 5-NQ/TU, tháng 10/2031", None, None),
]


@pytest.mark.parametrize(("text", "date", "issuer"), SET_OFF)
def test_a_month_between_a_number_and_who_has_it_is_that_of_issue(text: str, date: str | None, issuer: str | None) -> None:
    (citation,), _ = found(text)
    assert (citation.date, citation.issuer) == (date, issuer)


@pytest.mark.parametrize(("text", "date"), [(text, "2031-10") for text in OF_THE_DOCUMENT] + [(text, None) for text in OF_WHAT_IS_DONE])
def test_a_month_is_that_of_issue_only_where_nothing_but_the_document_is_spoken_of(text: str, date: str | None) -> None:
    (*_, citation), _ = found(text.format(" tháng 10/2031"))
    assert citation.date == date


def test_a_month_in_a_list_is_of_the_kind_of_the_one_before() -> None:
    two = "Kết luận số 7-KL/TU tháng 10/2031 và Quyết định số 15-QĐ/TU tháng 11/2031"
    assert [citation.date for citation in found(f"{two}.")[0]] == ["2031-10", "2031-11"]
    assert [citation.date for citation in found(f"Tiến độ thực hiện {two}.")[0]] == [None, None]


NOT_CITED = (
    "tại các biểu số: 0207-N/BBB, 0304.1-N/BBB và 08/BBTH/N thuộc Phụ lục II",
    "xem https://vi-du.vn/van-ban?id=5&so=27/2031/TT-BBB",
    "xem https://vi-du.vn/van-ban?so=S%E1%BB%91%2027/2031/TT-B%C4%90B",
    "xem https://vi-du.vn/van-ban?so=\n27/2031/TT-B%C4%90B",
    "tải tại www.vi-du.vn/15/QĐ-UBND",
)


@pytest.mark.parametrize("text", NOT_CITED)
def test_web_addresses_and_forms_cite_nothing(text: str) -> None:
    assert found(text)[1] == []


def test_what_stands_behind_a_web_address_is_read() -> None:
    assert found("tại https://vi-du.vn/van-ban theo Thông tư số 27/2031/TT-BBB; tăng 5% theo 15/QĐ-UBND.")[1] == [
        "Thông tư số 27/2031/TT-BBB",
        "15/QĐ-UBND",
    ]
