"""The original text in few bytes: words of the whole site numbered by frequency, a text as their numbers, then deflate.

Two thirds of deflated UTF-8 in files of this size, so that the text for snippets and for checking phrases stays cheap.
The word table also serves the query: its order is by frequency, and corrections and completions come from it.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable

from build_tools.search.keys import LETTER

_PIECE = re.compile(rf"[{LETTER}]+|[0-9]+|[^\w\s] ?|\s|[^\s]")
_WORDLIKE = re.compile(f"[{LETTER}0-9]+")
JOIN = "\x02"
"""Stands between two words or figures that are written together; elsewhere a blank is meant."""
ONE = 176
"""Codes below 1 + ONE are one byte; the rest are two."""
MOST = ONE + (255 - ONE) * 255


class Words:
    """Numbers pieces of text while texts are added; ``table`` and ``pack`` come after the last ``add``."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {JOIN: 0}
        self._counts: list[int] = [0]
        self._wordlike: list[bool] = [False]
        self._codes: list[bytes] = []

    def _id(self, piece: str) -> int:
        found = self._ids.get(piece)
        if found is None:
            found = self._ids[piece] = len(self._counts)
            self._counts.append(0)
            self._wordlike.append(bool(_WORDLIKE.fullmatch(piece)))
        self._counts[found] += 1
        return found

    def add(self, text: str) -> array[int]:
        """The numbers of the pieces of ``text`` (provisional: valid for ``pack`` of the same object only)."""
        pieces = _PIECE.findall(text)
        out = array("I")
        identify, wordlike = self._id, self._wordlike
        last = False
        pending = False  # a single blank after a word: dropped when a word follows
        for piece in pieces:
            if piece == " " and last and not pending:
                pending = True
                continue
            number = identify(piece)
            this = wordlike[number]
            if pending:
                if not this:
                    out.append(identify(" "))
                pending = False
            elif last and this:
                out.append(identify(JOIN))
            out.append(number)
            last = this
        if pending:
            out.append(identify(" "))
        return out

    def table(self, most: int = 6000) -> list[str]:
        """The pieces that get a code, most frequent first, and settle the codes. Rarer ones are spelt out in the texts."""
        order = sorted(self._ids, key=lambda piece: (-self._counts[self._ids[piece]], piece))
        few = 1 if len(order) < 2000 else 2
        chosen = [piece for piece in order if self._counts[self._ids[piece]] >= few][: min(most, MOST)]
        self._codes = [b"\0" + piece.encode() + b"\0" for piece in self._ids]
        for rank, piece in enumerate(chosen):
            if rank < ONE:
                code = bytes([1 + rank])
            else:
                high, low = divmod(rank - ONE, 255)
                code = bytes([1 + ONE + high, 1 + low])
            self._codes[self._ids[piece]] = code
        return chosen

    def pack(self, parts: Iterable[array[int]]) -> bytes:
        """The bytes of several added texts, one after the other."""
        code = self._codes.__getitem__
        return b"".join(b"".join(map(code, part)) for part in parts)
