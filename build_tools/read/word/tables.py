"""Tables of a .docx: the grid with its merged cells, and which tables only lay out a header or a signature block."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from build_tools.read.layout import BLOCK, IN_RIGHT_COLUMN
from build_tools.read.letters.encodings import mend
from build_tools.read.word.package import W
from build_tools.read.word.styles import Styles, draws, number

WRAPPERS = {W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
"""Elements that the accepted text is read through."""

MAX_COLUMNS = 63
"""Word's own limit."""

RIGHT = re.compile(rf"^\s*{IN_RIGHT_COLUMN.pattern}", re.IGNORECASE | re.MULTILINE)


@dataclass(slots=True)
class GridCell:
    """A cell with the columns and rows it covers."""

    element: etree._Element
    column: int
    colspan: int = 1
    rowspan: int = 1
    header: bool = False


def rows_of(table: etree._Element) -> list[etree._Element]:
    """The rows that the accepted text has, also those inside content controls."""
    return [row for row in inside(table, W + "tr") if (own := row.find(W + "trPr")) is None or own.find(W + "del") is None]


def inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The elements of one tag below ``parent``, seen through wrappers (content controls, accepted changes), in order."""
    stack = list(reversed(parent))
    while stack:
        item = stack.pop()
        if item.tag == tag:
            yield item
        elif item.tag in WRAPPERS:
            stack.extend(reversed(item))


def grid(table: etree._Element) -> list[list[GridCell]]:
    """Rows of cells; a cell merged over rows stands once, in its first row."""
    result: list[list[GridCell]] = []
    open_cells: dict[int, GridCell] = {}
    for row in rows_of(table):
        properties = row.find(W + "trPr")
        header = properties is not None and properties.find(W + "tblHeader") is not None
        column = _skipped(properties)
        cells: list[GridCell] = []
        continued: dict[int, GridCell] = {}
        for element in inside(row, W + "tc"):
            span, merge = _merged(element)
            span = min(span, MAX_COLUMNS)
            above = open_cells.get(column)
            if merge == "continue" and above is not None:
                above.rowspan += 1
                continued[column] = above
            elif merge == "hcontinue" and cells:
                cells[-1].colspan += span
            else:
                cell = GridCell(element, column, span, header=header)
                cells.append(cell)
                if merge == "restart":
                    continued[column] = cell
            column += span
        open_cells = continued
        result.append(cells)
    return result


def plain(element: etree._Element) -> str:
    """The text below an element, a line a paragraph, as far as it tells what a table is for."""
    return "\n".join("".join(text.text or "" for text in paragraph.iter(W + "t")) for paragraph in element.iter(W + "p"))


def _readable(element: etree._Element) -> str:
    """``plain``, with letters of old encodings converted."""
    return mend(plain(element))[0]


def is_layout(table: etree._Element, cells: list[list[GridCell]], styles: Styles) -> bool:
    """True for a table that a reader does not see as one: a frame, a header block, a signature block, a form without lines.

    A frame is a single column. A block has at most eight rows and three columns, or the words that stand in such blocks; and it
    draws no lines or holds those words. A form draws no lines, and most of its rows are one cell.
    """
    starts = {cell.column for row in cells for cell in row}
    if len(starts) <= 1:
        return len(cells) <= 3
    if len(cells) <= 8:
        words = len(cells) <= 6 and any(BLOCK.search(_readable(cell.element)) for row in cells for cell in row)
        return words if len(starts) > 3 else words or not _lined(table, styles)
    single = sum(sum(bool(plain(cell.element).strip()) for cell in row) <= 1 for row in cells)
    return single * 5 >= len(cells) * 3 and not _lined(table, styles)


def split_column(cells: list[list[GridCell]]) -> Callable[[GridCell], int] | None:
    """Which side of a layout table a cell stands on; ``None`` for one that is read row by row."""
    if len({cell.column for row in cells for cell in row}) <= 3 and len(cells) <= 8:
        return lambda cell: cell.column
    if len(cells) > 8:
        return None
    right = next((cell.column for row in cells for cell in row if cell.column and RIGHT.search(_readable(cell.element))), None)
    return None if right is None else lambda cell: int(cell.column + cell.colspan > right and cell.column * 2 >= right)


def _lined(table: etree._Element, styles: Styles) -> bool:
    properties = table.find(W + "tblPr")
    if properties is not None:
        borders = properties.find(W + "tblBorders")
        if borders is not None:
            inside = [side for side in borders if side.tag in (W + "insideH", W + "insideV")]
            return draws(borders) and (not inside or any(side.get(W + "val", "nil") not in ("nil", "none") for side in inside))
        style = properties.find(W + "tblStyle")
        if style is not None and styles.bordered(style.get(W + "val", "")):
            cleared = sum(not draws(borders) for borders in table.iter(W + "tcBorders"))
            return cleared <= sum(1 for _ in table.iter(W + "tc")) // 2
    lined = sum(draws(borders) for borders in table.iter(W + "tcBorders"))
    return lined * 2 > sum(1 for _ in table.iter(W + "tc"))


def _skipped(properties: etree._Element | None) -> int:
    before = properties.find(W + "gridBefore") if properties is not None else None
    return min(MAX_COLUMNS, max(0, int(number(before.get(W + "val"))))) if before is not None else 0


def _merged(cell: etree._Element) -> tuple[int, str]:
    """Columns that a cell spans, and "", "restart", "continue" (vertical) or "hcontinue" (the old horizontal merge)."""
    properties = cell.find(W + "tcPr")
    if properties is None:
        return 1, ""
    span = properties.find(W + "gridSpan")
    columns = max(1, int(number(span.get(W + "val")))) if span is not None else 1
    vertical = properties.find(W + "vMerge")
    if vertical is not None:
        return columns, "restart" if vertical.get(W + "val") == "restart" else "continue"
    level = properties.find(W + "hMerge")
    return columns, "hcontinue" if level is not None and level.get(W + "val") != "restart" else ""
