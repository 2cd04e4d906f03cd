"""Dates: every written form, at the precision stated; impossible ones are none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.vietnamese.dates import date_at, find_dates, iso_date, parse_date, same_date
from tests.timing import assert_linear

FORMS = [
    ("ngày 18 tháng 5 năm 2021", "2021-05-18"),
    ("ngày 18/5/2021", "2021-05-18"),
    ("18/05/2021", "2021-05-18"),
    ("18-5-2021", "2021-05-18"),
    ("18.5.2021", "2021-05-18"),
    ("18-52021", "2021-05-18"),
    ("18-122021", "2021-12-18"),
    ("18 / 5 / 2021", "2021-05-18"),
    ("ngày 18 tháng 5/2021", "2021-05-18"),
    ("ngày 01 tháng12 năm 2020", "2020-12-01"),
    ("ngày\u00a02\u00a0tháng\u00a03 năm 2020", "2020-03-02"),
    ("NGÀY 06 THÁNG 12 NĂM 2023", "2023-12-06"),
    ("tháng 5 năm 2021", "2021-05"),
    ("tháng 5/2021", "2021-05"),
    ("tháng 5, năm 2021", "2021-05"),
    ("năm 2021", "2021"),
    ("ngày     tháng 11 năm 2025", "2025-11"),
    ("ngày … tháng 8 năm 2025", "2025-08"),
    ("ngày ..... tháng ..... năm 2025", "2025"),
    ("2021-05-18", "2021-05-18"),
]


@pytest.mark.parametrize(("text", "iso"), FORMS)
def test_forms(text: str, iso: str) -> None:
    assert parse_date(text) == iso


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2020",
        "ngày 32 tháng 1 năm 2020",
        "ngày 1 tháng 13 năm 2020",
        "18/5-2021",
        "18/52021",
        "18.52021",
        "18-5202",
        "18/5/21",
        "5208",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_a_glued_footnote_digit_stays_outside() -> None:
    text = "Luật Bến bãi năm 20243."
    (found,) = find_dates(text)
    assert (found.span.of(text), found.iso) == ("năm 2024", "2024")


def test_dates_of_a_sentence_in_order() -> None:
    text = "Từ ngày 1/2/2020 đến ngày 30/02/2020, báo cáo trước ngày 15 tháng 3 năm 2021 (12-04-2021)."
    assert [(item.span.of(text), item.iso) for item in find_dates(text)] == [
        ("ngày 1/2/2020", "2020-02-01"),
        ("ngày 15 tháng 3 năm 2021", "2021-03-15"),
        ("12-04-2021", "2021-04-12"),
    ]


def test_only_forms_with_a_day() -> None:
    assert date_at("tháng 5 năm 2021", 0, day_only=True) is None
    assert date_at("ngày 5/5/2021", 0, day_only=True)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)), st.integers(0, 4))
def test_written_and_read_back(day: date, form: int) -> None:
    y, m, d = day.year, day.month, day.day
    written = [f"ngày {d} tháng {m} năm {y}", f"{d}/{m}/{y}", f"{d:02}-{m:02}-{y}", f"ngày {d:02}.{m:02}.{y}", f"ngày {d} tháng {m}/{y}"][
        form
    ]
    assert parse_date(written) == day.isoformat()


def test_precision() -> None:
    assert same_date("2021-05", "2021-05-18")
    assert not same_date("2021-05-17", "2021-05-18")
    assert not same_date("2021-1", "2021-12-01")
    assert iso_date(2020, None, 3) is None


@pytest.mark.parametrize("piece", ["ngày ", "ngày ngày ngày ", "1/1/", "ngày ..... ", "tháng 1 ", "1.1.1.1"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = (piece * size)[:size]
        return lambda: list(find_dates(text))

    assert_linear(work, 50_000, 200)
