"""Clauses run in behind the end of the one before ("… gửi yêu cầu. 4. Trong thời hạn …"), parted where the row of numbers wants them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from build_tools.lexicon.letters import CAPITALS
from build_tools.model.document import Block, Paragraph
from build_tools.model.span import Span
from build_tools.normalise.starts import is_strong

_CLAUSE = re.compile(r"(?P<number>\d{1,3})\. ")
_RUN_IN = re.compile(rf"(?<=[\w)”\"][.;]) (?P<number>\d{{1,3}})\. (?=[{CAPITALS}])")


def parted(text: str, blocks: Sequence[Block]) -> tuple[str, tuple[Block, ...]]:
    """The text and its blocks with a line of its own for each clause that is run in.

    Such a clause is one of those that are wanting between two clauses on lines of their own, all of which stand between these in their
    order, each once and behind the end of a sentence; else nothing is parted. The text stays as long as it was.
    """
    places = [place for row in _rows(text, blocks) for one, other in pairwise(row) for place in _between(text, blocks, one, other)]
    if not places:
        return text, tuple(blocks)
    letters = list(text)
    for place in places:
        letters[place] = "\n"
    return "".join(letters), tuple(part for block in blocks for part in _parts(block, places))


Clause = tuple[int, int]
"""The number of a clause on a line of its own, and its block."""


def _rows(text: str, blocks: Sequence[Block]) -> Iterator[list[Clause]]:
    """The clauses of each provision, in their order; what begins a new one ends the row."""
    row: list[Clause] = []
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.note or block.furniture:
            continue
        clause = _CLAUSE.match(text, block.span.start, block.span.end)
        if clause:
            row.append((int(clause["number"]), index))
        elif row and text[block.span.start].isupper() and is_strong(text[block.span.start : block.span.end]):
            yield row
            row = []
    yield row


def _between(text: str, blocks: Sequence[Block], before: Clause, after: Clause) -> list[int]:
    """Where the blank stands before each clause that is wanting between two, nothing where not all are found."""
    wanting = list(range(before[0] + 1, after[0]))
    if not wanting or len(wanting) > after[1] - before[1] + 1:
        return []
    found = [
        (int(match["number"]), match.start())
        for block in blocks[before[1] : after[1]]
        if isinstance(block, Paragraph) and not (block.note or block.furniture)
        for match in _RUN_IN.finditer(text, block.span.start, block.span.end)
    ]
    found = [(number, place) for number, place in found if number in wanting]
    return [place for _, place in found] if [number for number, _ in found] == wanting else []


def _parts(block: Block, places: Sequence[int]) -> Iterator[Block]:
    """A block cut at the places that lie in it."""
    inside = places[bisect_left(places, block.span.start) : bisect_left(places, block.span.end)]
    if not inside or not isinstance(block, Paragraph):
        yield block
        return
    for start, end in pairwise((block.span.start - 1, *inside, block.span.end)):
        yield replace(block, span=Span(start + 1, end))
