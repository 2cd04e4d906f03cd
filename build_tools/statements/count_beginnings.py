"""Where the words before a number begin: behind the last comma, bracket or number before it, unless that stands inside one name."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import any_word, word_set
from build_tools.statements.count_tail import change_start, trailing
from build_tools.statements.count_times import is_time
from build_tools.statements.material import Material
from build_tools.statements.quantities import Quantity
from build_tools.statements.verbs import is_duty

BOUNDARY = re.compile(r"[;:“”\n\t⁽]\s?|[,.](?!\d)\s?")
REACH = 160
"""How far before a number its words are looked for."""
SHORT = 3
"""Fewer words after a comma are no subject of their own."""
MARKS = " -+*•–),(~><≈"
NAMED_IN_QUOTES = re.compile(r"“[^“”\n]{1,80}”")
"""A name in quotation marks: its marks and commas end nothing ("Quỹ “Vì người nghèo” được 5 tỷ đồng")."""
FIRST_NOUN = 5
"""A noun before the comma in a name has no more words."""
LAST_NOUN = 7
"""The last two nouns of a list have fewer words."""
AND = "và"
SPLITS = frozenset(";:.")
"""What parts the words of a number from those of another."""


@lru_cache(maxsize=1)
def _total() -> re.Pattern[str]:
    return re.compile(rf"\s*{any_word('total')}\s", re.IGNORECASE)


def head_span(material: Material, quantity: Quantity, start: int, joined: bool) -> tuple[int, int]:
    """Where the words before a number begin and end: from the last comma, bracket or number before it."""
    text, at = material.text, quantity.span.start
    clause = max(start, material.clause(at).start)
    total = _total().match(text, clause, at)
    if total and not any(char.isdigit() for char in text[clause:at]):
        return clause, at  # "Tổng thu phí bến, phí đò đạt 291 triệu": commas list what it sums
    begin = max(clause, at - REACH)
    names = [found.span() for found in NAMED_IN_QUOTES.finditer(text, begin, at)] if "”" in text[begin:at] else []
    ends = [found.end() for found in BOUNDARY.finditer(text, begin, at) if not any(first <= found.start() < last for first, last in names)]
    opened = text.rfind("(", begin, at)
    if opened >= 0 and ")" not in text[opened:at]:
        ends = [end for end in ends if end > opened] or [opened + 1]
    if ends and opened < ends[-1] and is_time(text[ends[-1] : at]):
        return (ends[-2] if len(ends) > 1 else begin), at  # "sản xuất tăng trưởng khá, 10 tháng tăng 15%"
    if ends:
        return _with_first_noun(text, begin, ends, at, joined and begin == start), at
    return (begin if begin == clause else text.find(" ", begin, at) + 1), at


def _with_first_noun(text: str, start: int, ends: list[int], at: int, joined: bool) -> int:
    """Where the words of a number begin whose last comma only stands between two nouns of one name: "thu thuế, phí 3.120 triệu đồng".

    Not behind another number of the clause: the words before the comma are that number's.
    """
    last, place = ends[-1], len(ends) - 2
    while place >= 0 and text[ends[place] - 2] == "," and len(text[ends[place] : ends[place + 1]].split()) < SHORT:
        place -= 1  # "nông, lâm, thủy sản"
    before = ends[place] if place >= 0 else start
    own = text[before - 2 : before].strip()[:1] in SPLITS if place >= 0 else not joined
    comma = text[last - 2 : last].startswith(",")
    return before if own and comma and _of_one_name(text[before:last], text[last:at]) else last


def _of_one_name(before: str, behind: str) -> bool:
    """True for the words around a comma that are nouns of one name: few, and none counts, changes or tells what is done."""
    first, second = before.strip(MARKS).split(), trailing().sub("", behind.strip(MARKS)).split()
    many = LAST_NOUN if AND in second else SHORT  # "khu vực nông, lâm nghiệp và thủy sản"
    if not (0 < len(second) < many and 0 < len(first) <= FIRST_NOUN and second[0].islower()):
        return False
    if any(map(str.isdigit, before)) or word_set("counts-verb").intersection(map(word_key, first)):
        return False
    if word_key(" ".join(first)) in word_set("sentence-link"):
        return False
    keys = [word_key(word) for word in second]
    return not (change_start().match(" ".join(second)) or keys[0] in word_set("opens-count") or is_duty(keys))
