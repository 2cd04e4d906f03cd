"""Words that state a relation, and whether they are the document's own act ("Quyết định này thay thế …") or a tale of another's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.relations import Relation, relation, relations
from build_tools.lexicon.wording import any_word
from build_tools.model.citation import Predicate

_NEAR = 40
"""Characters between a relation and the wider one that governs it."""

_LABELS = pattern(
    r"(?:[-+*•\s“\"(]|điều \d{1,3}[a-zđ]?[.:]?|khoản \d{1,3}[.:]?|\d{1,3}(?:\.\d{1,3})*[.)/]|[a-zđ][.)/]|[ivx]{1,5}[.)/-]"
    r"|v/v|về việc|về|nay|báo cáo|kế hoạch|hướng dẫn)*"
)
_OWN = pattern(r"(?<!\w)(?:này|ban hành (?:nghị định|thông tư|nghị quyết|quyết định|quy định|luật|pháp lệnh|kế hoạch|hướng dẫn))(?!\w)")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of all rows as patterns: before a citation, after it, and (by relation) what may stand between.

    "theo quy định tại" is never among what may stand between.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    between: dict[Predicate, re.Pattern[str]]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    rows = relations()
    return _Patterns(
        pattern("|".join(f"(?P<{row.id}>{'|'.join(cue.pattern for cue in row.cues)})" for row in rows if row.cues)),
        pattern("|".join(f"(?P<{row.id}>{'|'.join(cue.pattern for cue in row.after)})" for row in rows if row.after)),
        {row.id: _between(row.between) for row in rows if row.between is not None},
    )


def _between(words: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(rf"[\s,“\"(]*(?:(?:{any_word(words)})[\s,“\"(]+)*" if words else r"\s*")


def _row(match: re.Match[str]) -> Relation:
    return relation(match.lastgroup or "")


def cue_before(low: str, start: int, end: int) -> Predicate | None:
    """The relation stated by the words ``low[start:end]`` that lead to a citation at ``end``; ``start`` begins a sentence or an item."""
    cues = list(_patterns().before.finditer(low, max(start, end - 260), end))
    if not cues:
        return None
    last = cues[-1]
    row = _row(last)
    between = _patterns().between.get(row.id)
    if between is not None and not between.fullmatch(low, last.end(), end):
        return None
    wider = next((cue for cue in reversed(cues[:-1]) if _row(cue).id in row.within), None)
    if wider is not None and last.start() - wider.end() <= _NEAR:
        last, row = wider, _row(wider)
    if row.act == "opening":
        return row.id if _is_lead(low, start, last.start()) else None
    first = next((cue for cue in cues if _row(cue) is row), last)
    return None if row.act == "own" and not _is_own(low, start, first.start()) else row.id


def cue_of_chapeau(low: str, start: int, end: int) -> Predicate | None:
    """The relation that the words before a list state for its items: the weightiest one in them."""
    found = [row for row in map(_row, _patterns().before.finditer(low, start, end)) if row.in_list]
    return max(found, key=lambda row: row.weight).id if found else None


def _is_lead(low: str, start: int, end: int) -> bool:
    return _LABELS.fullmatch(low, start, end) is not None


def _is_own(low: str, start: int, end: int) -> bool:
    """Whether a verb at ``end`` opens its sentence, or has the document itself as subject."""
    if _is_lead(low, start, end):
        return True
    own = list(_OWN.finditer(low, start, end))
    return bool(own) and end - own[-1].end() <= 70 and not re.search(r"[;:]", low[own[-1].end() : end])


def cue_after(low: str, start: int, end: int) -> Predicate | None:
    """The relation that words after a citation state ("… hết hiệu lực kể từ ngày …")."""
    match = _patterns().after.search(low, start, end)
    return _row(match).id if match else None
