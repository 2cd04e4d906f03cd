"""Does an abbreviation stand for these words? "BTGTU" for "Ban Tuyên giáo Tỉnh ủy", "TTg" for "Thủ tướng", "QĐi" for "Quy định".

Letters are compared without marks, and W counts as Ư ("TW" for "Trung ương", as offices write it). Small words may be left out
("Bộ Lao động - Thương binh và Xã hội": BLĐTBXH).
"""

from __future__ import annotations

import re

from build_tools.lexicon.keys import strip_marks

WORD = re.compile(r"[^\W\d_]+")
SMALL = frozenset({"va", "cua", "cac", "ve", "voi", "cho", "cap", "tren", "trong", "theo", "the"})


def _letters(code: str) -> str:
    return "".join(WORD.findall(strip_marks(code))).replace("W", "U")


def words_taken(code: str, words: list[str]) -> int | None:
    """How many of ``words`` from the first on ``code`` stands for; None when it does not stand for them.

    Each word gives its first letter; lower-case letters of the code are further letters of the same word.
    """
    letters = _letters(code)
    at = taken = 0
    for word in words:
        if at == len(letters):
            return taken
        plain = strip_marks(word).lower()
        if plain[:1] != letters[at].lower():
            if plain in SMALL and taken:
                taken += 1
                continue
            return None
        at += 1
        inner = 1
        while at < len(letters) and letters[at].islower():
            inner = plain.find(letters[at], inner) + 1
            if not inner:
                return None
            at += 1
        taken += 1
    return taken if at == len(letters) else None


def stands_for(code: str, phrase: str) -> bool:
    """True when ``code`` abbreviates the whole phrase."""
    words = WORD.findall(phrase)
    return len(words) > 1 and words_taken(code, words) == len(words)


_MOST_WORDS = 24
"""A short form stands for no more words than these."""


def last_words(code: str, text: str) -> tuple[int, int] | None:
    """Where the last words of ``text`` begin and end for which ``code`` stands; None when they do not end the text."""
    words = list(WORD.finditer(text))[-_MOST_WORDS:]
    plain = [word.group() for word in words]
    for first in range(len(words) - 2, -1, -1):
        if words_taken(code, plain[first:]) == len(words) - first:
            return words[first].start(), words[-1].end()
    return None


def words_inside(code: str, phrase: str) -> str | None:
    """The stretch of ``phrase`` for which ``code`` stands ("TU" in "Ban Thường vụ Thành ủy Sông Mơ" → "Thành ủy")."""
    words = list(WORD.finditer(phrase))
    plain = [word.group() for word in words]
    for first in range(len(words) - 1):
        taken = words_taken(code, plain[first:])
        if taken and taken > 1:
            return phrase[words[first].start() : words[first + taken - 1].end()]
    return None
