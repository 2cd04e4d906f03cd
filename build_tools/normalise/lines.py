"""Lines of a reading, cleaned, with what their layout tells: indent, blank lines before, columns, pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.lexicon.letters import LOOK_ALIKES
from build_tools.model.reading import RawParagraph, RawTable, Reading, Style
from build_tools.normalise.characters import Cleaned, clean_line, clean_pieces, is_plain
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
    return text.translate(_LOOK_ALIKES) if _ALIKE.search(text) else text


_LOOK_ALIKES = str.maketrans(LOOK_ALIKES)
_ALIKE = re.compile(f"[{''.join(LOOK_ALIKES)}]")
_DIVIDER = 30
"""A line of so many blanks or more stands for the rule above footnotes (converters of Công báo pages write it so)."""


def read_lines(reading: Reading) -> Iterator[Line | RawTable]:
    """Lines and tables in order; blank lines are counted in the ``gap`` of the line after them."""
    gap = 0
    divided = new_page = False
    source = reading.source
    plain, meant = is_plain(source), _ALIKE.search(source) is None
    for block in reading.blocks:
        if not isinstance(block, RawParagraph):
            gap = 0
            yield block
            continue
        start, end = (block.pieces[0].start, block.pieces[0].end) if len(block.pieces) == 1 else (0, -1)
        raw = block.pieces[0].text if end >= 0 else block.text
        verbatim = end - start == len(raw) and source.startswith(raw, start)
        clean = (clean_line(raw, start) if plain and verbatim else None) or clean_pieces(block.pieces)
        if not clean.text:
            gap += block.wrapped
            divided = divided or len(raw) >= _DIVIDER
            new_page = new_page or "\f" in raw
            continue
        closed = close_up(clean, raw)
        verbatim, clean = verbatim and closed is clean, closed
        feed = "\f" in raw
        if feed:
            raw = raw.replace("\f", "")
        width = len(raw.rstrip())
        yield Line(
            clean,
            clean.text if meant and verbatim else look_alike(clean.text),
            block.style,
            block.wrapped,
            block.note,
            indent=width - len(raw.strip()),
            width=width,
            gap=gap,
            divided=divided,
            new_page=new_page or feed,
        )
        gap, divided, new_page = 0, False, False
