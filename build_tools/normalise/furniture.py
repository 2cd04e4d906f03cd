"""What belongs to the page and not to the document: running heads, page numbers, signature stamps, ruled lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word
from build_tools.normalise.lines import Line

_GAZETTE = re.compile(
    rf"(?:\d{{1,4}} )?{any_word('gazette', case='capitals')} ?/ ?{any_word('number')} [\d +&-]{{1,30}}/ ?"
    rf"{any_word('day')} \d{{1,2}}[-/]\d{{1,2}}[-/]\d{{4}}(?: \d{{1,4}})?$"
)
"""Running head of the official gazette: "CÔNG BÁO/Số 12 + 13/Ngày 01-02-2025"."""
_STAMP = re.compile(rf"(?:{any_word('stamp-first', 'stamp-valid')})\b ?:?")
_STAMP_LINE = re.compile(rf"(?:{any_word('stamp')} ?: ?\S|{any_word('stamp-valid')})")
_STAMP_TIME = re.compile(r"(?:\d{2}[./-]\d{2}[./-]\d{4}|\d{4}-\d{2}-\d{2}) \d{2}:\d{2}")
_MAIL = re.compile(rf"(?:[{CAPITALS} ]{{1,60}} )?\S{{1,60}}@\S{{1,60}}(?: {_STAMP_TIME.pattern}\S*)?$")
_ZONE = re.compile(r"[+-]\d{2}:\d{2}")
_STAMP_NAME = 3
"""So many lines has the name in a stamp, at most."""
_NUMBER = re.compile(r"(?:[-–—] ?)?(\d{1,4})(?: ?[-–—])?$|" + any_word("page") + r" (\d{1,4})(?: ?/ ?\d{1,4})?$")
_RULE = re.compile(r"(?:[-_–—=*~] ?){2,}$|[*_]$|[-–—_*]{0,40}o0o[-–—_*]{0,40}$|[-–—_*]{2,}[oO0]{1,3}[-–—_*]{2,}$|\|(?: ?\|)*$")
"""A drawn line; a bar alone is what is left of a table's edge."""
_LETTERS = re.compile(r"[^\W_oO0]")
_ORNAMENT = 10
"""A drawn line with an ornament in it has so many characters."""


def mark_furniture(lines: Sequence[Line]) -> None:
    """Set ``furniture`` on running heads, stamps, ruled lines and the page numbers that a page's layout gives away."""
    texts = [line.text for line in lines]
    for at, text in enumerate(texts):
        if is_rule(text):
            lines[at].furniture = True
        if "@" in text:
            _mark_bare_stamp(lines, texts, at)
        if not lines[at].wrapped:
            continue
        if _GAZETTE.match(text):
            lines[at].furniture = True
        elif _STAMP.match(text):
            _mark_stamp(lines, texts, at)
    _mark_numbers(lines, texts)
    _mark_heads(lines, texts)


def is_rule(text: str) -> bool:
    """True for a ruled line or an ornament: hardly a letter or digit in it ("-----", "=====o0o=====", "_____&_____", "***")."""
    if _RULE.match(text):
        return True
    return len(text) >= _ORNAMENT and text[0] in "-_–—=*~o|" and len(_LETTERS.findall(text)) * 4 < len(text)


def _mark_stamp(lines: Sequence[Line], texts: list[str], at: int) -> None:
    """A stamp is a few lines "name: value", one of which gives the minute of signing."""
    last = at
    while last + 1 < len(texts) and last - at < 6 and lines[last + 1].gap < 2 and _STAMP_LINE.match(texts[last + 1]):
        last += 1
    if last > at and any(_STAMP_TIME.search(text) for text in texts[at : last + 1]):
        for line in lines[at : last + 1]:
            line.furniture = True


def _mark_bare_stamp(lines: Sequence[Line], texts: list[str], at: int) -> None:
    """A stamp without captions: who signed, in capitals, an address of mail on the line ``at``, the minute of signing behind or below it,
    its zone."""
    timed = _STAMP_TIME.search(texts[at]) is not None
    below = not timed and at + 1 < len(texts) and _STAMP_TIME.match(texts[at + 1]) is not None
    if not (timed or below) or _MAIL.match(texts[at]) is None:
        return
    first, last = at, at + below
    while first and at - first < _STAMP_NAME and lines[first].gap < 2 and texts[first - 1].isupper() and not lines[first - 1].furniture:
        first -= 1
    if last + 1 < len(texts) and _ZONE.fullmatch(texts[last + 1]):
        last += 1
    for line in lines[first : last + 1]:
        line.furniture = True


def _mark_numbers(lines: Sequence[Line], texts: list[str]) -> None:
    """A number alone is a page number beside a running head or a form feed, or as one of a growing row of numbers that stand apart."""
    row: list[tuple[int, int]] = []
    for at, text in enumerate(texts):
        line = lines[at]
        if not line.wrapped or len(text) > 12 or not (match := _NUMBER.match(text)):
            continue
        near = (at and lines[at - 1].furniture and len(texts[at - 1]) > 8) or (
            at + 1 < len(texts) and lines[at + 1].furniture and _GAZETTE.match(texts[at + 1])
        )
        after = lines[at + 1] if at + 1 < len(texts) else None
        if near or line.new_page or (after is not None and after.new_page):
            line.furniture = True
        elif line.indent >= 20 or (line.gap and (after is None or after.gap)):
            row.append((at, int(match.group(1) or match.group(2))))
    for place, (at, number) in enumerate(row):
        before = row[place - 1][1] if place else None
        following = row[place + 1][1] if place + 1 < len(row) else None
        if number - 1 == before or number + 1 == following or (number == 2 and lines[at].indent >= 20):
            lines[at].furniture = True


_HEAD = 60
"""A running head is shorter."""


def _mark_heads(lines: Sequence[Line], texts: list[str]) -> None:
    """The same line above, or below, the numbers of most pages, of two at least, is a running head or foot of an office's own."""
    numbers = [at for at, text in enumerate(texts) if lines[at].furniture and len(text) <= 12 and _NUMBER.match(text)]
    sides: tuple[dict[str, list[int]], ...] = ({}, {})
    for at in numbers:
        for side, other in zip(sides, (at - 1, at + 1), strict=True):
            near = 0 <= other < len(lines) and not lines[max(at, other)].gap and not lines[other].furniture
            if near and len(texts[other]) < _HEAD:
                side.setdefault(texts[other], []).append(other)
    for side, opposite in (sides, sides[::-1]):
        for text, found in side.items():
            if text not in opposite and len(found) > 1 and 2 * len(found) >= len(numbers):
                for at in found:
                    lines[at].furniture = True
