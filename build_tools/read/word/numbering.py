"""Automatic numbering of a .docx as the text a reader sees: "Điều 1.", "1.", "a)" (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from build_tools.read.word.package import W
from build_tools.read.word.styles import number
from build_tools.read.word.symbols import symbol

_PLACEHOLDER = re.compile(r"%([1-9])")
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its format, text ("Điều %1."), first number, and what parts it from the text."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"
    font: str = ""
    left: int = 0
    first: int = 0


@dataclass(slots=True)
class _Instance:
    """A list instance: the abstract list it follows, and its own levels and starts."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)


class Numbering:
    """Counts as the paragraphs go by. ``label`` must be called once for each numbered paragraph, in order."""

    def __init__(self, root: etree._Element | None) -> None:
        self.abstract: dict[str, dict[int, Level]] = {}
        self.instances: dict[str, _Instance] = {}
        self.counters: dict[str, dict[int, int]] = {}
        links: dict[str, str] = {}
        styles: dict[str, str] = {}
        for item in root if root is not None else ():
            if item.tag == W + "abstractNum":
                key = item.get(W + "abstractNumId", "")
                self.abstract[key] = {_int(level.get(W + "ilvl"), 0): _level(level) for level in item.iterchildren(W + "lvl")}
                for child in item:
                    if child.tag == W + "numStyleLink":
                        links[key] = child.get(W + "val", "")
                    elif child.tag == W + "styleLink":
                        styles[child.get(W + "val", "")] = key
            elif item.tag == W + "num":
                self._instance(item)
        for key, style in links.items():
            if not self.abstract[key] and style in styles:
                self.abstract[key] = self.abstract[styles[style]]

    def _instance(self, item: etree._Element) -> None:
        abstract = item.find(W + "abstractNumId")
        instance = _Instance(abstract.get(W + "val", "") if abstract is not None else "")
        for override in item.iterchildren(W + "lvlOverride"):
            place = _int(override.get(W + "ilvl"), 0)
            for child in override:
                if child.tag == W + "startOverride":
                    instance.starts[place] = _int(child.get(W + "val"), 1)
                elif child.tag == W + "lvl":
                    instance.levels[place] = _level(child)
        self.instances[item.get(W + "numId", "")] = instance

    def level(self, number: str, place: int) -> Level | None:
        """The level of a list instance, if the file defines it."""
        instance = self.instances.get(number)
        if instance is None:
            return None
        return instance.levels.get(place) or self.abstract.get(instance.abstract, {}).get(place)

    def label(self, number: str, place: int) -> str | None:
        """Count one paragraph of list ``number`` at level ``place`` and give its label with the separator; ``None``: not numbered."""
        level = self.level(number, place)
        if level is None:
            return None
        instance = self.instances[number]
        counter = self.counters.setdefault(instance.abstract, {})
        start = instance.starts.get(place, level.start)
        restarted = place in instance.starts and place not in instance.used
        counter[place] = counter[place] + 1 if place in counter and not restarted else start
        instance.used.add(place)
        for deeper in [key for key in counter if key > place]:
            inner = self.level(number, deeper)
            if inner is None or inner.restart is None or (inner.restart and place < inner.restart):
                del counter[deeper]
        if level.format == "none":
            return None
        if level.format == "bullet":
            text = "".join(symbol(char, level.font) for char in level.text)
        else:
            text = _PLACEHOLDER.sub(lambda found: self._number(number, counter, int(found[1]) - 1, place), level.text)
        if not text:
            return None
        return text if level.suffix == "nothing" else text + " "

    def _number(self, number: str, counter: dict[int, int], wanted: int, place: int) -> str:
        level = self.level(number, wanted)
        if level is None:
            return ""
        value = counter.get(wanted, level.start)
        here = self.level(number, place)
        return written(value, "decimal" if here is not None and here.legal else level.format)


def written(value: int, style: str) -> str:
    """A number in one of Word's formats; formats of other scripts fall back to decimal."""
    if style in ("lowerLetter", "upperLetter") and 0 < value <= 780:
        letter = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman") and 0 < value < 4000:
        text = ""
        for worth, letters in ROMAN:
            text += letters * (value // worth)
            value %= worth
        return text if style == "lowerRoman" else text.upper()
    if style == "decimalZero":
        return f"{value:02d}"
    return "" if style == "none" else str(value)


def _level(item: etree._Element) -> Level:
    values: dict[str, str] = {}
    font, left, first = "", 0, 0
    for child in item:
        name = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        values[name] = child.get(W + "val", "1" if name == "isLgl" else "")
        if name == "rPr":
            fonts = child.find(W + "rFonts")
            font = fonts.get(W + "ascii", fonts.get(W + "hAnsi", "")) if fonts is not None else ""
        elif name == "pPr":
            indent = child.find(W + "ind")
            if indent is not None:
                left = _int(indent.get(W + "left", indent.get(W + "start")), 0)
                first = _int(indent.get(W + "firstLine"), 0) - _int(indent.get(W + "hanging"), 0)
    return Level(
        values.get("numFmt", "decimal") or "decimal", values.get("lvlText", ""), start=_int(values.get("start"), 1),
        restart=_int(values["lvlRestart"], 0) if "lvlRestart" in values else None, legal=values.get("isLgl", "0") not in ("0", "false"),
        suffix=values.get("suff", "tab"), font=font, left=left, first=first,
    )  # fmt: skip


def _int(value: str | None, default: int) -> int:
    return int(number(value)) if value else default
