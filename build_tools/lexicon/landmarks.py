"""Landmarks: words that tell a reader where on a page it stands (a heading, a signature, a margin, a line that goes on).

They stand in ``landmarks.yaml``; what they mean is not said here, a reader only asks whether they are there. The functions give pieces
for patterns: alternatives parted by bars, with no group around them, blanks matching any blanks, and both places of a tone mark.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Literal

import msgspec

from build_tools.lexicon.files import lexicon_rows
from build_tools.lexicon.keys import strip_marks
from build_tools.model.row import Row

Form = Literal["written", "capitals", "either", "folded"]
"""How the words stand: as written, in capitals, either of these, or lower case without diacritics."""

_OPEN = re.compile(r"([òóỏõọ])([ae])\b|([ùúủũụ])(y)\b", re.IGNORECASE)


class Landmark(Row, frozen=True):
    """A row: the words as documents write them; ``begins``: they are looked for at the beginning of a line only.

    ``examples`` are lines that have them there, ``not`` lines that have not.
    """

    id: str
    words: tuple[str, ...]
    examples: tuple[str, ...]
    never: tuple[str, ...] = msgspec.field(name="not")
    begins: bool = False


@cache
def landmarks() -> dict[str, Landmark]:
    """All rows by id."""
    return {row.id: row for row in lexicon_rows("landmarks", Landmark).rows}


@cache
def piece(name: str, form: Form = "written") -> str:
    """The words of a row as a piece of a pattern, longer ones first. Raises ``KeyError`` for a row that is not there."""
    words = sorted(landmarks()[name].words, key=len, reverse=True)
    if form == "folded":
        return "|".join(dict.fromkeys(_spaced(strip_marks(word).lower()) for word in words))
    found = [_spaced(word) for word in words] if form != "capitals" else []
    if form in ("capitals", "either"):
        found += [_spaced(word.upper()) for word in words]
    return "|".join(dict.fromkeys(found))


def pieces(*names: str, form: Form = "written") -> str:
    """The words of several rows."""
    return "|".join(piece(name, form) for name in names)


def line_with(name: str, form: Form = "written") -> re.Pattern[str]:
    """A pattern to search a line with: where a row's words stand, whole, in any case."""
    begins = r"^\s*" if landmarks()[name].begins else r"(?<!\w)"
    return re.compile(rf"{begins}(?:{piece(name, form)})(?:(?<=\W)|(?!\w))", re.IGNORECASE)


def _spaced(word: str) -> str:
    parts = [_OPEN.sub(_both, re.escape(part)) for part in word.replace(":", " :").split()]
    joined = parts[0]
    for part in parts[1:]:
        joined += (r"\s*" if part in (":", r"\-", "–") else r"\s+") + part
    return joined


def _both(found: re.Match[str]) -> str:
    """``òa`` and ``oà``."""
    letter, after = found[1] or found[3], found[2] or found[4]
    spelt = unicodedata.normalize("NFD", letter)
    plain, tone = spelt[0], spelt[1]
    return f"(?:{found[0]}|{plain}{unicodedata.normalize('NFC', after + tone)})"
