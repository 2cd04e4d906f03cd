"""A document whose source has been let go still knows the line of each of its places."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.graph.reading import read_source
from build_tools.model.metadata import SourceFile
from build_tools.model.span import Span
from tests.content import EMPTY
from tests.layouts.maker import make
from tests.layouts.reading import read
from tests.reading.reading_helpers import clean

WRAPPED = "Bến đò ngang sông Mơ được sửa sang trong năm để người đi chợ và\nhọc sinh qua lại dễ hơn.\n\n\nĐiều 1. Bến\n\n{}\nsạch.\n"
SOURCES = ["\n\nBến.", WRAPPED.format("Bến"), WRAPPED.format("  Đò   ngang"), WRAPPED.format("12\nBến đò"), "a\u0301o bến\nđò ngang\n"]


@pytest.mark.parametrize("source", SOURCES)
def test_lines_are_those_of_the_source(source: str) -> None:
    whole = clean(source)
    left = whole.without_source()
    assert (left.source, left.origin.runs) == ("", ())
    places = [Span(at, at) for at in range(len(whole.text))]
    assert [left.line_of(place) for place in places] == [whole.line_of(place) for place in places]


@pytest.mark.parametrize("seed", range(9_000, 9_006))
def test_lines_of_every_layout(seed: int, tmp_path: Path) -> None:
    case = make(seed)
    path = tmp_path / f"{seed}.{case.ending}"
    path.write_bytes(case.data)
    whole = read(case).clean
    made = read_source(SourceFile(path.stem, str(path), collection="extra"), EMPTY).document
    assert made is not None
    assert made.clean.source == ""
    assert [made.clean.line_of(block.span) for block in made.clean.blocks] == [whole.line_of(block.span) for block in whole.blocks]
