"""What a document's type lets us expect of it: reports tell figures, directives lay down tasks, laws rule."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import lru_cache

from build_tools.identity import parse_number
from build_tools.lexicon.keys import word_key
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word, word_set
from build_tools.model.header import Header


class Genre(Enum):
    """The three kinds of text that are read differently."""

    REPORT = auto()
    DIRECTIVE = auto()
    RULE = auto()


REPORT, DIRECTIVE, RULE = Genre.REPORT, Genre.DIRECTIVE, Genre.RULE

LETTER = "cong-van"
DECISION = "quyet-dinh"
SUBMISSION = "to-trinh"
"""Asks those above to decide; what it proposes is nobody's task yet."""
GENRES = {"report": REPORT, "law": RULE, "treaty": RULE, "rules": RULE}
"""The genres of the lexicon's types; all others may direct."""


@lru_cache(maxsize=1)
def reporting() -> re.Pattern[str]:
    """The subject of a letter that is a report: "V/v tình hình …"."""
    return re.compile(rf"(?:{any_word('about')}\s*)?{any_word('reporting')}(?!\w)", re.IGNORECASE)


def _to_many(header: Header) -> bool:
    """True for a letter to all of a kind ("Các chi bộ trực thuộc"): one who reports writes to the body that asked."""
    return any(word_key(name.partition(" ")[0]) in word_set("plural") for name in header.addressees)


def genre(header: Header) -> Genre:
    """The genre of a document, by its type's in the lexicon.

    What is neither a report nor a body of rules may direct; of an unknown type, nothing, unless it is written to all of a kind, as letters
    are, which have no name of a type. A letter "V/v báo cáo …" is a report. A type
    with words of its own ("Quy chế phối hợp") is read as the one it begins with.
    """
    words = (header.type or "").split()
    if not words:
        return DIRECTIVE if _to_many(header) else RULE
    types = types_of(())
    kind = next((found for count in range(len(words), 0, -1) if (found := types.named(" ".join(words[:count])))), None)
    if kind is None:
        return DIRECTIVE
    if kind.id == LETTER and reporting().match(header.subject or "") and not _to_many(header):
        return REPORT
    return GENRES.get(kind.genre, DIRECTIVE)


def is_plan(header: Header) -> bool:
    """True for plans and programmes: what their sections list with a verb is work."""
    kind = types_of(()).named(header.type or "")
    return kind is not None and kind.genre == "plan"


def hands_out(header: Header) -> bool:
    """Whether a document of this kind hands out work: directives and decisions."""
    kind = types_of(()).named(header.type or "")
    known = kind.id if kind else None
    return known == DECISION or (genre(header) is DIRECTIVE and known != SUBMISSION)


def lays_down_rules(header: Header) -> bool:
    """True for a resolution with a year in its number, and for a decision unless its number shows that it is on a single matter."""
    number = parse_number(header.number or "")
    if genre(header) is not DIRECTIVE:
        return number is None or number.year is not None
    return word_key(header.type or "").startswith("nghị quyết") and number is not None and number.year is not None
