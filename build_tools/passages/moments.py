"""Points and stretches of time in a text: days, months, quarters, half-years, years, periods.

The text is walked from number to number, and each number is looked at together with the few words before it, so the time
needed grows with the length of the text whatever it holds. A span begins at the first digit, without "ngày" or "giai đoạn".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from build_tools.lexicon.words import any_word
from build_tools.model.span import Span
from build_tools.model.statement import Precision
from build_tools.model.values import Value
from build_tools.vietnamese.dates import iso_date
from build_tools.vietnamese.numerals import parse_roman

DIGITS = re.compile(r"\d\d*")
"""A run of digits; a pattern that begins with one set of letters, and no repeat, is searched fastest."""
YEAR = r"(?P<{}>(?:19|20)\d\d)(?!\d)"
DASH = r"\s?[-–—]\s?"
BACK = 24
"""How many characters before a number are looked at."""

NUMERIC_DAY = re.compile(r"(?P<d>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?" + YEAR.format("y"))
WORDED_DAY = re.compile(r"(?P<d>\d{1,2})\s?tháng\s?(?P<m>\d{1,2})(?!\d)(?:(?:\s?,?\s?năm\s?|\s?/\s?)" + YEAR.format("y") + ")?")
SHORT_DAY = re.compile(r"(?P<d>\d{1,2})\s?[/-]\s?(?P<m>\d{1,2})(?![\d/]|-\d)")
DAYS = re.compile(
    r"(?P<d>\d{1,2})\s?(?:đến(?:\shết)?|-|–)\s?(?:ngày\s)?(?P<e>\d{1,2})(?:\s?/\s?(?P<m>\d{1,2})\s?/\s?|\s?tháng\s?(?P<m2>\d{1,2})\s?,?\s?năm\s)"
    + YEAR.format("y")
)
"""Days of one month: "ngày 08 đến ngày 09 tháng 11 năm 2025"."""
MONTH = re.compile(r"(?P<m>\d{1,2})(?:\s?[/.-]\s?|\s?,?\s?năm\s)" + YEAR.format("y"))
MONTH_SPAN = re.compile(r"(?P<m>\d{1,2})\s?(?:-|–|đến tháng|đến)\s?(?P<n>\d{1,2})(?:\s?[/.]\s?|\s?,?\s?năm\s)" + YEAR.format("y"))
QUARTER = re.compile(r"(?P<q>[1-4])(?:\s?[/-]\s?|\s?,?\s?năm\s|,\s)" + YEAR.format("y"))
FIRST_MONTHS = re.compile(
    rf"(?P<n>\d{{1,2}})\stháng\s(?:(?P<part>đầu|cuối)\snăm(?!\shọc)(?:\s{YEAR.format('y')})?|(?:của\s)?năm\s{YEAR.format('whole')})",
    re.IGNORECASE,
)
"""“6 tháng cuối năm 2030”; “10 tháng năm 2030” are its first ten."""
YEAR_SPAN = re.compile(YEAR.format("y") + r"(?:" + DASH + r"|\s(?:đến|tới)\s(?:hết\s)?(?:năm\s)?)" + YEAR.format("z"))
ONE_YEAR = re.compile(YEAR.format("y"))

ROMAN_QUARTER = re.compile(r"\bqu[ýí]\s(?P<q>IV|I{1,3})(?P<last>\s?[-–]\s?(?:IV|I{1,3}))?(?:\s?[/-]\s?|\s?,?\s?năm\s|,\s)$", re.IGNORECASE)
PERIOD_WORD = re.compile(rf"{any_word('period-word')}(?:\stừ)?(?:\snăm)?\s?$", re.IGNORECASE)
CLOCK = r"\d{1,2}(?:\sgiờ|\s?h|:)(?:\s?\d\d)?(?:\sphút)?"
"""A time of day: "17 giờ 00", "8h30", "16 giờ 30 phút"."""
BETWEEN = re.compile(rf",?\s?(?:đến|tới|-|–)\s?(?:hết\s?|cuối\s?)?(?:{CLOCK},?\s?)?")
REACH = 32
"""The words between the first and the last time of a stretch are no longer."""
DAY_WORDS = ("ngày", "mồng", "mùng")
HANGS = frozenset("/.,–-_")
"""A number that hangs on such a character, or on a letter or digit, is part of something else (a document number, a decimal)."""
GLUED = ("ngày", "tháng", "năm")
"""Words to which scans and old texts glue the number ("tháng12")."""


class Moment(Value, frozen=True, gc=False):
    """A time that the text states. ``start``/``end`` ISO at ``precision``, both None where the year is not stated.

    ``word`` is the period word before it ("giai đoạn", "nhiệm kỳ") in lower case, or "". ``head`` is where the expression begins with
    the words that belong to it ("ngày", "quý", "giai đoạn").
    """

    span: Span
    start: str | None
    end: str | None
    precision: Precision
    word: str
    head: int

    @property
    def is_period(self) -> bool:
        """True for a stretch of time named as such; a day, a month or a year is a point."""
        return self.start != self.end or bool(self.word)


class Impossible(Value, frozen=True, gc=False):
    """Words that state a day which no calendar has ("ngày 31/02/2025")."""

    span: Span


class Moments:
    """The time expressions of one text by offset, and the days in it that cannot be."""

    __slots__ = ("_starts", "all", "impossible")

    def __init__(self, text: str) -> None:
        read = list(_single_moments(text))
        self.impossible = tuple(item.span for item in read if isinstance(item, Impossible))
        self.all = tuple(_periods(text, (item for item in read if isinstance(item, Moment))))
        self._starts = [moment.span.start for moment in self.all]

    def at(self, offset: int) -> Moment | None:
        """The time expression whose span holds ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        return self.all[index] if index >= 0 and offset < self.all[index].span.end else None

    def between(self, start: int, end: int) -> tuple[Moment, ...]:
        """The time expressions that begin inside the range."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def find_moments(text: str) -> tuple[Moment, ...]:
    """Every time expression of ``text`` in order; they do not overlap. Days that cannot be (31/02) are passed over.

    "từ ngày 01/7 đến ngày 15/7/2025" is one period, of which the first day takes the year of the last.
    """
    return Moments(text).all


def _periods(text: str, single: Iterator[Moment]) -> Iterator[Moment]:
    first: Moment | None = None
    for moment in single:
        if first is None:
            first = moment
            continue
        joined = _joined(text, first, moment)
        yield from () if joined else (first,)
        first = joined or moment
    if first:
        yield first


def _joined(text: str, first: Moment, last: Moment) -> Moment | None:
    """The period from ``first`` to ``last`` when the words between say so."""
    if last.head - first.span.end > REACH or first.precision != last.precision or last.start is None:
        return None
    if first.precision == "quarter" and BETWEEN.fullmatch(text, first.span.end, last.head) and first.start and last.end:
        return Moment(Span(first.span.start, last.span.end), first.start, last.end, "quarter", "", first.head)
    if first.is_period or last.is_period or not BETWEEN.fullmatch(text, first.span.end, last.head):
        return None
    start = first.start or _same_year(text, first, last.start)
    if start is None or start >= last.start:
        return None
    return Moment(Span(first.span.start, last.span.end), start, last.start, first.precision, "", first.head)


def _same_year(text: str, moment: Moment, iso: str) -> str | None:
    found = SHORT_DAY.match(text, moment.span.start) or WORDED_DAY.match(text, moment.span.start)
    return iso_date(int(iso[:4]), int(found["m"]), int(found["d"])) if found else None


def _single_moments(text: str) -> Iterator[Moment | Impossible]:
    after = 0
    for digits in DIGITS.finditer(text):
        at = digits.start()
        if at < after or not _may_begin(text, at, digits.end()):
            continue
        moment = moment_at(text, at)
        if moment:
            after = moment.span.end
            yield moment


def _may_begin(text: str, at: int, end: int) -> bool:
    """A quick look at a number and what follows: most numbers of a text begin no time."""
    if end - at == 4:
        return text[at : at + 2] in ("19", "20")
    if end - at > 2:
        return False
    follows = text[end : end + 2]
    if follows[:1] == " ":
        return follows[1:] in _AFTER_BLANK
    if follows[:1] in _STROKES:
        return follows[1:].isdigit() or follows[1:] == " "
    return follows[:1] in ("t", ",")


_AFTER_BLANK = frozenset("tnđ-–/.0123456789T")
_STROKES = frozenset("/.-–")


def moment_at(text: str, at: int) -> Moment | Impossible | None:
    """The time expression whose first digit stands at ``at``."""
    before = text[max(0, at - BACK) : at].rpartition("\n")[2]
    low = before.lower().rstrip()
    last = before[-1:]
    if last.isalnum() and not low.endswith(GLUED):
        return None
    if last in HANGS and last and not (low[-2:-1] in ("i", "v") and ROMAN_QUARTER.search(before)):
        return None
    if low.endswith(DAY_WORDS):
        head = at - (len(before) - len(low) + 4)  # each of the words has four letters
        span_of_days = DAYS.match(text, at)
        if span_of_days:
            return _days(span_of_days, head)
        found = NUMERIC_DAY.match(text, at) or WORDED_DAY.match(text, at) or SHORT_DAY.match(text, at)
        return (_day(found, head) or Impossible(Span(*found.span()))) if found else None
    found = NUMERIC_DAY.match(text, at)
    if found:
        return _day(found, at)
    for word, reader in READERS:
        if low.endswith(word):
            moment = reader(text, at, at - (len(before) - low.rindex(word)))
            if moment:
                return moment
    found = FIRST_MONTHS.match(text, at)
    if found:
        return _first_months(found, at)
    found = YEAR_SPAN.match(text, at)
    if found:
        return _years(found, before, at)
    roman = ROMAN_QUARTER.search(before) if "qu" in low else None
    return _roman_quarter(text, at, roman) if roman else None


def _days(found: re.Match[str], head: int) -> Moment | None:
    year, month = int(found["y"]), int(found["m"] or found["m2"])
    first, last = iso_date(year, month, int(found["d"])), iso_date(year, month, int(found["e"]))
    return Moment(Span(*found.span()), first, last, "day", "", head) if first and last and first < last else None


def _day(found: re.Match[str], head: int) -> Moment | None:
    day, month, year = found["d"], found["m"], found.groupdict().get("y")
    if year is None:
        possible = iso_date(2000, int(month), int(day))
        return Moment(Span(*found.span()), None, None, "day", "", head) if possible else None
    iso = iso_date(int(year), int(month), int(day))
    return Moment(Span(*found.span()), iso, iso, "day", "", head) if iso else None


def _month(text: str, at: int, head: int) -> Moment | None:
    found = MONTH.match(text, at)
    if found:
        iso = iso_date(int(found["y"]), int(found["m"]))
        return Moment(Span(*found.span()), iso, iso, "month", "", head) if iso else None
    found = MONTH_SPAN.match(text, at)
    if found:
        first, last = iso_date(int(found["y"]), int(found["m"])), iso_date(int(found["y"]), int(found["n"]))
        if first and last and first < last:
            return Moment(Span(*found.span()), first, last, "month", "", head)
    return None


def _quarter(text: str, at: int, head: int) -> Moment | None:
    found = QUARTER.match(text, at)
    if not found:
        return None
    return Moment(Span(*found.span()), *quarter(int(found["y"]), int(found["q"])), "quarter", "", head)


def _roman_quarter(text: str, at: int, word: re.Match[str]) -> Moment | None:
    found = ONE_YEAR.match(text, at)
    number = parse_roman(word["q"].upper())
    if not found or number is None:
        return None
    start, end = quarter(int(found["y"]), number)
    if word["last"]:
        last = parse_roman(word["last"].strip(" -–").upper()) or number
        end = quarter(int(found["y"]), last)[1]
    begin = at - len(word.group()) + word.start("q") - word.start()
    return Moment(Span(begin, found.end()), start, end, "quarter", "", at - len(word.group()))


def _year(text: str, at: int, head: int) -> Moment | None:
    before = text[max(0, at - BACK) : at].rpartition("\n")[2]
    if "qu" in before.lower() and (roman := ROMAN_QUARTER.search(before)):
        return _roman_quarter(text, at, roman)
    found = YEAR_SPAN.match(text, at)
    if found:
        return _years(found, before, at)
    found = ONE_YEAR.match(text, at)
    return Moment(Span(*found.span()), found["y"], found["y"], "year", "", head) if found else None


def _first_months(found: re.Match[str], at: int) -> Moment | None:
    number, year = int(found["n"]), found["y"] or found["whole"]
    if not 2 <= number <= 11:
        return None
    precision: Precision = "half-year" if number == 6 else "month"
    if year is None:
        return Moment(Span(*found.span()), None, None, precision, found.group().lower(), at)
    first, last = (13 - number, 12) if (found["part"] or "").lower() == "cuối" else (1, number)
    return Moment(Span(*found.span()), f"{year}-{first:02}", f"{year}-{last:02}", precision, "", at)


def _years(found: re.Match[str], before: str, at: int) -> Moment | None:
    first, last = int(found["y"]), int(found["z"])
    if not 0 < last - first <= 60:
        return None
    word = PERIOD_WORD.search(before)
    name = " ".join(word.group().lower().removesuffix("năm ").split()) if word else ""
    name = name.replace(" từ", "").replace("kì", "kỳ").replace("oá", "óa")
    return Moment(Span(*found.span()), found["y"], found["z"], "year", name, at - (len(word.group()) if word else 0))


def quarter(year: int, number: int) -> tuple[str, str]:
    """First and last month of a quarter, ISO."""
    return f"{year}-{3 * number - 2:02}", f"{year}-{3 * number:02}"


READERS = (("tháng", _month), ("quý", _quarter), ("quí", _quarter), ("năm", _year))
