"""What the other cells of a citation's row in a table say of it."""

from __future__ import annotations

import re

from build_tools.citations.antecedents import only
from build_tools.citations.issuers import issuer_at
from build_tools.citations.scan import Scan
from build_tools.model.citation import Citation
from build_tools.model.span import Span
from build_tools.naming.codes import fits
from build_tools.vietnamese.dates import date_at

_REST = re.compile(r"[^\n]*")
"""What follows in the same row."""
_CELL = re.compile(r"\t(?P<words>[^\t\n]*)")


def _cells(scan: Scan, citation: Citation, limit: int) -> list[Span]:
    """The cells after a citation in its row of a table, when it is the last one cited there."""
    row = _REST.match(scan.low, citation.span.end)
    if row is None or row.end() > limit:
        return []
    return [Span(*cell.span("words")) for cell in _CELL.finditer(scan.low, row.start(), row.end())]


def body_in_row(scan: Scan, citation: Citation, limit: int) -> str | None:
    """The body that has a cell of its own in the citation's row."""
    found: list[str] = []
    for cell in _cells(scan, citation, limit):
        phrase = issuer_at(scan.key, scan.low, cell.start, cell.end)
        if (
            phrase
            and phrase.span
            and phrase.name
            and phrase.span.end == cell.end
            and fits(phrase.name, citation.number or "", scan.register)
        ):
            found.append(phrase.name)
    return only(tuple(dict.fromkeys(found)))


def date_in_row(scan: Scan, citation: Citation, limit: int) -> str | None:
    """The date in the cell right after a number that fills its own."""
    cells = _cells(scan, citation, limit)
    if not cells or cells[0].start != citation.span.end + 1:
        return None
    date = date_at(scan.low, cells[0].start, cells[0].end, day_only=True)
    return date.iso if date and date.span.end == cells[0].end else None
