from __future__ import annotations

from collections.abc import Callable

import pytest

from build_tools.citations import find_citations
from build_tools.model.statement import Figure
from build_tools.passages import Passages
from build_tools.statements import read_statements
from tests.content import EMPTY
from tests.statements.statement_helpers import read
from tests.timing import assert_linear


def figures(body: str, kind: str = "BÁO CÁO") -> tuple[Figure, ...]:
    document, statements = read(body, kind)
    for figure in statements.figures:
        assert figure.span.of(document.clean.text) == figure.quote
    return statements.figures


FOUND = [
    ("Tỉnh đã tổ chức 28 cuộc họp.", [("28", "28", "cuộc họp")]),
    ("Có 5.208 lượt người tham dự.", [("5.208", "5208", "lượt người")]),
    ("Đã khen 06 tập thể và 12 cá nhân.", [("06", "6", "tập thể"), ("12", "12", "cá nhân")]),
    ("Tỷ lệ hộ dùng nước sạch đạt 98,05%.", [("98,05", "98.05", "%")]),
    ("Tổng kinh phí 47,5 nghìn tỷ đồng.", [("47,5", "47.5", "nghìn tỷ đồng")]),
    ("Thu hút 1.219,11 triệu USD vốn đầu tư.", [("1.219,11", "1219.11", "triệu USD")]),
    ("Dây dẫn: 429.095 mét.", [("429.095", "429095", "mét")]),
    ("Đã trồng được 1.200 gốc chè.", [("1.200", "1200", "gốc chè")]),
    ("Trong đó: 58 bể chứa.", [("58", "58", "bể chứa")]),
    ("Đã cấp 12 giấy phép.", [("12", "12", "giấy phép")]),
    ("- Tổng số đơn đã nhận: 15.", [("15", "15", None)]),
    ("Kết nạp 45/40 đảng viên, đạt 112,5% kế hoạch.", [("45", "45", "đảng viên"), ("40", "40", "đảng viên"), ("112,5", "112.5", "%")]),
    ("Đã lắp 25 mắt đèn ở thôn.", [("25", "25", "mắt đèn")]),
    ("Có 18/20 chi bộ đăng ký.", [("18", "18", "chi bộ"), ("20", "20", "chi bộ")]),
]


@pytest.mark.parametrize(("body", "expected"), FOUND)
def test_figures_are_read(body: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert [(f.quote, f.value, f.unit) for f in figures(body)] == expected


NOT_FIGURES = [
    "Thực hiện Kế hoạch số 45-KH/TU ngày 01/3/2022.",
    "Sơ kết 01 năm thực hiện.",
    "Sau 6 tháng triển khai, kết quả tốt.",
    "Phòng, chống dịch Covid-19.",
    "Học tập “05 điều dạy” của ngành.",
    "Phong trào “5 không 3 sạch” lan rộng.",
    "Theo khoản 2 Điều 15 Quy chế.",
    "Hội nghị lần thứ 4 của tỉnh.",
    "(1) Đẩy mạnh tuyên truyền. (2) Phát huy vai trò.",
    "1. Tổ chức học tập.",
    "Đến năm 2025, các xã đạt chuẩn.",
    "Tuyến Quốc lộ 80 đi qua tỉnh.",
    "Họp lúc 14 giờ 30 phút.",
    "Khu phố 5 đi đầu.",
    "Số điện thoại 0203.555.123.",
    "Số điện thoại: 555123.",
    "Chương trình 135 thực hiện tốt.",
    "Đề án 06 của ngành.",
    "Nghị quyết 18 đi vào cuộc sống.",
    "Số: 15.",
    "Ngày Quốc tế Phụ nữ 8/3 hội viên dự họp.",
    "Áp dụng TCVN 5507-2002.",
]


@pytest.mark.parametrize("body", NOT_FIGURES)
def test_other_numbers_are_no_figures(body: str) -> None:
    assert [f.quote for f in figures(body)] == []


def test_what_is_counted_of_whom_when_and_out_of_how_many() -> None:
    part, whole, share = figures("Trong năm 2024, trên địa bàn huyện Đá Bạc có 180/200 hộ dùng nước sạch, đạt 90%.")
    assert (part.label, part.organisation, part.period, part.denominator) == ("hộ dùng nước sạch", "huyện Đá Bạc", "2024", "200")
    assert (whole.label, whole.value) == ("hộ (tổng số)", "200")
    assert (share.label, share.unit) == ("tỷ lệ hộ dùng nước sạch", "%")


def test_what_stands_behind_the_stroke_is_no_whole_of_more() -> None:
    done, planned = figures("Thu ngân sách trên địa bàn đạt 45.799/36.875 tỷ đồng.")
    assert (done.label, done.value, done.denominator) == ("Thu ngân sách trên địa bàn", "45799", "36875")
    assert (planned.label, planned.value, planned.denominator) == ("Thu ngân sách trên địa bàn (mức so sánh)", "36875", None)


def test_a_comparison_names_its_subject() -> None:
    _, more = figures("Tổng thu ngân sách đạt 12 tỷ đồng, tăng 8% so với năm trước.")
    assert more.label.startswith("Tổng thu ngân sách, tăng")


def test_a_new_sentence_has_its_own_subject() -> None:
    _, index = figures("Tổng thu ngân sách đạt 12 tỷ đồng. Chỉ số công nghiệp (CSCN) tăng 8%.")
    assert index.label == "Chỉ số công nghiệp (CSCN) tăng"


@pytest.mark.parametrize(("kind", "count"), [("BÁO CÁO", 2), ("THÔNG BÁO", 1), ("QUYẾT ĐỊNH", 0)])
def test_only_reports_give_all_their_figures(kind: str, count: int) -> None:
    assert len(figures("Có 28 lớp học; thu ngân sách đạt 47,5%.", kind)) == count


TABLE = (
    "PHỤ LỤC 1\n\nSố liệu cấp nước\n\n"
    "TT\tĐơn vị\tCấp nước\t\t\t\n"
    "\t\tNgười dự\tĐảng viên\tQuần chúng\tTỷ lệ %\n"
    "1\tXã Đá Bạc\t1.200\t700\t500\t58,3\n"
    "2\tXã Suối Mơ\t06\t04\t03\t--\n"
)


def test_table_figures_take_their_names_from_two_heads_and_the_row() -> None:
    found = {(f.organisation, f.label): (f.value, f.unit) for f in figures(TABLE)}
    assert found[("Xã Đá Bạc", "Cấp nước - Người dự")] == ("1200", "người")
    assert found[("Xã Đá Bạc", "Cấp nước - Tỷ lệ %")] == ("58.3", "%")
    assert found[("Xã Suối Mơ", "Cấp nước - Đảng viên")] == ("4", "đảng viên")
    assert len(found) == 7


def test_a_cell_may_tell_so_many_of_so_many_with_their_share() -> None:
    rows = "1\tĐá Bạc\t862/1.266 (68,1%)\n2\tSuối Mơ\t1.732/2.090 (82,9%)\n"
    found = figures(f"PHỤ LỤC 1\n\nSố liệu bến\n\nTT\tTên bến\tSố lượt hỗ trợ/Tổng số lượt\n{rows}")
    told = [(figure.value, figure.denominator) for figure in found]
    assert told[:3] == [("862", "1266"), ("1266", None), ("68.1", None)]
    assert len(told) == 6


def test_sums_are_checked_and_a_mismatch_is_told() -> None:
    checks = [check for check in read(TABLE, "BÁO CÁO")[1].checks if check.kind == "sum"]
    assert [(c.holds, c.text) for c in checks] == [
        (True, "700 + 500 = 1.200 – khớp"),
        (False, "4 + 3 = 7, văn bản ghi 06 – không khớp"),
    ]


def test_a_total_row_is_checked() -> None:
    rows = "TT\tĐơn vị\tSố lượng tin\n1\tXã Đá Bạc\t12\n2\tXã Suối Mơ\t8\n\tTổng cộng\t21\n"
    (check,) = read(f"PHỤ LỤC 1\n\nTin đã đăng\n\n{rows}", "BÁO CÁO")[1].checks
    assert (check.kind, check.holds, check.expected, check.printed) == ("sum", False, "20", "21")


NESTED = [
    ("I\tKhối xã\t10\n1\tXã Đá Bạc\t4\n2\tXã Suối Mơ\t6\nII\tKhối trường\t5\n1\tTrường A\t5\n\tTổng cộng\t15\n", [True]),
    ("1\tXã Đá Bạc\t4\n1.1\tThôn Bến\t1\n2\tXã Suối Mơ\t6\n\tTổng cộng\t10\n", []),
    ("1\tXã Đá Bạc\t4\n\tTrong đó: thôn Bến\t1\n2\tXã Suối Mơ\t6\n\tTổng cộng\t10\n", []),
]


@pytest.mark.parametrize(("rows", "holds"), NESTED)
def test_rows_that_break_others_down_are_not_added_twice(rows: str, holds: list[bool]) -> None:
    checks = read(f"PHỤ LỤC 1\n\nTin đã đăng\n\nTT\tĐơn vị\tSố lượng tin\n{rows}", "BÁO CÁO")[1].checks
    assert [check.holds for check in checks if check.kind == "sum"] == holds


SHARES = [
    ("Có 180/200 hộ dùng nước sạch, đạt 90%.", [True]),
    ("Có 180/200 hộ dùng nước sạch, đạt 92,5%.", [False]),
    ("Có 4.115/4.197 đảng viên tham dự đạt 98,05%.", [True]),
    ("Tỷ lệ đạt 90% (180/200 hộ).", [True]),
    ("Kết nạp 45/40 đảng viên, đạt 112,5% kế hoạch.", [True]),
    ("Có 180/200 hộ dùng nước sạch, tăng 5% so với năm trước.", []),
]


@pytest.mark.parametrize(("body", "holds"), SHARES)
def test_shares_are_checked(body: str, holds: list[bool]) -> None:
    assert [check.holds for check in read(body, "BÁO CÁO")[1].checks if check.kind == "share"] == holds


def test_good_practices_name_the_body_that_runs_them() -> None:
    _, statements = read(
        'Mô hình "Đèn hồ" do Công an xã thực hiện đã lắp đèn.\n\n'
        "Hội Phụ nữ tỉnh xây dựng các mô hình “Bể nước xanh”; “Vòi nước nghĩa tình”, được nhiều nơi học theo.\n\n"
        "Một số mô hình hay, cách làm hiệu quả tiêu biểu:\n\n- Công an huyện: Giếng làng sáng đèn; Đội tuần tra hồ;...\n\n"
        "- Huyện đoàn: Đường ống thanh niên;...\n\nTrên đây là báo cáo.",
        "BÁO CÁO",
    )
    assert [(p.name, p.organisation) for p in statements.practices] == [
        ("Đèn hồ", "Công an xã"),
        ("Bể nước xanh", "Hội Phụ nữ tỉnh"),
        ("Vòi nước nghĩa tình", "Hội Phụ nữ tỉnh"),
        ("Giếng làng sáng đèn", "Công an huyện"),
        ("Đội tuần tra hồ", "Công an huyện"),
        ("Đường ống thanh niên", "Huyện đoàn"),
    ]


def test_organisations_are_no_verb() -> None:
    text = "Mặt trận Tổ quốc, các tổ chức chính trị - xã hội huyện tổ chức vận động nhân dân; nổi bật là mô hình “Cầu tre mới”."
    assert [p.organisation for p in read(text, "BÁO CÁO")[1].practices] == ["Mặt trận Tổ quốc, các tổ chức chính trị - xã hội huyện"]


@pytest.mark.parametrize(
    ("sentence", "body"),
    [
        ("Xã Đá Bạc tổ chức mô hình “Cầu tre mới”.", "Xã Đá Bạc"),
        ("Nghiên cứu tổ chức mô hình “Cầu tre mới”.", None),
        ("Chủ động làm việc với các cơ quan, đơn vị để xây dựng mô hình “Cầu tre mới”.", None),
    ],
)
def test_only_a_body_runs_a_practice(sentence: str, body: str | None) -> None:
    assert [p.organisation for p in read(sentence, "BÁO CÁO")[1].practices] == [body]


def test_slogans_are_no_practices() -> None:
    assert read("Xây dựng mô hình theo phương châm “Nước là của chung”.", "BÁO CÁO")[1].practices == ()


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Nổi bật là các mô hình chống hạn và giúp người neo đơn như “Giếng chung”, “Bếp ấm”.", ["Giếng chung", "Bếp ấm"]),
        ("Nhiều cách làm giúp nhau lúc lũ như: “Thuyền thôn”.", ["Thuyền thôn"]),
        ("Các mô hình được học theo, bà con có câu nói như “Nước là của chung”.", []),
        ("Các mô hình chống hạn (giếng, ao) nói đến trong bài như “Mùa nước”.", []),
        ("Mô hình chạy tốt. Có bài hát như “Mùa nước”.", []),
    ],
)
def test_what_a_practice_is_for_may_stand_before_its_name(body: str, names: list[str]) -> None:
    assert [practice.name for practice in read(body, "BÁO CÁO")[1].practices] == names


HOSTILE = [
    "số ",
    "(((((",
    "1.1.1.1",
    "ngày ngày ngày ",
    "12/34 hộ ",
    "“a” mô hình ",
    "hiểu như sau từ ngữ\n1. a là b\n",
    "phối hợp với Sở Y tế, ",
]


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("kind", ["BÁO CÁO", "CHỈ THỊ"])
def test_hostile_text_takes_linear_time(piece: str, kind: str) -> None:
    def work(size: int) -> Callable[[], object]:
        document, _ = read(piece * (size // len(piece)), kind)
        citations = find_citations(Passages.of(document), EMPTY)
        return lambda: read_statements(Passages.of(document), citations, EMPTY)

    assert_linear(work, 25_000, 200)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Năm 2030, xây mới 12 nhà (tăng 3 nhà so với năm 2029).", ["2030", "2030"]),
        ("Xây mới 12 nhà (tăng 3 nhà so với năm 2029).", [None, None]),
        ("Xây mới 12 nhà trong năm 2029.", ["2029"]),
    ],
)
def test_a_time_that_is_only_compared_with_is_no_period(body: str, expected: list[str | None]) -> None:
    assert [figure.period for figure in figures(body)] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Tổng thu phí bến, phí đò đạt 291 triệu đồng.", ["Tổng thu phí bến, phí đò"]),
        ("Thu phí bến 200 triệu đồng, phí đò 91 triệu đồng.", ["Thu phí bến", "phí đò"]),
    ],
)
def test_commas_in_a_total_list_what_it_sums(body: str, expected: list[str]) -> None:
    assert [figure.label for figure in figures(body)] == expected
