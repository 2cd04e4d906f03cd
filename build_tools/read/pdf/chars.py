"""Characters, ruling lines and pictures of a PDF page, by pdfium. Turned pages and turned text come out upright."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as pdfium

from build_tools.read.letters.encodings import by_font
from build_tools.read.page.layout import Box, Page, Word

MAX_OBJECTS = 6000
"""Page objects looked at for ruling lines; a drawing (a map, a chart) has more, and no table is looked for in it."""
MAX_SEGMENTS = 400
"""Segments looked at in one path."""
THIN = 2.6
"""Points: what is thinner is a ruling line."""
HYPHENS = {"\x02": "-", "\ufffe": "-", "\xad": "-"}
"""How pdfium writes a hyphen at a line end."""


@dataclass(frozen=True, slots=True)
class Font:
    """What is the same for all characters of a text object. ``angle`` in quarter turns clockwise as it stands on the unturned page."""

    name: str
    size: float
    bold: bool
    italic: bool
    angle: int


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    x0: float
    x1: float
    base: float
    font: Font


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a page: the share of the page that the largest covers, and its resolution in dots an inch."""

    share: float = 0.0
    dpi: float = 0.0


def read_page(page: Any, number: int) -> tuple[Page, frozenset[str], Pictures]:
    """Words and ruling lines of a page (a ``pypdfium2.PdfPage``), the names of its fonts, and its pictures."""
    text_page = page.get_textpage()
    try:
        glyphs, turn = _glyphs(page, text_page)
    finally:
        text_page.close()
    width, height = page.get_size()
    if turn % 2:
        width, height = height, width
    words = _raise(_words(glyphs))
    rules, pictures = _drawn(page, turn)
    fonts = frozenset(glyph.font.name for glyph in glyphs if glyph is not None)
    return Page(number, width, height, tuple(words), tuple(rules)), fonts, pictures


def _frame(page: Any, turn: int) -> tuple[float, float, float, float, int]:
    """Left and bottom edge, unturned size, and all quarter turns clockwise that make the text upright."""
    left, bottom, right, top = page.get_cropbox()
    rotation = (page.get_rotation() // 90 + turn) % 4
    return left, bottom, right - left, top - bottom, rotation


def _place(x: float, y: float, frame: tuple[float, float, float, float, int]) -> tuple[float, float]:
    """User space (y upwards) to points from the upright page's top left corner."""
    left, bottom, width, height, rotation = frame
    x -= left
    y -= bottom
    if rotation == 0:
        return x, height - y
    if rotation == 1:
        return y, x
    if rotation == 2:
        return width - x, y
    return height - y, width - x


def _glyphs(page: Any, text_page: Any) -> tuple[list[_Glyph | None], int]:
    """Characters in the order of the page's content (None = a space or line end), and the quarter turns that make most of them upright."""
    raw = text_page.raw
    count = pdfium.FPDFText_CountChars(raw)
    fonts: dict[int, Font] = {}
    box = pdfium.FS_RECTF()
    x = ctypes.c_double()
    y = ctypes.c_double()
    found: list[tuple[str, float, float, float, float, float, float, Font] | None] = []
    get_unicode, get_box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    get_origin, get_object = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetTextObject
    angles: Counter[int] = Counter()
    for index in range(count):
        code = get_unicode(raw, index)
        if (code <= 32 and code != 2) or code == 160:
            found.append(None)
            continue
        owner = get_object(raw, index)
        if not owner:
            continue
        key = ctypes.addressof(owner.contents)
        font = fonts.get(key)
        if font is None:
            font = fonts[key] = _font(raw, index, owner)
        get_box(raw, index, box)
        get_origin(raw, index, x, y)
        character = chr(code) if code < 0x110000 else "\ufffd"
        found.append((HYPHENS.get(character, character), box.left, box.bottom, box.right, box.top, x.value, y.value, font))
        angles[font.angle] += 1
    # The text's angle is counted on the unturned page, so a page turned by /Rotate has text that is turned the other way.
    rotation = page.get_rotation() // 90
    upright = (angles.most_common(1)[0][0] if angles else -rotation) % 4
    turn = (-upright - rotation) % 4
    frame = _frame(page, turn)
    glyphs: list[_Glyph | None] = []
    for item in found:
        if item is None:
            glyphs.append(None)
            continue
        character, left, bottom, right, top, origin_x, origin_y, font = item
        if font.angle % 4 != upright:
            continue  # a watermark or a label beside a drawing, written across the reading direction
        ax, _ay = _place(left, bottom, frame)
        bx, _by = _place(right, top, frame)
        _ox, oy = _place(origin_x, origin_y, frame)
        glyphs.append(_Glyph(character, min(ax, bx), max(ax, bx), oy, font))
    return glyphs, turn


def _font(raw: Any, index: int, owner: Any) -> Font:
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(raw, index)
    angle = 0
    if pdfium.FPDFText_GetMatrix(raw, index, matrix):
        size *= math.hypot(matrix.c, matrix.d) or 1.0
        angle = round(math.atan2(-matrix.b, matrix.a) / (math.pi / 2)) % 4
    font = pdfium.FPDFTextObj_GetFont(owner)
    name = ""
    bold = italic = False
    if font:
        length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
        name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
        lower = name.lower()
        slant = ctypes.c_int()
        pdfium.FPDFFont_GetItalicAngle(font, slant)
        flags = pdfium.FPDFFont_GetFlags(font)
        bold = "bold" in lower or "black" in lower or pdfium.FPDFFont_GetWeight(font) >= 600 or (flags > 0 and bool(flags & 0x40000))
        italic = "italic" in lower or "oblique" in lower or slant.value != 0 or (flags > 0 and bool(flags & 0x40))
    if pdfium.FPDFTextObj_GetTextRenderMode(owner) == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE:
        bold = True
    return Font(name, round(size, 1), bold, italic, angle)


def _words(glyphs: list[_Glyph | None]) -> list[Word]:
    words: list[Word] = []
    text: list[str] = []
    first: _Glyph | None = None
    last: _Glyph | None = None

    def close() -> None:
        nonlocal first
        if first is not None and last is not None:
            font = first.font
            shown = by_font("".join(text), font.name)
            words.append(Word(shown, first.x0, max(last.x1, first.x0), first.base, font.size, font.bold, font.italic))
        first = None
        text.clear()

    for glyph in glyphs:
        if glyph is None:
            close()
            continue
        if first is not None and last is not None:
            if unicodedata.combining(glyph.text):
                text.append(glyph.text)
                continue
            size = first.font.size or 1.0
            if (
                not -0.6 * size < glyph.x0 - last.x1 < 0.3 * size
                or abs(glyph.base - first.base) > 0.08 * size
                or (
                    glyph.font is not first.font
                    and (glyph.font.size, glyph.font.bold, glyph.font.italic) != (size, first.font.bold, first.font.italic)
                )
            ):
                close()
            elif glyph.text == last.text and abs(glyph.x0 - last.x0) < 0.1 * size:
                continue  # the same character drawn twice: a bold look without a bold font
        if first is None:
            first = glyph
        last = glyph
        text.append(glyph.text)
    close()
    return words


def _raise(words: list[Word]) -> list[Word]:
    """Mark superscripts: smaller than the word beside them, and higher."""
    for index, word in enumerate(words):
        if len(word.text) > 6:
            continue
        for other in (words[index - 1] if index else None, words[index + 1] if index + 1 < len(words) else None):
            if other is None or other.raised or word.size > 0.86 * other.size or other.size <= 0:
                continue
            lift = (other.base - word.base) / other.size
            if 0.12 < lift < 0.75 and min(abs(word.x0 - other.x1), abs(other.x0 - word.x1)) < 0.6 * other.size:
                words[index] = replace(word, raised=True)
                break
    return words


def _drawn(page: Any, turn: int) -> tuple[list[Box], Pictures]:
    frame = _frame(page, turn)
    area = frame[2] * frame[3] or 1.0
    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count > MAX_OBJECTS:
        return [], Pictures()
    pictures = Pictures()
    boxes: list[Box] = []
    identity = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    objects = [(pdfium.FPDFPage_GetObject(page.raw, index), identity, 0) for index in range(count)]
    seen = 0
    while objects and seen < MAX_OBJECTS:
        item, matrix, depth = objects.pop()
        seen += 1
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < 4:
            own = pdfium.FS_MATRIX()
            pdfium.FPDFPageObj_GetMatrix(item, own)
            inner = _multiply((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
            number = min(pdfium.FPDFFormObj_CountObjects(item), MAX_OBJECTS)
            objects += [(pdfium.FPDFFormObj_GetObject(item, index), inner, depth + 1) for index in range(number)]
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            for x0, y0, x1, y1 in _thin_parts(item):
                ax, ay = _place(*_apply(matrix, x0, y0), frame)
                bx, by = _place(*_apply(matrix, x1, y1), frame)
                boxes.append((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            found = _picture(item, matrix, area)
            pictures = max(pictures, found, key=lambda picture: picture.share)
    return boxes, pictures


def _picture(item: Any, matrix: tuple[float, ...], area: float) -> Pictures:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return Pictures()
    ax, ay = _apply(matrix, left.value, bottom.value)
    bx, by = _apply(matrix, right.value, top.value)
    width, height = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(item, width, height)
    inches = max(abs(bx - ax), 1.0) / 72
    return Pictures(abs(bx - ax) * abs(by - ay) / area, width.value / inches)


def _multiply(inner: tuple[float, ...], outer: tuple[float, ...]) -> tuple[float, float, float, float, float, float]:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _apply(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _thin_parts(path: Any) -> list[Box]:
    """The ruling lines that a path draws: itself where it is thin, else its level and upright edges where it is stroked."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top):
        return []
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke) or not (fill.value or stroke.value):
        return []
    box = left.value, bottom.value, right.value, top.value
    if box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
        return [box]
    count = pdfium.FPDFPath_CountSegments(path)
    if (not stroke.value and count <= 6) or count > MAX_SEGMENTS:
        return []
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    own = (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    parts: list[Box] = []
    start = before = None
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return parts
        point = _apply(own, x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        ends = []
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and before is not None:
            ends.append((before, point))
        if pdfium.FPDFPathSegment_GetClose(segment) and start is not None:
            ends.append((point, start))
        for (ax, ay), (bx, by) in ends:
            if abs(ax - bx) <= THIN or abs(ay - by) <= THIN:
                parts.append((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
        before = point
    return parts
