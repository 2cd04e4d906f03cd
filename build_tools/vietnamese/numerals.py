"""Numerals as Vietnamese documents write them: Roman numbers, grouped thousands, decimal commas, number words.

Conventions: a dot groups thousands ("5.208" is 5208), a comma parts decimals ("98,05"); blanks may group too ("1 234 567").
"""

from __future__ import annotations

import re
from decimal import Decimal

_ROMAN_VALUES = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
_WELL_FORMED = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")

_GROUPED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_GROUPED_BLANK = re.compile(r"[+-]?\d{1,3}(?: \d{3})+(?:,\d+)?")
_PLAIN = re.compile(r"[+-]?\d+(?:,\d+)?")

WORDS = {
    "một": 1, "nhất": 1, "hai": 2, "nhì": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15,
}  # fmt: skip
"""Number words as they occur in ordinals ("lần thứ tư", "lần thứ mười một")."""


def parse_roman(text: str) -> int | None:
    """The value of a well-formed Roman number from I to XXXIX, None for anything else ("IIII", "", "A")."""
    if not text or not _WELL_FORMED.fullmatch(text):
        return None
    value, rest = 0, text
    while rest:
        for sign in ("IX", "IV", "X", "V", "I"):
            if rest.startswith(sign):
                value += dict(_ROMAN_VALUES)[sign]
                rest = rest[len(sign) :]
                break
    return value


def format_roman(value: int) -> str:
    """The Roman number for 1 to 39. Raises ``ValueError`` outside."""
    if not 1 <= value <= 39:
        raise ValueError(f"no Roman number here: {value}")
    text = ""
    for sign, worth in _ROMAN_VALUES:
        while value >= worth:
            text += sign
            value -= worth
    return text


def parse_ordinal(text: str) -> int | None:
    """The value of an ordinal's number: "4", "IV" or "tư" all give 4; None when it is none."""
    folded = " ".join(text.split()).casefold()
    if folded.isdecimal():
        return int(folded)
    return WORDS.get(folded) or parse_roman(folded.upper())


def parse_number(text: str) -> str | None:
    """A printed number as a decimal string without grouping: "5.208" → "5208", "98,05" → "98.05"; None if it is none.

    A dot that does not part groups of three digits is not a Vietnamese number ("5.20" gives None).
    """
    text = text.strip()
    if _GROUPED.fullmatch(text):
        plain = text.replace(".", "")
    elif _GROUPED_BLANK.fullmatch(text):
        plain = text.replace(" ", "")
    elif _PLAIN.fullmatch(text):
        plain = text
    else:
        return None
    return plain.lstrip("+").replace(",", ".")


def shown(value: Decimal | str) -> str:
    """A number as Vietnamese texts print it: 5208 → "5.208", 98.05 → "98,05"."""
    return f"{Decimal(value):,f}".translate(str.maketrans(",.", ".,"))
