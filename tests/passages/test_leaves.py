"""Leaves by offset: one way to walk the tree for every stage."""

from __future__ import annotations

from build_tools.model.document import Node
from build_tools.model.span import Span
from build_tools.passages import Leaves

FIRST = Node("paragraph", Span(0, 4), "p-1", block=0)
INNER = Node("paragraph", Span(5, 9), "i-p-1", block=1)
NOTE = Node("footnote", Span(10, 12), "ghi-chu-1", block=2)
ROOT = Node("document", Span(0, 12), "top", children=(FIRST, Node("quotation", Span(5, 12), "i", children=(INNER, NOTE))))


def test_leaves_are_found_by_offset_with_what_stands_above() -> None:
    leaves = Leaves(ROOT)
    assert [leaf.node.id for leaf in leaves.all] == ["p-1", "i-p-1", "ghi-chu-1"]
    assert leaves.address(0) == "p-1"
    assert leaves.address(4) == "p-1"  # the line end belongs to what it ends
    assert leaves.address(11) == "ghi-chu-1"
    assert [leaf.node.id for leaf in leaves.after(0)] == ["i-p-1", "ghi-chu-1"]
    inner = leaves.at(6)
    assert inner is not None
    assert inner.inside("quotation")
    assert not inner.inside("form")


def test_a_region_without_text_is_no_leaf() -> None:
    empty = Leaves(Node("document", Span(0, 0), "top", children=(Node("body", Span(0, 0), "noi-dung"),)))
    assert empty.all == ()
    assert empty.at(0) is None
    assert empty.address(0) == "top"
