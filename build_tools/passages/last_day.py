"""The last day of a deadline, from its words."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.words import any_word
from build_tools.passages.moments import BETWEEN, Moment, find_moments
from build_tools.vietnamese.dates import find_dates, parse_date


@lru_cache(maxsize=1)
def _on() -> re.Pattern[str]:
    return re.compile(rf",?\s{any_word('goes-on')}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _from() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('from')}\s$", re.IGNORECASE)


def further(text: str, end: int) -> int:
    """Where the words end that say that the work goes on after a time that ends at ``end`` ("năm 2031 và các năm tiếp theo"); ``end``
    where none do."""
    found = _on().match(text, end)
    return found.end() if found else end


def last_day(words: str) -> str:
    """The last time that the words of a deadline name, ISO at the precision stated.

    Empty when they name none, only say since when ("từ tháng 6/2031"), or say that the work goes on after it.
    """
    if stated := parse_date(words):
        return stated
    found = [(moment.head, moment.span.end, moment.end, _stretch(words, moment)) for moment in find_moments(words)]
    dates = [date for date in find_dates(words) if not any(start <= date.span.end and date.span.start < end for start, end, _, _ in found)]
    found += [(date.span.start, date.span.end, date.iso, False) for date in dates]
    ends = {day: end for start, end, day, stretch in found if day and (stretch or not _from().search(words, 0, start))}
    last = max(ends, default="")
    return "" if last and further(words, ends[last]) > ends[last] else last


def _stretch(words: str, moment: Moment) -> bool:
    """True for a time from one to another: "tháng 3 đến tháng 6/2031"; a quarter is a point."""
    return moment.start != moment.end and BETWEEN.search(words, moment.head, moment.span.end) is not None
