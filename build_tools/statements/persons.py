"""Persons who are given work: "Đồng chí Ổi - Trưởng đoàn: phụ trách …", "Đ/c Na (Trưởng ban) theo dõi …"."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word
from build_tools.statements.acts import BREAKS, goes_on, no_act
from build_tools.statements.asking import given
from build_tools.statements.bodies import Bodies, bodies_at
from build_tools.statements.body_beginnings import begins_body
from build_tools.statements.verbs import LOW_WORD, first_words, is_duty


@lru_cache(maxsize=1)
def _person() -> re.Pattern[str]:
    """Who is named with a colon after the name, office included: "Đồng chí Ổi - Trưởng đoàn: phụ trách …"."""
    return re.compile(rf"(?P<name>{any_word('person')}\.?\s[^:;\n]{{2,100}}):\s+(?=[^\W\d_]+\s[^\W\d_])", re.IGNORECASE)


@lru_cache(maxsize=1)
def _people() -> re.Pattern[str]:
    """A person by name, perhaps with the office in brackets: "Đ/c Na (Trưởng ban)"."""
    return re.compile(
        rf"(?P<name>(?i:{any_word('person')})\.?(?:\s[{CAPITALS}][^\W\d_]*){{1,5}}(?:\s\([^()\n]{{2,60}}\))?)(?P<office>[,–-]|\s[–-])?\s?"
    )


@lru_cache(maxsize=1)
def before_person() -> re.Pattern[str]:
    """The word before a person's name or office."""
    return re.compile(rf"{any_word('person')}\.?\s", re.IGNORECASE)


OFFICE_REACH = 120
"""Characters of one office."""
OFFICE = 24
"""Words of a person's office between the name and what he has to do."""


def person_at(text: str, begin: int, end: int) -> tuple[tuple[str, ...], int, bool] | None:
    """(lead, where the action begins, asked): a person who opens a provision or is asked, with a colon or a verb after the name."""
    asked = given().match(text, begin, end)
    start = asked.end() if asked else begin
    named = _person().match(text, start, end)
    if named:
        return (named["name"].strip(),), named.end(), bool(asked)
    spoken_of = before_person().match(text, start, end)
    office = bodies_at(text, spoken_of.end(), end) if spoken_of else None
    if office and goes_on(text, office, end, bool(asked)):  # "đồng chí Phó Bí thư | xây dựng …"; one person may hold two offices
        return (text[start : office.end].strip(" ,-–"),), office.end, bool(asked)
    found = _people().match(text, start, end)
    if not found:
        return None
    if found["office"] == "," and (set_off := _behind_offices(text, found.end(), end)):
        return (text[start : set_off.end],), set_off.end, bool(asked)
    spoken = list(LOW_WORD.finditer(text, found.end(), min(end, found.end() + 200)))[: OFFICE if found["office"] else 1]
    for index, word in enumerate(spoken):
        first = [word_key(text[other.start() : other.end()]) for other in spoken[index : index + 3]]
        if index == 0 and len(first) < 3:
            first = first_words(text, word.start(), end)
        if no_act(first) or BREAKS.search(text, found.end(), word.start()):
            return None
        if text[word.start()].islower() and is_duty(first):
            return (text[start : word.start()].strip(" ,-–"),), word.start(), bool(asked)
    return None


def _behind_offices(text: str, at: int, end: int) -> Bodies | None:
    """The offices of a person between commas, where what follows the last comma is to be done, whatever word it begins with: "Bà Na, Phó
    Chủ tịch xã, | lo việc này"."""
    offices: list[str] = []
    begin = at
    while (comma := text.find(",", begin, min(end, begin + OFFICE_REACH))) > 0:
        office = bodies_at(text, begin, comma)
        if office is None or office.end != comma:
            break
        offices.extend(office.names)
        begin = comma + 2
    held = Bodies(tuple(offices), begin - 2, closed=True)
    return held if offices and not begins_body(text, begin, end, low=True) and goes_on(text, held, end) else None
