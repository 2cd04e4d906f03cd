"""Words that say how often something is due: "hằng năm", "định kỳ 6 tháng", "trước ngày 25 hằng tháng", "thường xuyên đôn đốc"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.wording import words_pattern
from build_tools.lexicon.words import any_word, word_set, words
from build_tools.model.span import Span
from build_tools.passages.moments import CLOCK
from build_tools.statements.bodies import bodies_at
from build_tools.statements.verbs import is_duty

_UNIT = any_word("time-unit")
TAIL = re.compile(rf"(?:{'|'.join(words_pattern(word)[1:] for word in words('recurs'))})\b")
"""The telling words without their first letter: what is left begins with one of a few rare letters, which finds them fast."""
FIRST = {word[1]: word[0].upper() + word[0] for word in words("recurs")}
ROUND = "ằàỗủ"
"""What those begin with that say how long a round is."""
PERIOD = re.compile(
    rf",? (?:(?:vào )?thứ [^\W\d_]+ )?(?:h[ằà]ng|mỗi) {_UNIT}"
    r"| (?:hoặc|và) đột xuất(?=\s)"
    rf"|(?: mỗi)? (?:\d{{1,2}}|ba|sáu|một) {_UNIT}(?: một lần)?"
)
"""After "định kỳ": how long a round is."""
_ONE = r"\d{1,2}(?:[/-]\d{1,2}| tháng \d{1,2})?"
_ON = rf"ngày {_ONE}(?:(?:,| và|, ngày| và ngày) {_ONE}){{0,3}}"


@lru_cache(maxsize=1)
def _day() -> re.Pattern[str]:
    """The hour, the day or the days before "hằng ngày", "hằng tuần", "hằng tháng", "hằng năm"."""
    weekdays = rf"(?:ngày )?{any_word('weekday')}(?:(?:,| và) {any_word('weekday')}){{0,3}}"
    on = rf"(?:{_ON}|{weekdays})"
    return re.compile(rf"(?<!\w)(?:(?:trước|vào|lúc) )?(?:(?!\d+: ){CLOCK}[’']?(?:,? {on})?|{on}) $", re.IGNORECASE)


@lru_cache(maxsize=1)
def _rounds() -> re.Pattern[str]:
    """How long a round is, at the end of a clause: of work that is handed out it says how often ("kiểm tra phao định kỳ hằng tháng")."""
    described = "".join(rf"(?<!{word}\s)" for word in words("described"))
    return re.compile(rf"{described}(?<!\w){any_word('how-often')}(?:{PERIOD.pattern})(?=\s?(?:[.;:)\n]|$))", re.IGNORECASE)


BARE_ROUND = re.compile(rf"[Hh][ằà]ng {_UNIT}(?=\s?(?:[.;:)\n]|$))")
"""A round alone at the end of a clause."""


@lru_cache(maxsize=1)
def _to_whom() -> re.Pattern[str]:
    return re.compile(rf"\s{any_word('to-whom')}\s(?=[^\W\d_])", re.IGNORECASE)


def _bare_round(text: str, own: Span) -> str | None:
    """A round at the end of a clause, where what stands before cannot be of it: a comma, or to whom is reported ("gửi kết quả về Ủy ban
    nhân dân tỉnh | hằng quý")."""
    for found in BARE_ROUND.finditer(text, own.start, own.end):
        before = text[own.start : found.start()].rstrip()
        if before.endswith(","):
            return " ".join(found.group().split())
        told = max(_to_whom().finditer(text, own.start, found.start()), key=re.Match.start, default=None)
        named = bodies_at(text, told.end(), found.start()) if told else None
        if named and not text[named.end : found.start()].strip():
            return " ".join(found.group().split())
    return None


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    """How many times in each round: "02 lần/ngày". Of work that is handed out it says how often; in rules it limits or measures."""
    return re.compile(rf"(?<!\w){any_word('count-round')}\b", re.IGNORECASE)


END = re.compile(rf"[.;:()\n]|\s{any_word('after-recurring')}\b|,\s(?={any_word('beside-recurring')}\b)")
"""Where the verbs that are done so often end."""
OPENING = re.compile(r"(?:^|[.;:,]|\bvà|\bđồng thời,?|\bphải)\s*$", re.IGNORECASE)
FOLLOWED = re.compile(r",?\s[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+")
LONGEST = 120


def has_recurrence(text: str) -> Iterator[int]:
    """Where a telling word stands, quickly, whatever it governs."""
    return (found.start() for found in TAIL.finditer(text))


def first_round(text: str, start: int, end: int) -> int | None:
    """Where the first words stand that may say in which rounds something is done; "thường xuyên" and a bare "định kỳ" tell none. Quick."""
    rounds = (found for found in TAIL.finditer(text, start, end) if found.group()[0] in ROUND or PERIOD.match(text, found.end(), end))
    telling, times = next(rounds, None), _counted().search(text, start, end)
    return min((found.start() - (found is telling) for found in (telling, times) if found), default=None)


def round_end(text: str, start: int, end: int) -> int | None:
    """Where the day in each round ends that stands at ``start``: "trước ngày 10/12 hằng năm | tổng hợp …"; None where none does."""
    telling = TAIL.search(text, start, min(end, start + 60))
    at = telling.start() - 1 if telling and telling.group()[0] in ROUND else -1
    day = _day().match(text, start, at) if at > start else None
    return telling.end() if telling and day and day.end() == at else None


def recurrences(text: str, span: Span) -> Iterator[Span]:
    """The recurrences inside ``span`` that govern a duty, with the verbs they govern."""
    after = span.start
    for found in TAIL.finditer(text, span.start, span.end):
        start, end = found.start() - 1, found.end()
        tail = found.group()
        if start < after or text[start] not in FIRST[tail[0]] or (start and text[start - 1].isalpha()):
            continue
        day = _day().search(text, max(span.start, start - 60), start) if tail[0] in "ằàủ" else None
        if tail[0] == "ị" and (period := PERIOD.match(text, end, span.end)):
            end = period.end()
        if day:
            after = end
            yield Span(day.start(), end)
            continue
        before = text[max(span.start, start - 24) : start]
        if tail[0] == "ủ" or before.lower().rstrip().endswith(words("described")):
            continue
        follows = WORD.findall(text, end, min(span.end, end + 30)) if FOLLOWED.match(text, end, span.end) else []
        told = bool(follows) and follows[0] in word_set("no-duty")
        verb = not told and is_duty([word_key(word) for word in follows[:3]])
        if told or (not verb and (tail[0] == "h" or (tail[0] == "ị" and end == found.end()) or not OPENING.search(before))):
            continue
        after = _verbs_end(text, end, span.end) if verb else end
        yield Span(start, after)


def often_in(text: str, span: Span, first_end: int | None = None) -> str | None:
    """How often work is to be done, as its words say: all recurrences of ``span``, else the round with which a clause ends, or how many
    times in each round. ``first_end``: where the words of the work itself end; behind them counts only what begins a clause, as it tells
    then what it is of."""
    own = Span(span.start, span.end if first_end is None else first_end)
    found = [
        " ".join(part.of(text).split())
        for part in recurrences(text, span)
        if part.start < own.end or OPENING.search(text[max(own.end, part.start - 24) : part.start])
    ]
    telling = not found and TAIL.search(text, own.start, own.end)
    if telling and (rounds := _rounds().search(text, own.start, own.end)):
        return " ".join(rounds.group().split())
    if telling and (bare := _bare_round(text, own)):
        return bare
    counted = None if found else _counted().search(text, own.start, own.end)
    if counted and not text.startswith(" học", counted.end()):  # "lần/năm học" is measured, not due
        return counted.group()
    return "; ".join(found) or None


def _verbs_end(text: str, at: int, end: int) -> int:
    """Where the verbs after a recurrence end, at most ``LONGEST`` characters on, cut at a word."""
    limit = min(end, at + LONGEST)
    found = END.search(text, at, limit)
    if found:
        return found.start()
    return end if limit == end else max(text.rfind(" ", at, limit), at)
