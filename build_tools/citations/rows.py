"""Places of a document that words name in a row: "điểm a, b khoản 1 và khoản 2 Điều này", each with its own words.

What one level looks like is known to ``pinpoints``; here stands which of several belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.citations.pinpoints import GLUE, LEVELS, NAMES, WORD, unit_at
from build_tools.lexicon.pieces import pattern
from build_tools.model.span import Span
from build_tools.model.values import Value

_JOIN = pattern(rf"{GLUE}| đến ")
_LETTERS = {word[0] for _, words in NAMES for word in words.split("|")}
_HEADS = {
    letter: tuple((level, pattern(rf"(?:{words}) ")) for level, words in NAMES if any(word[0] == letter for word in words.split("|")))
    for letter in sorted(_LETTERS)
}
"""The words of levels by the letter with which they begin."""
_VALUE = re.compile(r"(?<![^\s,])(?!(?:và|hoặc)(?!\w))[^\s,]+")


class Level(Value, frozen=True, gc=False):
    """One level of a row: "khoản 1, 2". ``values`` are its labels with where each stands; "" is the one in which the words stand."""

    name: str
    values: tuple[tuple[str, Span], ...]
    span: Span


class Named(Value, frozen=True, gc=False):
    """One place: its labels by level, the smallest level first, and the words that are its own."""

    levels: tuple[tuple[str, str], ...]
    span: Span


def rows(low: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Level, ...]]:
    """Every row between two offsets of a text in small letters, in order; no row goes on in the next line."""
    end = len(low) if end is None else end
    row: list[Level] = []
    for word in WORD.finditer(low, start, end):
        at = word.start()
        if (row and at < row[-1].span.end) or (at and low[at - 1].isalnum()):
            continue
        level = _level(low, at, end)
        if level is None:
            continue
        if row and not _JOIN.fullmatch(low, row[-1].span.end, at):
            yield tuple(row)
            row = []
        row.append(level)
    if row:
        yield tuple(row)


def _level(low: str, at: int, end: int) -> Level | None:
    line = low.find("\n", at, end)
    end = end if line < 0 else line
    name, head = next((name, match) for name, words in _HEADS[low[at]] if (match := words.match(low, at)))
    if low.startswith("này", head.end()) and not low[head.end() + 3 : head.end() + 4].isalnum():
        span = Span(at, head.end() + 3)
        return Level(name, (("", span),), span)
    unit = unit_at(low, at, end)
    if unit is None:
        return None
    found = _VALUE.finditer(low, head.end(), unit.end)
    return Level(name, tuple((match.group().strip(")"), Span(*match.span())) for match in found), Span(at, unit.end))


def places(row: tuple[Level, ...]) -> tuple[Named, ...]:
    """The places of a row, in order: "khoản 1 và khoản 2 Điều 4" are two, both of Article 4.

    Levels go from small to large within one place. Only its first level may have several values, which are a place each; so of "điểm a
    khoản 1, 2" the point is told alone, for of which of the two it is, is not said.
    """
    groups: list[list[Level]] = []
    for level in row:
        if groups and _rank(level) < _rank(groups[-1][-1]) and len(level.values) == 1:
            groups[-1].append(level)
        else:
            groups.append([level])
    after: tuple[tuple[str, str], ...] = ()
    found: list[Named] = []
    for first, *larger in reversed(groups):
        own = tuple((level.name, level.values[0][0]) for level in (first, *larger))
        # what is larger than a place's last level it has from the place that comes next, if that names the same level too
        name, label = own[-1]
        shared = next((at for at, (other, _) in enumerate(after, 1) if other == name), len(after)) if label else len(after)
        above = after[shared:]
        last = len(first.values) - 1
        made = [
            Named(
                ((first.name, value), *own[1:], *above),
                Span(span.start if at else first.span.start, span.end if at < last else (larger or [first])[-1].span.end),
            )
            for at, (value, span) in enumerate(first.values)
        ]
        found[:0] = made
        after = (*own, *above)
    return tuple(found)


def _rank(level: Level) -> int:
    return LEVELS.index(level.name)
