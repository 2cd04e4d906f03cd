"""Dates in every form in which Vietnamese documents write them, as ISO at the precision stated.

Forms: ``ngày 18 tháng 5 năm 2021``, ``ngày 18/5/2021``, ``18-5-2021``, ``18.5.2021``, ``tháng 5 năm 2021``,
``tháng 5/2021``, ``năm 2021``, and headers with a blank day (``ngày … tháng 11 năm 2025``) or month. A date that cannot be (31/02) is none.
A footnote digit glued to the year (``năm 20243``) is left outside the span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from build_tools.model.span import Span
from build_tools.model.values import Value

_BLANK = r"[ \u00a0\n]"
_GAP = rf"{_BLANK}{{0,3}}"
_DOTS = r"(?:[ \u00a0\n._…]{0,40})"
"""What stands where a day or month was left blank."""
_YEAR = r"(?:19|20)\d\d(?=\d{0,2}(?!\d))"
"""Four digits; one or two more are a footnote mark that was glued on."""

_AGAIN = rf"(?:{_BLANK}?(?P=sep){_BLANK}?|(?<=-\d)|(?<=-\d\d))"
"""A hyphen at the end of a line, which text layers take for the cut of a word, may be gone: ``18-52021``."""
NUMERIC = rf"(?<!\d)(?P<d1>\d{{1,2}}){_BLANK}?(?P<sep>[/.-]){_BLANK}?(?P<m1>\d{{1,2}}){_AGAIN}(?P<y1>{_YEAR})"
"""``18/5/2021``, ``18-5-2021``, ``18.5.2021``: one and the same separator twice."""
WORDED = rf"ngày{_GAP}(?P<d2>\d{{1,2}}|{_DOTS}){_GAP}tháng{_GAP}(?P<m2>\d{{1,2}}|{_DOTS}){_GAP}năm{_GAP}(?P<y2>{_YEAR})"
"""``ngày 18 tháng 5 năm 2021``, also with a blank day or month."""
MIXED = rf"ngày{_GAP}(?P<d5>\d{{1,2}}){_GAP}tháng{_GAP}(?P<m5>\d{{1,2}}){_BLANK}?[/-]{_BLANK}?(?P<y5>{_YEAR})"
"""``ngày 18 tháng 5/2021``."""
MONTH = rf"tháng{_GAP}(?P<m3>\d{{1,2}}){_BLANK}?(?:[/-]|,?{_BLANK}?năm){_GAP}(?P<y3>{_YEAR})"
"""``tháng 5 năm 2021``, ``tháng 5/2021``."""
YEAR = rf"năm{_GAP}(?P<y4>{_YEAR})"
"""``năm 2021``."""

_ANY = re.compile(rf"(?:ngày{_GAP})?{NUMERIC}|{WORDED}|{MIXED}|{MONTH}|{YEAR}", re.IGNORECASE)
_DAY = re.compile(rf"(?:ngày{_GAP})?{NUMERIC}|{WORDED}|{MIXED}", re.IGNORECASE)
_GROUPS = (("d1", "m1", "y1"), ("d2", "m2", "y2"), ("d5", "m5", "y5"), ("", "m3", "y3"), ("", "", "y4"))


class DateMention(Value, frozen=True, gc=False):
    """A date in a text: where it stands (the word "ngày"/"tháng"/"năm" included) and its ISO form (day, month or year)."""

    span: Span
    iso: str


def iso_date(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """ISO form of a date from its parts, at the precision given; None when there is no such date."""
    if not 1900 <= year <= 2099:
        return None
    if month is None:
        return f"{year:04}" if day is None else None
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year:04}-{month:02}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def written_date(year: str | None, month: str | None, day: str | None) -> str | None:
    """The parts of a date as a text writes them, in the shape of ISO and at the precision written, though the calendar may not have it.

    ``real_date`` tells whether it has. None without a year, or when no month or day has such a number.
    """
    if not year:
        return None
    if not month:
        return year
    if not 1 <= int(month) <= 12 or (day and not 1 <= int(day) <= 31):
        return None
    return "-".join([year, *(f"{int(part):02}" for part in (month, day) if part)])


def real_date(value: str) -> bool:
    """True for an ISO day, month or year that the calendar has ("2021-02-30" is none)."""
    parts = value.split("-")
    try:
        date(int(parts[0]), int(parts[1]) if len(parts) > 1 else 1, int(parts[2]) if len(parts) > 2 else 1)
    except (ValueError, IndexError):
        return False
    return len(parts) <= 3


def _iso(match: re.Match[str]) -> str | None:
    found = match.groupdict()
    for day, month, year in _GROUPS:
        if found.get(year):
            parts = [found.get(name) or "" if name else "" for name in (year, month, day)]
            numbers = [int(part) if part.isdecimal() else None for part in parts]
            if numbers[1] is None:
                numbers[2] = None
            return iso_date(numbers[0] or 0, numbers[1], numbers[2])
    return None


def date_at(text: str, start: int, end: int | None = None, *, day_only: bool = False) -> DateMention | None:
    """The date that begins exactly at ``start``. ``day_only``: only forms that have a place for the day."""
    pattern = _DAY if day_only else _ANY
    match = pattern.match(text, start, len(text) if end is None else end)
    iso = _iso(match) if match else None
    return DateMention(Span(*match.span()), iso) if match and iso else None


def find_dates(text: str) -> Iterator[DateMention]:
    """Every date of ``text`` in order; an impossible one is passed over."""
    for match in _ANY.finditer(text):
        iso = _iso(match)
        if iso:
            yield DateMention(Span(*match.span()), iso)


def parse_date(text: str) -> str | None:
    """ISO form when all of ``text`` is one date (in any of the forms, or ISO itself), else None."""
    text = text.strip()
    if re.fullmatch(r"\d{4}(?:-\d\d){0,2}", text):
        parts = [int(part) for part in text.split("-")]
        return iso_date(*parts)
    match = _ANY.fullmatch(text)
    return _iso(match) if match else None


def shown_date(iso: str) -> str:
    """An ISO date as Vietnamese readers write it: 18/05/2021, 05/2021, 2021."""
    return "/".join(reversed(iso.split("-")))


def same_date(one: str, other: str) -> bool:
    """True when two ISO dates agree as far as both are stated: ``2021-05`` agrees with ``2021-05-18``."""
    short, long = sorted((one, other), key=len)
    return long == short or long.startswith(short + "-")
