"""Characters: NFC, single blanks, invisible ones out, each stretch with the place in the source that it answers to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from build_tools.lexicon.letters import INVISIBLE
from build_tools.model.reading import Piece
from build_tools.model.values import Value

_ODD = re.compile(f"[\\x00-\\x08\\x0e-\\x1f\\x7f{INVISIBLE}\u2010\u2011\uf02b\uf02d\uf0a7\uf0b7]")
_PRIVATE = re.compile("[\ue000-\uf02a\uf02c\uf02e-\uf0a6\uf0a8-\uf0b6\uf0b8-\uf8ff]")
"""Letters of no known look (a font's own): a blank in their place."""
_STRANGE = re.compile(_ODD.pattern[:-1] + "\ue000-\uf8ff]")
"""Any letter of the two classes above."""
_WORDS = re.compile(r"\S+")
_STRETCH = re.compile(r"\S+(?: \S+)*")
"""Words parted by one plain blank each: copied as they stand."""

_AS = {0x2010: "-", 0x2011: "-", 0xF02D: "-", 0xF02B: "+", 0xF0B7: "•", 0xF0A7: "•"}
"""Hyphens that do not break, and the bullets and dashes of Symbol and Wingdings in the private-use area, as what they look like."""

Copied = tuple[int, int, int, int]
"""(start in the clean text, its length, start in the source, length there)."""


class Cleaned(Value, frozen=True, gc=False):
    """Clean characters and where they come from; ``copied`` is sorted by clean start."""

    text: str
    copied: tuple[Copied, ...]


EMPTY = Cleaned("", ())


def is_plain(source: str) -> bool:
    """Whether nothing in a text is invisible, strange or not NFC: then that need not be asked of each line of it."""
    return _STRANGE.search(source) is None and unicodedata.is_normalized("NFC", source)


def clean_line(text: str, start: int) -> Cleaned | None:
    """A line of a plain source (``is_plain``) as it stands there, without the blanks at its ends; None where blanks inside are not
    single."""
    bare = text.strip()
    if "  " in bare or not bare.isprintable():  # a tab, a blank of another kind
        return None
    return Cleaned(bare, ((0, len(bare), start + text.find(bare), len(bare)),)) if bare else EMPTY


def clean_pieces(pieces: Sequence[Piece]) -> Cleaned:
    """The pieces as one stretch of clean text: no blank at either end, single blanks inside, NFC, nothing invisible.

    A blank that stood for several characters, or for another kind of blank, belongs to no run: it is ours.
    """
    if not pieces:
        return EMPTY
    if len(pieces) == 1:
        flat, single = pieces[0].text, pieces[0]
    else:
        flat, single = "".join(piece.text for piece in pieces), None
    odd = False
    if _STRANGE.search(flat):
        flat = _PRIVATE.sub(" ", flat)
        odd = _ODD.search(flat) is not None
    plain = not odd and unicodedata.is_normalized("NFC", flat)
    places = _Places(pieces) if single is None or len(single.text) != single.end - single.start else None
    shift = pieces[0].start
    parts: list[str] = []
    copied: list[Copied] = []
    length = 0
    if plain and places is None:
        bare = flat.strip()
        if bare == " ".join(bare.split()):
            return Cleaned(bare, ((0, len(bare), shift + flat.find(bare), len(bare)),)) if bare else EMPTY
    for match in (_STRETCH if plain and places is None else _WORDS).finditer(flat):
        start, end = match.span()
        if plain:
            made: list[tuple[str, int, int]] = [(match.group(), start, end)]
        else:
            made = _word(match.group(), start, odd)
            if not made:
                continue
        if parts:
            parts.append(" ")
            length += 1
        for text, low, high in made:
            if places is None:
                copied.append((length, len(text), low + shift, high - low))
            else:
                places.copy(copied, length, text, low, high)
            parts.append(text)
            length += len(text)
    return Cleaned("".join(parts), tuple(copied))


class _Places:
    """Where characters of the joined pieces stand in the source."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        self.flat = "".join(piece.text for piece in pieces)
        self.ends: list[int] = []
        total = 0
        for piece in pieces:
            total += len(piece.text)
            self.ends.append(total)
        self.at = 0

    def copy(self, copied: list[Copied], length: int, text: str, low: int, high: int) -> None:
        """Add the runs for ``text``, made of the joined characters ``low``..``high``."""
        whole = len(text) == high - low and (text == self.flat[low:high] or high - low == 1)
        while self.ends[self.at] <= low:
            self.at += 1
        first = self.at
        if self.ends[first] >= high or not whole:
            last = first
            while self.ends[last] < high:
                last += 1
            start, aligned = self._source(first, low)
            end, aligned_end = self._source(last, high, closing=True)
            same = whole and first == last and aligned and aligned_end
            copied.append((length, len(text), start, high - low if same else end - start))
            return
        at = low
        while at < high:
            stop = min(high, self.ends[self.at])
            start, aligned = self._source(self.at, at)
            end, _ = self._source(self.at, stop, closing=True)
            copied.append((length + at - low, stop - at, start, stop - at if aligned else end - start))
            at = stop
            if at < high:
                self.at += 1
                while self.ends[self.at] <= at:
                    self.at += 1

    def _source(self, index: int, offset: int, *, closing: bool = False) -> tuple[int, bool]:
        piece = self.pieces[index]
        inside = offset - (self.ends[index] - len(piece.text))
        if len(piece.text) == piece.end - piece.start:
            return piece.start + inside, True
        return (piece.end if closing else piece.start), False


def _word(word: str, start: int, odd: bool) -> list[tuple[str, int, int]]:
    """Stretches of one word: NFC, invisible characters out, as (text, start, end) in the joined pieces."""
    if not (odd and _ODD.search(word)):
        if unicodedata.is_normalized("NFC", word):
            return [(word, start, start + len(word))]
        kept = [(letter, start + at) for at, letter in enumerate(word)]
    else:
        kept = []
        for at, letter in enumerate(word):
            if _ODD.match(letter) is None:
                kept.append((letter, start + at))
            elif ord(letter) in _AS:
                kept.append((_AS[ord(letter)], start + at))
    if not kept:
        return []
    joined = "".join(letter for letter, _ in kept)
    wanted = unicodedata.normalize("NFC", joined)
    made: list[tuple[str, int, int]] = []
    at = 0
    while at < len(kept):
        stop = at + 1
        while stop < len(kept) and unicodedata.combining(kept[stop][0]):
            stop += 1
        low, high = kept[at][1], kept[stop - 1][1] + 1
        text = unicodedata.normalize("NFC", joined[at:stop])
        if made and stop - at == 1 and made[-1][2] == low and len(made[-1][0]) == made[-1][2] - made[-1][1]:
            before, first, _ = made.pop()
            made.append((before + text, first, high))
        else:
            made.append((text, low, high))
        at = stop
    if "".join(text for text, _, _ in made) != wanted:
        return [(wanted, kept[0][1], kept[-1][1] + 1)]
    return made
