"""The one writer of declared source text, for files that are no text themselves: blocks go in, and come out indexing what was written.

A paragraph takes a line; the cells of a table row are parted by tabs, the paragraphs of a cell by blanks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from build_tools.model.reading import PLAIN, Piece, RawBlock, RawCell, RawParagraph, RawTable, Style


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell to be written: its paragraphs with their styles, the columns and rows that it covers."""

    paragraphs: Sequence[tuple[str, Style]]
    colspan: int = 1
    rowspan: int = 1
    header: bool = False


@dataclass(slots=True)
class SourceText:
    """Written piece by piece; ``source`` is the declared text so far, ``blocks`` the blocks whose pieces index it."""

    blocks: list[RawBlock] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0

    @property
    def source(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def paragraph(self, text: str, style: Style = PLAIN, *, note: bool = False) -> None:
        """Write a paragraph (``note``: of a footnote)."""
        self._begin()
        self.blocks.append(self._paragraph(text, style, note))

    def table(self, rows: Iterable[Sequence[Cell]], style: Style = PLAIN) -> None:
        """Write a table of data; rows without cells are left out."""
        self._begin()
        made: list[tuple[RawCell, ...]] = []
        for row in rows:
            if not row:
                continue
            if made:
                self._put("\n")
            cells: list[RawCell] = []
            for cell in row:
                if cells:
                    self._put("\t")
                inside: list[RawParagraph] = []
                for text, look in cell.paragraphs:
                    if inside:
                        self._put(" ")
                    inside.append(self._paragraph(text, look))
                cells.append(RawCell(tuple(inside), cell.colspan, cell.rowspan, cell.header))
            made.append(tuple(cells))
        self.blocks.append(RawTable(tuple(made), style))

    def _begin(self) -> None:
        if self._length:
            self._put("\n")

    def _paragraph(self, text: str, style: Style, note: bool = False) -> RawParagraph:
        start = self._put(text)
        return RawParagraph((Piece(text, start, self._length),), style, note=note)

    def _put(self, text: str) -> int:
        """Where the text begins that was put at the end."""
        self._parts.append(text)
        self._length += len(text)
        return self._length - len(text)
