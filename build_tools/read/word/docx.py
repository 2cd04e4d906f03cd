"""Word documents (.docx, ECMA-376): blocks in reading order with automatic numbers, notes and text boxes, all changes accepted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from build_tools.messages import finding, refusal
from build_tools.model.reading import Doubt, Reading, Style
from build_tools.read.word.blocks import Gathered, GatheredBlock, GatheredCell, GatheredTable, paragraphs_of, write
from build_tools.read.word.columns import part_columns
from build_tools.read.word.fonts import settle
from build_tools.read.word.numbering import Numbering
from build_tools.read.word.package import Package, R, W
from build_tools.read.word.runs import BREAK, MC, PAGE, Fragment, Line, Runs, branch_of, unfilled
from build_tools.read.word.styles import Look, Styles, paragraph_look, run_look
from build_tools.read.word.tables import RIGHT, WRAPPERS, GridCell, grid, is_layout, plain, split_column

WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"
"""The word drawn across each page ("DỰ THẢO")."""
TOP = 12
"""A letterhead stands within so many blocks of a text's beginning."""
MAX_DEPTH = 40
"""Tables and text boxes inside one another."""


def read(path: Path, data: bytes) -> Reading:
    """Read a .docx. Raises ``InputError`` for a damaged or hostile package."""
    package = Package(str(path), data)
    root = package.xml(package.main)
    body = root.find(W + "body") if root is not None else None
    if body is None:
        raise refusal("docx-damaged.body", str(path))
    walker = _Walker(package, body)
    blocks = walker.blocks(body, None, 0)
    above = _first_header(walker)
    converted = settle(blocks)
    settle(above)
    if _has_nation(above) and not _has_nation(blocks[:TOP]):  # a letterhead set as the header of the page is where the document begins
        blocks = [*above, *blocks]
    written = write(part_columns(blocks))
    notes = package.warnings()
    if next(body.iter(W + "altChunk"), None) is not None:
        notes.append(finding("docx-chunk", str(path)))
    if converted:
        notes.append(finding("read-converted.fonts", str(path), fonts=", ".join(converted)))
    margins = _margins(walker)
    struck = [text for text in dict.fromkeys(map(str.strip, walker.runs.struck)) if text]
    if struck:
        notes.append(finding("read-struck.word", str(path), text="; ".join(struck)[:200]))
    pages = walker.page if walker.counted else 0
    return Reading(
        str(path), "docx", written.source, tuple(written.blocks), pages=pages, margins=(*margins, *struck), diagnostics=tuple(notes),
        confirm=tuple(dict.fromkeys(walker.beside_struck)),
    )  # fmt: skip


@dataclass(slots=True)
class _Walker:
    """Walks the body in order; numbering, fields and page breaks are counted as they come."""

    package: Package
    body: etree._Element
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    runs: Runs = field(init=False)
    notes: dict[tuple[str, str], etree._Element] = field(init=False)
    page: int = 1
    counted: str = ""
    pending: Line | None = None
    beside_struck: list[Doubt] = field(default_factory=list)
    """The paragraphs from which words are struck, as they read without them."""

    def __post_init__(self) -> None:
        self.styles = Styles(self.package.related("styles"))
        self.numbering = Numbering(self.package.related("numbering"))
        self.runs = Runs(self.styles)
        self.notes = {}
        parts = {
            tag.tag for tag in self.body.iter(W + "lastRenderedPageBreak", W + "br") if tag.tag != W + "br" or tag.get(W + "type") == "page"
        }
        self.counted = "rendered" if W + "lastRenderedPageBreak" in parts else "page" if parts else ""
        for kind in ("footnote", "endnote"):
            root = self.package.related(kind + "s")
            for item in root if root is not None else ():
                if item.get(W + "type", "normal") == "normal":
                    self.notes[kind, item.get(W + "id", "")] = item

    def blocks(self, parent: etree._Element, column: int | None, depth: int) -> list[GatheredBlock]:
        """The blocks below ``parent``; ``column`` is put into their style."""
        found: list[GatheredBlock] = []
        if depth > MAX_DEPTH:
            raise refusal("docx-too-deep", self.package.path)
        stack = list(reversed(parent))
        while stack:
            item = stack.pop()
            if item.tag == W + "p":
                found.extend(self._paragraph(item, column, depth))
            elif item.tag == W + "tbl":
                found.extend(self._table(item, column, depth))
            elif item.tag == MC + "AlternateContent":
                branch = branch_of(item)
                if branch is not None:
                    stack.extend(reversed(branch))
            elif item.tag in WRAPPERS and not (item.tag == W + "sdt" and unfilled(item)):
                stack.extend(reversed(item))
        return found

    def _paragraph(self, item: etree._Element, column: int | None, depth: int) -> list[GatheredBlock]:
        properties = item.find(W + "pPr")
        look, deleted, mark_hidden = self._look(properties)
        line, self.pending = self.pending or Line(), None
        self.runs.read(item, replace(look, heading=None), line)
        if deleted:  # the mark is deleted: what follows belongs to this paragraph
            self.pending = line
            return []
        page = self._turn(line)
        shown = any(fragment.text.strip() for fragment in line.fragments)
        label = self.numbering.label(*look.number) if look.number and (shown or not mark_hidden) else None
        left, first = look.left, look.first
        if look.number and (level := self.numbering.level(*look.number)):
            own = properties is not None and properties.find(W + "ind") is not None
            left, first = (look.left, look.first) if own else (level.left or look.left, level.first or look.first)
        style = Style(
            bold=bool(line.bold) and all(line.bold), italic=bool(line.italic) and all(line.italic), align=look.align,
            size=max(line.sizes) if line.sizes else None, indent=max(0, left + first) / 20, column=column,
            heading=look.heading if column is None else None,  # authors use heading styles for looks there
            page=page,
        )  # fmt: skip
        if label and (shown or depth):  # in a table, an empty numbered cell shows its number
            line.fragments.insert(0, Fragment(label))
        if line.struck and shown:
            self.beside_struck.append(Doubt(page or 0, " ".join("".join(fragment.text for fragment in line.fragments).split())))
        found: list[GatheredBlock] = [Gathered(part, style) for part in _split(line.fragments)]
        for box in line.boxes:
            found.extend(self.blocks(box, column, depth + 1))
        for kind, key in line.notes:
            found.extend(self._note(kind, key))
        return found

    def _turn(self, line: Line) -> int | None:
        """Turn the pages that a paragraph breaks; the page on which it begins, where the file tells pages.

        Where Word has noted its own breaks only those count: a typed one is noted as well.
        """
        if not self.counted:
            return None
        breaks = [after for kind, after in line.breaks if kind == self.counted]
        begin = self.page + breaks.count(False)
        self.page += len(breaks)
        return begin

    def _look(self, properties: etree._Element | None) -> tuple[Look, bool, bool]:
        """The paragraph's look; whether its mark is deleted; whether its mark is hidden."""
        if properties is None:
            return self.styles.paragraph(None), False, False
        style = properties.find(W + "pStyle")
        look = paragraph_look(properties, self.styles.paragraph(style.get(W + "val") if style is not None else None))
        mark = properties.find(W + "rPr")
        if mark is None:
            return look, False, False
        return look, mark.find(W + "del") is not None, run_look(mark, look).hidden

    def _note(self, kind: str, key: str) -> list[GatheredBlock]:
        """The paragraphs of a note, the first beginning with its mark."""
        element = self.notes.pop((kind, key), None)
        if element is None:
            return []
        blocks = [block for block in self.blocks(element, None, 1) if isinstance(block, Gathered)]
        for index, block in enumerate(blocks):
            block.note = True
            block.style = replace(block.style, column=None)
            if index == 0 and not _starts_with_mark(block.fragments):
                block.fragments.insert(0, Fragment(self.runs.note_label(kind, key) + " "))
        return list(blocks)

    def _table(self, item: etree._Element, column: int | None, depth: int) -> list[GatheredBlock]:
        rows = grid(item)
        if is_layout(item, rows, self.styles):
            return self._laid_out(rows, column, depth)
        made: list[list[GatheredCell]] = []
        notes: list[GatheredBlock] = []
        for row in rows:
            cells: list[GatheredCell] = []
            for cell in row:
                inside: list[Gathered] = []
                for block in self.blocks(cell.element, None, depth + 1):
                    for paragraph in paragraphs_of(block):
                        (notes if paragraph.note else inside).append(paragraph)
                cells.append(GatheredCell(inside, cell))
            made.append(cells)
        return [GatheredTable(made, Style(page=self.page if self.counted else None, column=column)), *notes]

    def _laid_out(self, rows: list[list[GridCell]], column: int | None, depth: int) -> list[GatheredBlock]:
        """A layout table read column by column, as its reader does; a form of many columns row by row."""
        split = split_column(rows)
        if split is None:
            return [block for row in rows for cell in row for block in self.blocks(cell.element, column, depth + 1)]
        sides: dict[int, list[GatheredBlock]] = {}
        starts = sorted({split(cell) for row in rows for cell in row if plain(cell.element).strip()})
        for row in rows:
            for cell in row:
                if (side := split(cell)) in starts:
                    place = starts.index(side) if len(starts) > 1 else column
                    sides.setdefault(side, []).extend(self.blocks(cell.element, place, depth + 1))
        return [block for start in starts for block in sides[start]]


def _split(fragments: list[Fragment]) -> list[list[Fragment]]:
    """The fragments parted at meant line breaks; parts without text are dropped."""
    parts: list[list[Fragment]] = [[]]
    for fragment in fragments:
        pieces = fragment.text.replace(PAGE, BREAK).split(BREAK)
        for index, piece in enumerate(pieces):
            if index:
                parts.append([])
            if piece:
                parts[-1].append(replace(fragment, text=piece))
    return [part for part in parts if any(fragment.text.strip() for fragment in part)]


def _starts_with_mark(fragments: list[Fragment]) -> bool:
    return "".join(fragment.text for fragment in fragments).lstrip()[:1] in tuple("⁽⁰¹²³⁴⁵⁶⁷⁸⁹")


def _first_header(walker: _Walker) -> list[GatheredBlock]:
    """The header of the first page."""
    section = next(walker.body.iter(W + "sectPr"), None)
    if section is None:
        return []
    title = section.find(W + "titlePg")
    kind = "first" if title is not None and title.get(W + "val", "1") not in ("0", "false") else "default"
    names = (item.get(R + "id", "") for item in section.iterfind(W + "headerReference") if item.get(W + "type") == kind)
    link = walker.package.main_relations.get(next(names, ""))
    root = walker.package.xml(link.target) if link is not None and not link.external else None
    return walker.blocks(root, None, 1) if root is not None else []


def _has_nation(blocks: list[GatheredBlock]) -> bool:
    return any(RIGHT.search(paragraph.text) for block in blocks for paragraph in paragraphs_of(block))


def _margins(walker: _Walker) -> tuple[str, ...]:
    """Text of page headers, footers and watermarks: never part of the document, but secrecy marks stand there."""
    package = walker.package
    blocks: list[GatheredBlock] = []
    found = [mark.get("string", "") for mark in walker.body.iter(WATERMARK)]
    for relation in package.main_relations.values():
        if relation.kind in ("header", "footer") and not relation.external and (root := package.xml(relation.target)) is not None:
            found.extend(mark.get("string", "") for mark in root.iter(WATERMARK))
            blocks.extend(walker.blocks(root, None, 1))
    settle(blocks)
    found.extend(paragraph.text for block in blocks for paragraph in paragraphs_of(block))
    return tuple(dict.fromkeys(text for text in found if text.strip()))
