"""The words of a PDF page, by pdfium. Turned pages and turned text come out upright."""

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
from build_tools.read.pdf.drawings import Pictures, drawn
from build_tools.read.pdf.frame import frame_of
from build_tools.read.pdf.struck import Place, struck_by

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


def read_page(page: Any, number: int) -> tuple[Page, frozenset[str], Pictures]:
    """Words and ruling lines of a page (a ``pypdfium2.PdfPage``), the names of its fonts, and its pictures."""
    text_page = page.get_textpage()
    try:
        glyphs, turn, across = _glyphs(page, text_page)
    finally:
        text_page.close()
    width, height = page.get_size()
    if turn % 2:
        width, height = height, width
    rules, pictures = drawn(page, frame_of(page, turn))
    stand, gone = _parted(glyphs, rules)
    fonts = frozenset(glyph.font.name for glyph in glyphs if glyph is not None)
    return (
        Page(number, width, height, tuple(_raise(_words(stand))), tuple(rules), across=across, struck=tuple(_words(gone))),
        fonts,
        pictures,
    )


def _parted(glyphs: list[_Glyph | None], rules: list[Box]) -> tuple[list[_Glyph | None], list[_Glyph | None]]:
    """The characters that stand, and those that a line strikes out: what stood on both sides of these is one word still."""
    shown = [glyph for glyph in glyphs if glyph is not None]
    struck = struck_by(rules, shown, _place)
    if not struck:
        return glyphs, []
    gone = {id(shown[index]) for index in struck}
    stand: list[_Glyph | None] = []
    out: list[_Glyph | None] = []
    for glyph in glyphs:
        if glyph is None or id(glyph) not in gone:
            stand.append(glyph)
            out.append(None)
            continue
        out.append(glyph)
        before = stand[-1] if stand else None
        if before is not None and before.font.size and abs(before.base - glyph.base) < before.font.size / 4 and before.x1 <= glyph.x1:
            stand[-1] = replace(before, x1=glyph.x1)
    return stand, out


def _place(glyph: _Glyph) -> Place:
    return glyph.x0, glyph.x1, glyph.base, glyph.font.size


def _glyphs(page: Any, text_page: Any) -> tuple[list[_Glyph | None], int, tuple[str, ...]]:
    """Characters in the order of the page's content (None = a space or line end), the quarter turns that make most of them upright, and
    what is written across those."""
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
    frame = frame_of(page, turn)
    glyphs: list[_Glyph | None] = []
    across: list[str] = []
    for item in found:
        if item is None:
            glyphs.append(None)
            across.append(" ")
            continue
        character, left, bottom, right, top, origin_x, origin_y, font = item
        if font.angle % 4 != upright:
            across.append(character)  # a watermark or a label beside a drawing, written across the reading direction
            continue
        across.append("\n")
        ax, _ay = frame.place(left, bottom)
        bx, _by = frame.place(right, top)
        _ox, oy = frame.place(origin_x, origin_y)
        glyphs.append(_Glyph(character, min(ax, bx), max(ax, bx), oy, font))
    runs = (" ".join(run.split()) for run in "".join(across).split("\n"))
    return glyphs, turn, tuple(unicodedata.normalize("NFC", run) for run in runs if run)


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
