"""A document after ``normalise`` and ``structure``: clean text, blocks, header, tree."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Literal

from build_tools.model.diagnostic import Diagnostic
from build_tools.model.header import Header
from build_tools.model.reading import PLAIN, Doubt, Second, Style
from build_tools.model.span import Excerpt, OffsetMap, Span
from build_tools.model.values import Value


class Paragraph(Value, frozen=True, gc=False):
    """One line of the clean text. ``note``: it is known to be a footnote (from layout).

    ``furniture``: it belongs to the page, not to the document (running head, page number, signature stamp, ruled line): kept and
    traceable, but left out when the document is shown.
    """

    span: Span
    style: Style = PLAIN
    note: bool = False
    furniture: bool = False


class Cell(Value, frozen=True, gc=False):
    """One table cell; its text lies between tabs of the clean text (inner line breaks have become spaces)."""

    span: Span
    colspan: int = 1
    rowspan: int = 1
    header: bool = False


class Table(Value, frozen=True, gc=False):
    """Rows of cells; in the clean text a row is a line and cells are parted by tabs."""

    span: Span
    rows: tuple[tuple[Cell, ...], ...]
    style: Style = PLAIN


Block = Paragraph | Table


@dataclass(frozen=True, slots=True, order=True)
class Correction:
    """What a person put right in a recognised text: ``value`` stands at ``span`` of the clean text, where ``read`` was recognised."""

    span: Span
    read: str
    value: str


@dataclass(frozen=True, slots=True)
class Attached:
    """A file whose text follows the document's own: ``place`` among the files that go with it, the first of its blocks, what it is called.

    ``ocr``: its characters come from pictures.
    """

    place: int
    block: int
    title: str
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Where a clean text goes on in another line of its source; ``places`` and ``numbers`` are packed four bytes each, since every
    document of a collection keeps them."""

    places: bytes
    numbers: bytes

    @classmethod
    def of(cls, source: str, origin: OffsetMap) -> Lines:
        """The lines of a source that ``origin`` leads back to."""
        begins = list(accumulate((len(line) + 1 for line in source.split("\n")), initial=0))
        places, numbers, end = array("I"), array("I"), 0
        for run in origin.runs:
            number = bisect_right(begins, run.source)
            if not numbers or numbers[-1] != number:
                places.append(end)
                numbers.append(number)
            end = run.clean + run.length
        return cls(places.tobytes(), numbers.tobytes())

    def at(self, place: int) -> int:
        """The line, from 1, of a place of the clean text."""
        index = bisect_right(memoryview(self.places).cast("I"), place) - 1
        return memoryview(self.numbers).cast("I")[index] if index >= 0 else 1


@dataclass(frozen=True, slots=True)
class Clean:
    """The result of ``normalise``: NFC text, paragraphs parted by ``\\n``; ``blocks`` cover it in order.

    Invariant: ``blocks[i].span.end + 1 == blocks[i + 1].span.start`` and the newline between them belongs to no block.
    """

    path: str
    format: str
    source: str
    text: str
    origin: OffsetMap
    blocks: tuple[Block, ...]
    method: Literal["text", "ocr"] = "text"
    confirm: tuple[Doubt, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    margins: tuple[str, ...] = ()
    """Texts of page headers and footers and of stamps, for the guards."""
    corrections: tuple[Correction, ...] = ()
    second: tuple[Second, ...] = ()
    """What a second reader read of recognised pages; only looked at while a document is taken in."""
    attached: tuple[Attached, ...] = ()
    """The files whose texts are the end of this one, in order."""
    lines: Lines | None = None
    """The lines of the source, where it has been let go."""

    def line_of(self, span: Span) -> int:
        """The line of the source, from 1, in which a stretch of the clean text begins."""
        return self.line_at(span.start)

    def line_at(self, place: int) -> int:
        """The line of the source, from 1, of a place of the clean text."""
        if self.lines is not None:
            return self.lines.at(place)
        return self.source.count("\n", 0, self.origin.source_start(place)) + 1

    def without_source(self) -> Clean:
        """The same without source and way back to it, which take up two fifths of a document; its lines are still known."""
        return replace(self, source="", second=(), origin=OffsetMap((), ()), lines=Lines.of(self.source, self.origin))


NodeKind = Literal[
    "document", "header", "preamble", "body", "closing",  # regions
    "part", "chapter", "section", "article", "clause", "point", "item",  # numbered provisions
    "enclosure", "appendix", "form", "quotation",  # parts with a life of their own
    "paragraph", "table", "footnote",  # leaves
]  # fmt: skip


class Node(Value, frozen=True, gc=False):
    """A node of the tree. Leaves (paragraph, table, footnote) name their ``block``; their spans partition the text.

    ``label`` is as written without closing punctuation ("I", "1", "a", "Điều 5", "Chương II", "Phụ lục 1"); ``heading`` the words of its
    title or None; ``level`` counts numbered levels from 1 inside its part (0 for what is not numbered); ``id`` is the stable ASCII
    address inside the document, unique there ("i", "i-1", "dieu-5", "dieu-5-khoan-2-diem-dd", "phu-luc-1", "p-12").
    """

    kind: NodeKind
    span: Span
    id: str
    label: str | None = None
    heading: Excerpt | None = None
    level: int = 0
    block: int | None = None
    children: tuple[Node, ...] = ()

    @property
    def title(self) -> str | None:
        """The words of its heading."""
        return self.heading.value if self.heading else None


LEAF_KINDS = frozenset({"paragraph", "table", "footnote"})
"""The kinds of node that hold text themselves."""


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it, in reading order."""
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def leaves_of(node: Node) -> Iterator[Node]:
    """The leaves below a node in order; a leaf itself."""
    stack = [node]
    while stack:
        here = stack.pop()
        if here.children:
            stack.extend(reversed(here.children))
        else:
            yield here


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its label ("1"), where its marks stand in the text, and its own text (mark left out)."""

    label: str
    marks: tuple[Span, ...]
    body: Span
    node_id: str


class Section(Value, frozen=True, gc=False):
    """A numbered heading or provision of the document's own structure, flat, in reading order (for ``inspect`` and contents)."""

    label: str
    heading: Excerpt | None
    level: int
    span: Span
    node_id: str

    @property
    def title(self) -> str | None:
        """The words of its heading."""
        return self.heading.value if self.heading else None


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: everything later stages need, and nothing from outside the file."""

    clean: Clean
    header: Header
    root: Node
    sections: tuple[Section, ...]
    footnotes: tuple[Footnote, ...]
    quotations: tuple[Span, ...] | None = None
    """The outermost quotations of the clean text, marks included; None where nobody looked for them."""
    is_document: bool = True
    """False for press texts and stubs that only speak of a document."""
    diagnostics: tuple[Diagnostic, ...] = ()
