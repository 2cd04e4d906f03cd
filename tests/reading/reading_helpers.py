"""Texts of ours through the real stages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_tools.model.document import Clean, Document, Node, Paragraph
from build_tools.model.reading import Style
from build_tools.model.register import Register
from build_tools.normalise import normalise
from build_tools.normalise.characters import Cleaned
from build_tools.normalise.lines import Line
from build_tools.read.plain import markdown, text
from build_tools.read.web import html
from build_tools.structure import structure
from tests.content import EMPTY

READERS = {"txt": text, "md": markdown, "html": html}


def clean(source: str, kind: str = "txt") -> Clean:
    return normalise(READERS[kind].read(Path(f"mau.{kind}"), source.encode()))


def read(source: str, kind: str = "txt", register: Register = EMPTY) -> Document:
    return structure(clean(source, kind), register)


def paragraphs(source: str, kind: str = "txt") -> list[str]:
    """The document's own lines: page furniture left out."""
    made = clean(source, kind)
    return [b.span.of(made.text) for b in made.blocks if not (isinstance(b, Paragraph) and b.furniture)]


def leaves(node: Node) -> Iterator[Node]:
    if not node.children:
        yield node
    for child in node.children:
        yield from leaves(child)


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from nodes(child)


def line(text: str, indent: int = 0, gap: int = 0, wrapped: bool = True, **layout: Any) -> Line:
    """One line of a page: as wide as its words and its indent."""
    style = layout.pop("style", Style())
    return Line(Cleaned(text, ()), text, style, wrapped, indent=indent, width=len(text) + indent, gap=gap, **layout)
