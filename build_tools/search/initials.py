"""Abbreviations that a collection teaches: those that its texts explain ("trạm y tế (TYT)"), and the initials of names that recur.

A name is two or three words side by side, each of one or two syllables, that stand together more often than by chance. Whoever types its
initials is told what they were taken for; initials of several names stand for each of them.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from build_tools.lexicon.keys import strip_marks
from build_tools.lexicon.letters import CAPITALS
from build_tools.search.keys import is_code, is_syllable, terms

SAMPLE = 1_000_000
"""Terms that are looked at to find names: of a larger site some are enough."""
SHORTEST, LONGEST = 3, 6
"""Letters of initials. Two letters stand for too much."""
LEAST = 5
"""Times that a name has to stand in the sample."""
BOUND = 0.2
"""Least normalised pointwise mutual information of the words of a name."""
EVERYWHERE, MANY = 0.2, 40
"""A syllable that stands alone in more than this share of units, beside more than so many words ("của", "theo"), is part of no name."""
NEARLY = 0.9
"""A name that stands so often within a longer one is a part of that; two words of two syllables are shortened by themselves, too."""
MEANINGS = 3
"""Names that initials may stand for."""
RATHER = 3
"""One that is worth less than the first by so many times is not meant."""
LEARNT = 10
"""From this rank on, words are told by the collection alone."""
MOST, BLOCK = 3_200, 1_000
"""Names that a site learns; in blocks of so many they stand in order, so that they pack well."""
AND = "và"
_BRACKETS = re.compile(rf"\((?:[^()\n]{{0,40}}?[\s“\"])?(?P<short>[{CAPITALS}]{{2,8}})[”\"]?\s?\)")
"""What follows the words that it shortens: "(TYT)", "(sau đây gọi tắt là TYT)"."""
_ROW = re.compile(rf"^[-+•\s]{{0,4}}(?P<short>[{CAPITALS}]{{2,8}})\s?[:=–-]\s?(?P<words>[^\n:;.,()]{{5,60}})[;.,]?$", re.MULTILINE)
"""A row of a list of abbreviations: "TYT: Trạm y tế"."""
BEFORE = 100
"""Characters before an abbreviation in which its words stand."""


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


def recurring_names(rows: Sequence[Sequence[str]], words: Mapping[str, float], known: Container[str]) -> list[list[str]]:
    """Names that recur, each as the exact keys of its words, roughly those worth most first, of ``known`` words only. ``rows`` are the
    terms of each unit, ``words`` the pairs of them that are words of two syllables, and how surely."""
    found = _recurring(rows, words)
    worth = {name: value for some in found.values() for value, name in some if value * RATHER >= some[0][0]}
    names = [name.split(" ") for name in sorted(worth, key=lambda name: (-worth[name], name))]
    names = [name for name in names if all(word in known for word in name)][:MOST]
    return [name for start in range(0, len(names), BLOCK) for name in sorted(names[start : start + BLOCK])]


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
    """Names by their initials, each with its worth, the best first: how often it stands, times how surely its words belong together."""
    stride = max(1, sum(map(len, rows)) // SAMPLE)
    single: Counter[str] = Counter()
    held_in: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    triples: Counter[tuple[str, str, str]] = Counter()
    for row in rows[::stride]:
        cut = _cut(row, words)
        single.update(cut)
        held_in.update(set(cut))
        pairs.update(pairwise(cut))
        triples.update(zip(cut, cut[1:], cut[2:], strict=False))
    total, most = sum(single.values()), len(rows[::stride]) * EVERYWHERE
    beside = Counter(word for pair in pairs for word in pair)
    everywhere = {word for word, held in held_in.items() if held > most and beside[word] > MANY and " " not in word}

    def surely(one: str, two: str) -> float:
        times = pairs[one, two]
        return math.log(times * total / (single[one] * single[two])) / -math.log(times / total)

    held = {
        pair: sure
        for pair, times in pairs.items()
        if times >= LEAST and min(map(len, pair)) > 1 and everywhere.isdisjoint(pair) and (sure := surely(*pair)) > BOUND
    }
    whole: dict[tuple[str, ...], float] = {}
    longer: Counter[tuple[str, ...]] = Counter()
    for triple, times in triples.items():
        one, two, three = triple
        joined = " " in one and " " in three if two == AND else (one, two) in held and (two, three) in held
        if times < LEAST or not joined:
            continue
        whole[triple] = times * (BOUND if two == AND else min(held[one, two], held[two, three]))
        for part in (triple[:2], triple[1:]):
            longer[part] = max(longer[part], times)
    for pair, sure in held.items():
        if longer[pair] < pairs[pair] * NEARLY or all(" " in word for word in pair):
            whole[pair] = pairs[pair] * sure
    found: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for parts, worth in whole.items():
        syllables = " ".join(parts).split(" ")
        short = strip_marks("".join(word[0] for word in syllables if word != AND))
        if SHORTEST <= len(short) <= LONGEST and not is_syllable(short):
            found[short].append((worth, " ".join(syllables)))
    return {short: sorted(some, key=lambda one: (-one[0], one[1]))[:MEANINGS] for short, some in found.items()}


def _cut(row: Sequence[str], words: Mapping[str, float]) -> list[str]:
    """Terms put together to words of two syllables, where several ways are open the surest on the whole; "" where something else than a
    word stands."""
    sure = [words.get(f"{one} {two}", 0.0) for one, two in pairwise(row)]
    best, last = [0.0, 0.0], 0.0  # of the first n terms
    for value in sure:
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
