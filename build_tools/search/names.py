"""Names that recur in a collection, from which its initials are learnt.

Units are cut into words of one or two syllables. Words that stand beside each other often enough are joined, and runs of them counted.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, count, pairwise
from operator import add

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
    """Words in a row that may be names, and how often they stand: each beside the next often enough.

    A run stands often enough only where the two in it that are a word shorter do: of each length those alone are counted.
    """
    number_of, row = {"": NONE, AND: JOINING}, array("I")
    for one in found:
        own = [number_of.setdefault(word, len(number_of)) for word in one.words]
        row.extend(map(own.__getitem__, numbers(one.row)))
    words = list(number_of)
    letters = [word.count(" ") + 1 if number > JOINING else 0 for number, word in enumerate(words)]
    pairs: array[int] = array("Q", map(add, map(FAR.__mul__, row), row[1:]))
    joined = {pair: times for pair, times in Counter(pairs).items() if times >= LEAST and _may_join(*divmod(pair, FAR), letters)}
    runs: dict[tuple[int, ...], int] = {divmod(pair, FAR): times for pair, times in joined.items()}
    places, size = list(compress(count(), map(joined.__contains__, pairs))), 2
    while places:
        places, size = [one for one, two in pairwise(places) if two == one + 1], size + 1
        parts = [row[place : place + size].tobytes() for place in places]
        often = {part: times for part, times in Counter(parts).items() if times >= LEAST and _may_be_long(numbers(part), letters)}
        runs |= {tuple(numbers(part)): times for part, times in often.items()}
        places = list(compress(places, map(often.__contains__, parts)))
    return {tuple(map(words.__getitem__, run)): times for run, times in runs.items() if _may_be_name(run, letters)}


def _may_join(one: int, two: int, letters: Sequence[int]) -> bool:
    """A "và" joins words of two syllables."""
    if JOINING in (one, two):
        return letters[one] + letters[two] == 2
    return NONE not in (one, two)


def _may_be_long(run: Sequence[int], letters: Sequence[int]) -> bool:
    """May a run be part of a name, or one? "Và" has no letter, and stands in one once."""
    return sum(map(letters.__getitem__, run)) <= LONGEST and run.count(JOINING) <= 1


def _may_be_name(run: Sequence[int], letters: Sequence[int]) -> bool:
    return sum(map(letters.__getitem__, run)) >= SHORTEST and JOINING not in (run[0], run[-1])
