"""The characters of a .docx paragraph as its reader sees them: fields, symbols, changes accepted, hidden and struck text left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from build_tools.read.letters.encodings import font_encoding
from build_tools.read.word.package import W
from build_tools.read.word.styles import Look, Styles, on, run_look
from build_tools.read.word.symbols import symbol

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"

GONE = {W + "del", W + "moveFrom", W + "rPr", W + "pPr", W + "sdtPr", W + "sdtEndPr", W + "smartTagPr", W + "customXmlPr", W + "instrText",
        W + "delText", W + "delInstrText", W + "rt", W + "annotationRef", W + "ffData"}  # fmt: skip
"""Elements whose content no reader of the accepted text sees."""
_HOLDERS = {MC + "AlternateContent", W + "drawing", W + "pict", W + "object"}
"""Elements in which text boxes stand."""

RAISED = str.maketrans("0123456789()+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾⁺⁻ⁿ")
_RAISED = re.compile(r"[(\[]?[0-9]{1,3}[)\]]?\Z|-[0-9]\Z")

BREAK, PAGE = "\n", "\f"
"""How a line break and a page break stand in the fragments."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Characters of one look, with the old encoding that their font tells (or ``None``)."""

    text: str
    encoding: str | None = None
    capitals: bool = False


@dataclass(slots=True)
class Line:
    """What is gathered of one paragraph."""

    fragments: list[Fragment] = field(default_factory=list)
    bold: list[bool] = field(default_factory=list)
    italic: list[bool] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    breaks: list[tuple[str, bool]] = field(default_factory=list)
    """Page breaks met: "page" (typed) or "rendered" (where Word last broke), and whether text stood before it."""
    struck: bool = False
    """True where words of it have a line through them, and are left out."""


@dataclass(slots=True)
class Fields:
    """Complex fields, which may span paragraphs. For each open one: is its instruction being read, is it a table of contents."""

    open: list[list[bool]] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        """True inside an instruction or an automatic table of contents."""
        return any(instruction or contents for instruction, contents in self.open)


class Runs:
    """Reads runs; keeps the state of fields and the numbers of notes over the whole document."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.fields = Fields()
        self.numbers: dict[tuple[str, str], int] = {}
        self.fonts: dict[str, tuple[str, bool] | None] = {}
        self.struck: list[str] = []
        """What a line is drawn through: its author deleted it and lets it be seen."""

    def note_label(self, kind: str, key: str) -> str:
        """The mark of a note, counted through the document, footnotes and endnotes in one row."""
        number = self.numbers.setdefault((kind, key), len(self.numbers) + 1)
        return f"({number})".translate(RAISED)

    def read(self, parent: etree._Element, look: Look, line: Line) -> None:
        """Gather the runs below ``parent`` into ``line``."""
        for item in parent:
            tag = item.tag
            if tag == W + "r":
                self._run(item, look, line)
            elif tag == W + "fldSimple":
                if not _contents(item.get(W + "instr", "")):
                    self.read(item, look, line)
            elif tag == MC + "AlternateContent":
                branch = branch_of(item)
                if branch is not None:
                    self.read(branch, look, line)
            elif tag == MATH_TEXT:
                line.fragments.append(Fragment(item.text or ""))
            elif tag == W + "txbxContent":
                line.boxes.append(item)
            elif tag == W + "sdt":
                if not unfilled(item):
                    self.read(item, look, line)
            elif tag not in GONE and len(item):
                self.read(item, look, line)

    def _run(self, run: etree._Element, look: Look, line: Line) -> None:
        properties = run.find(W + "rPr")
        if properties is not None:
            if properties.find(W + "del") is not None:
                return
            style = properties.find(W + "rStyle")
            if style is not None:
                look = self.styles.character(style.get(W + "val", ""), look)
            look = run_look(properties, look)
        if look.struck and not look.hidden:
            gone = "".join(text.text or "" for text in run.iterchildren(W + "t"))
            self.struck.append(gone)
            line.struck = line.struck or bool(gone.strip())
            return
        self._add("".join(self._said(item, look, line) for item in run), look, line)

    def _said(self, item: etree._Element, look: Look, line: Line) -> str:
        """The text of one item of a run; what is no text changes the state of fields, or goes on the line as a box or a note."""
        tag = item.tag
        if tag == W + "t":
            return "" if look.hidden or self.fields.silent else item.text or ""
        if tag == W + "fldChar":
            self._field(item.get(W + "fldCharType"))
        elif tag == W + "instrText":
            self._instruction(item.text or "")
        elif self.fields.silent or tag in GONE:
            return ""
        elif tag in _HOLDERS:
            holder = branch_of(item) if tag == MC + "AlternateContent" else item
            line.boxes.extend(_outer_boxes(holder) if holder is not None else ())
        elif look.hidden:
            return ""
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            return self._note(item, line)
        else:
            return _character(item, line)
        return ""

    def _note(self, item: etree._Element, line: Line) -> str:
        """The mark of a note, "" where the author gave it one of their own."""
        kind = item.tag.rpartition("}")[2].removesuffix("Reference")
        key = item.get(W + "id", "")
        line.notes.append((kind, key))
        return self.note_label(kind, key) if item.get(W + "customMarkFollows", "0") in ("0", "false") else ""

    def _instruction(self, text: str) -> None:
        """What a field is told to do: one that makes a table of contents says nothing of its own."""
        if self.fields.open and self.fields.open[-1][0] and _contents(text):
            self.fields.open[-1][1] = True

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.open.append([True, False])
        elif self.fields.open and kind == "separate":
            self.fields.open[-1][0] = False
        elif self.fields.open and kind == "end":
            self.fields.open.pop()

    def _add(self, text: str, look: Look, line: Line) -> None:
        if not text:
            return
        if look.raised and _RAISED.match(text):
            text = text.replace("[", "(").replace("]", ")").translate(RAISED)
        if look.font not in self.fonts:
            self.fonts[look.font] = font_encoding(look.font)
        known = self.fonts[look.font]
        line.fragments.append(Fragment(text, known[0] if known else None, look.capitals or bool(known and known[1])))
        if text.strip():
            line.bold.append(look.bold)
            line.italic.append(look.italic)
            if look.size:
                line.sizes.append(look.size)


def _character(item: etree._Element, line: Line) -> str:
    """What a run's child other than text stands for."""
    tag = item.tag
    if tag in (W + "tab", W + "ptab"):
        return "\t"
    if tag == W + "br":
        if item.get(W + "type") == "page":
            line.breaks.append(("page", bool(line.fragments)))
            return PAGE
        return BREAK
    if tag == W + "cr":
        return BREAK
    if tag == W + "noBreakHyphen":
        return "-"
    if tag == W + "softHyphen":
        return "\u00ad"  # in a TCVN3 font this is the letter ư; elsewhere it is dropped in the end
    if tag == W + "lastRenderedPageBreak":
        line.breaks.append(("rendered", bool(line.fragments)))
        return ""
    if tag == W + "sym":
        try:
            return symbol(chr(int(item.get(W + "char", ""), 16)), item.get(W + "font", "Symbol"))
        except (ValueError, OverflowError):
            return ""
    if tag == W + "ruby":
        return "".join(text.text or "" for base in item.iterchildren(W + "rubyBase") for text in base.iter(W + "t"))
    return ""


def _contents(instruction: str) -> bool:
    return instruction.strip().upper().startswith("TOC ")


def unfilled(control: etree._Element) -> bool:
    """A content control that nobody filled in, or one that holds an automatic table of contents."""
    properties = control.find(W + "sdtPr")
    if properties is None:
        return False
    showing = properties.find(W + "showingPlcHdr")
    gallery = next(properties.iter(W + "docPartGallery"), None)
    return (showing is not None and on(showing)) or (gallery is not None and gallery.get(W + "val") == "Table of Contents")


def branch_of(alternate: etree._Element) -> etree._Element | None:
    """One branch of mc:AlternateContent: the choice that holds text, else the first of what is there."""
    branches = list(alternate.iterchildren(MC + "Choice")) + list(alternate.iterchildren(MC + "Fallback"))
    return next((branch for branch in branches if next(branch.iter(W + "t"), None) is not None), branches[0] if branches else None)


def _outer_boxes(item: etree._Element) -> list[etree._Element]:
    """Text boxes inside a drawing, without those inside another, one branch of each alternative."""
    found: list[etree._Element] = []
    stack = [item]
    while stack:
        here = stack.pop()
        if here.tag == W + "txbxContent":
            found.append(here)
        elif here.tag == MC + "AlternateContent":
            branch = branch_of(here)
            if branch is not None:
                stack.append(branch)
        else:
            stack.extend(reversed(here))
    return found
