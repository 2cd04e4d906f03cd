"""What is said of a number behind it: where the words about it end and those of the next number begin."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import any_word, word_set
from build_tools.messages.shorten import shorten
from build_tools.statements.quantities import Quantity, is_measure, quantity_at
from build_tools.statements.verbs import LOW_WORD, first_words, is_duty

TAIL = 60
"""The longest words behind a number that are kept, in characters."""
NUMBER = re.compile(r"\s[~>≈]?(?P<digit>\d)")
LISTED = 4
"""A thing counted has at most so many names in a row ("bộ, ngành, cơ quan")."""
NOUN = 2
"""Words of a noun that stands right before the next number."""
ASIDE = re.compile(r"(?:\s\([^()\d\n]{0,12}[^()\n]{1,28}\)|\s?[⁽\[][\d⁰¹²³⁴-⁹]{1,3}[⁾\]]|[⁰¹²³⁴-⁹]{1,2})(?=\s[^\W\d_])")
"""A few words in brackets right behind what is counted, or the mark of a footnote: "45 nhiệm vụ (hạn tháng 5) tỉnh giao đang làm"."""


@lru_cache(maxsize=1)
def trailing() -> re.Pattern[str]:
    """Words that only lead to a number, at the end of what was said before it."""
    return re.compile(rf"(?:(?:^|\s){any_word('counts-verb')})+$", re.IGNORECASE)


@lru_cache(maxsize=1)
def change_start() -> re.Pattern[str]:
    """The word at the beginning of the words before a number that says how another number changed: "tăng …"."""
    return re.compile(rf"{any_word('changes')}(?=\s|$)", re.IGNORECASE)


@lru_cache(maxsize=1)
def change_end() -> re.Pattern[str]:
    """A word at the end that says how another number changed ("… tăng")."""
    return re.compile(rf"\s{any_word('changes')}$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _tail_stop() -> re.Pattern[str]:
    return re.compile(
        rf"[;:()“”\n\t⁽=\[]|(?<=\w{{3}})[⁰¹²³⁴-⁹]|[,.](?!\d)|\s{any_word('after-count')}(?=\s|$)|\s{any_word('joins-count')}\s(?:[^\W\d_]+\s){{0,3}}\d"
        rf"|\s{any_word('joins-count')}\sđã\s",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _tells_kind() -> re.Pattern[str]:
    """A word that with no number behind it says of what kind the things counted are: "12 trường đạt chuẩn quốc gia"."""
    return re.compile(rf"\s{any_word('tells-kind')}\s(?!(?:[^\W\d_]+\s){{0,4}}\d)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _goes_on() -> re.Pattern[str]:
    """Behind one more name of what is counted: what is said of it, or the sign that joins the next number."""
    return re.compile(rf"\s{any_word('predicate')}\s|\s(?:&|{any_word('counted-beside')})\s?$")


def tail_of(text: str, quantity: Quantity) -> str:
    """What is said of what was counted, up to the next clause or the next number; nothing where a stroke parts it from what was planned."""
    if text.startswith("/", quantity.after):
        return ""
    aside = ASIDE.match(text, quantity.after)
    named = aside.end() if aside else quantity.after
    stop = _tail_stop().search(text, named, min(len(text), named + 2 * TAIL))
    comma = listed = None
    of_group = quantity.unit == "%" and _of_group(text, quantity)
    for _ in range(LISTED):
        if stop is None:
            break
        at_comma = text[stop.start()] == ","
        names = at_comma and (not is_measure(quantity.unit) or of_group) and _unit_ahead(text, stop.end())
        if not (names or _tells_kind().match(text, stop.start()) or (at_comma and _verbs(text, quantity.after, stop))):
            break
        comma = comma or (stop if at_comma and not names else None)
        listed = listed or (stop if names else None)
        stop = _tail_stop().search(text, stop.end(), min(len(text), quantity.after + 2 * TAIL))
    end = stop.start() if stop else named + 2 * TAIL
    other = _next_count(text, named, end)
    if other is None:
        tail = shorten(text[named:end].strip(), TAIL).rstrip("…")
        return "" if trailing().fullmatch(tail) else tail
    if listed and len(text[listed.end() : other].split()) <= NOUN and not _goes_on().search(text, listed.end(), other):
        comma = listed  # "3 người, giáo viên 36 người": the noun is that of the next number
    end = comma.start() if comma else other  # the comma between two verbs parts what is said of two numbers
    return trailing().sub("", shorten(text[named:end].strip(" &"), TAIL).rstrip("…"))


def _next_count(text: str, start: int, end: int) -> int | None:
    """Where the next number that counts stands among the words after one; not one of a name ("Đề án 6", "5G")."""
    return next((found.start() for found in NUMBER.finditer(text, start, end) if quantity_at(text, found.start("digit"))), None)


def _of_group(text: str, quantity: Quantity) -> bool:
    """True for a share of those named right behind it ("100% các thôn, bản"), which nothing before it says that something reaches."""
    before = text[max(0, quantity.span.start - 24) : quantity.span.start].rpartition("\n")[2].rstrip()
    return (
        trailing().search(before) is None and change_end().search(f" {before}") is None and _unit_ahead(text, quantity.after, plural=True)
    )


def _verbs(text: str, start: int, comma: re.Match[str]) -> bool:
    """True for the comma between two things done to one: "các xã đã thành lập, kiện toàn tổ bến"."""
    before = [word_key(word) for word in LOW_WORD.findall(text[start : comma.start()])]
    ends = any(" ".join(before[-count:]) in word_set("verb") for count in (1, 2) if len(before) > count)
    return ends and is_duty(first_words(text, comma.end(), comma.end() + 24))


def _unit_ahead(text: str, at: int, plural: bool = False) -> bool:
    """True where one more name of what is counted follows a comma: "22 bộ, ngành"; with ``plural``, perhaps behind "các"."""
    found = LOW_WORD.findall(text, at, at + 24)
    found = found[1 if plural and found[:1] and word_key(found[0]) in word_set("plural") else 0 :][:2]
    return (
        bool(found)
        and not is_duty([word_key(word) for word in found])
        and text[at : at + 2].strip()[:1].islower()
        and any(word_key(" ".join(found[:count])) in word_set("unit") for count in (1, 2))
    )
