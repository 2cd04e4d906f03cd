"""Clean text to a document: header, tree of provisions, footnotes, appendices."""

from __future__ import annotations

from build_tools.model.document import Clean, Document, Header, Node
from build_tools.model.register import Register
from build_tools.model.span import Span


def structure(clean: Clean, register: Register) -> Document:
    """First thin version: one paragraph node a block."""
    leaves = tuple(Node("paragraph", block.span, f"p-{index + 1}", block=index) for index, block in enumerate(clean.blocks))
    return Document(clean, Header(), Node("document", Span(0, len(clean.text)), "top", children=leaves), (), ())
