"""The small values that all view models are made of: links, running text, lines, tables. No markup, no relative paths."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the site. ``page`` is the path of a Markdown page from the root of the pages ("van-ban/x/index.md").

    ``anchor`` is an id on that page or empty; ``preview`` what a reader sees before following it.
    """

    text: str
    page: str
    anchor: str = ""
    preview: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """A time as people and machines read it: "18/5/2021" and "2021-05-18". ``machine`` is empty for what recurs; ``doubt`` says behind
    it what is uncertain."""

    text: str
    machine: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters of a source."""

    text: str


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in running text. Only ``resolved`` ones lead to a document; the others lead to a page that tells why not."""

    state: Literal["resolved", "ambiguous", "unknown"]
    link: Link


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a footnote: leads to the note, on another ``page`` if that is told; ``id`` is where the note leads back to."""

    text: str
    id: str
    target: str
    page: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a heading that stands on several."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a later document says of a place: ``how`` ("được sửa đổi, bổ sung bởi"), the document, and where it says so in which words."""

    place: str
    how: str
    by: Link
    at: Link
    words: str
    issued: When | None = None


Inline = Text | Cited | NoteMark | Break
Region = Literal["header", "body", "closing"]
Role = Literal["heading", "provision", "paragraph", "note"]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a document. ``role`` says what it is; ``depth`` counts headings from 0, provisions by nesting.

    ``back`` names the mark that a note belongs to; ``place`` says in words where the line stands ("khoản 2 Điều 5"); ``column`` on which
    side of the letterhead.
    """

    id: str
    role: Role
    inlines: tuple[Inline, ...]
    region: Region = "body"
    depth: int = 0
    quoted: bool = False
    align: str | None = None
    bold: bool = False
    italic: bool = False
    back: str = ""
    place: str = ""
    column: Literal["", "left", "right", "centre"] = ""
    changes: tuple[Change, ...] = ()
    """What later documents say of the article that begins here: no words of this text."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a table."""

    inlines: tuple[Inline, ...]
    colspan: int = 1
    rowspan: int = 1
    header: bool = False


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table of a document; ``head`` counts the rows of its head."""

    id: str
    rows: tuple[tuple[TableCell, ...], ...]
    head: int = 0


Flow = Line | TableLine


@dataclass(frozen=True, slots=True)
class SourceLine:
    """Where a fact comes from, with the day on which it was looked up and how far it can be trusted, in words."""

    name: str
    url: str | None
    trust: str
    as_of: str | None = None
    note: str | None = None
