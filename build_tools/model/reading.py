"""What a reader hands on: the declared source text and blocks in reading order, whatever the file format was."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from build_tools.model.diagnostic import Diagnostic
from build_tools.model.values import Value

Align = Literal["left", "center", "right", "justify"]


class Piece(Value, frozen=True, gc=False):
    """A run of characters and where it stands in the declared source text.

    ``text`` may differ from ``source[start:end]`` where the format wrote the characters otherwise (``&amp;``, ``\\-``).
    Where the lengths agree, characters correspond one by one.
    """

    text: str
    start: int
    end: int


class Style(Value, frozen=True, gc=False):
    """How a paragraph looks, as far as the format tells; ``None`` is unknown.

    ``size`` and ``indent`` are in points; ``page`` counts from 1; ``column`` tells the columns of a laid-out header or
    signature block apart (0 = left); ``heading`` is a declared heading level; ``bold``/``italic``: all of the text is.
    """

    bold: bool = False
    italic: bool = False
    align: Align | None = None
    size: float | None = None
    indent: float | None = None
    page: int | None = None
    column: int | None = None
    heading: int | None = None


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Second:
    """The text of a page by a second reader ("" where it read none). ``marks``: the page is so clear that a tone mark on which both
    agree is right; of one that is not, only numbers and dates are proved."""

    text: str = ""
    marks: bool = True


class RawParagraph(Value, frozen=True, gc=False):
    """One paragraph, or one line of it when ``wrapped`` (a hard-wrapped source: normalise joins the lines).

    A line break inside a paragraph that is *meant* (``<br>``, two spaces in Markdown) starts a new RawParagraph.
    Footnote marks stay in the text as the source has them; a mark known only from layout (superscript) is written with
    superscript characters (⁽¹⁾ or ¹), and a footnote's own paragraph begins with its mark and has ``note=True``.
    """

    pieces: tuple[Piece, ...]
    style: Style = PLAIN
    wrapped: bool = False
    note: bool = False

    @property
    def text(self) -> str:
        """The characters of all pieces."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class RawCell:
    """One table cell. A merged cell stands once, with its spans."""

    paragraphs: tuple[RawParagraph, ...]
    colspan: int = 1
    rowspan: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table of data. Tables used for layout (header, signature) are flattened by the reader to paragraphs with ``style.column``."""

    rows: tuple[tuple[RawCell, ...], ...]
    style: Style = PLAIN


RawBlock = RawParagraph | RawTable


@dataclass(frozen=True, slots=True)
class Doubt:
    """What optical recognition read on a page (from 1; 0 where the file tells no pages), or a line from which words are struck, and a
    person must compare with the original.

    ``confidence`` (0-100) is what the recognition gives a word that it doubts; ``None`` for numbers, dates and figures, whose mistakes
    are silent and which are always compared.
    """

    page: int
    text: str
    confidence: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as read. ``method`` says whether the characters come from text or from optical recognition.

    ``source`` is the declared text: for text formats exactly the file as ``open(..., encoding="utf-8", newline="")`` gives it;
    for others the text of the blocks. ``path`` is shown to people and never opened again. ``margins`` holds the texts of page headers
    and footers and of stamps, which are no part of the document but are looked at before publishing.
    """

    path: str
    format: str
    source: str
    blocks: tuple[RawBlock, ...]
    method: Literal["text", "ocr"] = "text"
    pages: int = 0
    confirm: tuple[Doubt, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    margins: tuple[str, ...] = ()
    second: tuple[Second, ...] = ()
    """Recognised pages as a second, independent reader read them: what stands in both is agreed."""
