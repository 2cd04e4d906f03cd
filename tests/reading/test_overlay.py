"""Characters laid over a clean text: blocks, cells and the way to the source follow, whatever is put in. The texts are invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.document import Clean, Correction, Paragraph, Table
from build_tools.model.reading import Piece, RawCell, RawParagraph, RawTable, Reading
from build_tools.model.span import Span
from build_tools.normalise import normalise
from build_tools.normalise.overlay import Patch, corrected, overlay

LINES = ("Sông Mơ  có &amp; 12 xã", "đe\u0302\u0301n năm 2031", "", "Tổng số\u00a0: 1.250")


def clean_of(lines: list[str]) -> Clean:
    """Paragraphs and a table, with entities, heaps of blanks and letters in pieces: source and clean text differ in length."""
    source = "\n".join(lines) + "\n" + "\t".join(lines)
    made, at = [], 0
    for line in lines:
        made.append(RawParagraph(_pieces(line, at)))
        at += len(line) + 1
    cells = []
    for line in lines:
        cells.append(RawCell((RawParagraph(_pieces(line, at)),)))
        at += len(line) + 1
    return normalise(Reading("a", "txt", source, (*made, RawTable((tuple(cells),)))))


def _pieces(line: str, at: int) -> tuple[Piece, ...]:
    head, entity, tail = line.partition("&amp;")
    pieces = [Piece(head, at, at + len(head))]
    if entity:
        after = at + len(head) + len(entity)
        pieces += [Piece("&", at + len(head), after), Piece(tail, after, after + len(tail))]
    return tuple(pieces)


def places(clean: Clean) -> Iterator[Span]:
    for block in clean.blocks:
        yield from (cell.span for row in block.rows for cell in row) if isinstance(block, Table) else (block.span,)


@given(st.data())
def test_every_place_follows_what_is_laid_over(data: st.DataObject) -> None:
    letters = st.text("abđ ế1.&\u0301\u00a0", min_size=1, max_size=12)
    clean = clean_of(data.draw(st.lists(st.one_of(letters, st.sampled_from(LINES)), min_size=1, max_size=4)))
    patches = []
    for place in places(clean):
        at = place.start
        while at < place.end and data.draw(st.booleans()):
            start = data.draw(st.integers(at, place.end - 1))
            at = data.draw(st.integers(start + 1, place.end))
            patches.append(Patch(Span(start, at), data.draw(st.text("xyz█", min_size=1, max_size=5))))
    laid = overlay(clean, patches)
    assert len(laid.blocks) == len(clean.blocks)
    for old, new in zip(places(clean), places(laid), strict=True):
        inside = [patch for patch in patches if old.contains(patch.span)]
        expected, at = "", old.start
        for patch in inside:
            expected, at = expected + clean.text[at : patch.span.start] + patch.text, patch.span.end
        assert new.of(laid.text) == expected + clean.text[at : old.end]
    kept = [place for place in range(len(clean.text)) if not any(patch.span.start <= place < patch.span.end for patch in patches)]
    moved = [place + sum(len(patch.text) - len(patch.span) for patch in patches if patch.span.end <= place) for place in kept]
    for old_place, new_place in zip(kept, moved, strict=True):
        before, after = Span(old_place, old_place + 1), Span(new_place, new_place + 1)
        assert after.of(laid.text) == before.of(clean.text)
        if clean.text[old_place] not in " \n\t":
            assert clean.origin.to_source(before) == laid.origin.to_source(after) or _wide(clean, before).contains(
                laid.origin.to_source(after)
            )
    for patch in patches:
        start = patch.span.start + sum(len(other.text) - len(other.span) for other in patches if other.span.end <= patch.span.start)
        assert clean.origin.to_source(patch.span).contains(laid.origin.to_source(Span(start, start + len(patch.text))))
    starts = [run.clean for run in laid.origin.runs]
    assert starts == sorted(starts)
    assert all(one.clean + one.length <= other.clean for one, other in zip(laid.origin.runs, laid.origin.runs[1:], strict=False))


def _wide(clean: Clean, span: Span) -> Span:
    """The source of the run that ``span`` lies in."""
    run = next(run for run in clean.origin.runs if run.clean <= span.start < run.clean + run.length)
    return Span(run.source, run.source + run.source_length)


def test_nothing_laid_over_changes_nothing() -> None:
    clean = clean_of(list(LINES))
    assert overlay(clean, ()) is clean
    assert corrected(clean, ()) == clean


@pytest.mark.parametrize(
    "patches",
    [
        [Patch(Span(3, 3), "x")], [Patch(Span(0, 2), "")], [Patch(Span(0, 2), "x"), Patch(Span(1, 3), "y")], [Patch(Span(0, 2), "a\nb")],
        [Patch(Span(0, 2), "a\tb")], [Patch(Span(15, 22), "x")], [Patch(Span(0, 2), "x"), Patch(Span(46, 60), "x")],
        [Patch(Span(65, 67), "x")], [Patch(Span(18, 19), "x")], [Patch(Span(900, 901), "x")],
    ],
)  # fmt: skip
def test_what_cannot_be_laid_over_is_refused(patches: list[Patch]) -> None:
    clean = clean_of(list(LINES))
    assert (clean.text[18], clean.text[66]) == ("\n", "\t")
    with pytest.raises(ValueError, match="patch"):
        overlay(clean, patches)


def test_corrections_know_where_they_stand_after_later_ones(tmp_path: Path) -> None:
    clean = clean_of(["một hai ba"])
    first = corrected(clean, [Correction(Span(4, 7), "hai", "hai mươi")])
    second = corrected(first, [Correction(Span(0, 3), "một", "mười một"), Correction(Span(13, 15), "ba", "bốn")])
    assert second.text.startswith("mười một hai mươi bốn")
    assert [item.span.of(second.text) for item in second.corrections] == ["hai mươi", "mười một", "bốn"]
    assert isinstance(second.blocks[0], Paragraph)
