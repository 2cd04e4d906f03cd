"""Pages to blocks: lines become paragraphs over page ends, tables go on, footnotes stand after the paragraph that carries their mark."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from build_tools.model.reading import Align, RawBlock, Style
from build_tools.read.page.columns import MOTTO, SIGNING, fold, lines_of, rest_of_block
from build_tools.read.page.furniture import split_furniture
from build_tools.read.page.layout import Line, Page, Row, base_of, rows_of
from build_tools.read.page.notes import Note, split_notes
from build_tools.read.page.paragraphs import SENTENCE_END, Draft, Margins, centred, join, margins_of, starts
from build_tools.read.page.tables import Grid, GridCell, find_grids
from build_tools.read.page.watched import page_read
from build_tools.read.printed import printed
from build_tools.read.source import Cell, SourceText

GOES_ON = re.compile(rf"(?:[,\-/(]|\b{printed('unfinished', 'asks-number')})$", re.IGNORECASE)
"""How a cell ends that must go on."""


@dataclass(slots=True)
class Table:
    """A table being built, perhaps from several pages."""

    page: int
    xs: tuple[float, ...]
    rows: list[tuple[GridCell, ...]]


@dataclass(slots=True)
class Footnote:
    """A footnote's paragraphs, each with its lines; the last may go on on the next page."""

    mark: str
    paragraphs: list[list[str]]
    size: float
    page: int


@dataclass(slots=True)
class Body:
    """Takes pages one by one and gathers the blocks of the document."""

    items: list[Draft | Table] = field(default_factory=list)
    aligns: dict[int, tuple[Margins, float]] = field(default_factory=dict)
    notes: list[Footnote] = field(default_factory=list)
    left_out: list[tuple[int, str]] = field(default_factory=list)
    margins: Margins | None = None
    gutter: tuple[float, float] | None = None

    def add(self, page: Page, rows: list[Row], around: set[str]) -> None:
        """Read one page of which the words stand in ``rows``. ``around``: shapes of the marginal rows of its neighbours."""
        page_read(page)
        grids, words = find_grids(page.rules, page.words, page.number)
        if grids:
            rows = rows_of(words)
        rows, taken = split_furniture(rows, page.height, around)
        self.left_out += [(page.number, text) for text in taken]
        rows, notes = (rows, []) if page.ocr else split_notes(rows, page.rules, page.height, page.number)
        count, rest = rest_of_block(rows, page.number, self.gutter, page.width) if self.gutter else (0, [])
        slices = _slices(rows[count:], grids)
        lines = [lines_of(part, page.number, page.width) for part in slices]
        margins = margins_of([line for part in lines for line in part], page.width, self.margins)
        first = True
        lines[0] = rest + lines[0]
        for index, part in enumerate(lines):
            for line in _right_signatures(part, margins):
                self._line(line, margins)
                first = False
            if index < len(grids):
                self._grid(grids[index], first)
                first = False
        self.margins = margins
        self.gutter = _open_gutter(lines[-1])
        self._notes(notes)

    def _line(self, line: Line, margins: Margins) -> None:
        last = self.items[-1] if self.items else None
        before = self.aligns[id(last)][0] if isinstance(last, Draft) else margins
        if isinstance(last, Draft) and not starts(line, last, margins, before):
            last.lines.append(line)
            self.aligns[id(last)] = margins, self.aligns[id(last)][1]
            return
        draft = Draft([line], "center" if line.column is None and centred(line, margins) else None)
        self.items.append(draft)
        self.aligns[id(draft)] = margins, line.x0 - margins.left

    def _grid(self, grid: Grid, first: bool) -> None:
        last = self.items[-1] if self.items else None
        if first and isinstance(last, Table) and _same_columns(last.xs, grid.xs):
            rows = list(grid.rows)
            while rows and last.rows and len(rows) > 1 and _texts(rows[0]) == _texts(last.rows[len(grid.rows) - len(rows)]):
                rows.pop(0)
            if rows and _is_rest(last.rows[-1], rows[0]):
                last.rows[-1] = _joined(last.rows[-1], rows.pop(0))
            last.rows += rows
            return
        self.items.append(Table(grid.page, grid.xs, list(grid.rows)))

    def _notes(self, notes: list[Note]) -> None:
        for note in notes:
            paragraphs = [list(texts) for texts in note.paragraphs]
            if not note.mark and self.notes:
                if not self.notes[-1].paragraphs[-1][-1].endswith(SENTENCE_END):
                    self.notes[-1].paragraphs[-1] += paragraphs.pop(0)
                self.notes[-1].paragraphs += paragraphs
            else:
                self.notes.append(Footnote(note.mark, paragraphs, note.size, note.page))

    def margin_texts(self) -> tuple[str, ...]:
        """Texts of running heads, page numbers and stamps, each once."""
        return tuple(dict.fromkeys(text for _page, text in self.left_out))

    def left_out_by_text(self) -> list[tuple[str, list[int]]]:
        """What was taken out of the body, and on which pages; page numbers and heads that differ by digits only count as one."""
        found: dict[str, tuple[str, list[int]]] = {}
        for number, text in self.left_out:
            _first, pages = found.setdefault(re.sub(r"\d+", "#", text), (text, []))
            if not pages or pages[-1] != number:
                pages.append(number)
        return list(found.values())

    def finish(self) -> tuple[str, tuple[RawBlock, ...]]:
        """The declared source text and the blocks."""
        after: dict[int, list[Footnote]] = {}
        for note in self.notes:
            after.setdefault(self._home(note), []).append(note)
        out = SourceText()
        for note in after.get(-1, []):
            _note(out, note)
        for index, item in enumerate(self.items):
            if isinstance(item, Draft):
                _paragraph(out, item, *self.aligns[id(item)])
            else:
                _table(out, item)
            for note in after.get(index, []):
                _note(out, note)
        return out.source, tuple(out.blocks)

    def _home(self, note: Footnote) -> int:
        """Index of the item that carries the note's mark on the note's page (a title counts as one); else of the page's last item."""
        last = -1
        for index, item in enumerate(self.items):
            pages = {line.page for line in item.lines} if isinstance(item, Draft) else {item.page}
            if note.page not in pages:
                continue
            last = index
            if note.mark and isinstance(item, Draft) and any(note.mark in line.text for line in item.lines if line.page == note.page):
                while item.align == "center" and index + 1 < len(self.items):
                    following = self.items[index + 1]
                    if not (isinstance(following, Draft) and following.align == "center"):
                        break
                    index, item = index + 1, following
                return index
        return last


def _paragraph(out: SourceText, draft: Draft, margins: Margins, indent: float) -> None:
    lines = draft.lines
    style = Style(
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        align=draft.align or _align(lines, margins),
        size=max(line.size for line in lines),
        indent=round(indent, 1),
        page=lines[0].page,
        column=lines[0].column,
    )
    out.paragraph(draft.text, style)


def _note(out: SourceText, note: Footnote) -> None:
    for texts in note.paragraphs:
        out.paragraph(join(texts), Style(size=note.size, page=note.page), note=True)


def _table(out: SourceText, table: Table) -> None:
    head = _head_rows(table.rows)
    rows = (
        [
            Cell([(text, Style(bold=cell.bold, page=table.page)) for text in cell.paragraphs], cell.colspan, cell.rowspan, number < head)
            for cell in row
        ]
        for number, row in enumerate(table.rows)
    )
    out.table(rows, Style(page=table.page))


def _align(lines: list[Line], margins: Margins) -> Align | None:
    if lines[0].column is not None:
        return "center"
    if len(lines) > 1:
        return "justify" if all(abs(line.x1 - margins.right) < 4 for line in lines[:-1]) else "left"
    line = lines[0]
    if abs(line.x1 - margins.right) < 4 and line.x0 > margins.centre:
        return "right"
    return "left"


def _slices(rows: list[Row], grids: list[Grid]) -> list[list[Row]]:
    """Rows above the first table, between tables, and below the last."""
    parts: list[list[Row]] = [[] for _ in range(len(grids) + 1)]
    for row in rows:
        base = base_of(row)
        parts[sum(grid.box[1] < base for grid in grids)].append(row)
    return parts


def _open_gutter(lines: list[Line]) -> tuple[float, float] | None:
    """The gutter of the block of two columns that the page ends with, if it does."""
    block: list[Line] = []
    for line in reversed(lines):
        if line.column is None:
            break
        block.append(line)
    left, right = [line.x1 for line in block if line.column == 0], [line.x0 for line in block if line.column == 1]
    return (max(left) - 5, min(right)) if left and right else None


def _right_signatures(lines: list[Line], margins: Margins) -> list[Line]:
    """A signature block without recipients beside it: its lines belong to the right column all the same."""
    result: list[Line] = []
    inside = False
    for line in lines:
        right = line.column is None and line.x0 > margins.centre and line.centre < margins.right
        motto = line.column is None and line.centre > margins.centre + 20 and line.x1 < margins.right + 12 and MOTTO.match(fold(line.text))
        if motto or (right and (inside or SIGNING.search(fold(line.text)))):
            inside = not motto
            line = replace(line, column=1)
        else:
            inside = False
        result.append(line)
    return result


def _same_columns(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return len(one) == len(other) and all(abs(a - b) < 6 for a, b in zip(one, other, strict=True))


def _texts(row: tuple[GridCell, ...]) -> tuple[str, ...]:
    return tuple(" ".join(cell.paragraphs) for cell in row)


def _is_rest(row: tuple[GridCell, ...], below: tuple[GridCell, ...]) -> bool:
    """The part of a row that a page end pushed to the next page: no number of its own, and a cell that goes on in mid-sentence."""
    if (
        len(row) != len(below)
        or len(row) < 2
        or below[0].paragraphs
        or any(a.colspan != b.colspan for a, b in zip(row, below, strict=True))
    ):
        return False
    pairs = [(a.paragraphs[-1], b.paragraphs[0]) for a, b in zip(row, below, strict=True) if a.paragraphs and b.paragraphs]
    return any(b[0].islower() or GOES_ON.search(a) for a, b in pairs)


def _joined(row: tuple[GridCell, ...], below: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
    cells = []
    for cell, rest in zip(row, below, strict=True):
        paragraphs = list(cell.paragraphs)
        added = list(rest.paragraphs)
        if paragraphs and added and not paragraphs[-1].endswith(SENTENCE_END):
            paragraphs[-1] = join([paragraphs[-1], added.pop(0)])
        cells.append(replace(cell, paragraphs=(*paragraphs, *added)))
    return tuple(cells)


def _head_rows(rows: list[tuple[GridCell, ...]]) -> int:
    """Rows of the head: the first one if bold or merged, with what its merged cells reach over, and a row that numbers the columns."""
    if not rows or not rows[0]:
        return 0
    reach = max(cell.rowspan for cell in rows[0])
    filled = [cell for cell in rows[0] if cell.paragraphs]
    if len(rows) == 1 or not (all(cell.bold for cell in filled) or reach > 1):
        return 0
    head = min(reach, len(rows) - 1)
    if head < len(rows):
        texts = _texts(rows[head])
        if texts and all(re.fullmatch(r"\(?[\dA-Z]{1,2}\)?(?:\s*=.*)?", text) for text in texts):
            head += 1
    return min(head, len(rows) - 1)
