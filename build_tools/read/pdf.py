"""PDF: text pages by their characters, scanned pages by optical recognition, all through one layout reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.reading import Reading
from build_tools.read.pdf_body import Body
from build_tools.read.pdf_chars import read_page
from build_tools.read.pdf_furniture import outermost
from build_tools.read.pdf_layout import Page, rows_of

REASONS = {
    pdfium.FPDF_ERR_PASSWORD: ("read-pdf-password", "tệp PDF đặt mật khẩu", "mở tệp bằng mật khẩu, lưu bản không đặt mật khẩu rồi thử lại"),
    pdfium.FPDF_ERR_SECURITY: ("read-pdf-security", "tệp PDF mã hoá theo cách chưa đọc được", "in lại tệp thành PDF thường rồi thử lại"),
}


def read(path: Path, data: bytes) -> Reading:
    """Read a PDF. Raises ``InputError`` for what is no PDF, damaged, protected by a password, or without pages."""
    document = _open(path, data)
    try:
        count = len(document)
        if count == 0:
            raise InputError(Diagnostic("read-pdf-empty", "error", "tệp PDF không có trang nào", "xuất lại tệp từ văn bản gốc", str(path)))
        body = Body()
        for page, around in _with_neighbours(_pages(document)):
            body.add(page, around)
    finally:
        document.close()
    source, blocks = body.finish()
    if not blocks:
        raise InputError(Diagnostic("read-pdf-no-text", "error", "tệp PDF không có chữ", "kiểm tra tệp có đúng văn bản không", str(path)))
    return Reading(str(path), "pdf", source, blocks, "text", count, (), ())


def _open(path: Path, data: bytes) -> Any:
    if b"%PDF-" not in data[:1024]:
        raise InputError(
            Diagnostic("read-pdf-format", "error", "tệp không phải PDF", "kiểm tra đuôi tệp; mở thử bằng trình đọc PDF", str(path))
        )
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code, message, hint = REASONS.get(
            pdfium.FPDF_GetLastError(), ("read-pdf-damaged", "tệp PDF hỏng hoặc bị cắt cụt", "tải lại hoặc xuất lại tệp")
        )
        raise InputError(Diagnostic(code, "error", message, hint, str(path))) from error


def _pages(document: Any) -> Iterator[Page]:
    for index in range(len(document)):
        page = document[index]
        try:
            yield read_page(page, index + 1)[0]
        finally:
            page.close()


def _with_neighbours(pages: Iterator[Page]) -> Iterator[tuple[Page, set[str]]]:
    """Each page with the shapes of the marginal rows of the two pages before and after it."""
    window: list[tuple[Page, set[str]]] = []
    position = 0
    for page in pages:
        window.append((page, outermost(rows_of(page.words), page.height)))
        if len(window) > 2:
            yield window[position][0], _others(window, position)
            position += 1
            if position > 2:
                window.pop(0)
                position -= 1
    while position < len(window):
        yield window[position][0], _others(window, position)
        position += 1


def _others(window: list[tuple[Page, set[str]]], position: int) -> set[str]:
    shapes: set[str] = set()
    for index in range(max(0, position - 2), min(len(window), position + 3)):
        if index != position:
            shapes |= window[index][1]
    return shapes
