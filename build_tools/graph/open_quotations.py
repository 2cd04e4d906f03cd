"""Quotations that a document never closes, and of which it is not sure where they end.

Such a quotation ends by rule. The rule is borne out where the document's own numbers go on right behind it; and where the quotation ends
with its paragraph, it matters only if something that was read stands in the rest of that paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from build_tools.graph.numbering import follows, numbered
from build_tools.model.document import Document, Node
from build_tools.model.span import Span
from build_tools.passages import find_quotations


def unsure_quotations(document: Document, read: Sequence[Span]) -> tuple[int, ...]:
    """Where quotations begin that have no end, and of which the end is in doubt. ``read``: what was read that a quotation changes."""
    text = document.clean.text
    if not document.quotations:
        return ()
    notes = tuple(node.span for node in _leaves(document.root) if node.kind == "footnote")
    found = find_quotations(text, notes)
    starts = sorted(span.start for span in read)
    return tuple(start for start in found.unclosed if (span := found.beginning(start)) and _is_unsure(document, text, span, starts))


def _is_unsure(document: Document, text: str, span: Span, read: list[int]) -> bool:
    if "\n" not in text[span.start : span.end].strip():
        index = bisect_left(read, span.start)
        return index < len(read) and read[index] < span.end
    return not _goes_on(document.root, text, span)


def _goes_on(node: Node, text: str, span: Span) -> bool:
    """True where the next number of the row in which the quotation stands, or of a row above it, stands right behind its end."""
    row = [child for child in node.children if numbered(child)]
    for child in node.children:
        if not child.span.start <= span.start < child.span.end:
            continue
        if _goes_on(child, text, span):
            return True
        if not numbered(child):
            return False
        after = next((other for other in row[row.index(child) + 1 :] if other.kind == child.kind), None)
        return after is not None and follows(child, after) and not text[span.end : after.span.start].strip()
    return False


def _leaves(node: Node) -> Iterator[Node]:
    if not node.children:
        yield node
    for child in node.children:
        yield from _leaves(child)
