"""Original files as they may be published: without author, comments, tracked changes, hidden text, macros and attachments."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from lxml import etree

from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.read.kinds import detect, right_ending

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIMIT = 200_000_000
"""Unpacked bytes of one original."""

_EMPTY = (
    (re.compile(r"docProps/core\.xml\Z"), b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'),
    (re.compile(r"docProps/app\.xml\Z"), b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'),
    (re.compile(r"docProps/custom\.xml\Z"), b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'),
    (re.compile(r"word/comments\w*\.xml\Z|word/people\.xml\Z"), None),
)  # fmt: skip
"""Parts whose content tells of people: emptied, so that what refers to them still holds. ``None``: the root stays, its children go."""

_DROPPED = re.compile(r"vbaProject|vbaData|activeX|docProps/thumbnail|customXml/|word/attachedToolbars", re.IGNORECASE)
_PART = re.compile(r"word/(?:document\d*|header\d*|footer\d*|footnotes|endnotes|glossary/document)\.xml\Z")
_CHANGES = ("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange", "numberingChange")
_MARKERS = ("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd")
_COMMENTS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_DELETED = ("del", "moveFrom", *_CHANGES, *_MARKERS, *_COMMENTS)
_UNWRAPPED = ("ins", "moveTo")
_JPEG = b"\xff\xd8\xff"
_TELLING = {W + name for name in ("attachedTemplate", "docVars", "mailMerge", "rsids", "trackRevisions", "writeProtection")}
_HISTORY = re.compile(r"\}rsid\w*\Z")


def strip_properties(path: Path, data: bytes) -> bytes:
    """The same document without what tells of its authors. Raises ``InputError`` for kinds that cannot be cleaned."""
    ending = path.suffix.lower().lstrip(".")
    kind = detect(data, ending).kind
    if kind == "docx":
        return _docx(path, data)
    if kind == "pdf":
        return _pdf(path, data)
    if kind in ("txt", "md") and right_ending(kind, ending):
        return data
    if data.startswith(_JPEG):
        return _jpeg(data)
    raise InputError(
        Diagnostic(
            "original-kind",
            "error",
            f"chưa gỡ được thông tin tác giả khỏi tệp {path.suffix}",
            "chuyển sang .pdf hoặc .docx rồi thêm lại",
            str(path),
        )
    )


def _docx(path: Path, data: bytes) -> bytes:
    out = io.BytesIO()
    total = 0
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
            for entry in source.infolist():
                if _DROPPED.search(entry.filename) or entry.is_dir():
                    continue
                with source.open(entry) as part:
                    content = part.read(LIMIT - total + 1)
                total += len(content)
                if total > LIMIT:
                    raise InputError(Diagnostic("docx-bomb", "error", "tệp nén bung ra quá lớn", "lưu lại bằng Word", str(path)))
                plain = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
                plain.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(plain, _part(entry.filename, content))
    except (zipfile.BadZipFile, OSError, RuntimeError, etree.XMLSyntaxError) as error:
        raise InputError(Diagnostic("docx-damaged", "error", "tệp .docx hỏng", "lưu lại bằng Word", str(path))) from error
    return out.getvalue()


def _part(name: str, content: bytes) -> bytes:
    for pattern, empty in _EMPTY:
        if pattern.match(name):
            if empty is not None:
                return empty
            root = _parse(content)
            del root[:]
            return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if name == "[Content_Types].xml" or name.endswith(".rels"):
        root = _parse(content)
        for item in list(root):
            outside = item.get("TargetMode") == "External" and "hyperlink" not in item.get("Type", "")
            if outside or _DROPPED.search(item.get("PartName", "") + item.get("Target", "")):
                root.remove(item)
            elif re.search(r"macroEnabled|template\.main\+xml\Z", item.get("ContentType", "")):
                item.set("ContentType", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if _PART.match(name):
        return _accepted(content)
    if name == "word/settings.xml":
        return _settings(content)
    return _jpeg(content) if content.startswith(_JPEG) else content


def _settings(content: bytes) -> bytes:
    """Without the history of edits, the place of the template, sources of mail merges and values of programs."""
    root = _parse(content)
    for item in list(root):
        if item.tag in _TELLING:
            root.remove(item)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _accepted(content: bytes) -> bytes:
    """A text part with all changes accepted, comments and hidden runs gone, no history of edits."""
    root = _parse(content)
    for name in _DELETED:
        for item in list(root.iter(W + name)):
            parent = item.getparent()
            if parent is not None and not (name == "del" and parent.tag == W + "rPr"):
                parent.remove(item)
    for name in _UNWRAPPED:
        for item in list(root.iter(W + name)):
            parent = item.getparent()
            if parent is not None:
                place = parent.index(item)
                parent[place : place + 1] = list(item)
    for mark in list(root.iter(W + "vanish")):
        properties = mark.getparent()
        run = properties.getparent() if properties is not None else None
        if run is not None and run.tag == W + "r" and mark.get(W + "val", "1") not in ("0", "false"):
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)
    for item in root.iter():
        for key in [key for key in item.attrib if isinstance(key, str) and _HISTORY.search(key)]:
            del item.attrib[key]
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _parse(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True))


def _pdf(path: Path, data: bytes) -> bytes:
    """The pages in a new file: no properties, attachments, scripts; remarks gone, stamps of signatures kept as part of the page."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        source = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError(
            Diagnostic("read-pdf-damaged", "error", "tệp PDF hỏng hoặc đặt mật khẩu", "lưu lại bản thường", str(path))
        ) from error
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


_CLOCK = re.compile(rb"(/CreationDate ?|/ID ?)(\([^)]*\)|\[[^\]]*\])")
"""What pdfium writes from the clock and at random: zeros in their place make the same bytes each time."""
_HEX = frozenset(b"0123456789ABCDEFabcdef")


def _jpeg(data: bytes) -> bytes:
    """Without the segments that tell of camera, place and author (APP1, APP13, comment)."""
    kept = bytearray(data[:2])
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF and data[place + 1] not in (0xDA, 0xD9):
        size = int.from_bytes(data[place + 2 : place + 4], "big") + 2
        if data[place + 1] not in (0xE1, 0xED, 0xFE):
            kept += data[place : place + size]
        place += size
    return bytes(kept + data[place:])
