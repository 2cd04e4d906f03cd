"""Numbered places in the tree of a document, as words name them: a level and a label."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from build_tools.model.document import LEAF_KINDS, Node

OWN_LIFE = frozenset({"enclosure", "appendix", "form"})
"""Papers within a document in which provisions are counted for themselves."""
ITEMS = ("section", "clause", "point")
"""Levels by whose names papers of the Party call their numbered items."""


def fits(node: Node, level: str, label: str) -> bool:
    """ "Điều 5" is "5"; "đ" is not "d"; papers of the Party call numbered items mục, khoản or điểm, and sections parts."""
    if node.kind != level and not (node.kind == "item" and level in ITEMS) and not (node.kind == "section" and level == "part"):
        return False
    own = (node.label or "").split()[-1:] or [""]
    return own[0].strip("().").casefold() == label.casefold()


def inner(node: Node, level: str, label: str) -> Node | None:
    """The one place of a level below a node that is nearest to it; None where there is none, or several equally near.

    What is quoted, and what papers within the document have, is not looked at.
    """
    row = list(node.children)
    while row:
        found = [one for one in row if fits(one, level, label)]
        if found:
            return found[0] if len(found) == 1 else None
        row = [below for one in row if one.kind not in OWN_LIFE and one.kind != "quotation" for below in one.children]
    return None


def path(node: Node, offset: int) -> Iterator[Node]:
    """The nodes in which ``offset`` stands, the outermost first, without the leaf."""
    while node.kind not in LEAF_KINDS:
        yield node
        at = bisect_right(node.children, offset, key=lambda child: child.span.start) - 1  # children stand one after the other
        if at < 0 or offset >= node.children[at].span.end:
            return
        node = node.children[at]
