"""HTML: paragraphs and tables with offsets into the raw file; a portal's navigation is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from build_tools.messages import finding, refusal
from build_tools.model.reading import PLAIN, Align, Piece, RawBlock, RawCell, RawParagraph, RawTable, Reading, Style
from build_tools.read.layout import LAYOUT, MOST_FILLED, reading_order
from build_tools.read.plain.lines import decode
from build_tools.read.web.markup import VOID, Tag, scan
from build_tools.read.web.portal import narrow
from build_tools.read.web.weights import holds_marks

_BLOCK = {
    "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "blockquote",
    "center", "section", "article", "header", "footer", "main", "body", "html", "nav", "aside", "form", "fieldset", "dl", "dt", "dd",
    "pre", "hr", "caption", "address", "figure",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SKIP = {"nav", "footer", "aside", "form"}
_BOLD = {"b", "strong"}
_ITALIC = {"i", "em"}


@dataclass(slots=True)
class _Node:
    """An element on the way to blocks."""

    name: str
    start: int
    style: Style = PLAIN
    children: list[_Node | Piece] = field(default_factory=list)
    colspan: int = 1
    rowspan: int = 1

    def text(self) -> str:
        """All text inside, a blank between blocks."""
        parts: list[str] = []
        stack: list[_Node | Piece] = [self]
        while stack:
            node = stack.pop()
            if isinstance(node, Piece):
                parts.append(node.text)
            else:
                if node.name in _BLOCK or node.name == "br":
                    parts.append("\n")
                stack.extend(reversed(node.children))
        return "".join(parts)


def read(path: Path, data: bytes) -> Reading:
    """Read a UTF-8 HTML file; what stands around the document on its page still stands in the declared text.

    Raises ``InputError`` when it is not UTF-8 or holds no text.
    """
    source = decode(path, data)
    narrowed = narrow(source)
    root = _tree(narrowed.text)
    blocks = tuple(block for block in _blocks(root) if _shows(block))
    if not blocks:
        raise refusal("read-empty.web", str(path), 1)
    notes = (finding("read-page-guessed", str(path)),) if narrowed.guessed else ()
    return Reading(str(path), path.suffix.lstrip("."), source, blocks, diagnostics=notes)


def _shows(block: RawBlock) -> bool:
    """False for what lay around the document, and stands blank now."""
    if isinstance(block, RawTable):
        return any(paragraph.text.strip() for row in block.rows for cell in row for paragraph in cell.paragraphs)
    return bool(block.text.strip())


def _tree(source: str) -> _Node:
    """Elements by nesting; a missing end tag ends with its parent, an end tag without a start is dropped."""
    root = _Node("html", 0)
    stack = [root]
    open_names: dict[str, int] = {}
    for token in scan(source):
        if isinstance(token, Piece):
            stack[-1].children.append(token)
            continue
        name = token.name
        if token.closing:
            if not open_names.get(name):
                continue
            while len(stack) > 1:
                closed = stack.pop()
                open_names[closed.name] -= 1
                if closed.name == name:
                    break
            continue
        if name in _BLOCK:
            ends = {"p"} if name not in {"li", "tr", "td", "th"} else {"p", name} | ({"td", "th"} if name in {"tr", "td", "th"} else set())
            while len(stack) > 1 and stack[-1].name in ends:
                open_names[stack.pop().name] -= 1
        node = _Node(name, token.start, _style(token), colspan=_span(token, "colspan"), rowspan=_span(token, "rowspan"))
        stack[-1].children.append(node)
        if name not in VOID and len(stack) < 150:
            stack.append(node)
            open_names[name] = open_names.get(name, 0) + 1
    return root


def _span(tag: Tag, name: str) -> int:
    value = tag.get(name) if tag.name in {"td", "th"} else ""
    return min(int(value), 100) if value.isascii() and value.isdigit() and int(value) > 0 else 1


def _style(tag: Tag) -> Style:
    if (not tag.attributes and tag.name not in _HEADINGS) or (tag.name not in _BLOCK and tag.name not in {"span", "font"}):
        return PLAIN
    css = tag.get("style") if "style" in tag.attributes else ""
    align = tag.get("align") if "align" in tag.attributes else ""
    if match := re.search(r"text-align\s*:\s*(\w+)", css):
        align = match.group(1)
    known: dict[str, Align] = {"left": "left", "center": "center", "right": "right", "justify": "justify"}
    heading = int(tag.name[1]) if tag.name in _HEADINGS else None
    weight = re.search(r"font-weight\s*:\s*(bold|[6-9]00)", css)
    return Style(bold=bool(weight), italic="italic" in css, align=known.get(align.lower()), heading=heading)


def _blocks(root: _Node) -> Iterator[RawBlock]:
    yield from _walk(root, PLAIN)


@dataclass(slots=True)
class _Inline:
    """Text gathered for one paragraph."""

    style: Style = PLAIN
    pieces: list[Piece] = field(default_factory=list)
    looks: set[tuple[bool, bool]] = field(default_factory=set)

    def close(self) -> Iterator[RawParagraph]:
        if any(not piece.text.isspace() for piece in self.pieces):
            bold = all(look[0] for look in self.looks)
            italic = all(look[1] for look in self.looks)
            yield RawParagraph(tuple(self.pieces), replace(self.style, bold=bold, italic=italic))
        self.pieces, self.looks = [], set()


def _walk(root: _Node, base: Style) -> Iterator[RawBlock]:
    """Paragraphs and tables below ``root`` in order."""
    inline = _Inline(base)
    # Each step: a node or piece with the look it inherits, or a style to return to when a block ends.
    work: list[tuple[_Node | Piece | None, Style, bool, bool]] = [
        (child, base, base.bold, base.italic) for child in reversed(root.children)
    ]
    while work:
        node, style, bold, italic = work.pop()
        if node is None:
            yield from inline.close()
            inline.style = style
        elif isinstance(node, Piece):
            inline.pieces.append(node)
            if not node.text.isspace():
                inline.looks.add((bold, italic))
        elif node.name == "br":
            yield from inline.close()
        elif node.name == "table":
            yield from inline.close()
            yield from _table(node, style)
        elif node.name in _SKIP and not holds_marks(node.text()):
            continue
        elif node.name == "sup" and (text := node.text().strip()).isdigit() and len(text) < 4:
            pieces = [piece for piece in _pieces(node) if piece.text.strip()]
            inline.pieces.append(Piece(text.translate(_SUPERSCRIPT), pieces[0].start, pieces[-1].end))
        else:
            bold = bold or node.name in _BOLD or node.style.bold
            italic = italic or node.name in _ITALIC or node.style.italic
            if node.name in _BLOCK:
                yield from inline.close()
                inner = replace(style, align=node.style.align or style.align, heading=node.style.heading or style.heading)
                work.append((None, style, False, False))
                inline.style = inner
                style = inner
            work.extend((child, style, bold, italic) for child in reversed(node.children))
    yield from inline.close()


_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _pieces(node: _Node) -> Iterator[Piece]:
    for child in node.children:
        if isinstance(child, Piece):
            yield child
        else:
            yield from _pieces(child)


def _rows(table: _Node) -> Iterator[list[_Node]]:
    for child in table.children:
        if isinstance(child, _Node):
            if child.name == "tr":
                yield [cell for cell in child.children if isinstance(cell, _Node) and cell.name in {"td", "th"}]
            elif child.name in {"tbody", "thead", "tfoot"}:
                yield from _rows(child)


def _table(table: _Node, style: Style) -> Iterator[RawBlock]:
    """A table of data, or its paragraphs column by column where it only lays out a header, a signature or a page."""
    rows = [row for row in _rows(table) if row]
    width = max((sum(cell.colspan for cell in row) for row in rows), default=0)
    nested = any(_has(cell, "table") for row in rows for cell in row)
    if width < 2 or nested or len(rows) == 1 or _lays_out(table, rows):
        for read in reading_order(rows, table.text()):
            for column, cell in read:
                inner = replace(style, column=style.column if column is None else column, align=cell.style.align or style.align)
                yield from _walk(cell, inner)
        if not rows:
            yield from _walk(_Node("div", table.start, children=table.children), style)
        return
    made = []
    for y, row in enumerate(rows):
        cells = []
        for cell in row:
            inside = tuple(block for block in _walk(cell, style) if isinstance(block, RawParagraph))
            cells.append(RawCell(inside, cell.colspan, cell.rowspan, header=y == 0 or cell.name == "th"))
        made.append(tuple(cells))
    yield RawTable(tuple(made), style)


def _lays_out(table: _Node, rows: list[list[_Node]]) -> bool:
    """True for the table of a header or a signature block: few filled cells, and the words that stand there."""
    filled = sum(1 for row in rows for cell in row if cell.text().strip())
    return filled <= MOST_FILLED and LAYOUT.search(table.text()) is not None


def _has(node: _Node, name: str) -> bool:
    stack: list[_Node] = [node]
    while stack:
        here = stack.pop()
        for child in here.children:
            if isinstance(child, _Node):
                if child.name == name:
                    return True
                stack.append(child)
    return False
