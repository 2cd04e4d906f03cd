"""Resolutions of congresses, plenums and sessions, as texts name them: by the meeting, its ordinal, its term of office."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.types import type_words
from build_tools.lexicon.words import any_word
from build_tools.vietnamese.numerals import format_roman, parse_ordinal

_ROMAN = r"(?:[IVX]{1,6}|\d{1,2})(?!\w)"
_ORDINAL = rf"(?:{_ROMAN}|(?:nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười(?: (?:một|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín))?)(?!\w))"
_TERM = r",? \(?khóa (?P<term>[IVX]{1,6}|\d{1,2})(?!\w)(?P<more>(?:(?:,| và) ?[IVX]{1,6}(?!\w)){0,4})\)?"
_OFFICE = r",? \(?nhiệm kỳ (?P<office>\d{4}) ?- ?\d{4}\)?"
_TELLS = rf" (?:lần )?thứ {_ORDINAL}| {_ROMAN}|,? \(?khóa [IVX\d]|,? \(?nhiệm kỳ \d"
"""What tells which of its meetings a body means."""
_WORDS = r"(?: (?!lần thứ|nhiệm kỳ|khóa|các cấp|về)[^\W\d_][\w-]*)"


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where the name ends, what meeting it was: "đại hội" or "hội nghị" of the whole Party with ordinal and term, else neither."""

    end: int
    kind: str | None = None
    ordinal: str | None = None
    term: str | None = None
    several: bool = False
    """It names documents of several terms ("khóa XI, XII")."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    plenum: re.Pattern[str]
    """“Nghị quyết Trung ương 4 (khóa XII)”, “Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII”."""
    congress: re.Pattern[str]
    """“Nghị quyết Đại hội XIII của Đảng”, “Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XI, nhiệm kỳ 2020 - 2025”."""
    local: re.Pattern[str]
    """“Nghị quyết Hội nghị lần thứ 5 Ban Chấp hành Đảng bộ tỉnh khóa XX”."""
    session: re.Pattern[str]
    """“Nghị quyết Kỳ họp thứ 5, Hội đồng nhân dân tỉnh khóa X”."""
    council: re.Pattern[str]
    """“Nghị quyết của Hội đồng nhân dân tỉnh về phát triển kinh tế - xã hội năm 2030”."""
    others: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    body = r"(?:hội đồng nhân dân|hđnd)"
    level = any_word("level", case="any")
    place = rf"(?: {level}{_WORDS}{{0,4}}?)?"
    others = any_word("own-meeting")
    return _Patterns(
        pattern(
            rf" (?:của )?(?:hội nghị )?(?:lần thứ (?P<first>{_ORDINAL}) ,? ?)?(?:của )?(?:ban chấp hành )?(?:trung ương|tw)"
            rf"(?: đảng)?(?: (?:lần thứ )?(?P<number>{_ORDINAL}))?(?:{_TERM})?",
            re.IGNORECASE,
        ),
        pattern(
            rf" (?:của )?đại hội(?: đại biểu)?(?P<whose>{_WORDS}{{0,12}}?)(?={_TELLS})"
            rf"(?: (?:lần )?thứ (?P<number>{_ORDINAL})| (?P<bare>{_ROMAN}))?"
            rf"(?P<of> của đảng(?! bộ)(?!\w)(?: cộng sản việt nam)?| (?:của )?{others}(?!\w){_WORDS}{{0,8}}? (?:việt nam|hồ chí minh))?"
            rf"(?:{_TERM})?(?:{_OFFICE})?",
            re.IGNORECASE,
        ),
        pattern(
            rf" (?:của )?hội nghị (?:lần )?thứ (?P<number>{_ORDINAL}),? (?:của )?(?:ban chấp hành|bch|ban thường vụ){_WORDS}{{1,8}}?"
            rf"(?:{_TERM})(?:{_OFFICE})?",
            re.IGNORECASE,
        ),
        pattern(
            rf" (?:của |tại )?kỳ họp (?:lần )?thứ (?P<number>{_ORDINAL}),? (?:của )?(?:{body}|quốc hội){place}(?:{_TERM})(?:{_OFFICE})?",
            re.IGNORECASE,
        ),
        pattern(
            rf" (?:của )?{body} {level}[^.;:()\n\"]{{0,40}}? về [^.;:()\n\"]{{4,120}}?"
            r"(?:giai đoạn \d{4} ?- ?\d{4}|đến năm \d{4}|năm \d{4})(?!\w)",
            re.IGNORECASE,
        ),
        pattern(rf"(?:^| ){others}(?!\w)", re.IGNORECASE),
    )


def meeting_at(low: str, start: int) -> Meeting | None:
    """The meeting named right behind a type word that ends at ``start``; None where nothing tells which meeting it was.

    ``low`` must have lower case, but may have capitals in Roman numerals and names.
    """
    made = _patterns()
    plenum = made.plenum.match(low, start)
    ordinal = plenum.group("number") or plenum.group("first") if plenum else None
    if plenum and ordinal and (plenum.group("number") or plenum.group("term")) and "lần thứ" not in plenum.group()[-9:]:
        return Meeting(_closed(plenum), "hội nghị", ordinal, _roman(plenum.group("term")), bool(plenum.group("more")))
    congress = made.congress.match(low, start)
    if congress and any(congress.group(name) for name in ("number", "bare", "term", "office")):
        whose = (congress.group("whose") or "") + " " + (congress.group("of") or "")
        ordinal = congress.group("number") or congress.group("bare")
        if made.others.search(whose.lower()) or not ordinal or not set(whose.lower().split()) <= _OF_THE_PARTY:
            return Meeting(_closed(congress))
        return Meeting(_closed(congress), "đại hội", ordinal, _roman(ordinal))
    for form in (made.local, made.session, made.council):
        match = form.match(low, start)
        if match:
            return Meeting(_closed(match))
    return None


_OF_THE_PARTY = frozenset(("đảng", "toàn", "quốc", "của", "cộng", "sản", "việt", "nam"))
"""Words beside which a congress is one of the whole Party."""


def _roman(text: str | None) -> str | None:
    value = parse_ordinal(text) if text else None
    return format_roman(value) if value and value < 40 else None


def _closed(match: re.Match[str]) -> int:
    """The end of a match, without a closing bracket that has no opening one."""
    text = match.group()
    return match.end() - (text.endswith(")") and "(" not in text)


def congress_or_plenum(name: str) -> str | None:
    """A key for the name (in the lower matching key) of a congress's or plenum's document, equal for all its written forms; else None.

    >>> congress_or_plenum("nghị quyết trung ương 4 (khóa xii)") == congress_or_plenum("nghị quyết hội nghị trung ương 4 khóa xii")
    True
    """
    for kind in type_words("of-meetings"):
        if not name.startswith(kind + " "):
            continue
        meeting = meeting_at(name, len(kind))
        if meeting and meeting.kind == "hội nghị" and meeting.term and not meeting.several:
            return f"{kind}|hội nghị|{parse_ordinal(meeting.ordinal or '')}|{parse_ordinal(meeting.term)}"
        if meeting and meeting.kind == "đại hội":
            return f"{kind}|đại hội|{parse_ordinal(meeting.ordinal or '')}"
    return None
