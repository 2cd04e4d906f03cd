"""Tables from ruling lines: a grid of lines, cells where no line parts them, merged cells with their spans."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_tools.read.page.columns import fold
from build_tools.read.page.layout import Box, Line, Word, line_of, rows_of
from build_tools.read.page.paragraphs import SENTENCE_END, START, join

SNAP = 3.0
"""Points within which line ends count as touching."""
LAYOUT = re.compile(r"cong hoa xa hoi chu nghia|dang cong san viet nam\s*$|^noi nhan\s*:")
"""Folded words of a cell that belongs to a heading or signature block."""
EDGE = 5.0
"""Points within which lines count as one edge of the grid: no row or column is narrower."""
MAX_RULES = 4000
"""Ruling lines on one page above which it is taken for a drawing."""
MAX_CELLS = 20000
"""Cells of one grid above which it is taken for a drawing."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: place in the grid, spans, its paragraphs, and whether all of it is bold."""

    row: int
    column: int
    rowspan: int
    colspan: int
    paragraphs: tuple[str, ...]
    bold: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table on a page: ``xs`` are its column edges."""

    page: int
    box: Box
    xs: tuple[float, ...]
    rows: tuple[tuple[GridCell, ...], ...]


@dataclass(slots=True)
class _Rule:
    """An upright or level line: ``at`` is its fixed coordinate, ``low``..``high`` its reach."""

    at: float
    low: float
    high: float


def find_grids(rules: Sequence[Box], words: Sequence[Word], page: int) -> tuple[list[Grid], list[Word]]:
    """Tables of two or more columns, from the top, and the words outside them."""
    if not 4 <= len(rules) <= MAX_RULES:
        return [], list(words)
    level = _merge([_Rule((top + bottom) / 2, x0, x1) for x0, top, x1, bottom in rules if x1 - x0 >= bottom - top and x1 - x0 > 4])
    upright = _merge([_Rule((x0 + x1) / 2, top, bottom) for x0, top, x1, bottom in rules if bottom - top > x1 - x0 and bottom - top > 4])
    grids: list[Grid] = []
    rest = list(words)
    for own_level, own_upright in _components(level, upright):
        xs = _edges(rule.at for rule in own_upright)
        ys = _edges(rule.at for rule in own_level)
        if len(xs) < 3 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > MAX_CELLS:
            continue
        box = (xs[0], ys[0], xs[-1], ys[-1])
        inside = [word for word in rest if _within(word, box)]
        if not inside:
            continue
        rows = _cells(xs, ys, own_level, own_upright, inside, page)
        if rows and not _is_layout(rows):
            chosen = set(map(id, inside))
            rest = [word for word in rest if id(word) not in chosen]
            grids.append(Grid(page, box, tuple(xs), rows))
    return sorted(grids, key=lambda grid: grid.box[1]), rest


def _is_layout(rows: tuple[tuple[GridCell, ...], ...]) -> bool:
    """A heading or signature block of which the helping lines are drawn."""
    if len(rows) > 3 or max(len(row) for row in rows) > 3:
        return False
    return any(LAYOUT.search(fold(" ".join(cell.paragraphs))) for row in rows for cell in row)


def _within(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, word.base - 0.3 * word.size
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _merge(rules: list[_Rule]) -> list[_Rule]:
    """Join pieces of one line: cell borders are often drawn cell by cell."""
    merged: list[_Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r.at), r.low)):
        for other in reversed(merged[-8:]):
            if abs(other.at - rule.at) <= 1.6 and rule.low <= other.high + SNAP and other.low <= rule.high + SNAP:
                other.low, other.high = min(other.low, rule.low), max(other.high, rule.high)
                break
        else:
            merged.append(_Rule(rule.at, rule.low, rule.high))
    return merged


def _components(level: list[_Rule], upright: list[_Rule]) -> list[tuple[list[_Rule], list[_Rule]]]:
    """Lines that touch one another, as groups."""
    parent = list(range(len(level) + len(upright)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for i, flat in enumerate(level):
        for j, wall in enumerate(upright):
            if flat.low - SNAP <= wall.at <= flat.high + SNAP and wall.low - SNAP <= flat.at <= wall.high + SNAP:
                parent[root(i)] = root(len(level) + j)
    groups: dict[int, tuple[list[_Rule], list[_Rule]]] = {}
    for index in range(len(parent)):
        group = groups.setdefault(root(index), ([], []))
        if index < len(level):
            group[0].append(level[index])
        else:
            group[1].append(upright[index - len(level)])
    return [group for group in groups.values() if len(group[0]) >= 2 and len(group[1]) >= 2]


def _edges(values: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > EDGE:
            edges.append(value)
    return edges


def _cells(
    xs: list[float], ys: list[float], level: list[_Rule], upright: list[_Rule], words: list[Word], page: int
) -> tuple[tuple[GridCell, ...], ...]:
    width, height = len(xs) - 1, len(ys) - 1
    walls = [
        [
            any(abs(r.at - xs[j]) <= EDGE and r.low - SNAP <= (ys[i] + ys[i + 1]) / 2 <= r.high + SNAP for r in upright)
            for j in range(width + 1)
        ]
        for i in range(height)
    ]
    floors = [
        [any(abs(r.at - ys[i]) <= EDGE and r.low - SNAP <= (xs[j] + xs[j + 1]) / 2 <= r.high + SNAP for r in level) for j in range(width)]
        for i in range(height + 1)
    ]
    owner: dict[tuple[int, int], int] = {}
    places: list[tuple[int, int, int, int]] = []
    for i in range(height):
        for j in range(width):
            if (i, j) in owner:
                continue
            right = j + 1
            while right < width and not walls[i][right] and (i, right) not in owner:
                right += 1
            bottom = i + 1
            while bottom < height and not any(floors[bottom][k] for k in range(j, right)):
                if any(walls[bottom][k] for k in range(j + 1, right)):
                    break
                bottom += 1
            for row in range(i, bottom):
                for column in range(j, right):
                    owner[row, column] = len(places)
            places.append((i, j, bottom - i, right - j))
    contents: list[list[Word]] = [[] for _ in places]
    for word in words:
        x, y = (word.x0 + word.x1) / 2, word.base - 0.3 * word.size
        column = max(0, min(width - 1, sum(edge <= x for edge in xs) - 1))
        row = max(0, min(height - 1, sum(edge <= y for edge in ys) - 1))
        contents[owner[row, column]].append(word)
    rows: list[list[GridCell]] = [[] for _ in range(height)]
    for (i, j, rowspan, colspan), own in zip(places, contents, strict=True):
        lines = [line_of(row, page) for row in rows_of(own)]
        edge = xs[j + colspan]
        cell = GridCell(i, j, rowspan, colspan, cell_paragraphs(lines, edge), bool(lines) and all(line.bold for line in lines))
        rows[i].append(cell)
    return _compact(rows)


def _compact(rows: list[list[GridCell]]) -> tuple[tuple[GridCell, ...], ...]:
    """Leave out rows and columns that no cell begins in (double lines), and shorten the spans over them."""
    kept_rows = sorted({cell.row for row in rows for cell in row})
    kept_columns = sorted({cell.column for row in rows for cell in row})
    if len(kept_columns) < 2:
        return ()
    result: list[tuple[GridCell, ...]] = []
    for number in kept_rows:
        cells = []
        for cell in rows[number]:
            rowspan = sum(cell.row <= value < cell.row + cell.rowspan for value in kept_rows)
            colspan = sum(cell.column <= value < cell.column + cell.colspan for value in kept_columns)
            cells.append(GridCell(len(result), kept_columns.index(cell.column), rowspan, colspan, cell.paragraphs, cell.bold))
        result.append(tuple(cells))
    return tuple(result)


def cell_paragraphs(lines: Sequence[Line], right: float) -> tuple[str, ...]:
    """Lines of a cell to paragraphs: a list sign begins one, and so does what follows a sentence that ends short of the edge."""
    paragraphs: list[list[str]] = []
    before: Line | None = None
    for line in lines:
        fits = before is not None and before.x1 + line.head + 0.25 * line.size < right - 6
        if before is None or (START.match(line.text) and fits) or (before.text.endswith(SENTENCE_END) and fits):
            paragraphs.append([])
        paragraphs[-1].append(line.text)
        before = line
    return tuple(join(texts) for texts in paragraphs)
