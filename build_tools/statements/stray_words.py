"""Words taken for a body's name that run on as a sentence to a later verb: "Viện Hải đăng | nhường ba gian kho … | làm nơi trú".

A stray syllable tells: in small letters, with neither neighbour together by the table of pairs, and in no list of what names have. Names
hardly ever have one; what a body does soon has.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from build_tools.lexicon.files import lexicon_rows
from build_tools.lexicon.keys import word_key
from build_tools.lexicon.said import Abbreviation
from build_tools.lexicon.words import word_set
from build_tools.statements.many_bodies import JOINT
from build_tools.vietnamese.word_pairs import belong_together

SYLLABLE = re.compile(r"\w+")
ASIDE = re.compile(r"\([^()\n]*\)?")
NAMING = ("bearer", "body-in-text", "general", "listed-alone", "person", "level", "place-word", "hamlet-word", "plural", "describes")
"""Lists of words whose syllables stand in names: of bodies, of places, of people."""
COUNTED = "unit"
"""The list of what is counted: people, and bodies of many kinds."""
JOINING = ("inner-word", "joins-body", "after-bearer", "body-again")
"""Lists of syllables that stand in names or in what describes bodies, beside any word."""


def has_stray(names: tuple[str, ...]) -> bool:
    """True where a stray syllable stands in the last name, or more than one in a name before, as the next body shows where that ends
    ("Trung tâm Phục vụ hành chính | công, Sở Y tế"). Words in brackets do not count."""
    *before, last = (sum(map(_strays, JOINT.split(ASIDE.sub(",", name)))) for name in names)
    return last > 0 or any(strays > 1 for strays in before)


def _strays(piece: str) -> int:
    """How many stand in a piece without a mark. The first syllable is none, nor that which goes on a word in a capital ("Hàn | lâm"), nor
    what a describing word is followed by ("ven | sông"); one before people is, though often it stands there ("Đảng | cử | cán bộ")."""
    said = SYLLABLE.findall(piece)
    keys = [*map(word_key, said), "", ""]
    return sum(
        said[at].islower()
        and keys[at] not in _single()
        and keys[at - 1] not in word_set("describes")
        and not _together(keys[at - 1], keys[at])
        and (f"{keys[at + 1]} {keys[at + 2]}" in _people() or not (said[at - 1].istitle() or _together(keys[at], keys[at + 1])))
        for at in range(1, len(said))
    )


def _together(first: str, second: str) -> bool:
    return belong_together(first, second) or (first, second) in _pairs()


@lru_cache(maxsize=1)
def _single() -> frozenset[str]:
    """Syllables that are words of their own, and the first of what describes bodies: "nơi | có", "được | giao"."""
    alone = {word for name in NAMING for word in word_set(name) if " " not in word}
    opening = {word.partition(" ")[0] for word in word_set("describes")}
    return frozenset(alone | opening).union(*(word_set(name) for name in JOINING))


@lru_cache(maxsize=1)
def _people() -> frozenset[str]:
    """Words of two syllables for those who are given work: what a single syllable before one does, it does to them."""
    return frozenset(word for name in ("bearer", "person") for word in word_set(name) if word.count(" ") == 1)


@lru_cache(maxsize=1)
def _pairs() -> frozenset[tuple[str, str]]:
    """Two syllables that stand together in a list of words of names, or in words so common that they have an abbreviation."""
    listed = (entry for name in (*NAMING, COUNTED) for entry in word_set(name))
    shortened = (word_key(row.words) for row in lexicon_rows("abbreviations", Abbreviation).rows)
    return frozenset(pair for words in (*listed, *shortened) for pair in pairwise(words.replace(",", "").split()))
