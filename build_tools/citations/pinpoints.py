"""The place cited inside a document: "điểm b khoản 2 Điều 5 Nghị định …", "Quyết định … (Điều 3)"."""

from __future__ import annotations

import re

from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.words import any_word
from build_tools.model.citation import Pinpoint
from build_tools.model.values import Value

_VALUE = {
    "point": r"[a-zđ]{1,2}\d?(?![^\W\d_])\)?",
    "clause": r"\d{1,3}[a-zđ]?(?:\.[a-zđ\d]{1,2})?(?!\w)",
    "article": r"\d{1,3}[a-zđ]{0,2}(?!\w)",
    "section": r"(?:\d{1,2}|[IVXivx]{1,6})(?!\w)",
    "chapter": r"(?:\d{1,2}|[IVXivx]{1,6})(?!\w)",
    "part": r"(?:\d{1,2}|[IVXivx]{1,6}|[a-zđ])(?!\w)",
    "appendix": r"(?:\d{1,3}|[IVXivx]{1,6}|[a-zđ])(?:[.-]\d{1,3})?(?!\w)",
}
LEVELS = ("appendix", "part", "chapter", "section", "article", "clause", "point")
NAMES = (
    ("point", "điểm|tiết"), ("clause", "khoản"), ("article", "điều"), ("section", "mục"), ("chapter", "chương"), ("part", "phần"),
    ("appendix", "phụ lục(?: số)?"),
)  # fmt: skip


def _unit(name: str, words: str) -> str:
    """One level with its values: "khoản 1, 2 và 3"."""
    value = _VALUE[name]
    more = rf"(?:, ?(?!điểm|khoản|điều)(?:{value})){{0,30}}(?: (?:và|hoặc) (?:{value}))?"
    return rf"(?P<{name}>(?:các )?(?:{words}) (?P<{name}_values>{value}{more}))"


_UNIT = pattern("|".join(_unit(name, words) for name, words in NAMES))
GLUE = r"(?:,|;)? ?(?:bảng (?:số )?\d{1,3} )?(?:(?:và|hoặc|của|thuộc|tại) )?(?:các )?"
_GLUE = pattern(GLUE)
CLOSES = pattern(r",? ?(?:của |tại |thuộc |(?:ban hành )?kèm theo )?(?:các )?$")
_WINDOW = 240


class _Unit(Value, frozen=True, gc=False):
    level: str
    values: tuple[str, ...]
    start: int
    end: int


_THIS = pattern(r"(?P<word>điểm|khoản|điều) này(?!\w)")
WORD = pattern(rf"{any_word('provision')} ")


def unit_at(low: str, start: int, end: int) -> _Unit | None:
    """One level with its values, at an offset of a text in small letters."""
    match = _UNIT.match(low, start, end)
    if not match:
        return None
    level = next(name for name in LEVELS if match.group(name))
    values = (value.strip(" \n)") for value in re.split(r",|và|hoặc", match.group(f"{level}_values")))
    return _Unit(level, tuple(value for value in values if value), match.start(), match.end())


Place = dict[str, str]
"""A provision by level ("clause": "2", "article": "5"); "" is the one in which the words stand ("khoản này")."""


def places_at(low: str, start: int) -> tuple[tuple[Place, ...], int]:
    """The provisions that are named in a row at ``start`` ("khoản này và các khoản 1, 2 Điều 5"), and where the row ends."""
    found: list[Place] = []
    cursor, end, last = start, start, len(LEVELS)
    values: tuple[str, ...]
    while end - start < _WINDOW:
        this, unit = _THIS.match(low, cursor), None
        if this:
            level, values, end = next(name for name, words in NAMES if this["word"] in words), ("",), this.end()
        elif unit := unit_at(low, cursor, min(len(low), cursor + _WINDOW)):
            level, values, end = unit.level, unit.values, unit.end
        else:
            break
        rank = LEVELS.index(level)
        if found and rank < last and level not in found[-1]:
            wide = [place for place in found if level not in place and "" not in place.values()] or found[-1:]
            for place in wide:  # "khoản 1 và khoản 2 Điều 5": both are of it
                place[level] = values[-1]
        else:
            found += [{level: value} for value in values]
        last = rank
        between = _GLUE.match(low, end)
        cursor = between.end() if between else end
    return tuple(found), cursor if found else start


def pinpoint_before(low: str, start: int) -> Pinpoint | None:
    """The provision named right before a citation that begins at ``start``; the last group where several stand in a row."""
    chain: list[_Unit] = []
    for word in reversed(list(WORD.finditer(low, max(0, start - _WINDOW), start))):
        unit = unit_at(low, word.start(), chain[0].start if chain else start)
        if unit is None:
            break
        fits = _GLUE.fullmatch(low, unit.end, chain[0].start) if chain else CLOSES.fullmatch(low, unit.end, start)
        if not fits:
            break
        chain.insert(0, unit)
    return _last_group(low, chain) if chain else None


def _last_group(low: str, chain: list[_Unit]) -> Pinpoint:
    """The group that the last unit closes: units before it belong to it while they go from small to large, or all of them while they
    only go from large to small ("Điều 5, khoản 2, điểm a")."""
    ranks = [LEVELS.index(unit.level) for unit in chain]
    if ranks == sorted({*ranks}) and " và " not in low[chain[0].end : chain[-1].start]:
        chain = chain[::-1]
    group: list[_Unit] = [chain[-1]]
    for unit in reversed(chain[:-1]):
        here = LEVELS.index(unit.level)
        first = LEVELS.index(group[0].level)
        if here < first or (here == first and len({u.level for u in group}) > 1 and unit.level == group[-1].level):
            break
        group.insert(0, unit)
    values: dict[str, list[str]] = {}
    for unit in group:
        for value in unit.values:
            shown = value.upper() if unit.level in ("section", "chapter", "part", "appendix") else value
            if shown not in values.setdefault(unit.level, []):
                values[unit.level].append(shown)
    return Pinpoint(**{level: ", ".join(found) for level, found in values.items()})


_AFTER = pattern(rf" ?[(,]? ?(?:tại |thuộc )?(?={any_word('provision')} )")


def pinpoint_after(low: str, end: int) -> Pinpoint | None:
    """The provision named in brackets right after a citation: "Nghị định số … (Điều 5)"."""
    lead = _AFTER.match(low, end)
    if not lead or "(" not in lead.group():
        return None
    chain: list[_Unit] = []
    cursor = lead.end()
    while unit := unit_at(low, cursor, min(len(low), lead.end() + 80)):
        chain.append(unit)
        glue = _GLUE.match(low, unit.end)
        cursor = glue.end() if glue else unit.end
    if not chain:
        return None
    end = chain[-1].end
    closed = low[end - 1] == ")" or low[end : end + 1] in (")", ";", ",", " ")  # "điểm a)" has taken the bracket
    return _last_group(low, chain) if closed else None
