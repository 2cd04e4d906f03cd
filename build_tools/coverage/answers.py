"""The passages of a report that may answer a task: its paragraphs and tables, each below the titles of its sections."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from build_tools.coverage.reporting import says_report
from build_tools.lexicon.keys import phrase_key
from build_tools.model.document import Document
from build_tools.model.span import Span
from build_tools.model.statement import Figure
from build_tools.passages import Passages, sentence_spans
from build_tools.reports.sections import SHORTEST, heads

LEFT_OUT = ("header", "closing", "footnote", "form", "quotation")
SENTENCE = 15
"""Characters of the shortest line that says something if it ends with a full stop."""
ANNOUNCES = 160
"""A line that ends in a colon and is no longer only announces the lines below it."""
OF_TABLE = 12
"""So many figures stand for a table."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a table told by its figures. ``id`` of its leaf; ``titles`` of the sections above it from the outermost inwards;
    ``figures``: whether it reports numbers."""

    id: str
    span: Span
    text: str
    titles: tuple[str, ...] = ()
    figures: bool = False
    table: bool = False

    def begins(self, words: str) -> bool:
        """Whether the passage begins with ``words``, however they are spaced and cased."""
        return phrase_key(self.text).startswith(phrase_key(words))


def passages_of(document: Document, figures: tuple[Figure, ...] = ()) -> tuple[Passage, ...]:
    """The paragraphs and tables of the body and of annexes in reading order; headings, notes, blank forms and lines that only announce
    others are left out, not the one at the beginning that says on what the report is.

    ``figures`` of the document, in reading order.
    """
    every = Passages.of(document)
    starts = [figure.span.start for figure in figures]
    titles: dict[int, str] = {}
    found = []
    for leaf in every.leaves.all:
        if leaf.inside(*LEFT_OUT) or every.is_furniture(leaf.node):
            continue
        inside = figures[bisect_left(starts, leaf.span.start) : bisect_left(starts, leaf.span.end)]
        above = tuple(name for node in leaf.above if (name := titles.get(id(node)) or node.title))
        if leaf.node.kind == "table":
            if inside:
                found.append(Passage(leaf.node.id, leaf.span, _told(inside), above, True, True))
            continue
        text = " ".join(leaf.span.of(every.text).split())
        headed = heads(leaf, text)
        if headed is not None:
            titles.setdefault(id(headed), text)
        elif (len(text) >= SHORTEST or is_sentence(text)) and (not announces(text) or (not above and says_report(text))):
            found.append(Passage(leaf.node.id, leaf.span, text, above, bool(inside)))
    return tuple(found)


def is_sentence(text: str) -> bool:
    """Whether a short line is a sentence of its own ("Đã trồng 3 ha tre."), no heading and no item that the next one goes on from."""
    return text[-1:] == "." and len(text) >= SENTENCE


def announces(text: str) -> bool:
    """Whether a line only says what the lines below it will say, and no sentence before that."""
    return len(text) <= ANNOUNCES and leads_on(text)


def leads_on(text: str) -> bool:
    """Whether a paragraph ends in a colon and has no sentence before that one."""
    return text.endswith(":") and len(sentence_spans(text)) == 1


def _told(figures: tuple[Figure, ...]) -> str:
    """A table in words: what each of its first figures counts, and the figure."""
    return "; ".join(f"{figure.label}: {figure.quote}" for figure in figures[:OF_TABLE])
