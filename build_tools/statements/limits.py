"""Until when a task is due: the limit in its own words, or the one that stands above it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word, word_set, words
from build_tools.messages.shorten import shorten
from build_tools.model.span import Span
from build_tools.model.statement import Event
from build_tools.passages import find_moments
from build_tools.passages.last_day import further
from build_tools.passages.moments import BETWEEN, CLOCK
from build_tools.statements.asking import given
from build_tools.statements.body_beginnings import begins_body
from build_tools.statements.material import Material
from build_tools.statements.this_year import YEAR, ThisYear
from build_tools.statements.verbs import first_words, is_duty

ACTION_END = re.compile(rf"[.;]\s|:\s(?=[{CAPITALS}]|[^\w])|\n|$")
"""Where an action ends: a colon with small letters behind it goes on with what it consists of."""
OWN_CLAUSE = 30
"""Characters before a limit that make its clause more than "hoàn thành trước ngày …"."""
BACK = 60
"""Characters before a limit in which its words stand."""
TIME_UNIT = "(?:ngày|giờ|tháng|tuần)"
LONGEST_TIME = 40
LONGEST_CLAUSE = 220
COMMA = re.compile(r",\s")
WAS = " là "
SENTENCE_END = re.compile(r"[.;]\s")
_TIMES = frozenset({"period", "other"})
"""Kinds of events that are the limit of an action which ends with them."""


@lru_cache(maxsize=1)
def _limit_words() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?:{any_word('limit', 'within')}\s)?(?:{any_word('limit', 'within', 'before-time')}\s)*"
        rf"(?:{CLOCK},?\s)?{any_word('time-unit')}?\s?$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _opens_sentence() -> re.Pattern[str]:
    """The words of a limit at the beginning of a sentence or a clause."""
    return re.compile(rf"[.,;\n]\s?{any_word('until')}\s(?:{any_word('before-time', 'time-word')}\s?)*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _before_day() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('limit')}\s(?:{any_word('day')}\s)?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _relative() -> re.Pattern[str]:
    """A limit counted from something: "chậm nhất 15 ngày kể từ ngày ký", "trong thời hạn 05 ngày làm việc"; "trong 10 ngày" only where
    it is said from when: "trong 10 ngày kể từ ngày ký"."""
    count = rf"\d{{1,3}}\s(?:\([^()]{{1,20}}\)\s)?{TIME_UNIT}(?!\w)(?:\slàm việc)?"
    since = r"(?:,?\s(?:kể từ|tính từ|từ|sau)\s[^.,;:()\n]{2,80}?(?=\sphải\s|[.,;:()\n]|$))"
    return re.compile(
        rf"(?<!\w)(?:{any_word('counted-limit')}\s(?:là\s)?{count}{since}?|{any_word('within')}\s{count}{since})", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _part_of_year() -> re.Pattern[str]:
    """A limit that a month or a quarter is without its year, so that its last day is not told: "từ nay đến hết quý III"."""
    return re.compile(
        rf"(?<!\w){any_word('limit', 'from-now')}\s(?:{any_word('limit', 'within', 'before-time')}\s)*"
        rf"{any_word('part-of-year')}\s(?:[IVX]{{1,4}}|\d{{1,2}})(?![\w/-]|\.\d|,?\s[^\W\d_]+\s\d{{4}})",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def from_now() -> re.Pattern[str]:
    """Words before a time up to which work goes on from now: "từ nay đến hết"."""
    return re.compile(rf"(?<!\w){any_word('from-now')}\s(?:{any_word('limit', 'within', 'before-time')}\s)*", re.IGNORECASE)


@lru_cache(maxsize=1)
def purpose() -> re.Pattern[str]:
    """What is aimed at, before who has to act for it."""
    return re.compile(rf"{any_word('purpose')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _own() -> re.Pattern[str]:
    """Words that say of themselves that a limit follows, whether or not its day can be read: "xong trước mùa lũ"."""
    return re.compile(rf"(?<!\w)(?:{any_word('own-limit')}|{any_word('finish')}\s{any_word('within')})(?=\s\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _no_own() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('no-own-limit')}(?!\w)", re.IGNORECASE)


def _places(events: Iterable[Event]) -> list[tuple[Span, str | None]]:
    """Where each event is told, in order, and its last day."""
    return sorted((span, event.end) for event in events for span in (event.span, *event.also_at))


@lru_cache(maxsize=1)
def _binding() -> re.Pattern[str]:
    """What makes a time the limit of an action that ends with it: "trong …", the meeting at which results are told, and "từ …" where the
    time goes on to a last day."""
    meeting = rf"(?<!\w)(?P<told>{any_word('finish')})\s(?:[^\W\d_]+\s){{0,8}}?(?P<at>{any_word('at-meeting')}(?:\s[^\W\d_]+){{0,4}}?)"
    return re.compile(
        rf"(?:\s(?:{any_word('within')}|(?P<from>{any_word('from')}))|{meeting})\s(?:{any_word('before-time', 'time-word')}\s?)*$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _of_time() -> re.Pattern[str]:
    """What has a time of its own."""
    return re.compile(rf"(?<!\w){any_word('announces', 'no-heading', 'of-time')}(?!\w)")


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit in its words, where it stands, and its last day where the words give one (ISO at the precision stated)."""

    words: str
    span: Span
    day: str | None = None


class Limits:
    """The limits of one document by their places."""

    def __init__(self, material: Material, events: tuple[Event, ...]) -> None:
        self.text, self.this_year, self.issued = material.text, ThisYear.of(material), material.document.header.date
        self.found = _places(event for event in events if event.kind == "deadline" or self._is_ahead(event))
        self.times = _places(event for event in events if event.kind in _TIMES and event.precision != "year")

    def _is_ahead(self, event: Event) -> bool:
        """True for a day to come with the words of a limit before it: rules may only tell of it, what somebody has to do is due then."""
        if event.kind != "other" or event.precision != "day" or not (self.issued and event.start and event.start >= self.issued):
            return False
        return _before_day().search(self.text, max(0, event.span.start - BACK), event.span.start) is not None

    def inside(self, span: Span) -> Limit | None:
        """The first limit inside ``span``."""
        index = bisect_left(self.found, (span, ""))
        while index < len(self.found) and span.contains(self.found[index][0]) and self._of_no_work(span, self.found[index][0]):
            index += 1
        told = self.found[index] if index < len(self.found) and span.contains(self.found[index][0]) else None
        counted = _relative().search(self.text, span.start, told[0].start if told else span.end)
        if counted and not (told and self.text[counted.end() : told[0].start].strip(" ,") in ("", *words("day"))):
            return Limit(" ".join(counted.group().split()), Span(*counted.span()))
        bare = self.this_year.limit(self.text, Span(span.start, told[0].start if told else span.end))
        if bare:
            return Limit(self._words(span, bare, bare.end), bare, self.this_year.day(self.text, bare.start))
        if told is None and (until := self._until(span)):
            return until
        if told is None:
            part = _part_of_year().search(self.text, span.start, span.end)
            return Limit(" ".join(part.group().split()), Span(*part.span())) if part else None
        stated, end = told[0], further(self.text, told[0].end)
        day = told[1] or self.this_year.day(self.text, stated.start)
        return Limit(self._words(span, stated, end), stated, day if end == stated.end else None)

    def _of_no_work(self, span: Span, limit: Span) -> bool:
        """True for the time of what is aimed at, told before who has to act ("Để xong kè trước ngày 30/6, yêu cầu Sở A rà soát …"), and for
        one that says what something was then ("các trạm trước ngày 01/01/2031 là tuyến huyện")."""
        if self.text.startswith(WAS, limit.end):
            return True
        begin = max(self.text.rfind(". ", span.start, limit.start) + 2, span.start)
        if purpose().match(self.text, begin, limit.start) is None:
            return False
        end = SENTENCE_END.search(self.text, limit.end, span.end)
        bears = [at.end() for at in COMMA.finditer(self.text, begin, end.start() if end else span.end) if self._acts(at.end(), span.end)]
        return bool(bears) and bears[0] > limit.start

    def _acts(self, at: int, end: int) -> bool:
        """True where somebody is asked, or who acts is named."""
        return given().match(self.text, at, end) is not None or begins_body(self.text, at, end)

    def _until(self, span: Span) -> Limit | None:
        """A time with its year up to which work goes on from now: "từ nay đến hết năm 2031"."""
        since = from_now().search(self.text, span.start, span.end)
        said = self.text[since.start() : min(since.end() + LONGEST_TIME, span.end)] if since else ""
        until = next((moment for moment in find_moments(said) if moment.end), None)
        if since is None or until is None or not from_now().fullmatch(said[: until.head]):
            return None
        if self._has_time(Span(span.start, since.start())):
            return None
        stated = Span(since.start() + until.span.start, since.start() + until.span.end)
        return Limit(" ".join(self.text[since.start() : stated.end].split()), stated, until.end)

    def own(self, span: Span) -> bool:
        """True where ``span`` says that it has a limit of its own, in whatever words: what stands above is not its limit then."""
        return _own().search(_no_own().sub("", span.of(self.text))) is not None

    def heading(self, words: Span) -> Limit | None:
        """The month or quarter that a heading is nothing but, perhaps with a word for work: "1. Tháng 9/2031", "Công việc quý III/2031"."""
        said = words.of(self.text).rstrip(" .:\n")
        moments = find_moments(said) if len(said) < LONGEST_TIME else []
        if len(moments) != 1 or moments[0].precision not in ("month", "quarter") or moments[0].span.end != len(said):
            return None
        before = word_key(said[: moments[0].head]).strip()
        if before and before not in word_set("within") | word_set("announces") | word_set("field-action"):
            return None
        at = moments[0].head
        return Limit(" ".join(said[at:].split()), Span(words.start + at, words.start + len(said)), moments[0].end)

    def closing(self, action: Span) -> Limit | None:
        """The time with which what is to be done ends ("Rà soát sổ bến trong quý II/2031"), where none of its words can be of that time.

        What has a time of its own ("kết quả", "nhiệm vụ", "việc") leaves open whether that is meant.
        """
        index = bisect_left(self.times, (Span(action.end, action.end), "")) - 1
        if index < 0 or not action.contains(self.times[index][0]):
            return None
        stated, end = self.times[index]
        if self.text[stated.end : action.end].strip(" .;,)") or further(self.text, stated.end) > stated.end:
            return None
        before = _binding().search(self.text[action.start : stated.start])
        if before is None or (before["from"] and not BETWEEN.search(stated.of(self.text))):
            return None
        begin = action.start + (before.start("at") if before["at"] else before.start())
        if not before["at"] and self._has_time(Span(action.start, begin)):
            return None
        return Limit(" ".join(self.text[begin : stated.end].split()), stated, end)

    def _has_time(self, before: Span) -> bool:
        """True where something in the words before a time has one of its own, and no comma parts them."""
        said = word_key(before.of(self.text)).rstrip()
        return not said.endswith((",", ";", ".", ":")) and _of_time().search(said) is not None

    def _words(self, whole: Span, limit: Span, end: int) -> str:
        """The words of a limit, up to ``end``: "trước ngày 30/6/2025"."""
        begin = max(whole.start, limit.start - BACK)
        found = _limit_words().search(self.text[begin : limit.start])
        return " ".join(self.text[begin + (found.start() if found else limit.start - begin) : end].split())

    def clause(self, rest: Span, limit: Span) -> str | None:
        """The clause of ``rest`` in which the limit stands; None when it is little more than the limit of the action."""
        ends = (found.end() for found in ACTION_END.finditer(self.text, rest.start, limit.start) if found.group())
        start = max(ends, default=rest.start)
        end = ACTION_END.search(self.text, limit.end, rest.end)
        words = self.text[start : end.start() if end else rest.end].strip(" .;\n")
        first = first_words(self.text, start, limit.start)
        acts = is_duty(first) and not any(" ".join(first[:count]) in word_set("finish") for count in (1, 2))
        return shorten(words, LONGEST_CLAUSE) if acts or limit.start - start >= OWN_CLAUSE else None

    def tells_aim(self, limit: Limit) -> bool:
        """True for a year with which a sentence or a clause begins that says what is then reached, not done: "Đến năm 2030, tỷ lệ … đạt
        100%", "…, phấn đấu đến năm 2030 đạt 30%"."""
        if len(limit.day or "") != YEAR or not _opens_sentence().search(self.text, max(0, limit.span.start - BACK), limit.span.start):
            return False
        behind = limit.span.end + (self.text.startswith(",", limit.span.end)) + 1
        goes_on = self.text[behind : behind + 1].isalpha()
        return goes_on and not is_duty(first_words(self.text, behind))
