"""Documents to citations."""

from __future__ import annotations

from build_tools.citations.numbered import find_numbered
from build_tools.citations.scan import prepare
from build_tools.model.citation import Citation
from build_tools.model.document import Document
from build_tools.model.register import Register


def find_citations(document: Document, register: Register) -> tuple[Citation, ...]:
    """Every mention of an official document, in reading order.

    Reads the clean text, the header's own number and date, and the tree; returns citations whose spans follow the annotation
    rules of the gold set. Runs in time linear in the length of the text.
    """
    scan = prepare(document, register)
    found = find_numbered(scan)
    return tuple(sorted(found, key=lambda citation: (citation.span.start, -citation.span.end)))
