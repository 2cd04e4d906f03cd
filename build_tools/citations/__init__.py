"""Documents to citations."""

from __future__ import annotations

from dataclasses import replace

from build_tools.citations.finders import FULL, LOOKING_BACK
from build_tools.citations.issued import issued_by
from build_tools.citations.named import with_issuer
from build_tools.citations.own import find_own_places
from build_tools.citations.pinpoints import pinpoint_after, pinpoint_before
from build_tools.citations.scan import Scan, prepare
from build_tools.citations.seen import Seen
from build_tools.model.citation import Citation, Pinpoint
from build_tools.model.register import Register
from build_tools.passages import Passages, Quotations

__all__ = ["find_citations", "find_own_places", "pinpoint_of"]


def find_citations(passages: Passages, register: Register) -> tuple[Citation, ...]:
    """Every mention of an official document, in reading order.

    Reads the clean text, the header's own number and type, and the tree; returns citations whose spans follow the annotation
    rules of the gold set. Full citations come first (numbered, named); what looks back to them is sought outside their spans.
    Runs in time linear in the length of the text.
    """
    scan = prepare(passages, register)
    seen = Seen.of(scan, passages.quotations)
    for finder in (*FULL, *LOOKING_BACK):
        seen.found.extend(finder(seen))
    found = sorted(seen.found, key=lambda citation: (citation.span.start, -citation.span.end))
    return tuple(_completed(scan, citation, passages.quotations) for citation in found)


def _completed(scan: Scan, citation: Citation, quotations: Quotations) -> Citation:
    """The citation with its pinpoint and, without a number, the issuer stated with it; marked when it stands in a quotation."""
    start = citation.span.start
    pinpoint = pinpoint_of(scan, citation)
    quoted = citation.quoted or quotations.around(start) is not None
    issuer, term = with_issuer(scan, citation) if citation.kind in ("named", "short") else (citation.issuer, citation.term)
    term = citation.term or term
    if citation.kind == "short":
        issuer = issuer or issued_by(scan, citation)
    if (pinpoint, quoted, issuer, term) == (citation.pinpoint, citation.quoted, citation.issuer, citation.term):
        return citation
    return replace(citation, pinpoint=pinpoint, quoted=quoted, issuer=issuer, term=term)


def pinpoint_of(scan: Scan, citation: Citation) -> Pinpoint | None:
    """The place in the cited document, as the words right before or after the citation name it."""
    before = pinpoint_before(scan.low, citation.span.start)
    return before or (pinpoint_after(scan.low, citation.span.end) if citation.kind != "self" else None)
