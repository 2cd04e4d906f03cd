"""Queries of the kinds that people type most and that titles do not answer: words of two syllables, dates with two figures for the
year, titles typed with half of their diacritics, initials, everyday words for official ones, and questions in words of our own.

Words are found in the texts by rule, so that nothing is copied; answers are the documents that hold what was meant.
"""

from __future__ import annotations

import json
import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from build_tools.lexicon.keys import strip_marks
from build_tools.search.keys import terms
from tests.search.bench.corpus import Source
from tests.search.bench.queries import Query, holding

HERE = Path(__file__).parent
KINDS = {
    "s": "từ hai tiếng, đúng dấu",
    "sb": "từ hai tiếng, không dấu",
    "e2": "ngày, năm hai chữ số",
    "ht": "tên, nửa số tiếng có dấu",
    "v": "chữ viết tắt",
    "w": "từ đời thường",
    "q": "câu hỏi",
}
BOUND = 0.35
"""Least normalised pointwise mutual information of two syllables that are taken to be a word: together more often than by chance."""
FEW = 10
"""Documents that may hold what is remembered of one."""
KNOWN_IN = 4
"""Documents that hold a word of two syllables which is asked for."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written by hand: (initials, words), (everyday word, official words), (question, {number or file: worth})
    rows. ``documents``: files that queries are drawn from because no older part did; none where a part draws from all of its documents."""

    initials: Sequence[Sequence[str]]
    everyday: Sequence[Sequence[str]]
    questions: Sequence[tuple[str, dict[str, int]]]
    documents: Sequence[str] = ()


def written(half: int) -> Written:
    """The even rows of an even ``half``, the odd rows of an odd one."""
    initials, everyday, questions = (_rows(name)[half % 2 :: 2] for name in ("initials", "everyday", "more"))
    return Written(initials, everyday, questions)


def apart(name: str) -> Written:
    """Rows that were written for one part alone, from the titles of its documents."""
    return Written(**_rows(name))


def every_other(name: str, half: int) -> Written:
    """The even or odd rows of what was written for two parts at once."""
    return Written(**{kind: rows[half % 2 :: 2] for kind, rows in _rows(name).items()})


def _rows(name: str) -> Any:
    return json.loads((HERE / f"{name}.json").read_text("utf-8"))


def make_words(sources: Sequence[Source], per_kind: int, seed: int, rows: Written, drawn: Sequence[Source] = ()) -> list[Query]:
    """``per_kind`` queries of the kinds made by rule, drawn by ``seed`` (dates and titles of the documents ``drawn``, or of all), and those
    written by hand."""
    chance = random.Random(seed)
    return [
        *_two_syllables(sources, per_kind, chance),
        *_short_dates(sources, drawn or sources, per_kind, chance),
        *_half_toned(sources, drawn or sources, per_kind, chance),
        *_meant(sources, "v", rows.initials),
        *_meant(sources, "w", rows.everyday),
        *_questions(sources, rows.questions),
    ]


def remembered(sources: Sequence[Source], per_kind: int, seed: int, drawn: Sequence[Source] = ()) -> Iterator[Query]:
    """What a reader remembers of a text: four to eight words in a row, without a sign between them, from the middle of a document, in small
    letters; as many again without diacritics. Every document that holds them answers; what more than a few hold is no memory of one."""
    chance = random.Random(seed)
    phrases: list[str] = []
    while len(phrases) < 4 * per_kind:
        text = chance.choice(drawn or sources).text
        line = chance.choice(text[len(text) // 5 : -len(text) // 5].split("\n")[1:-1] or [""])
        words = chance.choice(re.split(r"[^\w ]|\b\w*\d\w*\b", line)).split()
        size = chance.randrange(4, 9)
        if len(words) > size:
            at = chance.randrange(len(words) - size)
            phrases.append(" ".join(words[at : at + size]).lower())
    half = len(phrases) // 2
    for kind, asked, folded in (("gr", phrases[:half], False), ("grb", [strip_marks(phrase) for phrase in phrases[half:]], True)):
        holders = holding(sources, asked, folded)
        yield from [Query(kind, phrase, holders[phrase]) for phrase in asked if 0 < len(holders[phrase]) <= FEW][:per_kind]


def two_syllable_words(sources: Sequence[Source]) -> dict[str, int]:
    """Pairs of syllables that stand together more often than by chance, and in how many documents."""
    single: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for source in sources:
        own: Counter[str] = Counter()
        for line in source.text.split("\n"):
            found = [term if term.isalpha() else "" for term in terms(line)]
            single.update(found)
            own.update(f"{one} {two}" for one, two in pairwise(found) if one and two)
        pairs.update(own)
        held.update(own.keys())
    total = sum(pairs.values())

    def bound(pair: str) -> float:
        one, two = pair.split()
        return math.log(pairs[pair] * total / (single[one] * single[two])) / -math.log(pairs[pair] / total)

    return {pair: held[pair] for pair in sorted(held) if held[pair] >= KNOWN_IN and strip_marks(pair) != pair and bound(pair) > BOUND}


def _two_syllables(sources: Sequence[Source], per_kind: int, chance: random.Random) -> Iterator[Query]:
    known = two_syllable_words(sources)
    # a third each of what few, some and many documents hold: what is asked most is in many
    ranked = sorted(known, key=lambda pair: (known[pair], pair))
    third = len(ranked) // 3
    chosen = [word for at in range(3) for word in chance.sample(ranked[at * third : (at + 1) * third], per_kind // 3)]
    holders = holding(sources, chosen)
    for word in chosen:
        yield Query("s", word, holders[word])
        yield Query("sb", strip_marks(word), holders[word])


def _short_dates(sources: Sequence[Source], drawn: Sequence[Source], per_kind: int, chance: random.Random) -> Iterator[Query]:
    dated = [source for source in drawn if source.record.dates and len(source.record.dates[0]) == 10]
    days: defaultdict[str, set[str]] = defaultdict(set)
    for source in sources:
        for date in source.record.dates[:1]:
            days[date].add(source.record.id)
    for source in chance.sample(dated, min(per_kind, len(dated))):
        date = source.record.dates[0]
        year, month, day = date[2:].split("-")
        forms = (f"{day}/{month}/{year}", f"{int(day)}/{int(month)}/{year}", f"{day}-{month}-{year}", f"{int(day)}.{int(month)}.{year}",
                 f"ngày {day}/{month}/{year}", f"{year}/{month}/{day}")  # fmt: skip
        yield Query("e2", chance.choice(forms), frozenset(days[date]))


def _half_toned(sources: Sequence[Source], drawn: Sequence[Source], per_kind: int, chance: random.Random) -> Iterator[Query]:
    folded = {source.record.id: f" {strip_marks(' '.join(terms(source.record.title)))} " for source in sources}
    made = 0
    while made < per_kind:
        words = chance.choice(drawn).record.title.split()
        size = chance.randrange(4, 8)
        at = chance.randrange(max(1, len(words) - size))
        text = " ".join(words[at : at + size]).strip(" ,.;:“”\"'()-")
        typed = " ".join(strip_marks(word) if chance.random() < 0.5 else word for word in text.split()).lower()
        key = f" {strip_marks(' '.join(terms(text)))} "
        targets = frozenset(name for name, title in folded.items() if key in title)
        if len(key.split()) > 3 and targets and typed not in (text.lower(), strip_marks(text).lower()) and not re.search(r"\d", typed):
            made += 1
            yield Query("ht", typed, targets)


def _meant(sources: Sequence[Source], kind: str, rows: Sequence[Sequence[str]]) -> Iterator[Query]:
    """What is typed and what is meant: the documents that hold the latter answer."""
    holders = holding(sources, [meant for _, meant in rows])
    return (Query(kind, typed, holders[meant], meant=meant) for typed, meant in rows if holders[meant])


def _questions(sources: Sequence[Source], rows: Sequence[tuple[str, dict[str, int]]]) -> Iterator[Query]:
    answers = {name: source.record.id for source in sources for name in (source.record.number, source.path)}
    for text, worth in rows:
        gains = {answers[name]: value for name, value in worth.items() if name in answers}
        if gains:
            yield Query("q", text, frozenset(gains), gains)
