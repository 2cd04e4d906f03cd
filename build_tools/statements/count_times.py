"""Words around a number that tell only a time: when it holds, not what was counted."""

from __future__ import annotations

import re

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import any_word, word_set
from build_tools.statements.count_tail import change_end, trailing

_MONTHS = re.compile(
    r"(?:ngày\s)?\d{1,2}/\d{1,2}/\d{4}|(?:tháng|quý)\s[\dIVX]{1,3}(?:/\d{4})?(?!\w)|\d{1,2}\stháng(?:\s(?:đầu|cuối)\snăm)?|(?:19|20)\d\d"
)
"""A time, with a number in it."""


def without_time(words: str) -> str:
    """Words without the time at their end: "Khách đến bến trong tháng 5" of which another number is told for another time."""
    *_, last = (None, *_MONTHS.finditer(words))
    if last is None or words[last.end() :].strip():
        return words
    before = words[: last.start()].rstrip()
    return re.sub(rf"\s{any_word('before-moment')}$", "", before, flags=re.IGNORECASE) or words


def is_time(words: str) -> bool:
    """True for words that tell a time, at most with a change, and nothing else: "lũy kế 6 tháng", "Đến ngày 30/6/2031", "10 tháng tăng".

    Before a number they are no subject: that stands further left.
    """
    if not _MONTHS.search(words):
        return False
    rest = trailing().sub("", change_end().sub("", " " + _MONTHS.sub("", words).strip()))
    return all(word in word_set("before-moment") for word in [word_key(rest.strip())] if word) or not rest.strip()
