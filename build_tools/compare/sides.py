"""What one document has of another: repeated, changed, new and dropped sentences; sections side by side; figures that moved."""

from __future__ import annotations

import difflib
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from build_tools.compare.text import Sentence, Side, words_of
from build_tools.model.statement import Figure

_SHORT = 6
"""Words of a sentence that two texts may share by chance."""
_ALIKE = 0.6
"""Share of words in order that makes two sentences one sentence said otherwise."""
_COMMON = 12
"""A word in more sentences of the other text leads to none of them."""
_LOOKED_AT = 4
"""Sentences of the other text that are compared word by word with one."""
_LONGEST = 400
"""Words of a sentence that are compared."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a sentence: as before, taken out, or put in."""

    kind: Literal["same", "out", "in"]
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and the nodes in which the earlier and the later text have it."""

    text: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence that the later text says otherwise; ``marks`` read from left to right."""

    before: str
    after: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """A figure that both texts give of the same thing with different values; ``difference`` as a decimal string with its sign."""

    label: str
    unit: str
    before: str
    after: str
    difference: str
    before_node: str
    after_node: str


@dataclass(frozen=True, slots=True)
class SectionPair:
    """Sections with the same title, or one that only one text has (the other is None); titles with labels, and nodes."""

    before: tuple[str, str] | None
    after: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """``share``: of the words of the later text, those in sentences that the earlier one has word for word, from 0 to 1."""

    share: float
    repeated: tuple[Passage, ...]
    changed: tuple[Change, ...]
    new: tuple[Passage, ...]
    dropped: tuple[Passage, ...]
    sections: tuple[SectionPair, ...]
    moved: tuple[Moved, ...]


def compare(before: Side, after: Side) -> Comparison:
    """The later text against the earlier. Each sentence of either is used once; time grows with the texts, not with their product."""
    repeated, left_before, left_after = _repeated(before.sentences, after.sentences)
    pairs, dropped, new = _changed(left_before, left_after)
    words = sum(len(one.words) for one in after.sentences)
    same = sum(len(two.words) for _, two in repeated)
    return Comparison(
        same / words if words else 0.0,
        tuple(Passage(two.text, one.node, two.node) for one, two in repeated if len(two.words) >= _SHORT),
        tuple(Change(one.node, two.node, marks(one.text, two.text)) for one, two in pairs),
        tuple(Passage(one.text, "", one.node) for one in new),
        tuple(Passage(one.text, one.node, "") for one in dropped),
        _sections(before, after),
        _moved(before.figures, after.figures),
    )


Pair = tuple[Sentence, Sentence]


def _repeated(before: tuple[Sentence, ...], after: tuple[Sentence, ...]) -> tuple[list[Pair], list[Sentence], list[Sentence]]:
    waiting: defaultdict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for one in before:
        waiting[one.words].append(one)
    pairs: list[Pair] = []
    left: list[Sentence] = []
    used: Counter[tuple[str, ...]] = Counter()
    for two in after:
        found = waiting.get(two.words, [])
        if used[two.words] < len(found):
            pairs.append((found[used[two.words]], two))
            used[two.words] += 1
        else:
            left.append(two)
    seen: Counter[tuple[str, ...]] = Counter()
    rest = []
    for one in before:
        seen[one.words] += 1
        if seen[one.words] > used[one.words]:
            rest.append(one)
    return pairs, rest, left


def _changed(before: list[Sentence], after: list[Sentence]) -> tuple[list[Pair], list[Sentence], list[Sentence]]:
    """Sentences that are most alike, each with one other; what leads from one to the other are words that few sentences have."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(before):
        for word in dict.fromkeys(one.words):
            holders[word].append(index)
    taken: dict[int, int] = {}
    for place, two in enumerate(after):
        votes: Counter[int] = Counter()
        for word in dict.fromkeys(two.words):
            for index in holders.get(word, ()) if len(holders.get(word, ())) <= _COMMON else ():
                votes[index] += 1
        near = sorted((index for index in votes if index not in taken), key=lambda index: (-votes[index], index))[:_LOOKED_AT]
        ratio, best = max(((_ratio(before[index], two), -index) for index in near), default=(0.0, 0))
        if ratio >= _ALIKE:
            taken[-best] = place
    partner = {place: index for index, place in taken.items()}
    pairs = [(before[partner[place]], two) for place, two in enumerate(after) if place in partner]
    dropped = [one for index, one in enumerate(before) if index not in taken]
    return pairs, dropped, [two for place, two in enumerate(after) if place not in partner]


def _ratio(one: Sentence, two: Sentence) -> float:
    if min(len(one.words), len(two.words)) < _SHORT // 2:
        return 0.0
    matcher = difflib.SequenceMatcher(None, one.words[:_LONGEST], two.words[:_LONGEST], autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def marks(before: str, after: str) -> tuple[Mark, ...]:
    """What was taken out and put in, word by word; both sentences can be read from the marks."""
    one, two = before.split(" "), after.split(" ")
    keys = [[words_of(word) or (word,) for word in side] for side in (one, two)]
    matcher = difflib.SequenceMatcher(None, keys[0], keys[1], autojunk=False)
    found: list[Mark] = []
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            found.append(Mark("same", " ".join(two[begin:stop])))
            continue
        if end > start:
            found.append(Mark("out", " ".join(one[start:end])))
        if stop > begin:
            found.append(Mark("in", " ".join(two[begin:stop])))
    return tuple(found)


def _sections(before: Side, after: Side) -> tuple[SectionPair, ...]:
    """Sections in the order of the later text; those that only the earlier has stand where they stood."""
    titles = [[" ".join(words_of(title)) or label for label, title, _ in side.sections] for side in (before, after)]
    matcher = difflib.SequenceMatcher(None, titles[0][:_MOST_SECTIONS], titles[1][:_MOST_SECTIONS], autojunk=False)
    found: list[SectionPair] = []
    for kind, start, end, begin, stop in matcher.get_opcodes():
        ones = [_shown(item) for item in before.sections[start:end]]
        twos = [_shown(item) for item in after.sections[begin:stop]]
        if kind == "equal":
            found += [SectionPair(one, two) for one, two in zip(ones, twos, strict=True)]
        else:
            found += [SectionPair(one, None) for one in ones] + [SectionPair(None, two) for two in twos]
    return tuple(found)


_MOST_SECTIONS = 600


def _shown(section: tuple[str, str, str]) -> tuple[str, str]:
    label, title, node = section
    return f"{label}. {title}" if label and not title.startswith(label) else title, node


def _moved(before: Iterable[Figure], after: Iterable[Figure]) -> tuple[Moved, ...]:
    """Figures of one label, unit and body; a label that one text gives several values of says nothing."""
    one, two = _named(before), _named(after)
    found = []
    for key in two:
        first, second = one.get(key), two[key]
        if first is None or second is None or first.value == second.value:
            continue
        try:
            difference = Decimal(second.value) - Decimal(first.value)
        except InvalidOperation:
            continue
        found.append(Moved(second.label, second.unit or "", first.quote, second.quote, f"{difference:+f}", first.node_id, second.node_id))
    return tuple(found)


_Key = tuple[tuple[str, ...], str, tuple[str, ...]]


def _named(figures: Iterable[Figure]) -> dict[_Key, Figure | None]:
    found: dict[_Key, Figure | None] = {}
    for figure in figures:
        key = (words_of(figure.label), figure.unit or "", words_of(figure.organisation or ""))
        if len(key[0]) < 2:
            continue
        other = found.get(key, figure)
        found[key] = figure if other is not None and other.value == figure.value else None
    return found
