"""Writes small PDFs for the tests: words in their places, ruling lines, turned pages. Glyphs are not embedded: only reading matters.

Every character is 0.5 em wide, so the tests know where a line ends.
"""

from __future__ import annotations

from dataclasses import dataclass, field

A4 = (595.0, 842.0)
LEFT, RIGHT = 85.0, 540.0

CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""


@dataclass
class Sheet:
    """One page under construction; ``y`` counts from the top."""

    width: float = A4[0]
    height: float = A4[1]
    rotate: int = 0
    parts: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, text: str, size: float = 14.0, style: str = "") -> Sheet:
        font = {"": "F1", "B": "F2", "I": "F3"}[style]
        code = text.encode("utf-16-be").hex()
        self.parts.append(f"BT /{font} {size} Tf 1 0 0 1 {x} {self.height - y} Tm <{code}> Tj ET")
        return self

    def centred(self, centre: float, y: float, text: str, size: float = 14.0, style: str = "") -> Sheet:
        return self.text(centre - width(text, size) / 2, y, text, size, style)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        self.parts.append(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return self

    def paragraph(self, y: float, text: str, indent: float = 28.0, size: float = 14.0, leading: float = 19.0, style: str = "") -> float:
        """Set ``text`` justified between the margins from base line ``y``; gives the base line after it."""
        words, x0 = text.split(), LEFT + indent
        while words:
            count = 1
            while count < len(words) and x0 + width(" ".join(words[: count + 1]), size) <= RIGHT:
                count += 1
            line, words = words[:count], words[count:]
            gap = 0.5 * size
            if words and len(line) > 1:
                gap = (RIGHT - x0 - sum(width(word, size) for word in line)) / (len(line) - 1)
            x = x0
            for word in line:
                self.text(x, y, word, size, style)
                x += width(word, size) + gap
            y += leading
            x0 = LEFT
        return y

    def grid(self, xs: list[float], ys: list[float]) -> Sheet:
        """All lines of a full grid."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        return self


def width(text: str, size: float) -> float:
    return 0.5 * size * len(text)


def pdf(*sheets: Sheet, extra: bytes = b"", to_unicode: bytes = CMAP) -> bytes:
    """The file."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    def stream(data: bytes) -> int:
        return add(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data))

    cmap = stream(to_unicode)
    names = {"F1": b"Invented", "F2": b"Invented-Bold", "F3": b"Invented-Italic"}
    fonts = []
    for key, name in names.items():
        descriptor = add(
            b"<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 /Descent -200"
            b" /CapHeight 700 /StemV 80 >>" % name
        )
        child = add(
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
            b" /DW 500 /FontDescriptor %d 0 R >>" % (name, descriptor)
        )
        font = add(
            b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>"
            % (name, child, cmap)
        )
        fonts.append(b"/%s %d 0 R" % (key.encode(), font))
    pages_number = len(objects) + 2 * len(sheets) + 1
    kids = []
    for sheet in sheets:
        content = stream("\n".join(sheet.parts).encode())
        kids.append(
            add(
                b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %g %g] /Rotate %d /Contents %d 0 R /Resources << /Font << %s >> >> >>"
                % (pages_number, sheet.width, sheet.height, sheet.rotate, content, b" ".join(fonts))
            )
        )
    kid_list = b" ".join(b"%d 0 R" % kid for kid in kids)
    pages = add(b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), kid_list))
    assert pages == pages_number
    root = add(b"<< /Type /Catalog /Pages %d 0 R >>" % pages)
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, extra, start)
    return bytes(out)
