"""How well a passage answers a task: by the words and phrases they share, weighted by their rarity.

The score of a passage under a task is the weight of what both say, of the titles above the passage too, against the weight of what each
of them says in all; so it is 0 where they share nothing, and grows with every rare phrase. What every task of the directive says ("Kết
luận số 01-KL/TW") tells none of them apart and weighs nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from build_tools.coverage.weights import Weights

TITLE = 0.75
"""What a title shares with the task weighs three quarters of what the passage itself does."""
PASSAGE_SIZE, TASK_SIZE = 0.3, 0.3
"""How far the length of a passage and of a task is weighed against what they share: 0 not at all, 1 wholly."""
SMALL = 20.0
"""So much is added to the weight of a passage, lest a line of four words outdo all."""
SHOWN = 6
"""So many of the words that a passage shares with a task are named."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A task as it is looked for: its key, and the words of all it says."""

    key: str
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Offered:
    """A passage as it may answer: its words, and those of the titles above it."""

    id: str
    words: frozenset[str]
    titles: frozenset[str]


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
        whole = sum(known[word] for word in task.words) or 1.0
        scored = []
        for passage in offered:
            own, above = task.words & passage.words, task.words & passage.titles
            if not own and not above:
                continue
            sum_ = sum(known[word] for word in own) + TITLE * sum(known[word] for word in above)
            score = sum_ / (whole**TASK_SIZE * sizes[passage.id] ** PASSAGE_SIZE)
            scored.append(Scored(passage.id, round(score, 4), _heaviest(own | above, known)))
        found[task.key] = tuple(sorted(scored, key=lambda item: (-item.score, item.passage)))
    return found


def _heaviest(words: frozenset[str], known: dict[str, float]) -> tuple[tuple[str, float], ...]:
    """The heaviest shared words; a syllable that stands in a phrase named before is not named again."""
    chosen: list[tuple[str, float]] = []
    for word in sorted(words, key=lambda word: (-known[word], word)):
        if len(chosen) == SHOWN or known[word] <= 0:
            break
        if not any(word in phrase.split() for phrase, _ in chosen):
            chosen.append((word, round(known[word], 1)))
    return tuple(chosen)
