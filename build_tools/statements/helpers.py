"""With whom work is done: the bodies behind "phối hợp với", "cùng với"."""

from __future__ import annotations

import re
from dataclasses import replace

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import any_word, word_set
from build_tools.statements.acts import no_act
from build_tools.statements.bodies import Bodies, bodies_at
from build_tools.statements.body_beginnings import BREAK, begins_body, begins_plural
from build_tools.statements.many_bodies import JOINT
from build_tools.statements.verbs import first_verb, first_words, is_duty

TOGETHER = re.compile(rf"[Ppc](?:hối hợp|ùng)(?:\s{any_word('together-how')})?,?(?:\s(?:cùng\s)?với)?\s")
HELPERS = 160
"""Characters in which helpers of no listed kind are named."""
HELPER_WORDS = 12


def helpers_of(text: str, together: re.Match[str], end: int) -> Bodies | None:
    """The bodies after "phối hợp với" or "cùng"; after the former in small letters too, where they say more than a general word."""
    at = together.end()
    small = at < end and text[at].islower() and together.group()[0] in "Pp" and not is_duty(first_words(text, at, end))
    named = bodies_at(text, at, end, asked=small)
    if named is None and together.group().endswith("với ") and not begins_body(text, at, end):
        return _helpers_by_place(text, at, end)
    named = _named_whole(text, named, end) if named else None
    return None if small and named and word_key(named.names[0]) in word_set("bearer") else named


def _named_whole(text: str, named: Bodies, end: int) -> Bodies | None:
    """Without a general word at the end that is named by what follows: "Sở A, đơn vị | được chọn quản lý bến". None where there are only
    general words: "cơ quan, tổ chức | quản lý bến"."""
    *before, last = named.names
    pieces = last.split(", ")
    general = all(word_key(piece) in word_set("general") for piece in pieces) and not before
    if not general and not no_act(first_words(text, named.end, end)):
        return named
    while pieces and word_key(pieces[-1]) in word_set("general"):
        pieces.pop()
    names = (*before, ", ".join(pieces)) if pieces else tuple(before)
    return replace(named, names=names) if names else None


def _helpers_by_place(text: str, at: int, end: int) -> Bodies | None:
    """Names of no listed kind with whom others cooperate: from a capital, or a word for many, to the verb or the end of the words."""
    broken = BREAK.search(text, at, min(end, at + HELPERS))
    stop = broken.start() if broken else min(end, at + HELPERS)
    if not (text[at : at + 1].isupper() or begins_plural(text, at)) or is_duty(first_words(text, at, stop)):
        return None
    verb, _ = first_verb(text, at, stop)
    if verb is None and broken is None and stop < end:
        return None
    named = text[at : verb if verb is not None else stop].rstrip(" ,")
    if not 0 < len(named.split()) <= HELPER_WORDS or any(map(str.isdigit, named)):
        return None
    joints = [found for found in JOINT.finditer(named) if named[found.end()].isupper() or begins_plural(named, found.end())]
    begins, ends = (0, *(joint.end() for joint in joints)), (*(joint.start() for joint in joints), len(named))
    return Bodies(tuple(named[begin:stop] for begin, stop in zip(begins, ends, strict=True)), at + len(named))
