"""Whether the words after a name say what somebody has to do: a verb of duty, and nothing that was done, is allowed or is meant."""

from __future__ import annotations

import re

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import word_set, words
from build_tools.statements.asking import manner
from build_tools.statements.bodies import Bodies
from build_tools.statements.body_beginnings import begins_body
from build_tools.statements.verbs import LOW_WORD, is_duty

TOLD = re.compile(r"\s?:\s+[^\W\d_]+\s[^\W\d_]+")
BREAKS = re.compile(r"[.;:\n]")


def goes_on(text: str, named: Bodies, end: int, asked: bool = False, opens: bool = False) -> bool:
    """True when what they have to do follows the names, directly or after a colon.

    It begins with a known verb; where the names end by their shape, with any word that does not say that something else is told. Words
    of time or manner may stand before it ("trước ngày 30/6 rà soát"), where the bodies are asked to act or open the provision (``opens``).
    """
    rest = text[named.end : min(end, named.end + 60)].lstrip(" ,")
    found = LOW_WORD.findall(rest)
    if not found or not (rest[0].islower() or rest[0] == ":"):
        return False
    first = [word_key(word) for word in found[:3]]
    if no_act(first):
        return False
    if first[0] in word_set("after-bearer") and not is_duty(first) and (asked or (opens and manner().match(rest))):
        return _verb_later(text, named.end, end)
    others = word_set("after-bearer") | word_set("joins-body")
    return is_duty(first) or (named.closed and rest[0] != ":" and first[0] not in others)


def _verb_later(text: str, at: int, end: int) -> bool:
    """True when a known verb stands in the same stretch of words, before any point or colon."""
    stop = BREAKS.search(text, at, min(end, at + VERB_REACH))
    words = LOW_WORD.findall(text, at, stop.start() if stop else min(end, at + VERB_REACH))
    keys = [word_key(word) for word in words]
    for index in range(2, len(keys)):
        if no_act(keys[index : index + 3]) and keys[index] != "có":
            return False
        if words[index][0].islower() and is_duty(keys[index : index + 3]) and keys[index - 1] not in word_set("purpose"):
            return True
    return False


VERB_REACH = 160
"""Characters after the bodies in which the verb stands, words of time and manner between."""


def no_act(first: list[str]) -> bool:
    """True when the words (as keys) after a name tell what was done, is allowed or is meant, and lay down no duty."""
    begins = _beginnings(first)
    return not begins.isdisjoint(word_set("no-act")) and begins.isdisjoint(word_set("still-act"))


def agrees(first: list[str]) -> bool:
    """True when the words (as keys) begin what says that one agrees with others: "Cơ bản thống nhất với …"."""
    return not _beginnings(first).isdisjoint(words("no-act", "lời tán thành"))


def _beginnings(first: list[str]) -> set[str]:
    """The first word, the first two …, as one text each."""
    return {" ".join(first[:count]) for count in range(1, len(first) + 1)}


def told(text: str, at: int, end: int) -> bool:
    """True when a colon and words follow the names that open a provision: "Đồng chí Ổi: phụ trách khối xã"."""
    told = TOLD.match(text, at, end)
    if told is None:
        return False
    first = [word_key(word) for word in LOW_WORD.findall(told.group())]
    if begins_body(text, at + told.group().index(":") + 2, end):
        return False  # "các Đảng ủy: Sở Y tế; Công an tỉnh": more of their names
    return not tells(first) and not no_act(first)


def tells(first: list[str]) -> bool:
    """True when the words (as keys) begin what measures, limits or lists something."""
    return any(" ".join(first[:count]) in word_set("no-told") for count in (1, 2))
