"""Figures keep what is counted, of whom, when, about how much, compared with what, and part of which total."""

from __future__ import annotations

import pytest

from build_tools.model.statement import Figure
from tests.statements.statement_helpers import read


def figures(body: str, kind: str = "BÁO CÁO") -> tuple[Figure, ...]:
    document, statements = read(body, kind)
    for figure in statements.figures:
        assert figure.span.of(document.clean.text) == figure.quote
    return statements.figures


LABELS: list[tuple[str, list[tuple[str, str | None]]]] = [
    # what is counted, with the verb before and what is said of it after
    ("Xã đã xây 12 nhà cho hộ nghèo.", [("12", "xây … nhà cho hộ nghèo")]),
    ("Có 03 đồng chí được khen thưởng, 05 đồng chí bị nhắc nhở.", [("03", "đồng chí được khen thưởng"), ("05", "đồng chí bị nhắc nhở")]),
    ("Đã khen 06 tập thể và 12 cá nhân.", [("06", "khen … tập thể"), ("12", "khen … cá nhân")]),
    ("Tổ chức 04 lớp, 06 buổi nói chuyện.", [("04", "Tổ chức … lớp"), ("06", "Tổ chức … buổi nói chuyện")]),
    ("Tổng thu ngân sách đạt 12 tỷ đồng.", [("12", "Tổng thu ngân sách")]),
    (
        "Xã đã bán đấu giá 07 bến đò với tổng số tiền trúng giá trên 250 triệu đồng.",
        [("07", "bán đấu giá … bến đò"), ("250", "bán đấu giá … bến đò, tổng số tiền trúng giá")],
    ),
    (
        "Tỉnh phê duyệt phí bến cho 19 trường hợp với số tiền 20.429.000 đồng.",
        [("19", "phê duyệt phí bến … trường hợp"), ("20.429.000", "phê duyệt phí bến … trường hợp, số tiền")],
    ),
    # a change keeps its subject, wherever it stands
    ("Khách qua đò tăng 42% so với cùng kỳ.", [("42", "Khách qua đò tăng")]),
    ("Tổng thu ngân sách đạt 12 tỷ đồng, tăng 8% so với năm trước.", [("12", "Tổng thu ngân sách"), ("8", "Tổng thu ngân sách, tăng")]),
    (
        "Lượng khách qua đò đạt 1.200 lượt. Tăng 42% so với năm 2024.",
        [("1.200", "Lượng khách qua đò … lượt"), ("42", "Lượng khách qua đò … lượt, tăng")],
    ),
    ("Xây mới 15 nhà (tăng 3 nhà so với năm 2023).", [("15", "Xây mới … nhà"), ("3", "Xây mới … nhà, tăng")]),
    ("Xuất khẩu tăng 18,3% (bình quân cả nước tăng 16,2%).", [("18,3", "Xuất khẩu tăng"), ("16,2", "Xuất khẩu, bình quân cả nước tăng")]),
    # a time between what grew and how much; brackets that only say that it is an average; both ends of a range
    ("Sản xuất bến bãi tăng trưởng cao, 10 tháng tăng 15,5%.", [("15,5", "Sản xuất bến bãi tăng trưởng cao, 10 tháng tăng")]),
    ("Đội ngũ lái đò được bố trí đủ (trung bình 6 người/bến).", [("6", "Đội ngũ lái đò được bố trí đủ, trung bình … người/bến")]),
    (
        "Hạ tầng bến được đầu tư, nâng cấp (2,5 - 5,5 tỷ đồng/bến).",
        [("2,5", "Hạ tầng bến được đầu tư, nâng cấp"), ("5,5", "Hạ tầng bến được đầu tư, nâng cấp")],
    ),
    ("Mỗi xã được hỗ trợ từ 2,5 đến 5,5 tỷ đồng.", [("2,5", "hỗ trợ"), ("5,5", "hỗ trợ")]),
    # names before a colon
    ("- Cây giống: 1.200 cây.", [("1.200", "Cây giống … cây")]),
    (
        "Bến đò: tổng số 12 bến, trong đó đang dùng 09 bến.",
        [("12", "Bến đò, tổng số … bến"), ("09", "Bến đò, tổng số … bến, trong đó đang dùng … bến")],
    ),
    # parts told by a verb alone, and parts of a part
    (
        "Có 45 việc đến hạn (trong đó 23 hoàn thành; 22 đang làm).",
        [("45", "việc"), ("23", "việc, trong đó việc hoàn thành"), ("22", "việc, trong đó việc đang làm")],
    ),
    (
        "Cát 04 giấy phép: Khai thác: 03 giấy phép (01 giấy phép cấp mới, 02 gia hạn).",
        [
            ("04", "Cát … giấy phép"),
            ("03", "Cát … giấy phép, trong đó khai thác … giấy phép"),
            ("01", "Cát … giấy phép, trong đó khai thác … giấy phép, trong đó giấy phép cấp mới"),
            ("02", "Cát … giấy phép, trong đó khai thác … giấy phép, trong đó giấy phép gia hạn"),
        ],
    ),
    # a part whose name looks like a measure, where the parts make up the whole; of what kind the things counted are; a place is no unit
    (
        "Đội đoạt 9 huy chương (4 vàng, 5 đồng).",
        [
            ("9", "huy chương"),
            ("4", "huy chương, trong đó huy chương vàng"),
            ("5", "huy chương, trong đó huy chương đồng"),
        ],
    ),
    ("Có 9 hộ (4 hộ nghèo, 5 ha).", [("9", "hộ"), ("4", "hộ, trong đó hộ nghèo"), ("5", "hộ nghèo")]),
    ("Có 9 bến là bến tạm.", [("9", "bến là bến tạm")]),
    ("Khu 3 Bình An có 14 hộ.", [("14", "Khu 3 Bình An … hộ")]),
    ("Phát 3 bình nước.", [("3", "Phát … bình nước")]),
    # the same for another time; a share of what was counted; an amount of what was counted
    (
        "Tỷ lệ hộ dùng đò: 83,4% (tháng 3/2025 là 83,3%); Tốc độ đò trên sông là 12 km.",
        [("83,4", "Tỷ lệ hộ dùng đò"), ("83,3", "Tỷ lệ hộ dùng đò"), ("12", "Tốc độ đò trên sông")],
    ),
    ("Có 11 trạm nước (7,7% số trạm của tỉnh).", [("11", "trạm nước"), ("7,7", "trạm nước … số trạm của tỉnh")]),
    ("Thu phí cho 59 điểm neo: 142 triệu đồng.", [("59", "Thu phí … điểm neo"), ("142", "Thu phí … điểm neo")]),
    # a change is that of the last thing counted
    (
        "Khách đạt 12 triệu lượt, tăng 8%; thu phí bến đạt 61 tỷ đồng, bằng 71% dự toán.",
        [("12", None), ("8", None), ("61", "thu phí bến"), ("71", "thu phí bến, bằng … dự toán")],
    ),
    ("Nghề đò với nhiều bến đẹp, có tiếng; lũy kế 10 tháng đầu năm đạt 86% dự toán.", [("86", "Nghề đò, đạt … dự toán")]),
    ("Kiểm tra đối với 08 đơn vị.", [("08", "Kiểm tra đối với … đơn vị")]),
    ("Đã trình Quốc hội 13 dự án luật.", [("13", "trình Quốc hội … dự án luật")]),
    ("Tổng số DC trên toàn tỉnh: 41 DC.", [("41", "Tổng số DC trên toàn tỉnh … DC")]),
    ("Lập 03 Tổ Công tác để giữ 02 bến.", [("03", "Lập … tổ Công tác"), ("02", None)]),
]


@pytest.mark.parametrize(("body", "expected"), LABELS, ids=[body[:40] for body, _ in LABELS])
def test_labels_say_what_is_counted(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(figure.quote, figure.label) for figure in figures(body)] == [
        (quote, label if label is not None else figure.label) for (quote, label), figure in zip(expected, figures(body), strict=True)
    ]


PARTS = [
    ("Tổng thu phí bến, phí đò đạt 291 triệu đồng. Trong đó: phí bến 200 triệu đồng, phí đò 91 triệu đồng.", [None, "291", "291"]),
    ("Cát: cấp 04 giấy phép, trong đó cấp mới 01 giấy phép, gia hạn 03 giấy phép.", [None, "04", "04"]),
    ("Có 10 hộ dùng đò. Có 5 hộ dùng thuyền.", [None, None]),
    ("Kho Lim chứa 210 tấn và kho Đá Bạc gồm có 02 gian chứa 180 tấn.", [None, None, None]),
    ("Có 10 hộ dùng đò (so với tháng 3 là 8 hộ).", [None, None]),
    ("Gửi 36 văn bản (lũy kế trên 530 văn bản).", [None, None]),
    ("Công an tỉnh tổ chức 04 cuộc kiểm tra, gồm: 03 cuộc kiểm tra bến, 01 cuộc kiểm tra đò.", [None, "04", "04"]),
]


@pytest.mark.parametrize(("body", "totals"), PARTS)
def test_parts_hang_below_their_total(body: str, totals: list[str | None]) -> None:
    found = figures(body)
    quotes = {figure.span: figure.quote for figure in found}
    assert [quotes[figure.part_of] if figure.part_of else None for figure in found] == totals


ABOUT = [
    ("Có trên 200 hộ dùng đò.", "trên", None),
    ("Thu khoảng 12 tỷ đồng.", "khoảng", None),
    ("Gần 20.000 hộ phải sơ tán.", "gần", None),
    ("Hơn 120 lồng bè bị trôi.", "hơn", None),
    ("Tổng thu ước đạt 12 tỷ đồng.", "ước đạt", None),
    ("Có 200 hộ dùng đò.", None, None),
    ("Khách qua đò tăng 42% so với cùng kỳ năm 2024.", None, "so với cùng kỳ năm 2024"),
    ("Thu phí bằng 105% dự toán, giảm 3% so cùng kỳ.", None, None),
    ("Xây mới 15 nhà.", None, None),
]


@pytest.mark.parametrize(("body", "about", "compared"), ABOUT)
def test_about_how_much_and_compared_with_what(body: str, about: str | None, compared: str | None) -> None:
    figure = figures(body)[0]
    assert (figure.approximation, figure.comparison) == (about, compared)


def test_a_time_that_is_only_compared_with_is_no_period() -> None:
    more, fewer = figures("Trong năm 2025, xây mới 15 nhà (tăng 3 nhà so với năm 2023).")
    assert (more.period, fewer.period, fewer.comparison) == ("2025", "2025", "so với năm 2023")


PERIODS: list[tuple[str, str | None]] = [
    ("Năm 2024, thu 12 triệu đồng; số còn phải thu chuyển sang năm 2026: 3 triệu đồng.", "2024"),
    ("Số hộ dùng đò: 12 hộ (tháng 3/2025 là 10 hộ); Số hộ dùng thuyền: 5 hộ.", None),
    ("I. KẾT QUẢ 6 THÁNG ĐẦU NĂM 2031\n\n1. Kết nạp 12 đảng viên.", "2031-01/2031-06"),
    ("I. KẾT QUẢ GIAI ĐOẠN 2026 - 2030\n\n1. Kết nạp 12 đảng viên.", "2026/2030"),
    ("6 tháng đầu năm, kết nạp 12 đảng viên.", "2025-01/2025-06"),
    ("Năm 2024, kết nạp 12 đảng viên.", "2024"),
    ("I. KẾT QUẢ NĂM 2024\n\n1. Trong quý I năm 2025, kết nạp 12 đảng viên.", "2025-01/2025-03"),
]


@pytest.mark.parametrize(("body", "period"), PERIODS)
def test_the_period_of_the_sentence_or_of_its_section(body: str, period: str | None) -> None:
    assert figures(body)[-1].period == period


BODIES = [
    ("Công an tỉnh đã kiểm tra 04 bến; Sở Bến bãi đã tổ chức 01 lớp.", ["Công an tỉnh", "Sở Bến bãi"]),
    ("- Thanh tra tỉnh (sau hợp nhất): 01 cuộc thanh tra.", ["Thanh tra tỉnh"]),
    ("Tại xã Đá Bạc có 12 hộ dùng đò.", ["xã Đá Bạc"]),
    ("1. Huyện ủy Đá Bạc\n\nKết nạp 12 đảng viên.", ["Huyện ủy Đá Bạc"]),
    ("Kết nạp 12 đảng viên.", ["UBND tỉnh Sông Mơ"]),
]


@pytest.mark.parametrize(("body", "bodies"), BODIES)
def test_the_body_is_the_one_named(body: str, bodies: list[str]) -> None:
    assert [figure.organisation for figure in figures(body)] == bodies


NONE = [
    "Phấn đấu kết nạp 12 đảng viên trong năm tới.",
    "Dự kiến trồng 1.200 cây.",
    "II. PHƯƠNG HƯỚNG, NHIỆM VỤ\n\n1. Kết nạp 12 đảng viên.",
    "Theo Điều 12 Quy chế, số 15/QĐ-UBND.",
    "Trực cứu hộ 24/24 giờ.",
    "Điện thoại 0912.345.678.",
    "Mẫu số 03 kèm theo.",
    "Sau 5 năm thực hiện, kết quả tốt.",
    "Đồng chí Na, sinh năm 1970.",
]


@pytest.mark.parametrize("body", NONE)
def test_what_is_no_figure(body: str) -> None:
    assert [figure.quote for figure in figures(body)] == []


def test_a_plan_tells_figures_only_where_it_tells_how_things_are() -> None:
    body = "I. TÌNH HÌNH BẾN ĐÒ\n\n1. Có 200 nhà bị ngập.\n\nII. NHIỆM VỤ\n\n1. Xây 12 bến đò.\n"
    assert [figure.quote for figure in figures(body, "KẾ HOẠCH")] == ["200"]


def test_the_unit_of_a_table_stands_above_it() -> None:
    rows = "TT\tNội dung\tNăm 2024\tNăm 2025\n1\tThu phí bến\t120\t135\n2\tThu phí đò\t80\t92\n"
    found = figures(f"PHỤ LỤC 1\n\nKết quả thu phí\n\nĐVT: triệu đồng\n\n{rows}")
    assert {(f.label, f.value, f.unit, f.period) for f in found} == {
        ("Thu phí bến - Năm 2024", "120", "triệu đồng", "2024"),
        ("Thu phí bến - Năm 2025", "135", "triệu đồng", "2025"),
        ("Thu phí đò - Năm 2024", "80", "triệu đồng", "2024"),
        ("Thu phí đò - Năm 2025", "92", "triệu đồng", "2025"),
    }


def test_both_ends_of_a_range_are_told() -> None:
    low, high = figures("Mỗi bến được hỗ trợ từ 2,5 đến 5,5 tỷ đồng/năm.")
    assert [(one.value, one.unit, one.approximation) for one in (low, high)] == [
        ("2.5", "tỷ đồng/năm", "từ"),
        ("5.5", "tỷ đồng/năm", "đến"),
    ]


@pytest.mark.parametrize(
    ("body", "period"),
    [
        ("Trong 10 tháng năm 2025, bến đón 12.000 lượt khách.", "2025-01/2025-10"),
        ("Lũy kế 9 tháng của năm 2025, bến đón 12.000 lượt khách.", "2025-01/2025-09"),
        ("Trong 3 tháng cuối năm 2025, bến đón 12.000 lượt khách.", "2025-10/2025-12"),
        ("Trong 12 tháng, năm 2025 bến đón 12.000 lượt khách.", "2025"),
    ],
)
def test_the_first_months_of_a_year(body: str, period: str) -> None:
    assert [one.period for one in figures(body)] == [period]


ROWS: list[tuple[str, list[tuple[str, str]]]] = [
    # reached and to be reached; amounts with their word on both sides of the stroke
    ("Hộ dùng đò mới đạt 83,2%/50% kế hoạch.", [("83,2", "Hộ dùng đò mới … kế hoạch"), ("50", "Hộ dùng đò mới … kế hoạch (mức so sánh)")]),
    ("Đã số hóa 6 triệu/8 triệu trang.", [("6", "số hóa … triệu trang"), ("8", "số hóa … triệu trang (mức so sánh)")]),
    # all names of what is counted; what is said of the second is said of the first, over both wholes
    (
        "Có 12/12 sở, ngành và 6/8 xã đã lập sổ bến.",
        [("12", "sở, ngành đã lập sổ bến"), ("12", "sở, ngành (tổng số)"), ("6", "xã đã lập sổ bến"), ("8", "xã (tổng số)")],
    ),
    # counted things by their letters, further ones in a list, behind a sign; no number of a document
    ("Sở rà soát: 324 TTHC; 16 ý tưởng đò, 20 bài ca.", [("324", "rà soát … TTHC"), ("16", "ý tưởng đò"), ("20", "bài ca")]),
    ("Hiện có >30 hội đò.", [("30", "hội đò")]),
    ("Theo Kế hoạch 12 UBND-KT, họp bàn.", []),
    ("Cổng đã cung cấp 3.525 dịch vụ công.", [("3.525", "cung cấp … dịch vụ công")]),
    # the parts and the earlier value that brackets name behind a count without a unit
    (
        "Tổng số bến của tỉnh là 225 (đã dựng: 161; đang dựng: 52; chưa dựng: 12).",
        [
            ("225", "Tổng số bến của tỉnh"),
            ("161", "Tổng số bến của tỉnh, trong đó đã dựng"),
            ("52", "Tổng số bến của tỉnh, trong đó đang dựng"),
            ("12", "Tổng số bến của tỉnh, trong đó chưa dựng"),
        ],
    ),
    # what brackets say a share is of; a change in brackets is that of the number in them
    ("Số hóa được 106 trang (xã Đá Bạc đang làm, đạt 85%).", [("106", "Số hóa … trang"), ("85", "xã Đá Bạc đang làm, đạt")]),
    ("Khách tăng 8% (trong đó 1.200 khách lạ, tăng 5%).", [("8", "Khách tăng"), ("1.200", "khách lạ"), ("5", "khách lạ, tăng")]),
    ("Bến chưa đạt (mức C: 62%, D: 24%).", [("62", "Bến chưa đạt (mức C"), ("24", "Bến chưa đạt, D")]),
    # words in brackets behind what is counted; two things done to one
    ("Còn 22 việc (hạn quý I) tỉnh giao đang làm.", [("22", "việc tỉnh giao đang làm")]),
    ("100% các xã đã thành lập, kiện toàn tổ đò.", [("100", "các xã đã thành lập, kiện toàn tổ đò")]),
]


@pytest.mark.parametrize(("body", "expected"), ROWS)
def test_pairs_lists_and_brackets(body: str, expected: list[tuple[str, str]]) -> None:
    assert [(figure.quote, figure.label) for figure in figures(body)] == expected


def test_time_and_place_of_the_line_above_hold_below() -> None:
    body = (
        "I. KẾT QUẢ\n\n1. Về đò ngang 10 tháng năm 2024 của tỉnh Bến Mơ:\n\nKhách tăng 12% so cùng kỳ; doanh thu 9 tháng tăng 8%.\n\n"
        "2. Về phao:\n\nĐã cắm 12 phao.\n\nChính quyền đã giao Sở Bến bãi chủ trì, thu hút được 30 người thợ.\n"
    )
    found = figures(body)
    assert [(figure.quote, figure.organisation, figure.period) for figure in found] == [
        ("12", "tỉnh Bến Mơ", "2024-01/2024-10"),
        ("8", "tỉnh Bến Mơ", "2024-01/2024-09"),
        ("12", "UBND tỉnh Sông Mơ", None),
        ("30", "Sở Bến bãi", None),
    ]


def test_months_without_a_year_are_those_that_the_text_tells() -> None:
    body = (
        "I. ĐÁNH GIÁ CHUNG\n\nTrong 10 tháng đầu năm 2024, tỉnh gặp lũ lớn.\n\n"
        "Lũy kế 10 tháng khách qua đò tăng 14%. Sau 10 tháng thử, bến mới đạt 8% kế hoạch.\n"
    )
    assert [(figure.quote, figure.period) for figure in figures(body)] == [("14", "2024-01/2024-10"), ("8", None)]


def test_a_conclusion_tells_of_the_place_that_its_subject_ends_with() -> None:
    head = "VĂN PHÒNG BẾN BÃI\n\nSố: 12/TB-VPBB\n\nĐá Bạc, ngày 05 tháng 3 năm 2025\n\nTHÔNG BÁO\n\n"
    for subject, who in (("Kết luận tại buổi làm việc với lãnh đạo tỉnh Sông Mơ", "tỉnh Sông Mơ"), ("Kết luận về phát triển xã hội", None)):
        found = read(head + subject + "\n\nI. ĐÁNH GIÁ CHUNG\n\nKhách qua đò tăng 14%.\n")[1].figures
        assert [figure.organisation for figure in found] == [who]


TOLD_BY_OTHERS: list[tuple[str, list[tuple[str, str | None]]]] = [
    # what a letter or a conclusion tells as reached: an amount with how it changed since, so many of so many with their share
    (
        "Số phí toàn tỉnh là 42,7 tỷ đồng, tăng 3,1 tỷ đồng so với cùng kỳ.",
        [("42,7", "Số phí toàn tỉnh"), ("3,1", "Số phí toàn tỉnh, tăng")],
    ),
    (
        "Đã tập huấn cho 1.205/1.230 lái đò (đạt 97,96%).",
        [("1.205", "tập huấn … lái đò"), ("1.230", "lái đò (tổng số)"), ("97,96", "tập huấn … lái đò, đạt")],
    ),
    ("Phấn đấu thu 12 tỷ đồng, tăng 3 tỷ đồng so với năm 2024.", []),
    ("Mức phí là 12 triệu đồng, giảm theo Quyết định của tỉnh.", []),
    ("Tập huấn cho 18/20 chi hội.", []),
]


@pytest.mark.parametrize(("body", "expected"), TOLD_BY_OTHERS)
def test_what_others_tell_as_reached_is_read(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(figure.quote, figure.label) for figure in figures(body, "THÔNG BÁO")] == expected


def test_a_total_stands_where_a_change_brought_it() -> None:
    joined, total = figures("Kết nạp 35 hội viên, nâng tổng số hội viên lên 1.242.")
    assert (joined.quote, total.quote, total.label, total.unit) == ("35", "1.242", "nâng tổng số hội viên lên", None)
