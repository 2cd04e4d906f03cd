"""Blanks that a text layer lost after a toned vowel ("Kế hoạch số7-KH/TU", "Thường vụTỉnh uỷvềmời"), put back where they are sure.

Word processors that set the tone as a glyph of its own leave no room for the blank behind it, and the text layer has none. A blank is put
between two syllables, between a syllable and the number or year that follows it; a letter run that can be one syllable stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise

from build_tools.normalise.characters import Cleaned, Copied
from build_tools.vietnamese.syllables import is_syllable
from build_tools.vietnamese.tones import TONES

_VOWELS = "aăâeêioôơuưy"
_TONED = "".join(unicodedata.normalize("NFC", letter + tone) for letter in _VOWELS for tone in TONES)
_TONED += _TONED.upper()
_ANY = _VOWELS + _VOWELS.upper() + _TONED
_CONSONANTS = "bcdfghjklmnpqrstvwxzđBCDFGHJKLMNPQRSTVWXZĐ"
_ONSET = rf"[{_CONSONANTS}][{_CONSONANTS}]{{0,2}}[{_ANY}]"
_MAYBE = re.compile(rf"[{_TONED}](?:{_ONSET}|[{_VOWELS}]{_ONSET}|[A-ZĐ\d]|[iouy]\d)")
"""A toned vowel with another nucleus, a capital or a digit behind it: no syllable goes on so. Each way begins with a set of letters, which
is enough to leave nearly every vowel at once."""
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"\d{1,4} ?[-/] ?(?:(?:19|20)\d\d ?/ ?)?[A-ZĐ]{2}|(?:19|20)\d\d(?![\w/])|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
"""What may follow a syllable without its blank: a document's number, a year, a day. Any other digit may be the mark of a note."""
_UNTONED = re.compile(r"\A[a-zA-Z]*(?:c|ch|p|t)\Z")
"""A syllable closed by a stop has a tone mark in Vietnamese; without one it is no word of the text's."""
_INSIDE = tuple("/.@_:&=?#%")
"""A letter run behind one of these is part of an address."""
_ROMAN = re.compile(r"[IVX]{1,5}")


def put_back(clean: Cleaned) -> Cleaned:
    """The same stretch with the lost blanks; what is put in belongs to no place of the source."""
    places = _places(clean.text)
    return _with_blanks(clean, places) if places else clean


def _places(text: str) -> list[int]:
    """Where blanks are missing, in order."""
    found: list[int] = []
    end = 0
    while maybe := _MAYBE.search(text, end):
        start, end = maybe.start(), maybe.start()
        while start and _LETTER.match(text, start - 1):
            start -= 1
        while _LETTER.match(text, end):
            end += 1
        if text.endswith(_INSIDE, 0, start):
            continue
        cuts = [start + cut for cut in _cuts(text[start:end])]
        found += cuts
        if _ends_toned(text[cuts[-1] if cuts else start : end]) and _NUMBER.match(text, end):
            found.append(end)
    return found


def _cuts(word: str) -> list[int]:
    """Where a run of letters falls into syllables of which all but the last end in a toned vowel; empty when it is one syllable or
    falls in no way, or in more than one."""
    if len(word) < 3 or is_syllable(word) or not _MAYBE.search(word):
        return []
    ways = [[cut, *(cut + more for more in rest)] for cut in range(1, len(word)) for rest in _rest(word, cut)]
    return ways[0] if len(ways) == 1 else []


def _rest(word: str, cut: int) -> list[list[int]]:
    if not _ends_toned(word[:cut]):
        return []
    behind = word[cut:]
    if _ROMAN.fullmatch(behind) or (len(behind) > 1 and is_syllable(behind) and not _UNTONED.search(behind)):
        return [[]]
    more = _cuts(behind)
    return [more] if more else []


def _ends_toned(syllable: str) -> bool:
    """Whether letters are a syllable that ends in a vowel and has a tone mark."""
    if syllable[-1:] not in _ANY or not is_syllable(syllable):
        return False
    return any(mark in TONES for mark in unicodedata.normalize("NFD", syllable))


def _with_blanks(clean: Cleaned, places: list[int]) -> Cleaned:
    """The stretch with a blank at each place; a stretch of several characters for one of the source is never cut."""
    copied = [part for run in clean.copied for part in _parts(run, places)]
    starts = {start for start, *_ in copied}
    cuts = [place for place in places if place in starts]
    text = " ".join(clean.text[start:end] for start, end in pairwise((0, *cuts, len(clean.text))))
    return Cleaned(text, tuple((start + bisect_right(cuts, start), *rest) for start, *rest in copied))  # type: ignore[misc]  # four numbers


def _parts(run: Copied, places: list[int]) -> Iterator[Copied]:
    """A run cut where blanks are missing."""
    first, length, source, own = run
    inside = places[bisect_right(places, first) : bisect_left(places, first + length)] if length == own else []
    for start, end in pairwise((first, *inside, first + length)):
        yield start, end - start, source + start - first, end - start if inside else own
