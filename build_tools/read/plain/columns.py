"""Columns of a page that were laid out with blanks (``pdftotext -layout``): read one after the other, not line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from build_tools.lexicon.keys import strip_marks
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import CAPITALISED, PERSON, PLACE
from build_tools.lexicon.types import document_types
from build_tools.model.reading import PLAIN, Style
from build_tools.model.values import Value
from build_tools.read.layout import DATED, IN_RIGHT_COLUMN, MISWRITTEN, RECIPIENTS, SIGNERS, blank_holes
from build_tools.read.printed import nation, printed

_GAP = re.compile(r"\S(\s{3,})(?=\S)")
_HEADER = re.compile(rf"\S\s{{3,}}{IN_RIGHT_COLUMN.pattern}")
_MISWRITTEN = re.compile(rf"\S\s{{3,}}{MISWRITTEN}")
_SIGNATURE = re.compile(rf"{RECIPIENTS.pattern}\s{{3,}}\S", re.IGNORECASE)
_TITLE = re.compile(rf"\s*[{CAPITALS} ]{{6,40}}$")
_BELOW = re.compile(
    rf"\s*(?:{printed('addressees', case='any')}\s*:"
    rf"|(?:{'|'.join(sorted({word.upper() for kind in document_types() if 'title' in kind.roles for word in kind.words}))})\s*$)"
)
"""What stands below a header's columns: the type alone on its line, the addressees of a letter."""
_LEFT = rf"(?P<left>[{CAPITALS}][{CAPITALS} .,–-]+[{CAPITALS}]|\\*|{printed('number', case='begin')}\s?:?\s?[\w./-]+)"
_FLAT = re.compile(
    rf"\s*{_LEFT}(?<!{printed('state-name', case='capitals', first=1)}) "
    rf"(?P<right>{nation('capitals')}[{CAPITALS} ]*|{printed('motto', case='begin')}\s?[-–].*"
    rf"|{PLACE}, {printed('day', case='exact')}\s.*{printed('year', case='exact')}\s\d{{4}})\s*$"
)
"""A line of a letterhead whose two columns stand side by side with nothing but a blank between; with "nước" before it
the nation's name goes on a body's."""
_ALONE = re.compile(rf"\s*(?:[*–_-]+|{printed('number', case='begin')}\s?:?\s?[\w./-]+)\s*$")
"""A line of the left column that nothing stands beside: the number, an ornament."""
_IN_CAPITALS = rf"[{CAPITALS}][{CAPITALS} ./,–-]*"
_SIDE_BY_SIDE = re.compile(rf"\s*{_IN_CAPITALS}\s{{3,}}{_IN_CAPITALS}$")
_SIGNING_NAME = rf"(?:{CAPITALISED} [^\W\d_{CAPITALS}][^\W\d_]* )?{PERSON}"
_TWO_NAMES = re.compile(rf"\s*{_SIGNING_NAME}\s{{3,}}{_SIGNING_NAME}\s*$")
"""Two persons side by side, each with a rank or not."""
_SIGNATURE_LINES = 12
"""A signature has fewer lines, blank ones too."""
_MOST = 60
"""A header or a signature block has fewer lines than this."""


class Line(Value, frozen=True, gc=False):
    """A line, or the part of it that lies in one column (0 = left)."""

    start: int
    end: int
    column: int | None = None

    @property
    def style(self) -> Style:
        """The style that tells the column."""
        return PLAIN if self.column is None else Style(column=self.column)


def part_columns(source: str, lines: Sequence[tuple[int, int]]) -> list[Line]:
    """The lines in reading order: where a header or signature block has two columns, the left one comes first."""
    result: list[Line] = []
    at = 0
    while at < len(lines):
        start, end = lines[at]
        text = source[start:end]
        if at < _MOST and IN_RIGHT_COLUMN.search(text) and _FLAT.match(text):
            left, right = _flat(source, lines[at : at + _MOST])
            result += [*left, *right]
            at += len(left)
            continue
        band = _band(source, lines, at) if "   " in text.strip() and _opens_columns(source, lines, at) else 0
        if not band:
            result.append(Line(start, end))
            at += 1
            continue
        left, right = _split(source, lines[at : at + band])
        result += [*left, *right]
        at += band
    return result


def _opens_columns(source: str, lines: Sequence[tuple[int, int]], at: int) -> bool:
    text = source[slice(*lines[at])]
    return bool(
        _HEADER.search(text) or _MISWRITTEN.search(strip_marks(text)) or _SIGNATURE.match(text) or SIGNERS.match(text)
    ) or _names_below(source, lines, at)


def _names_below(source: str, lines: Sequence[tuple[int, int]], at: int) -> bool:
    """True for two columns in capitals that end with the names of two persons: they sign side by side, whatever their offices."""
    if not _SIDE_BY_SIDE.match(source[slice(*lines[at])].rstrip()):
        return False
    for place in lines[at + 1 : at + _SIGNATURE_LINES]:
        text = source[slice(*place)].rstrip()
        if text.isupper() or not text:
            continue
        return _TWO_NAMES.match(text) is not None
    return False


def _flat(source: str, lines: Sequence[tuple[int, int]]) -> tuple[list[Line], list[Line]]:
    """The two columns of lines that were run together, up to the first line that is of neither."""
    left: list[Line] = []
    right: list[Line] = []
    for start, end in lines:
        both = _FLAT.match(source, start, end)
        if both:
            left.append(Line(*both.span("left"), 0))
            right.append(Line(*both.span("right"), 1))
        elif _ALONE.match(source, start, end):
            left.append(Line(start, end, 0))
        else:
            break
    return left, right


def _cut(text: str) -> tuple[int, int] | None:
    """Where the widest gap of a line begins and ends."""
    holes = blank_holes(text)
    gaps = [match.span(1) for match in _GAP.finditer(text) if match.span(1) not in holes]
    return max(gaps, key=lambda gap: gap[1] - gap[0]) if gaps else None


def _band(source: str, lines: Sequence[tuple[int, int]], at: int) -> int:
    """How many lines from ``at`` on keep clear of the gutter between the two columns."""
    low, high = 0, 10_000
    last = 0
    blank = 0
    dated = False
    for count, (start, end) in enumerate(lines[at : at + _MOST]):
        text = source[start:end]
        if not text.strip():
            blank += 1
            continue
        indent = len(text) - len(text.lstrip())
        width = len(text.rstrip())
        cut = _cut(text)
        if not cut and ((blank and (dated or _TITLE.match(text))) or (dated and _BELOW.match(text))):
            break
        dated = dated or DATED.search(text) is not None
        if cut and cut[0] < high and cut[1] > low and cut[1] - cut[0] >= 3 and indent < high:
            new_low, new_high = max(low, cut[0]), min(high, cut[1])
        elif width <= high:
            new_low, new_high = max(low, width), high
        elif indent >= low:
            new_low, new_high = low, min(high, indent)
        else:
            break
        if new_low >= new_high or (blank > 1 and not cut and not (indent >= low or width < high * 0.8)):
            break
        low, high = new_low, new_high
        last = count + 1
        blank = 0
    return last


def _split(source: str, lines: Sequence[tuple[int, int]]) -> tuple[list[Line], list[Line]]:
    low = 0
    for start, end in lines:
        cut = _cut(source[start:end])
        if cut:
            low = max(low, cut[0])
    left: list[Line] = []
    right: list[Line] = []
    for start, end in lines:
        text = source[start:end]
        if not text.strip():
            left.append(Line(start, end, 0))
            continue
        indent = len(text) - len(text.lstrip())
        cut = _cut(text)
        if indent >= low:
            right.append(Line(start, end, 1))
        elif cut:
            left.append(Line(start, start + cut[0], 0))
            right.append(Line(start + cut[1], end, 1))
        else:
            left.append(Line(start, end, 0))
    return left, right
