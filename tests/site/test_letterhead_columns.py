"""A letterhead in two columns, as it is officially laid out."""

from __future__ import annotations

from pathlib import Path

from build_tools.views.letterhead import columns
from build_tools.views.outline import outline
from tests.citations.test_own_places import read


def test_the_head_is_laid_out_in_two_columns_and_its_title_below(tmp_path: Path) -> None:
    document = read(tmp_path, "Thi hành.").document
    sides = list(columns(document).values())
    assert sides == ["left", "right", "right", "left", "right", "centre", "centre"]


def test_a_head_without_two_sides_is_left_as_it_stands() -> None:
    from tests.site import sample

    assert columns(sample.letter().document) == {}


def test_a_body_that_a_gazette_names_above_the_letterhead_stands_there_once(tmp_path: Path) -> None:
    """The gazette's heading of a section says the name that the letterhead says on two lines below it; nothing else is left out."""
    plain = read(tmp_path, "Thi hành.").document
    (tmp_path / "cong-bao").mkdir()
    heading = "CÔNG BÁO/Số 7 + 8/Ngày 09-3-2031\n15\n\nỦY BAN NHÂN DÂN TỈNH SÔNG MƠ\n\n"
    printed = read(tmp_path / "cong-bao", "Thi hành.", heading).document
    lines, again = outline(plain).lines, outline(printed).lines
    assert [line.leaf.span.of(printed.clean.text) for line in again] == [line.leaf.span.of(plain.clean.text) for line in lines]
    header = next(node for node in printed.root.children if node.kind == "header")
    assert outline(printed).anchors[header.id] == again[0].leaf.id
    twice = read(tmp_path, "Thi hành.", "CÔNG BÁO/Số 7 + 8/Ngày 09-3-2031\n15\n\nỦY BAN NHÂN DÂN\n\n").document
    assert outline(twice).lines[0].leaf.span.of(twice.clean.text) == "ỦY BAN NHÂN DÂN"
