"""PowerPoint presentations (.pptx): the text of every slide in its order, tables as tables, notes left out."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from build_tools.messages import refusal
from build_tools.model.reading import PLAIN, Reading, Style
from build_tools.read.source import Cell, SourceText

MOST_BYTES = 500_000_000
"""What the parts may come to when unpacked, pictures included."""


def read(path: Path, data: bytes) -> Reading:
    """Read a presentation. Raises ``ModuleNotFoundError`` without python-pptx, ``InputError`` for one that is too large."""
    import pptx

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if sum(item.file_size for item in package.infolist()) > MOST_BYTES:
            raise refusal("read-too-complex", str(path))
    try:
        show = pptx.Presentation(io.BytesIO(data))
    except (KeyError, ValueError, TypeError, AttributeError, OSError) as error:  # parts that a presentation must have are not there
        raise refusal("read-damaged", str(path)) from error
    out = SourceText()
    for slide in show.slides:
        title = slide.shapes.title
        if title is not None and (words := _clean(title.text_frame.text)):
            out.paragraph(words, Style(bold=True))
        shapes = (shape for shape in slide.shapes if title is None or shape.shape_id != title.shape_id)
        for shape in sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0)):
            _shape(shape, out)
    return Reading(str(path), "pptx", out.source, tuple(out.blocks))


def _shape(shape: Any, out: SourceText) -> None:
    for inner in getattr(shape, "shapes", ()):
        _shape(inner, out)
    if getattr(shape, "has_table", False):
        out.table([[Cell(((_clean(cell.text), PLAIN),)) for cell in row.cells] for row in shape.table.rows])
    elif getattr(shape, "has_text_frame", False):
        for paragraph in shape.text_frame.paragraphs:
            if words := _clean(paragraph.text):
                out.paragraph(words)


def _clean(text: str) -> str:
    return " ".join(text.replace("\v", " ").split())
