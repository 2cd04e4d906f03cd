"""Characters: NFC, single blanks, invisible ones out, each stretch with the place in the source that it answers to."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from build_tools.lexicon.letters import INVISIBLE
from build_tools.model.reading import Piece
from build_tools.model.values import Value

_OUT = rf"\x00-\x08\x0e-\x1f\x7f{INVISIBLE}"
_AS = {"\u2010": "-", "\u2011": "-", "\uf02d": "-", "\uf02b": "+", "\uf0b7": "•", "\uf0a7": "•"}
"""Hyphens that do not break, and the bullets and dashes of Symbol and Wingdings in the private-use area, as what they look like."""
_LEFT_OUT = re.compile(f"[{_OUT}]")
_PRIVATE = re.compile("[\ue000-\uf02a\uf02c\uf02e-\uf0a6\uf0a8-\uf0b6\uf0b8-\uf8ff]")
"""Letters of no known look (a font's own): a blank in their place."""
_STRANGE = re.compile(f"[{_OUT}\u2010\u2011\ue000-\uf8ff]")
"""Any letter of those above."""
_WORDS = re.compile(r"\S+")
_STRETCHES = re.compile(r"\S+(?: \S+)*")
"""Words parted by one plain blank each: copied as they stand."""

Copied = tuple[int, int, int, int]
"""(start in the clean text, its length, start in the source, length there)."""


class Cleaned(Value, frozen=True, gc=False):
    """Clean characters and where they come from; ``copied`` is sorted by clean start."""

    text: str
    copied: tuple[Copied, ...]


_NOTHING = Cleaned("", ())


def clean_pieces(pieces: Sequence[Piece]) -> Cleaned:
    """The pieces as one stretch of clean text: no blank at either end, single blanks inside, NFC, nothing invisible.

    A blank that stood for several characters, or for another kind of blank, belongs to no run: it is ours.
    """
    alone = pieces[0] if len(pieces) == 1 else None
    flat = alone.text if alone else "".join([piece.text for piece in pieces])
    bare = flat.strip()
    if not bare:
        return _NOTHING
    plain = _is_plain(bare)
    if plain and alone and len(flat) == alone.end - alone.start and "  " not in bare and bare.isprintable():
        # nearly all lines of a text, as they stand: no blank of another kind can be printed
        return Cleaned(bare, ((0, len(bare), alone.start + flat.find(bare), len(bare)),))
    source = _Source(pieces, flat)
    parts: list[str] = []
    copied: list[Copied] = []
    length = 0
    for match in _STRETCHES.finditer(flat) if plain else _WORDS.finditer(_PRIVATE.sub(" ", flat)):
        made = [(match.group(), *match.span())] if plain or _is_plain(match.group()) else _word(match.group(), match.start())
        if made and parts:
            parts.append(" ")
            length += 1
        for text, low, high in made:
            parts.append(text)
            for own, start, there in source.runs(text, low, high):
                copied.append((length, own, start, there))
                length += own
    return Cleaned("".join(parts), tuple(copied))


def _is_plain(text: str) -> bool:
    """Whether nothing in a text is invisible, strange or not NFC."""
    return _STRANGE.search(text) is None and unicodedata.is_normalized("NFC", text)


class _Source:
    """Where characters of the joined pieces stand in the source."""

    def __init__(self, pieces: Sequence[Piece], flat: str) -> None:
        self.flat = flat
        self.pieces = [piece for piece in pieces if piece.text]
        self.starts = list(accumulate((len(piece.text) for piece in self.pieces), initial=0))

    def runs(self, text: str, low: int, high: int) -> Iterator[tuple[int, int, int]]:
        """(length, start in the source, length there) for ``text``, made of the joined characters ``low``..``high``: a run for each piece
        where it is these characters, one run for all otherwise."""
        first, last = bisect_right(self.starts, low) - 1, bisect_left(self.starts, high)
        if text != self.flat[low:high]:
            start, end = self._place(first, low, high)[0], self._place(last - 1, low, high)[1]
            yield len(text), start, end - start
            return
        for index in range(first, last):
            start, end = self._place(index, low, high)
            yield min(high, self.starts[index + 1]) - max(low, self.starts[index]), start, end - start

    def _place(self, index: int, low: int, high: int) -> tuple[int, int]:
        """What of the source the joined characters ``low``..``high`` answer to within one piece: all of it where the format wrote them
        otherwise."""
        piece, begin = self.pieces[index], self.starts[index]
        if len(piece.text) != piece.end - piece.start:
            return piece.start, piece.end
        return piece.start + max(0, low - begin), min(piece.end, piece.start + high - begin)


def _word(word: str, start: int) -> list[tuple[str, int, int]]:
    """Stretches of one word: NFC, invisible characters out, as (text, start, end) in the joined pieces."""
    kept = [(_AS.get(letter, letter), at) for at, letter in enumerate(word, start) if not _LEFT_OUT.match(letter)]
    letters: list[tuple[str, int, int]] = []
    for letter, at in kept:  # each with the marks behind it
        if letters and unicodedata.combining(letter):
            before, low, _ = letters.pop()
            letters.append((before + letter, low, at + 1))
        else:
            letters.append((letter, at, at + 1))
    made = [(unicodedata.normalize("NFC", letter), low, high) for letter, low, high in letters]
    whole = "".join(text for text, _, _ in made)
    if not unicodedata.is_normalized("NFC", whole):  # letters that are one with the letter before, as Korean ones
        return [(unicodedata.normalize("NFC", whole), made[0][1], made[-1][2])]
    return made
