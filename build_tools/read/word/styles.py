"""Looks of a .docx: document defaults, styles and their ancestors, direct formatting, folded into one value."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from build_tools.model.reading import Align
from build_tools.read.word.package import W

_OFF = ("0", "false", "off", "none")
_HEADING = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_ALIGN: dict[str, Align] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right", "both": "justify", "distribute": "justify",
}  # fmt: skip


LIFTED = 0.25
"""Of its size, by how much a smaller letter stands above the line when it is a superscript; a line that is set straight moves less."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run and its paragraph look. Sizes in points, indents in twentieths of a point. ``number`` is (list id, level)."""

    bold: bool = False
    italic: bool = False
    capitals: bool = False
    hidden: bool = False
    struck: bool = False
    raised: bool = False
    size: float | None = None
    font: str = ""
    align: Align | None = None
    left: int = 0
    first: int = 0
    number: tuple[str, int] | None = None
    heading: int | None = None


class Styles:
    """The styles of a document; ``paragraph`` and ``character`` give a style with all it inherits."""

    def __init__(self, root: etree._Element | None) -> None:
        self.elements: dict[str, etree._Element] = {}
        self.looks: dict[str, Look] = {}
        self.base = Look()
        self.default: str | None = None
        for item in root if root is not None else ():
            if item.tag == W + "docDefaults":
                for found in item.iter(W + "rPr"):
                    self.base = run_look(found, self.base)
                for found in item.iter(W + "pPr"):
                    self.base = paragraph_look(found, self.base)
            elif item.tag == W + "style":
                key = item.get(W + "styleId", "")
                self.elements[key] = item
                if item.get(W + "type") == "paragraph" and item.get(W + "default") in ("1", "true"):
                    self.default = key

    def paragraph(self, key: str | None) -> Look:
        """The look that a paragraph style gives (the default style for ``None`` or an unknown one)."""
        key = key if key in self.elements else self.default
        return self.base if key is None else self._look(key, ())

    def _look(self, key: str, above: tuple[str, ...]) -> Look:
        if key in self.looks:
            return self.looks[key]
        item = self.elements[key]
        based = item.find(W + "basedOn")
        parent = based.get(W + "val", "") if based is not None else ""
        look = (
            self._look(parent, (*above, key))
            if parent in self.elements and parent not in above and parent != key and len(above) < 50
            else self.base
        )
        for child in item:
            if child.tag == W + "rPr":
                look = run_look(child, look)
            elif child.tag == W + "pPr":
                look = paragraph_look(child, look)
            elif child.tag == W + "name" and (named := _HEADING.match(child.get(W + "val", ""))):
                look = replace(look, heading=int(named[1]))
        self.looks[key] = look
        return look

    def character(self, key: str, look: Look, seen: tuple[str, ...] = ()) -> Look:
        """``look`` with the run formatting of a character style laid over it."""
        item = self.elements.get(key)
        if item is None or key in seen or len(seen) > 50:
            return look
        based = item.find(W + "basedOn")
        if based is not None:
            look = self.character(based.get(W + "val", ""), look, (*seen, key))
        own = item.find(W + "rPr")
        return look if own is None else run_look(own, look)

    def bordered(self, key: str) -> bool:
        """True when a table style (or one it is based on) draws lines inside the table."""
        for _ in range(20):
            item = self.elements.get(key)
            if item is None:
                return False
            properties = item.find(W + "tblPr")
            borders = properties.find(W + "tblBorders") if properties is not None else None
            if borders is not None:
                return draws(borders)
            based = item.find(W + "basedOn")
            key = based.get(W + "val", "") if based is not None else ""
        return False


def draws(borders: Iterable[etree._Element]) -> bool:
    """True when at least two of the border elements draw a line."""
    return sum(side.get(W + "val", "nil") not in ("nil", "none") for side in borders) >= 2


def on(item: etree._Element) -> bool:
    """The value of a toggle: present means true unless it says otherwise."""
    return item.get(W + "val", "1") not in _OFF


_TOGGLES = {
    W + "b": "bold", W + "i": "italic", W + "caps": "capitals", W + "smallCaps": "capitals", W + "vanish": "hidden", W + "strike": "struck",
    W + "dstrike": "struck",
}  # fmt: skip
"""Elements that are on or off → what of a look they say."""
_TOLD_TWICE = {"capitals", "struck"}
"""Said by two elements, of which one is enough."""


def run_look(properties: etree._Element, look: Look) -> Look:
    """``look`` with a w:rPr laid over it."""
    changes: dict[str, object] = {}
    lifted = 0.0
    for item in properties:
        tag = item.tag
        if tag in _TOGGLES:
            name = _TOGGLES[tag]
            changes[name] = on(item) or (name in _TOLD_TWICE and changes.get(name, False))
        elif tag == W + "vertAlign":
            changes["raised"] = item.get(W + "val") == "superscript"
        elif tag == W + "position":
            lifted = number(item.get(W + "val")) / 2
        elif tag == W + "sz":
            changes["size"] = number(item.get(W + "val")) / 2 or None
        elif tag == W + "rFonts":
            font = item.get(W + "hAnsi") or item.get(W + "ascii")
            if font:
                changes["font"] = font
            elif item.get(W + "asciiTheme") or item.get(W + "hAnsiTheme"):
                changes["font"] = ""
    size = changes.get("size")
    if isinstance(size, float) and lifted > LIFTED * size and (look.size is None or size < look.size):
        changes["raised"] = True  # how other programs write what Word writes as a superscript
    return replace(look, **changes) if changes else look  # type: ignore[arg-type]


def paragraph_look(properties: etree._Element, look: Look) -> Look:
    """``look`` with a w:pPr laid over it (the paragraph's own, not its mark's run formatting)."""
    changes: dict[str, object] = {}
    for item in properties:
        tag = item.tag
        if tag == W + "jc":
            changes["align"] = _ALIGN.get(item.get(W + "val", ""), look.align)
        elif tag == W + "ind":
            left = item.get(W + "left", item.get(W + "start"))
            if left is not None:
                changes["left"] = int(number(left))
            if item.get(W + "hanging") is not None:
                changes["first"] = -int(number(item.get(W + "hanging")))
            elif item.get(W + "firstLine") is not None:
                changes["first"] = int(number(item.get(W + "firstLine")))
        elif tag == W + "numPr":
            key, level = look.number or ("0", 0)
            for part in item:
                if part.tag == W + "numId":
                    key = part.get(W + "val", "0")
                elif part.tag == W + "ilvl":
                    level = min(8, max(0, int(number(part.get(W + "val")))))
            changes["number"] = None if key == "0" else (key, level)
        elif tag == W + "outlineLvl":
            level = int(number(item.get(W + "val")))
            changes["heading"] = level + 1 if 0 <= level < 9 else None
    return replace(look, **changes) if changes else look  # type: ignore[arg-type]


def number(value: str | None) -> float:
    """A measure as a number between -1,000,000 and 1,000,000; 0 for what is none."""
    try:
        read = float(value) if value else 0.0
    except ValueError:
        return 0.0
    return max(-1e6, min(1e6, read)) if math.isfinite(read) else 0.0
