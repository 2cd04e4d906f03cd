"""Whether the numbers of a document's articles, clauses and points follow one another, and whether a gap is the document's own.

A number that is wanting is looked for in the words where it should stand: found there, it was not read; found nowhere, the document (or
the copy at hand) has none. A number that comes twice or too early is the document's own where it is printed as its row is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from build_tools.lexicon.letters import CAPITALS
from build_tools.messages import finding
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Document, Node
from build_tools.vietnamese.numerals import format_roman, parse_ordinal, parse_roman

_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The order of points."""
_OUTSIDE = frozenset({"quotation", "form", "header", "closing", "preamble", "footnote", "appendix"})
"""What numbers itself as it likes."""
_LAST = re.compile(r"(\d+)[a-zđ]?\d*$")


def gaps(document: Document, path: str, open_quotations: bool) -> Iterator[Diagnostic]:
    """One finding where numbers leave a gap that reading may have made, one where the document counts so itself, each at its line.

    The articles of a part count on through its chapters. ``open_quotations``: the document has quotations without an end, so that a number
    that comes twice may be a quoted one.
    """
    clean = document.clean
    found: dict[str, list[tuple[Node, Node]]] = {}
    for before, after in _gaps(document.root):
        own = is_own(clean.text, before, after) and not (open_quotations and (value(after) or 0) <= (value(before) or 0))
        found.setdefault("document-numbering" if own else "reading-gap", []).append((before, after))
    for code, pairs in sorted(found.items()):
        before, after = pairs[0]
        line = clean.line_of(after.span)
        yield finding(code, path, line, before=before.label or "", after=after.label or "", count=len(pairs))


def is_own(text: str, before: Node, after: Node) -> bool:
    """True for a gap that the words themselves have: no number that is wanting stands in between, or one is printed twice alike."""
    one, other = value(before), value(after)
    if one is None or other is None:
        return False
    if other <= one:
        printed = [_printed(text, node) for node in (before, after)]
        return printed[0] == printed[1] is not None
    between = text[before.span.start : after.span.start]
    return not any(_stands(before, number).search(between) for number in range(one + 1, other))


def _printed(text: str, node: Node) -> str | None:
    """How a label is printed, its numbers and letters left out: "." of "2.", ")" of "b)"; None where it is only part of what is printed."""
    found = _LABEL.match(text, node.span.start, node.span.end)
    label = node.label or ""
    if found is None:
        return None
    printed, own = found["label"].strip("()"), label.rpartition(" ")[2].strip("()")
    if re.fullmatch(rf"{re.escape(own)}\.\d{{1,2}}", printed) and node.kind in ("article", "clause"):
        return "."  # a footnote's mark is glued to the label
    if printed != own:
        return None
    return f"{'(' if found['label'].startswith('(') else ''}{found['mark']}"


_LABEL = re.compile(r"(?:[^\W\d_]+\s)?(?P<label>\(?[^\W_]+(?:\.\d{1,3})*\)?)(?P<mark>[.):/–-]*)(?=\s|$)")
"""A label with the word before it ("Điều 5") and its mark."""


def _roman(number: int) -> str:
    return format_roman(number) if number < 40 else str(number)


def _stands(row: Node, number: int) -> re.Pattern[str]:
    """The number as a label of the same row, anywhere: a footnote's number may hang on it ("3.4 Nhà đầu tư")."""
    if row.kind == "point":
        return re.compile(rf"(?<![\w(]){_LETTERS[number - 1]}\d?\s?\)")
    word = (row.label or "").rpartition(" ")[0]
    if word:
        written = f"(?:{number}|{_roman(number)})"
        after = rf"(?:\d{{0,3}}[.:]|\s?\n|\s+(?=[{CAPITALS}(“])|\d{{1,3}}\s)"
        return re.compile(rf"{word}\s{written}{after}")
    if parse_roman((row.label or "").strip("()")):
        return re.compile(rf"(?<!\w){_roman(number)}\s?[.)/:–-]")
    return re.compile(rf"(?<![\d.,/-])0?{number}\s?[.)](?=\s|\d{{1,3}}\s|$)")


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
            if before is not None and not follows(before, child):
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
        if not follows(before, after):
            yield before, after


def numbered(node: Node) -> bool:
    """True for a node that has its place in a row of numbers."""
    return _style(node) is not None


def _style(node: Node) -> str | None:
    """Which row of numbers a node belongs to; None for bullets and what has no number."""
    if not node.level or node.label is None:
        return None
    label = node.label
    if node.kind != "item":
        return node.kind
    return "roman" if parse_roman(label) else "digit" if label[:1].isdigit() else None


def follows(before: Node, after: Node) -> bool:
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
