"""Abbreviations that a collection teaches: those that its texts explain ("trạm y tế (TYT)"), and the initials of names that recur.

A name is a few words side by side, each of one or two syllables, none of them a function word, that stand so often enough: of all that
have the same initials, what stands most often is mostly meant. Whoever types initials is told what they were taken for; initials of several
names stand for each of them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise, repeat
from typing import NamedTuple

from build_tools.lexicon.keys import exact_word, strip_marks
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import words as word_list
from build_tools.search.files import Folder, pack_numbers
from build_tools.search.keys import fingerprint, is_code, is_syllable, terms
from build_tools.search.neighbours import BOUND

SAMPLE = 1_500_000
"""Terms that are looked at to find names: of a larger site some are enough."""
SHORTEST, LONGEST = 3, 6
"""Letters of initials. Two letters stand for too much."""
LEAST = 4
"""Times that a name, and each word of it, has to stand in the sample."""
NEARLY = 0.9
"""A name that stands so often within a longer one is a part of that; two words of two syllables are shortened by themselves, too."""
MEANINGS = 2
"""Names that initials may stand for."""
RATHER = 3
"""One that is worth less than the first by so many times is not meant."""
SELDOM = {5: 0.6, 6: 0.4}
"""Long names are seldom shortened to all their letters."""
LEARNT = 10
"""From this rank on, words are told by the collection alone."""
MOST = 2
"""Names that a site learns, for each of its units."""
ROOM = 8
"""More than a name has words to tell: the letters, and a "và"."""
SHARD, BYTES = 4_000, 5
"""Bytes of a file of names, and of a name."""
AND = "và"
_BRACKETS = re.compile(rf"\((?:[^()\n]{{0,40}}?[\s“\"])?(?P<short>[{CAPITALS}]{{2,8}})[”\"]?\s?\)")
"""What follows the words that it shortens: "(TYT)", "(sau đây gọi tắt là TYT)"."""
_ROW = re.compile(rf"^[-+•\s]{{0,4}}(?P<short>[{CAPITALS}]{{2,8}})\s?[:=–-]\s?(?P<words>[^\n:;.,()]{{5,60}})[;.,]?$", re.MULTILINE)
"""A row of a list of abbreviations: "TYT: Trạm y tế"."""
BEFORE = 100
"""Characters before an abbreviation in which its words stand."""


class Name(NamedTuple):
    """The folded initials of a name, the numbers of its words, and whether ``later`` than another name of these initials."""

    short: str
    words: tuple[int, ...]
    later: bool


def said_keys(spoken: Iterable[tuple[str, Sequence[str]]], texts: Iterable[str], written: Mapping[str, str]) -> dict[str, int]:
    """Keys of the dictionary of heads: ``*``, ``^`` for a code that is also a syllable, what is typed, `` = ``, the words that it stands
    for; each with its rank among these, from ``LEARNT`` on where only the ``texts`` explain it. ``written``: how words are written."""
    keys: dict[str, int] = {}
    known: set[str] = set()
    for typed, meant in spoken:
        name = ("^" if is_code(typed) else "") + " ".join(terms(typed))
        known.add(strip_marks(name).lstrip("^"))
        keys.update({f"*{name} = {words}": rank for rank, words in enumerate(meant)})
    found: defaultdict[str, list[str]] = defaultdict(list)
    for short, name in _explained(texts):
        if short not in known and name not in found[short]:
            found[short].append(name)
    for short, names in found.items():
        sign = "^" if is_syllable(short) else ""
        for rank, name in enumerate(names[:MEANINGS], LEARNT):
            keys[f"*{sign}{short} = {' '.join(written.get(word, word) for word in name.split(' '))}"] = rank
    return keys


def recurring_names(rows: Sequence[Sequence[str]], words: Mapping[str, float], known: Mapping[str, int]) -> list[Name]:
    """Names that recur, those that stand most often first: of ``known`` words only, given with their numbers. ``rows`` are the terms of
    each unit, ``words`` the pairs of them that are words of two syllables, and how surely."""
    found = [
        (times, Name(short, tuple(known[word] for word in name.split(" ")), place > 0))
        for short, some in _recurring(rows, words).items()
        for place, (times, name) in enumerate([one for one in some if known.keys() >= set(one[1].split(" "))][:MEANINGS])
        if times * RATHER >= some[0][0]
    ]
    found.sort(key=lambda one: (-one[0], one[1]))
    return [name for _, name in found[: int(len(rows) * MOST)]]


def write_names(folder: Folder, names: Sequence[Name]) -> int:
    """Write ``names`` as ``i/N``, by their first two initials; the number of files."""
    parts: defaultdict[int, list[Name]] = defaultdict(list)
    files = max(1, len(names) * BYTES // SHARD)
    for name in names:
        parts[fingerprint(name.short[:2]) % files].append(name)
    for number in range(files):
        folder.write(f"i/{number}", pack_names(parts[number]))
    return files


def pack_names(names: Iterable[Name]) -> bytes:
    """Names in order, each told by the one before it: how many words they share and how many follow, in one number with whether another
    name of the same initials is likelier; then the numbers of those that follow."""
    numbers: list[int] = []
    before: tuple[int, ...] = ()
    for name in sorted(names, key=lambda one: one.words):
        shared = next((at for at, (one, two) in enumerate(zip(before, name.words, strict=False)) if one != two), len(before))
        rest = name.words[shared:]
        numbers += [(shared * ROOM + len(rest)) * 2 + name.later, *rest]
        before = name.words
    return pack_numbers(numbers)


def _explained(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Abbreviations that a text explains, folded, with their words: the last ones before it that begin with its letters."""
    for text in texts:
        for match in _BRACKETS.finditer(text):
            yield from _begun(match["short"], text[max(0, match.start() - BEFORE) : match.start()])
        for match in _ROW.finditer(text):
            yield from _begun(match["short"], match["words"])


def _begun(short: str, words: str) -> Iterator[tuple[str, str]]:
    letters = strip_marks(short).lower()
    name = _spelt(letters, terms(words))
    if name:
        yield letters, name


def _spelt(short: str, before: Sequence[str]) -> str:
    """The last of some words, if they begin with the letters of ``short``, a letter each; "và" may stand between them without one."""
    at, words = len(before), list[str]()
    for letter in reversed(short):
        at -= 1
        if at > 0 and before[at] == AND and letter != "v":
            words.append(AND)
            at -= 1
        if at < 0 or not before[at].isalpha() or strip_marks(before[at])[0] != letter:
            return ""
        words.append(before[at])
    return " ".join(reversed(words))


def _recurring(rows: Sequence[Sequence[str]], words: Mapping[str, float]) -> dict[str, list[tuple[float, str]]]:
    """Names by their initials, each with what it is worth: how often it stands, the best first."""
    held = {run: times for run, times in _runs(rows, words).items() if times >= LEAST}
    longer: Counter[tuple[str, ...]] = Counter()
    for run, times in held.items():
        for part in (run[1:], run[:-1]):
            longer[part] = max(longer[part], times)
    found: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for run, times in held.items():
        name = " ".join(run)
        short = strip_marks("".join(word[0] for word in name.split(" ") if word != AND))
        whole = longer[run] < times * NEARLY or all(" " in word for word in run)
        if whole and len(short) >= SHORTEST and not is_syllable(short):
            found[short].append((times * SELDOM.get(len(short), 1), name))
    return {short: sorted(some, key=lambda one: (-one[0], one[1])) for short, some in found.items()}


def _runs(rows: Sequence[Sequence[str]], words: Mapping[str, float]) -> Counter[tuple[str, ...]]:
    """Words in a row that may be names, and how often they stand: each beside the next often enough."""
    stride = max(1, sum(map(len, rows)) // SAMPLE)
    sure = {(one, two): value for pair, value in words.items() for one, two in [pair.split(" ")]}
    cut = [_cut(row, sure) for row in rows[::stride]]
    single = Counter(chain.from_iterable(cut))
    letters = {word: word.count(" ") + 1 for word, times in single.items() if times >= LEAST and not _hollow(word, words)}
    beside = Counter(chain.from_iterable(map(pairwise, cut)))
    # "và" joins words of two syllables
    fits = {word for word, size in letters.items() if size == 2}
    joined = {
        (one, two)
        for (one, two), times in beside.items()
        if times >= LEAST and (two in fits if one == AND else one in fits if two == AND else one in letters and two in letters)
    }
    runs: Counter[tuple[str, ...]] = Counter()
    for row in cut:
        for start, pair in enumerate(pairwise(row)):
            if pair not in joined or pair[0] == AND:
                continue
            size, end = letters[pair[0]], start + 1
            while end < len(row) and (row[end - 1], row[end]) in joined and not (row[end] == AND and AND in row[start:end]):
                size += letters.get(row[end], 0)
                end += 1
                if size > LONGEST:
                    break
                if size >= SHORTEST and row[end - 1] != AND:
                    runs[tuple(row[start:end])] += 1
    return runs


def _hollow(word: str, words: Mapping[str, float]) -> bool:
    """Is a word part of no name: a sign, a letter, a function word, or one with another that is hardly a word with it?"""
    return len(word) < 2 or (words.get(word, 0.0) <= BOUND and not _function_words().isdisjoint(word.split(" ")))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(exact_word(word) for word in word_list("function-word") if " " not in word)


def _cut(row: Sequence[str], words: Mapping[tuple[str, str], float]) -> list[str]:
    """Terms put together to words of two syllables, where several ways are open the surest on the whole; "" where something else than a
    word stands."""
    best, last = [0.0, 0.0], 0.0  # of the first n terms
    for value in map(words.get, pairwise(row), repeat(0.0)):
        best.append(max(best[-1], last + value))
        last = best[-2]
    out, at = list[str](), len(row)
    while at:
        if at > 1 and best[at] > best[at - 1]:
            out.append(f"{row[at - 2]} {row[at - 1]}")
            at -= 2
        else:
            at -= 1
            out.append(row[at] if row[at].isalpha() else "")
    return out[::-1]
