"""The lines of a page in the order in which they stand there: a footnote follows the line that carries its first mark."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from build_tools.lexicon.keys import same_words
from build_tools.model.document import LEAF_KINDS, Document, Node, Paragraph, Table, leaves_of


@dataclass(frozen=True, slots=True)
class Heading:
    """Leaves that are shown as one heading."""

    leaves: tuple[Node, ...]
    depth: int


@dataclass(frozen=True, slots=True)
class Shown:
    """One line, table or note of a page: its leaf, and the heading that it is the first leaf of."""

    leaf: Node
    heading: Heading | None = None


def of_paper(document: Document) -> frozenset[str]:
    """Ids of the leaves that belong to the page of paper, not to the document: running heads, numbers, stamps, a gazette's heading."""
    return frozenset(leaf.id for leaf in leaves_of(document.root) if _furniture(leaf, document)) | _named_above(document)


def _furniture(leaf: Node, document: Document) -> bool:
    block = document.clean.blocks[leaf.block] if leaf.block is not None else None
    return isinstance(block, Paragraph) and block.furniture


_LINES = range(1, 4)
"""A body's name stands on so many lines."""


def _named_above(document: Document) -> frozenset[str]:
    """The line that names the issuer where the next lines say the same: a gazette heads what it prints of a body with the body's name,
    and the letterhead begins below it."""
    head = next((node for node in document.root.children if node.kind == "header"), None)
    lines = [leaf for leaf in leaves_of(head) if not _furniture(leaf, document)] if head else []
    said = [leaf.span.of(document.clean.text) for leaf in lines[: 1 + _LINES[-1]]]
    again = any(same_words(said[0], " ".join(said[1 : 1 + count])) for count in _LINES) if said else False
    return frozenset({lines[0].id}) if again else frozenset()


def head_rows(table: Table) -> int:
    """The rows of the head: those that hold only head cells, and those that a cell of them reaches into."""
    count = 0
    for index, row in enumerate(table.rows):
        if index >= count and not (row and all(cell.header for cell in row)):
            break
        count = max(count, index + max((cell.rowspan for cell in row), default=1))
    return min(count, len(table.rows))


def reading_order(document: Document, headings: Mapping[str, Heading], hidden: frozenset[str]) -> tuple[Shown, ...]:
    """Every leaf of the document once, but for those ``hidden``; ``headings`` by the id of their first leaf."""
    leaves = [leaf for leaf in leaves_of(document.root) if leaf.kind in LEAF_KINDS]
    moved, after = _note_places(document, leaves)
    found: list[Shown] = []
    said = moved | hidden
    for leaf in leaves:
        if leaf.id in said:
            continue
        heading = headings.get(leaf.id)
        shown = heading.leaves if heading else (leaf,)
        said.update(item.id for item in shown)
        found.append(Shown(leaf, heading))
        found.extend(Shown(note) for item in shown for note in after.get(item.id, ()))
    return tuple(found)


def _note_places(document: Document, leaves: Sequence[Node]) -> tuple[set[str], dict[str, list[Node]]]:
    """The leaves that are notes with a mark in the text, and (leaf with the mark → its notes)."""
    by_id = {node.id: node for node in leaves}
    starts = [node.span.start for node in leaves]
    heads = {note.node_id for note in document.footnotes}
    moved: set[str] = set()
    after: defaultdict[str, list[Node]] = defaultdict(list)
    behind: dict[str, list[Node]] = {}
    for note in document.footnotes:
        leaf = by_id.get(note.node_id)
        if leaf is None or leaf.kind != "footnote" or not note.marks or leaf.id in moved:
            continue
        home = leaves[max(0, bisect_right(starts, note.marks[0].start) - 1)]
        if home.kind == "footnote" or not home.span.contains(note.marks[0]):
            continue
        after[home.id].append(leaf)
        behind[leaf.id] = after[home.id]
        moved.add(leaf.id)
    # what belongs to a note but carries no mark of its own (its second paragraph) stays with the note before it
    previous: Node | None = None
    for node in leaves:
        if node.kind == "footnote" and node.id not in moved and node.id not in heads and previous and previous.id in behind:
            notes = behind[previous.id]
            notes.insert(notes.index(previous) + 1, node)
            behind[node.id] = notes
            moved.add(node.id)
        previous = node if node.kind == "footnote" else None
    return moved, dict(after)
