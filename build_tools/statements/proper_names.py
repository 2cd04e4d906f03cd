"""Names of their own behind a word for their kind that no list knows: "Khoa Khám bệnh | dời quầy thuốc", "Thôn Gia Nam, thôn Tân Đò | …".

That the word is a noun and no verb ("Thăm Trường Bến Mơ") is told by the document, which speaks of such things elsewhere; among others who
act a word of two syllables that belong together stands for itself. Where the name ends is told by its syllables.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word, word_set
from build_tools.statements.bodies import Bodies
from build_tools.statements.body_beginnings import WORD
from build_tools.statements.many_bodies import JOINT
from build_tools.statements.name_ends import name_end
from build_tools.statements.verbs import is_duty
from build_tools.vietnamese.word_pairs import belong_together

KIND = 2
"""Most syllables of the word for a kind."""
REACH = 60
"""Characters in which that word and the beginning of the name stand."""


@lru_cache(maxsize=1)
def _nouns() -> re.Pattern[str]:
    """What can only be a noun: behind a word for many, or with a capital inside a sentence."""
    behind, inside = rf"(?<!\w)(?i:{any_word('plural')})\s", rf"(?<=[^\W\d_{CAPITALS}]),? (?=[{CAPITALS}])"
    return re.compile(rf"(?:{behind}|{inside})(?=(?P<said>[^\W\d_]+(?:\s[^\W\d_]+)?))")


def spoken_of(text: str) -> frozenset[str]:
    """The words, of one or two syllables, of which a document speaks as of things: "các | khoa", "cùng | Khoa Dược"; and of places."""
    found = (word_key(said).split() for said in set(_nouns().findall(text)))
    return frozenset(" ".join(keys[:count]) for keys in found for count in (1, 2)) | word_set("place-word") | word_set("hamlet-word")


def proper_names(text: str, at: int, end: int, spoken: frozenset[str], acted: bool) -> Bodies | None:
    """The names that begin at ``at``; ``spoken``: what the document speaks of; ``acted``: what stands beside begins with who has to act."""
    said = WORD.findall(text, at, min(end, at + REACH))[: KIND + 1]
    size = next((count for count in range(1, len(said)) if said[count][0].isupper()), 0)
    kind = [word_key(word) for word in said[:size]]
    if not kind or not said[0][0].isupper() or is_duty(kind) or types_of(()).named(kind[0]):
        return None
    if " ".join(kind) not in spoken and not (acted and len(kind) == KIND and belong_together(*kind)):
        return None
    ended = name_end(text, at, end, size)
    return None if ended is None else Bodies(_of_kind(text[at:ended], kind), ended, closed=True)


def _of_kind(listed: str, kind: list[str]) -> tuple[str, ...]:
    """The names of a list, parted where the word for their kind stands again."""
    again = [joint for joint in JOINT.finditer(listed) if [word_key(word) for word in listed[joint.end() :].split()[: len(kind)]] == kind]
    begins, ends = (0, *(joint.end() for joint in again)), (*(joint.start() for joint in again), len(listed))
    return tuple(listed[begin:stop] for begin, stop in zip(begins, ends, strict=True))
