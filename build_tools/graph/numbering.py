"""Whether the numbers of a document's articles, clauses and points follow one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from build_tools.messages import finding
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Document, Node
from build_tools.vietnamese.numerals import parse_ordinal, parse_roman

_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The order of points."""
_OUTSIDE = frozenset({"quotation", "form", "header", "closing", "preamble", "footnote", "appendix"})
"""What numbers itself as it likes."""
_LAST = re.compile(r"(\d+)[a-zđ]?\d*$")


def gaps(document: Document, path: str) -> Iterator[Diagnostic]:
    """One finding where numbers leave a gap, at the line after it; the articles of a part count on through its chapters."""
    found = next(_gaps(document.root), None)
    if found is None:
        return
    before, after, count = found[0], found[1], sum(1 for _ in _gaps(document.root))
    clean = document.clean
    line = clean.source.count("\n", 0, clean.origin.to_source(after.span).start) + 1
    yield finding("reading-gap", path, line, before=before.label or "", after=after.label or "", count=count)


def _gaps(node: Node) -> Iterator[tuple[Node, Node]]:
    """Neighbours of one row whose numbers do not follow one another."""
    rows: dict[str, Node] = {}
    for child in node.children:
        if child.kind in _OUTSIDE:
            continue
        if child.kind in ("body", "enclosure"):
            yield from _row(list(_articles(child)))
        row = _style(child)
        if row and child.kind != "article":
            before = rows.get(row)
            if before is not None and not _follows(before, child):
                yield before, child
            rows[row] = child
        yield from _gaps(child)


def _articles(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.kind == "article":
            yield child
        elif child.kind not in _OUTSIDE:
            yield from _articles(child)


def _row(items: list[Node]) -> Iterator[tuple[Node, Node]]:
    for before, after in pairwise(items):
        if not _follows(before, after):
            yield before, after


def _style(node: Node) -> str | None:
    """Which row of numbers a node belongs to; None for bullets and what has no number."""
    if not node.level or node.label is None:
        return None
    label = node.label
    if node.kind != "item":
        return node.kind
    return "roman" if parse_roman(label) else "digit" if label[:1].isdigit() else None


def _follows(before: Node, after: Node) -> bool:
    """Whether a number is the next one, the same with a letter ("5a" after "5"), or the first of a new row."""
    one, other = value(before), value(after)
    if one is None or other is None:
        return True
    if before.kind == "point" and (before.label, after.label) == ("d", "e"):
        return True  # many count points by the Latin alphabet
    return other in (one + 1, 1) or (other == one and before.label != after.label)


def value(node: Node) -> int | None:
    """The place of a node in its row, as its label says it."""
    label = (node.label or "").strip("()")
    last = label.rsplit(" ", 1)[-1]
    if node.kind == "point":
        return _LETTERS.find(label[:1].lower()) + 1 or None
    if match := _LAST.search(last):
        return int(match[1])
    return parse_roman(last) or parse_ordinal(last.lower())
