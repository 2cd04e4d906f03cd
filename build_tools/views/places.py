"""Places in a document: how they are called, and how a citation's pinpoint finds them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from build_tools.messages import say
from build_tools.model.citation import Pinpoint
from build_tools.model.document import Footnote, Node, walk
from build_tools.passages.places import fits
from build_tools.views.outline import BULLETS

SPOKEN = ("clause", "point", "item", "section", "part", "article", "chapter")
"""Kinds of provisions whose name is said before a bare number."""
CLOSE = ("clause", "point")
"""Kinds that stand right before what holds them, without a comma: "khoản 2 Điều 5"."""
REGIONS = ("header", "preamble", "closing")
PINPOINT_KINDS = ("appendix", "part", "chapter", "section", "article", "clause", "point")


def place_names(root: Node, footnotes: Iterable[Footnote] = ()) -> dict[str, str]:
    """Node id → where it stands, in words, the smallest part first as official papers cite: "điểm a khoản 2 Điều 5", "mục 1, mục II".

    Empty where no numbered place holds it.

    A footnote is called by its own number: it may stand far from its mark, at the foot of a page in the middle of the next section.
    """
    notes = {note.node_id: note.label for note in footnotes}
    regions = {say(f"pages.places.{region}") for region in REGIONS}
    names: dict[str, str] = {}
    stack: list[tuple[Node, str]] = [(root, "")]
    while stack:
        node, above = stack.pop()
        name = above
        if node.kind == "footnote":
            name = say("pages.places.footnote", label=notes[node.id]) if node.id in notes else above
        elif node.label and node.label not in BULLETS:
            bare = " " not in node.label and node.kind in SPOKEN
            own = f"{say(f'pages.places.{node.kind}')} {node.label}" if bare else _cited(node.label)
            # an article is numbered through the whole text: what stands above it need not be said
            alone = node.kind == "article" or not above or above in regions
            name = own if alone else f"{own}{' ' if node.kind in CLOSE else ', '}{above}"
        elif node.kind in REGIONS and not above:
            name = say(f"pages.places.{node.kind}")
        names[node.id] = name
        stack.extend((child, name) for child in node.children)
    return names


_NUMERAL = re.compile(r"[IVXLC]+|\W*\w?\W*")


def _cited(label: str) -> str:
    """A label in capitals as other texts cite it; numerals and single letters stay.

    >>> _cited("PHẦN THỨ NHẤT"), _cited("PHỤ LỤC IV"), _cited("Phụ lục B")
    ('Phần thứ nhất', 'Phụ lục IV', 'Phụ lục B')
    """
    if not label.isupper() or " " not in label:
        return label
    first, *rest = (word if _NUMERAL.fullmatch(word) else word.lower() for word in label.split(" "))
    return " ".join((first.capitalize(), *rest))


TOLD = re.compile(r"dieu-(\d+[a-z]?)(?:-khoan-(\d+[a-z]?))?(?:-diem-([a-z]{1,2}))?")


def told_by(anchor: str) -> str:
    """The place that an address tells by itself; the page's script reads it in the same way, so that pages need not say it again.

    >>> told_by("dieu-5-khoan-1-diem-dd")
    'điểm đ khoản 1 Điều 5'
    >>> told_by("p-12")
    ''
    """
    match = TOLD.fullmatch(anchor)
    if match is None:
        return ""
    article, clause, point = match.groups()
    point = "đ" if point == "dd" else point
    named = (("point", point), ("clause", clause), ("article", article))
    return " ".join(f"{say(f'pages.places.{kind}')} {label}" for kind, label in named if label)


def find_pinpoint(root: Node, pinpoint: Pinpoint) -> str:
    """The node id of a cited place: the innermost of its parts that the tree has, from the outermost inwards; empty if none."""
    node, found = root, ""
    for kind in PINPOINT_KINDS:
        label = getattr(pinpoint, kind)
        if label is None:
            continue
        inner = next((child for child in walk(node) if child is not node and fits(child, kind, label)), None)
        if inner is None:
            break
        node, found = inner, inner.id
    return found
