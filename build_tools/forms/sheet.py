"""A sheet as cells of text, with the merged ones named: the same for a workbook and for a table of text."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.lexicon.keys import exact_key
from build_tools.messages import refusal

ENDINGS = (".xlsx", ".xlsm", ".csv")
MOST_BYTES, MOST_ROWS, MOST_COLUMNS = 20_000_000, 5_000, 200
BYTES_UNPACKED = 100_000_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells, as texts; numbers as a spreadsheet keeps them ("1204", "98.05").

    ``merged``: (row, column) of cells that were merged away into another; ``typed``: of cells that hold numbers, not text.
    """

    path: str
    rows: tuple[tuple[str, ...], ...]
    merged: frozenset[tuple[int, int]] = frozenset()
    typed: frozenset[tuple[int, int]] = frozenset()

    def cell(self, row: int, column: int) -> str:
        """The text of a cell; empty outside of the sheet."""
        return self.rows[row][column] if row < len(self.rows) and column < len(self.rows[row]) else ""


def open_sheet(path: Path, mark: str) -> Sheet | None:
    """The first sheet of a workbook, or a table of text, whose first cell says ``mark``; None for any other file.

    Of other workbooks no more than that cell is read. Raises ``InputError`` for one that is broken.
    """
    if path.suffix.lower() not in ENDINGS or not path.is_file():
        return None
    if path.stat().st_size > MOST_BYTES:
        raise refusal("read-too-complex", str(path))
    data = path.read_bytes()
    sheet = _text(path, data) if path.suffix.lower() == ".csv" else _workbook(path, data, mark)
    return sheet if sheet is not None and exact_key(sheet.cell(0, 0)) == exact_key(mark) else None


def _text(path: Path, data: bytes) -> Sheet:
    for encoding in ("utf-8-sig", "utf-16"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeError:
            continue
    else:
        raise refusal("form-encoding", str(path))
    first = text[:2000]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = [row[:MOST_COLUMNS] for row in csv.reader(io.StringIO(text), delimiter=delimiter)][:MOST_ROWS]
    except csv.Error as error:
        raise refusal("read-damaged", str(path)) from error
    return Sheet(str(path), tuple(tuple(" ".join(cell.split()) for cell in row) for row in rows))


def _workbook(path: Path, data: bytes, mark: str) -> Sheet | None:
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(item.file_size for item in package.infolist()) > BYTES_UNPACKED:
                raise refusal("read-too-complex", str(path))
        quick = openpyxl.load_workbook(io.BytesIO(data), read_only=True).worksheets[0]
        first = next(iter(quick.iter_rows(max_row=1, max_col=1, values_only=True)), (None,))
        if exact_key(_words(first[0] if first else None)) != exact_key(mark):
            return None
        sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, zipfile.BadZipFile) as error:
        raise refusal("read-damaged", str(path)) from error
    rows, typed = [], set()
    for number, row in enumerate(sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS), max_col=min(sheet.max_column, MOST_COLUMNS))):
        rows.append(tuple(_words(cell.value) for cell in row))
        typed |= {(number, at) for at, cell in enumerate(row) if isinstance(cell.value, int | float)}
    merged = {
        (row, column)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row - 1, min(area.max_row, MOST_ROWS))
        for column in range(area.min_col - 1, min(area.max_col, MOST_COLUMNS))
        if (row, column) != (area.min_row - 1, area.min_col - 1)
    }
    return Sheet(str(path), tuple(rows), frozenset(merged), frozenset(typed))


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(round(value, 10))
    return " ".join(str(value).split())
