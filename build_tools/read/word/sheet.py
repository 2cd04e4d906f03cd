"""Excel workbooks (.xlsx): every sheet that is shown, its name and its table, with the values that Excel last worked out."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

from build_tools.messages import refusal
from build_tools.model.reading import PLAIN, Reading, Style
from build_tools.read.source import Cell, SourceText

MOST_BYTES = 200_000_000
"""What the parts may come to when unpacked."""
MOST_CELLS = 400_000


def read(path: Path, data: bytes) -> Reading:
    """Read a workbook. Raises ``ModuleNotFoundError`` without openpyxl, ``InputError`` for one that is too large."""
    import openpyxl

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if sum(item.file_size for item in package.infolist()) > MOST_BYTES:
            raise refusal("read-too-complex", str(path))
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (KeyError, ValueError, TypeError, AttributeError, OSError) as error:  # parts that a workbook must have are not there
        raise refusal("read-damaged", str(path)) from error
    out, left = SourceText(), MOST_CELLS
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
        if not rows:
            continue
        width = max(map(len, rows))
        out.paragraph(sheet.title, Style(bold=True))
        out.table([[Cell(((text, PLAIN),)) for text in (*words, *[""] * (width - len(words)))] for words in rows])
    return Reading(str(path), "xlsx", out.source, tuple(out.blocks))


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
