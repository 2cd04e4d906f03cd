"""What was gathered from a .docx, and how it becomes the declared source text and the blocks that index it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from build_tools.model.reading import PLAIN, Piece, RawBlock, RawCell, RawParagraph, RawTable, Style
from build_tools.read.word.runs import Fragment
from build_tools.read.word.tables import GridCell


@dataclass(slots=True)
class Gathered:
    """A paragraph: its characters by look."""

    fragments: list[Fragment]
    style: Style
    note: bool = False
    text: str = ""
    """The characters in Unicode, once ``docx_fonts.settle`` has seen the whole document."""


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


class Writer:
    """Turns gathered paragraphs into the declared source text and the blocks that index it."""

    def __init__(self, blocks: list[GatheredBlock]) -> None:
        self.gathered = blocks
        self.parts: list[str] = []
        self.length = 0

    def write(self) -> tuple[str, tuple[RawBlock, ...]]:
        """Source text and blocks."""
        raw: list[RawBlock] = []
        for block in self.gathered:
            if self.length:
                self._put("\n")
            if isinstance(block, Gathered):
                raw.append(self._paragraph(block))
            else:
                raw.append(self._table(block))
        return "".join(self.parts), tuple(raw)

    def _put(self, text: str) -> int:
        self.parts.append(text)
        self.length += len(text)
        return self.length - len(text)

    def _paragraph(self, paragraph: Gathered) -> RawParagraph:
        start = self._put(paragraph.text)
        return RawParagraph((Piece(paragraph.text, start, self.length),), paragraph.style, note=paragraph.note)

    def _table(self, table: GatheredTable) -> RawTable:
        rows: list[tuple[RawCell, ...]] = []
        for index, row in enumerate(table.rows):
            if index:
                self._put("\n")
            cells: list[RawCell] = []
            for place, cell in enumerate(row):
                if place:
                    self._put("\t")
                inside: list[RawParagraph] = []
                for paragraph in cell.paragraphs:
                    if inside:
                        self._put(" ")
                    inside.append(self._paragraph(paragraph))
                cells.append(RawCell(tuple(inside), cell.grid.colspan, cell.grid.rowspan, cell.grid.header))
            rows.append(tuple(cells))
        return RawTable(tuple(rows), replace(table.style) if table.style != Style() else PLAIN)
