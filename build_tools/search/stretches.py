"""The words of one batch that may be words of names, in the order in which they stand: kept, since most batches have the same as before.

Units are cut into words of one or two syllables. How surely two terms are one word is told by the whole site; it is taken in steps, so that
a text more or less leaves what it is for almost all.
"""

from __future__ import annotations

import math
import re
from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import compress, repeat

import msgspec

from build_tools.cache import Store, digest
from build_tools.lexicon.keys import exact_word
from build_tools.lexicon.words import words as word_list
from build_tools.search.initials import AND
from build_tools.search.neighbours import BOUND, PERHAPS
from build_tools.search.tally import Counted, OwnPairs, Tally, as_bytes, numbers

KIND = "stretches"
STEP = 0.02
"""How finely it is told how surely two terms are a word."""
_WORDS = re.compile(rb"[^\x00]+")
_SEVERAL = re.compile(rb"\x01{2,}")


class Stretches(msgspec.Struct, frozen=True):
    """``words``, and as places in them what stands side by side (``row``, an array of 32 bits): stretches of two words or more, each ended
    by the place of the first word, which is empty."""

    words: list[str]
    row: bytes


def steps_of(words: Mapping[str, float]) -> dict[str, int]:
    """How surely pairs of terms are words of two syllables, in steps from 1."""
    return {pair: math.ceil((sure - PERHAPS) / STEP) for pair, sure in words.items()}


def chosen_of(batch: Counted, stride: int) -> bytes:
    """Of each unit of a batch, whether it is looked at for ``stride`` of them."""
    return bytes(mark % stride == 0 for mark in batch.marks)


def kept_stretches(batch: Counted, stride: int, steps: Mapping[str, int], store: Store) -> Stretches:
    """The stretches of a batch, of which each unit that is looked at stands for ``stride``; ``steps``: see ``steps_of``."""
    chosen = chosen_of(batch, stride)
    if not any(chosen):
        return Stretches([], b"")
    if not batch.key or store.folder is None:
        return _cut(batch.tally, chosen, steps_in(batch.tally, steps))
    own = steps_in(batch.own_pairs(), steps)
    key = digest(batch.key, str(stride), own)
    data = store.read(KIND, key)
    if data is not None:
        try:
            return msgspec.msgpack.decode(data, type=Stretches)
        except msgspec.DecodeError:
            pass  # cut off, or of other makers
    found = _cut(batch.tally, chosen, own)
    store.write(KIND, key, msgspec.msgpack.encode(found))
    return found


def steps_in(found: Tally | OwnPairs, steps: Mapping[str, int]) -> bytes:
    """The step of each pair of words of a batch or a span; 0 for what is no word."""
    return bytes(map(steps.get, found.pairs[: found.words], repeat(0)))


def _cut(found: Tally, chosen: bytes, steps: bytes) -> Stretches:
    number_of = {"": 0}

    def number(word: str, step: int = 0) -> int:
        return 0 if _hollow(word, step) else number_of.setdefault(word, len(number_of))

    of_term = [number(term) if term.isalpha() else 0 for term in found.terms]
    of_pair = [number(pair, step) if step else 0 for pair, step in zip(found.pairs, steps, strict=False)]
    steps += bytes(len(found.pairs) + 1 - len(steps))  # the last is that of no pair
    out = array("I")
    for row, pairs in zip(map(numbers, compress(found.rows, chosen)), map(numbers, compress(found.pair_rows, chosen)), strict=True):
        single, cut_row, at = array("I", map(of_term.__getitem__, row)), array("I"), 0
        sure = bytes(map(steps.__getitem__, pairs))
        for stretch in _WORDS.finditer(sure):
            start = stretch.start()
            for place in cut(stretch[0]) if len(stretch[0]) > 1 else (0,):
                cut_row += single[at : start + place]
                cut_row.append(of_pair[pairs[start + place]])
                at = start + place + 2
        cut_row += single[at:]
        for several in _SEVERAL.finditer(bytes(map(bool, cut_row))):
            out += cut_row[slice(*several.span())]
            out.append(0)
    return Stretches(list(number_of), as_bytes(out))


def cut(sure: Sequence[float]) -> list[int]:
    """Where words of two terms begin, the surest on the whole where several ways are open; ``sure`` tells of each term of a stretch how
    surely it is a word with the next."""
    best, last = [0.0, 0.0], 0.0  # of the first n terms
    for value in sure:
        best.append(max(best[-1], last + value))
        last = best[-2]
    out, at = list[int](), len(sure) + 1
    while at > 1:
        whole = best[at] > best[at - 1]
        at -= 1 + whole
        if whole:
            out.append(at)
    return out[::-1]


def _hollow(word: str, step: int) -> bool:
    """Is a word part of no name: a sign, a letter, a function word, or one with another that is hardly a word with it? "Và" may join."""
    return word != AND and (len(word) < 2 or (step * STEP <= BOUND - PERHAPS and has_function_word(word)))


def has_function_word(word: str) -> bool:
    """Is a term of a word a function word? "Và" joins words of a name."""
    return word != AND and not _function_words().isdisjoint(word.split(" "))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(exact_word(word) for word in word_list("function-word") if " " not in word)
