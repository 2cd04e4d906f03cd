"""When a figure holds: the time of its sentence, of the heading above it, or of the report."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.words import any_word
from build_tools.passages import Leaf, Moment, find_moments
from build_tools.passages.moments import FIRST_MONTHS
from build_tools.statements.kinds import REPORT
from build_tools.statements.material import Material

NUMBER = re.compile(r"\d[\d.,]*")
BACK = 400
"""How far before a number its time is looked for, in characters."""


@lru_cache(maxsize=1)
def _compared() -> re.Pattern[str]:
    """A time that a number is only compared with or carried over to: "tăng 3 so với năm 2029", "chuyển sang năm 2032"."""
    return re.compile(rf"\b{any_word('compared-time')}\s(?:[^\W\d_]+\s){{0,5}}$", re.IGNORECASE)


def period_at(material: Material, leaf: Leaf, at: int) -> str | None:
    """The last time before the number in its sentence, else the first one after it in its clause, else that of the nearest heading, else
    that of the report; ISO.

    A stretch is start/end ("2025-01/2025-06"). Dates of citations do not count.
    """
    sentence = material.sentences.at(at)
    before = material.moments.between(max(sentence.start, at - BACK), at)
    after = _said_after(material, at)
    for moment in (*reversed(before), *after):
        compared = _compared().search(material.text, max(sentence.start, moment.head - 40), moment.head)
        if compared or material.citation_at(moment.span.start) or _aside(material.text, sentence.start, moment, at):
            continue
        stated = iso_period(moment) if moment.start else _of_own_year(material, moment, moment.span.of(material.text))
        if stated:
            return stated
    months = _bare_months(material.text[max(sentence.start, at - BACK) : at])
    told = material.first_months.get(months, set())
    if len(told) == 1:
        return next(iter(told))
    for title in material.headings(leaf):
        found = _times_of(title)
        if len(found) == 1:
            stated = iso_period(found[0]) if found[0].start else _of_own_year(material, found[0], found[0].span.of(title))
            if stated:
                return _months_of(months, stated)
    return report_period(material) if material.genre is REPORT else None


@lru_cache(maxsize=64)
def _times_of(title: str) -> list[Moment]:
    """The times that a heading names, days not; the same headings stand above many numbers."""
    return [moment for moment in find_moments(title) if moment.precision != "day"]


def _bare_months(before: str) -> int:
    """How many months the words before a number tell without a year ("tăng trưởng 9 tháng …"); 0 where they tell none."""
    if "háng" not in before:
        return 0
    said = [found for found in _bare_time().finditer(before) if found["word"].lower() == "tháng"]
    return int(said[-1]["count"]) if said and not before[: said[-1].start()].lower().endswith("sau ") else 0


def _months_of(months: int, stated: str) -> str:
    """The period of a heading ("10 tháng năm 2030"), but for another count of months that the sentence tells."""
    first = FIRST_TO.fullmatch(stated)
    return f"{first['year']}-01/{first['year']}-{months:02}" if first and 0 < months < 13 else stated


@lru_cache(maxsize=1)
def _bare_time() -> re.Pattern[str]:
    return re.compile(rf"(?<!\d)(?P<count>\d{{1,2}})\s(?P<word>{any_word('time-word')})(?!\s\d)", re.IGNORECASE)


FIRST_TO = re.compile(r"(?P<year>\d{4})-01/\d{4}-\d\d")
"""The first months of a year."""


def _aside(text: str, start: int, moment: Moment, at: int) -> bool:
    """True for a time in brackets that are closed before the number: it is that of what the brackets say."""
    return text.rfind("(", start, moment.head) > text.rfind(")", start, moment.head) and ")" in text[moment.span.end : at]


def _said_after(material: Material, at: int) -> tuple[Moment, ...]:
    """The times that follow the number in its clause, up to the next number and outside brackets that open after it."""
    number = NUMBER.match(material.text, at)
    found: list[Moment] = []
    for moment in material.moments.between(at, material.clause(at).end)[:5]:
        between = material.text[number.end() if number else at : moment.head]
        if "(" in between or (not found and any(map(str.isdigit, between))):
            break
        found.append(moment)
    return tuple(found)


def _of_own_year(material: Material, moment: Moment, words: str) -> str | None:
    """ "6 tháng đầu năm" is of the year that the report is about, else of the year of its date."""
    found = FIRST_MONTHS.match(words)
    date = report_period(material) or material.document.header.date
    if not found or moment.start or not date:
        return None
    year, months = date[:4], int(found["n"])
    first, last = (1, months) if found["part"].lower() == "đầu" else (13 - months, 12)
    return f"{year}-{first:02}/{year}-{last:02}" if 0 < months < 12 else None


def report_period(material: Material) -> str | None:
    """The time that the subject of the report names ("… 6 tháng đầu năm 2025"), when it names just one."""
    span = material.document.header.line("subject")
    if span is None:
        return None
    found = {
        iso_period(moment)
        for moment in material.moments.between(span.start, span.end)
        if moment.start and not material.citation_at(moment.span.start) and moment.precision != "day"
    }
    return found.pop() if len(found) == 1 else None


def iso_period(moment: Moment) -> str | None:
    """A moment as one string: a point as it is, a stretch as ISO start/end."""
    return moment.start if moment.start == moment.end else f"{moment.start}/{moment.end}"
