"""Hard-wrapped lines back to paragraphs.

Measured on letters of the Party and on pages of the official gazette: numbering and keyword starts, the short line with a sentence
end, capitals, indents; a small letter at the start is no veto (a subject goes on so), trailing blanks are no break.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from build_tools.lexicon.letterhead import BASIS, BODY, stands_below
from build_tools.lexicon.types import type_words
from build_tools.normalise import starts
from build_tools.normalise.lines import Line

Joint = Literal["break", "blank", "glue"]


@dataclass(frozen=True, slots=True)
class Profile:
    """How a text was laid out.

    ``wrap`` is the usual width of a full line (0: lines are whole paragraphs); ``blank_breaks`` tells whether a blank line ends a
    paragraph (in texts with a blank line after each line it does not); ``indented`` whether first lines are set in; ``soft``: the
    format itself says that a line end inside a paragraph means nothing (Markdown).
    """

    wrap: int
    blank_breaks: bool
    indented: bool
    soft: bool = False


_SOME = 4
_ENDED = 0.6
"""Of at least so many full lines so large a share ends sentences only where lines are whole paragraphs."""
_UNEVEN = 1.5
"""A line so many times as long as most long ones stands where lines are whole paragraphs: a page has one width."""
_INDENT = 3
"""The first line of a paragraph is set in by so many blanks or more."""
_TITLE_LINE = 90
"""A line of a title is hardly longer."""
_FULL = 0.9
"""A line of running text takes so much of the width; one of a title that did not fit beside the line above is shorter."""
_HALF = 0.5
"""A heading or subject that takes less of the width is one line: what follows would have stood beside it."""
_WHOLE = 140
"""A line longer than this was not wrapped by hand or by a page."""


def profile(lines: Sequence[Line], *, soft: bool = False) -> Profile:
    """Measure the layout of ``lines``."""
    wrapped = [line for line in lines if line.wrapped and not line.furniture]
    widths = sorted(line.width for line in wrapped)
    total = sum(widths)
    if not wrapped or sum(width for width in widths if width > _WHOLE) > 0.4 * total:
        return Profile(0, True, False, soft)
    wrap = widths[int(len(widths) * 0.9)]
    full = [line for line in wrapped if line.width >= 0.75 * wrap]
    ended = sum(starts.ends_sentence(line.text) for line in full)
    whole = (len(full) >= _SOME and ended >= _ENDED * len(full)) or widths[-1] > _UNEVEN * wrap
    if whole and not any(_continues(one, other, wrap) for one, other in pairwise(wrapped)):
        return Profile(0, True, False, soft)
    cut = after = 0
    for before, line in pairwise(lines):
        printed = not before.furniture and not line.furniture  # the end of a page is no blank line
        if printed and line.gap and before.width >= 0.7 * wrap:
            after += 1
            cut += line.text[0].islower() and not starts.ends_sentence(before.text)
    set_in = sum(line.indent >= _INDENT for line in full)
    flush = len(full) - set_in
    return Profile(wrap, not (after and cut > 0.4 * after), 0.08 * len(full) < set_in < flush * 3, soft)


def _continues(before: Line, line: Line, wrap: int) -> bool:
    """True for a full line that the next one goes on with a small letter."""
    return before.width >= 0.75 * wrap and line.text[0].islower() and not starts.ends(before.text)


def joint(paragraph: str, before: Line, line: Line, gap: int, layout: Profile, above: str = "") -> Joint:
    """Whether ``line`` goes on the paragraph that ends with ``before``; "glue": without a blank between.

    ``paragraph`` is the paragraph so far, ``gap`` the blank lines between the two that count, ``above`` the paragraph above it.
    """
    last, text = before.text, line.text
    if _apart(before, line) or starts.repeats_title(above, text):
        return "break"
    cut = _cut(paragraph, last, text, gap)
    if cut is not None:
        return cut
    glue = _glue(last, text)
    if layout.wrap == 0:
        return _whole_lines(paragraph, last, text, gap, glue, layout.soft, starts.is_type(above))
    if not gap and _cut_header(last, text):
        return "blank"
    if gap and layout.blank_breaks:
        unfinished = text[0].islower() and before.width >= 0.85 * layout.wrap and not starts.ends(last)
        return "blank" if unfinished and not starts.is_numbered(text) else "break"
    if _starts(last, text) or starts.begins_article(paragraph, text) or starts.is_bare_article(last, text):
        return "break"
    if glue:
        return "glue"
    if layout.indented and _set_in(before, line) and starts.ends(last):
        return "break"
    capitals, next_capitals = starts.is_capitals(last), starts.is_capitals(text)
    if capitals or next_capitals:
        return _capitals(paragraph, before, line, capitals, next_capitals, layout)
    return _running(paragraph, before, line, layout, starts.is_type(above))


def _apart(before: Line, line: Line) -> bool:
    """Lines of which one is a paragraph by itself, whatever they say: by the format, by their styles, by its few words."""
    if not (before.wrapped and line.wrapped) or before.style.column != line.style.column or before.style.heading != line.style.heading:
        return True
    return starts.is_urgency(before.text) or starts.is_urgency(line.text) or starts.is_named(before.text)


def _cut(paragraph: str, last: str, text: str, gap: int) -> Joint | None:
    """The joint at a line end inside an office's name or a number, or after a number that stands alone; None at any other."""
    if not gap and starts.cuts_office(last, text):
        return "blank"
    if not gap and text[0] in "-–/" and starts.SERIAL_CUT.search(last) and starts.SYMBOL_HEAD.match(text):
        return "glue"
    if not gap and starts.is_number_line(last) and starts.SYMBOL_ALONE.fullmatch(text) and _glue(last, text):
        return "glue"
    if last != paragraph:
        return None
    if not gap and starts.BARE_NUMBER.match(last):
        return "break" if _starts(last, text) else "blank"
    return "break" if starts.ARTICLE_ALONE.match(last) and text[0].isupper() else None


def _cut_header(last: str, text: str) -> bool:
    """Lines cut in a narrow column that belong together: number, act and number, place and date, the nation's name, "Điều 5." and
    its title."""
    if len(last) > 40:
        return False
    if last in {"Số:", "Số", "Số :"}:
        return text[0].isdigit()
    if starts.ACT.match(last):
        return text.startswith(("số", "Số"))
    if starts.PLACE_DATE.match(text):
        return starts.PLACE_HEAD.match(last) is not None and not last.isupper()
    if starts.BARE_LABEL.match(last):
        return starts.ROMAN_ONLY.match(text) is not None if last[-1].isalpha() else not _starts(last, text)
    if last.startswith(("CỘNG", "ĐẢNG CỘNG")):
        return text.isupper()
    return last == "QUỐC" and text.startswith("HỘI")


def _whole_lines(paragraph: str, last: str, text: str, gap: int, glue: bool, soft: bool, subject: bool) -> Joint:
    """Lines are paragraphs, but a title may run over several, and a number may be cut from its word.

    ``subject``: the paragraph stands below a type's name: it goes on until a line ends a sentence.
    """
    if gap or _starts(last, text) or _begins_row(last, text):
        return "break"
    if glue:
        return "glue"
    if starts.is_type(text) and not starts.is_capitals(last):
        return "break"
    if starts.asks_for(last, text) and not starts.is_capitals(last):
        return "blank"
    if subject and not (starts.ends(last) or starts.ends(text) or starts.is_capitals(text) or len(text) > _TITLE_LINE):
        return "blank"
    if text[0].islower() and not starts.ends(last) and not starts.is_capitals(last):
        return "blank"
    if starts.is_capitals(last) and starts.is_capitals(text):
        alone = starts.is_type(last) or starts.is_type(text) or BODY.match(text) or _stands_alone(paragraph, text)
        return "break" if alone else "blank"
    running = len(last) > 40 and not starts.ends(last) and not starts.is_capitals(text)
    return "blank" if soft and running else "break"


def _glue(last: str, text: str) -> bool:
    """A number and symbol cut at its hyphen or slash: ``06-⏎HD/TW``, ``TT-⏎BLĐTBXH``, ``5/⏎2025/QĐ-…``."""
    if last[-1] not in "-–/":
        return False
    return bool(starts.SYMBOL_CUT.match(last, len(last) - 2) and starts.SYMBOL_NEXT.match(text))


def _begins_row(last: str, text: str) -> bool:
    """A provision's number where lines are paragraphs: a comma or a noun before it is no sign that the line was cut."""
    if not starts.may_end(last):
        return False
    return starts.NUMBERED.match(text) is not None or (starts.HEAD.match(text) is not None and text.startswith("Điều"))


def _starts(last: str, text: str) -> bool:
    """The line begins like a paragraph, and the one before does not ask for what it begins with."""
    if starts.is_strong(text):
        first = text[:4]
        return not (first in {"Điều", "Mục ", "Chươ", "Phần", "Phụ "} and starts.asks_label(last, text) and not starts.is_capitals(last))
    if (starts.BARE_LABEL.match(text) or starts.BARE_NUMBER.match(text)) and starts.ends(last):
        return True
    if text[-1].isalpha() and starts.BARE_LABEL.match(text) and not text.isupper() and starts.is_capitals(last):
        return True
    if text[0] in "-–—+*•●▪" and starts.BULLET.match(text):
        rest = text[1:].lstrip()
        return not (rest[:1].islower() and not starts.ends(last) and not last.endswith(",") and text[0] in "-–")
    if starts.is_numbered(text):
        return (
            not starts.asks_label(last, text)
            or last.endswith("năm")
            or (last.endswith(("nhân", "dân", "ban", "Ban", "Bộ")) and text[0].isalpha())
        )
    if starts.is_marked(text):
        return starts.ends(last)
    if BASIS.match(text):
        free = not starts.asks_for(last, text) or last.endswith(("nhân", "dân", "ban"))
        return free if text[0] in "CX" or text.startswith("Theo") else starts.ends(last) or starts.is_capitals(last)
    return starts.is_number_line(last)


def _capitals(paragraph: str, before: Line, line: Line, capitals: bool, next_capitals: bool, layout: Profile) -> Joint:
    """Headings and titles in capitals run over lines; bodies, offices and type names stand alone."""
    last, text = before.text, line.text
    if capitals and next_capitals:
        full = before.width >= 0.8 * layout.wrap and len(paragraph) > 40
        alone = starts.is_type(paragraph) or bool(BODY.match(text) and not full) or starts.is_type(text) or _stands_alone(paragraph, text)
        if last.endswith((" VÀ", "VỀ", " CỦA", " VIỆC", " CÁC", " CHO", " VỚI", " TẠI", ",")) or paragraph in {"BAN", "QUY", "BAN HÀNH"}:
            alone = starts.is_type(text)
        return "break" if alone or (starts.ends(last) and not last.endswith(("”", '"', "."))) else "blank"
    if capitals:
        unfinished = last.endswith((",", "-", "–", "(")) or not (starts.is_capitals(paragraph) or starts.is_heading(paragraph))
        return "blank" if unfinished else "break"
    if starts.is_type(text):
        return "break"
    if starts.is_heading(last):
        return "blank"
    long = before.width >= 0.75 * layout.wrap and not starts.ends(last)
    short_word = len(text.split()[0]) == len(text) and len(text) <= 12
    return "blank" if (long and not BODY.match(text)) or (short_word and starts.asks(last)) else "break"


def _stands_alone(paragraph: str, text: str) -> bool:
    """True for a body or an office below the body that ``paragraph`` names, or what says how a copy was made, in capitals both."""
    return stands_below(paragraph, text) or starts.signs_for(paragraph, text) or starts.is_copied(text) or starts.is_copied(paragraph)


def _set_in(before: Line, line: Line) -> bool:
    """True for a line that begins further in than the one before, as the first line of a paragraph does."""
    return line.indent >= before.indent + _INDENT


def _running(paragraph: str, before: Line, line: Line, layout: Profile, subject: bool) -> Joint:
    """Two lines of running text: the first ends a paragraph when the next word would have fitted and a sentence or heading ends.

    ``subject``: the paragraph stands below a type's name: it ends before a line that is no more of a title.
    """
    last, text = before.text, line.text
    room = layout.wrap - before.width
    first = text.find(" ") + 1 or len(text) + 1
    fits = first <= room * 0.9 and before.width < 0.94 * layout.wrap
    if starts.ends_sentence(last) and not text[0].islower():
        return "break" if fits else "blank"
    if fits and text[0].isupper() and before.width < 0.7 * layout.wrap and (starts.ends(last) or starts.opens_body(text)):
        return "break"
    if subject and text[0].isupper() and not starts.asks_for(last, text):
        if len(text) > _WHOLE or (fits and line.width >= _FULL * layout.wrap):
            return "break"
        if fits and before.width < _HALF * layout.wrap:
            return "break" if len(text) > _TITLE_LINE or starts.ends(text) else "blank"
    heading = starts.HEAD.match(paragraph) is not None and len(paragraph) < 3 * layout.wrap and not layout.soft
    if heading and fits and text[0].isupper() and before.width < 0.88 * layout.wrap and not starts.asks_for(last, text):
        own_line = before.width < _HALF * layout.wrap and paragraph == last and not _asks_name(last)
        return "break" if own_line or paragraph.startswith(("Điều", "ĐIỀU")) or _set_in(before, line) else "blank"
    return "blank"


def _asks_name(line: str) -> bool:
    """Whether a line ends in a word that a name follows, in capitals too: "3. Luật ⏎ Bến bãi số 5/2031/QH20 hết hiệu lực"."""
    return line.lower().endswith(tuple(f" {word}" for word in type_words("law-name")))
