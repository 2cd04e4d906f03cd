"""Days told without their year ("trước 28/3"), where the document leaves no doubt that they are of the year in which it was issued."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_tools.lexicon.words import any_word
from build_tools.model.span import Span
from build_tools.passages.moments import CLOCK, SHORT_DAY, WORDED_DAY
from build_tools.statements.material import Material
from build_tools.vietnamese.dates import iso_date

TO_THE_DAY = len("2031-03-05")
YEAR = len("2031")


@lru_cache(maxsize=1)
def _limit_day() -> re.Pattern[str]:
    """A limit whose day has no word before it, and nothing behind it that could be counted: "trước 28/3", "chậm nhất 17 giờ 28/3"."""
    return re.compile(rf"(?<!\w){any_word('limit')}\s(?:{CLOCK},?\s)?(?P<day>{SHORT_DAY.pattern})(?=[.,;:)\n]|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ThisYear:
    """``issued``: the day of issue where days without a year are of its year; else None."""

    issued: str | None

    @classmethod
    def of(cls, material: Material) -> ThisYear:
        """From the date of the document; a document that speaks of a time which begins in a later year leaves it open."""
        issued = material.document.header.date
        if not issued or len(issued) < TO_THE_DAY:
            return cls(None)
        later = any(moment.start and moment.start[:YEAR] > issued[:YEAR] for moment in material.moments.all)
        return cls(None if later else issued)

    def day(self, text: str, at: int) -> str | None:
        """The day that stands at ``at`` without its year, ISO; None where it was over when the document was issued."""
        found = SHORT_DAY.match(text, at) or WORDED_DAY.match(text, at)
        if self.issued is None or found is None:
            return None
        day = iso_date(int(self.issued[:YEAR]), int(found["m"]), int(found["d"]))
        return day if day and day >= self.issued else None

    def limit(self, text: str, span: Span) -> Span | None:
        """Where the first limit stands that is a day without any word for it; None where that cannot be of this year."""
        found = _limit_day().search(text, span.start, span.end)
        return Span(*found.span("day")) if found and self.day(text, found.start("day")) else None
