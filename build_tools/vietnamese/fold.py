"""Matching keys: what is equal to a reader although it is written otherwise gets one key. Keys are never shown.

Two keys serve two questions. ``exact_key``: the same word, however typed (NFD, ``hoà``/``hòa``, ``lý``/``lí``, Eth for Đ, capitals).
``fold``: the same word for somebody who types without diacritics (also đ → d). ``assets/normaliser.js`` of the search says the same in
JavaScript; a shared table and a property test hold the two together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from build_tools.vietnamese.tones import VOWELS, canonical_word

_LOOKALIKE = str.maketrans("ðÐƉɖАВЕКМНОРСТХаеорсух", "đĐĐđABEKMHOPCTXaeopcyx")
"""Eth and African D for Đ, and the Cyrillic letters that stand in Vietnamese texts by mistake ("TT-BTС")."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile("[\u0300-\u036f]")
_STROKE = str.maketrans({"đ": "d", "Đ": "D"})


def tidy(text: str) -> str:
    """NFC, look-alike letters to the ones that are meant, invisible characters dropped. What a reader sees stays."""
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).translate(_LOOKALIKE)


@lru_cache(maxsize=65536)
def strip_marks(text: str) -> str:
    """Without diacritics, đ → d, case kept: ``Ủy ban`` → ``Uy ban``. As long as its NFC text, character by character."""
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", text.translate(_LOOKALIKE)))).translate(_STROKE)


@lru_cache(maxsize=65536)
def exact_word(word: str) -> str:
    """Exact key of one tidied word: lower case, canonical tone place, ``i`` for a ``y`` that is the syllable's only vowel."""
    word = canonical_word(word.lower())
    last = strip_marks(word[-1:])
    if last == "y" and len(word) > 1:
        before = strip_marks(word[:-1])
        # lý/lí, kỹ/kĩ, quý/quí are one; tay/tai, thúy/thúi, y are not
        if before == "qu" or (before[-1] not in VOWELS and not any(letter in VOWELS for letter in before)):
            marks = unicodedata.normalize("NFD", word[-1])[1:]
            return word[:-1] + unicodedata.normalize("NFC", "i" + marks)
    return word


def exact_key(text: str) -> str:
    """The key under which differently typed forms of the same words are equal; diacritics count."""
    return _WORD.sub(lambda match: exact_word(match.group()), tidy(text).lower())


def fold(text: str) -> str:
    """The key without diacritics: ``Lý luận`` and ``li luan`` → ``li luan``. Use on both sides of a comparison."""
    return strip_marks(exact_key(text))
