"""What each rule of the text looks at: the id of a rule is the name of its check. A check answers what it found, or None where all is well.

Only what the text itself shows is told: where a part may have been lost on the way (a portal's copy without a closing), its absence is
told all the same, as the absence that it is; but the gazette prints no recipients, of whatever it prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from build_tools.identity import Number, parse_number
from build_tools.layout.rules import Rule
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import PLACE, pattern
from build_tools.lexicon.words import any_word
from build_tools.messages import say
from build_tools.model.document import Document
from build_tools.model.header import Header, HeaderField
from build_tools.model.sheet import Sheet
from build_tools.model.span import Span

_HEAD = 3000
"""Characters in which a letterhead stands."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is checked: the document, its page where the file has one, and the keys of its text."""

    document: Document
    low: str
    sheet: Sheet | None

    @property
    def text(self) -> str:
        """The clean text."""
        return self.document.clean.text

    def line(self, field: HeaderField) -> str:
        """The whole line in which a field stands; "" where none does."""
        span = self.document.header.line(field)
        if span is None:
            return ""
        start = self.text.rfind("\n", 0, span.start) + 1
        end = self.text.find("\n", span.end)
        return self.text[start : end if end >= 0 else len(self.text)]


@dataclass(frozen=True, slots=True)
class Found:
    """What a check found: in words, and where in the clean text (None: the whole document)."""

    words: str
    span: Span | None = None


Check = Callable[[Subject, Rule], Found | None]


@cache
def _phrase(name: str) -> re.Pattern[str]:
    return pattern(any_word(name, case="any"))


def heading(name: str, low: str) -> bool:
    """Whether the words of a list stand in the letterhead."""
    return _phrase(name).search(low, 0, min(len(low), _HEAD)) is not None


def headed(document: Document, low: str) -> bool:
    """Whether anything of a letterhead is there: the title of state or Party, the motto, or the line of place and day."""
    return any(heading(name, low) for name in ("nation", "motto", "party")) or place_and_day(document.clean.text) is not None


def _heading(name: str) -> Check:
    """Whether the letterhead lacks the words of a list."""

    def check(subject: Subject, _: Rule) -> Found | None:
        return None if heading(name, subject.low) else Found(say("layout.missing"))

    return check


def _stated(*fields: HeaderField) -> Check:
    """Whether none of the fields is stated."""

    def check(subject: Subject, _: Rule) -> Found | None:
        header = subject.document.header
        return None if any(header.stated(field) for field in fields) else Found(say("layout.missing"))

    return check


_ABOUT = re.compile(rf"v ?/ ?v|{any_word('about', case='any')}")
_DAY_WORD, _MONTH_WORD, _YEAR_WORD = (any_word(name) for name in ("day", "month", "year"))
_BLANK_DATE = re.compile(rf"{_DAY_WORD}[\s.…_\d]{{0,20}}{_MONTH_WORD}[\s.…_\d]{{0,20}}{_YEAR_WORD}")


def _date(subject: Subject, _: Rule) -> Found | None:
    """A draft leaves room for its day."""
    room = _BLANK_DATE.search(subject.low, 0, min(len(subject.low), _HEAD))
    return None if subject.document.header.date or room or place_and_day(subject.text) else Found(say("layout.missing"))


def _place(subject: Subject, rule: Rule) -> Found | None:
    return None if place_and_day(subject.text) else _stated("place")(subject, rule)


def _recipients(subject: Subject, _: Rule) -> Found | None:
    """The words that head the list are enough: who follows them may stand in a table."""
    told = subject.document.header.recipients or _phrase("recipients").search(subject.low) or heading("gazette", subject.low)
    return None if told else Found(say("layout.missing"))


def number_of(header: Header) -> Number | None:
    """A document's number in its parts; of a draft that of its symbol, which waits for a serial."""
    return parse_number(header.number or f"1{header.symbol or ''}")


def _is_letter(subject: Subject) -> bool:
    number = number_of(subject.document.header)
    return subject.document.header.type == "Công văn" or (number is not None and number.shape == "letter")


_LABEL = re.compile(rf"(?i)^\s*{any_word('number')}\s*:?\s*")
_SO = re.compile(rf"(?i)(?<!\w){any_word('number')}\s*(?P<colon>:)?\s*(?=[\d.…_/-])")


def _number_colon(subject: Subject, _: Rule) -> Found | None:
    found = _SO.search(subject.line("number"))
    return Found(say("layout.printed", words=subject.line("number").strip())) if found and not found["colon"] else None


def _printed_number(subject: Subject) -> tuple[str, Span] | None:
    """The number as it is printed, and where."""
    value = subject.document.header.stated("number")
    span = subject.document.header.line("number")
    if value is None or span is None or len(value.words.spans) != 1:
        return None
    return value.words.spans[0].of(subject.text), value.words.spans[0]


def _number_zero(subject: Subject, _: Rule) -> Found | None:
    printed = _printed_number(subject)
    serial = re.match(r"\D*(\d+)", printed[0]) if printed else None
    bare = serial is not None and len(serial[1]) == 1
    return Found(say("layout.printed", words=printed[0]), printed[1]) if printed and bare else None


def _number_signs(subject: Subject, _: Rule) -> Found | None:
    printed = _printed_number(subject)
    if printed is None:
        return None
    number = _LABEL.sub("", printed[0].strip())
    bad = re.search(r"\s*[-–/]\s+|\s+[-–/]", number) or re.match(r"\d+\s*[-–]", number)
    return Found(say("layout.printed", words=printed[0].strip()), printed[1]) if bad else None


_DAY = re.compile(rf"(?i){_DAY_WORD}\s*(?P<day>\d{{1,2}})\s*{_MONTH_WORD}\s*(?P<month>\d{{1,2}})\s*{_YEAR_WORD}")


def _date_zero(subject: Subject, _: Rule) -> Found | None:
    found = _DAY.search(subject.line("date"))
    bare = found is not None and (len(found["day"]) == 1 or (len(found["month"]) == 1 and found["month"] in "12"))
    return Found(say("layout.printed", words=found.group())) if found and bare else None


_PLACE_AND_DAY = re.compile(
    rf"(?m)(?:^|\s{{2,}}|\t)\W{{0,3}}(?P<told>{PLACE}(?P<comma>,)?\s+)(?P<date>{_DAY_WORD}\s*[\d.…]{{1,3}}\s*{_MONTH_WORD}.*)$"
)


def place_and_day(text: str) -> re.Match[str] | None:
    """The line of the letterhead with place and day, read as one or not."""
    return _PLACE_AND_DAY.search(text, 0, min(len(text), _HEAD))


def without_comma(text: str) -> re.Match[str] | None:
    """The same where no comma stands between them."""
    found = place_and_day(text)
    return found if found and not found["comma"] else None


def _place_comma(subject: Subject, _: Rule) -> Found | None:
    found = without_comma(subject.text)
    return Found(say("layout.printed", words=found["told"].strip() + " ngày"), Span(*found.span("told"))) if found else None


_WRONG_STATE = re.compile(rf"(?m)^\W{{0,4}}(?P<sign>T/M|K/T|T/L|T/UQ|TM:?|KT:?|TL|TUQ)(?=\s+[{CAPITALS}])")
_WRONG_PARTY = re.compile(rf"(?m)^\W{{0,4}}(?P<sign>TM\.?|KT\.?)(?=\s+[{CAPITALS}])")


def _signing(wrong: re.Pattern[str]) -> Check:
    def check(subject: Subject, _: Rule) -> Found | None:
        authority = subject.document.header.line("authority")
        begin = max(0, authority.start - 8) if authority else len(subject.text)
        found = wrong.search(subject.text, begin, min(len(subject.text), begin + 80)) if authority else None
        return Found(say("layout.printed", words=found["sign"]), Span(found.start("sign"), found.end("sign"))) if found else None

    return check


def _letter_subject(subject: Subject, _: Rule) -> Found | None:
    if not _is_letter(subject) or not subject.document.header.subject:
        return None
    head = subject.low[: min(len(subject.low), _HEAD)]
    return None if _ABOUT.search(head) else Found(say("layout.missing"))


def _letter_addressee(subject: Subject, rule: Rule) -> Found | None:
    return _heading("addressees")(subject, rule) if _is_letter(subject) else None


_ORDER: tuple[HeaderField, ...] = ("number", "type", "signer")


def _order(subject: Subject, _: Rule) -> Found | None:
    placed = [(field, span) for field in _ORDER if (span := subject.document.header.line(field))]
    for (first, one), (second, other) in pairwise(placed):
        if one.start > other.start:
            return Found(say("layout.order", first=say(f"data.fields.{second}"), second=say(f"data.fields.{first}")), other)
    return None


OF_TEXT: dict[str, Check] = {
    "nation": _heading("nation"),
    "motto": _heading("motto"),
    "party": _heading("party"),
    "issuer": _stated("issuer", "issuing_body", "parent"),
    "number": _stated("number", "symbol"),
    "place": _place,
    "date": _date,
    "subject": _stated("subject"),
    "signer": _stated("signer", "authority"),
    "recipients": _recipients,
    "number-colon": _number_colon,
    "number-zero": _number_zero,
    "number-signs": _number_signs,
    "date-zero": _date_zero,
    "place-comma": _place_comma,
    "signing": _signing(_WRONG_STATE),
    "signing-party": _signing(_WRONG_PARTY),
    "letter-subject": _letter_subject,
    "letter-addressee": _letter_addressee,
    "order": _order,
}
OF_SIGNS = frozenset({"number-colon", "number-signs", "place-comma", "signing", "signing-party"})
"""Checks that look at signs and blanks alone."""
