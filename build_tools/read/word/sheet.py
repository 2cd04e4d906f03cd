"""Excel workbooks (.xlsx): every sheet that is shown, its name and its table, with the values that Excel last worked out."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

from build_tools.lexicon.keys import strip_marks
from build_tools.messages import refusal
from build_tools.model.reading import PLAIN, Reading, Style
from build_tools.read.printed import nation
from build_tools.read.source import Cell, SourceText
from build_tools.tables.sheet import open_book

MOST_CELLS = 400_000
TABULAR = 3
"""Cells of a row from which it is one of a table."""
MOTTO = re.compile(nation("folded"))


def read(path: Path, data: bytes) -> Reading:
    """Read a workbook. Raises ``InputError`` for one that is broken or too large."""
    out, left = SourceText(), MOST_CELLS
    with open_book(path, data, read_only=True, data_only=True) as book:
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            rows = []
            for row in sheet.iter_rows(values_only=True):
                words = [_words(value) for value in row]
                left -= len(words)
                if left < 0:
                    raise refusal("read-too-complex", str(path))
                while words and not words[-1]:
                    words.pop()
                if any(words):
                    rows.append(words)
            if rows:
                _write(sheet.title, rows, out)
    return Reading(str(path), "xlsx", out.source, tuple(out.blocks))


def _write(title: str, rows: list[list[str]], out: SourceText) -> None:
    """A sheet: what stands above its table as paragraphs, its name, its table."""
    rows = rows[_letterhead(rows, out) :]
    out.paragraph(title, Style(bold=True))
    if rows:
        width = max(map(len, rows))
        out.table([[Cell(((text, PLAIN),)) for text in (*words, *[""] * (width - len(words)))] for words in rows])


def _letterhead(rows: list[list[str]], out: SourceText) -> int:
    """Write the letterhead that stands in a sheet's cells above its table, left column first; how many rows it and the title take.

    A letterhead has the nation's or the Party's name in it: without that nothing is one, and the table has all rows.
    """
    stop = next((at for at, row in enumerate(rows) if sum(map(bool, row)) >= TABULAR), len(rows))
    edge = next((at for row in rows[:stop] for at, text in enumerate(row) if at and MOTTO.match(strip_marks(text).lower())), 0)
    if not edge:
        return 0
    end = max(index + 1 for index, row in enumerate(rows[:stop]) if any(row[edge:]))
    for column, cells in ((0, slice(0, edge)), (1, slice(edge, None))):
        for row in rows[:end]:
            for text in filter(None, row[cells]):
                out.paragraph(text, Style(align="center", column=column))
    for row in rows[end:stop]:
        out.paragraph(" ".join(filter(None, row)), Style(align="center", bold=True))
    return stop


def _words(value: object) -> str:
    """A value as a person in Viet Nam reads it: days as 05/03/2024, decimals with a comma."""
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return f"{value:%d/%m/%Y}" if value.time() == datetime.time() else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(round(value, 10)).replace(".", ",")
    return " ".join(str(value).split())
