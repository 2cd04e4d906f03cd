"""Whether a PDF holds its text itself, which is asked of a file that may not be worth the time to recognise it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

FEW = 30
"""Characters of a page under which it is a picture of one, where a picture lies on it (as ``read`` takes it)."""


def has_own_text(path: Path) -> bool:
    """True when no page of the file is a picture without characters; False for a file that cannot be opened."""
    try:
        document = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError):
        return False
    try:
        return all(_has_text(document, index) for index in range(len(document)))
    except pypdfium2.PdfiumError:
        return False
    finally:
        document.close()


def _has_text(document: Any, index: int) -> bool:
    page = document[index]
    try:
        text = page.get_textpage()
        try:
            return text.count_chars() >= FEW or not any(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
        finally:
            text.close()
    finally:
        page.close()
