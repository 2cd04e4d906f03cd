"""What every finder reads: the clean text, its matching key, the type words, and places that hold no citation."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.citations.words import Words, words_for
from build_tools.lexicon.pieces import pattern
from build_tools.model.document import Document
from build_tools.model.register import Register
from build_tools.model.span import Span
from build_tools.passages import Passages
from build_tools.vietnamese.dates import DateMention, date_at

_TO_DAY = pattern(r" ?,? ?(?=ngày|\d)")
"""What stands between a name or number and its day."""
_TO_MONTH = pattern(r",? ")
MONTH = len("2031-10")
"""Characters of a date of which the day is not told."""
BACK = 70
"""Characters before a place in which the words that lead to it stand."""


@dataclass(frozen=True, slots=True)
class Scan:
    """One document prepared for the finders. ``key`` and ``low`` have the length of ``text``; ``own`` are the header's own number spans."""

    document: Document
    register: Register
    text: str
    key: str
    low: str
    words: Words
    own: tuple[Span, ...]

    def led(self, words: re.Pattern[str], at: int, floor: int = 0) -> re.Match[str] | None:
        """The words right before ``at``, nowhere before ``floor``; their pattern ends in ``$``."""
        return words.search(self.low, max(floor, at - BACK), at)

    def day_after(self, end: int) -> DateMention | None:
        """The day that stands right behind what ends at ``end``: "…, ngày 16 tháng 6 năm 2031", "… 16/6/2031"."""
        lead = _TO_DAY.match(self.low, end)
        return date_at(self.low, lead.end(), day_only=True) if lead else None

    def month_after(self, end: int) -> DateMention | None:
        """The month with its year that stands there instead: "… tháng 6/2031", "…, tháng 6 năm 2031"."""
        lead = _TO_MONTH.match(self.low, end)
        date = date_at(self.low, lead.end()) if lead else None
        return date if date and len(date.iso) == MONTH else None


def prepare(passages: Passages, register: Register) -> Scan:
    """Fold the text once."""
    document, text = passages.document, passages.text
    key, low = passages.keys
    number = document.header.line("number")
    return Scan(document, register, text, key, low, words_for(register), (number,) if number else ())
