"""One document with every way in which later stages look at its text."""

from __future__ import annotations

from functools import cached_property

from build_tools.lexicon.keys import text_keys
from build_tools.model.document import Block, Document, Node, Paragraph, Table
from build_tools.model.span import Span
from build_tools.passages.clauses import clause_in
from build_tools.passages.leaves import Leaf, Leaves
from build_tools.passages.moments import Moments
from build_tools.passages.quotations import Quotations, find_quotations
from build_tools.passages.sentences import Sentences


class Passages:
    """A document and the look-ups into its clean text. Nothing here changes; what is asked for twice is found once."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.clean.text

    @classmethod
    def of(cls, document: Document) -> Passages:
        """The passages of a document as ``structure`` gives it; all spans index its clean text."""
        return cls(document)

    @cached_property
    def leaves(self) -> Leaves:
        """The leaves of the tree, by offset."""
        return Leaves(self.document.root)

    @cached_property
    def sentences(self) -> Sentences:
        """The sentences, by offset."""
        return Sentences(self.text)

    @cached_property
    def quotations(self) -> Quotations:
        """The outermost quotations of the text, as ``structure`` told them too."""
        known = self.document.quotations
        if known is not None:
            return Quotations(known, tuple(span.start for span in known))
        return find_quotations(self.text, [leaf.span for leaf in self.leaves.all if leaf.node.kind == "footnote"])

    @cached_property
    def moments(self) -> Moments:
        """The time expressions of the text, by offset."""
        return Moments(self.text)

    @cached_property
    def keys(self) -> tuple[str, str]:
        """The matching key of the text, and the same in lower case; both as long as the text."""
        return text_keys(self.text)

    def clause(self, offset: int) -> Span:
        """The part of the sentence between semicolons or colons in which ``offset`` stands."""
        return clause_in(self.text, self.sentences.at(offset), offset)

    def block_of(self, leaf: Leaf) -> Block | None:
        """The block that a leaf stands for."""
        return self.document.clean.blocks[leaf.node.block] if leaf.node.block is not None else None

    def is_furniture(self, node: Node) -> bool:
        """True for a leaf that belongs to the page, not to the document: running heads, page numbers, stamps."""
        block = self.document.clean.blocks[node.block] if node.block is not None else None
        return isinstance(block, Paragraph) and block.furniture

    def table_of(self, leaf: Leaf | None) -> Table | None:
        """The table that a leaf is; None for text."""
        block = self.block_of(leaf) if leaf is not None else None
        return block if isinstance(block, Table) else None
