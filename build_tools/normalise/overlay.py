"""Other characters laid over a clean text: what a person has corrected, what is masked. Spans and the way to the source follow."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from build_tools.model.document import Block, Cell, Clean, Correction, Table
from build_tools.model.span import OffsetMap, Run, Span


@dataclass(frozen=True, slots=True, order=True)
class Patch:
    """``text`` in place of what stands at ``span``."""

    span: Span
    text: str


_EDGES = {"\n", "\t"}
"""What parts paragraphs and cells."""


def overlay(clean: Clean, patches: Sequence[Patch]) -> Clean:
    """The clean text with the patches laid over it; block by block and cell by cell it is built as before.

    What is put in answers to the whole stretch of the source that it stands for, or character by character where its length stays.
    Raises ``ValueError`` for patches that overlap, are empty, or reach over the edge of a paragraph or cell.
    """
    if not patches:
        return clean
    patches = sorted(patches)
    _check(clean, patches)
    moved = _Moved(patches)
    parts, at = [], 0
    for patch in patches:
        parts += [clean.text[at : patch.span.start], patch.text]
        at = patch.span.end
    corrections = tuple(replace(item, span=moved.span(item.span)) for item in clean.corrections)
    return replace(
        clean, text="".join(parts) + clean.text[at:], origin=_origin(clean.origin, patches, moved),
        blocks=tuple(_block(block, moved) for block in clean.blocks), corrections=corrections,
    )  # fmt: skip


def corrected(clean: Clean, corrections: Sequence[Correction]) -> Clean:
    """The same for what a person has corrected: ``read`` at ``span`` gives way to ``value``, and it stays known that it did."""
    laid = overlay(clean, [Patch(item.span, item.value) for item in corrections])
    moved = _Moved(sorted(Patch(item.span, item.value) for item in corrections))
    return replace(laid, corrections=(*laid.corrections, *(replace(item, span=moved.span(item.span)) for item in sorted(corrections))))


def _check(clean: Clean, patches: Sequence[Patch]) -> None:
    for before, patch in pairwise(patches):
        if patch.span.start < before.span.end:
            raise ValueError(f"patches overlap: {before.span}, {patch.span}")
    for patch in patches:
        there = patch.span.of(clean.text)
        if not (patch.text and there) or _EDGES & {*patch.text, *there}:
            raise ValueError(f"no patch of one paragraph or cell: {patch}")


class _Moved:
    """Where places of the old text are in the new one. A place inside what was replaced is at its beginning, unless its length stayed."""

    def __init__(self, patches: Sequence[Patch]) -> None:
        self.starts = [patch.span.start for patch in patches]
        self.patches = patches
        self.shifts = [0]
        for patch in patches:
            self.shifts.append(self.shifts[-1] + len(patch.text) - len(patch.span))

    def at(self, place: int) -> int:
        """The new place of ``place``."""
        index = bisect_right(self.starts, place)
        if index and place < self.patches[index - 1].span.end and self.shifts[index] != self.shifts[index - 1]:
            return self.starts[index - 1] + self.shifts[index - 1]
        return place + self.shifts[index]

    def span(self, span: Span) -> Span:
        """The new place of what stood at ``span``."""
        return Span(self.at(span.start), self.at(span.end))


def _block(block: Block, moved: _Moved) -> Block:
    if isinstance(block, Table):
        rows = tuple(tuple(_cell(cell, moved) for cell in row) for row in block.rows)
        return replace(block, span=moved.span(block.span), rows=rows)
    return replace(block, span=moved.span(block.span))


def _cell(cell: Cell, moved: _Moved) -> Cell:
    return replace(cell, span=moved.span(cell.span))


def _origin(origin: OffsetMap, patches: Sequence[Patch], moved: _Moved) -> OffsetMap:
    """The runs of the new text: those beside the patches as they were, cut where a patch begins or ends, and one for each patch."""
    changed = [patch.span for patch in patches if len(patch.text) != len(patch.span)]
    ends = [span.end for span in changed]
    runs: list[Run] = []
    for run in origin.runs:
        at, end = run.clean, run.clean + run.length
        for span in changed[bisect_right(ends, at) :]:
            if span.start >= end:
                break
            if span.start > at:
                runs.append(_part(run, at, span.start, moved))
            at = span.end
        if at < end:
            runs.append(_part(run, at, end, moved))
    for patch in patches:
        if len(patch.text) != len(patch.span):
            there = origin.to_source(patch.span)
            runs.append(Run(moved.at(patch.span.start), len(patch.text), there.start, len(there)))
    return OffsetMap.from_runs(tuple(sorted(runs)))


def _part(run: Run, start: int, end: int, moved: _Moved) -> Run:
    """A piece of a run; of a run whose characters do not correspond one by one, each piece answers to all of its source."""
    if run.length == run.source_length:
        return Run(moved.at(start), end - start, run.source + start - run.clean, end - start)
    return Run(moved.at(start), end - start, run.source, run.source_length)
