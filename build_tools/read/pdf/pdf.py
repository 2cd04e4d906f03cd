"""PDF: text pages by their characters, scanned pages by optical recognition, all through one layout reading."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from build_tools.messages import finding, refusal
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.reading import Doubt, Reading, Second
from build_tools.read.letters.encodings import convert_words
from build_tools.read.page.body import Body
from build_tools.read.page.furniture import outermost
from build_tools.read.page.layout import Page, Row, rows_of, text_of
from build_tools.read.page.watched import picture_turned
from build_tools.read.pdf.chars import read_page
from build_tools.read.pdf.drawings import Pictures
from build_tools.read.pdf.layer import is_misread, leaves_out
from build_tools.read.pdf.quality import is_broken, letters_lost
from build_tools.read.pdf.struck import beside_struck
from build_tools.read.progress import tell
from build_tools.read.scan import ocr
from build_tools.read.scan.confirm import to_confirm
from build_tools.read.scan.picture import Picture
from build_tools.read.scan.rules import ruling_lines

REASONS = {
    pdfium.FPDF_ERR_PASSWORD: "read-pdf-password",
    pdfium.FPDF_ERR_SECURITY: "read-pdf-security",
}
SCAN_DPI = (200, 300)
"""Least and greatest resolution at which a page is pictured; between them the scan's own."""
LOOK_DPI = 50
"""Resolution at which it is seen where the ink of a page lies."""
MAX_SIDE = 5000
"""Pixels: a page with a huge box is pictured at a lower resolution."""
MAX_ANNOTATIONS = 500
"""Annotations of a page that are looked at."""
ACROSS = 5
"""So many of the texts written across a page are told."""
STRUCK = 10
"""So many of the texts that are struck out are told."""
MAX_EMPTY = 200
"""So many empty pages in a row at the beginning end the reading: such a file is no document."""


WITHOUT = Pictures()
"""Of a page whose own text is broken: it is pictured as it is, not from a scan."""


@dataclass(slots=True)
class _Pages:
    """Reads pages one by one, and keeps what was noticed on the way."""

    document: Any
    path: str
    scanned: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)
    old: list[int] = field(default_factory=list)
    layered: list[int] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)
    confirm: list[Doubt] = field(default_factory=list)
    second: list[Second] = field(default_factory=list)
    across: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """By page, what is written across the reading direction."""
    struck: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """By page, what a line is drawn through."""

    def __iter__(self) -> Iterator[Page]:
        empty = 0
        filled = False
        for index in range(len(self.document)):
            page = with_stamps(self.document, index)
            try:
                read = self._page(page, index + 1)
            finally:
                page.close()
            filled = filled or bool(read.words)
            empty += not read.words
            if not filled and empty >= MAX_EMPTY:
                return
            yield read

    def _page(self, page: Any, number: int) -> Page:
        read, _fonts, pictures = read_page(page, number)
        if read.across:
            self.across[number] = read.across
        text = " ".join(word.text for word in read.words)
        if letters_lost(text):
            raise refusal("read-pdf-letters-lost", self.path, page=number)
        if is_broken(text) and (converted := convert_words([word.text for word in read.words])):
            self.old.append(number)
            return replace(read, words=tuple(replace(word, text=new) for word, new in zip(read.words, converted, strict=True)))
        if is_broken(text):
            ocr.require(self.path, "layer", number)
            self.broken.append(number)
            return self._recognised(page, read)
        if len(text) < 30 and pictures.share > 0.3:
            ocr.require(self.path, "scan", number)
            self.scanned.append(number)
            return self._recognised(page, read, pictures)
        if pictures.share > 0.7 and len(text) >= 30:
            if ocr.possible() and (is_misread(text) or leaves_out(read, pictured(page, read.width, read.height, LOOK_DPI))):
                self.scanned.append(number)
                return self._recognised(page, read, pictures)
            self.layered.append(number)
            self.confirm += to_confirm(number, rows_of(read.words))
        if read.struck:
            self.struck[number] = tuple(map(text_of, rows_of(read.struck)))
            self.confirm += beside_struck(read)
        return read

    def _recognised(self, page: Any, read: Page, pictures: Pictures = WITHOUT) -> Page:
        picture = replace(picture_of(page, read, pictures.dpi), own=round(pictures.coarse))
        found = ocr.recognise(picture)
        if found is None:
            self.failed.append(read.number)
            return Page(read.number, read.width, read.height, (), (), ocr=True)
        rules = read.rules if read.rules and not found.turned else tuple(ruling_lines(found.picture, found.slope))
        tell(read.number, len(self.document), Path(self.path).name)
        rows = rows_of(found.words)
        self.confirm += to_confirm(read.number, rows, found.second)
        self.second.append(found.second)
        if found.turned:
            picture_turned(read.number, found.picture)
            wide, high = found.picture.width * found.picture.scale, found.picture.height * found.picture.scale
            return Page(read.number, wide, high, tuple(found.words), rules, ocr=True, turned=True)
        return Page(read.number, read.width, read.height, tuple(found.words), rules, ocr=True)


def with_stamps(document: Any, index: int) -> Any:
    """The page with what was put on top of it (signatures, typed-in numbers and dates, stamps) made part of its content."""
    page = document[index]
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    if any(_is_visible(page, number) for number in range(min(count, MAX_ANNOTATIONS))):
        pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        page = document[index]
    return page


def _is_visible(page: Any, number: int) -> bool:
    annotation = pdfium.FPDFPage_GetAnnot(page.raw, number)
    if not annotation:
        return False
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    pdfium.FPDFPage_CloseAnnot(annotation)
    return kind in (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP)


def page_picture(path: Path, data: bytes, number: int, dpi: int) -> Picture | None:
    """A page (from 1) as it is read, for people to look at; None where there is no such page. Raises ``InputError`` as ``read`` does."""
    document = _open(path, data)
    try:
        if not 0 < number <= len(document):
            return None
        page = with_stamps(document, number - 1)
        width, height = page.get_size()
        try:
            return pictured(page, width, height, dpi)
        finally:
            page.close()
    finally:
        document.close()


def read(path: Path, data: bytes) -> Reading:
    """Read a PDF. Raises ``InputError`` for what is no PDF, damaged, protected by a password, or has no pages or text."""
    document = _open(path, data)
    try:
        count = len(document)
        if count == 0:
            raise refusal("read-pdf-empty", str(path))
        body = Body()
        pages = _Pages(document, str(path))
        for page, rows, around in _with_neighbours(iter(pages)):
            body.add(page, rows, around)
    except pypdfium2.PdfiumError as error:
        raise InputError(_damaged(path)) from error
    finally:
        document.close()
    source, blocks = body.finish()
    if not blocks:
        raise refusal("read-pdf-no-text.failed" if pages.failed else "read-pdf-no-text.none", str(path))
    recognised = bool(pages.scanned or pages.broken or pages.layered)
    left_out = (pages.across, pages.struck)
    return Reading(
        str(path),
        "pdf",
        source,
        blocks,
        method="ocr" if recognised else "text",
        pages=count,
        confirm=tuple(pages.confirm),
        diagnostics=tuple(_noticed(str(path), pages, body)),
        margins=tuple(dict.fromkeys((*body.margin_texts(), *(text for found in left_out for texts in found.values() for text in texts)))),
        second=tuple(item for item in pages.second if item.text),
    )


def _noticed(path: str, pages: _Pages, body: Body) -> Iterator[Diagnostic]:
    if pages.scanned:
        yield finding("read-ocr.pages", path, pages=spans(pages.scanned))
    if (pages.scanned or pages.broken) and ocr.missing() is not None:
        yield finding("read-ocr.alone", path)
    if pages.layered:
        yield finding("read-ocr-layer", path, pages=spans(pages.layered))
    if pages.old:
        yield finding("read-converted.pages", path, pages=spans(pages.old))
    if pages.broken:
        yield finding("read-pdf-broken-text", path, pages=spans(pages.broken))
    if pages.failed:
        yield finding("read-ocr-failed", path, pages=spans(pages.failed))
    if pages.across:
        words = list(dict.fromkeys(text for texts in pages.across.values() for text in texts))
        yield finding("read-pdf-across", path, text="; ".join(words[:ACROSS])[:200], pages=spans(list(pages.across)))
    if pages.struck:
        words = list(dict.fromkeys(text for texts in pages.struck.values() for text in texts))
        yield finding("read-struck.page", path, text="; ".join(words[:STRUCK])[:200], pages=spans(list(pages.struck)))
    for text, numbers in body.left_out_by_text():
        yield finding("read-furniture", path, text=text, pages=spans(numbers))


def spans(numbers: list[int]) -> str:
    """Page numbers for people: 1-3, 7."""
    parts: list[str] = []
    start = previous = numbers[0]
    for number in [*numbers[1:], -1]:
        if number != previous + 1:
            parts.append(str(start) if start == previous else f"{start}-{previous}")
            start = number
        previous = number
    return ", ".join(parts)


def picture_of(page: Any, read: Page, dpi: float = 0.0) -> Picture:
    """The page in grey, upright, at the scan's own resolution within bounds."""
    least, greatest = SCAN_DPI
    wanted = max(least, min(greatest, round(dpi))) if dpi else 250
    return pictured(page, read.width, read.height, wanted)


def pictured(page: Any, width: float, height: float, dpi: int) -> Picture:
    """The page in grey, upright; one with a huge box at a lower resolution than ``dpi``."""
    longest = max(width, height, 1.0) / 72
    wanted = max(40, min(dpi, int(MAX_SIDE / longest)))
    bitmap = page.render(scale=wanted / 72, grayscale=True)
    try:
        wide, high, stride = bitmap.width, bitmap.height, bitmap.stride
        raw = bytes(bitmap.buffer)
    finally:
        bitmap.close()
    if stride != wide:
        raw = b"".join(raw[row * stride : row * stride + wide] for row in range(high))
    return Picture(wide, high, raw[: wide * high], wanted)


def _open(path: Path, data: bytes) -> Any:
    if b"%PDF-" not in data[:1024]:
        raise refusal("read-pdf-format", str(path))
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError(_damaged(path)) from error


def _damaged(path: Path) -> Diagnostic:
    return finding(REASONS.get(pdfium.FPDF_GetLastError(), "read-pdf-damaged.cut"), str(path))


def _with_neighbours(pages: Iterator[Page]) -> Iterator[tuple[Page, list[Row], set[str]]]:
    """Each page with its rows and the shapes of the marginal rows of the two pages before and after it."""
    window: list[tuple[Page, list[Row], set[str]]] = []
    position = 0
    for page in pages:
        rows = rows_of(page.words)
        window.append((page, rows, outermost(rows, page.height)))
        if len(window) > position + 2:
            yield (*window[position][:2], _others(window, position))
            position += 1
            if position > 2:
                window.pop(0)
                position -= 1
    while position < len(window):
        yield (*window[position][:2], _others(window, position))
        position += 1


def _others(window: list[tuple[Page, list[Row], set[str]]], position: int) -> set[str]:
    shapes: set[str] = set()
    for index in range(max(0, position - 2), min(len(window), position + 3)):
        if index != position:
            shapes |= window[index][2]
    return shapes
