"""Which letter strings can be Vietnamese syllables, by rule: onset, rime, tone. No word list.

The rules are those of the quốc ngữ spelling taught in school: k/gh/ngh stand before e, ê, i, y; c/g/ng before the other vowels;
a rime that ends in c, ch, p or t carries only the acute or the dot. Both ways of placing the tone (hoà, hòa) are accepted.
The share of valid syllables tells Vietnamese from a wrongly decoded or broken text; it is no spelling checker.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache

FRONT_ONSETS = ("k", "gh", "ngh")
BACK_ONSETS = ("c", "g", "ng")
OTHER_ONSETS = "b ch d đ gi h kh l m n nh p ph r s t th tr v x"

OPEN_RIMES = """
    a e ê i o ô ơ u ư y ia ua ưa oa oe uê uy uơ uya
    ai ay ao au âu ây eo êu iu iêu yêu oi ôi ơi ui ưi uôi ươi ưu ươu oai oay oao oeo uây uyu uêu
"""

CODAS = {
    "a": "c ch m n ng nh p t", "ă": "c m n ng p t", "â": "c m n ng p t", "e": "c m n ng p t", "ê": "c ch m n nh p t",
    "i": "ch m n nh p t", "o": "c m n ng p t", "ô": "c m n ng p t", "ơ": "m n p t", "u": "c m n ng p t", "ư": "c m n ng t",
    "y": "ch m n nh p t", "iê": "c m n ng p t", "yê": "m n ng t", "uô": "c m n ng p t", "ươ": "c m n ng p t",
    "oa": "c ch m n ng nh p t", "oă": "c m n ng t", "oe": "m n o ng t", "oo": "c ng", "uâ": "n ng t", "uê": "ch n nh",
    "uy": "ch n nh p t", "uyê": "n t",
}  # fmt: skip
"""Vowel (with its glide) → codas that may close it."""

STOPS = ("c", "ch", "p", "t")
GRAVE, ACUTE, HOOK, TILDE, DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
TONES = frozenset((GRAVE, ACUTE, HOOK, TILDE, DOT))

# What parts words: blanks, ASCII punctuation, dashes, quotes, bullets, superscript digits, invisible characters. Blanks are told one by
# one: a class with ``\s`` in it is asked letter by letter, one of letters alone is a table.
_BLANKS = r"\t-\r\x1c-\x20\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_WORD = re.compile(
    rf"[^{_BLANKS}"
    r"""!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~0-9\u00a0\u00ab\u00ad\u00b2\u00b3\u00b9\u00bb"""
    r"""\u200b-\u201f\u2022\u2026\u2032\u2033\u2060\u2070-\u209c\u2212\uf000-\uf0ff\ufeff]+"""
)
_ABBREVIATION = re.compile(r"[A-ZĐƯ]{1,8}\Z")
_CAPITALS = re.compile(r"[A-ZĐ]{2,}\Z")
_VOWEL = re.compile("[AEIOUY]")
_FOREIGN = re.compile("[FJWZ]")
_SHORT = 5
"""Longer words with such letters are names ("WASHINGTON")."""
_NO_CODA = re.compile(r"(?!NG|NH|CH)[^AEIOUY]{2}\Z")


def _rimes() -> frozenset[str]:
    closed = (vowel + coda for vowel, codas in CODAS.items() for coda in codas.split())
    return frozenset((*OPEN_RIMES.split(), *closed))


@cache
def bases() -> frozenset[str]:
    """All toneless syllables (lower case, NFC) that the rules allow: about 4,300."""
    found: set[str] = set()
    for rime in _rimes():
        front = rime[0] in "eêiy"
        found.add(rime)
        found.update(onset + rime for onset in OTHER_ONSETS.split())
        found.update(onset + rime for onset in (FRONT_ONSETS if front else BACK_ONSETS))
        if rime[0] not in "uư":
            found.add("qu" + rime)
        if rime[0] == "i":  # gì, gìn, giêng: g before i is written without a second i
            found.add("g" + rime)
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """True when ``word`` (any case, but one of lower, Title, UPPER; NFC or NFD) can be a Vietnamese syllable."""
    if not (word.islower() or word.isupper() or (word[:1].isupper() and word[1:].islower())):
        return False
    letters: list[str] = []
    tone = ""
    for mark in unicodedata.normalize("NFD", word.lower()):
        if mark in TONES:
            if tone:
                return False
            tone = mark
        else:
            letters.append(mark)
    base = unicodedata.normalize("NFC", "".join(letters))
    if base not in bases():
        return False
    if base.endswith(STOPS):  # plain ASCII is text typed without diacritics
        return tone in (ACUTE, DOT) or word.isascii()
    return True


def is_initials(word: str) -> bool:
    """True for letters in capitals that cannot be read as a word: "UBND", "THCS", "CAND", "WTO".

    They have no vowel, a letter that Vietnamese has not, or two consonants at the end that close no syllable. Names of places in other
    languages of the country ("KRÔNG", "ĐẮK", "PLEIKU") are none; nor are short forms that can be spoken ("COVID").
    """
    if not _CAPITALS.match(word) or is_syllable(word):
        return False
    return not _VOWEL.search(word) or (len(word) <= _SHORT and _FOREIGN.search(word) is not None) or _NO_CODA.search(word) is not None


def words(text: str) -> Counter[str]:
    """The words of ``text`` that tell something about its spelling, counted.

    Numbers and punctuation part words; abbreviations in capitals (UBND, NĐ, XIII) and lone consonants are left out.
    """
    counted: Counter[str] = Counter(_WORD.findall(text))
    for word in [w for w in counted if len(w) == 1 or (w.isupper() and _ABBREVIATION.match(w) and not is_syllable(w))]:
        del counted[word]
    return counted


def sample(text: str, size: int = 9_000) -> str:
    """Three stretches of a long text (head, middle, end), ``size`` characters in all: enough to tell how it is spelt."""
    if len(text) <= size:
        return text
    part, middle = size // 3, len(text) // 2
    return "\n".join((text[:part], text[middle : middle + part], text[-part:]))


def valid_share(text: str) -> float:
    """Share (0 to 1) of the words of ``text`` that can be Vietnamese syllables; 0.0 when it has no words.

    Rightly decoded official documents reach 0.97 and more (the rest are foreign names and abbreviations); a text in an old
    encoding or with a broken text layer stays under 0.75.
    """
    return share_of(words(text))


def share_of(counted: Counter[str]) -> float:
    """The same of words already counted."""
    total = counted.total()
    if not total:
        return 0.0
    return sum(number for word, number in counted.items() if is_syllable(word)) / total
