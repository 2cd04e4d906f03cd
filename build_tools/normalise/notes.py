"""Footnotes at the foot of a page, in texts that a page was flattened to: told from the body by a divider or by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word
from build_tools.normalise.lines import Line
from build_tools.normalise.starts import ends_sentence

_OPENS = re.compile(rf"(\d{{1,3}}) ?(?=[{CAPITALS}“\"])")
_MARK = re.compile(r"(?:(?<=[^\W\d_])|(?<=[.,;:)”\"])|(?<=19\d\d)|(?<=20\d\d))(\d{1,2})(?=[\s.,;:)”\"]|$)")
_TELLS = re.compile(rf"(\d{{1,3}}) ?{any_word('note-tells')}\s")
"""A footnote of a consolidated text, by its words: "3 Khoản này được bãi bỏ …"."""
_LABELLED = re.compile(rf"(?<!\w){any_word('provision')}$")
"""A line that the number of a provision goes on: "… quy định tại khoản ⏎ 3 Điều này được xét như sau"."""
_MISSED = 3
"""Footnotes that were not told from the body before one that is."""
_LABEL_MARK = re.compile(r"\d{1,2}\.(\d{1,2}) ")
""" "1.3 Việc …": the mark of footnote 3 glued to the number of a clause."""


def mark_notes(lines: Sequence[Line]) -> None:
    """Set ``note`` on the lines of footnotes and ``opens`` on the first line of each.

    Footnotes count on through a text. The foot of a page begins below a divider, or, after a blank line, with the next number when
    its mark is glued to a word above on the same page. What stands in the foot above the first new footnote goes on the last one, which
    is not over while it has not ended its sentence or its quotation.
    """
    count = quoted = 0
    open_end = False
    for page in _pages(lines):
        start = _foot(page, count, open_end)
        if start is None and quoted > 0:
            start = _quoted_foot(page)
        if start is None:
            open_end = False
            continue
        for line in page[start:]:
            line.note = True
            number = _number(line.text, count)
            if number:
                line.opens = True
                count = number
                quoted = 0
            quoted += line.text.count("“") - line.text.count("”")
        open_end = quoted > 0 or not ends_sentence(page[-1].text)


def _pages(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines between the furniture of pages."""
    page: list[Line] = []
    for line in lines:
        boundary = line.furniture and any(letter.isalnum() for letter in line.text)
        if (boundary or line.new_page) and page:
            yield page
            page = []
        if not line.furniture and line.wrapped:
            page.append(line)
    if page:
        yield page


def _number(text: str, count: int) -> int | None:
    """The number of the footnote that a line opens, ``count`` being the last one before."""
    if (match := _OPENS.match(text)) and int(match.group(1)) == count + 1:
        return count + 1
    if (match := _TELLS.match(text)) and count < int(match.group(1)) <= count + _MISSED:
        return int(match.group(1))
    return None


def _foot(page: list[Line], count: int, open_end: bool) -> int | None:
    """Where the foot of a page begins; None when it has none."""
    marks: set[int] = set()
    looked = 0
    for at, line in enumerate(page):
        opens = _number(line.text, count) is not None and not (at and _LABELLED.search(page[at - 1].text))
        if at and opens and _TELLS.match(line.text):
            return _above(page, at) if open_end else at
        if line.divided and at and (opens or open_end or _near(page, at, count)):
            return at
        if opens and at and (line.gap or line.indent >= 4):
            for above in page[looked:at]:
                marks.update(_marks(above.text))
            looked = at
            if count + 1 in marks:
                return _above(page, at) if open_end else at
    return None


def _quoted_foot(page: list[Line]) -> int | None:
    """Where a footnote goes on that was quoting when the page before ended: the last block of the page, if it closes more than it opens."""
    balance = 0
    for at in range(len(page) - 1, 0, -1):
        balance += page[at].text.count("”") - page[at].text.count("“")
        if page[at].gap:
            return at if balance > 0 else None
    return None


def _marks(text: str) -> Iterator[int]:
    """The numbers in a line that may be the mark of a footnote."""
    yield from map(int, _MARK.findall(text))
    if found := _LABEL_MARK.match(text):
        yield int(found.group(1))


def _near(page: list[Line], at: int, count: int) -> bool:
    """True when one of the next lines opens the next footnote."""
    return any((match := _OPENS.match(line.text)) and int(match.group(1)) == count + 1 for line in page[at : at + 3])


def _above(page: list[Line], at: int) -> int:
    """The foot begins higher when the last page's footnote goes on there: after a wide gap, with a small letter."""
    for place in range(at, 0, -1):
        line = page[place]
        if line.gap >= 2:
            return place if line.text[0].islower() and ends_sentence(page[place - 1].text) else at
    return at
