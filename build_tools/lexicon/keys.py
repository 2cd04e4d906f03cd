"""Matching keys: what is equal to a reader although it is written otherwise gets one key. Keys are never shown.

What each key ignores, beside what those above it do:

- ``tidy``: NFD or NFC, look-alike letters, invisible characters (it is no key yet: case and spelling stay);
- ``exact_key``: case, the place of the tone mark (``hoà``/``hòa``), i for y (``lý``/``lí``): the same word, however typed;
- ``fold``: diacritics, đ for d: the same word for somebody who types without them.

Two more keep the length of the text, so that a span found in the key is a span of the text:

- ``matching_key``: look-alike letters, kinds of dashes, slashes, quotes and blanks, the tone's place in open syllables;
- ``lower_key`` of it: case. ``phrase_key`` is that of a phrase, with single blanks.

Names of bodies have a key that knows their abbreviations (``naming.name_key``), numbers have ``identity.number_key``. What ``exact_key``
and ``fold`` do, ``assets/engine/normaliser.js`` of the search does too; a shared table and a property test hold the two together.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from build_tools.lexicon.letters import BLANKS, DASHES, INVISIBLE, LOOK_ALIKES, QUOTES, SLASHES
from build_tools.vietnamese.tones import VOWELS, canonical_word

_LOOK_ALIKES = str.maketrans(LOOK_ALIKES)
_LOOK_ALIKE = re.compile(f"[{''.join(LOOK_ALIKES)}]")
"""Looked for first: most texts have none, and ``str.translate`` takes twenty times as long to find that out."""
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_WORD = re.compile(r"[^\W\d_]+")
_MARKS = re.compile("[\u0300-\u036f]")
_STROKE = str.maketrans({"đ": "d", "Đ": "D"})


def tidy(text: str) -> str:
    """NFC, look-alike letters to the ones that are meant, invisible characters dropped. What a reader sees stays."""
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return text.translate(_LOOK_ALIKES) if _LOOK_ALIKE.search(text) else text


@lru_cache(maxsize=65536)
def strip_marks(text: str) -> str:
    """Without diacritics, đ → d, case kept: ``Ủy ban`` → ``Uy ban``. As long as its NFC text, character by character."""
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFD", text.translate(_LOOK_ALIKES)))).translate(_STROKE)


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


@lru_cache(maxsize=1 << 14)
def exact_key(text: str) -> str:
    """The key under which differently typed forms of the same words are equal; diacritics count. Remembered: names and titles come again
    with each document."""
    return _WORD.sub(lambda match: exact_word(match.group()), tidy(text).lower())


def same_words(one: str | None, other: str | None) -> bool:
    """True for two names that people read as the same: case, blanks, punctuation and the place of the tone mark do not count.

    None equals only None and the empty text.
    """
    return _PLAIN_WORD.findall(exact_key(one or "")) == _PLAIN_WORD.findall(exact_key(other or ""))


_PLAIN_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """The key without diacritics: ``Lý luận`` and ``li luan`` → ``li luan``. Use on both sides of a comparison."""
    return strip_marks(exact_key(text))


_SAME = LOOK_ALIKES | dict.fromkeys(DASHES, "-") | dict.fromkeys(SLASHES, "/") | dict.fromkeys(QUOTES, '"') | dict.fromkeys(BLANKS, " ")
_NEW_TONE = {"á": "a", "à": "a", "ả": "a", "ã": "a", "ạ": "a", "é": "e", "è": "e", "ẻ": "e", "ẽ": "e", "ẹ": "e",
             "ý": "y", "ỳ": "y", "ỷ": "y", "ỹ": "y", "ỵ": "y"}  # fmt: skip
_BARE = {"o": "óòỏõọ", "u": "úùủũụ"}
_TONED = {"a": "áàảãạ", "e": "éèẻẽẹ", "y": "ýỳỷỹỵ"}
_OF_O, _OF_U = "áàảãạéèẻẽẹÁÀẢÃẠÉÈẺẼẸ", "ýỳỷỹỵÝỲỶỸỴ"
_OPEN = re.compile(
    rf"[oOuU](?=[{_OF_O}{_OF_U}])(?:(?<=[oO])(?=[{_OF_O}])|(?<=[uU])(?<![qQ].)(?=[{_OF_U}]))(.)(?![^\W\d_])",
)
"""The first two classes are enough to pass over nearly every letter."""


def _move_tone(match: re.Match[str]) -> str:
    first, vowel = match[0][0], match[1]
    base = _NEW_TONE[vowel.lower()]
    toned = _BARE[first.lower()][_TONED[base].index(vowel.lower())]
    return (toned.upper() if first.isupper() else toned) + (base.upper() if vowel.isupper() else base)


def matching_key(text: str) -> str:
    """``text`` with look-alikes folded and the tone of open syllables on the first vowel (khoá → khóa, uỷ → ủy); same length, same case."""
    for letter, plain in _SAME.items():  # a search for each is ten times as fast as str.translate
        if letter in text:
            text = text.replace(letter, plain)
    return _OPEN.sub(_move_tone, text)


def lower_key(key: str) -> str:
    """Lower case without changing the length (no Vietnamese letter changes it; a stray foreign one is kept as it stands)."""
    low = key.lower()
    return low if len(low) == len(key) else "".join(c.lower() if len(c.lower()) == 1 else c for c in key)


def text_keys(text: str) -> tuple[str, str]:
    """``matching_key`` of a whole text and its ``lower_key``."""
    key = matching_key(text)
    return key, lower_key(key)


@lru_cache(maxsize=1 << 16)
def word_key(word: str) -> str:
    """``lower_key`` of the ``matching_key`` of a word or two, remembered: texts repeat their words."""
    return lower_key(matching_key(word))


def phrase_key(phrase: str) -> str:
    """``lower_key`` of a phrase's ``matching_key``, its blanks and line ends made single blanks."""
    return lower_key(matching_key(" ".join(phrase.split())))


_DAY_BEHIND = re.compile(r",? (?:năm )?(?:19|20)\d\d$|,? ngày .*$")


def undated(key: str) -> str:
    """The ``phrase_key`` of a document's name without the year or the date that follows the name.

    >>> undated("luật bến bãi năm 2030"), undated("luật bến bãi, ngày 5/3/2030")
    ('luật bến bãi', 'luật bến bãi')
    """
    return _DAY_BEHIND.sub("", key)
