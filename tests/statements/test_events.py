from __future__ import annotations

import pytest

from tests.statements.statement_helpers import read

STATED = [
    ("CHỈ THỊ", "Giao Sở Y tế báo cáo kết quả trước ngày 30/6/2025.", "deadline", "30/6/2025", "2025-06-30"),
    (
        "CHỈ THỊ",
        "Các phòng gửi dự thảo về Văn phòng chậm nhất là ngày 05 tháng 4 năm 2025.",
        "deadline",
        "05 tháng 4 năm 2025",
        "2025-04-05",
    ),
    ("KẾ HOẠCH", "Hoàn thành việc rà soát trong quý IV năm 2025.", "deadline", "IV năm 2025", "2025-10"),
    ("KẾ HOẠCH", "Sở Y tế báo cáo kết quả thực hiện trong quý I năm 2026.", "deadline", "I năm 2026", "2026-01"),
    ("QUYẾT ĐỊNH", "Các xã gửi số liệu trước ngày 30/01 năm tiếp theo.", "recurring", "30/01", None),
    ("KẾ HOẠCH", "Xong trước ngày 15/9/2025.", "deadline", "15/9/2025", "2025-09-15"),
    ("CHỈ THỊ", "Các xã báo cáo trước 17 giờ 00 ngày 10/10/2025.", "deadline", "10/10/2025", "2025-10-10"),
    ("CHỈ THỊ", "Các xã báo cáo trước 16 giờ 30 phút, ngày 10/10/2025.", "deadline", "10/10/2025", "2025-10-10"),
    ("BÁO CÁO", "Đến hết ngày 24/5/2025, đã có 16 xã gửi văn bản.", "other", "24/5/2025", "2025-05-24"),
    ("KẾ HOẠCH", "Đến 12h00 ngày 21/11/2025, toàn tỉnh ghi nhận 3 bến hỏng.", "other", "21/11/2025", "2025-11-21"),
    ("KẾ HOẠCH", "Đến ngày 28/02/2025, số nợ toàn tỉnh là 42 tỷ đồng.", "other", "28/02/2025", "2025-02-28"),
    ("KẾ HOẠCH", "Đến ngày 05/3/2025, toàn tỉnh có 80% thôn đạt chuẩn.", "deadline", "05/3/2025", "2025-03-05"),
    ("KẾ HOẠCH", "Đến ngày 30/6/2025, toàn tỉnh có 80% thôn đạt chuẩn.", "deadline", "30/6/2025", "2025-06-30"),
    ("KẾ HOẠCH", "Phấn đấu đến hết năm 2027 có 80% thôn đạt chuẩn.", "deadline", "2027", "2027"),
    ("BÁO CÁO", "Ngày 12/02/2025, Ủy ban đã tổ chức hội nghị triển khai.", "meeting", "12/02/2025", "2025-02-12"),
    ("BÁO CÁO", "Trong năm 2024, đơn vị đã thực hiện ba cuộc kiểm tra.", "other", "2024", "2024"),
    ("BÁO CÁO", "Kết quả giai đoạn 2021 - 2025 được nâng lên.", "period", "2021 - 2025", "2021"),
    ("BÁO CÁO", "Số liệu 6 tháng đầu năm 2025 như sau.", "period", "6 tháng đầu năm 2025", "2025-01"),
    ("QUYẾT ĐỊNH", "Quyết định này có hiệu lực kể từ ngày 10/3/2025.", "effective", "10/3/2025", "2025-03-10"),
    ("QUYẾT ĐỊNH", "Quy định cũ hết hiệu lực kể từ ngày 10/3/2025.", "expires", "10/3/2025", "2025-03-10"),
]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Bến Lim đóng ngày 12/3/1954.", []),
        ("Bến Lim mở lại ngày 12/3/2029.", ["other"]),
        ("Sở Y tế nộp trước ngày 12/3/2029.", ["deadline"]),
    ],
)
def test_a_day_gone_by_in_an_appendix_is_a_cell_of_a_list(line: str, kinds: list[str]) -> None:
    _, statements = read(f"Các xã giữ bến.\n\nPHỤ LỤC\n\n{line}", "KẾ HOẠCH")
    assert [event.kind for event in statements.events if event.kind != "issued"] == kinds


@pytest.mark.parametrize(("kind", "body", "event", "quote", "start"), STATED)
def test_events_are_read(kind: str, body: str, event: str, quote: str, start: str | None) -> None:
    document, statements = read(body, kind)
    found = [(e.kind, e.span.of(document.clean.text), e.start) for e in statements.events]
    assert (event, quote, start) in found


NOT_STATED = [
    ("BÁO CÁO", "Chuyên đề năm 2024 được triển khai tốt."),
    ("CHỈ THỊ", "Theo Luật Thư viện năm 2019, các thư viện mở cửa cuối tuần."),
    ("BÁO CÁO", "Quy định này áp dụng cho 2021 hộ."),
]


@pytest.mark.parametrize(("kind", "body"), NOT_STATED)
def test_years_in_names_are_no_events(kind: str, body: str) -> None:
    document, statements = read(body, kind)
    start = document.clean.text.rindex(body[:12])
    assert not [e for e in statements.events if e.span.start >= start]


@pytest.mark.parametrize(
    ("limit", "kinds"), [("tháng 02/2024", []), ("tháng 3/2024", ["other"]), ("ngày 04/3/2024", []), ("ngày 05/3/2024", ["other"])]
)
def test_a_limit_a_year_past_says_only_of_what_is_meant(limit: str, kinds: list[str]) -> None:
    _, statements = read(f"Nhà xây trước {limit} được giữ lại.", "QUYẾT ĐỊNH")  # issued on 05/3/2025: a month is compared with the month
    assert [event.kind for event in statements.events if event.kind != "issued"] == kinds


def test_a_limit_in_a_law_binds_only_with_a_duty() -> None:
    _, statements = read("Giấy phép được cấp trước ngày 01/7/2025 vẫn dùng được.", "QUYẾT ĐỊNH")
    assert "deadline" not in {event.kind for event in statements.events}


def test_the_same_date_of_the_same_document_stands_once() -> None:
    document, statements = read(
        "Thực hiện Kế hoạch số 8-KH/TU ngày 02/3/2024 của Tỉnh ủy.\n\nKèm theo Kế hoạch số 8-KH/TU ngày 02/3/2024.", "BÁO CÁO"
    )
    (event,) = [e for e in statements.events if e.start == "2024-03-02"]
    assert event.label == "Tỉnh ủy ban hành Kế hoạch số 8-KH/TU"
    assert [span.of(document.clean.text) for span in event.also_at] == ["02/3/2024"]


def test_two_documents_of_one_day_are_two_events() -> None:
    _, statements = read("Quyết định số 7-QĐ/TU ngày 02/3/2024; Quyết định số 8-QĐ/TU ngày 02/3/2024.", "BÁO CÁO")
    assert [e.label for e in statements.events if e.kind == "issued" and e.start == "2024-03-02"] == [
        "Ban hành Quyết định số 7-QĐ/TU",
        "Ban hành Quyết định số 8-QĐ/TU",
    ]


VALIDITY = [
    ("Nghị quyết này có hiệu lực từ ngày 01 tháng 7 năm 2026.", "2026-07-01", None),
    ("Quyết định này có hiệu lực thi hành kể từ ngày 10/3/2025 và thay thế Quyết định cũ.", "2025-03-10", None),
    ("Thông tư này có hiệu lực từ ngày 01/5/2025 đến hết ngày 31/12/2027.", "2025-05-01", "2027-12-31"),
    ("Thông tư này hết hiệu lực kể từ ngày 01/3/2032.", None, "2032-03-01"),
    (
        "Nghị quyết này có hiệu lực từ ngày 01/7/2026. Nghị quyết này hết hiệu lực thi hành từ ngày 01 tháng 3 năm 2032.",
        "2026-07-01",
        "2032-03-01",
    ),
    # what was adopted, and what holds from when, said of one subject
    (
        "Nghị quyết này được Hội đồng nhân dân xã Nà Lúa khóa II, Kỳ họp thứ Năm thông qua ngày 24 tháng 12 năm 2025 và có hiệu lực từ "
        "ngày 01 tháng 01 năm 2026.",
        "2026-01-01",
        None,
    ),
    ("Nghị quyết liên tịch này có hiệu lực từ ngày 01/11/2025.", "2025-11-01", None),
    ("Nghị quyết này được thông qua ngày 24/12/2025; Nghị quyết số 3/NQ-HĐND có hiệu lực từ ngày 01/01/2026.", None, None),
    ("Chương V của Nghị định này hết hiệu lực từ ngày 01/3/2032.", None, None),
    ("Giấy phép cấp theo Nghị định này hết hiệu lực từ ngày 01/3/2032.", None, None),
    ("“Thông tư này hết hiệu lực kể từ ngày 01/3/2032.”", None, None),
    ("Quyết định số 3/QĐ-UBND hết hiệu lực từ ngày 10/3/2025.", None, None),
    ("Nghị định số 30/2020/NĐ-CP có hiệu lực từ ngày 05/3/2020.", None, None),
    ("Trường hợp Luật này có hiệu lực sau 10 ngày kể từ ngày ký.", None, None),
    (
        "Từ ngày Thông tư này có hiệu lực thi hành đến hết ngày 31 tháng 12 năm 2032, mức thu là 10.000 đồng.\n\n"
        "Thông tư này có hiệu lực thi hành từ ngày 01 tháng 4 năm 2032.",
        "2032-04-01",
        None,
    ),
    ("Kể từ ngày Quyết định này có hiệu lực đến ngày 30/6/2033, các xã vẫn dùng mẫu cũ.", None, None),
    ("Trong thời gian Nghị định này có hiệu lực đến ngày 30/6/2033, lệ phí không tăng.", None, None),
    ("Sau khi Luật này hết hiệu lực từ ngày 01/3/2032, hồ sơ dở dang vẫn được xét.", None, None),
]


@pytest.mark.parametrize(("body", "start", "end"), VALIDITY)
def test_effect_is_what_the_document_says_of_itself(body: str, start: str | None, end: str | None) -> None:
    _, statements = read(body)
    assert (statements.effective_on, statements.expires_on) == (start, end)


def test_the_date_by_which_a_law_is_called_is_no_event_of_the_document() -> None:
    body = "Căn cứ Luật Bến bãi ngày 22/6/2030;\n\nThực hiện Nghị định số 34/2026/NĐ-CP ngày 14/5/2026 của Chính phủ.\n"
    found = [(event.start, event.label) for event in read(body, "THÔNG BÁO")[1].events if event.kind == "issued"]
    assert ("2026-05-14", "Chính phủ ban hành Nghị định số 34/2026/NĐ-CP") in found
    assert [start for start, _ in found if start == "2030-06-22"] == []


def test_gazette_heads_and_stamps_are_no_events_and_a_span_with_hours_is_one() -> None:
    body = (
        "CÔNG BÁO/Số 7 + 8/Ngày 10-01-2031\n\n1. Nhận hồ sơ từ 08 giờ 00, ngày 17/12/2030 đến 17 giờ 00, ngày 18/12/2030.\n\n"
        "CÔNG BÁO/Số 7 + 8/Ngày 10-01-2031\n\nThời gian ký: 17.04.2031 10:26:02 +07:00\n"
    )
    found = [(event.kind, event.start, event.end) for event in read(body, "THÔNG BÁO")[1].events if event.start != "2031-03-05"]
    assert [item for item in found if item[0] != "issued"] == [("period", "2030-12-17", "2030-12-18")]


@pytest.mark.parametrize(
    ("since", "day"),
    [
        ("kể từ ngày ký", "2025-03-05"),
        ("kể từ ngày được thông qua", "2025-03-05"),
        ("kể từ ngày được Hội đồng nhân dân xã thông qua", "2025-03-05"),
        ("sau 10 ngày kể từ ngày được Hội đồng nhân dân xã thông qua", None),
    ],
)
def test_effect_from_the_day_of_signing_or_adoption(since: str, day: str | None) -> None:
    assert read(f"Điều 2. Nghị quyết này có hiệu lực {since}.", "NGHỊ QUYẾT")[1].effective_on == day
