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
    """A passage under a task."""

    passage: str
    score: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """For each task (its key) the passages that share anything with it, the best first; ``known`` weighs the words of tasks."""

    scored: dict[str, tuple[Scored, ...]]
    asked: dict[str, Asked]
    offered: dict[str, Offered]
    known: dict[str, float]

    def shared(self, task: str, passage: str) -> tuple[tuple[str, float], ...]:
        """The heaviest words that a task shares with a passage, each with its weight; a syllable of a phrase that is named is not named."""
        one = self.offered[passage]
        chosen: list[tuple[str, float]] = []
        for word in sorted(self.asked[task].words & (one.words | one.titles), key=lambda word: (-self.known[word], word)):
            if len(chosen) == SHOWN or self.known[word] <= 0:
                break
            if not any(word in phrase.split() for phrase, _ in chosen):
                chosen.append((word, round(self.known[word], 2)))
        return tuple(chosen)


def rank(asked: tuple[Asked, ...], offered: tuple[Offered, ...], weights: Weights) -> Ranking:
    """Score every passage under every task with which it shares a word that tells tasks apart. ``weights`` of the collection.

    Only such pairs are looked at, by an index of the tasks' words: a report of thousands of passages costs what it shares.
    """
    among = Counter(word for task in asked for word in task.words)
    here = Weights.of(passage.words | passage.titles for passage in offered)
    count = len(asked)

    def weight(word: str) -> float:
        apart = math.log((count + 1) / among[word]) / math.log(count + 1) if count > 1 else 1.0
        return (weights.weight(word) + here.weight(word)) / 2 * apart

    known = {word: weight(word) for word in among}
    asking: dict[str, list[str]] = {word: [] for word, weight in known.items() if weight > 0}
    for task in asked:
        for word in sorted(asking.keys() & task.words):
            asking[word].append(task.key)
    plain: dict[str, dict[str, float]] = {task.key: {} for task in asked}
    for passage in offered:
        size = (sum(map(weights.weight, sorted(passage.words))) + SMALL) ** PASSAGE_SIZE
        for words in (passage.words, passage.titles):
            for word in sorted(asking.keys() & words):
                for key in asking[word]:
                    plain[key][passage.id] = plain[key].get(passage.id, 0.0) + known[word] / size
    sections = {passage.id: passage.section for passage in offered}
    scored = {key: _supported(found, sections) for key, found in plain.items()}
    return Ranking(scored, {task.key: task for task in asked}, {passage.id: passage for passage in offered}, known)


def _supported(found: dict[str, float], sections: dict[str, tuple[str, ...]]) -> tuple[Scored, ...]:
    """The scores of one task, each helped a little by the best of its section."""
    ahead: dict[tuple[str, ...], float] = {}
    for passage, score in found.items():
        ahead[sections[passage]] = max(ahead.get(sections[passage], 0.0), score)
    helped = (
        Scored(passage, round(score + (NEIGHBOUR * (ahead[section] - score) if (section := sections[passage]) else 0.0), 4))
        for passage, score in found.items()
    )
    return tuple(sorted(helped, key=lambda item: (-item.score, item.passage)))
