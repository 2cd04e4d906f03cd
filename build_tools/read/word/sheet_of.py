"""The page of a .docx: paper, margins, the font and the size in which most of its text is set."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from build_tools.model.sheet import Sheet
from build_tools.read.word.package import Package, W
from build_tools.read.word.styles import Look, Styles, paragraph_look, run_look

_MM = 25.4 / 1440
"""A twentieth of a point in mm."""


def sheet_of(path: str, data: bytes) -> Sheet | None:
    """The sheet; None where the file does not state paper and margins. Raises ``InputError`` for a damaged package."""
    package = Package(path, data)
    root = package.xml(package.main)
    section = next(root.iter(W + "sectPr"), None) if root is not None else None
    paper = section.find(W + "pgSz") if section is not None else None
    margins = section.find(W + "pgMar") if section is not None else None
    if root is None or paper is None or margins is None:
        return None
    width, height = _mm(paper, "w"), _mm(paper, "h")
    sides = [_mm(margins, name) for name in ("top", "bottom", "left", "right")]
    if width is None or height is None or None in sides:
        return None
    font, size = _letters(root, Styles(package.related("styles")))
    top, bottom, left, right = (side or 0.0 for side in sides)
    return Sheet(width, height, top=top, bottom=bottom, left=left, right=right, font=font, size=size)


def _mm(element: etree._Element, name: str) -> float | None:
    value = element.get(W + name, "")
    return round(abs(int(value)) * _MM, 1) if value.lstrip("-").isdigit() else None


def _letters(root: etree._Element, styles: Styles) -> tuple[str | None, float | None]:
    """The font and size of most letters of paragraphs outside tables: letterhead and tables have sizes of their own."""
    fonts: Counter[str] = Counter()
    sizes: Counter[float] = Counter()
    body = root.find(W + "body")
    for paragraph in body.findall(W + "p") if body is not None else ():
        properties = paragraph.find(W + "pPr")
        named = properties.find(W + "pStyle") if properties is not None else None
        look = styles.paragraph(named.get(W + "val") if named is not None else None)
        look = paragraph_look(properties, look) if properties is not None else look
        for run in paragraph.iter(W + "r"):
            _count(run, look, fonts, sizes)
    font = max(fonts, key=lambda name: (fonts[name], name), default=None)
    size = max(sizes, key=lambda value: (sizes[value], value), default=None)
    return font, size


def _count(run: etree._Element, look: Look, fonts: Counter[str], sizes: Counter[float]) -> None:
    properties = run.find(W + "rPr")
    own = run_look(properties, look) if properties is not None else look
    letters = sum(len(text.text or "") for text in run.iter(W + "t"))
    if own.font:
        fonts[own.font] += letters
    if own.size:
        sizes[own.size] += letters
