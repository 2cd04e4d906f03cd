"""Sixty units in four periods: totals to the digit, every planted error told, none told falsely, every missing unit named."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from build_tools.forms import blank_workbook, load_filled, take
from build_tools.model.form import Filled
from build_tools.model.register import Register
from build_tools.model.site import Site
from build_tools.render import render
from build_tools.reports.totals import Summed, oddities_of, summed
from build_tools.views.forms import forms_pages
from build_tools.views.lookup import Lookup
from tests.forms.maker import FORM, PERIODS, Made, make

NO_SITE = Site(Register(), (), (), (), ())


def site_of(made: Made) -> Site:
    return replace(NO_SITE, forms=(FORM,), filled=made.rows)


def tables(made: Made) -> dict[str, Summed]:
    return {item.period: item for item in summed(site_of(made))}


@pytest.mark.parametrize("seed", [20261128, 7, 99])
def test_totals_are_right_to_the_digit(seed: int) -> None:
    made = make(60, seed, 40)
    found = tables(made)
    assert tuple(found) == PERIODS
    assert {(period, column): found[period].total(column) for period, column in made.totals} == made.totals


@pytest.mark.parametrize("seed", [20261128, 7, 99])
def test_every_planted_error_is_told_and_none_falsely(seed: int) -> None:
    made = make(60, seed, 60)
    found = {(item.period, oddity.filled.unit, oddity.kind) for item in tables(made).values() for oddity in item.oddities}
    missing = {(item.period, unit, "missing") for item in tables(made).values() for unit in item.missing}
    assert found | missing == made.planted


def test_books_that_sixty_units_filled_in_add_up_as_what_they_hold(tmp_path: Path) -> None:
    """Four workbooks as they come in, errors and all: taken, kept, read back and added up like the rows they were made of."""
    made = make(60, 20261128, 60)
    for period in PERIODS:
        book = openpyxl.load_workbook(io.BytesIO(blank_workbook(FORM)))
        sheet = book.active
        sheet["B3"] = period
        rows = [row for row in made.rows if row.period == period]
        for at, row in enumerate(rows, 7):
            sheet.cell(at, 1, row.unit)
            for place, column in enumerate(FORM.columns, 2):
                if (number := row.number(column.id)) is not None:
                    sheet.cell(at, place, float(number))
        book.save(tmp_path / f"{period}.xlsx")
        taken = take(tmp_path / f"{period}.xlsx", tmp_path / "data", (FORM,), replace=False, write=True)
        assert taken is not None
        assert len(taken.files) == len(rows)
    back, faults = load_filled(tmp_path / "data", (FORM,))
    assert faults == ()
    found = {item.period: item for item in summed(replace(NO_SITE, forms=(FORM,), filled=back))}
    assert {(period, column): found[period].total(column) for period, column in made.totals} == made.totals
    told = {(item.period, oddity.filled.unit, oddity.kind) for item in found.values() for oddity in item.oddities}
    assert told | {(item.period, unit, "missing") for item in found.values() for unit in item.missing} == made.planted


def test_a_site_without_errors_tells_none() -> None:
    assert all(not item.oddities and not item.missing for item in tables(make(60, 3, 0)).values())


def test_the_share_of_the_total_is_worked_out_anew() -> None:
    made = make(60, 20261128, 0)
    for period, item in tables(made).items():
        exact = Decimal(made.totals[period, "vien"]) / made.totals[period, "tong"] * 100
        assert abs((item.total("ty-le") or 0) - exact) <= Decimal("0.005")


@pytest.mark.parametrize(
    ("numbers", "kinds"),
    [
        ({"vien": 4115, "dan": 1093, "du": 5208, "tong": 4197, "ty-le": "98.05"}, []),
        ({"vien": 4115, "tong": 4197, "ty-le": "98.1"}, []),
        ({"vien": 4115, "tong": 4197, "ty-le": "98"}, []),
        ({"vien": 4115, "tong": 4197, "ty-le": "98.06"}, ["share"]),
        ({"vien": 4115, "dan": 1093, "du": 5209}, ["sum"]),
        ({"vien": 4115, "du": 5208}, []),
        ({"vien": 12, "tong": 10}, ["above-whole"]),
        ({"vien": 12, "tong": 10, "ty-le": "120"}, ["above-whole", "above-hundred"]),
        ({"ty-le": "100"}, []),
        ({"vien": 0, "tong": 0, "ty-le": "0"}, []),
    ],
)
def test_what_cannot_be_right_in_a_row(numbers: dict[str, int | str], kinds: list[str]) -> None:
    row = Filled(FORM.id, "2031", "Xã Bến Lau", tuple((key, Decimal(value)) for key, value in numbers.items()))
    assert [oddity.kind for oddity in oddities_of(FORM, row)] == kinds


def test_pages_of_sixty_units_stay_small_and_show_every_number() -> None:
    made = make(60, 20261128, 40)
    pages = {page.path: render(page).text for page in forms_pages(Lookup(site_of(made)))}
    assert len(pages) == 2 + len(PERIODS)
    assert max(len(text.encode()) for text in pages.values()) < 100_000
    told = pages["so-lieu/bieu-mau/bieu-lop/2031-q1/index.md"]
    assert all(row.unit in told for row in made.rows if row.period == "2031-Q1")
