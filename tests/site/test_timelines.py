"""Timelines that are cut by year still open with what is next and what has just been."""

from __future__ import annotations

import pytest

from build_tools.views.events import Milestone
from build_tools.views.paging import WHOLE
from build_tools.views.pieces import Link
from build_tools.views.timelines import NEAR, TimelinePage, pages_of
from build_tools.views.weight import PAGE, weight
from build_tools.views.wording import when


def moment(day: str | None, label: str = "họp") -> Milestone:
    return Milestone(when(day), "Mốc khác", label, Link("Kế hoạch 7-KH/HU", "van-ban/7/index.md"))


def pages(days: list[str | None], today: str, label: str = "họp") -> list[TimelinePage]:
    return list(pages_of("dong-thoi-gian/index.md", "Dòng thời gian", "", [moment(day, label) for day in days], today))


LONG = "họp " * (PAGE // 20)


def near(days: list[str | None], today: str) -> dict[str, list[str]]:
    """Section → the days on it, of moments so long that the years have pages of their own."""
    padding = [f"{year}-01-01" for year in range(1901, 1911)]
    moments = [*map(moment, days), *(moment(day, LONG) for day in padding)]
    found = list(pages_of("dong-thoi-gian/index.md", "Dòng thời gian", "", moments, today))
    return {year.id: [item.when.machine for item in year.moments if item.when.machine not in padding] for year in found[0].near}


@pytest.mark.parametrize(
    ("days", "today", "after", "before"),
    [
        (
            ["2031-05-02", "2031-03-01", "2031-02-01", "2030-12-31"],
            "2031-03-01",
            ["2031-03-01", "2031-05-02"],
            ["2031-02-01", "2030-12-31"],
        ),
        # a month that has begun is not past; nor is anything of it when the data are only known to a month; a year alone is near no day
        (["2031-03", "2031", "2030", "2031-02"], "2031-03-15", ["2031-03"], ["2031-02"]),
        (["2031-03-04", "2031-02-28"], "2031-03", ["2031-03-04"], ["2031-02-28"]),
        # what has no date is near no day
        ([None, "2031-04-01"], "2031-03-01", ["2031-04-01"], []),
    ],
)
def test_what_is_next_comes_nearest_first_and_what_was_latest_first(
    days: list[str | None], today: str, after: list[str], before: list[str]
) -> None:
    assert near(days, today) == {"sap-toi": after, "vua-qua": before}


def test_only_as_much_as_a_reader_looks_through_is_near() -> None:
    found = pages([f"2031-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)], "2031-06-15", "họp " * 100)
    first = found[0]
    assert not first.years
    assert all(0 < weight(year) < 2 * NEAR for year in first.near)
    assert sum(len(year.moments) for page in found[1:] for year in page.years) == 12 * 28


def test_a_short_timeline_shows_its_years_and_nothing_twice() -> None:
    (only,) = pages(["2031-05-02", "2030-05-02"], "2031-01-01")
    assert only.near == ()
    assert [year.id for year in only.years] == ["nam-2031", "nam-2030"]
    assert only.part == WHOLE
