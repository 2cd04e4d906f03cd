"""Names that follow the word for all of them: "các Bộ: Tài chính, Xây dựng | rà soát …", "UBND các xã: Gia Nam, Tân Đò | dọn bến".

Such a list is read whole or not at all: cut at the colon, the word for all would stand for more bodies than the text names.
"""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import word_set
from build_tools.statements.body_beginnings import BREAK, WORD, begins_body, plural_words
from build_tools.statements.stray_words import has_stray
from build_tools.statements.verbs import first_verb, first_words, is_duty

NEXT = re.compile(r",\s")
PLACE = rf"[{CAPITALS}][^\W\d_]*(?:\s[{CAPITALS}][^\W\d_]*)*"
PLACES = re.compile(rf"{PLACE}(?:(?:,|\s[^\W\d_]+)\s{PLACE})+(?=\s[^\W\d_]|,|\W*$)")
"""Two names of places or more; the word before the last of them may be any."""
BEHIND = len(": ")
ALL = 5
"""More words than those who are named for all have: "các Bộ", "các Bộ, cơ quan"."""
NAME = 8
"""Words of the first name in such a list, dashes counted."""


@lru_cache(maxsize=1)
def _ranks() -> frozenset[str]:
    """The syllables of words for places: "xã", "thành | phố"."""
    return frozenset(part for name in ("level", "place-word", "hamlet-word") for word in word_set(name) for part in word.split())


def opens_list(text: str, start: int, colon: int, end: int) -> bool:
    """True where the words from ``start`` to a colon name bodies and end with the word for many, and names in capitals follow."""
    at = colon + BEHIND
    if not _many(text[start:colon]) or not text[at : at + 1].isupper() or is_duty(first_words(text, at, end)):
        return False
    if not begins_body(text, start, colon, low=True) or first_verb(text, start, colon)[0] is not None:
        return False
    broken = BREAK.search(text, at, end)
    parted = NEXT.search(text, at, broken.start() if broken else end)
    first = text[at : parted.start()] if parted else ""
    return parted is not None and text[parted.end() : parted.end() + 1].isupper() and len(first.split()) <= NAME


def _many(said: str) -> list[str]:
    """The last words of what is said, from the word for many on; empty where they are more than a kind of body or of place."""
    words = WORD.findall(said)
    keys = [word_key(word) for word in words]
    last = next((at for at in range(len(keys) - 1, -1, -1) if plural_words(keys[at:])), None)
    many = keys[last:] if last is not None else []
    return many if 1 < len(many) < ALL or (many and _ranks().issuperset(many[1:])) else []


def list_end(text: str, start: int, colon: int, end: int) -> int | None:
    """Where the list behind the colon ends; None where that cannot be told."""
    at = colon + BEHIND
    if _ranks().issuperset(_many(text[start:colon])[1:]):
        places = PLACES.match(text, at, end)
        return places.end() if places else None
    broken = BREAK.search(text, at, end)
    verb, long = first_verb(text, at, broken.start() if broken else end)
    called = text[at:verb].rstrip(" ,") if verb is not None else text[at:end].rstrip(" :") if broken is None or broken.end() == end else ""
    pieces = NEXT.split(called)
    heading = verb is None and (has_stray(tuple(pieces)) or any(len(piece.split()) > NAME for piece in pieces))
    whole = bool(called) and not long and not heading and all(piece[:1].isupper() for piece in pieces)
    return at + len(called) if whole and not called.endswith(".") else None
