"""Lines of a reading, cleaned, with what their layout tells: indent, blank lines before, columns, pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.lexicon.letters import LOOK_ALIKES
from build_tools.model.reading import RawParagraph, RawTable, Reading, Style
from build_tools.normalise.characters import Cleaned, clean_pieces
from build_tools.normalise.spaced import close_up


@dataclass(slots=True)
class Line:
    """One line (or one whole paragraph where the format knows paragraphs).

    ``text`` is what the rules look at: the clean characters with Đ for Eth (what is shown keeps its Eth).
    ``width`` is the length of the line as it stands, with its indent; ``gap`` counts the blank lines before it; ``divided`` tells
    that a drawn or blank divider stands before it, ``new_page`` that a form feed does.
    """

    clean: Cleaned
    text: str
    style: Style
    wrapped: bool
    note: bool = False
    indent: int = 0
    width: int = 0
    gap: int = 0
    divided: bool = False
    new_page: bool = False
    furniture: bool = False
    opens: bool = False
    """It is the first line of a footnote."""


def look_alike(text: str) -> str:
    """The same text with the letters that were meant where others that look so were typed (Eth for Đ): as long; for rules only."""
    return _ALIKE.sub(lambda letter: LOOK_ALIKES[letter[0]], text)


_ALIKE = re.compile(f"[{''.join(LOOK_ALIKES)}]")
_DIVIDER = 30
"""A line of so many blanks or more stands for the rule above footnotes (converters of Công báo pages write it so)."""


def read_lines(reading: Reading) -> Iterator[Line | RawTable]:
    """Lines and tables in order; blank lines are counted in the ``gap`` of the line after them."""
    gap = 0
    divided = new_page = False
    for block in reading.blocks:
        if not isinstance(block, RawParagraph):
            gap = 0
            yield block
            continue
        raw = block.text
        new_page = new_page or "\f" in raw
        clean = clean_pieces(block.pieces)
        if not clean.text:
            gap += block.wrapped
            divided = divided or len(raw) >= _DIVIDER
            continue
        clean = close_up(clean, raw)
        shown = raw.replace("\f", "").rstrip()
        yield Line(
            clean,
            look_alike(clean.text),
            block.style,
            block.wrapped,
            block.note,
            indent=len(shown) - len(shown.lstrip()),
            width=len(shown),
            gap=gap,
            divided=divided,
            new_page=new_page,
        )
        gap, divided, new_page = 0, False, False
