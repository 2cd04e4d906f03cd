"""What was gathered from a .docx, and how it becomes the declared source text and the blocks that index it."""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.reading import Style
from build_tools.read.source import Cell, SourceText
from build_tools.read.word.runs import Fragment
from build_tools.read.word.tables import GridCell


@dataclass(slots=True)
class Gathered:
    """A paragraph: its characters by look."""

    fragments: list[Fragment]
    style: Style
    note: bool = False
    text: str = ""
    """The characters in Unicode, once ``fonts.settle`` has seen the whole document."""


@dataclass(slots=True)
class GatheredCell:
    """A table cell."""

    paragraphs: list[Gathered]
    grid: GridCell


@dataclass(slots=True)
class GatheredTable:
    """A table of data."""

    rows: list[list[GatheredCell]]
    style: Style


GatheredBlock = Gathered | GatheredTable


def paragraphs_of(block: GatheredBlock) -> list[Gathered]:
    """A block inside a table cell as paragraphs (a table inside: its cells in order)."""
    if isinstance(block, Gathered):
        return [block]
    return [paragraph for row in block.rows for cell in row for paragraph in cell.paragraphs]


def write(blocks: list[GatheredBlock]) -> SourceText:
    """The declared source text and the blocks that index it."""
    out = SourceText()
    for block in blocks:
        if isinstance(block, Gathered):
            out.paragraph(block.text, block.style, note=block.note)
        else:
            out.table(([_cell(cell) for cell in row] for row in block.rows), block.style)
    return out


def _cell(cell: GatheredCell) -> Cell:
    paragraphs = [(paragraph.text, paragraph.style) for paragraph in cell.paragraphs]
    return Cell(paragraphs, cell.grid.colspan, cell.grid.rowspan, cell.grid.header)
