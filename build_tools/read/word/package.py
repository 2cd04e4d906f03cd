"""A .docx as a package of XML parts (ECMA-376 part 2): opened with limits, nothing fetched, nothing run."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from lxml import etree

from build_tools.messages import finding, refusal
from build_tools.model.diagnostic import Diagnostic

PART_LIMIT = 20_000_000
"""Bytes of one unpacked XML part (the longest law has under 3 MB)."""

TOTAL_LIMIT = 40_000_000
"""Bytes of all unpacked XML parts together."""

RATIO_LIMIT = 200
"""Unpacked over packed size of a part of more than a megabyte; real parts stay under 60."""

ENTRY_LIMIT = 20_000
"""Entries in the archive."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)
"""Namespaces of the strict variant (ISO/IEC 29500-1) → those of the transitional one, which everything else here expects."""


@dataclass(frozen=True, slots=True)
class PartLink:
    """A relationship: the last word of its type ("footnotes"), its target part, whether it leads out of the package."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of one file. Raises ``InputError`` for damaged archives, zip bombs and document type declarations."""

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self.unpacked = 0
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            entries = self.archive.infolist()
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
            raise refusal("docx-damaged.package", self.path) from error
        if len(entries) > ENTRY_LIMIT:
            raise refusal("docx-bomb.entries", self.path, count=len(entries))
        self.names = {entry.filename: entry for entry in entries}

    def bytes_of(self, name: str) -> bytes | None:
        """One part unpacked, within the limits whatever its directory entry claims; ``None`` when absent."""
        entry = self.names.get(name)
        if entry is None:
            return None
        try:
            with self.archive.open(entry) as part:
                data = part.read(PART_LIMIT + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError) as error:
            raise refusal("docx-damaged.part", self.path, part=name) from error
        self.unpacked += len(data)
        ratio = len(data) / max(1, entry.compress_size)
        if len(data) > PART_LIMIT or self.unpacked > TOTAL_LIMIT or (len(data) > 1_000_000 and ratio > RATIO_LIMIT):
            raise refusal("docx-bomb.size", self.path)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """One part parsed; ``None`` when absent."""
        data = self.bytes_of(name)
        if data is None:
            return None
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise refusal("docx-damaged.xml", self.path, part=name) from error
        if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # the stubs know only one side
            raise refusal("docx-doctype", self.path, part=name)
        return root

    def relations(self, part: str) -> dict[str, PartLink]:
        """Relationships of ``part`` ("" for the package) by id; targets as names inside the archive."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, PartLink] = {}
        for item in root if root is not None else ():
            target = item.get("Target", "")
            external = item.get("TargetMode") == "External"
            if not external:
                target = unquote(target)
                target = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[item.get("Id", "")] = PartLink(item.get("Type", "").rsplit("/", 1)[-1], target, external)
        return found

    @cached_property
    def main(self) -> str:
        """Name of the main document part."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and not relation.external and relation.target in self.names:
                return relation.target
        if "word/document.xml" in self.names:
            return "word/document.xml"
        raise refusal("docx-damaged.body", self.path)

    @cached_property
    def main_relations(self) -> dict[str, PartLink]:
        """Relationships of the main part."""
        return self.relations(self.main)

    def related(self, kind: str) -> etree._Element | None:
        """The part that the main part names as ``kind`` ("styles", "numbering", "footnotes"), parsed."""
        return next((self.xml(r.target) for r in self.main_relations.values() if r.kind == kind and not r.external), None)

    def warnings(self) -> list[Diagnostic]:
        """What the file carries that is left alone: macros, a remote template, linked pictures."""
        found: list[Diagnostic] = []
        if any(name.lower().endswith("vbaproject.bin") for name in self.names):
            found.append(finding("docx-macro", self.path))
        outside = [r for r in self.main_relations.values() if r.external and r.kind != "hyperlink"]
        for part in ("word/settings.xml",):
            if posixpath.join("word/_rels", "settings.xml.rels") in self.names:
                outside += [r for r in self.relations(part).values() if r.external]
        if outside:
            kinds = ", ".join(sorted({r.kind for r in outside}))
            found.append(finding("docx-external", self.path, kinds=kinds))
        return found
