"""Words that state a relation, before a citation and after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.relations import Cue, Relation, relation, relations
from build_tools.lexicon.wording import any_word, first_words, words_pattern
from build_tools.lexicon.words import any_word as any_word_of_list
from build_tools.model.citation import Predicate
from build_tools.resolve.acts import is_own, opens

_NEAR = 40
"""Characters between a relation and the wider one that governs it."""
_FAR = 260
"""Characters between words that change nothing and the document that they are about."""
_AND = pattern(r"[\s,]*(?:và|hoặc|hay|đồng thời)?[\s,]*")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of all rows as patterns: before a citation, after it, and (by relation) what may stand between, what may not stand in
    front, and what may not stand right in front.

    "theo quy định tại" is never among what may stand between.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    between: dict[Predicate, re.Pattern[str]]
    unless: dict[Predicate, re.Pattern[str]]
    told: dict[Predicate, re.Pattern[str]]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    rows = relations()
    return _Patterns(
        _any_of({row.id: row.cues for row in rows}),
        _any_of({row.id: row.after for row in rows}),
        {row.id: _between(row.between) for row in rows if row.between is not None},
        {row.id: pattern(rf"(?<!\w)(?:{any_word(row.unless)})(?!\w)[^.;]{{0,60}}$") for row in rows if row.unless},
        {row.id: pattern(rf"(?<!\w)(?:{any_word(row.told)})[\s,]*$") for row in rows if row.told},
    )


def _any_of(cues: dict[Predicate, tuple[Cue, ...]]) -> re.Pattern[str]:
    """The cues of all rows, each row a group. That a word of the text begins one is asked first: nearly none does."""
    begun = alternatives(word for row in cues.values() for cue in row for word in first_words(cue.words))
    groups = "|".join(f"(?P<{id}>{'|'.join(cue.pattern for cue in row)})" for id, row in cues.items() if row)
    return pattern(rf"(?<!\w)(?={begun})(?:{groups})")


def _between(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(rf"[\s,“\"(]*(?:(?:{any_word(words)})[\s,“\"(]+)*" if words else r"\s*")


def _row(match: re.Match[str]) -> Relation:
    return relation(match.lastgroup or "")


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs in a row that share one object ("sửa đổi, bổ sung", "thay thế và bãi bỏ"): where they stand and what they state together."""

    start: int
    end: int
    relation: Relation


def verbs(view: str, start: int, end: int) -> Iterator[Verbs]:
    """The groups of verbs that change or end something between ``start`` and ``end``, in order.

    Of several in a row the first is meant; with one that only amends among them nothing is said to end.
    """
    group: list[re.Match[str]] = []
    for match in _patterns().before.finditer(view, start, end):
        if not _row(match).changes:
            continue
        if group and not _AND.fullmatch(view, group[-1].end(), match.start()):
            yield _together(group)
            group = []
        group.append(match)
    if group:
        yield _together(group)


def _together(group: list[re.Match[str]]) -> Verbs:
    rows = [_row(match) for match in group]
    mild = next((row for row in rows if not row.ends), None)
    return Verbs(group[0].start(), group[-1].end(), mild or rows[0])


def is_coordinate(view: str, verb: int) -> bool:
    """Whether the words before a verb join it to the verb before ("… và bãi bỏ")."""
    return _JOINS.search(view, max(0, verb - 20), verb) is not None


_JOINS = pattern(r"(?:,|;|(?<!\w)(?:và|đồng thời|cùng với)) ?$")


def cue_before(low: str, start: int, end: int) -> Predicate | None:
    """The relation without any change, stated by the words that lead to a citation at ``end``; ``start`` begins a sentence or an item."""
    cues = list(_patterns().before.finditer(low, max(start, end - _FAR), end))
    if not cues or _row(cues[-1]).changes:
        return None
    last = cues[-1]
    row = _row(last)
    between = _patterns().between.get(row.id)
    if between is not None and not between.fullmatch(low, last.end(), end):
        return None
    wider = next((cue for cue in reversed(cues[:-1]) if _row(cue).id in row.within), None)
    meant = [last] if wider is None or last.start() - wider.end() > _NEAR else [last, wider]
    if any(_is_excluded(low, start, cue) for cue in meant) or (meant == [last] and _is_told(low, start, cues)):
        return None
    last, row = meant[-1], _row(meant[-1])
    if row.act == "opening":
        return row.id if opens(low, start, last.start()) else None
    first = next((cue for cue in cues if _row(cue) is row), last)
    return None if row.act == "own" and not is_own(low, start, first.start()) else row.id


def _is_excluded(low: str, start: int, cue: re.Match[str]) -> bool:
    """Whether words before a cue say that it states no relation: "khó khăn trong triển khai …"."""
    unless = _patterns().unless.get(_row(cue).id)
    return unless is not None and unless.search(low[start : cue.start()]) is not None


def _is_told(low: str, start: int, cues: list[re.Match[str]]) -> bool:
    """Whether the last row of verbs is only told of: "qua 5 năm triển khai, thực hiện …"."""
    told = _patterns().told.get(_row(cues[-1]).id)
    if told is None:
        return False
    first = cues[-1]
    for cue in reversed(cues[:-1]):
        if not _AND.fullmatch(low, cue.end(), first.start()):
            break
        first = cue
    return told.search(low, start, first.start()) is not None


def cue_of_list(low: str, start: int, end: int) -> Predicate | None:
    """The relation without any change that the words before a list state for its items: the weightiest one in them."""
    found = [row for row in map(_row, _patterns().before.finditer(low, start, end)) if row.in_list and not row.changes]
    return max(found, key=lambda row: row.weight).id if found else None


@dataclass(frozen=True, slots=True)
class After:
    """A verb after its subject ("… hết hiệu lực kể từ ngày …"): where it stands and what it states."""

    start: int
    end: int
    relation: Relation


def words_of(*rows: Relation) -> re.Pattern[str]:
    """The words of some relations, whoever does or undergoes what they say."""
    return pattern(rf"(?<!\w)(?:{'|'.join(words_pattern(cue.words) for row in rows for cue in (*row.cues, *row.after))})(?!\w)")


_FINITE = pattern(rf"(?: thi hành)?(?: toàn bộ| một phần)?(?: kể)?(?: {any_word_of_list('after-ended')}| ?[,;.:)]|\s*$)")
"""What follows a verb that says when something ends; after a mere attribute ("văn bản hết hiệu lực thuộc …") other words follow."""


def cues_after(view: str, start: int, end: int) -> tuple[After, ...]:
    """The verbs between ``start`` and ``end`` that say of what stands before them that it ends or changes, in order."""
    found = _patterns().after.finditer(view, start, end)
    return tuple(After(match.start(), match.end(), _row(match)) for match in found if _FINITE.match(view, match.end(), end))
