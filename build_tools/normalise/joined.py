"""Texts of several files as one: a document and the appendices that came in files of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from build_tools.model.document import Attached, Block, Clean, Table
from build_tools.model.span import OffsetMap, Run, Span


def joined(clean: Clean, others: Sequence[tuple[int, str, Clean]]) -> Clean:
    """``clean`` with the texts of ``others`` behind it; of each its place among the files that go with the document, and its title.

    What then holds: all that holds of a clean text, its source being the sources one after another; pages are counted on; ``attached`` says
    where each text begins. A text that was recognised stays known as such there, while ``method`` is that of the document itself.
    """
    for place, title, other in others:
        if not other.blocks:
            continue
        at, source_at = len(clean.text) + 1, len(clean.source) + 1
        pages = max((block.style.page or 0 for block in clean.blocks), default=0)
        moved = (Run(run.clean + at, run.length, run.source + source_at, run.source_length) for run in other.origin.runs)
        clean = replace(
            clean,
            text=f"{clean.text}\n{other.text}",
            source=f"{clean.source}\n{other.source}",
            origin=OffsetMap.from_runs((*clean.origin.runs, *moved)),
            blocks=(*clean.blocks, *(_moved(block, at, pages) for block in other.blocks)),
            confirm=(*clean.confirm, *(replace(doubt, page=doubt.page + pages) for doubt in other.confirm)),
            diagnostics=(*clean.diagnostics, *other.diagnostics),
            margins=(*clean.margins, *other.margins),
            attached=(*clean.attached, Attached(place, len(clean.blocks), title, other.method == "ocr")),
        )
    return clean


def _moved(block: Block, at: int, pages: int) -> Block:
    page = block.style.page
    style = replace(block.style, page=page + pages) if page and pages else block.style
    if isinstance(block, Table):
        rows = tuple(tuple(replace(cell, span=_on(cell.span, at)) for cell in row) for row in block.rows)
        return replace(block, span=_on(block.span, at), rows=rows, style=style)
    return replace(block, span=_on(block.span, at), style=style)


def _on(span: Span, at: int) -> Span:
    return Span(span.start + at, span.end + at)
