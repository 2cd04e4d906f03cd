"""The head of a document as official papers lay it out: its issuer and number at the left; the nation, place and day at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from build_tools.lexicon.letterhead import DATED, NATION, NUMBER
from build_tools.model.document import Document, Node, leaves_of
from build_tools.model.header import HeaderField
from build_tools.model.span import Span

Column = Literal["left", "right", "centre"]
SIDES: tuple[tuple[Column, tuple[HeaderField, ...]], ...] = (
    ("left", ("number", "parent", "issuer", "issuing_body")),
    ("right", ("date", "place")),
    ("centre", ("type", "subject")),
)


def columns(document: Document) -> dict[str, Column]:
    """Id of a leaf of the document's own head → its column; nothing where a text has not both sides (a clipping, a digest).

    Source of the rule: Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW.
    """
    head = next((node for node in document.root.children if node.kind == "header"), None)
    lines = [leaf for leaf in leaves_of(head) if leaf.kind == "paragraph"] if head else []
    found = dict(zip((leaf.id for leaf in lines), _sides(lines, document), strict=True))
    return found if {"left", "right"} <= set(found.values()) else {}


def _sides(lines: Sequence[Node], document: Document) -> list[Column]:
    """A line that says nothing of itself (a rule, the second line of a name) goes with the line before it."""
    sides: list[Column] = []
    for leaf in lines:
        below = bool(sides) and sides[-1] == "centre"
        sides.append("centre" if below else _own_side(leaf, document) or (sides[-1] if sides else "left"))
    return sides


def _own_side(leaf: Node, document: Document) -> Column | None:
    text = leaf.span.of(document.clean.text).strip()
    if NATION.match(text):
        return "right"
    for side, fields in SIDES:
        if any(span.overlaps(leaf.span) for field in fields for span in _spans(document, field)):
            return side
    return "left" if NUMBER.match(text) else "right" if DATED.match(text) else None


def _spans(document: Document, field: HeaderField) -> tuple[Span, ...]:
    value = document.header.stated(field)
    return value.lines if value else ()
