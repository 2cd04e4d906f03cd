"""What a file is, by its bytes: the ending only decides between kinds of text."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

KINDS = {
    "txt": ("plain.text", "văn bản thuần"), "md": ("plain.markdown", "Markdown"), "html": ("web.html", "trang HTML"),
    "docx": ("word.docx", "Word (.docx)"), "doc": ("word.doc", "Word 97-2003 (.doc)"), "rtf": ("word.doc", "RTF"),
    "odt": ("word.doc", "OpenDocument (.odt)"), "wordml": ("word.doc", "Word XML"), "mht": ("web.mht", "trang lưu một tệp (.mht)"),
    "pdf": ("pdf.pdf", "PDF"), "image": ("scan.image", "ảnh"),
}  # fmt: skip
"""Kind → (module of this package that reads it, name for people)."""

ENDINGS = {
    "txt": "txt text", "md": "md markdown", "html": "html htm xhtml shtml", "docx": "docx docm dotx dotm", "doc": "doc dot wbk",
    "rtf": "rtf", "odt": "odt", "wordml": "xml", "mht": "mht mhtml", "pdf": "pdf", "image": "png jpg jpeg tif tiff bmp webp",
}  # fmt: skip
"""Kind → file endings that are right for it."""

TEXT_LIMIT = 12_000_000
"""Bytes of a text, HTML or RTF file: fifteen times the longest law. Its blocks must fit in memory several times."""

SIZE_LIMIT = 200_000_000
"""Bytes of any file."""

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image"), (b"\xff\xd8\xff", "image"), (b"II*\x00", "image"), (b"MM\x00*", "image"), (b"BM", "bmp"),
)  # fmt: skip

_OTHER: tuple[tuple[bytes, str], ...] = (
    (b"GIF8", "ảnh GIF"), (b"Rar!", "tệp nén RAR"), (b"7z\xbc\xaf", "tệp nén 7z"), (b"\x1f\x8b", "tệp nén gzip"),
    (b"MZ", "chương trình Windows"), (b"\x7fELF", "chương trình Linux"), (b"ID3", "tệp âm thanh"),
    (b"OggS", "tệp âm thanh"), (b"SQLite format 3", "cơ sở dữ liệu SQLite"),
)  # fmt: skip

_OLE_STREAMS = (
    ("EncryptedPackage", "password"), ("WordDocument", "doc"), ("Workbook", "bảng tính Excel (.xls)"),
    ("PowerPoint Document", "trình chiếu PowerPoint (.ppt)"), ("__substg1.0_", "thư Outlook (.msg)"),
)  # fmt: skip

_CONTROLS = bytes((*range(1, 9), *range(0x0E, 0x1B)))
"""Bytes that texts do not hold."""

_HTML = re.compile(rb"<(!doctype\s+html|html|head|body|meta|title|div|table|p|span|font)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """The kind, or why there is none: ``reason`` is "empty", "password", "damaged", or the name of what the file is instead."""

    kind: str | None
    reason: str = ""


def detect(data: bytes, ending: str) -> Found:
    """Tell what ``data`` is; ``ending`` is the lower-case file ending without its dot."""
    if not data.strip(b"\x00\t\n\r\x0b\x0c \xef\xbb\xbf"):
        return Found(None, "empty")
    if b"%PDF-" in data[:1024]:
        return Found("pdf")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole(data)
    if data.lstrip()[:5] == b"{\\rtf":
        return Found("rtf")
    for magic, kind in _MAGIC:
        if data.startswith(magic) and (kind != "bmp" or data[6:10] == b"\0\0\0\0"):
            return Found("image")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Found("image")
    for magic, name in _OTHER:
        if data.startswith(magic) and b"\x00" in data[:4096]:
            return Found(None, name)
    return _text(data, ending)


def right_ending(kind: str, ending: str) -> bool:
    """True when the ending suits the kind."""
    return ending in ENDINGS[kind].split()


def _zip(data: bytes) -> Found:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = {entry.filename: entry for entry in archive.infolist()}
            if any(entry.flag_bits & 1 for entry in entries.values()):
                return Found(None, "password")
            if "mimetype" in entries and entries["mimetype"].file_size < 200:
                kind = archive.read("mimetype")
                if kind.startswith(b"application/vnd.oasis.opendocument.text"):
                    encrypted = "META-INF/manifest.xml" in entries and b"encryption-data" in archive.open("META-INF/manifest.xml").read(
                        1_000_000
                    )
                    return Found(None, "password") if encrypted else Found("odt")
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return Found(None, "damaged")
    if "[Content_Types].xml" in entries:
        for folder, name in (("xl/", "bảng tính Excel (.xlsx)"), ("ppt/", "trình chiếu PowerPoint (.pptx)")):
            if any(entry.startswith(folder) for entry in entries):
                return Found(None, name)
        return Found("docx")
    return Found(None, "tệp nén ZIP")


def _ole(data: bytes) -> Found:
    for name, meaning in _OLE_STREAMS:
        if name.encode("utf-16-le") in data:
            if meaning == "doc":
                return Found(None, "password") if _encrypted_doc(data) else Found("doc")
            return Found(None, meaning)
    return Found(None, "damaged")


def _encrypted_doc(data: bytes) -> bool:
    """The flag fEncrypted (0x0100) at offset 10 of the file information block, which starts a sector with 0xA5EC ([MS-DOC] 2.5.1)."""
    place = data.find(b"\xec\xa5", 512)
    while place >= 0 and place % 512:
        place = data.find(b"\xec\xa5", place + 1)
    return place >= 0 and len(data) > place + 12 and bool(data[place + 11] & 1)


def _text(data: bytes, ending: str) -> Found:
    head = data[:65536]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head.count(0) > len(head) // 5:
        head = head.replace(b"\x00", b"")
    elif head.count(0) > len(head) // 50 + 8:
        return Found(None, "tệp nhị phân không rõ loại")
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > len(head) // 20 + 4:
        return Found(None, "tệp nhị phân không rõ loại")
    start = head[:4096].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start[:13].lower() == b"mime-version:" or b"\ncontent-type: multipart/related" in start.lower():
        return Found("mht")
    if start.startswith(b"<?xml"):
        if b'progid="Word.Document"' in head[:4096] or b"schemas.microsoft.com/office/2006/xmlPackage" in head[:4096]:
            return Found("wordml")
        if not re.search(rb"<(!doctype\s+)?html", head, re.IGNORECASE):
            return Found(None, "tệp XML")
    if ending in ("html", "htm", "xhtml", "shtml"):
        return Found("html" if _HTML.search(data) else "txt")
    if re.match(rb"(<!--.{0,2000}?-->\s*)*<(!doctype\s+html|html|head|meta\s|body)\b", start, re.IGNORECASE | re.DOTALL):
        return Found("html")
    if ending in ("md", "markdown"):
        return Found("md")
    if ending and ending not in " ".join(ENDINGS.values()).split():
        return Found(None, f"tệp .{ending}")
    return Found("html" if len(_HTML.findall(head)) > 20 and ending not in ("txt", "text") else "txt")
