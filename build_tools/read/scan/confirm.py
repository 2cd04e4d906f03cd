"""What a person must compare with the picture of a page: its numbers and dates, and the words that recognition itself doubts; not what
the second reader read there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.model.reading import Doubt, Second
from build_tools.read.page.layout import Row, text_of
from build_tools.read.printed import printed
from build_tools.read.scan import witness
from build_tools.read.scan.ocr import DOUBTFUL, NOTHING, WITH_LETTERS

_EDGES = ".,:;!?…'’‘\"“”()[]{}<>|/\\_-–—+*~^ "
"""Punctuation that may stand at the edges of a word or a number."""
_DAY, _MONTH, _YEAR = (printed(word, case="exact") for word in ("day", "month", "year"))
NUMBERED = re.compile(
    r"\d[\d.]*\s?(?:/\s?\d{4}\s?)?[-/]\s?[A-ZĐ][\w&]*(?:\s?[-/]\s?[A-ZĐ][\w&]*)*|\d{1,2}\s?[/.\-]\s?\d{1,2}\s?[/.\-]\s?\d{4}"
    rf"|(?P<date>{_DAY}\s?\S{{1,4}}\s?{_MONTH}\s?\S{{1,4}}\s?{_YEAR}\s?\d{{4}})"
    r"|\d+(?:[.,/]\d+)*(?:\s?%)?|\b[IVX]{2,6}\b"
)
"""What a person must compare with the picture: document numbers, dates, figures, Roman numerals."""
LABEL = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5})[.)]\s")
"""A provision's own label at the line's beginning: its order shows whether it is right."""
_CUT = re.compile(r"\d+ \d+[-/]\S+|\d+/\d+ \d+(?:/\d+)+")
"""A number or a day with a blank in it."""


def to_confirm(page: int, rows: Sequence[Row], second: Second = NOTHING) -> list[Doubt]:
    """What a person must compare with the picture: numbers and dates, and words that the recognition itself doubts; not what the second
    reader's text has too, nor the page's own number, and nothing twice. What stands in one place is asked as one."""
    found: list[Doubt] = []
    for at, row in enumerate(rows):
        text = text_of(row)
        if at in (0, len(rows) - 1) and text.strip(" -–") == str(page):
            continue
        spots = [*_unsure_numbers(text, second), *_unsure_words(text, row, second)]
        found += [Doubt(page, text[spot.start : spot.end], spot.confidence) for spot in _joined(spots, text)]
    return list(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Spot:
    """A part of a line to confirm; ``confidence`` as ``Doubt`` has it."""

    start: int
    end: int
    confidence: int | None = None


def _unsure_numbers(text: str, second: Second) -> Iterator[_Spot]:
    """The numbers and dates of a line that the second reader has not. Of a short one its blank-delimited run tells more ("II.2", "13h")."""
    label = LABEL.match(text)
    for match in NUMBERED.finditer(text, label.end() if label else 0):
        start, end = match.span()
        if not second.text:
            yield _Spot(start, end)
            continue
        run = _run_around(text, start, end) if end - start < witness.TELLING else (start, end)
        before, after = text[: run[0]].split()[-1:], text[run[1] :].split()[:1]
        marks = match["date"] is None
        if not witness.said(second.text, text[slice(*run)], "".join(before), "".join(after), marks=marks):
            yield _Spot(start, end)


def _run_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The run between blanks that a part of a line stands in, without the punctuation at its edges."""
    first = text.rfind(" ", 0, start) + 1
    last = text.find(" ", end)
    run = text[first : last if last >= 0 else len(text)]
    core = run.strip(_EDGES)
    first += len(run) - len(run.lstrip(_EDGES))
    return (first, first + len(core)) if first <= start and end <= first + len(core) else (start, end)


def _unsure_words(text: str, row: Row, second: Second) -> Iterator[_Spot]:
    """The words of a line that recognition doubts and the second reader has not: punctuation at their edges is no part of them."""
    text_of_words, at = second.text if second.marks else "", 0
    for word in row:
        start = text.find(word.text, at)
        if start < 0:  # a raised one is written otherwise
            continue
        at = start + len(word.text)
        if word.confidence >= DOUBTFUL or not WITH_LETTERS.search(word.text):
            continue
        before, after = text[:start].split()[-1:], text[at:].split()[:1]
        forms = dict.fromkeys((word.text, word.text.strip(_EDGES)))
        if not (text_of_words and any(witness.said(text_of_words, form, "".join(before), "".join(after)) for form in forms)):
            yield _Spot(start, at, round(max(word.confidence, 0)))


def _joined(spots: Iterable[_Spot], text: str) -> list[_Spot]:
    """In their order; those that stand in one another, and parts of one symbol or day that a blank cut in two ("04/1 1/2017"), made one."""
    made: list[_Spot] = []
    for spot in sorted(spots, key=lambda spot: (spot.start, -spot.end)):
        last = made[-1] if made else None
        if last is not None and (spot.start < last.end or _CUT.fullmatch(text, last.start, spot.end)):
            sure = last.confidence if spot.confidence is not None and last.confidence is not None else None
            made[-1] = _Spot(last.start, max(last.end, spot.end), sure)
        else:
            made.append(spot)
    return made
