"""Documents to citations."""

from __future__ import annotations

from build_tools.citations.mentions import find_mentions
from build_tools.citations.named import find_laws, find_named
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
    mentions = find_mentions(scan)
    laws = find_laws(scan, mentions)
    numbered = find_numbered(scan, laws)
    found = numbered + find_named(scan, mentions, numbered, laws)
    return tuple(sorted(found, key=lambda citation: (citation.span.start, -citation.span.end)))
