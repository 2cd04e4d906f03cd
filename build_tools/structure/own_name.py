"""The name of its own that a body bears behind its kind and field, where the letters of the document's number leave it out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.lexicon.keys import strip_marks
from build_tools.lexicon.words import spellings
from build_tools.structure.usual_case import PLACES
from build_tools.vietnamese.syllables import is_initials

_GROUP = re.compile(r"[-/.&]")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_NAMED_GROUND = spellings("named-ground")
_OWN_WORDS = (2, 3)
"""A body's own name has so many words ("Đá Bạc", "Đại Lộc Thượng")."""


def groups(number: str | None) -> list[str]:
    """The groups of letters of a number behind its serial and its type, without marks ("12/QCPH-UBND-MTTQ" → UBND, MTTQ)."""
    return [strip_marks(group).upper() for group in _GROUP.split(number or "")[2:]]


def letters_of(word: str) -> str:
    """What a word gives to a number's letters: its first, or all of a word that is letters already."""
    return strip_marks(word if word.isupper() and is_initials(word) else word[:1]).upper()


def own_name_at(words: Sequence[str], number: str | None) -> int:
    """Where the own name begins in a body's name in capitals; its length where nothing tells.

    It stands behind the words for a ground that has a name ("KHU VỰC ĐÁ BẠC"), and the letters of a number leave it out: those of
    "41/BC-HKL" are of "HẠT KIỂM LÂM", so that "ĐÁ BẠC" is no word of kind or field.
    """
    for at in range(2, len(words)):
        if " ".join(words[at - 2 : at]).lower() in _NAMED_GROUND and _may_be_own(words[at:]):
            return at
    for group in groups(number):
        begun = ""
        for at, word in enumerate(words):
            if len(begun) >= len(group):
                break
            begun += letters_of(word) if _SYLLABLE.fullmatch(word) else ""
            if begun == group and at and _may_be_own(words[at + 1 :]):
                return at + 1
    return len(words)


def _may_be_own(words: Sequence[str]) -> bool:
    return len(words) in _OWN_WORDS and all(
        _SYLLABLE.fullmatch(word) and not is_initials(word) and word.lower() not in PLACES for word in words
    )
