"""How well a passage answers a task: by the words and phrases they share, weighted by their rarity.

The score of a passage under a task is the weight of the words of the task that it says, and of those that the titles above it say, against
the weight of all that it says; so it is 0 where they share nothing, and grows with every rare phrase. What every task of the directive says
("Kết luận số 01-KL/TW") tells none of them apart and weighs nothing. Passages of one section support each other a little.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from build_tools.coverage.weights import Weights

PASSAGE_SIZE = 0.2
"""How far the length of a passage is weighed against what it shares with the task: 0 not at all, 1 wholly."""
SMALL = 10.0
"""So much is added to the weight of a passage, lest a line of four words outdo all."""
NEIGHBOUR = 0.2
"""So much of what the best passage of its section is ahead by goes to every passage of that section."""
SHOWN = 6
"""So many of the words that a passage shares with a task are named."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A task as it is looked for: its key, and the words of all it says."""

    key: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Offered:
    """A passage as it may answer: its words, those of the titles above it, and the section that it stands in."""

    id: str
    words: frozenset[str]
    titles: frozenset[str]
    section: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage under a task. ``shared``: the heaviest words that both have, with their weights."""

    passage: str
    score: float
    shared: tuple[tuple[str, float], ...] = ()


def rank(asked: tuple[Asked, ...], offered: tuple[Offered, ...], weights: Weights) -> dict[str, tuple[Scored, ...]]:
    """For each task the passages that share anything with it, the best first. ``weights`` of the collection."""
    among = Counter(word for task in asked for word in task.words)
    here = Weights.of(passage.words | passage.titles for passage in offered)
    count = len(asked)

    def weight(word: str) -> float:
        apart = math.log((count + 1) / among[word]) / math.log(count + 1) if count > 1 and word in among else 1.0
        return (weights.weight(word) + here.weight(word)) / 2 * apart

    known = {word: weight(word) for word in among}
    sizes = {passage.id: sum(map(weights.weight, passage.words)) + SMALL for passage in offered}
    found: dict[str, tuple[Scored, ...]] = {}
    for task in asked:
        plain: dict[str, float] = {}
        for passage in offered:
            shared = sum(known[word] for word in task.words & passage.words) + sum(known[word] for word in task.words & passage.titles)
            if shared:
                plain[passage.id] = shared / sizes[passage.id] ** PASSAGE_SIZE
        ahead: dict[tuple[str, ...], float] = {}
        for passage in offered:
            ahead[passage.section] = max(ahead.get(passage.section, 0.0), plain.get(passage.id, 0.0))
        scored = [
            Scored(passage.id, round(_supported(plain[passage.id], passage, ahead), 4), _heaviest(task, passage, known))
            for passage in offered
            if passage.id in plain
        ]
        found[task.key] = tuple(sorted(scored, key=lambda item: (-item.score, item.passage)))
    return found


def _supported(score: float, passage: Offered, ahead: dict[tuple[str, ...], float]) -> float:
    return score + NEIGHBOUR * (ahead[passage.section] - score) if passage.section else score


def _heaviest(task: Asked, passage: Offered, known: dict[str, float]) -> tuple[tuple[str, float], ...]:
    """The heaviest shared words; a syllable that stands in a phrase named before is not named again."""
    words = task.words & (passage.words | passage.titles)
    chosen: list[tuple[str, float]] = []
    for word in sorted(words, key=lambda word: (-known[word], word)):
        if len(chosen) == SHOWN or known[word] <= 0:
            break
        if not any(word in phrase.split() for phrase, _ in chosen):
            chosen.append((word, round(known[word], 2)))
    return tuple(chosen)
