"""Numerals: Roman numbers, grouped thousands, decimal commas, ordinals."""

from __future__ import annotations

import pytest

from build_tools.vietnamese.numerals import format_roman, parse_number, parse_ordinal, parse_roman


def test_roman_numbers_go_both_ways() -> None:
    assert [parse_roman(format_roman(value)) for value in range(1, 40)] == list(range(1, 40))


@pytest.mark.parametrize("text", ["", "IIII", "VX", "A", "xiii", "IC"])
def test_what_is_no_roman_number(text: str) -> None:
    assert parse_roman(text) is None


def test_roman_numbers_have_a_range() -> None:
    with pytest.raises(ValueError, match="40"):
        format_roman(40)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5.208", "5208"),
        ("98,05", "98.05"),
        ("1.234.567,8", "1234567.8"),
        ("1 234 567", "1234567"),
        ("42", "42"),
        ("-3,5", "-3.5"),
        ("007", "007"),
    ],
)
def test_numbers(text: str, value: str) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["5.20", "1.2345", "12,34,56", "", "năm", "1.1.1.1"])
def test_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(("text", "value"), [("tư", 4), ("IV", 4), ("4", 4), ("mười một", 11), ("nhất", 1), ("xiii", 13)])
def test_ordinals(text: str, value: int) -> None:
    assert parse_ordinal(text) == value


def test_no_ordinal() -> None:
    assert parse_ordinal("cuối") is None
