"""The leaves of a document's tree, found by offset: which paragraph, cell or note a character stands in, and below what."""

from __future__ import annotations

from bisect import bisect_right

from build_tools.model.document import LEAF_KINDS, Node
from build_tools.model.span import Span
from build_tools.model.values import Value


class Leaf(Value, frozen=True, gc=False):
    """A leaf of the tree with the nodes above it, the nearest last."""

    node: Node
    above: tuple[Node, ...]

    @property
    def span(self) -> Span:
        """Its place in the clean text."""
        return self.node.span

    def inside(self, *kinds: str) -> bool:
        """True when the leaf is of one of these kinds or stands below one."""
        return self.node.kind in kinds or any(node.kind in kinds for node in self.above)


class Leaves:
    """All leaves below ``root`` in the order of the text."""

    __slots__ = ("_starts", "all", "root")

    def __init__(self, root: Node) -> None:
        found: list[Leaf] = []
        stack: list[tuple[Node, tuple[Node, ...]]] = [(root, ())]
        while stack:
            node, above = stack.pop()
            inner = (*above, node)
            for child in node.children:
                if child.children:
                    stack.append((child, inner))
                elif child.kind in LEAF_KINDS:
                    found.append(Leaf(child, inner))
        found.sort(key=lambda leaf: leaf.node.span.start)
        self.root = root
        self.all = tuple(found)
        self._starts = [leaf.node.span.start for leaf in found]

    def at(self, offset: int) -> Leaf | None:
        """The leaf in which the character stands (the last one before it, if none); None only in a document without leaves."""
        index = bisect_right(self._starts, offset) - 1
        return self.all[max(index, 0)] if self.all else None

    def after(self, offset: int) -> tuple[Leaf, ...]:
        """The leaves that begin after ``offset``."""
        return self.all[bisect_right(self._starts, offset) :]

    def address(self, offset: int) -> str:
        """The id of the leaf at ``offset``."""
        leaf = self.at(offset)
        return leaf.node.id if leaf else self.root.id
