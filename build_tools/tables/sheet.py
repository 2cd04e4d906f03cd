"""A sheet as cells of text, with the merged ones named: the same for a workbook and for a table of text."""

from __future__ import annotations

import codecs
import csv
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from build_tools.messages import refusal

WORKBOOKS = (".xlsx", ".xlsm")
MOST_BYTES, MOST_ROWS, MOST_COLUMNS = 20_000_000, 5_000, 200
BYTES_UNPACKED = 200_000_000
STAMP = (2026, 1, 1, 0, 0, 0)
"""When a workbook was made, as its format demands: not the clock's time."""
_MADE = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells, as texts; numbers as a spreadsheet keeps them ("1204", "98.05"), days as ISO.

    ``lines``: the line of the file on which each row ends; ``merged``: (row, column) of cells that were merged away into another;
    ``typed``: of cells that hold numbers, not text.
    """

    path: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...] = ()
    merged: frozenset[tuple[int, int]] = frozenset()
    typed: frozenset[tuple[int, int]] = frozenset()

    def cell(self, row: int, column: int) -> str:
        """The text of a cell; empty outside of the sheet."""
        return self.rows[row][column] if row < len(self.rows) and column < len(self.rows[row]) else ""


def open_sheet(path: Path, wanted: Callable[[str], bool] | None = None) -> Sheet | None:
    """The first sheet of a workbook, or a table of text; None where its first cell is not ``wanted``: of such a workbook no more is read.

    A table of text is UTF-8, or UTF-16 that says so; commas, semicolons or tabs part its cells, whichever its first line has most of.
    Raises ``InputError`` for what is broken, in another encoding or too large, and ``OSError``.
    """
    if path.stat().st_size > MOST_BYTES:
        raise refusal("read-too-complex", str(path))
    data = path.read_bytes()
    sheet = _workbook(path, data, wanted) if path.suffix.lower() in WORKBOOKS else _text(path, data)
    if sheet is None or (wanted and not wanted(sheet.cell(0, 0))):
        return None
    if len(sheet.rows) > MOST_ROWS:
        raise refusal("read-too-complex", str(path), sheet.lines[MOST_ROWS])
    return sheet


def _text(path: Path, data: bytes) -> Sheet:
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
        raise refusal("sheet-encoding", str(path), line) from error
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=text.partition("\n")[0].count), strict=True)
    rows, lines = [], []
    try:
        for row in reader:
            rows.append(tuple(" ".join(cell.split()) for cell in row[:MOST_COLUMNS]))
            lines.append(reader.line_num)
    except csv.Error as error:
        raise refusal("sheet-broken", str(path), reader.line_num, problem=error) from error
    return Sheet(str(path), tuple(rows), tuple(lines))


@contextmanager
def open_book(path: Path, data: bytes, **how: bool) -> Iterator[Any]:
    """A workbook, opened as ``openpyxl.load_workbook`` does it. Raises ``InputError`` for one that is broken, whenever it is found out, or
    too large unpacked."""
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(item.file_size for item in package.infolist()) > BYTES_UNPACKED:
                raise refusal("read-too-complex", str(path))
        yield openpyxl.load_workbook(io.BytesIO(data), **how)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, SyntaxError, zipfile.BadZipFile, zlib.error) as error:
        raise refusal("read-damaged", str(path)) from error  # a part that a workbook must have is not there, or is no XML


def _workbook(path: Path, data: bytes, wanted: Callable[[str], bool] | None) -> Sheet | None:
    if wanted:
        with open_book(path, data, read_only=True) as book:
            first = next(iter(book.worksheets[0].iter_rows(max_row=1, max_col=1, values_only=True)), (None,))
        if not wanted(_words(first[0] if first else None)):
            return None
    with open_book(path, data, data_only=True) as book:
        sheet = book.worksheets[0]
    rows, typed, last = [], set(), 0
    for number, row in enumerate(sheet.iter_rows(max_col=min(sheet.max_column, MOST_COLUMNS))):
        rows.append(tuple(_words(cell.value) for cell in row))
        typed |= {(number, at) for at, cell in enumerate(row) if isinstance(cell.value, int | float)}
        last = number + 1 if any(rows[-1]) else last
        if last > MOST_ROWS:
            break
    merged = {
        (row, column)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row - 1, min(area.max_row, MOST_ROWS))
        for column in range(area.min_col - 1, min(area.max_col, MOST_COLUMNS))
        if (row, column) != (area.min_row - 1, area.min_col - 1)
    }
    return Sheet(str(path), tuple(rows[:last]), tuple(range(1, last + 1)), frozenset(merged), frozenset(typed))


def _words(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(round(value, 10))
    if isinstance(value, datetime):
        value = value.date().isoformat()
    return " ".join(str(value).split())


def as_workbook(rows: Iterable[Sequence[str]]) -> bytes:
    """A workbook of one sheet of texts, whose first row stays in sight."""
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.data_type, cell.number_format = "s", "@"  # "=1+1" is what somebody wrote, and "007" a number of a document
    sheet.freeze_panes = "A2"
    book.properties.creator = ""
    book.save(out)
    return settled(out.getvalue())


def settled(data: bytes) -> bytes:
    """A workbook with no time of its making in it."""
    out = io.BytesIO()
    stamp = datetime(*STAMP).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as same:
        for item in made.infolist():
            content = made.read(item)
            if item.filename == "docProps/core.xml":
                content = _MADE.sub(rb"\g<1>" + stamp, content)
            info = zipfile.ZipInfo(item.filename, STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            same.writestr(info, content)
    return out.getvalue()
