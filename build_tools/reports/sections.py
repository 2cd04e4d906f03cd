"""What a section of a report is about, told by its titles: limits, causes, plans, requests; all else tells what was done."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from build_tools.lexicon.keys import phrase_key
from build_tools.lexicon.words import whole_word
from build_tools.model.document import Node
from build_tools.passages import Leaf

SectionKind = Literal["limits", "causes", "plans", "asks"]
TITLES: tuple[tuple[SectionKind, str], ...] = (("plans", "plans-title"), ("asks", "asks-title"), ("causes", "causes-title"))
"""The kinds with the lists of words of their titles, the first that fits; limits come before all."""

SHORTEST = 40
"""Characters; a shorter line is a heading, or the beginning of a list."""
HEADING = 420
"""A first line without a full stop that is longer than this is text."""


@lru_cache(maxsize=1 << 12)
def kind_of_title(title: str) -> SectionKind | None:
    """The kind of one title; "Ưu điểm và nguyên nhân" tells of strengths, whose causes are no causes of limits."""
    key = phrase_key(title)
    if whole_word("limits-title").search(key):
        return "limits"
    if whole_word("strengths-title").search(key):
        return None
    return next((kind for kind, identifier in TITLES if whole_word(identifier).search(key)), None)


def kind_of(titles: tuple[str, ...]) -> SectionKind | None:
    """The kind of the innermost of ``titles`` (outermost first) that has one."""
    return next((kind for title in reversed(titles) if (kind := kind_of_title(title))), None)


def tells_cause(sentence: str) -> bool:
    """Whether a sentence says that it gives a cause."""
    return bool(whole_word("causes-title").search(phrase_key(sentence)))


def heads(leaf: Leaf, text: str) -> Node | None:
    """The node whose heading the line is: its title, or a first line that no mark ends, with lines of its own below."""
    if len(text) > HEADING:
        return None
    for node in leaf.above:
        opens = node.level and node.span.start == leaf.span.start and len(node.children) > 1
        if opens and ((node.title and len(text) <= len(node.title) + SHORTEST) or text[-1:] not in ".;:,?!…"):
            return node
    return None
