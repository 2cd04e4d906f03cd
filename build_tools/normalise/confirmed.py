"""What a person has checked against the picture of a recognised text, put in place of what was read there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from build_tools.identity import canonical_number, number_key, parse_number
from build_tools.lexicon.keys import exact_key
from build_tools.model.document import Block, Clean, Correction, Table
from build_tools.model.metadata import Confirmed, Metadata
from build_tools.model.reading import Doubt
from build_tools.model.span import Span
from build_tools.normalise.overlay import corrected
from build_tools.vietnamese.dates import find_dates, parse_date

HEADING = 24
"""Blocks at the beginning in which a heading stands."""

_ENTRY = re.compile(r"^(?:trang (?P<page>\d+): )?(?:chữ “(?P<word>[^”]*)”.*|(?P<value>.*))$", re.DOTALL)
"""How an editor may write what was read: the value alone, with its page, or as the list of what is to be confirmed shows it."""
_JOINS = r"/.,\-–"
_BEFORE = rf"(?<!\w)(?<!\w[{_JOINS}])"
_AFTER = rf"(?!\w)(?![{_JOINS}]\w)"
"""A value is looked for whole: "6" is not in "36", nor "KH" in "36/KH-UBND"."""


def correct(clean: Clean, metadata: Metadata) -> Clean:
    """The clean text with the values that ``metadata.confirmed`` gives in place of those recognised.

    A value is put right where no doubt remains which place is meant: the only one that has it (on the page that is named), those of the
    heading, or all where the editor says so. What is confirmed, or stated as number or date of the document, leaves the list of what is
    to be confirmed. Texts that were not recognised stay as they are; of them a line is left to be confirmed until its number or day is
    stated.
    """
    if clean.method != "ocr":
        told = [words for words in (metadata.number, metadata.issued_on) if words]
        return replace(clean, confirm=tuple(doubt for doubt in clean.confirm if not any(_says(doubt.text, words) for words in told)))
    found: list[Correction] = []
    for entry in metadata.confirmed:
        places = list(_places(clean, entry))
        sure = places if len(places) == 1 or entry.everywhere else [place for place in places if place[0] < HEADING]
        found += [correction for _, correction in sure]
    return replace(corrected(clean, _apart(found)), confirm=_left(clean, metadata))


def words_read(entry: str) -> str:
    """What was recognised, without the page and the remark that a list of doubtful words puts around it."""
    found = _ENTRY.match(entry)
    return (found["word"] if found["word"] is not None else found["value"]) if found else entry


def same_value(one: str, other: str) -> bool:
    """True when two ways of writing state one value: the same words, the same day, the same number."""
    if exact_key(one) == exact_key(other):
        return True
    day = parse_date(one)
    if day and day == parse_date(other):
        return True
    return bool(parse_number(one) and parse_number(other)) and number_key(one) == number_key(other)


def _says(line: str, value: str) -> bool:
    """True when a line has this number or this day."""
    return stands(line, value) or any(mention.iso == value for mention in find_dates(line))


def _left(clean: Clean, metadata: Metadata) -> tuple[Doubt, ...]:
    known = [*(words_read(entry.read) for entry in metadata.confirmed), *filter(None, (metadata.number, metadata.issued_on))]
    return tuple(doubt for doubt in clean.confirm if not any(same_value(doubt.text, read) for read in known))


def _places(clean: Clean, entry: Confirmed) -> Iterator[tuple[int, Correction]]:
    """Where the text has what was recognised, with the number of the block; nowhere when it was recognised rightly."""
    read, value = words_read(entry.read), " ".join(entry.value.split())
    if not read.strip() or not value or same_value(read, value):
        return
    page = _ENTRY.match(entry.read)
    wanted = int(page["page"]) if page and page["page"] else None
    for index, block in enumerate(clean.blocks):
        if wanted is not None and block.style.page not in (None, wanted):
            continue
        for place in _stretches(block):
            text = place.of(clean.text)
            for start, end, new in _changes(text, read, value):
                span = Span(place.start + start, place.start + end)
                yield index, Correction(span, text[start:end], new)


def _stretches(block: Block) -> list[Span]:
    return [cell.span for row in block.rows for cell in row] if isinstance(block, Table) else [block.span]


def _changes(text: str, read: str, value: str) -> Iterator[tuple[int, int, str]]:
    """Where ``read`` stands in a paragraph, and what is to stand there: a date in the form in which the text writes it."""
    day, true = parse_date(read), parse_date(value)
    if day:
        for mention in find_dates(text) if true else ():
            span = mention.span
            if mention.iso == day and (new := _redated(span.of(text), day, str(true))):
                yield span.start, span.end, new
        return
    if parse_number(value):
        value = canonical_number(value)
    for match in _whole(read).finditer(text):
        yield match.start(), match.end(), value


def _whole(words: str) -> re.Pattern[str]:
    """The words with a dash or stroke between them spaced in any way."""
    parts = re.split(r"\s*([-–/])\s*", " ".join(words.split()))
    spaced = (re.escape(part) if at % 2 == 0 else " ?/ ?" if part == "/" else " ?[-–] ?" for at, part in enumerate(parts))
    return re.compile(_BEFORE + "".join(spaced) + _AFTER)


def stands(text: str, words: str) -> bool:
    """True when ``text`` has the words whole, not inside another value."""
    return _whole(words).search(text) is not None


def _redated(written: str, day: str, true: str) -> str | None:
    """A date as it is written, with the numbers of another one: "ngày 02 tháng 3 năm 2031"; None where a part is lacking."""
    old, new = day.split("-")[::-1], true.split("-")[::-1]
    if len(old) != len(new) or [part.zfill(2) for part in re.findall(r"\d+", written)] != old:
        return None
    numbers = iter(new)
    return re.sub(r"\d+", lambda match: str(int(next(numbers))).zfill(len(match[0])), written)


def _apart(found: list[Correction]) -> list[Correction]:
    """Corrections that do not overlap: what was stated first counts."""
    kept: list[Correction] = []
    for item in found:
        if not any(item.span.overlaps(other.span) for other in kept):
            kept.append(item)
    return kept
