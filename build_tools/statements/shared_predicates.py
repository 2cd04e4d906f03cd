"""What is said once of several numbers: "6 xã và 3 phường đã có bến", "340 ha lúa, 25 ha ngô bị cuốn trôi"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from build_tools.lexicon.words import any_word
from build_tools.messages.shorten import shorten
from build_tools.model.span import Span
from build_tools.model.statement import Figure
from build_tools.statements.figure_labels import LONGEST
from build_tools.statements.material import Material
from build_tools.statements.totals import Told

TOTAL = "(tổng số)"
"""Added to what the whole of a ratio counts."""
COMPARED = "(mức so sánh)"
"""What a number is that is less than the one before its stroke ("45.799/36.875 tỷ đồng"): no whole of which that is a part."""
LIST_END = re.compile(r"^(?:/\d[\d.,]*\s)?[^.;:()\n]*\svà\s$")
APART = 90
"""Two things counted together stand no further apart, in characters."""


@lru_cache(maxsize=1)
def predicate() -> re.Pattern[str]:
    """What is said of a thing, behind its name: "đã có bến"."""
    return re.compile(rf"{any_word('predicate')}\s.+")


@lru_cache(maxsize=1)
def _about_only() -> re.Pattern[str]:
    """Nothing before a number but about how much it is."""
    return re.compile(rf"\W*(?:{any_word('approximate')}\W*)?", re.IGNORECASE)


@lru_cache(maxsize=1)
def _list_link() -> re.Pattern[str]:
    """From one number of a list to the next."""
    return re.compile(rf"[^.;:()\d\n]*(?:,|\s{any_word('counted-beside')})\s(?:{any_word('approximate')}\s)?", re.IGNORECASE)


def with_shared_predicates(material: Material, found: list[Figure], told: list[Told], start: int) -> list[Figure]:
    """The figures of a paragraph that begins at ``start``, each label with what is said only behind a later one. ``told``: as read."""
    found = list(found)
    for index in range(len(found) - 2, -1, -1):
        following = index + (2 if found[index + 1].label.endswith((TOTAL, COMPARED)) else 1)
        if following < len(found):
            found[index] = _with_next(material.text, found[index], found[following])
    return _with_last(material, found, {item.figure.span: item for item in told}, start)


def _with_last(material: Material, found: list[Figure], told: dict[Span, Told], start: int) -> list[Figure]:
    """What is said behind the last of a list with which its clause begins is said of all: "340 ha lúa, 25 ha ngô bị cuốn trôi"."""
    text, first = material.text, 0
    for index, figure in enumerate(found):
        if index and not _list_link().fullmatch(text, found[index - 1].span.end, figure.span.start):
            first = index
        said = predicate().search(figure.label)
        run = found[first:index]
        if not (said and run):
            continue
        clause = material.clause(found[first].span.start).start
        opens = _about_only().fullmatch(text, max(clause, start), found[first].span.start)
        if opens and not any(predicate().search(one.label) or told[one.span].words.head for one in run if one.span in told):
            for place, one in enumerate(run, first):
                found[place] = replace(one, label=shorten(f"{one.label} {said.group()}", LONGEST))
    return found


def _with_next(text: str, figure: Figure, following: Figure) -> Figure:
    """What is said of the second of two things counted together is said of the first too: "6 xã và 3 phường đã có bến"."""
    if following.span.start - figure.span.end > APART or figure.label.endswith((TOTAL, COMPARED)):
        return figure
    if not LIST_END.search(text[figure.span.end : following.span.start]):
        return figure
    said = predicate().search(following.label)
    if said is None or predicate().search(figure.label):
        return figure
    return replace(figure, label=shorten(f"{figure.label} {said.group()}", LONGEST))
