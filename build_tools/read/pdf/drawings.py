"""What is drawn on a PDF page beside its text: ruling lines, which make tables, and pictures, which make scans."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from build_tools.read.page.layout import Box
from build_tools.read.pdf.frame import Frame

MAX_OBJECTS = 6000
"""Page objects looked at for ruling lines; a drawing (a map, a chart) has more, and no table is looked for in it."""
MAX_SEGMENTS = 400
"""Segments looked at in one path."""
THIN = 2.6
"""Points: what is thinner is a ruling line."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures of a page: the share of the page that the largest covers, and its resolution in dots an inch, ``coarse`` along the side
    where it has fewer."""

    share: float = 0.0
    dpi: float = 0.0
    coarse: float = 0.0


def drawn(page: Any, frame: Frame) -> tuple[list[Box], Pictures]:
    """Ruling lines and pictures of a page; neither of a drawing with too many objects."""
    area = frame.width * frame.height or 1.0
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
                ax, ay = frame.place(*_apply(matrix, x0, y0))
                bx, by = frame.place(*_apply(matrix, x1, y1))
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
    across, down = max(abs(bx - ax), 1.0) / 72, max(abs(by - ay), 1.0) / 72
    own = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, own)
    laid = _multiply((own.a, own.b, own.c, own.d, own.e, own.f), matrix)
    lying = abs(laid[1]) + abs(laid[2]) > abs(laid[0]) + abs(laid[3])
    coarse = min(width.value / (down if lying else across), height.value / (across if lying else down))
    return Pictures(abs(bx - ax) * abs(by - ay) / area, width.value / across, coarse)


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
