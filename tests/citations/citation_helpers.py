"""Short texts to documents, and what is found in them."""

from __future__ import annotations

from build_tools.citations import find_citations
from build_tools.model.citation import Citation
from build_tools.model.document import Clean, Document, Node, Paragraph
from build_tools.model.header import Header
from build_tools.model.register import Register
from build_tools.model.span import OffsetMap, Run, Span
from build_tools.passages import Passages
from tests.content import EMPTY


def document(text: str, header: Header | None = None) -> Document:
    """A document of paragraphs, one a line, with no structure."""
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Paragraph(Span(start, start + len(line))))
        start += len(line) + 1
    leaves = tuple(Node("paragraph", block.span, f"p-{index + 1}", block=index) for index, block in enumerate(blocks))
    clean = Clean("văn bản", "txt", text, text, OffsetMap.from_runs((Run(0, len(text), 0, len(text)),)), tuple(blocks))
    return Document(clean, header or Header(), Node("document", Span(0, len(text)), "top", children=leaves), (), ())


def found(text: str, header: Header | None = None, register: Register | None = None) -> tuple[tuple[Citation, ...], list[str]]:
    """Citations of a text, and their quotes."""
    citations = find_citations(Passages.of(document(text, header)), register or EMPTY)
    return citations, [citation.span.of(text) for citation in citations]
