"""What every reader of statements reads: the passages of a document, what it cites, and the register."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from build_tools.model.citation import Citation
from build_tools.model.document import Table
from build_tools.model.register import Register
from build_tools.passages import Leaf, Moments, Passages
from build_tools.statements.kinds import Genre, genre

FIRST_LINE = 300
"""The first line of an item that stands over what follows is no longer."""


MONTH = len("2030-01")


class Material:
    """A document with its citations, and the look-ups that the readers share. Nothing here changes after it is built."""

    def __init__(self, passages: Passages, citations: tuple[Citation, ...], register: Register) -> None:
        self.passages = passages
        self.document = passages.document
        self.text = passages.text
        self.leaves = passages.leaves
        self.sentences = passages.sentences
        self.clause = passages.clause
        self.citations = citations
        self.register = register
        self._citation_starts = [citation.span.start for citation in citations]

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
    def genre(self) -> Genre:
        """How a document of this type is read."""
        return genre(self.document.header)

    @property
    def key(self) -> str:
        """The text with look-alikes and the place of tones made one; as long as the text."""
        return self.passages.keys[0]

    def quoted(self, offset: int) -> bool:
        """True inside a quotation."""
        return self.passages.quotations.around(offset) is not None

    @property
    def moments(self) -> Moments:
        """The time expressions of the text, by offset."""
        return self.passages.moments

    def headings(self, leaf: Leaf) -> Iterator[str]:
        """What stands over a paragraph, the nearest first: titles, and of an item without one its first line where that ends in a colon."""
        for node in reversed(leaf.above):
            if node.title:
                yield node.title
            elif node.level and node.span.start < leaf.span.start:
                line = self.text[node.span.start : node.span.start + FIRST_LINE].partition("\n")
                if line[1] and line[0].rstrip().endswith(":"):
                    yield line[0].rstrip()

    @cached_property
    def first_months(self) -> dict[int, set[str]]:
        """The stretches of first months of a year that the text states ("10 tháng đầu năm 2030"), by how many months they are."""
        found: dict[int, set[str]] = {}
        for moment in self.moments.all:
            start, end = moment.start or "", moment.end or ""
            if len(start) == len(end) == MONTH and start[:-3] == end[:-3] and start.endswith("-01") and start != end:
                found.setdefault(int(end[-2:]), set()).add(f"{start}/{end}")
        return found

    def is_table(self, leaf: Leaf | None) -> bool:
        """True for a leaf that is a table."""
        return self.passages.table_of(leaf) is not None

    def tables(self) -> tuple[tuple[Leaf, Table], ...]:
        """The tables with their leaves, in order."""
        return tuple((leaf, table) for leaf in self.leaves.all if (table := self.passages.table_of(leaf)) is not None)
