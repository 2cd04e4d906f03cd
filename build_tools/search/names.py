"""Names that recur in a collection, from which its initials are learnt.

Units are cut into words of one or two syllables. Words that stand beside each other often enough are joined, and runs of them counted.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

import msgspec

from build_tools.cache import NOTHING_KEPT, Store, digest, program
from build_tools.lexicon.keys import strip_marks
from build_tools.search.initials import AND, MEANINGS, Name
from build_tools.search.keys import is_syllable
from build_tools.search.spans import spans, stretches_of
from build_tools.search.stretches import Stretches, has_function_word, steps_of
from build_tools.search.tally import Counted, numbers

KIND = "names"
SAMPLE = 1_500_000
"""Terms that are looked at to find names: all of some five hundred documents. Of a larger site some units are enough. Of every fifth unit
of 481 documents too few names were counted often enough, and others by chance too often."""
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
SAID = 0.35
"""So are words with a function word among their syllables ("nếu có căn cứ"): a piece of a sentence more often than a name."""
NONE, JOINING = 0, 1
"""The numbers of what is no word of a name, and of "và"."""
FAR = 1 << 24
"""More than there are words: two neighbours are told as one number."""
_STRETCH = re.compile(rb"\x01+")
Recurring = dict[str, list[tuple[float, str]]]
"""Names by their initials, each with what it is worth: how often it stands, the best first."""


def recurring_names(
    batches: Iterable[Counted], size: int, words: Mapping[str, float], known: Mapping[str, int], store: Store = NOTHING_KEPT
) -> list[Name]:
    """Names that recur, those that stand most often first: of ``known`` words only, given with their numbers. ``batches`` are of units that
    hold ``size`` terms in all, ``words`` the pairs of terms that are words of two syllables, and how surely. ``store`` keeps what each
    batch and each span tells."""
    stride, steps = max(1, size // SAMPLE), steps_of(words)
    recurring = _kept([stretches_of(span, stride, steps, store) for span in spans(batches)], store)
    found = [
        (times, Name(short, tuple(known[word] for word in name.split(" ")), place > 0))
        for short, some in recurring.items()
        for place, (times, name) in enumerate([one for one in some if known.keys() >= set(one[1].split(" "))][:MEANINGS])
        if times * RATHER >= some[0][0]
    ]
    found.sort(key=lambda one: (-one[0], one[1]))
    return [name for _, name in found]


def _kept(found: Sequence[Stretches], store: Store) -> Recurring:
    """What recurs in all these stretches, kept: where what changed is not looked at, they are the same."""
    key = digest(KIND, program(), *(part for one in found for part in ("\0".join(one.words), one.row)))
    data = store.read(KIND, key)
    if data is not None:
        try:
            return msgspec.msgpack.decode(data, type=Recurring)
        except msgspec.DecodeError:
            pass  # cut off, or of other makers
    recurring = _recurring(_runs(found))
    store.write(KIND, key, msgspec.msgpack.encode(recurring))
    return recurring


def _recurring(runs: Mapping[tuple[str, ...], int]) -> Recurring:
    """Of these runs, those that are names."""
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
            named = SAID if any(map(has_function_word, run)) else 1
            found[short].append((times * SELDOM.get(len(short), 1) * named, name))
    return {short: sorted(some, key=lambda one: (-one[0], one[1])) for short, some in found.items()}


def _runs(found: Sequence[Stretches]) -> dict[tuple[str, ...], int]:
    """Words in a row that may be names, and how often they stand: each beside the next often enough."""
    number_of, rows = {"": NONE, AND: JOINING}, []
    for one in found:
        own = [number_of.setdefault(word, len(number_of)) for word in one.words]
        rows.append(array("I", map(own.__getitem__, numbers(one.row))))
    letters = {number: word.count(" ") + 1 for number, word in enumerate(number_of) if number > JOINING}
    pairs = [array("Q", (one * FAR + two for one, two in pairwise(row))) for row in rows]
    beside = Counter(chain.from_iterable(pairs))
    joined = {pair for pair, times in beside.items() if times >= LEAST and _may_join(*divmod(pair, FAR), letters)}
    parts: Counter[bytes] = Counter()
    for row, found_pairs in zip(rows, pairs, strict=True):
        signs = bytes(map(joined.__contains__, found_pairs))
        parts.update(row[part.start() : part.end() + 1].tobytes() for part in _STRETCH.finditer(signs))
    runs: defaultdict[tuple[int, ...], int] = defaultdict(int)
    for part, times in parts.items():
        for run in _runs_in(numbers(part), letters):
            runs[run] += times
    word_of = list(number_of)
    return {tuple(map(word_of.__getitem__, run)): times for run, times in runs.items() if times >= LEAST}


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
