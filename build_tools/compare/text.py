"""A document as comparison reads it: the sentences of its body with their words, the sections that they stand in, its figures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from build_tools.lexicon.keys import exact_key
from build_tools.model.document import Document
from build_tools.model.span import Span
from build_tools.model.statement import Figure
from build_tools.passages.leaves import Leaves
from build_tools.passages.sentences import sentence_spans

_WORD = re.compile(r"\w+(?:[.,/]\d+)*")
_APART = ("header", "closing")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its characters, the keys of its words, the node in which it stands."""

    text: str
    words: tuple[str, ...]
    node: str


@dataclass(frozen=True, slots=True)
class Side:
    """One of two documents. ``sections`` are (label, title, node) in reading order."""

    sentences: tuple[Sentence, ...]
    sections: tuple[tuple[str, str, str], ...]
    figures: tuple[Figure, ...]


def side_of(document: Document, figures: tuple[Figure, ...]) -> Side:
    """Every sentence of the body, headings included; letterhead and closing say nothing of the matter. In time linear in the text."""
    text = document.clean.text
    found: list[Sentence] = []
    for leaf in Leaves(document.root).all:
        if leaf.inside(*_APART) or leaf.node.kind == "table":
            continue
        for span in sentence_spans(text, leaf.span.start, leaf.span.end):
            if words := words_of(span.of(text)):
                found.append(Sentence(" ".join(span.of(text).split()), words, leaf.node.id))
    sections = tuple((item.label, item.title or _first(text, item.span), item.node_id) for item in document.sections)
    return Side(tuple(found), sections, figures)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text under their keys: case, punctuation and the place of the tone mark do not count; numbers do."""
    return tuple(_WORD.findall(exact_key(text)))


def _first(text: str, span: Span) -> str:
    return " ".join(text[span.start : min(span.end, span.start + 80)].split("\n")[0].split())
