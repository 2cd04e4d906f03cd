"""Figures across reports: whose, of which year, what can be set side by side, what two reports tell differently."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.register import Register
from build_tools.register.load import load_register
from build_tools.reports.ledger import checks, conflicts, ledger, series
from tests.content import REGISTER
from tests.coverage.pair import DIRECTIVE, REPORT, site_of


@pytest.fixture(scope="module")
def register(root: Path) -> Register:
    return load_register(REGISTER)


def report(number: str, place: str, table: str, date: str = "ngày 10 tháng 12 năm 2031") -> str:
    return f"""HUYỆN ỦY {place.upper()}

Số {number}-BC/HU

{place}, {date}

BÁO CÁO

kết quả giữ bến đò năm 2031

I. KẾT QUẢ

Phong trào giữ bến được bà con hưởng ứng.

PHỤ LỤC

{table}
"""


TABLE = """| Đơn vị | Bến đò có phao | Người lái đò được tập huấn |
|---|---|---|
| Xã Bến Lau năm 2031 | 28 | 1.204 |
| Xã Bãi Sậy năm 2031 | 12 | 350 |
"""


def test_every_figure_of_a_report_has_its_year_and_its_body(tmp_path: Path, register: Register) -> None:
    entries = ledger(site_of(tmp_path, register, DIRECTIVE, REPORT))
    assert [(entry.figure.quote, entry.year) for entry in entries] == [("1.204", "2031"), ("28", "2031")]
    assert len({entry.work for entry in entries}) == 1


def test_a_directive_has_no_figures_of_its_own(tmp_path: Path, register: Register) -> None:
    assert ledger(site_of(tmp_path, register, DIRECTIVE.replace("mọi bến đò", "28 bến đò"))) == ()


def test_what_is_counted_for_several_bodies_is_a_row(tmp_path: Path, register: Register) -> None:
    rows = series(ledger(site_of(tmp_path, register, report("14", "Đá Bạc", TABLE))))
    assert [(row.label, [entry.figure.value for entry in row.entries]) for row in rows] == [
        ("Bến đò có phao", ["28", "12"]),
        ("Người lái đò được tập huấn", ["1204", "350"]),
    ]


def test_all_arithmetic_is_gathered(tmp_path: Path, register: Register) -> None:
    table = "| Đơn vị | Người dự | Đảng viên | Quần chúng |\n|---|---|---|---|\n| Xã Bến Lau | 30 | 20 | 11 |\n"
    found = tuple(checks(site_of(tmp_path, register, report("14", "Đá Bạc", table))))
    assert [(check.holds, check.expected, check.printed) for _, check in found] == [(False, "31", "30")]


def test_the_same_number_told_twice_is_no_conflict(tmp_path: Path, register: Register) -> None:
    same = conflicts(ledger(site_of(tmp_path, register, report("14", "Đá Bạc", TABLE), report("15", "Đá Bạc", TABLE))))
    assert same == ()


def test_what_two_reports_tell_differently_is_told_with_both(tmp_path: Path, register: Register) -> None:
    other = TABLE.replace("28", "31")
    (conflict,) = conflicts(ledger(site_of(tmp_path, register, report("14", "Đá Bạc", TABLE), report("15", "Đá Bạc", other))))
    assert (conflict.label, {entry.figure.value for entry in conflict.entries}) == ("Bến đò có phao", {"28", "31"})
    assert len({entry.work for entry in conflict.entries}) == 2
