"""Who does what a verb says: this document, in words of its own; or it is denied, planned or only told of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.scopes import NEGATED, PLANNED, scope_row
from build_tools.lexicon.types import type_words
from build_tools.lexicon.words import any_word
from build_tools.model.span import Span
from build_tools.resolve.view import CITED

Act = Literal["own", "negated", "planned", "told"]

_LABELS = pattern(
    r"(?:[-+*•#\s“\"(]|điều \d{1,3}[a-zđ]?[.:]?|khoản \d{1,3}[.:]?|\d{1,3}(?:\.\d{1,3})*[.)/]|[a-zđ][.)/]|[ivx]{1,5}[.)/-]"
    rf"|{any_word('before-act')})*"
)
_KINDS = alternatives({*type_words("bare-number"), *type_words("law-name")})
_ENACTS = pattern(rf"(?<!\w)ban hành (?:{_KINDS})(?!\w)")
"""Issuing a document of some kind; "ban hành văn bản" is work that waits, of any kind."""
_THIS = pattern(r"(?<!\w)này(?!\w)")
SINCE = pattern(rf"\W*(?:(?:kể )?từ (?:{any_word('time-unit')}|thời điểm)|(?P<when>khi))[^,;{CITED}]{{0,120}}?(?:, ?| thì )")
"""What may stand before the subject: "Kể từ ngày Nghị định này có hiệu lực, Nghị định số …"."""
_STOPS = re.compile(r"[;:]")
_ALSO = pattern(r"; ?(?:và |đồng thời )+$")
"""A semicolon over which a subject goes on: "Thông tư này có hiệu lực từ …; đồng thời thay thế"."""
_AND = re.compile(r"; ?$")
_HOLDS = " có hiệu lực "
"""After "Nghị định này" and this, a verb behind a semicolon has no subject but the document: "… có hiệu lực từ …; bãi bỏ X"."""
_SUBJECT_FAR = 160
"""Characters between "Nghị định này" and its verb: "… có hiệu lực kể từ ngày 01 tháng 12 năm 2030 và thay thế"."""
_ENACTS_FAR = 70


def opens(low: str, start: int, end: int) -> bool:
    """Whether nothing but labels ("Điều 2.", "a)") stands before ``end``."""
    return _LABELS.fullmatch(low, start, end) is not None


def opens_act(view: str, start: int, verb: int) -> bool:
    """Whether a verb opens its clause, perhaps behind the day from which it holds: "2. Kể từ ngày 01/7/2032, bãi bỏ …"."""
    if opens(view, start, verb):
        return True
    label = _LABELS.match(view, start, verb)
    since = SINCE.fullmatch(view, label.end() if label else start, verb)
    return since is not None and since["when"] is None


def is_own(low: str, start: int, end: int) -> bool:
    """Whether a verb at ``end`` opens its sentence, or has the document itself as subject: of relations that change nothing."""
    return opens(low, start, end) or _follows(_THIS, low, start, end) or _follows(_ENACTS, low, start, end)


def _follows(words: re.Pattern[str], low: str, start: int, end: int) -> bool:
    """Whether the last of ``words`` stands near before ``end``, in the same clause."""
    found = list(words.finditer(low, start, end))
    return bool(found) and end - found[-1].end() <= _ENACTS_FAR and not _STOPS.search(low, found[-1].end(), end)


def act_of(view: str, start: int, verb: int, own: Iterable[Span]) -> Act:
    """Whose act the verb at ``verb`` is, in a clause that begins at ``start``; ``own`` are the places where the document names itself."""
    lead = view[start:verb]
    if opens_act(view, start, verb):
        return "own"
    if _negation().search(lead):
        return "negated"
    subject = max((span.end for span in own if start <= span.start and span.end <= verb), default=None)
    if subject is not None and verb - subject <= _SUBJECT_FAR:
        said = _ALSO.sub("", view[subject:verb])
        if not _STOPS.search(_AND.sub("", said) if said.startswith(_HOLDS) else said):
            return "own"
    label = _LABELS.match(lead)
    if _planning().search(lead, max(lead.rfind(mark) for mark in ",;:") + 1) or (label and _planning().match(lead, label.end())):
        return "planned"
    return "own" if _follows(_ENACTS, view, start, verb) else "told"


@lru_cache(maxsize=1)
def _negation() -> re.Pattern[str]:
    return pattern(rf"(?:{'|'.join(cue.pattern for cue in scope_row(NEGATED).before)}) $")


@lru_cache(maxsize=1)
def _planning() -> re.Pattern[str]:
    return pattern("|".join(cue.pattern for cue in scope_row(PLANNED).before))
