"""How a document's tree becomes lines of a page: what is a heading, which id a line carries, what the contents list.

One reading of the tree serves the text, the links into it and the table of contents, so that they cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass

from build_tools.model.document import LEAF_KINDS, Document, Node, walk
from build_tools.passages.places import OWN_LIFE
from build_tools.views.order import Heading, Shown, of_paper, reading_order
from build_tools.views.pieces import Region
from build_tools.views.wording import shorten

PROVISIONS = frozenset({"part", "chapter", "section", "article", "clause", "point", "item", "enclosure", "appendix", "form"})
BULLETS = frozenset("-+*•–")
"""Marks of a list: no place that anybody could name."""
REGIONS: dict[str, Region] = {"header": "header", "closing": "closing"}
HEADING_LINES = 3
"""A heading may stand on so many lines ("Chương I" / "QUY ĐỊNH CHUNG")."""
HEADING_LENGTH = 420
"""A first line longer than this is text, not a heading."""
ENTRY = 140


@dataclass(frozen=True, slots=True)
class Place:
    """Where a leaf stands. ``depth`` counts provisions from 0, -1 outside of them."""

    region: Region = "body"
    depth: int = -1
    provision: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table of contents; ``level`` counts from 0 without gaps."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Outline:
    """``anchors``: node id → the id that its line carries; ``places`` by the id of a leaf; ``lines`` in the order of the page."""

    anchors: dict[str, str]
    places: dict[str, Place]
    lines: tuple[Shown, ...]
    contents: tuple[ContentsEntry, ...]


def first_leaf(node: Node) -> Node:
    """The leaf with which a node begins."""
    while node.children:
        node = node.children[0]
    return node


def outline(document: Document) -> Outline:
    """Read the tree of ``document``."""
    return _Reader(document).read()


class _Reader:
    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.clean.text
        self.hidden = of_paper(document)
        self.places: dict[str, Place] = {}
        self.headings: dict[str, Heading] = {}
        self.entries: list[tuple[int, str, Node, bool]] = []

    def read(self) -> Outline:
        self._visit(self.document.root, Place())
        anchors = self._anchors()
        return Outline(anchors, self.places, reading_order(self.document, self.headings, self.hidden), self._contents(anchors))

    def _visit(self, root: Node, start: Place) -> None:
        stack = [(root, start)]
        while stack:
            node, place = stack.pop()
            if node.kind in LEAF_KINDS:
                self.places.setdefault(node.id, place)
                continue
            region: Region = "body" if node.kind in OWN_LIFE else REGIONS.get(node.kind, place.region)
            provision = node.kind in PROVISIONS
            inner = Place(region, place.depth + provision, False, place.quoted or node.kind == "quotation")
            if provision:
                self._open(node, inner)
            stack.extend((child, inner) for child in reversed(node.children))

    def _open(self, node: Node, place: Place) -> None:
        leaves = self._heading(node)
        if leaves:
            self.headings[leaves[0].id] = Heading(leaves, place.depth)
        else:
            self.places.setdefault(first_leaf(node).id, Place(place.region, place.depth, True, place.quoted))
        if node.label not in BULLETS and not place.quoted:
            first = leaves or (first_leaf(node),)
            words = " ".join(leaf.span.of(self.text) for leaf in first)
            self.entries.append((place.depth, shorten(words, ENTRY), node, bool(leaves)))

    def _heading(self, node: Node) -> tuple[Node, ...]:
        """The leaves that make up the heading of a provision; none when its first words run into the text."""
        lines = node.children
        if node.kind in OWN_LIFE and lines and lines[0].kind == "header":
            lines = lines[0].children
        first = lines[0] if lines else None
        if first is None or first.kind != "paragraph" or node.label in BULLETS:
            return ()
        if node.title:
            said, leaves = "", []
            for line in lines[:HEADING_LINES]:
                if line.kind != "paragraph":
                    break
                leaves.append(line)
                said += _letters(line.span.of(self.text))
                if said.endswith(_letters(node.title)):
                    return tuple(leaves)
        if node.kind in OWN_LIFE:
            return (first,)
        # a first line without a full stop, with text of its own below it, is a heading however long
        words = first.span.of(self.text)
        alone = len(words) <= HEADING_LENGTH and words[-1:] not in ".;:,?!…"
        return (first,) if alone and len(lines) > 1 and lines[1].kind in LEAF_KINDS else ()

    def _anchors(self) -> dict[str, str]:
        """A line carries the id of the innermost numbered node that begins with it; all lines of a heading share one."""
        merged = {leaf.id: heading.leaves[0].id for heading in self.headings.values() for leaf in heading.leaves}
        nodes = tuple(walk(self.document.root))
        first: dict[str, str] = {}
        shown: dict[str, str] = {}
        for node in reversed(nodes):  # what a node begins with is known of its children before it is asked of the node
            below = node.children
            first[node.id] = first[below[0].id] if below else node.id
            own = "" if node.id in self.hidden else node.id
            shown[node.id] = next(filter(None, (shown[child.id] for child in below)), "") if below else own
        owner = {first[node.id]: node.id for node in nodes if node.kind in PROVISIONS and node.children}
        lines = ((node.id, merged.get(leaf, leaf)) for node in nodes if (leaf := shown[node.id]))
        return {node: owner.get(line, line) for node, line in lines}

    def _contents(self, anchors: dict[str, str]) -> tuple[ContentsEntry, ...]:
        """Headings; in a text that has almost none, the outermost numbered paragraphs by their first words as well."""
        chosen = [entry for entry in self.entries if entry[3]]
        if len(chosen) < 2:
            chosen = [entry for entry in self.entries if entry[3] or entry[0] == 0]
        found: list[ContentsEntry] = []
        levels: list[int] = []
        for depth, words, node, _ in chosen:
            while levels and levels[-1] >= depth:
                levels.pop()
            levels.append(depth)
            if node.id in anchors:
                found.append(ContentsEntry(len(levels) - 1, words, anchors[node.id]))
        return tuple(found)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
