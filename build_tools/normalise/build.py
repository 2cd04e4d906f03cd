"""Paragraphs and tables to the clean text, its blocks and its way back to the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_tools.model.document import Block, Cell, Paragraph, Table
from build_tools.model.reading import RawCell, RawTable
from build_tools.model.span import OffsetMap, Run, Span
from build_tools.normalise.characters import Cleaned, clean_pieces
from build_tools.normalise.gaps import put_back
from build_tools.normalise.lines import Line
from build_tools.normalise.reflow import Joint


class Builder:
    """Gathers the clean text block by block."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.runs: list[Run] = []
        self.blocks: list[Block] = []
        self.length = 0

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def _copy(self, clean: Cleaned) -> None:
        base = self.length
        clean = put_back(clean)
        for start, length, source, source_length in clean.copied:
            self.runs.append(Run(base + start, length, source, source_length))
        self._write(clean.text)

    def _begin(self) -> int:
        if self.blocks:
            self._write("\n")
        return self.length

    def paragraph(self, lines: Sequence[tuple[Line, Joint]]) -> None:
        """One paragraph from its lines, each with how it joins the one before."""
        start = self._begin()
        for number, (line, joint) in enumerate(lines):
            if number and joint == "blank":
                self._write(" ")
            self._copy(line.clean)
        first = lines[0][0]
        style = first.style
        if (style.bold or style.italic) and len(lines) > 1:
            style = replace(style, bold=all(line.style.bold for line, _ in lines), italic=all(line.style.italic for line, _ in lines))
        self.blocks.append(Paragraph(Span(start, self.length), style, first.note, first.furniture))

    def table(self, raw: RawTable) -> None:
        """A row a line, cells parted by tabs; lines of a cell are parted by blanks."""
        cleaned = [[(cell, _cell(cell)) for cell in row] for row in raw.rows]
        if not any(clean for row in cleaned for _, clean in row):
            return
        start = self._begin()
        rows: list[tuple[Cell, ...]] = []
        for y, row in enumerate(cleaned):
            if y:
                self._write("\n")
            cells = []
            for x, (cell, paragraphs) in enumerate(row):
                if x:
                    self._write("\t")
                at = self.length
                for number, clean in enumerate(paragraphs):
                    if number:
                        self._write(" ")
                    self._copy(clean)
                cells.append(Cell(Span(at, self.length), cell.colspan, cell.rowspan, cell.header))
            rows.append(tuple(cells))
        self.blocks.append(Table(Span(start, self.length), tuple(rows), raw.style))

    @property
    def text(self) -> str:
        """The clean text so far."""
        return "".join(self.parts)

    @property
    def origin(self) -> OffsetMap:
        """The way back to the source."""
        return OffsetMap.from_runs(tuple(self.runs))


def _cell(cell: RawCell) -> list[Cleaned]:
    made = [clean_pieces(paragraph.pieces) for paragraph in cell.paragraphs]
    return [clean for clean in made if clean.text]
