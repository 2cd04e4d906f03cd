"""The body of a document as entries one below the other, told by their marks: headings, items, dashes, paragraphs without a mark.

A mark that is open already goes back to its level ("- … (1) … (2) … - …"), a new one goes below; a paragraph without a mark stands below
the last number. So the layers of a list hold whatever kinds of marks it mixes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from build_tools.model.document import Node
from build_tools.model.span import Span
from build_tools.passages import Leaf
from build_tools.statements.material import Material
from build_tools.vietnamese.numerals import parse_roman

NUMBERED = frozenset({"part", "chapter", "section", "article", "clause", "point", "item"})
PASSED_OVER = ("header", "closing", "form", "quotation", "footnote", "table", "appendix")
NUMBER_END = re.compile(r"\s*(?:[-–+*•]|[^\W_]{1,12}(?:\.\d{1,2}){0,4}(?:\s\d{1,3})?|\(\w{1,5}\))\s?[.)/:–-]*\s*")
BULLETS = "-–+*•"
OPENS = ":"
"""The mark of a paragraph without a number that ends in a colon: what follows stands below it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One paragraph with what stands below it. ``words`` are its own, without the label; ``span`` ends with the last below it."""

    label: str
    words: Span
    own: Span
    span: Span
    node_id: str
    title: str | None = None
    numbered: bool = False
    below: tuple[Entry, ...] = ()


def cut(entry: Entry, spans: tuple[Span, ...]) -> tuple[Entry, ...]:
    """The parts of an entry where it is cut; the first keeps what stands below."""
    if len(spans) == 1:
        return (entry,)
    own = Span(entry.own.start, spans[0].end)
    first = replace(entry, words=spans[0], own=own, span=entry.span if entry.below else own)
    return first, *(replace(entry, words=span, own=span, span=span, below=()) for span in spans[1:])


@dataclass(slots=True)
class _Draft:
    mark: str
    label: str
    words: Span
    leaf: Leaf
    node: Node
    below: list[_Draft] = field(default_factory=list)

    def done(self) -> Entry:
        below = tuple(draft.done() for draft in self.below)
        own = self.leaf.span
        span = Span(own.start, below[-1].span.end) if below else own
        return Entry(self.label, self.words, own, span, self.node.id, self.node.title, self.node.level > 0, below)


def outline(material: Material, without: tuple[str, ...] = ()) -> tuple[Entry, ...]:
    """The entries of the body at its outermost level, in reading order; quotations, forms, notes, tables and annexes are left out.

    ``without``: further kinds of nodes that are passed over.
    """
    top: list[_Draft] = []
    open_now: list[_Draft] = []
    part: str | None = None
    for leaf in _leaves(material, (*PASSED_OVER, *without)):
        enclosed = next((node.id for node in leaf.above if node.kind == "enclosure"), None)
        if enclosed != part:
            open_now, part = [], enclosed
        draft = _draft(material.text, leaf)
        _close(open_now, draft, material.text)
        (open_now[-1].below if open_now else top).append(draft)
        if draft.mark:
            open_now.append(draft)
    return tuple(draft.done() for draft in top)


def _leaves(material: Material, without: tuple[str, ...]) -> Iterator[Leaf]:
    for leaf in material.leaves.all:
        if not leaf.inside(*without) and not material.passages.is_furniture(leaf.node):
            yield leaf


def _draft(text: str, leaf: Leaf) -> _Draft:
    opens = [node for node in leaf.above if node.kind in NUMBERED and node.label and node.span.start == leaf.span.start]
    span = leaf.span
    if not opens:
        mark = OPENS if span.of(text).rstrip().endswith(":") else ""
        return _Draft(mark, "", span, leaf, leaf.node)
    node = opens[-1]
    label = NUMBER_END.match(text, span.start, span.end)
    return _Draft(_mark(node.label or ""), node.label or "", Span(label.end() if label else span.start, span.end), leaf, node)


def _mark(label: str) -> str:
    """The kind of a label: "1", "1.1", "a", "(1)", "I", "-", "Điều"."""
    if label in BULLETS:
        return label
    if " " in label:
        return label.partition(" ")[0].lower()
    bare = label.strip("().")
    if bare.isupper() and parse_roman(bare) is not None:
        return label.replace(bare, "I")
    return re.sub(r"[^\W\d_]+", "A" if bare[:1].isupper() else "a", re.sub(r"\d+", "1", label))


def _close(open_now: list[_Draft], draft: _Draft, text: str) -> None:
    """Close the levels that end where ``draft`` begins."""
    if draft.mark and draft.mark != OPENS:
        same = next((index for index, above in enumerate(open_now) if above.mark == draft.mark), None)
        if same is not None:
            del open_now[same:]
        elif draft.node.level:
            while open_now and open_now[-1].mark in BULLETS and not open_now[-1].words.of(text).rstrip().endswith(":"):
                open_now.pop()
        return
    while open_now and (open_now[-1].mark == OPENS or not open_now[-1].node.level):
        open_now.pop()


ARTICLE = "Điều"


def by_articles(entries: tuple[Entry, ...]) -> bool:
    """True for a text whose outermost numbered entries are articles, perhaps below the line that enacts them ("QUYẾT NGHỊ:")."""
    numbered = [inner.label for entry in entries for inner in ((entry,) if entry.label else entry.below) if inner.label]
    return bool(numbered) and all(label.startswith(ARTICLE) for label in numbered)


def number_below(above: tuple[str, ...], label: str) -> tuple[str, ...]:
    """The path of numbers; "1.2" below "1" takes its place."""
    if above and label.startswith(f"{above[-1]}."):
        above = above[:-1]
    return (*above, label)
