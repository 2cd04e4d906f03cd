"""One place for the tone mark of a Vietnamese syllable, so that ``hoà`` and ``hòa``, ``uỷ`` and ``ủy`` are one.

Two placings are in use (the older one, ``hòa``, and the one of the 1984 school rules, ``hoà``), often in one document. Keys use the older
one. What is shown to readers is never changed: these functions serve comparison and search only.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""The five tone marks: huyền, sắc, ngã, hỏi, nặng."""
VOWELS = frozenset("aăâeêioôơuưy")
SHAPED = frozenset("ăâêôơư")
"""Vowels with a shape of their own (breve, circumflex, horn): the tone always stands on the last of them."""

_TONE = re.compile(f"[{TONES}]")
_WORD = re.compile(r"[^\W\d_]+")


def split_tone(letter: str) -> tuple[str, str]:
    """A letter without its tone, and the tone mark ("" when it has none): ``ấ`` → ``("â", "\\u0301")``."""
    parts = unicodedata.normalize("NFD", letter)
    tone = "".join(part for part in parts if part in TONES)
    return (unicodedata.normalize("NFC", _TONE.sub("", parts)), tone) if tone else (letter, "")


def tone_place(letters: str) -> int | None:
    """Index of the vowel that carries the tone in a syllable given in lower case without tone; None when it is no syllable."""
    length = len(letters)
    start = 0
    while start < length and letters[start] not in VOWELS:
        start += 1
    end = start
    while end < length and letters[end] in VOWELS:
        end += 1
    if start == end or any(letter in VOWELS for letter in letters[end:]):
        return None
    onset = letters[:start]
    if end - start > 1 and ((onset == "q" and letters[start] == "u") or (onset == "g" and letters[start] == "i")):
        start += 1  # "qu" and "gi" are consonants: quý, già
    shaped = [index for index in range(start, end) if letters[index] in SHAPED]
    if shaped:
        return shaped[-1]
    if end - start == 1:
        return start
    if end < length:
        return end - 1  # a closed syllable: hoàn, huỳnh
    return start if end - start == 2 else start + 1  # hòa, mùa; ngoài, khuỷu


@lru_cache(maxsize=65536)
def canonical_word(word: str) -> str:
    """One NFC word with its tone mark at the canonical place; anything that is not one toned syllable stays as it is."""
    pairs = [split_tone(letter) for letter in word]
    tones = [tone for _, tone in pairs if tone]
    if len(tones) != 1 or len(tones[0]) != 1:
        return word
    letters = [base for base, _ in pairs]
    place = tone_place("".join(letters).lower())
    if place is None:
        return word
    letters[place] = unicodedata.normalize("NFC", letters[place] + tones[0])
    return "".join(letters)


def canonical_tones(text: str) -> str:
    """``text`` in NFC with every syllable's tone mark at its canonical place. Idempotent; keeps the number of NFC characters."""
    return _WORD.sub(lambda match: canonical_word(match.group()), unicodedata.normalize("NFC", text))
