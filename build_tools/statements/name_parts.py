"""What goes on the name of a body behind the end that its shape tells: a part of it, how many places have such a body, words in small
letters of the last of a list."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import text_keys, word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word, word_set
from build_tools.naming.extent import bearer_end
from build_tools.statements.body_beginnings import begins_body
from build_tools.statements.many_bodies import JOINT
from build_tools.statements.verbs import first_words, is_duty
from build_tools.vietnamese.numerals import WORDS as NUMBERS


def part_end(text: str, at: int, cut: int) -> int | None:
    """Where the name ends of a part that follows its whole in small letters: "Ngân hàng Bến Sông | phòng giao dịch Gia Nam | rà soát"."""
    part = PART.fullmatch(text, at, at + len(text[at:cut].rstrip()))
    if part is None or is_duty(first_words(text, at + 1, cut)) or not begins_body(text, at + 1, cut, low=True):
        return None
    described = {word_key(word) for word in part["by"].split()}
    return None if described & (word_set("bearer") | word_set("plural") | word_set("joins-body")) else part.end()


PART = re.compile(rf"\s[^\W\d_{CAPITALS}]+(?P<by>(?:\s[^\W\d_{CAPITALS}]+){{0,2}})(?:\s[{CAPITALS}][^\W\d_]*){{1,5}}")
"""A head in small letters, at most two words by which it is called, its own name."""


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    count = rf"(?:\d{{1,3}}|{'|'.join(word for word in NUMBERS if ' ' not in word)})"
    return re.compile(rf"\s(?i:{count}\s{any_word('level')})(?!\s[{CAPITALS}])(?!\w)")


def counted_end(text: str, at: int, end: int) -> int | None:
    """Where a name ends that is that of the bodies of so many places: "Ủy ban nhân dân | hai xã | báo cáo"."""
    found = _counted().match(text, at, end)
    return found.end() if found else None


def is_open(text: str, start: int, shaped: int, reach: int) -> bool:
    """True where the shape of the first of a list does not tell where the last one ends, and no known verb stands there: "Sở A và Phòng An
    ninh | chính trị nội bộ Công an tỉnh"."""
    last = max((joint.end() for joint in JOINT.finditer(text, start, shaped) if begins_body(text, joint.end(), reach)), default=start)
    return (
        last > start
        and text[last].isupper()
        and not is_duty(first_words(text, shaped, reach))
        and last + bearer_end(*text_keys(text[last:reach]), 0, reach - last) == reach
    )
