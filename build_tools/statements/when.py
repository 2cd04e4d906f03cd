"""When a figure holds: the time of its sentence, of the heading above it, or of the report."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.words import any_word
from build_tools.passages import Leaf, Moment, find_moments
from build_tools.passages.moments import FIRST_MONTHS, quarter
from build_tools.statements.kinds import REPORT
from build_tools.statements.material import Material
from build_tools.vietnamese.numerals import parse_roman

NUMBER = re.compile(r"\d[\d.,]*")
BACK = 400
"""How far before a number its time is looked for, in characters."""


@lru_cache(maxsize=1)
def _compared() -> re.Pattern[str]:
    """A time that a number is only compared with or carried over to: "tăng 3 so với năm 2029", "chuyển sang năm 2032"."""
    return re.compile(rf"\b{any_word('compared-time')}\s(?:[^\W\d_]+\s){{0,5}}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _valid_until() -> re.Pattern[str]:
    """A time up to which a thing is good, or a plan looks: no number holds then ("thời hạn đến hết ngày 30/6/2032")."""
    return re.compile(rf"(?<!\w){any_word('valid-until')}\s(?:[^\W\d_]+\s){{0,5}}$", re.IGNORECASE)


def period_at(material: Material, leaf: Leaf, at: int) -> str | None:
    """The last time before the number in its sentence, else the first one after it in its clause, else what stands over the paragraph;
    ISO.

    A stretch is start/end ("2025-01/2025-06"). Dates of citations do not count. None for what is counted up to now without saying since
    when ("lũy kế").
    """
    sentence = material.sentences.at(at)
    begin = max(sentence.start, at - BACK)
    times = (*reversed(material.moments.between(begin, at)), *_said_after(material, at))
    stated = next((found for moment in times if (found := _stated(material, leaf, sentence.start, moment, at))), None)
    told = stated[0] if stated and stated[0] < at else begin - 1
    part = _bare_part(material, begin, at)
    if part and part.start() <= told:
        part = None
    since = part.start() if part else told
    up_to_now = any(found.start() > since for found in _up_to_now().finditer(material.text, begin, at))
    if part:
        year = stated[1][:4] if stated and told >= begin else _year_over(material, leaf)
        return _part_of_year(part, year) if _is_one(material.text, begin, part) and not up_to_now else None
    if stated and not up_to_now:
        return stated[1]
    months = _bare_months(material.text[begin:at])
    known = material.first_months.get(months, set())
    if len(known) == 1:
        return next(iter(known))
    if up_to_now:
        return _months_from_january(months, _year_over(material, leaf))
    over = period_over(material, leaf)
    return _months_of(months, over) if over else None


def period_of_head(material: Material, leaf: Leaf, heads: tuple[str, ...]) -> str | None:
    """When the values below the head of a column hold: the time that it names, else what stands over the table.

    "Lũy kế 11 tháng" is the first eleven months of the year above it; what is counted up to now without a time has none.
    """
    stated = next((moment for head in reversed(heads) for moment in find_moments(head) if moment.start), None)
    if stated:
        return iso_period(stated)
    named = " ".join(heads) + " "
    months = _bare_months(named)
    if months:
        return _months_from_january(months, _year_over(material, leaf))
    return None if _up_to_now().search(named) else period_over(material, leaf)


def _months_from_january(months: int, year: str | None) -> str | None:
    """The first months of a year, ISO; None where no count of several is told, or no year."""
    return f"{year}-01/{year}-{months:02}" if year and 1 < months < 13 else None


def period_over(material: Material, leaf: Leaf) -> str | None:
    """The time of the nearest heading above a paragraph or a table that names one, else that of the report."""
    for title in material.headings(leaf):
        found = _times_of(title)
        if len(found) == 1:
            stated = _period_of(material, leaf, found[0], found[0].span.of(title))
            if stated:
                return stated
    return report_period(material) if material.genre is REPORT else None


def _stated(material: Material, leaf: Leaf, start: int, moment: Moment, at: int) -> tuple[int, str] | None:
    """Where a time stands that tells when the number holds, and the time; None for one that it is only compared with, or of a citation."""
    text = material.text
    before = max(start, moment.head - 40), moment.head
    compared = _compared().search(text, *before) or _valid_until().search(text, *before)
    if compared or material.citation_at(moment.span.start) or _aside(text, start, moment, at):
        return None
    stated = _period_of(material, leaf, moment, moment.span.of(text))
    return (moment.head, stated) if stated else None


def _bare_part(material: Material, start: int, at: int) -> re.Match[str] | None:
    """The last quarter, month or term of a year before the number that is told without the year ("quý II", "tháng 5", "học kỳ I")."""
    text = material.text
    if "uý" not in text[start:at] and "háng" not in text[start:at] and "kỳ" not in text[start:at]:
        return None
    last = None
    for found in _part().finditer(text, start, at):
        if not material.moments.at(found.end() - 1) and not _compared().search(text, max(start, found.start() - 40), found.start()):
            last = found
    return last


def only_time(material: Material, start: int, end: int) -> bool:
    """True where nothing but a time stands between two numbers: "68,9%; năm 2029: 66,5%", "…; quý II 19 trường hợp"."""
    words = material.text[start:end]
    times = [(moment.head - start, moment.span.end - start) for moment in material.moments.between(start, end)]
    times = times or [found.span() for found in _part().finditer(words)]
    if len(times) != 1:
        return False
    first, last = times[0]
    return not (words[: max(first, 0)] + words[last:]).strip(" ;:,.%‰")


def _is_one(text: str, start: int, part: re.Match[str]) -> bool:
    """False for the last of several ("tháng 3, tháng 4, tháng 5") and for one that only begins or ends a time ("từ tháng 3")."""
    before = text[max(start, part.start() - 24) : part.start()]
    return not _open_time().search(before) and re.search(r"\d(?:,|\s[^\W\d_]+)\s$", before) is None


def _part_of_year(part: re.Match[str], year: str | None) -> str | None:
    """A quarter or a month of a year, ISO; None for a school's term, whose days nobody tells, and where the year is not known."""
    number = parse_roman(part["number"].upper()) or (int(part["number"]) if part["number"].isdigit() else 0)
    if year is None or part["part"].lower() not in ("quý", "tháng"):
        return None
    if part["part"].lower() == "tháng":
        return f"{year}-{number:02}" if 0 < number < 13 else None
    first, last = quarter(int(year), number)
    return f"{first}/{last}" if 0 < number < 5 else None


@lru_cache(maxsize=1)
def _part() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<part>{any_word('part-of-year')})\s(?P<number>I{{1,3}}|IV|\d{{1,2}})(?![\w/.-])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _changes_or_same_time() -> re.Pattern[str]:
    """Between a number and a time behind it that it is only compared with: "80%, cao hơn năm 2029", "89%, cùng kỳ năm 2030 là"."""
    return re.compile(rf"(?<!\w){any_word('changes', 'same-time')}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _open_time() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_word('from')}|{any_word('limit')}(?:\s[^\W\d_]+){{0,3}})\s$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _up_to_now() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('up-to-now')}(?!\w)", re.IGNORECASE)


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
        if "(" in between or _changes_or_same_time().search(between) or (not found and any(map(str.isdigit, between))):
            break
        found.append(moment)
    return tuple(found)


def _period_of(material: Material, leaf: Leaf, moment: Moment, words: str) -> str | None:
    """A time with its ``words``, ISO; "6 tháng đầu năm" is of the year that stands over the paragraph."""
    return iso_period(moment) if moment.start else _first_months(words, _year_over(material, leaf))


def _first_months(words: str, year: str | None) -> str | None:
    """ "6 tháng đầu năm" of a year, ISO."""
    found = FIRST_MONTHS.match(words)
    if not found or not year:
        return None
    months = int(found["n"])
    first, last = (1, months) if found["part"].lower() == "đầu" else (13 - months, 12)
    return f"{year}-{first:02}/{year}-{last:02}" if 0 < months < 12 else None


def _year_over(material: Material, leaf: Leaf) -> str | None:
    """The one year that the nearest heading names, else that of the report, else that of its date: a plan's subject names years to come."""
    for title in material.headings(leaf):
        years = {moment.start[:4] for moment in _times_of(title) if moment.start}
        if len(years) == 1:
            return years.pop()
    told = report_period(material) if material.genre is REPORT else None
    if told and "/" in told and told[:4] != told.partition("/")[2][:4]:
        return None
    return (told or material.document.header.date or "")[:4] or None


@lru_cache(maxsize=1)  # asked for each number of a report
def report_period(material: Material) -> str | None:
    """The time that the subject of the report names ("… 6 tháng đầu năm 2025"), when it names just one.

    What is told first counts, not what is planned behind it ("kết quả … năm 2031, phương hướng năm 2032").
    """
    span = material.document.header.line("subject")
    if span is None:
        return None
    named = [
        moment
        for moment in material.moments.between(span.start, span.end)
        if not material.citation_at(moment.span.start) and moment.precision != "day"
    ]
    joints = _plan_behind().finditer(material.text, span.start, span.end)
    plan = next((found.start() for found in joints if (found["joint"] or "và").lower() == "và"), span.end)
    years = {moment.start[:4] for moment in named if moment.start}
    year = years.pop() if len(years) == 1 else None
    told = [moment for moment in named if moment.head < plan]
    found = {iso_period(moment) if moment.start else _first_months(moment.span.of(material.text), year) for moment in told}
    if not told:  # "quý II, phương hướng quý III năm 2031"
        found = {_part_of_year(part, year) for part in _part().finditer(material.text, span.start, plan)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1)
def _plan_behind() -> re.Pattern[str]:
    """Where a subject goes over to what is planned: "…, phương hướng, nhiệm vụ năm 2032", "… và triển khai nhiệm vụ …"."""
    return re.compile(
        rf"(?:[,;]|\s(?P<joint>[^\W\d_]+))(?=\s(?:[^\W\d_]+\s){{0,2}}{any_word('plan-heading', 'planned')}(?!\w))", re.IGNORECASE
    )


def iso_period(moment: Moment) -> str | None:
    """A moment as one string: a point as it is, a stretch as ISO start/end."""
    return moment.start if moment.start == moment.end else f"{moment.start}/{moment.end}"
