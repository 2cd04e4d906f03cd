"""The words around a citation that tell who issued it, as patterns made of the lexicon's lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.words import any_word

_NUMBER_LEAD = r"(?:số ?:? ?)?"


@dataclass(frozen=True, slots=True)
class Patterns:
    """The words around a citation, from the lists of the lexicon."""

    heads: re.Pattern[str]
    """A body's name begins."""
    next_body: re.Pattern[str]
    """What stands between two bodies named in a row."""
    issuing: re.Pattern[str]
    """The verb of which the document right behind is the object; or, at the end of a subject, the document that the subject is of."""
    speech: re.Pattern[str]
    """What may stand between a body and the document in which it says something."""
    led: re.Pattern[str]
    into_bracket: re.Pattern[str]
    join: re.Pattern[str]
    """What stands between two documents of one list."""
    list_lead: re.Pattern[str]
    same_day: re.Pattern[str]
    subject: re.Pattern[str]
    possessed: re.Pattern[str]
    holder: re.Pattern[str]
    """An office whose holder signs for a body and issues nothing of his own."""


@lru_cache(maxsize=1)
def patterns() -> Patterns:
    """The patterns, made once."""
    of = any_word("led-by", first=1)
    plural = any_word("of-many")
    joins = any_word("list-join")
    issuing = any_word("issuing")
    body = any_word("body", "body-in-text", "body-code", case="any")
    return Patterns(
        heads=pattern(rf"(?<!\w){body}(?!\w)"),
        next_body=pattern(rf"(?:,| và) (?={body}(?!\w))"),
        issuing=pattern(rf"(?<!\w)(?:{any_word('before-issuing')} )*{issuing}(?: {plural})? ?$"),
        speech=pattern(
            rf"(?:,? (?:{any_word('before-issuing')} )?{any_word('speaking')})?,? {any_word('at-document')}(?: {plural})? $|,? ?\($"
        ),
        led=pattern(rf"(?<!\w){of} $"),
        into_bracket=pattern(rf" ?\((?:{of} )?"),
        join=pattern(rf"(?: ?\([^()\n]{{0,60}}\))?(?: ?[,;]| ?,? ?{joins})? ?(?:{plural} )?{_NUMBER_LEAD}"),
        list_lead=pattern(
            rf"(?<!\w)(?P<many>{plural} [^.;:\n]{{2,60}}? )?{of} (?P<body>[^.;:\n]{{4,90}}?)"
            rf"(?: {issuing}|(?P<at> {any_word('at-document')} {plural}) [^.;:\n]{{2,60}}?)?(?: {any_word('following')})?: ?{_NUMBER_LEAD}$"
        ),
        same_day=pattern(rf",? {any_word('same-day')} "),
        subject=pattern(rf",? (?:\"|{any_word('subject-start')}(?!\w))"),
        possessed=pattern(rf"(?<!\w){any_word('possessed')}(?: [^\W\d_]+)? $"),
        holder=pattern(rf"{any_word('signing-office')}(?!\w)"),
    )
