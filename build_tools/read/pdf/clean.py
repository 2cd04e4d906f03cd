"""A PDF as it may be published: without author, remarks, scripts and attachments."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from build_tools.messages import refusal

_CLOCK = re.compile(rb"(/CreationDate ?|/ID ?)(\([^)]*\)|\[[^\]]*\])")
"""What pdfium writes from the clock and at random: zeros in their place make the same bytes each time."""
_HEX = frozenset(b"0123456789ABCDEFabcdef")


def clean(path: Path, data: bytes) -> bytes:
    """The pages in a new file: no properties, attachments, scripts; remarks gone, stamps of signatures kept as part of the page."""
    try:
        source = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise refusal("read-pdf-damaged.locked", str(path)) from error
    target = pypdfium2.PdfDocument.new()
    try:
        target.import_pages(source)
        for index in range(len(target)):
            page = target[index]
            for number in range(pdfium.FPDFPage_GetAnnotCount(page) - 1, -1, -1):
                remark = pdfium.FPDFPage_GetAnnot(page, number)
                kind = pdfium.FPDFAnnot_GetSubtype(remark)
                pdfium.FPDFPage_CloseAnnot(remark)
                if kind not in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_STAMP):
                    pdfium.FPDFPage_RemoveAnnot(page, number)
            pdfium.FPDFPage_Flatten(page, 0)
            page.close()
        out = io.BytesIO()
        target.save(out)
    finally:
        target.close()
        source.close()
    return _CLOCK.sub(lambda found: found[1] + bytes(48 if char in _HEX else char for char in found[2]), out.getvalue())
