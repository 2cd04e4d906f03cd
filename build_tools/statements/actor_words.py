"""The words by which one who acts is told from what is told of: kinds of people, words of a charge, words that open a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word, word_set, words
from build_tools.statements.asking import link_words, manner
from build_tools.statements.body_beginnings import plural_words
from build_tools.statements.helpers import TOGETHER
from build_tools.statements.verbs import is_duty

PEOPLE = ("người trong tổ chức đảng, đoàn thể", "người học, người dạy, người làm")
"""Groups of the words with which people are counted: whoever is counted as one of them can be given work."""


@lru_cache(maxsize=1)
def leads_behind() -> re.Pattern[str]:
    """What stands behind the name of who leads or is charged."""
    return re.compile(rf"\s(?:{any_word('leads')}(?=,\s|\s{any_word('verb')}(?!\w))|{any_word('charges')}(?=\s))")


@lru_cache(maxsize=1)
def charged_behind() -> re.Pattern[str]:
    """What only who acts has behind his name."""
    return re.compile(rf"{any_word('charges')}\s|{any_word('leads')}(?:,|\s)|{TOGETHER.pattern}", re.IGNORECASE)


@lru_cache(maxsize=1)
def is_charged() -> re.Pattern[str]:
    """The words of a charge directly behind a name."""
    return re.compile(rf"\s{any_word('charges')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def name_hangs() -> frozenset[str]:
    """Words after which a name has to go on."""
    return word_set("joins-body") | word_set("no-act") | word_set("after-bearer") | word_set("plural")


@lru_cache(maxsize=1)
def people_words() -> frozenset[str]:
    """What people are called by when they are counted, as keys."""
    return frozenset(word_key(word) for group in PEOPLE for word in words("unit", group))


@lru_cache(maxsize=1)
def told_of() -> frozenset[str]:
    """First words of what is told of, not of who acts."""
    told = word_set("announces") | word_set("heading") | word_set("no-heading") | word_set("of-time") | word_set("before-heading")
    return (told | word_set("case-opening")) - word_set("plural")


def kind_of_actor(said: list[str]) -> str | None:
    """The word or two that say of what kind a name is: one before a capital ("Khoa Dược") or alone ("các khoa, phòng"), else two."""
    keys = [word_key(word) for word in said]
    count = plural_words(keys)
    said, keys = said[count:], keys[count:]
    if not keys or not keys[0].isalpha() or not (count or said[0][0].isupper()):
        return None
    if is_duty(keys[:3]) or not {" ".join(keys[:length]) for length in (1, 2)}.isdisjoint(told_of()) or types_of(()).named(keys[0]):
        return None
    one = len(said) == 1 or said[1][0].isupper()
    return keys[0] if one else f"{keys[0]} {keys[1]}"


def acts_on_people(first: list[str]) -> bool:
    """True where a single syllable that is no word of a body stands before people: what is done to them ("Cử công chức phối hợp …")."""
    people = people_words() | word_set("bearer") | word_set("person")
    return len(first) > 2 and first[0] not in word_set("bearer") | word_set("plural") and " ".join(first[1:3]) in people


def before_subject(text: str, at: int, end: int) -> bool:
    """True for words that stand before a subject: links between sentences, words of manner."""
    return link_words().match(text, at, end) is not None or manner().match(text, at, end) is not None
