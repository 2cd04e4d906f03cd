"""Labelled paragraphs to a tree of provisions, by a stack of what is open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from build_tools.lexicon.pieces import FOOTNOTE_MARK, PERSON
from build_tools.lexicon.words import any_word
from build_tools.model.document import LEAF_KINDS, Node, NodeKind, Section
from build_tools.model.span import Excerpt, Span
from build_tools.passages import Quotations
from build_tools.structure.ids import Addresses, address
from build_tools.structure.labels import Label, as_letter, split_mark
from build_tools.structure.paragraphs import Para, next_loud
from build_tools.structure.quotes import quotation_end
from build_tools.structure.stretch import Stretch

_LEAF_NAMES: dict[NodeKind, str] = {"table": "bang", "footnote": "ghi-chu"}
_NOT_SECTIONS = frozenset({"quotation", "form", "header", "closing", "preamble"})
_NONE = Quotations()
_ENDS_TITLE = re.compile(r"[.;:,]$")
_MARKS = re.compile(rf"(?:{FOOTNOTE_MARK}|(?<=[^\W\d_])\d{{1,2}})$")
_CLAUSE, _ITEM = 6.0, 9.0
"""Ranks of labels: of a clause ("1."), and of what is no provision."""
_TITLE_LENGTH = 260
"""A heading is shorter than this."""
_SENTENCE = 120
"""The same of one that ends as sentences do."""


@dataclass(slots=True, eq=False)
class Draft:
    """A node under way; equal to none but itself."""

    kind: NodeKind
    id: str
    label: Label | None = None
    heading: Excerpt | None = None
    level: int = 0
    block: int | None = None
    span: Span | None = None
    children: list[Draft] = field(default_factory=list)
    paragraphs: int = 0
    start: int = 0
    name: str | None = None


class TreeBuilder:
    """Builds the body of one part (main text, enclosure, appendix). ``inside`` prefixes its addresses.

    ``notes`` are the labels of footnotes, ``quotations`` those of the whole text.
    """

    def __init__(
        self, root: Draft, addresses: Addresses, inside: str = "", notes: frozenset[str] = frozenset(), quotations: Quotations = _NONE
    ) -> None:
        self.quotations = quotations
        self.notes = notes
        self.root = root
        self.addresses = addresses
        self.inside = inside
        self.stack: list[Draft] = [root]
        self.counted: dict[str, int] = {}
        """The last value of each row of numbers; articles and chapters count on whatever they stand in."""

    def add(self, paras: Sequence[Para], start: int, stop: int) -> None:
        """Place the paragraphs ``start``..``stop``."""
        at = start
        while at < stop:
            para = paras[at]
            end = quotation_end(paras, at, stop, self.quotations)
            if end > at:
                self._quotation(paras, at, end)
                at = end
                continue
            if para.label is None or para.silent or para.table:
                self.leaf(para)
                at += 1
                continue
            node = self._open(para, _as_member(para, para.label))
            at += 1
            at = self._title(node, paras, at, stop)

    def leaf(self, para: Para, parent: Draft | None = None) -> Draft:
        """Add a block as a leaf of the deepest open provision (a bullet only holds its own paragraph)."""
        if parent is None:
            while len(self.stack) > 1 and _is_bullet(self.stack[-1]):
                self.stack.pop()
            parent = self.stack[-1]
        kind: NodeKind = "table" if para.table else "footnote" if para.note else "paragraph"
        parent.paragraphs += 1
        name = _LEAF_NAMES.get(kind, "p")
        prefix = parent.id if parent is not self.root else self.inside
        node = Draft(kind, self.addresses.take(f"{prefix}-{name}-{parent.paragraphs}" if prefix else f"{name}-{parent.paragraphs}"))
        node.block, node.span, node.start = para.index, para.span, para.span.start
        parent.children.append(node)
        return node

    def _quotation(self, paras: Sequence[Para], start: int, stop: int) -> None:
        while len(self.stack) > 1 and _is_bullet(self.stack[-1]):
            self.stack.pop()
        parent = self.stack[-1]
        prefix = parent.id if parent is not self.root else self.inside
        node = Draft("quotation", self.addresses.take(f"{prefix}-trich" if prefix else "trich"), start=paras[start].span.start)
        parent.children.append(node)
        for para in paras[start:stop]:
            self.leaf(para, node)

    def _open(self, para: Para, label: Label) -> Draft:
        label = self._sense(label)
        self.counted[label.style] = label.value
        parent = self._parent(label)
        while self.stack[-1] is not parent:
            self.stack.pop()
        above = parent.id if parent is not self.root else ""
        node = Draft(label.kind, self.addresses.take(address(label, above, self.inside)), label, start=para.span.start)
        node.level = 0 if label.rank >= 9 else 1 + sum(1 for open_ in self.stack[1:] if open_.level)
        node.name = label.text
        if label.rank == 6 and parent.kind != "article" and node.kind == "clause":
            node.kind = "item"
        parent.children.append(node)
        self.stack.append(node)
        self.leaf(para, node)
        return node

    def _sense(self, label: Label) -> Label:
        """Settle "I." (letter or Roman number) and "1.3 Việc" (number or clause 1 with footnote 3) by what is open."""
        letter = as_letter(label)
        if letter is not None:
            for node in reversed(self.stack):
                if node.label and node.label.style == letter.style and node.label.value == letter.value - 1:
                    return letter
        if (glued := self._glued(label)) is not None:
            return glued
        if len(label.path) == 2 and label.decimal_open and str(label.path[1]) in self.notes:
            row = next((node.label for node in reversed(self.stack) if node.label and node.label.style == "1."), None)
            begun = row.value if row else 0
            if label.path[0] == begun + 1 and not any(self._is(node, "1.1") for node in self.stack):
                return split_mark(label)
        return label

    def _glued(self, label: Label) -> Label | None:
        """A number with the mark of a footnote glued to it ("Chương 215" after "Chương 1", footnote 15); None where it is what it says."""
        digits = label.text.rsplit(" ", 1)[-1]
        if not self.notes or not digits.isdigit() or len(digits) < 2 or label.mark is not None or label.rank > 5:
            return None
        following = str(self.counted.get(label.style, 0) + 1)
        mark = digits.removeprefix(following)
        if digits == following or mark == digits or mark not in self.notes:
            return None
        stop = len(label.text) - len(mark)
        path = (int(following),) if label.path else ()
        return replace(label, text=label.text[:stop], value=int(following), path=path, mark=(stop, len(label.text)))

    @staticmethod
    def _is(node: Draft, style: str) -> bool:
        return node.label is not None and node.label.style.startswith(style)

    def _parent(self, label: Label) -> Draft:
        """The open node below which ``label`` belongs."""
        same = next((node for node in reversed(self.stack) if node.label and node.label.style == label.style), None)
        if label.rank >= 9:
            return self._bullet_parent(same)
        if len(label.path) > 1:
            for node in reversed(self.stack):
                if node.label and node.label.path == label.path[:-1]:
                    return node
        if same is not None and same.label is not None:
            restart = label.value == 1 and same.label.value > 1 and label.rank > 5
            deepest = self._deepest()
            if restart and deepest is not same and deepest.label and deepest.label.rank > label.rank:
                return deepest
            return self.stack[self.stack.index(same) - 1]
        if label.value == 1 and label.rank > 5:
            return self._deepest()
        for node in reversed(self.stack):
            if node.label is None or node.label.rank < label.rank:
                return node
        return self.root

    def _deepest(self) -> Draft:
        """The deepest open node that is no bullet."""
        return next(node for node in reversed(self.stack) if not _is_bullet(node))

    def _bullet_parent(self, same: Draft | None) -> Draft:
        if same is not None:
            return self.stack[self.stack.index(same) - 1]
        return self.stack[-1]

    def _title(self, node: Draft, paras: Sequence[Para], at: int, stop: int) -> int:
        """Find the heading of a provision just opened: in its own paragraph or, below "Chương I", in the next ones."""
        label = node.label
        assert label is not None
        own = paras[at - 1]
        rest = own.rest.strip()
        if label.rank >= 9:
            return at
        if rest:
            if self._is_title(label, own, rest, next_loud(paras, at, stop)):
                node.heading = tidy_title(Stretch.of([(own, label.rest, len(own.text))]))
            return at
        if label.rank > 5:
            return at
        parts: list[Para] = []
        while at < stop and (para := paras[at]) and not para.label and not para.table:
            if para.silent:
                self.leaf(para, node)
                at += 1
                continue
            heading = para.capitals if label.rank < 5 else not parts and not _ENDS_TITLE.search(para.text)
            if label.rank < 5 and not parts and para.short and (para.style.bold or para.style.align == "center"):
                heading = True
            if not heading or len(para.text) > _TITLE_LENGTH:
                break
            parts.append(para)
            self.leaf(para, node)
            at += 1
        node.heading = tidy_title(Stretch.whole(parts))
        return at

    @staticmethod
    def _is_title(label: Label, own: Para, rest: str, following: Para | None) -> bool:
        if len(rest) > _TITLE_LENGTH:
            return own.style.bold
        if own.style.bold or own.capitals or label.rank < 5:
            return True
        if following is None:
            return False
        deeper = following.label is not None and following.label.rank > label.rank
        if label.rank == 5:
            return not _ENDS_TITLE.search(rest) or (rest.endswith(".") and len(rest) < _SENTENCE and deeper)
        if rest.endswith("."):
            return len(rest) < _SENTENCE and deeper and "." not in rest[:-1]
        plain = following.label is None and not following.table and len(rest) < 160
        return not _ENDS_TITLE.search(rest) and rest[0].isupper() and (deeper or plain)


_MEMBER = re.compile(rf"(?i:{any_word('person')}) {PERSON}(?: ?[,;.–-](?! ?[^,;.]{{0,60}}:)[^:]{{0,200}})?$")
"""A person and the person's office, as committees list their members."""


def _as_member(para: Para, label: Label) -> Label:
    """The label of a numbered line that only names a member: an item of a list, as a bullet is, and no provision."""
    member = label.rank == _CLAUSE and _MEMBER.match(para.rest.strip()) is not None
    return replace(label, kind="item", style="-" + label.style, rank=_ITEM) if member else label


def _is_bullet(node: Draft) -> bool:
    return node.label is not None and node.label.rank >= 9


def tidy_title(words: Stretch) -> Excerpt | None:
    """A heading without closing punctuation and without a footnote's mark; None when nothing is left."""
    text = words.text.rstrip().rstrip(" .:;")
    mark = _MARKS.search(text)
    found = words.excerpt(0, mark.start() if mark else len(text))
    return found if found.value else None


def freeze(draft: Draft) -> Node:
    """The finished node; the span of an inner node is that of its children."""
    children = tuple([freeze(child) for child in draft.children])
    span = draft.span
    if span is None:
        span = Span(min(child.span.start for child in children), max(child.span.end for child in children)) if children else Span(0, 0)
    return Node(draft.kind, span, draft.id, draft.name, draft.heading, draft.level, draft.block, children)


def sections(node: Node) -> list[Section]:
    """The numbered provisions below ``node`` down to the third level, in reading order."""
    found: list[Section] = []
    for child in node.children:
        if child.kind in _NOT_SECTIONS or child.kind in LEAF_KINDS:
            continue
        if child.level and child.label and child.level <= 3:
            found.append(Section(child.label, child.heading, child.level, child.span, child.id))
        found.extend(sections(child))
    return found
