"""Blocks as the structure sees them: text, label, what the look of a paragraph tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.model.document import Clean, Paragraph, Table
from build_tools.model.reading import PLAIN, Style
from build_tools.model.span import Span
from build_tools.normalise.lines import look_alike
from build_tools.normalise.starts import is_capitals
from build_tools.structure.bare_articles import bare_articles
from build_tools.structure.labels import Label, read_label

_LINE = 200
"""A line of a heading, a title or a signature is shorter than this (characters); what is longer is running text."""


@dataclass(slots=True)
class Para:
    """One block; ``text`` has Đ for Eth.

    ``label`` is None where the paragraph has no number of its own (tables, notes, furniture never have one)."""

    index: int
    span: Span
    text: str
    style: Style = PLAIN
    label: Label | None = None
    table: bool = False
    note: bool = False
    furniture: bool = False
    capitals: bool = False

    @property
    def silent(self) -> bool:
        """True for what is no running text of the document."""
        return self.furniture or self.note

    @property
    def short(self) -> bool:
        """True for what may be a line of a heading, a title or a signature."""
        return len(self.text) < _LINE

    @property
    def rest(self) -> str:
        """The text after the label."""
        return self.text[self.label.rest :] if self.label else self.text


def read_paragraphs(clean: Clean) -> list[Para]:
    """All blocks of a clean text."""
    made = []
    text = look_alike(clean.text)
    for index, block in enumerate(clean.blocks):
        words = text[block.span.start : block.span.end]
        if isinstance(block, Table):
            made.append(Para(index, block.span, words, block.style, table=True))
        else:
            made.append(_paragraph(index, block, words))
    running = ["" if para.table or para.silent else para.text for para in made]
    for index, label in bare_articles(running, [para.label for para in made]).items():
        made[index].label = label
    return made


def _paragraph(index: int, block: Paragraph, words: str) -> Para:
    silent = block.note or block.furniture
    return Para(
        index,
        block.span,
        words,
        block.style,
        None if silent else read_label(words),
        note=block.note,
        furniture=block.furniture,
        capitals=is_capitals(words),
    )


def next_loud(paras: Sequence[Para], at: int, stop: int) -> Para | None:
    """The first paragraph or table from ``at`` on that is neither furniture nor a note."""
    return next((paras[place] for place in range(at, stop) if not paras[place].silent), None)


def last_loud(paras: Sequence[Para], at: int) -> Para | None:
    """The last one before ``at`` that is neither furniture nor a note."""
    return next((paras[place] for place in range(at - 1, -1, -1) if not paras[place].silent), None)
