"""Names that recur in a collection, from which its initials are learnt.

Units are cut into words of one or two syllables. Words that stand beside each other often enough are joined, and runs of them counted.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, compress, pairwise

from build_tools.lexicon.keys import exact_word, strip_marks
from build_tools.lexicon.words import words as word_list
from build_tools.search.initials import AND, MEANINGS, Name
from build_tools.search.keys import is_syllable
from build_tools.search.neighbours import BOUND
from build_tools.search.tally import Counted, numbers

SAMPLE = 1_500_000
"""Terms that are looked at to find names: of a larger site some units are enough."""
SHORTEST, LONGEST = 3, 6
"""Letters of initials. Two letters stand for too much."""
LEAST = 4
"""Times that a name, and each word of it, has to stand in the sample."""
NEARLY = 0.9
"""A name that stands so often within a longer one is a part of that; two words of two syllables are shortened by themselves, too."""
RATHER = 3
"""One that is worth less than the first by so many times is not meant."""
SELDOM = {5: 0.6, 6: 0.4}
"""Long names are seldom shortened to all their letters."""
NONE, JOINING = 0, 1
"""The numbers of what is no word, and of "và"."""
FAR = 1 << 24
"""More than there are words."""
_STRETCH = re.compile(rb"\x01+")


def recurring_names(batches: Iterable[Counted], size: int, words: Mapping[str, float], known: Mapping[str, int]) -> list[Name]:
    """Names that recur, those that stand most often first: of ``known`` words only, given with their numbers. ``batches`` are of units that
    hold ``size`` terms in all, ``words`` the pairs of terms that are words of two syllables, and how surely."""
    found = [
        (times, Name(short, tuple(known[word] for word in name.split(" ")), place > 0))
        for short, some in _recurring(_runs(batches, size, words)).items()
        for place, (times, name) in enumerate([one for one in some if known.keys() >= set(one[1].split(" "))][:MEANINGS])
        if times * RATHER >= some[0][0]
    ]
    found.sort(key=lambda one: (-one[0], one[1]))
    return [name for _, name in found]


def _recurring(runs: Mapping[tuple[str, ...], int]) -> dict[str, list[tuple[float, str]]]:
    """Names by their initials, each with what it is worth: how often it stands, the best first."""
    longer: Counter[tuple[str, ...]] = Counter()
    for run, times in runs.items():
        for part in (run[1:], run[:-1]):
            longer[part] = max(longer[part], times)
    found: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for run, times in runs.items():
        name = " ".join(run)
        short = strip_marks("".join(word[0] for word in name.split(" ") if word != AND))
        whole = longer[run] < times * NEARLY or all(" " in word for word in run)
        if whole and len(short) >= SHORTEST and not is_syllable(short):
            found[short].append((times * SELDOM.get(len(short), 1), name))
    return {short: sorted(some, key=lambda one: (-one[0], one[1])) for short, some in found.items()}


def _runs(batches: Iterable[Counted], size: int, words: Mapping[str, float]) -> dict[tuple[str, ...], int]:
    """Words in a row that may be names, and how often they stand: each beside the next often enough."""
    stride = max(1, size // SAMPLE)
    number_of = {"": NONE, AND: JOINING}
    rows = [row for batch in batches for row in _cut_all(batch, stride, words, number_of)]
    word_of = list(number_of)
    often = ((number, word_of[number]) for number, times in Counter(chain.from_iterable(rows)).items() if times >= LEAST)
    letters = {number: word.count(" ") + 1 for number, word in often if not _hollow(word, words)}
    stretches = _stretches(rows, (*letters, JOINING), len(word_of))
    beside: defaultdict[int, int] = defaultdict(int)
    for found, times in stretches.items():
        for pair in _pairs(numbers(found)):
            beside[pair] += times
    joined = {pair for pair, times in beside.items() if times >= LEAST and _may_join(*divmod(pair, FAR), letters)}
    runs: defaultdict[tuple[int, ...], int] = defaultdict(int)
    for found, times in stretches.items():
        row = numbers(found)
        for part in _STRETCH.finditer(bytes(map(joined.__contains__, _pairs(row)))):
            for run in _runs_in(row[part.start() : part.end() + 1], letters):
                runs[run] += times
    return {tuple(map(word_of.__getitem__, run)): times for run, times in runs.items() if times >= LEAST}


def _stretches(rows: Iterable[array[int]], usable: Iterable[int], words: int) -> Counter[bytes]:
    """What rows hold of ``usable`` words side by side, and how often: stretches are short, and many recur."""
    signs = bytearray(words)
    for number in usable:
        signs[number] = 1
    return Counter(row[slice(*found.span())].tobytes() for row in rows for found in _STRETCH.finditer(bytes(map(signs.__getitem__, row))))


def _pairs(row: Sequence[int]) -> list[int]:
    """Neighbours, each two as one number."""
    return [one * FAR + two for one, two in pairwise(row)]


def _may_join(one: int, two: int, letters: Mapping[int, int]) -> bool:
    """A "và" joins words of two syllables."""
    if JOINING in (one, two):
        return letters.get(one if two == JOINING else two) == 2
    return one in letters and two in letters


def _runs_in(row: Sequence[int], letters: Mapping[int, int]) -> Iterator[tuple[int, ...]]:
    """The runs of a row in which each word may be joined to the next; "và" has no letter, and stands in one once."""
    for start in range(len(row) - 1):
        if row[start] == JOINING:
            continue
        size, end = letters[row[start]], start + 1
        while end < len(row) and not (row[end] == JOINING and JOINING in row[start:end]):
            size += letters.get(row[end], 0)
            end += 1
            if size > LONGEST:
                break
            if size >= SHORTEST and row[end - 1] != JOINING:
                yield tuple(row[start:end])


def _hollow(word: str, words: Mapping[str, float]) -> bool:
    """Is a word part of no name: a sign, a letter, a function word, or one with another that is hardly a word with it?"""
    return len(word) < 2 or (words.get(word, 0.0) <= BOUND and not _function_words().isdisjoint(word.split(" ")))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(exact_word(word) for word in word_list("function-word") if " " not in word)


def _cut_all(batch: Counted, stride: int, words: Mapping[str, float], number_of: dict[str, int]) -> Iterator[array[int]]:
    """The units of a batch, of which each stands for ``stride``, as words of one or two syllables, by their numbers."""
    chosen = bytes(mark % stride == 0 for mark in batch.marks)
    if not any(chosen):
        return
    found = batch.tally
    sure = [words.get(pair, 0.0) for pair in found.pairs[: found.words]]
    signs = bytes(map(bool, sure)) + bytes(len(found.pairs) + 1 - len(sure))  # the last is that of no pair

    def number(word: str) -> int:
        return number_of.setdefault(word, len(number_of))

    of_term = [number(term) if term.isalpha() else NONE for term in found.terms]
    of_pair = [number(pair) if value else NONE for pair, value in zip(found.pairs, sure, strict=False)]
    for row, pairs in zip(map(numbers, compress(found.rows, chosen)), map(numbers, compress(found.pair_rows, chosen)), strict=True):
        single, out, at = array("I", map(of_term.__getitem__, row)), array("I"), 0
        for stretch in _STRETCH.finditer(bytes(map(signs.__getitem__, pairs))):
            start, end = stretch.span()
            for place in cut([sure[pair] for pair in pairs[start:end]]) if end - start > 1 else (0,):
                out += single[at : start + place]
                out.append(of_pair[pairs[start + place]])
                at = start + place + 2
        yield out + single[at:]


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
