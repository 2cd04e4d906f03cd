"""A letterhead in two columns, as it is officially laid out."""

from __future__ import annotations

from pathlib import Path

from build_tools.views.letterhead import columns
from tests.citations.test_own_places import read


def test_the_head_is_laid_out_in_two_columns_and_its_title_below(tmp_path: Path) -> None:
    document = read(tmp_path, "Thi hành.").document
    sides = list(columns(document).values())
    assert sides == ["left", "right", "right", "left", "right", "centre", "centre"]


def test_a_head_without_two_sides_is_left_as_it_stands() -> None:
    from tests.site import sample

    assert columns(sample.letter().document) == {}
