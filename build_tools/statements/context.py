"""What every reader of statements needs to know of a document: its leaves in order, where sentences end, what is quoted."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from build_tools.citations.key import text_keys
from build_tools.model.citation import Citation
from build_tools.model.document import Block, Document, Node, Table
from build_tools.model.register import Register
from build_tools.model.span import Span
from build_tools.statements.moments import Moment, find_moments
from build_tools.statements.words import UPPER

Found = TypeVar("Found")
LEAVES = frozenset({"paragraph", "table", "footnote"})
SENTENCE_END = re.compile(rf"[.!?…\n\t][.!?…]*(?:[”\"’)\]⁾]*(?=\s+[“\"(\[]?[{UPPER}])|(?<=[\n\t]))")
"""A full stop before a capital, or the end of a paragraph or cell."""
CLAUSE_END = re.compile(r"[;:]\s")
REACH = 1200
"""No clause that says something of a number is longer than this, either way."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A leaf of the tree with the nodes above it, the nearest last."""

    node: Node
    above: tuple[Node, ...]

    @property
    def span(self) -> Span:
        """Its place in the clean text."""
        return self.node.span

    def inside(self, *kinds: str) -> bool:
        """True when the leaf is of one of these kinds or stands below one."""
        return self.node.kind in kinds or any(node.kind in kinds for node in self.above)


class Context:
    """A document with its citations, and the look-ups that the readers share. Nothing here changes after it is built."""

    def __init__(self, document: Document, citations: tuple[Citation, ...], register: Register) -> None:
        self.document = document
        self.citations = citations
        self.register = register
        self.text = document.clean.text
        leaves: list[Leaf] = []
        stack: list[tuple[Node, tuple[Node, ...]]] = [(document.root, ())]
        while stack:
            node, above = stack.pop()
            if node.children:
                stack.extend((child, (*above, node)) for child in reversed(node.children))
            elif node.kind in LEAVES:
                leaves.append(Leaf(node, above))
        self.leaves = tuple(sorted(leaves, key=lambda leaf: leaf.span.start))
        self._starts = [leaf.span.start for leaf in self.leaves]
        self._citation_starts = [citation.span.start for citation in citations]

    def leaf_at(self, offset: int) -> Leaf | None:
        """The leaf in which the character stands; None only in a document without leaves."""
        index = bisect_right(self._starts, offset) - 1
        return self.leaves[max(index, 0)] if self.leaves else None

    def leaves_after(self, offset: int) -> tuple[Leaf, ...]:
        """The leaves that begin after ``offset``."""
        return self.leaves[bisect_right(self._starts, offset) :]

    def node_id(self, offset: int) -> str:
        """The address of the leaf at ``offset``."""
        leaf = self.leaf_at(offset)
        return leaf.node.id if leaf else self.document.root.id

    def citation_at(self, offset: int) -> Citation | None:
        """The citation whose span holds ``offset``."""
        index = bisect_right(self._citation_starts, offset) - 1
        if index >= 0 and offset < self.citations[index].span.end:
            return self.citations[index]
        return None

    def citations_between(self, start: int, end: int) -> tuple[Citation, ...]:
        """The citations that begin inside the range."""
        return self.citations[bisect_left(self._citation_starts, start) : bisect_left(self._citation_starts, end)]

    @cached_property
    def key(self) -> str:
        """The text with look-alikes and the place of tones made one; as long as the text."""
        return text_keys(self.text)[0]

    @cached_property
    def sentence_ends(self) -> list[int]:
        """Offsets just after each sentence, in order."""
        return [found.end() for found in SENTENCE_END.finditer(self.text)]

    def sentence(self, offset: int) -> Span:
        """The sentence (at most one paragraph or cell) in which ``offset`` stands, blanks around it left out."""
        ends = self.sentence_ends
        index = bisect_right(ends, offset)
        start = ends[index - 1] if index else 0
        end = ends[index] if index < len(ends) else len(self.text)
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def clause(self, offset: int) -> Span:
        """The part of the sentence between semicolons or colons in which ``offset`` stands, at most ``REACH`` characters either way."""
        sentence = self.sentence(offset)
        start = max(sentence.start, offset - REACH)
        for found in CLAUSE_END.finditer(self.text, start, min(sentence.end, offset + REACH)):
            if found.start() >= offset:
                return Span(start, found.start())
            start = found.end()
        return Span(start, max(start, min(sentence.end, offset + REACH)))

    @cached_property
    def quotes(self) -> tuple[list[int], list[int]]:
        """Starts and ends of outermost “…” quotations, each within its paragraph."""
        starts: list[int] = []
        ends: list[int] = []
        depth = 0
        for found in QUOTE_MARK.finditer(self.text):
            mark = found.group()
            if mark == "“":
                if not depth:
                    starts.append(found.start())
                depth += 1
            elif mark == "”":
                depth -= 1
                if depth == 0:
                    ends.append(found.end())
                depth = max(depth, 0)
            elif depth:
                starts.pop()
                depth = 0
        if depth:
            starts.pop()
        return starts, ends

    def quoted(self, offset: int) -> bool:
        """True inside “…”."""
        starts, ends = self.quotes
        index = bisect_right(starts, offset) - 1
        return index >= 0 and offset < ends[index]

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """Every time expression of the text."""
        return tuple(find_moments(self.text))

    @cached_property
    def moment_starts(self) -> list[int]:
        """Where they begin."""
        return [moment.span.start for moment in self.moments]

    def moment_at(self, offset: int) -> Moment | None:
        """The time expression whose span holds ``offset``."""
        index = bisect_right(self.moment_starts, offset) - 1
        return self.moments[index] if index >= 0 and offset < self.moments[index].span.end else None

    def moments_between(self, start: int, end: int) -> tuple[Moment, ...]:
        """The time expressions that begin inside the range."""
        return self.moments[bisect_left(self.moment_starts, start) : bisect_left(self.moment_starts, end)]

    def block_of(self, leaf: Leaf) -> Block | None:
        """The block that a leaf stands for."""
        return self.document.clean.blocks[leaf.node.block] if leaf.node.block is not None else None

    def is_table(self, leaf: Leaf | None) -> bool:
        """True for a leaf that is a table."""
        return leaf is not None and isinstance(self.block_of(leaf), Table)

    def tables(self) -> tuple[tuple[Leaf, Table], ...]:
        """The tables with their leaves, in order."""
        found = []
        for leaf in self.leaves:
            block = self.block_of(leaf)
            if isinstance(block, Table):
                found.append((leaf, block))
        return tuple(found)


QUOTE_MARK = re.compile(r"[“”\n]")


def shorten(text: str, limit: int = 120) -> str:
    """``text`` in one line, cut at a word with an ellipsis when it is longer than ``limit`` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–") + "…"


def once_a_register(read: Callable[[Register], Found]) -> Callable[[Register], Found]:
    """Keep what was read from the last register, told by identity: hashing a large one takes longer than reading a document."""
    last: list[tuple[Register, Found]] = []

    def kept(register: Register) -> Found:
        if not last or last[0][0] is not register:
            last[:] = [(register, read(register))]
        return last[0][1]

    return kept
