from __future__ import annotations

import pytest

from tests.statements.statement_helpers import read

DEFINED = [
    # a sentence about the document, half of a bracket, how something came about, a level
    ("Kế hoạch này đặt ra các việc của bến bãi, luồng lạch (sau đây viết tắt là Kế hoạch).", "short_name", "Kế hoạch", None),
    ("Khi gặp nạn hoặc vì lý do khách quan cần cứu giúp (gọi tắt là bị nạn) thì báo bến.", "short_name", "bị nạn", None),
    ("Chủ tịch Ủy ban nhân dân xã, phường (sau đây gọi tắt là cấp xã) giữ bến.", "short_name", "cấp xã", None),
    (
        "2. Các Trung tâm Giữ bến vùng 1, 2, 3 (sau đây gọi là Cơ quan giữ bến) có sổ.",
        "short_name",
        "Cơ quan giữ bến",
        "Các Trung tâm Giữ bến vùng 1, 2, 3",
    ),
    # what several are called together: all of them, or it is not said what
    (
        "Giao cho Ủy ban nhân dân xã, phường (sau đây gọi chung là Ủy ban nhân dân cấp xã) giữ bến.",
        "short_name",
        "Ủy ban nhân dân cấp xã",
        "Ủy ban nhân dân xã, phường",
    ),
    ("2. Chủ bến, chủ đò, người lái đò (sau đây gọi chung là người giữ bến).", "short_name", "người giữ bến", None),
    ("Trưởng bến quyết định ngày mở đối với bến, đò (sau đây gọi chung là bến đò).", "short_name", "bến đò", None),
    (
        "Việc xét do Hội đồng thi khi có thi và Hội đồng xét khi có xét (sau đây gọi chung là Hội đồng giữ bến) làm.",
        "short_name",
        "Hội đồng giữ bến",
        None,
    ),
    ("Áp dụng với Quỹ Bến Lim tỉnh, Quỹ Bến Lim xã (sau đây gọi chung là Quỹ Bến Lim) và các bến.", "short_name", "Quỹ Bến Lim", None),
    ("Các đơn vị của Sở Bến bãi; Đội bến xã (sau đây gọi chung là Đội bến các nơi).", "short_name", "Đội bến các nơi", None),
    ("Con của người lái đò lâu năm (sau đây gọi chung là người thân) được xét.", "short_name", "người thân", None),
    ("Bến tỉnh (sau đây gọi chung là bến tỉnh), xã, phường (sau đây gọi chung là bến xã).", "short_name", "bến xã", None),
    ("Thành lập Ban Chỉ đạo (BCĐ) cấp tỉnh.", "abbreviation", "BCĐ", "Ban Chỉ đạo"),
    ("Giao Sở Lao động - Thương binh và Xã hội (LĐTBXH) tổng hợp.", "abbreviation", "LĐTBXH", "Lao động - Thương binh và Xã hội"),
    ("BCĐ (Ban Chỉ đạo) họp hằng quý.", "abbreviation", "BCĐ", "Ban Chỉ đạo"),
    ("Ủy ban nhân dân (sau đây viết tắt là UBND) các xã lập hồ sơ.", "abbreviation", "UBND", "Ủy ban nhân dân"),
    (
        "Ban Chỉ đạo thực hiện chương trình nước sạch tỉnh (sau đây gọi tắt là Ban Chỉ đạo) họp.",
        "short_name",
        "Ban Chỉ đạo",
        "Ban Chỉ đạo thực hiện chương trình nước sạch tỉnh",
    ),
    (
        "Sắp xếp thôn, bản, khu phố, tổ dân phố (sau đây gọi chung là thôn, tổ dân phố) trong tỉnh.",
        "short_name",
        "thôn, tổ dân phố",
        "thôn, bản, khu phố, tổ dân phố",
    ),
    (
        "Cơ quan quản lý xã, phường (sau đây được viết là cơ quan) lập hồ sơ.",
        "short_name",
        "cơ quan",
        "Cơ quan quản lý xã, phường",
    ),
    (
        "Cuộc vận động “Sạch từ nhà ra ngõ” (sau đây gọi là Cuộc vận động) bắt đầu.",
        "short_name",
        "Cuộc vận động",
        "Cuộc vận động “Sạch từ nhà ra ngõ”",
    ),
    (
        "Thực hiện Kết luận số 7-KL/TU ngày 02/3/2024 của Tỉnh ủy về nước sạch (Kết luận số 7-KL/TU), các xã làm tốt.",
        "short_name",
        "Kết luận số 7-KL/TU",
        "Kết luận số 7-KL/TU ngày 02/3/2024 của Tỉnh ủy về nước sạch",
    ),
    (
        "Trong Quy chế này, các từ ngữ dưới đây được hiểu như sau:\n\n"
        "1. Điểm cấp nước là nơi có vòi dùng chung.\n\n2. Hộ xa là hộ ở ngoài bản.",
        "concept",
        "Điểm cấp nước",
        "nơi có vòi dùng chung",
    ),
    (
        "Trong Quy chế này, các từ ngữ dưới đây được hiểu như sau:\n\n1. Hộ xa là hộ ở ngoài bản.\n\n"
        "2. [4] Điểm cấp nước là nơi có vòi dùng chung.",
        "concept",
        "Điểm cấp nước",
        "nơi có vòi dùng chung",
    ),
]


@pytest.mark.parametrize("label", ["2.", "2..", "2.. ", "2.[4] ", "2.1.", "b)"])
def test_the_number_of_an_entry_is_no_part_of_its_name(label: str) -> None:
    _, statements = read(f"Trong Quy chế này, các từ ngữ dưới đây được hiểu như sau:\n\n{label}Điểm cấp nước là nơi có vòi dùng chung.")
    assert [term.term for term in statements.terms if term.kind == "concept"] == ["Điểm cấp nước"]


@pytest.mark.parametrize("room", ["…………", "........", "2"])
def test_what_has_no_letter_is_no_name(room: str) -> None:
    assert read(f"Đội giữ nước của thôn (sau đây gọi tắt là {room}) họp hằng tháng.")[1].terms == ()


@pytest.mark.parametrize(("text", "kind", "name", "expansion"), DEFINED)
def test_definitions_are_read(text: str, kind: str, name: str, expansion: str) -> None:
    document, statements = read(text)
    (term,) = [t for t in statements.terms if t.term == name]
    assert (term.kind, term.expansion, term.defined) == (kind, expansion, True)
    assert term.span.of(document.clean.text) == name


def test_a_footnote_defines_two_short_names() -> None:
    _, statements = read(
        "Thực hiện Kết luận số 7-KL/TU của Tỉnh ủy về nước sạch, huyện lập kế hoạch.\n\n"
        "Học Chuyên đề năm “Nước sạch cho bản xa”⁽¹⁾ ở các chi bộ.\n\n⁽¹⁾ Gọi tắt là Kết luận số 7-KL/TU và Chuyên đề năm."
    )
    assert [(t.term, t.expansion) for t in statements.terms if t.kind == "short_name"] == [
        ("Kết luận số 7-KL/TU", "Kết luận số 7-KL/TU của Tỉnh ủy về nước sạch"),
        ("Chuyên đề năm", "Chuyên đề năm “Nước sạch cho bản xa”"),
    ]


SYMBOLS = [
    ("Hướng dẫn số 3-HD/BTGTU ngày 02/3/2024 của Ban Tuyên giáo Tỉnh ủy", {"HD": "Hướng dẫn", "BTGTU": "Ban Tuyên giáo Tỉnh ủy"}),
    ("Chỉ thị số 9/CT-TTg của Thủ tướng Chính phủ", {"CT": "Chỉ thị", "TTg": "Thủ tướng Chính phủ"}),
    ("Quy định số 4-QĐi/TW của Ban Chấp hành Trung ương", {"QĐi": "Quy định", "TW": "Trung ương"}),
    ("Nghị quyết số 6-NQ/TU của Ban Chấp hành Đảng bộ Tỉnh; Tỉnh ủy đã họp", {"NQ": "Nghị quyết", "TU": "Tỉnh ủy"}),
    ("Kế hoạch số 5-KH/TU về nước sạch", {"KH": "Kế hoạch", "TU": None}),
    # a type's code says so in front only: "PC" is a Phiếu chuyển's, and here a department's
    ("Công văn số 41/TANDTC-PC của Tòa án nhân dân tối cao", {"TANDTC": "Tòa án nhân dân tối cao", "PC": None}),
    ("văn bản số 7/PC-UBND", {"PC": "Phiếu chuyển", "UBND": None}),
]


@pytest.mark.parametrize(("text", "expected"), SYMBOLS)
def test_symbols_are_explained_only_by_the_text(text: str, expected: dict[str, str | None]) -> None:
    _, statements = read(f"Thực hiện {text}.")
    assert {t.term: t.expansion for t in statements.terms if t.kind == "number_symbol"} == expected


CAPITALS = [
    ("SOCIALIST HARBOUR OF FERRY", []),
    ("Mẫu BRIDGE\nPERMIT và TABMIS, NSNN", ["TABMIS", "NSNN"]),
    ("UBMTTQ TP và VPUBND TPMP cùng UBND huyện", ["UBMTTQ", "TP", "VPUBND", "TPMP", "UBND"]),
    ("CONG HOA XA HOI CHU NGHIA", []),
    ("AN NINH CSDL", ["CSDL"]),
]


@pytest.mark.parametrize(("text", "names"), CAPITALS)
def test_words_of_another_language_in_capitals_are_no_abbreviations(text: str, names: list[str]) -> None:
    _, statements = read(f"Gửi {text}.")
    assert [term.term for term in statements.terms] == names


def test_one_symbol_with_two_meanings_stands_twice() -> None:
    _, statements = read("Quy định số 4-QĐ/TU của Tỉnh ủy; Quyết định số 5-QĐ/TU của Tỉnh ủy.")
    assert [t.expansion for t in statements.terms if t.term == "QĐ"] == ["Quy định", "Quyết định"]


def test_unknown_abbreviations_are_listed_without_expansion() -> None:
    _, statements = read("Các đ/c phụ trách CNTT và PTTH họp.\n\nT/M BAN THƯỜNG VỤ")
    assert [(t.term, t.expansion, t.defined) for t in statements.terms] == [(n, None, False) for n in ("đ/c", "CNTT", "PTTH", "T/M")]


@pytest.mark.parametrize(
    "text", ["BAN CHẤP HÀNH ĐẢNG BỘ", "khóa XIII, nhóm IV", "dịch COVID-19", "đạt 18/20 chi bộ", "“Ba không” được gọi là tốt"]
)
def test_other_words_are_no_terms(text: str) -> None:
    assert read(text)[1].terms == ()
