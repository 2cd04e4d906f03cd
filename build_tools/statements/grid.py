"""Tables as grids: merged cells opened out, heads told from data, columns and rows named by their heads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from build_tools.lexicon.keys import word_key
from build_tools.model.document import Cell, Table

VALUE = re.compile(r"\s*[-–+]?(?:\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s*(?:%|\([^()]{1,20}\))?\s*")
COUNTED = re.compile(r"\d[\d.,/ ]*(?:\([\d,]+\s?%\))?")
"""So many of so many, with their share: "8.368/8.654 (96,7%)"."""
BLANK_VALUE = re.compile(r"\s*(?:[xX]|[-–—]{1,3}|0|)\s*")
INDEX = re.compile(r"\s*\(?(?:\d{1,2}|[A-ZĐ]|[a-zđ])\)?(?:\s?[=+:x*/-].*)?\s*")
GROUP = re.compile(r"\s*\(?(?:[IVXL]{1,5}|[A-ZĐ])[).]?\s*")
"""What counts groups of rows."""
COUNTER_HEAD = frozenset({"tt", "stt", "số tt", "số thứ tự", "no", "no.", "#"})
MAX_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Grid:
    """``cells[row][column]`` with each merged cell at all its places; the first ``head`` rows are heads.

    ``labels`` name the columns: the different texts of the heads from the top down.
    """

    cells: tuple[tuple[Cell | None, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    head: int
    labels: tuple[tuple[str, ...], ...]

    def is_counter(self, column: int) -> bool:
        """True for the column of running numbers."""
        return bool(self.labels[column]) and word_key(self.labels[column][-1]).strip(". ") in COUNTER_HEAD

    def names_row(self, column: int) -> bool:
        """True for a column of words (most of its data cells are no numbers)."""
        data = [row[column] for row in self.texts[self.head :] if row[column].strip()]
        return bool(data) and sum(not (VALUE.fullmatch(cell) or COUNTED.fullmatch(cell)) for cell in data) * 2 > len(data)


def open_out(table: Table, text: str) -> Grid | None:
    """The grid of a table; None for one without a head or without data, or too wide to be one."""
    cells: list[list[Cell | None]] = [[] for _ in table.rows]
    for index, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while column < len(cells[index]) and cells[index][column] is not None:
                column += 1
            if column + cell.colspan > MAX_COLUMNS:
                return None
            for below in range(index, min(index + max(cell.rowspan, 1), len(table.rows))):
                line = cells[below]
                line.extend([None] * (column + max(cell.colspan, 1) - len(line)))
                line[column : column + max(cell.colspan, 1)] = [cell] * max(cell.colspan, 1)
            column += max(cell.colspan, 1)
    width = max((len(row) for row in cells), default=0)
    if width < 2 or len(cells) < 2:
        return None
    rows = tuple(tuple(row + [None] * (width - len(row))) for row in cells)
    texts = tuple(tuple(" ".join(cell.span.of(text).split()) if cell else "" for cell in row) for row in rows)
    head = _head(rows, texts)
    if not 0 < head < len(rows):
        return None
    return Grid(rows, texts, head, tuple(_label(texts[:head], column) for column in range(width)))


def _head(rows: tuple[tuple[Cell | None, ...], ...], texts: tuple[tuple[str, ...], ...]) -> int:
    """How many rows are head: those before the first with a value or a mark that a value is wanting, and a row of column numbers."""
    for index, row in enumerate(texts):
        if _is_index(row) and index:
            return index + 1
        if index and _is_group(rows[index], texts[: index + 1]):
            return index
        declared = any(cell is not None and cell.header for cell in rows[index])
        if not declared and any(VALUE.fullmatch(cell) or (cell and BLANK_VALUE.fullmatch(cell)) for cell in row):
            return index
    return len(texts)


def _is_group(cells: tuple[Cell | None, ...], texts: tuple[tuple[str, ...], ...]) -> bool:
    """The first row of a group below the heads: counted ("I", "A") in the column of running numbers, or one cell over the whole width."""
    *heads, row = texts
    if len({id(cell) for cell in cells}) == 1:
        return len(set(heads[-1])) > 1
    if all(INDEX.fullmatch(cell) for cell in row if cell):
        return False
    counters = [column for column, name in enumerate(heads[0]) if word_key(name).strip(". ") in COUNTER_HEAD]
    return any(GROUP.fullmatch(row[column]) for column in counters)


def _is_index(row: tuple[str, ...]) -> bool:
    """ "(1) (2) (3)", "A B 1 2 3=1+2": each cell a number or letter, and not all data."""
    filled = [cell for cell in row if cell]
    if len(filled) < 3 or not all(INDEX.fullmatch(cell) and len(cell) < 12 for cell in filled):
        return False
    numbers = [int(found.group()) for cell in filled if (found := re.match(r"\d+", cell.strip("( ")))]
    return len(numbers) > 1 and all(b == a + 1 for a, b in pairwise(numbers)) and numbers[0] in (1, 2, 3)


def _label(head: tuple[tuple[str, ...], ...], column: int) -> tuple[str, ...]:
    names: list[str] = []
    for index, row in enumerate(head):
        if index and _is_index(row):
            continue
        name = row[column]
        if not name and index + 1 < len(head) and head[index + 1][column] and not _is_index(head[index + 1]):
            name = next((row[left] for left in range(column - 1, -1, -1) if row[left]), "")
        if name and name not in names:
            names.append(name)
    return tuple(names)
