"""The lines of a document as a header may have them, and the number and the day that one of them states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.lexicon.keys import strip_marks
from build_tools.lexicon.letterhead import (
    ABOUT,
    BLANK_NUMBER,
    DATED,
    DATED_ALONE,
    DATED_SHORT,
    DATED_UNMARKED,
    NUMBER,
    SCANNED_DAY,
    UNREADABLE_DAY,
    UNREADABLE_NUMBER,
)
from build_tools.structure.paragraphs import Para, last_loud, next_loud
from build_tools.structure.titles import Types


@dataclass(frozen=True, slots=True)
class HeaderLines:
    """The lines of one document."""

    paras: Sequence[Para]
    types: Types
    scanned: bool

    def above(self, at: int) -> Para | None:
        """The nearest line above that says something of its own."""
        return last_loud(self.paras, at)

    def below(self, at: int) -> Para | None:
        """The nearest line below that says something of its own."""
        return next_loud(self.paras, at + 1, len(self.paras))

    def number(self, para: Para) -> re.Match[str] | None:
        """The number that a line states: nothing but a type stands before it, nothing but a date, a place or a letter's subject follows."""
        text = para.text
        match = NUMBER.match(text)
        if match is None or (match["type"] and (self.types.begins(match["type"]) is None or text.endswith(";"))):
            return None  # "Luật … số …;" is a recital
        letter = ABOUT.match(text[match.end() :].lstrip(" .,;")) is not None and not match["type"]
        if not letter and " của " in text[match.end() :].lower():
            return None  # "SỐ … NGÀY … CỦA CHÍNH PHỦ QUY ĐỊNH" goes on a subject that tells of another document
        return match if letter or len(text) - match.end() < (4 if match["type"] else 60) else None

    def blank(self, para: Para) -> bool:
        """True for a number's line whose serial is blank or could not be read."""
        unread = UNREADABLE_NUMBER.match(para.text) if para.style.column == 0 or self.scanned else None
        return para.short and (unread or BLANK_NUMBER.match(para.text)) is not None

    def dated(self, para: Para) -> re.Match[str] | None:
        """The place and date that a line states."""
        text = para.text
        if not para.short:
            return None
        if dated := DATED.match(text) or DATED_SHORT.match(text) or DATED_ALONE.match(text):
            return dated
        if self.scanned and (dated := DATED_UNMARKED.match(strip_marks(text))):
            return dated
        if para.style.column == 1 or self.scanned:
            return UNREADABLE_DAY.match(text) or (SCANNED_DAY.match(text) if self.scanned else None)
        return None
