"""Headings set letter by letter ("B Á O   C Á O", "K Ế T L U Ậ N"): the letters of a word stand together again."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.normalise.characters import Cleaned, Copied
from build_tools.vietnamese.syllables import is_syllable

_SPACED = re.compile(r"(?:[^\W\d_] ){3,60}[^\W\d_]\Z")
"""A line of nothing but single letters; four are no enumeration ("A B C")."""
_WIDE = re.compile(r"\s{2,}")


def close_up(clean: Cleaned, raw: str) -> Cleaned:
    """The line with its words closed up. ``raw`` is the line as it came: where some of its gaps are wider than others, these part its
    words; where all are alike, the words are its syllables, if it falls into the fewest in one way only. Any other line stays as it is.
    """
    text = clean.text
    if text[1:2] != " " or not _SPACED.match(text):
        return clean
    words = ["".join(word.split()) for word in _WIDE.split(raw.strip())]
    if len(words) < 2 or len(words) * 2 > text.count(" ") + 1:
        words = list(_syllables(text.replace(" ", "")))
    if "".join(words) != text.replace(" ", "") or not all(map(is_syllable, words)):
        return clean
    sources = [place for start, length, source, own in clean.copied for place in _letters(text, start, length, source, own)]
    copied: list[Copied] = []
    at = 0
    for word in words:
        for _ in word:
            source, length = sources[len(copied)]
            copied.append((at, 1, source, length))
            at += 1
        at += 1
    return Cleaned(" ".join(words), tuple(copied))


def _letters(text: str, start: int, length: int, source: int, own: int) -> list[tuple[int, int]]:
    """Place and length in the source of each letter of a stretch."""
    aligned = length == own
    return [(source + at, 1) if aligned else (source, own) for at in range(length) if text[start + at] != " "]


@lru_cache(maxsize=256)
def _syllables(letters: str) -> tuple[str, ...]:
    """The fewest syllables into which letters fall; () where they fall in none, or in several ways."""
    best: list[list[tuple[str, ...]]] = [[()]]
    for end in range(1, len(letters) + 1):
        ways = [(*before, letters[start:end]) for start in range(end) if is_syllable(letters[start:end]) for before in best[start]]
        least = min(map(len, ways), default=0)
        best.append([way for way in ways if len(way) == least][:2])
    return best[-1][0] if len(best[-1]) == 1 else ()
