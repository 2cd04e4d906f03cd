"""A long text in parts: where it is cut, and on which page each of its places stands.

A text is cut where its own structure parts it: at the outermost beginning (phần, chương, mục, else điều) that leaves a part neither small
nor too long; a table that is longer than a page, between rows. What is cut follows from the text alone, so that an address stays.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from build_tools.model.document import Node, Table
from build_tools.model.site import SiteDocument
from build_tools.views import addresses
from build_tools.views.order import head_rows
from build_tools.views.outline import Outline
from build_tools.views.paging import part_path

WHOLE = 140_000
"""Weight (see ``weight``) of a text that is left in one piece."""
LONGEST, LEAST = 95_000, 32_000
"""Weight of a part at most; and at least, where there is a choice."""
LINE, CITED, CELL, ENTRY = 130, 150, 24, 110
"""The mark-up of a line with its address, of a citation, of a cell, of a line of the contents."""
ROW_RANK, PLAIN_RANK, AFTER_HEADING = 90, 80, 40
"""How unwelcome a cut is between rows, before a line that begins no provision, and right below a heading. Provisions: twice their depth."""


class Cut(NamedTuple):
    """Where a part begins: a line of the outline, or a row of the table that it is."""

    line: int
    row: int = 0


@dataclass(frozen=True, slots=True)
class Divided:
    """The parts of one text: their pages, where each begins, and the page of each id that the text's lines carry."""

    pages: tuple[str, ...]
    cuts: tuple[Cut, ...]
    of: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is not cut any further."""

    at: Cut
    weight: int
    rank: int


def divide(document: SiteDocument, outline: Outline) -> Divided | None:
    """The parts of a text; None for one that is not long."""
    if len(document.document.clean.text) * 4 < WHOLE and len(outline.lines) * LINE * 2 < WHOLE:
        return None
    pieces = tuple(_pieces(document, outline))
    if sum(piece.weight for piece in pieces) <= WHOLE:
        return None
    cuts = tuple(pieces[start].at for start in _starts(pieces))
    page = addresses.work(document.work)
    pages = tuple(part_path(page, number) for number in range(1, len(cuts) + 1))
    of = {outline.anchors[shown.leaf.id]: pages[bisect_right(cuts, Cut(line)) - 1] for line, shown in enumerate(outline.lines)}
    return Divided(pages, cuts, of)


def _starts(pieces: Sequence[_Piece]) -> Iterator[int]:
    """The pieces with which parts begin: of those that leave neither part too small or too long the outermost, of equals the last."""
    start, rest = 0, sum(piece.weight for piece in pieces)
    yield start
    while rest > LONGEST:
        held, fitting, good = 0, [start + 1], list[tuple[int, int]]()
        for at in range(start + 1, len(pieces)):
            held += pieces[at - 1].weight
            if held > LONGEST:
                break
            fitting.append(at)
            if LEAST <= held <= rest - LEAST:
                good.append((pieces[at].rank, -at))
        end = -min(good)[1] if good else fitting[-1]
        if end >= len(pieces):
            return
        yield end
        rest -= sum(piece.weight for piece in pieces[start:end])
        start = end


def _pieces(document: SiteDocument, outline: Outline) -> Iterator[_Piece]:
    clean = document.document.clean
    cited = sorted(reference.citation.span.start for reference in document.references)
    entries = {entry.anchor: len(entry.text.encode()) + ENTRY for entry in outline.contents}
    below = False
    for number, shown in enumerate(outline.lines):
        leaf, anchor = shown.leaf, outline.anchors[shown.leaf.id]
        leaves = shown.heading.leaves if shown.heading else (leaf,)
        rank = _rank(shown.leaf, outline, shown.heading.depth if shown.heading else None) + (AFTER_HEADING if below else 0)
        below = shown.heading is not None
        spans = [item.span for item in leaves]
        links = sum(bisect_left(cited, span.end) - bisect_left(cited, span.start) for span in spans)
        weight = sum(len(span.of(clean.text).encode()) for span in spans) + links * CITED + LINE + 2 * len(anchor) + entries.get(anchor, 0)
        block = clean.blocks[leaf.block] if leaf.block is not None else None
        if isinstance(block, Table):
            yield from _rows(block, clean.text, Cut(number), weight, rank)
        else:
            yield _Piece(Cut(number), weight, rank)


def _rank(leaf: Node, outline: Outline, heading: int | None) -> int:
    place = outline.places.get(leaf.id)
    if heading is not None:
        return 2 * heading
    if place is None or place.quoted or leaf.kind == "footnote" or not place.provision:
        return PLAIN_RANK
    return 2 * place.depth + 1


def _rows(table: Table, text: str, at: Cut, weight: int, rank: int) -> Iterator[_Piece]:
    """A table in one piece, or row by row where no cell reaches from one row into the next."""
    weights = [sum(len(cell.span.of(text).encode()) + CELL for cell in row) for row in table.rows]
    whole = weight + sum(len(row) * CELL for row in table.rows)
    if whole <= LONGEST // 3:
        yield _Piece(at, whole, rank)
        return
    share = whole / max(1, sum(weights))
    start, free = 0, head_rows(table) + 1
    for number, row in enumerate(table.rows):
        if number and number >= free:
            yield _Piece(Cut(at.line, start), int(sum(weights[start:number]) * share), ROW_RANK if start else rank)
            start = number
        free = max(free, number + max((cell.rowspan for cell in row), default=1))
    yield _Piece(Cut(at.line, start), int(sum(weights[start:]) * share), ROW_RANK if start else rank)
