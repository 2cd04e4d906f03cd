"""Lines to paragraphs: by indent, leading, a short last line and alignment, also across pages."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from build_tools.lexicon.letters import CAPITALS
from build_tools.model.reading import Align
from build_tools.read.page.layout import Line
from build_tools.read.printed import AUTHORITY, RECIPIENTS, printed

START = re.compile(
    rf"{printed('article', 'division', 'appendix', 'basis', case='begin')}\s|{printed('addressees', *RECIPIENTS, case='begin')}(?:\s|:)"
    r"|[IVXL]{1,5}[.)\-–]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s|[a-zđ]{1,2}[.)]\s|[-–+•*●]\s|\(\d{1,2}\)\s"
)
"""How a numbered or listed provision begins, or what stands around the text of a letter."""
SIGNING = re.compile(rf"{printed(*AUTHORITY, 'acting')}\.?\s*[./]?\s*[{CAPITALS}]{{2}}")
"""How the signature begins where somebody signs for others: no paragraph goes on with it."""
CUT_BEFORE = re.compile(r"\w[-/]$")
"""A line end inside a number or range: Vietnamese has no hyphenation, so the hyphen belongs to the text."""
CUT_AFTER = re.compile(r"/|-[A-ZĐ]{2}")
"""The same where the hyphen or stroke begins the next line."""
SENTENCE_END = tuple('.;:!?…”"')
NUMBER = re.compile(rf"{printed('number', case='begin')}\b")
"""How the line of the document's number begins."""
SUBJECT = re.compile(printed("about", case="exact"))
"""How the subject of a letter begins, below its number."""
OPEN_DATE = re.compile(rf"(?:{printed('day')}|,)\s.*?{printed('day', 'month', 'year')}$")
"""A line with place and date that a narrow column cut before a number of the date."""
LINKING = re.compile(rf"{printed('linking', case='capitals')}\s")
"""How a line of a title in capitals goes on."""
TOLERANCE = 3.0
"""Points by which margins may differ."""
TITLE = 60.0
"""Points from the margin at which no first line begins: what stands there in bold is a title, even on a page too short to tell."""


TITLES = 3
"""Bold lines of different lengths about one middle that tell where the measure ends."""


@dataclass(frozen=True, slots=True)
class Margins:
    """The type area of a page, and the usual distance of base lines in it. ``width`` is the page's."""

    left: float
    right: float
    leading: float
    width: float = 0.0

    @property
    def centre(self) -> float:
        """The middle of the type area."""
        return (self.left + self.right) / 2


@dataclass(slots=True)
class Draft:
    """A paragraph being built from lines."""

    lines: list[Line]
    align: Align | None = None

    @property
    def text(self) -> str:
        """The joined text."""
        return join(line.text for line in self.lines)


def join(texts: Iterable[str]) -> str:
    """Join lines with blanks; a number or a name cut after its hyphen or stroke is joined without one."""
    joined = ""
    for text in texts:
        glued = CUT_BEFORE.search(joined) or (CUT_AFTER.match(text) and joined[-1:].isalnum())
        joined += text if glued or not joined else " " + text
    return joined


def margins_of(lines: Sequence[Line], width: float, before: Margins | None = None) -> Margins:
    """The type area, from the full-width lines; a page with too few long ones takes it from the page before."""
    body = [line for line in lines if line.column is None]
    long = [line for line in body if line.x1 - line.x0 > 0.5 * width]
    if len(long) < 3:
        if before is not None and abs(before.width - width) < 1:
            return before
        long = long or body or list(lines)
        if not long:
            return Margins(0.14 * width, 0.9 * width, 18.0, width)
        size = median(line.size for line in long)
        left, right = min(line.x0 for line in long), max(line.x1 for line in long)
        if all(abs((line.x0 + line.x1) / 2 - width / 2) < 30 for line in long):
            left, right = min(left, 0.1 * width), max(right, 0.9 * width)
        return Margins(left, max(right, 0.88 * width), 1.35 * size, width)
    lefts = Counter(round(line.x0) for line in long)
    enough = max(2, len(long) // 8)
    left = min((value for value, count in lefts.items() if count >= enough), default=min(line.x0 for line in long))
    rights = sorted(line.x1 for line in long)
    right = max(rights[math.ceil(0.75 * (len(rights) - 1))], _mirrored(body, float(left)))
    steps = [b.base - a.base for a, b in pairwise(body) if 0.8 * a.size < b.base - a.base < 2.6 * a.size]
    wrapped = [
        b.base - a.base for a, b in pairwise(body) if a.x1 > right - 8 and b.x0 < left + 4 and 0.8 * a.size < b.base - a.base < 2.6 * a.size
    ]
    steps = wrapped if len(wrapped) >= 3 else steps
    return Margins(float(left), right, median(steps) if steps else 1.35 * median(line.size for line in long), width)


def _mirrored(lines: Sequence[Line], left: float) -> float:
    """The right edge that lines of a title tell, where few others fill the measure: as far from the middle that they share as ``left``
    is; 0 where too few share one."""
    inside = [line for line in lines if line.bold and line.x0 > left + TITLE / 2]
    for line in inside:
        same = [other for other in inside if abs(other.centre - line.centre) < TOLERANCE / 2]
        if len({round(other.x1 - other.x0) for other in same}) >= TITLES:
            edge = 2 * median(other.centre for other in same) - left
            return edge if abs(edge - max(other.x1 for other in lines)) < 2 * line.size else 0.0
    return 0.0


def centred(line: Line, margins: Margins) -> bool:
    """Set in the middle, clear of both margins by the same amount; a bold line (of a title) may nearly fill the measure."""
    inset = min(line.x0 - margins.left, margins.right - line.x1)
    if line.bold:
        return (inset > 3 and abs(line.centre - margins.centre) < 6) or (inset > 12 and abs(line.centre - margins.centre) < 12)
    return inset > 12 and abs(line.centre - margins.centre) < 12 and line.x1 - line.x0 < 0.75 * (margins.right - margins.left)


def starts(line: Line, draft: Draft, margins: Margins, before: Margins) -> bool:
    """Does ``line`` begin a new paragraph after ``draft``? ``before`` holds for the draft's last line (another page, perhaps)."""
    last = draft.lines[-1]
    if line.column != last.column:
        return True
    if line.column is not None:
        return _starts_in_column(line, last, draft)
    same_page = line.page == last.page
    middle = centred(line, margins)
    was_middle = centred(last, before)
    if middle != was_middle and not (was_middle and not middle and _continues(last, line, before, margins)):
        return not (middle and _last_of_wrapped(line, draft, before, margins))
    gap = line.base - last.base if same_page else margins.leading
    if middle and was_middle:
        return _starts_in_middle(line, last, gap, margins) or not _title_goes_on(line, last, before)
    if same_page and gap > max(1.3 * margins.leading, margins.leading + 4) and gap > 1.5 * line.size:
        return True
    if abs(line.size - last.size) > 1.2 and not _lower_start(line.text):
        return True
    return _fits(line, last, before) or _starts_by_indent(line, draft, line.x0 - margins.left, last.x0 - before.left)


def _starts_in_middle(line: Line, last: Line, gap: float, margins: Margins) -> bool:
    """Of two centred lines: the second looks otherwise, stands far below or begins as a part does."""
    return (
        abs(line.size - last.size) > 0.8
        or line.bold != last.bold
        or line.italic != last.italic
        or gap > 1.45 * max(margins.leading * 0.9, 1.25 * line.size)
        or _upper(line.text) != _upper(last.text)
        or bool(START.match(line.text))
    )


def _starts_by_indent(line: Line, draft: Draft, indent: float, last_indent: float) -> bool:
    """Of two lines at the margin: how far each is set in tells a new paragraph, or its first words do."""
    last = draft.lines[-1]
    if len(draft.lines) == 1:
        if last.bold and not line.bold and last_indent - indent > TITLE:
            return True
        # First line indented, this one back at the margin (or hanging): the same paragraph.
        if indent > last_indent + TOLERANCE:
            return not _hanging(draft.text, indent - last_indent) or bool(START.match(line.text))
        if abs(indent - last_indent) <= TOLERANCE and indent > 12:
            return bool(START.match(line.text)) or (last.text.endswith(SENTENCE_END) and not _lower_start(line.text))
    elif abs(indent - last_indent) > TOLERANCE + 2:
        return True
    return bool(SIGNING.match(line.text)) or (bool(START.match(line.text)) and last.text.endswith(SENTENCE_END))


def _starts_in_column(line: Line, last: Line, draft: Draft) -> bool:
    gap = line.base - last.base
    if gap > 1.9 * line.size or gap < 0 or line.bold != last.bold or abs(line.size - last.size) > 1.2:
        return True
    if START.match(line.text) or NUMBER.match(line.text):
        return True
    if last.text.endswith((";", ".", ":")):
        return True
    if line.text[0].isdigit() and OPEN_DATE.search(last.text):
        return False
    first = draft.lines[0]
    if START.match(first.text) and line.x0 < first.x0 + 20 and last.x1 + 0.25 * line.size + line.head > line.limit:
        return False
    if SUBJECT.match(first.text) and abs(line.size - first.size) < 1.2:
        return False
    return not (_lower_start(line.text) or (last.text.endswith((",", "-", "–")) and not line.text.startswith("(")))


def _continues(last: Line, line: Line, before: Margins, margins: Margins) -> bool:
    """A first line that merely looks centred, wrapped on to a line at the margin."""
    return abs(line.x0 - margins.left) <= TOLERANCE and last.x1 > before.right - line.head - 0.4 * line.size and line.bold == last.bold


def _last_of_wrapped(line: Line, draft: Draft, before: Margins, margins: Margins) -> bool:
    """The last centred line of a title or bracket of which the lines before fill the measure, or nearly."""
    last = draft.lines[-1]
    inset = min(last.x0 - before.left, before.right - last.x1)
    balanced = abs(last.centre - before.centre) < 12 and (last.bold or inset > 12)
    text = draft.text
    capitals = _upper(line.text) and _upper(last.text)
    goes_on = not _fits(line, last, before) and (_lower_start(line.text) or capitals or text.count("(") > text.count(")"))
    same = line.bold == last.bold and line.italic == last.italic and abs(line.size - last.size) < 0.8
    near = line.page != last.page or line.base - last.base < 1.5 * margins.leading
    return (balanced or goes_on) and same and near and not START.match(line.text)


def _fits(line: Line, last: Line, before: Margins) -> bool:
    """The first word of ``line`` would have fitted after ``last``: its end was meant."""
    return last.x1 + 0.25 * line.size + line.head < before.right - 1.0


def _title_goes_on(line: Line, last: Line, before: Margins) -> bool:
    """A centred line that continues the one before: it begins small, it did not fit there, or both are parts of a long bold title."""
    if _lower_start(line.text) or last.text.endswith((",", "-", "–")) or (LINKING.match(line.text) and len(last.text) > 12):
        return True
    measure, length = before.right - before.left, last.x1 - last.x0
    if length + 0.25 * line.size + line.head >= measure - 1.0:
        return True
    return line.bold and not _upper(line.text) and length > 0.5 * measure and not last.text.endswith(SENTENCE_END)


def _hanging(text: str, step: float) -> bool:
    """A list sign or number that hangs out to the left of its paragraph."""
    return bool(START.match(text)) and 5 < step < 60


def _lower_start(text: str) -> bool:
    letter = next((c for c in text if c.isalnum()), "")
    return letter.islower() and not START.match(text)


def _upper(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(c.isupper() for c in letters) > 0.8 * len(letters)
