"""The original text in few bytes: words of the whole site numbered by frequency, a text as their numbers, then deflate.

Two thirds of deflated UTF-8 in files of this size, so that the text for snippets and for checking phrases stays cheap.
The word table also serves the query: its order is by frequency, and corrections and completions come from it.
"""

from __future__ import annotations

import itertools
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec

from build_tools.cache import NOTHING_KEPT, Store, digest, program
from build_tools.lexicon.keys import exact_word
from build_tools.search import phrases
from build_tools.search.keys import LETTER
from build_tools.search.lots import Lot
from build_tools.search.phrases import Cutter, Phrase, learn

KIND = "phrases"
_PIECE = re.compile(rf"[{LETTER}]+|[0-9]+|[^\w\s] ?|\s|[^\s]")
WORDLIKE = re.compile(f"[{LETTER}0-9]+")
_LETTERS = re.compile(f"[{LETTER}]+")
JOIN = "\x02"
"""Stands between two words or figures that are written together; elsewhere a blank is meant."""
ONE = 190
"""So many codes are one byte; the rest are two."""
BLOCK = 400
"""Pieces and phrases without one of the shortest codes are put in order in blocks of so many."""
SPELT = 64
"""What is used less than once in so many text files is spelt out there: every search fetches the tables, and few of the texts."""
MOST_PIECES = 6000
MOST = ONE + (255 - ONE) * 255
Item = TypeVar("Item")


class Words:
    """Numbers pieces of text while texts are added; ``coding`` comes after the last ``add``."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {JOIN: 0}
        self._counts: list[int] = [0]
        self._wordlike: list[bool] = [False]

    def _id(self, piece: str) -> int:
        found = self._ids.get(piece)
        if found is None:
            found = self._ids[piece] = len(self._counts)
            self._counts.append(0)
            self._wordlike.append(bool(WORDLIKE.fullmatch(piece)))
        self._counts[found] += 1
        return found

    def add(self, text: str) -> array[int]:
        """The numbers of the pieces of ``text`` (provisional: valid for ``coding`` of the same object only)."""
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

    def counted(self) -> tuple[list[str], list[int]]:
        """The pieces by their numbers, and how often each was added."""
        return list(self._ids), self._counts

    def joined(self, pieces: Iterable[str], counts: Iterable[int]) -> array[int]:
        """Add what others counted (see ``counted``); the numbers that their pieces have here."""
        numbers = array("I")
        known, all_ = self._ids, self._counts
        for piece, count in zip(pieces, counts, strict=True):
            if piece not in known:
                self._id(piece)
                count -= 1
            number = known[piece]
            all_[number] += count
            numbers.append(number)
        return numbers

    def written(self) -> dict[str, str]:
        """How words are written in small letters most often, by their exact keys ("lí" → "lý")."""
        order = sorted(self._ids, key=lambda piece: (self._counts[self._ids[piece]], piece))
        return {exact_word(piece): piece.lower() for piece in order if _LETTERS.fullmatch(piece)}

    def coding(self, lots: Sequence[Lot], files: int = 1, store: Store = NOTHING_KEPT) -> Coding:
        """Settle the codes for all that was added; ``lots`` are the packed texts, from which phrases are learnt (``store`` keeps what was
        learnt), ``files`` is the number of text files that they will fill."""
        order = sorted(self._ids, key=lambda piece: (-self._counts[self._ids[piece]], piece))
        few = max(1 if len(order) < 2000 else 2, files // SPELT)
        chosen = [piece for piece in order if self._counts[self._ids[piece]] >= few][:MOST_PIECES]
        rest = [piece for piece in order[len(chosen) : MOST_PIECES] if self._counts[self._ids[piece]] > 1 and _LETTERS.fullmatch(piece)]
        numbers = {self._ids[piece]: rank for rank, piece in enumerate(chosen)}
        first = len(self._counts)
        stride = max(1, sum(len(text) for lot in lots for text in lot.texts) // phrases.SAMPLE)
        sample = [text for lot in lots for text in lot.chosen(stride)]
        learnt = self._learnt(sample, few // stride, files * 2 // SPELT / stride, store)
        kept = [phrase for phrase in learnt if all(piece in numbers for piece in phrase)]
        cutter = Cutter(kept, first)
        names = list(self._ids)
        known = digest(program(), *("\0".join(names[piece] for piece in phrase) for phrase in kept))
        cut = [text for lot in lots for text in lot.cut(cutter, known, store)]
        uses: Counter[int] = Counter()
        for text in cut:
            uses.update(text)
        often = sorted(range(len(kept)), key=lambda place: (-uses[first + place], kept[place]))
        short = _short([uses[self._ids[piece]] for piece in chosen], [uses[first + place] for place in often])
        chosen = chosen[:short] + _in_blocks(chosen[short:], str)
        numbers = {self._ids[piece]: rank for rank, piece in enumerate(chosen)}
        rows = {place: tuple(numbers[piece] for piece in kept[place]) for place in often}
        early = ONE - short
        often = often[:early] + _in_blocks(often[early:], rows.__getitem__)
        codes = [b"\0" + piece.encode() + b"\0" for piece in self._ids] + [b""] * len(kept)
        ranks = [*range(short), *range(ONE, ONE + max(0, len(chosen) - short))]
        for piece, rank in zip(chosen, ranks, strict=True):
            codes[self._ids[piece]] = _code(rank)
        ranks = [*range(short, ONE), *range(ONE + max(0, len(chosen) - short), MOST)]
        for place, rank in zip(often, ranks, strict=False):
            codes[first + place] = _code(rank)
        return Coding(tuple(chosen), tuple(_in_blocks(rest, str)), tuple(rows[place] for place in often), short, codes, cut)

    def _learnt(self, sample: Sequence[array[int]], few: int, least: float, store: Store) -> list[Phrase]:
        """Phrases of pieces that the sample uses at least so often, kept by what the sample says."""
        pieces = list(self._ids)
        # in the order of the sample: what else was added is of no account
        numbers = {piece: number for number, piece in enumerate(dict.fromkeys(itertools.chain.from_iterable(sample)))}
        rows = [array("I", map(numbers.__getitem__, text)) for text in sample]
        spelt = "\0".join(pieces[piece] for piece in numbers)
        key = digest(program(), repr((few, least)), spelt, *(row.tobytes() for row in rows))
        found = _phrases(store.read(KIND, key))
        if found is None:
            counts = Counter(itertools.chain.from_iterable(rows))
            found = learn(rows, lambda piece: counts[piece] >= few, least)
            store.write(KIND, key, msgspec.msgpack.encode(found))
        back = list(numbers)
        return [tuple(back[piece] for piece in phrase) for phrase in found]


def _phrases(data: bytes | None) -> list[Phrase] | None:
    try:
        return None if data is None else msgspec.msgpack.decode(data, type=list[Phrase])
    except msgspec.DecodeError:
        return None


def _in_blocks(items: Sequence[Item], key: Callable[[Item], Any]) -> list[Item]:
    """Roughly by use, yet neighbours begin alike, so that they pack well."""
    return [item for start in range(0, len(items), BLOCK) for item in sorted(items[start : start + BLOCK], key=key)]


def _code(rank: int) -> bytes:
    if rank < ONE:
        return bytes([1 + rank])
    high, low = divmod(rank - ONE, 255)
    return bytes([1 + ONE + high, 1 + low])


def _short(pieces: Sequence[int], phrases: Sequence[int]) -> int:
    """How many of the ``ONE`` shortest codes go to pieces, the rest to phrases, both given as falling numbers of uses."""
    if len(pieces) + len(phrases) <= ONE:
        return min(len(pieces), ONE)
    least = sorted((*pieces[:ONE], *phrases[:ONE]), reverse=True)[ONE - 1]
    return min(len(pieces), max(ONE - len(phrases), ONE - sum(times > least for times in phrases)))


@dataclass(frozen=True, slots=True)
class Coding:
    """Settled codes. ``pieces`` most frequent first; ``phrases`` as places in ``pieces``.

    ``rest``: words that texts spell out, known for corrections.

    Code numbers: the first ``short`` pieces, then phrases up to ``ONE``; these are one byte. Then the other pieces, then the other phrases.
    """

    pieces: tuple[str, ...]
    rest: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    short: int
    codes: Sequence[bytes]
    cut: Sequence[array[int]]

    def ranks(self) -> dict[str, int]:
        """Where words stand in ``pieces``, by their exact keys; of several ways to write one, the first."""
        return {exact_word(piece): rank for rank, piece in reversed([*enumerate(self.pieces)]) if _LETTERS.fullmatch(piece)}

    def pack(self, first: int, last: int) -> bytes:
        """The bytes of the texts from ``first`` up to ``last``, one after the other."""
        code = self.codes.__getitem__
        return b"".join(b"".join(map(code, text)) for text in self.cut[first:last])
