"""A .docx as it may be published: without author, comments, tracked changes, hidden text and macros."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from lxml import etree

from build_tools.messages import refusal
from build_tools.read.scan.clean import JPEG, without_traces
from build_tools.read.word.package import W

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
_TELLING = {W + name for name in ("attachedTemplate", "docVars", "mailMerge", "rsids", "trackRevisions", "writeProtection")}
_HISTORY = re.compile(r"\}rsid\w*\Z")


def clean(path: Path, data: bytes) -> bytes:
    """All changes accepted; no properties, comments, hidden runs, macros, history of edits. Raises ``InputError`` for a damaged package."""
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
                    raise refusal("docx-bomb.original", str(path))
                plain = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
                plain.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(plain, _part(entry.filename, content))
    except (zipfile.BadZipFile, OSError, RuntimeError, etree.XMLSyntaxError) as error:
        raise refusal("docx-damaged.original", str(path)) from error
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
    return without_traces(content) if content.startswith(JPEG) else content


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
