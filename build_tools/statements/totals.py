"""Which number is a part of which: "12 hộ, trong đó 5 hộ nghèo", "45 việc (23 hoàn thành; …)", and the same told for another time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import any_word, word_set
from build_tools.model.span import Span
from build_tools.model.statement import Figure
from build_tools.statements.count_words import Words
from build_tools.statements.quantities import Quantity, is_measure, value_of

PART = re.compile(r"(?P<number>\d{1,4})(?=\s[^\W\d_]+)(?!\s?[/.%])")
OPENED = re.compile(r"[^().;:\n\d]{0,60}\((?:[^().;:\n\d]{0,30})", re.IGNORECASE)
"""Between a number and the first one in the brackets that open after it."""
NEXT_PART = re.compile(r"[^().:\n\d]{0,60}[,;]\s(?:[^().:,;\n\d]{2,60}\s)?")
SENTENCE_END = re.compile(r"\.\s(?=[^\W\d_])")
BARE = re.compile(r"(?<=[^\W\d_]\s)\d{1,3}(?:\.?\d{3})*(?=\s?[,;)])")
"""A number behind a name, with nothing behind it but the end of its place in a list."""
REACH = 40
"""Brackets open so close behind what was counted, in characters."""
LONGEST = 240
"""And are no longer."""
LOOK_BACK = 12
"""How many numbers back a total is looked for."""


@lru_cache(maxsize=1)
def parts() -> re.Pattern[str]:
    """Words that open the parts of a number told before."""
    return re.compile(rf"(?<!\w){any_word('part-of')}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A number already read in the paragraph: its figure, its words, its label without a change, where it and its sentence stand."""

    figure: Figure
    words: Words
    subject: str
    after: int
    sentence: int
    aside: bool = False
    """It says the same for another time: what follows is not told of it."""


@lru_cache(maxsize=1)
def other_time() -> re.Pattern[str]:
    """Before a number that says the same for another time: "83,4% (tháng 3/2031 là 83,3%)"."""
    return re.compile(rf"\({any_word('other-time')}(?!\w)[^()]{{0,40}}?$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _compared_value() -> re.Pattern[str]:
    return re.compile(rf"[^.;:()\n]*?(?<!\w)(?P<with>{any_word('compared-time')}\s[^.;:()\d\n]{{2,40}}(?:\d{{4}})?)\s?\(")


def compared_value(text: str, last: Told, at: int) -> re.Match[str] | None:
    """Where a number stands alone in brackets behind a comparison: what it was then, "tăng 6,7% so với năm 2030 (10,7 triệu tấn)"."""
    return _compared_value().fullmatch(text, last.after, at)


@lru_cache(maxsize=1)
def _new_subject() -> re.Pattern[str]:
    return re.compile(rf"\s{any_word('joins-count')}\s|[;\d]", re.IGNORECASE)


def part_at(text: str, at: int, told: Sequence[Told]) -> Quantity | None:
    """A number without a unit that tells a part of the count before: "45 nhiệm vụ (trong đó 23 hoàn thành; …)"."""
    last = told[-1] if told else None
    if last is None or last.figure.unit is None or is_measure(last.figure.unit):
        return None
    if summed := summed_at(text, at, told):
        return summed
    found = PART.match(text, at)
    if found is None:
        return None
    between = text[last.after : at]
    if word_key(between.rpartition(" ")[0].rpartition(" ")[2]) in word_set("ordinal"):
        return None
    if not (OPENED.fullmatch(between) or (last.figure.part_of and NEXT_PART.fullmatch(between))):
        return None
    value = value_of(found["number"])
    if value is None or (float(value) > float(last.figure.value) and not last.figure.part_of):
        return None
    return Quantity(Span(at, found.end("number")), value, last.figure.unit, found.end("number"))


def summed_at(text: str, at: int, told: Sequence[Told]) -> Quantity | None:
    """One of the bare numbers in brackets behind a count, each with its name, that make it up ("87 mô hình (kinh tế 64, văn hóa 23)"), or
    the last of such parts, whose name may look like a measure ("9 huy chương (4 vàng, 5 đồng)")."""
    last = told[-1] if told else None
    if last is None or last.figure.unit is None or is_measure(last.figure.unit):
        return None
    total = next((before for before in reversed(told[-LOOK_BACK:]) if before.figure.span == last.figure.part_of), last)
    if last.figure.part_of and last.figure.unit == total.figure.unit and (rest := _rest_of(text, at, last, total, told)):
        return rest
    opened = text.find("(", total.after, min(at, total.after + REACH))
    if opened < 0 or at - opened > LONGEST or ")" in text[opened:at]:
        return None
    closed = text.find(")", at, at + LONGEST)
    numbers = list(BARE.finditer(text, opened, closed + 1 if closed >= 0 else opened))
    mine = next((number for number in numbers if number.start() == at), None)
    values = [value_of(number.group()) for number in numbers]
    if mine is None or len(values) < 2 or sum(float(value or "nan") for value in values) != float(total.figure.value):
        return None
    return Quantity(Span(at, mine.end()), value_of(mine.group()) or "", total.figure.unit or "", mine.end())


def _rest_of(text: str, at: int, last: Told, total: Told, told: Sequence[Told]) -> Quantity | None:
    """The part that with those told before makes up their whole."""
    found = PART.match(text, at)
    value = value_of(found["number"]) if found and NEXT_PART.fullmatch(text, last.after, at) else None
    if found is None or value is None:
        return None
    before = sum(float(one.figure.value) for one in told[-LOOK_BACK:] if one.figure.part_of == total.figure.span)
    whole = before + float(value) == float(total.figure.value)
    return Quantity(Span(at, found.end("number")), value, last.figure.unit or "", found.end("number")) if whole else None


def total_of(text: str, quantity: Quantity, words: Words, told: Sequence[Told], sentence: int, bracketed: bool) -> Told | None:
    """The number before of which this one is a part."""
    at = quantity.span.start
    if told and (other_time().search(text, told[-1].after, at) or words.elsewhere):
        return None
    nested = _nested(text, quantity, words, told, bracketed)
    if nested:
        return nested
    for before in reversed(told[-LOOK_BACK:]):
        if (
            before.figure.part_of
            or words.change
            or before.words.change
            or before.aside
            or not _same_kind(before.figure.unit, quantity.unit)
        ):
            continue
        if before.figure.unit == quantity.unit and float(quantity.value) > float(before.figure.value):
            return None  # "3,6 triệu văn bản (lũy kế trên 53 triệu)": more than the whole is no part of it
        between = text[before.after : at]
        if re.match(r"\s?:\s", between) and "." not in between:
            return before
        if re.fullmatch(r"\s?\(", between):
            return None  # "373 tỷ đồng (14,5 triệu USD)": the same amount once more
        opened = re.match(r"[^().;\n]{0,60}\(", between)
        if (opened and ")" not in between and before.sentence == sentence) or _opens_parts(between):
            return before
        return None
    return None


def _nested(text: str, quantity: Quantity, words: Words, told: Sequence[Told], bracketed: bool) -> Told | None:
    """The total of a number in the brackets right behind another, whatever that is part of itself; the same for the next in them."""
    last = told[-1] if told else None
    if last is None or words.change or is_measure(quantity.unit) or is_measure(last.figure.unit or "%"):
        return None
    if last.figure.unit == quantity.unit and float(quantity.value) > float(last.figure.value) and not last.figure.part_of:
        return None
    between = text[last.after : quantity.span.start]
    if OPENED.fullmatch(between) and (parts().search(between) or _same_kind(last.figure.unit, quantity.unit)):
        return last if between.rstrip()[-1:] != "(" or float(quantity.value) < float(last.figure.value) else None
    if last.figure.part_of and bracketed and NEXT_PART.fullmatch(between):
        return next((before for before in told if before.figure.span == last.figure.part_of), None)
    return None


def _opens_parts(between: str) -> bool:
    """True where words after a number open its parts; "gồm" only where nothing else was named in between.

    They end with their sentence.
    """
    found = parts().search(between)
    if found is None or SENTENCE_END.search(between, found.end()):
        return False
    return "trong" in found.group().lower() or _new_subject().search(between, 0, found.start()) is None


def _same_kind(unit: str | None, other: str | None) -> bool:
    """True for units that count the same: "hộ" and "hộ nghèo", "triệu đồng" and "tỷ đồng"."""
    first, second = word_key(unit or "").split(), word_key(other or "").split()
    return bool(first) == bool(second) and (not first or first[0] == second[0] or first[-1] == second[-1])
