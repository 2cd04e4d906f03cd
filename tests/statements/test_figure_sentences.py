"""Figures in the sentences of reports: when each holds, of whom it tells, which one a change belongs to, what ends its label."""

from __future__ import annotations

import pytest

from tests.statements.statement_helpers import read

REPORT = "UBND TỈNH SÔNG MƠ\n\nSố: 12/BC-UBND\n\nSông Mơ, ngày 05 tháng 12 năm 2024\n\nBÁO CÁO\n\n{subject}\n\n{body}\n"
PERIODS: list[tuple[str, str, list[str | None]]] = [
    # a subject that goes on to what is planned: the time of what is told
    ("Kết quả 6 tháng đầu năm 2024, phương hướng 6 tháng cuối năm 2024", "Mở 12 bến đò.", ["2024-01/2024-06"]),
    ("Tổng kết năm 2024 và triển khai nhiệm vụ năm 2025", "Mở 12 bến đò.", ["2024"]),
    ("Kết quả năm 2024; mục tiêu, nhiệm vụ năm 2025", "Mở 12 bến đò.", ["2024"]),
    ("Tình hình bến đò năm 2023 và năm 2024", "Mở 12 bến đò.", [None]),
    ("Sơ kết 6 tháng đầu năm và kế hoạch 6 tháng cuối năm 2024", "Mở 12 bến đò.", ["2024-01/2024-06"]),
    ("Kết quả quý II, nhiệm vụ quý III năm 2024", "Mở 12 bến đò.", ["2024-04/2024-06"]),
    ("Kết quả và nhiệm vụ năm 2025", "Mở 12 bến đò.", [None]),
    # what is counted up to now is of no period that the report names
    ("Kết quả năm 2024", "Lũy kế đến nay có 12 bến đò.", [None]),
    ("Kết quả năm 2024", "Năm 2024 mở 12 bến đò; lũy kế từ đầu nhiệm kỳ mở 31 bến đò.", ["2024", None]),
    ("Kết quả năm 2024", "Lũy kế đến tháng 6/2024 có 12 bến đò.", ["2024-06"]),
    ("Kết quả tháng 11 năm 2024", "Lũy kế 11 tháng thu 12 tỷ đồng.", ["2024-01/2024-11"]),
    # a quarter, a month, a term without its year
    (
        "Kết quả năm 2024",
        "Quý I năm 2024 phạt 15 trường hợp; quý II phạt 19 trường hợp.",
        ["2024-01/2024-03", "2024-04/2024-06"],
    ),
    ("Kết quả năm 2024", "Tháng 4 mở 12 bến đò.", ["2024-04"]),
    ("Kết quả năm học 2023 - 2024", "Học kỳ I thư viện cho mượn 1.240 lượt sách.", [None]),
    ("Kết quả năm 2024", "Từ tháng 3 mở 12 bến đò.", [None]),
    ("Kết quả năm 2024", "Việc có thời hạn hoàn thành đến tháng 5 là 45 nhiệm vụ.", [None]),
    ("Kết quả năm 2024", "Hạn của tháng 3, tháng 4, tháng 5 là 45 nhiệm vụ.", [None]),
    ("Kết quả năm 2024", "Thu 12 tỷ đồng, tăng 8% so với tháng 4.", ["2024", "2024"]),
    # a time behind a number that it is only compared with
    ("Kết quả năm 2024", "Tỷ lệ hộ dùng đò là 80,5%, cao hơn năm 2023 là 2,3%.", ["2024", "2024"]),
    ("Kết quả năm 2024", "Tỷ lệ hộ dùng đò đạt 89%, cùng kỳ năm 2023 khác hẳn.", ["2024"]),
    # a time up to which a thing is good, or a plan looks, is that of no number
    (
        "Kết quả năm 2024",
        "Kho còn 12 hộp thuốc, thời hạn đến hết ngày 30/6/2026; 9 cái phao, hạn dùng đến tháng 12/2027.",
        ["2024", "2024"],
    ),
    ("Kết quả năm 2024", "Theo quy hoạch, tầm nhìn đến năm 2050, toàn tỉnh có 07 khu bến.", ["2024"]),
    # a number behind a comparison is of the time compared with
    ("Kết quả năm 2024", "Thu 12 tỷ đồng, tăng 20% so với năm 2023 (10 tỷ đồng).", ["2024", "2024", "2023"]),
    ("Kết quả năm 2024", "Thu 12 tỷ đồng, tăng 20% so cùng kỳ (10 tỷ đồng).", ["2024", "2024", None]),
]


@pytest.mark.parametrize(("subject", "body", "periods"), PERIODS)
def test_a_figure_holds_when_its_sentence_or_what_stands_over_it_says(subject: str, body: str, periods: list[str | None]) -> None:
    found = read(REPORT.format(subject=subject, body=body))[1].figures
    assert [figure.period for figure in found] == periods


def test_months_of_a_plan_are_of_the_year_of_their_heading() -> None:
    head = "UBND TỈNH SÔNG MƠ\n\nSố: 12/KH-UBND\n\nSông Mơ, ngày 05 tháng 12 năm 2024\n\nKẾ HOẠCH\n\nBến đò 03 năm 2025 - 2027\n\n"
    found = read(f"{head}I. TÌNH HÌNH NĂM 2024\n\n6 tháng đầu năm thu 12 tỷ đồng.\n")[1].figures
    assert [figure.period for figure in found] == ["2024-01/2024-06"]


LABELS: list[tuple[str, list[tuple[str, str]]]] = [
    # nouns of one name, commas and "và" between them; brackets behind a place, and those that a name ends with
    ("Trong đó: khu vực nông, lâm nghiệp và thủy sản ước đạt 5,39%.", [("5,39", "khu vực nông, lâm nghiệp và thủy sản")]),
    ("Theo quy hoạch, toàn tỉnh Sông Mơ (mới) có 07 khu bến.", [("07", "khu bến")]),
    ("Khối lượng thuốc (gói và lọ): 92.075 kg.", [("92.075", "Khối lượng thuốc (gói và lọ)")]),
    # before and after a thing changed
    ("Đổi vốn điều lệ từ 09 tỷ đồng lên 20 tỷ đồng.", [("09", "Đổi vốn điều lệ"), ("20", "Đổi vốn điều lệ, lên")]),
    # a change behind a part is that of the part, until the brackets of the parts are closed
    (
        "Tổng thu là 90 tỷ đồng, tăng 8%; trong đó: thu phí 60 tỷ đồng, vượt 10% dự toán.",
        [("90", "Tổng thu"), ("8", "Tổng thu, tăng"), ("60", "Tổng thu, trong đó thu phí"), ("10", "thu phí, vượt … dự toán")],
    ),
    (
        "Kết nạp 9 hội viên (trong đó 5 hội viên nữ), đạt 60% kế hoạch.",
        [
            ("9", "Kết nạp … hội viên"),
            ("5", "Kết nạp … hội viên, trong đó hội viên nữ"),
            ("60", "Kết nạp … hội viên, đạt … kế hoạch"),
        ],
    ),
    # parts that a sentence opens end with it
    (
        "Nhận 82 hồ sơ, trong đó trực tuyến 67 hồ sơ. Đã giải quyết 40 hồ sơ.",
        [("82", "Nhận … hồ sơ"), ("67", "Nhận … hồ sơ, trong đó trực tuyến … hồ sơ"), ("40", "giải quyết … hồ sơ")],
    ),
    # the same noun once more is its own unit
    ("Có 20 bến hàng, 12 bến khách.", [("20", "bến hàng"), ("12", "bến khách")]),
    # a change that opens its sentence, with what it is compared with before it
    ("Có 318 bến đò, gồm 204 bến hàng. So với năm 2023, tăng 9 bến.", [("318", ""), ("204", ""), ("9", "bến đò, tăng")]),
    # an amount that comes with a count; the same amount in another currency
    (
        "Thu hút 29 dự án, với tổng vốn đăng ký 4,87 tỷ USD tương đương 113.229 tỷ đồng.",
        [("29", "Thu hút … dự án"), ("4,87", "Thu hút … dự án, tổng vốn đăng ký"), ("113.229", "tổng vốn đăng ký")],
    ),
    # where things were done
    ("Đã giám sát 05 nội dung tại 17 xã.", [("05", "giám sát … nội dung"), ("17", "giám sát … nội dung tại … xã")]),
    # what is said of one number ends before the next one
    (
        "Phát hiện 29 vụ việc, kiến nghị thu hồi 64,8 triệu đồng và 1.130 m2 đất.",
        [("29", "Phát hiện … vụ việc"), ("64,8", "kiến nghị thu hồi"), ("1.130", "kiến nghị thu hồi … đất")],
    ),
    ("Trao 60 suất quà trị giá 30 triệu đồng.", [("60", "Trao … suất quà trị giá"), ("30", "Trao … suất quà trị giá, trị giá")]),
    # "đạt" without a number tells of what kind they are
    (
        "Có 29/31 trường đạt chuẩn bến đò, đạt tỷ lệ 93,5%.",
        [("29", "trường đạt chuẩn bến đò"), ("31", "trường (tổng số)"), ("93,5", "tỷ lệ trường đạt chuẩn bến đò")],
    ),
    # two numbers that their share proves to be counts; a ratio without one may be anything
    (
        "Lái đò đạt chuẩn: 31/33 (93,9%).",
        [("31", "Lái đò đạt chuẩn"), ("33", "Lái đò đạt chuẩn (tổng số)"), ("93,9", "tỷ lệ lái đò đạt chuẩn")],
    ),
    ("Lái đò đạt chuẩn: 31/33 (50%).", [("50", "Lái đò đạt chuẩn, 31/33")]),
    # the sign "=" says "bằng"; a number that differs only by its time; nouns of one name beside a comma
    ("Thu phí đạt 78 triệu đồng = 79% dự toán.", [("78", "Thu phí"), ("79", "Thu phí, bằng … dự toán")]),
    ("Tỷ lệ hộ dùng đò: 68%; năm 2023: 66%.", [("68", "Tỷ lệ hộ dùng đò"), ("66", "Tỷ lệ hộ dùng đò")]),
    ("Quý I năm 2024 phạt 15 trường hợp; quý II 19 trường hợp.", [("15", "phạt … trường hợp"), ("19", "phạt … trường hợp")]),
    ("Đang hòa giải 58 vụ; đã hòa giải 12 vụ.", [("58", "Đang hòa giải … vụ"), ("12", "hòa giải … vụ")]),
    ("Có 5/7 bến đạt chuẩn phao (71,4%).", [("5", "bến đạt chuẩn phao"), ("7", "bến (tổng số)"), ("71,4", "tỷ lệ bến đạt chuẩn phao")]),
    (
        "Đội ngũ gồm 43 người: lái đò 3 người, giáo viên 36 người.",
        [("43", ""), ("3", "Đội ngũ … người, trong đó lái đò … người"), ("36", "")],
    ),
    ("Có 26 tỉnh, thành phố số hóa gần 106 nghìn hồ sơ.", [("26", "tỉnh, thành phố số hóa"), ("106", "")]),
    ("Có 12 bộ, ngành & 37 xã gửi báo cáo.", [("12", "bộ, ngành"), ("37", "xã gửi báo cáo")]),
    ("Đã góp 520 ngày công và 21 triệu đồng.", [("520", "góp … ngày công"), ("21", "góp")]),
    # an amount behind a count is of what was counted, a share of its own words
    ("Xây 12 bến, 300 triệu đồng.", [("12", "Xây … bến"), ("300", "Xây")]),
    ("Xây 12 bến, 5% đò gỗ.", [("12", "Xây … bến"), ("5", "đò gỗ")]),
    ("Tỷ lệ đò có phao: 18/20 đò, đạt 90%.", [("18", ""), ("20", ""), ("90", "Tỷ lệ đò có phao … đò")]),
    ("Kim ngạch nông, lâm, thủy sản đạt 186 triệu đồng.", [("186", "Kim ngạch nông, lâm, thủy sản")]),
    ("Thu nhập trên 1 ha bãi đạt 92 triệu đồng.", [("92", "Thu nhập trên 1 ha bãi")]),
    ("Thu thuế, phí 120 triệu đồng.", [("120", "Thu thuế, phí")]),
    ("Năm nay được mùa, đã giúp 30 hộ.", [("30", "giúp … hộ")]),
    ("Trong năm, có 12 bến gỗ, 5 bến đá.", [("12", "bến gỗ"), ("5", "bến đá")]),
    ("Chiến dịch trồng 52.000 cây, gấp 1,3 lần năm 2023.", [("52.000", ""), ("1,3", "Chiến dịch trồng … cây, gấp")]),
    ("Thành lập 12 đội hình tình nguyện với 870 lượt đoàn viên.", [("12", ""), ("870", "lượt đoàn viên")]),
    # names in quotation marks, words that only look like ordinals
    ("Quỹ phao được 12 triệu đồng; Quỹ “Vì bến, vì đò” được 5 triệu đồng.", [("12", "Quỹ phao"), ("5", "Quỹ “Vì bến, vì đò”")]),
    ("Có hộ dân tộc thiểu số 188 người.", [("188", "hộ dân tộc thiểu số … người")]),
    ("Xã được đầu tư 06 phòng học.", [("06", "đầu tư … phòng học")]),
    ("Theo Thông tư 06 phòng học phải rộng.", []),
    ("Có 620 hòa giải viên.", [("620", "hòa giải viên")]),
    ("Kết nạp được 20 đảng viên/chỉ tiêu 33.", [("20", "Kết nạp … đảng viên")]),
]


@pytest.mark.parametrize(("body", "expected"), LABELS)
def test_a_label_ends_where_the_next_number_begins(body: str, expected: list[tuple[str, str]]) -> None:
    found = read(body, "BÁO CÁO")[1].figures
    assert [(figure.quote, figure.label if label else "") for figure, (_, label) in zip(found, expected, strict=True)] == expected


UNITS = [
    ("Năng suất đạt 68 tạ/ha, giảm 2 tạ/ha so với cùng kỳ.", ["tạ/ha", "tạ/ha"]),
    ("Sản lượng là 12 triệu kWh.", ["triệu kWh"]),
    ("Tịch thu 56,3 m3 gỗ.", ["m3"]),
    ("Thu nhập đạt 31 triệu đồng/người/năm.", ["triệu đồng/người/năm"]),
    # behind a stroke, what was planned is no unit; what the number is counted for is, also above another figure
    ("Kết nạp được 20 đảng viên/chỉ tiêu 33, đạt 60,6%.", ["đảng viên", "%"]),
    ("Thu được 3 tạ/ha trên 20 ha.", ["tạ/ha", "ha"]),
    ("Lãi là 6 tỷ đồng/năm/Liên hiệp HTX.", ["tỷ đồng/năm/Liên hiệp HTX"]),
]


@pytest.mark.parametrize(("body", "units"), UNITS)
def test_a_unit_is_as_long_as_it_is(body: str, units: list[str]) -> None:
    assert [figure.unit for figure in read(body, "BÁO CÁO")[1].figures] == units


OWN = "UBND tỉnh Sông Mơ"
SUBJECTS: list[tuple[str, list[str | None]]] = [
    # an average of another area is not of the place that reports
    ("Giải ngân đạt 66%, bình quân cả nước 54%.", [OWN, None]),
    ("Ngành tăng 4%, cao hơn bình quân cả nước (3%).", [OWN, None]),
    ("Xuất khẩu tăng 18% (bình quân cả nước tăng 16%).", [OWN, None]),
    ("Khách tăng 15%, cao hơn so với mức tăng cả nước là 9%.", [OWN, None]),
    ("Đạt 15 tỷ đồng, bình quân một bến 2 tỷ đồng.", [OWN, OWN]),
    # a body with the number right behind its name; one whose name cannot be told from what it did
    ("Hội Bến bãi tỉnh giám sát 03 cuộc; Hội Đò dọc liên xã tỉnh 02 cuộc.", ["Hội Bến bãi tỉnh", "Hội Đò dọc liên xã tỉnh"]),
    ("Sở Bến bãi mở 03 lớp; Hội Chợ bến sông ủng hộ 45 triệu đồng để lắp 18 phao.", ["Sở Bến bãi", None, None]),
    ("Sở Bến bãi mở 03 lớp; Viện Hải đăng nhường ba gian kho làm 04 bến.", ["Sở Bến bãi", None]),
    ("Xã xây 12 bến.", [OWN]),
]


@pytest.mark.parametrize(("body", "bodies"), SUBJECTS)
def test_of_whom_a_figure_tells(body: str, bodies: list[str | None]) -> None:
    found = read(body, "BÁO CÁO")[1].figures
    assert [figure.organisation for figure in found] == bodies
    assert not any(figure.part_of for figure in found)


def test_a_head_that_names_its_unit_or_its_months_is_asked_before_what_stands_above() -> None:
    heads = "TT\tĐơn vị\tThực hiện tháng 11\tLũy kế 11 tháng\tLũy kế đến nay\tSo dự toán (%)"
    table = f"{heads}\n1\tBến Lim\t27,4\t301,8\t420\t94,3\n2\tBến Đá\t39\t420,6\t500\t98\n"
    body = f"I. KẾT QUẢ\n\nĐơn vị tính: tỷ đồng\n\n{table}"
    found = read(REPORT.format(subject="Kết quả tháng 11 năm 2024", body=body))[1].figures
    assert [(figure.value, figure.unit, figure.period) for figure in found[:4]] == [
        ("27.4", "tỷ đồng", "2024-11"),
        ("301.8", "tỷ đồng", "2024-01/2024-11"),
        ("420", "tỷ đồng", None),
        ("94.3", "%", "2024-11"),
    ]


SUMMED = [
    ("Có 87 mô hình (kinh tế 60, văn hóa - xã hội 20, quốc phòng 7).", ["87", "60", "20", "7"]),
    ("Có 87 mô hình (kinh tế 60, văn hóa - xã hội 21, quốc phòng 7).", ["87"]),  # they do not sum up: they may be anything
    ("Có 87 mô hình (theo Quyết định 87).", ["87"]),
]


@pytest.mark.parametrize(("body", "quotes"), SUMMED)
def test_bare_numbers_that_sum_up_to_a_count_are_its_parts(body: str, quotes: list[str]) -> None:
    total, *parts = read(body, "BÁO CÁO")[1].figures
    assert [total.quote, *(part.quote for part in parts)] == quotes
    assert all(part.part_of == total.span and part.unit == total.unit for part in parts)
    assert not parts or parts[1].label == "mô hình, trong đó văn hóa - xã hội … mô hình"


def test_rows_of_places_tell_of_them_and_take_the_time_above() -> None:
    table = "STT\tĐịa bàn\tSố bến\n1\tXã Đá Bạc\t24\n2\tPhường Thác Vàng\t31\n"
    found = read(REPORT.format(subject="Kết quả năm 2024, phương hướng năm 2025", body=f"I. KẾT QUẢ\n\n{table}"))[1].figures
    assert [(figure.value, figure.organisation, figure.period) for figure in found] == [
        ("24", "Xã Đá Bạc", "2024"),
        ("31", "Phường Thác Vàng", "2024"),
    ]


COUNTED = [
    # what is said behind the last of a list with which a clause begins is said of all of it; not where the clause begins otherwise
    ("340 ha lúa, gần 25 ha ngô và 1.200 con gia cầm bị cuốn trôi.", ["lúa bị cuốn trôi", "ngô bị cuốn trôi", "con gia cầm bị cuốn trôi"]),
    ("Đã trồng 500 ha keo, 30 ha quế bị hạn phải trồng lại.", ["trồng … keo", "trồng … quế bị hạn phải trồng lại"]),
    ("Xã có 1.200 hộ, 4.800 nhân khẩu được cấp thẻ.", ["hộ", "nhân khẩu được cấp thẻ"]),
    # a share of those named behind it, all of them
    ("100% các chi bộ, đảng bộ cơ sở đã mở lớp.", ["các chi bộ, đảng bộ cơ sở đã mở lớp"]),
    ("95% cán bộ, công chức, viên chức đã ký cam kết.", ["cán bộ, công chức, viên chức đã ký cam kết"]),
    ("Đạt 95% kế hoạch, hộ nghèo giảm 3%.", ["Đạt … kế hoạch", "hộ nghèo giảm"]),
    # the number of another time does not bear the time of the one before
    ("Thu phí tháng 6 đạt 12 tỷ đồng, lũy kế 6 tháng đạt 70 tỷ đồng, bằng 52% vốn.", ["Thu phí tháng 6", "Thu phí", "Thu phí, bằng … vốn"]),
    ("Thu phí tháng 6 đạt 12 tỷ đồng, lũy kế 6 tháng năm 2024 đạt 70 tỷ đồng.", ["Thu phí tháng 6", "Thu phí, đạt"]),
    ("Khách đến trong tháng 5 đạt 4.000 lượt; lũy kế 5 tháng đạt 18.500 lượt.", ["Khách đến trong tháng 5 … lượt", "Khách đến … lượt"]),
    ("Đến ngày 30/6/2024: 14 xã và 3 phường đã lập tổ bến.", ["xã đã lập tổ bến", "phường đã lập tổ bến"]),
    ("Có đò mới. Mốc đóng đò: tháng 6 (10,5%), tháng 9 (14,9%).", ["Mốc đóng đò, tháng 6", "Mốc đóng đò, tháng 9"]),
    # what is left has not been done
    ("Đã hoàn thành 21 bến, còn 14 bến đang dựng.", ["hoàn thành … bến", "còn … bến đang dựng"]),
    ("Đã hoàn thành 21 nhiệm vụ, 14 nhiệm vụ quá hạn.", ["hoàn thành … nhiệm vụ", "nhiệm vụ quá hạn"]),
    ("Đã xây 21 bến ngang, 14 bến dọc.", ["xây … bến ngang", "xây … bến dọc"]),
    ("Tỷ lệ hộ nghèo giảm 2%, còn 5,4%.", ["Tỷ lệ hộ nghèo giảm", "Tỷ lệ hộ nghèo giảm"]),
    # marks of footnotes are no words, foreign money is money
    ("Đã hoàn thành 21 nhiệm vụ[2], ký 13 thỏa thuận hợp tác⁶ với tỉnh bạn.", ["hoàn thành … nhiệm vụ", "ký … thỏa thuận hợp tác"]),
    ("Có 14 nhiệm vụ⁽³⁾ đang làm.", ["nhiệm vụ đang làm"]),
    ("Kim ngạch đạt 3,2 tỷ đô la Mỹ, vốn viện trợ 450 nghìn euro.", ["Kim ngạch", "vốn viện trợ"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "labels"), COUNTED)
def test_a_label_says_what_was_counted(body: str, labels: list[str]) -> None:
    assert [figure.label for figure in read(body, "BÁO CÁO")[1].figures] == labels


def test_a_label_takes_nothing_from_a_bracket_that_is_closed_before_it() -> None:
    body = "Có 54 chuyến đò (46 chuyến lên và 8 chuyến xuống), trong đó: 51 chuyến đã cập bến (đạt tỷ lệ 94,4%)."
    found = read(REPORT.format(subject="Kết quả năm 2024", body=body))[1].figures
    assert [figure.label for figure in found if figure.quote in ("51", "94,4")] == [
        "chuyến đò, trong đó chuyến đã cập bến",
        "chuyến đã cập bến, đạt tỷ lệ",
    ]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Điều 8 Nghị định số 32/2024/NĐ-CP quy định: bến có tỷ lệ lấp đầy trên 50% mới được mở thêm 02 cầu tàu.", 0),
        ("Theo Nghị định số 32/2024/NĐ-CP, xã đã mở 12 bến.", 1),
        ("Xã thực hiện tốt các quy định của Nghị định số 32/2024/NĐ-CP tại 12 bến.", 1),
    ],
)
def test_what_a_document_lays_down_is_no_result(sentence: str, count: int) -> None:
    assert len(read(REPORT.format(subject="Kết quả năm 2024", body=sentence))[1].figures) == count


def test_a_part_of_the_year_is_no_name_of_a_place() -> None:
    body = "Thu phí trên địa bàn tỉnh Quý III đạt 12 tỷ đồng."
    found = read(REPORT.format(subject="Kết quả năm 2024", body=body))[1].figures
    assert [figure.organisation for figure in found] == ["UBND tỉnh Sông Mơ"]


def test_a_conclusion_tells_no_aim() -> None:
    body = "1. Để thực hiện mục tiêu tăng thu phí năm 2025 đạt trên 8%, các xã rà soát bến. Năm 2024 thu phí tăng 6%."
    assert [figure.value for figure in read(body, "THÔNG BÁO")[1].figures] == ["6"]
