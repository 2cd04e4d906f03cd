"""A document's leaves, sentences, clauses, quotations and moments: built once for structure, citations, statements and resolve.

``Passages.of(document)`` is what the stages after ``structure`` read; each look-up is made when it is first asked for.
"""

from build_tools.passages.leaves import Leaf, Leaves
from build_tools.passages.moments import Impossible, Moment, Moments, find_moments
from build_tools.passages.passages import Passages
from build_tools.passages.quotations import Quotations, find_quotations
from build_tools.passages.sentences import Sentences, sentence_spans

__all__ = [
    "Impossible", "Leaf", "Leaves", "Moment", "Moments", "Passages", "Quotations", "Sentences", "find_moments", "find_quotations",
    "sentence_spans",
]  # fmt: skip
