from __future__ import annotations

from collections.abc import Callable

import pytest

from build_tools.passages import Moments, find_moments
from tests.timing import assert_linear

FOUND = [
    ("họp ngày 18/5/2021 tại xã", "18/5/2021", "2021-05-18", "2021-05-18", "day"),
    ("ngày 18-5-2021", "18-5-2021", "2021-05-18", "2021-05-18", "day"),
    ("26.5.2025", "26.5.2025", "2025-05-26", "2025-05-26", "day"),
    ("ngày 05 tháng 6 năm 2025", "05 tháng 6 năm 2025", "2025-06-05", "2025-06-05", "day"),
    ("trước ngày 30/6 gửi về", "30/6", None, None, "day"),
    ("tháng 12/2025", "12/2025", "2025-12", "2025-12", "month"),
    ("tháng12 năm 2025", "12 năm 2025", "2025-12", "2025-12", "month"),
    ("quý III/2025", "III/2025", "2025-07", "2025-09", "quarter"),
    ("trong Quí IV năm 2025", "IV năm 2025", "2025-10", "2025-12", "quarter"),
    ("quý 1, 2026", "1, 2026", "2026-01", "2026-03", "quarter"),
    ("quý I-II/2025", "I-II/2025", "2025-01", "2025-06", "quarter"),
    ("6 tháng đầu năm 2025", "6 tháng đầu năm 2025", "2025-01", "2025-06", "half-year"),
    ("06 tháng cuối năm 2025", "06 tháng cuối năm 2025", "2025-07", "2025-12", "half-year"),
    ("9 tháng đầu năm 2025", "9 tháng đầu năm 2025", "2025-01", "2025-09", "month"),
    ("6 tháng đầu năm, toàn huyện", "6 tháng đầu năm", None, None, "half-year"),
    ("giai đoạn 2021 - 2025", "2021 - 2025", "2021", "2025", "year"),
    ("nhiệm kỳ 2020-2025", "2020-2025", "2020", "2025", "year"),
    ("đợt 1, 2021 - 2022", "2021 - 2022", "2021", "2022", "year"),
    ("từ năm 2026 đến năm 2030", "2026 đến năm 2030", "2026", "2030", "year"),
    ("từ ngày 01/7 đến hết ngày 15/7/2025", "01/7 đến hết ngày 15/7/2025", "2025-07-01", "2025-07-15", "day"),
    ("từ ngày 08 đến ngày 09 tháng 11 năm 2025", "08 đến ngày 09 tháng 11 năm 2025", "2025-11-08", "2025-11-09", "day"),
    ("ngày 08 - 10/11/2025", "08 - 10/11/2025", "2025-11-08", "2025-11-10", "day"),
    ("Quý IV/2025- Quý II/2026", "IV/2025- Quý II/2026", "2025-10", "2026-06", "quarter"),
    ("từ tháng 1 đến tháng 6 năm 2025", "1 đến tháng 6 năm 2025", "2025-01", "2025-06", "month"),
    ("trong năm 2021", "2021", "2021", "2021", "year"),
    ("mồng 3 tháng 2 năm 2026", "3 tháng 2 năm 2026", "2026-02-03", "2026-02-03", "day"),
    ("từ ngày 01 đến ngày 15/10/2025", "01 đến ngày 15/10/2025", "2025-10-01", "2025-10-15", "day"),
    ("ngày 17/12/2030 đến 17 giờ 00, ngày 18/12/2030", "17/12/2030 đến 17 giờ 00, ngày 18/12/2030", "2030-12-17", "2030-12-18", "day"),
]


@pytest.mark.parametrize(("text", "quote", "start", "end", "precision"), FOUND)
def test_times_are_read(text: str, quote: str, start: str | None, end: str | None, precision: str) -> None:
    assert [(m.span.of(text), m.start, m.end, m.precision) for m in find_moments(text)] == [(quote, start, end, precision)]


NOT_FOUND = [
    "Nghị định số 30/2020/NĐ-CP",
    "ngày 31/02/2025",
    "mã 12.345.2021",
    "tiêu chuẩn TCVN 5507-2002",
    "1.219,11 triệu USD",
    "điện thoại 0203.555.2021",
    "có 2021 đảng viên",
    "6 tháng đầu năm học",
    "tỷ lệ 18/20 chi bộ",
    "giai đoạn 2025 - 2021",
]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_other_numbers_are_no_times(text: str) -> None:
    assert not find_moments(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("trước ngày 31/4/2026", ["31/4/2026"]),
        ("ngày 31 tháng 02 năm 2026", ["31 tháng 02 năm 2026"]),
        ("ngày 29/02/2024", []),
        ("ngày 45/13", ["45/13"]),
        ("mã 31.4.2026", []),  # no day is spoken of
    ],
)
def test_a_day_that_no_calendar_has_is_told(text: str, told: list[str]) -> None:
    assert [span.of(text) for span in Moments(text).impossible] == told


@pytest.mark.parametrize("piece", ["ngày ngày ngày ", "1.1.1.1", "(((((", "số ", "ngày 1 ", "2021 - ", "từ ngày 1/1 đến "])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = piece * (size // len(piece))
        return lambda: list(find_moments(text))

    assert_linear(work, 50_000, 200)
