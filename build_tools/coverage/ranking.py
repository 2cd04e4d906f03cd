"""How well a passage answers a task, as a sum of parts that a reader can follow.

* what both say: words and phrases of the task that the passage says. A word tells the more the fewer tasks of the directive and the fewer
  passages of the report have it; what the subject of the directive says, and what any office writes, tells little; what the task begins
  with tells more than what it ends with;
* what the title above the passage says of the task, counted in the same way;
* how much of all that either of them says they have in common: a short passage that says little else than the task speaks of it, a long
  one that shares as much in passing does not;
* what the passage repeats of the task word for word;
* the kind of work that the task asks for ("kiểm tra, giám sát"), if the title names it, and less if only the passage does;
* a task that asks to report back is answered by the opening of a report that names its directive, or what the task says to report on.

The sum is set against the length of the task, which in many words has more to share. From it is taken what the passage has in common with
the task that it answers best beside this one, since a passage that fits two tasks equally well decides for neither.
Where many passages are held against many tasks, one of them is likely to share much with some task by chance: the more there are, the
higher is the score from which a passage is proposed. Single syllables alone are no reason to propose one, however many they are.
The numbers below were chosen on eight pairs of documents read by eye; what they give on five pairs kept apart is told in CONTRIBUTING.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import pairwise

from build_tools.coverage.weights import LITTLE, NAMED, Weights, fading, general

SAID, TITLE, KIND_SAID, KIND_TITLE = 1.5, 0.5, 0.2, 3.0
"""What the parts count: words in the passage, words in the title above it, the kind of work in the passage, in the title."""
ALIKE, REPEATED = 2.0, 0.3
"""What they count further: how much of both is common, and each fourfold run of syllables repeated from the task (its logarithm)."""
LENGTH = 0.3
"""How far the length of the task is weighed against what it shares."""
OPENING = 2.5
"""What the opening of a report counts for the task that asks for it: enough to be proposed even where two tasks of a directive ask."""
RIVAL = 0.4
"""So much of the score that the passage has under another task is taken away."""
LOWEST, START, GROWS = 0.85, -0.6, 0.3
HIGHEST = OPENING * (1 - RIVAL)
"""The least score of a proposal: ``START`` and ``GROWS`` for each e-fold of the comparisons made, but never below ``LOWEST``, nor above
what the opening of a report has for two tasks that ask for it."""
KIND_FADES = 120.0
"""Characters of a task after which a kind of work that it names counts much less."""
KIND_LEAST = 0.1
"""A kind of work that all passages name still tells this much."""
SHOWN = 6
"""So many of the words that a passage shares with a task are named."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A task as it is looked for: its key; the words of all it says, and the kinds of work that it names, each with its place; the
    documents, as words, on which it asks to report back; its ``runs`` of syllables."""

    key: str
    words: Mapping[str, int]
    kinds: Mapping[str, int]
    reports_on: frozenset[str] = frozenset()
    runs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Offered:
    """A passage as it may answer: its words, those of the title above it, and the kinds of work that each of them names; the documents, as
    words, of which it says at the beginning of the report that the report is on them; its ``runs`` of syllables."""

    id: str
    words: frozenset[str]
    title: frozenset[str]
    kinds: frozenset[str] = frozenset()
    title_kinds: frozenset[str] = frozenset()
    opens: frozenset[str] = frozenset()
    runs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Scored:
    """A passage under a task. ``fit`` is the sum of the parts ``said`` to ``opening``; ``rival`` is the best fit under another task.

    ``firm``: more speaks for it than single syllables and what every office writes.
    """

    passage: str
    said: float
    titled: float
    kind: float
    alike: float = 0.0
    repeated: float = 0.0
    opening: float = 0.0
    rival: float = 0.0
    firm: bool = True

    @property
    def fit(self) -> float:
        """How much the two have in common."""
        return self.said + self.titled + self.kind + self.alike + self.repeated + self.opening

    @property
    def score(self) -> float:
        """The same less what speaks for another task."""
        return self.fit - RIVAL * self.rival


@dataclass(frozen=True, slots=True)
class Ranking:
    """For each task (its key) the passages that share anything with it, the best score first; ``known`` weighs words, ``kinds`` work."""

    scored: dict[str, tuple[Scored, ...]]
    asked: dict[str, Asked]
    offered: dict[str, Offered]
    known: dict[str, float]
    kinds: dict[str, float]

    @property
    def least(self) -> float:
        """The score from which a passage is proposed."""
        return min(HIGHEST, max(LOWEST, START + GROWS * math.log(max(1, len(self.asked) * len(self.offered)))))

    def shared(self, task: str, passage: str) -> tuple[tuple[str, float], ...]:
        """What a task shares with a passage, the heaviest first, each with its weight: neighbouring phrases as the one they are in the
        task ("chuẩn mực", "mực đạo", "đạo đức"), and syllables that stand in none of them."""
        wanted, one = self.asked[task], self.offered[passage]
        both = wanted.words.keys() & (one.words | one.title)
        weighed = {word: weight for word in both if (weight := self.known[word] * fading(wanted.words[word])) > 0}
        runs = _runs({word: wanted.words[word] for word in weighed if " " in word})
        told = {" ".join(run): sum(weighed[pair] for pair in map(" ".join, pairwise(run))) for run in runs}
        inside = {syllable for run in runs for syllable in run}
        told |= {word: weight for word, weight in weighed.items() if " " not in word and word not in inside}
        heaviest = sorted(told, key=lambda word: (-told[word], word))[:SHOWN]
        return tuple((word, round(told[word], 2)) for word in heaviest)

    def shared_kinds(self, task: str, passage: str) -> tuple[str, ...]:
        """The kinds of work that a task asks for and the title or the passage names, the one that tells most first."""
        one = self.offered[passage]
        both = self.asked[task].kinds.keys() & (one.kinds | one.title_kinds)
        return tuple(sorted((kind for kind in both if self.kinds[kind] > 0), key=lambda kind: (-self.kinds[kind], kind)))


def rank(
    asked: tuple[Asked, ...], offered: tuple[Offered, ...], theme: frozenset[str] = frozenset(), told: frozenset[str] = frozenset()
) -> Ranking:
    """Score every passage under every task with which it shares something that tells tasks apart. ``theme``: words of the subject, ``told``
    its runs of syllables.

    Only such pairs are looked at, by an index of the tasks' words: a report of thousands of passages costs what it shares.
    """
    among, here = Weights.of(task.words for task in asked), Weights.of(passage.words | passage.title for passage in offered)
    light = general() | theme
    little = {word: LITTLE if word in light and " " in word else 1.0 for word in among.holding.keys() | here.holding.keys()}
    known = {word: among.apart(word) * math.sqrt(here.rarity(word)) * little[word] for word in among.holding}
    # squared, as the lengths of the two are set against what they share
    weighs = {word: (here.rarity(word) * little[word] * (among.apart(word) if word in known else 1.0)) ** 2 for word in little}
    kinds_among = Weights.of(task.kinds for task in asked)
    kinds_here = Weights.of(passage.kinds | passage.title_kinds for passage in offered)
    kinds = {kind: kinds_among.apart(kind) * max(KIND_LEAST, kinds_here.rarity(kind)) for kind in kinds_among.holding}
    long = {
        task.key: 1
        + LENGTH * math.log1p(sum(known[word] * fading(at) for word, at in task.words.items() if " " in word or word[:1] == NAMED))
        for task in asked
    }
    wide = {task.key: _length(task.words, weighs) for task in asked}
    telling = {word for word, weight in known.items() if weight > 0 and word not in light and (" " in word or word[:1] == NAMED)}
    by_word = _by_word(asked, known, weighs, telling)
    by_kind, by_run = _by_kind(asked, kinds), _by_run(asked, told)
    reporting = [task for task in asked if task.reports_on]
    scored: dict[str, list[Scored]] = {task.key: [] for task in asked}
    for passage in offered:
        said, common, phrased = _gather_words(passage.words, by_word)
        titled, _, named = _gather_words(passage.title, by_word)
        kind, kind_title = _gather(passage.kinds, by_kind), _gather(passage.title_kinds, by_kind)
        repeated = _gather(passage.runs, by_run)
        length = _length(passage.words, weighs)
        opened = {task.key for task in reporting if task.reports_on & passage.opens}
        parts = {
            key: (
                SAID * math.log1p(said.get(key, 0.0)) / long[key],
                TITLE * math.log1p(titled.get(key, 0.0)) / long[key],
                (KIND_SAID * kind.get(key, 0.0) + KIND_TITLE * kind_title.get(key, 0.0)) / long[key],
                ALIKE * common[key] / (wide[key] * length) if key in common else 0.0,
                REPEATED * math.log1p(repeated.get(key, 0.0)),
                OPENING if key in opened else 0.0,
            )
            for key in sorted(said.keys() | titled.keys() | kind.keys() | kind_title.keys() | opened)
        }
        fits = {key: sum(part) for key, part in parts.items()}
        first, second = [*sorted(fits.values(), reverse=True)[:2], 0.0, 0.0][:2]
        firm = phrased | named | kind_title.keys() | opened
        for key, part in parts.items():
            scored[key].append(Scored(passage.id, *part, second if fits[key] == first else first, key in firm))
    ordered = {key: tuple(sorted(found_, key=lambda one: (-one.score, one.passage))) for key, found_ in scored.items()}
    return Ranking(ordered, {task.key: task for task in asked}, {passage.id: passage for passage in offered}, known, kinds)


def _length(words: Iterable[str], weighs: Mapping[str, float]) -> float:
    return math.sqrt(math.fsum(weighs[word] for word in words))


def _by_run(asked: tuple[Asked, ...], told: frozenset[str]) -> dict[str, list[tuple[str, float]]]:
    """For each run of syllables the tasks that have it; one that several have counts a share in each, one of the subject none."""
    holding = Weights.of(task.runs for task in asked).holding
    found: dict[str, list[tuple[str, float]]] = {}
    for task in asked:
        for run in task.runs - told:
            found.setdefault(run, []).append((task.key, 1 / holding[run]))
    return found


def _runs(placed: Mapping[str, int]) -> list[list[str]]:
    """Phrases of two syllables, each with its place, joined where one begins with the syllable with which the one before it ends."""
    runs: list[list[str]] = []
    last = -2
    for word in sorted(placed, key=lambda word: (placed[word], word)):
        first, second = word.split(" ", 1)
        if runs and placed[word] == last + 1 and runs[-1][-1] == first:
            runs[-1].append(second)
        else:
            runs.append([first, second])
        last = placed[word]
    return runs


def _by_word(
    asked: tuple[Asked, ...], known: dict[str, float], weighs: dict[str, float], telling: Set[str]
) -> dict[str, list[tuple[str, float, float, bool]]]:
    """For each word the tasks that have it, with what it weighs in each, its square among all words, and whether it is a telling phrase."""
    found: dict[str, list[tuple[str, float, float, bool]]] = {}
    for task in asked:
        for word, at in task.words.items():
            if known[word] > 0:
                found.setdefault(word, []).append((task.key, known[word] * fading(at), weighs[word], word in telling))
    return found


def _by_kind(asked: tuple[Asked, ...], kinds: dict[str, float]) -> dict[str, list[tuple[str, float]]]:
    """For each kind of work the tasks that name it, with what it weighs in each."""
    found: dict[str, list[tuple[str, float]]] = {}
    for task in asked:
        for kind, at in task.kinds.items():
            if kinds[kind] > 0:
                found.setdefault(kind, []).append((task.key, kinds[kind] * fading(at, KIND_FADES)))
    return found


def _gather_words(
    words: Set[str], index: dict[str, list[tuple[str, float, float, bool]]]
) -> tuple[dict[str, float], dict[str, float], set[str]]:
    said: dict[str, float] = {}
    common: dict[str, float] = {}
    phrased: set[str] = set()
    for word in sorted(index.keys() & words):
        for key, weight, square, tells in index[word]:
            said[key] = said.get(key, 0.0) + weight
            common[key] = common.get(key, 0.0) + square
            if tells:
                phrased.add(key)
    return said, common, phrased


def _gather(words: Set[str], index: dict[str, list[tuple[str, float]]]) -> dict[str, float]:
    found: dict[str, float] = {}
    for word in sorted(index.keys() & words):
        for key, weight in index[word]:
            found[key] = found.get(key, 0.0) + weight
    return found
