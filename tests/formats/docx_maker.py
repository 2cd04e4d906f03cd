"""Makes .docx files for the tests: a zip with small XML parts."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{RELATIONS}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
PARTS = {
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "header": "header1",
    "footer": "footer1",
}


def p(*runs: str, props: str = "") -> str:
    """A paragraph; a run that is no XML is plain text."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p>{f'<w:pPr>{props}</w:pPr>' if props else ''}{inside}</w:p>"


def r(text: str, props: str = "") -> str:
    """A run."""
    return f'<w:r>{f"<w:rPr>{props}</w:rPr>" if props else ""}<w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(*paragraphs: str, props: str = "") -> str:
    """A table cell."""
    inside = "".join(item if item.startswith("<") else p(item) for item in paragraphs)
    return f"<w:tc>{f'<w:tcPr>{props}</w:tcPr>' if props else ''}{inside or '<w:p/>'}</w:tc>"


def tbl(*rows: tuple[str, ...], lined: bool = True) -> str:
    """A table of cells."""
    sides = "".join(
        f'<w:{side} w:val="{"single" if lined else "none"}"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    body = "".join("<w:tr>" + "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>{body}</w:tbl>"


def put(archive: zipfile.ZipFile, name: str, data: str | bytes) -> None:
    """A part without a time: the same document is the same bytes at any hour."""
    archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def docx(body: str, *, settings_relation: str = "", extra: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """The bytes of a .docx with the given body and parts (inner XML of styles, numbering, footnotes, endnotes, header, footer)."""
    out = io.BytesIO()
    relations = ""
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        put(archive, "[Content_Types].xml", content_types(parts))
        put(archive, "_rels/.rels", relationships(f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'))
        put(archive, "word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        for number, (name, inside) in enumerate(parts.items()):
            root = {"header": "hdr", "footer": "ftr"}.get(name, name)
            put(archive, f"word/{PARTS[name]}.xml", f"<w:{root} {NAMESPACES}>{inside}</w:{root}>")
            relations += f'<Relationship Id="p{number}" Type="{RELATIONS}/{name}" Target="{PARTS[name]}.xml"/>'
        put(archive, "word/_rels/document.xml.rels", relationships(relations))
        if settings_relation:
            put(archive, "word/_rels/settings.xml.rels", relationships(settings_relation))
        for name, data in (extra or {}).items():
            put(archive, name, data)
    return out.getvalue()


def content_types(parts: dict[str, str]) -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    named = {"document": "document.main", **{PARTS[name]: name for name in parts}}
    overrides = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{kind}.{name}+xml"/>' for part, name in named.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    defaults = relations + '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{overrides}</Types>'


def relationships(inside: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def save(folder: Path, data: bytes, name: str = "tệp.docx") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file
