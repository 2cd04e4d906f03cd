"""Rows that name a group of tasks below the heads of a table are data: they are no second row of heads."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.graph.reading import read_clean, understand
from build_tools.model.metadata import SourceFile
from tests.content import shipped
from tests.formats.docx_maker import docx, p, tbl, tc
from tests.formats.test_add import CENTER

HEADS = (tc("TT"), tc("Nhiệm vụ"), tc("Cơ quan chủ trì"), tc("Thời gian hoàn thành"))
FIRST = (tc("1"), tc("Rà soát các bến đò trên sông Mơ"), tc("Sở Xây dựng"), tc("Trước ngày 30/4/2031"))
SECOND = (tc("2"), tc("Giao đất cho hộ nhận khoán"), tc("Sở Nông nghiệp"), tc("Tháng 6/2031"))
ALONG = '<w:gridSpan w:val="{}"/>'


def tasks(tmp_path: Path, *rows: tuple[str, ...]) -> list[tuple[str, str]]:
    """What the table of a plan gives to whom."""
    right = tc("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Sông Mơ, ngày 05 tháng 3 năm 2031")
    head = tbl((tc("UBND TỈNH SÔNG MƠ", "Số: 12/KH-UBND"), right), lined=False)
    title = p("KẾ HOẠCH", props=CENTER) + p("Bến đò an toàn", props=CENTER)
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(docx(head + title + p("Phân công như sau:") + tbl(*rows)))
    read = understand(SourceFile("x", str(path)), read_clean(path), shipped())
    return [(task.action, ", ".join(task.lead)) for task in read.statements.tasks]


BOTH = [("Rà soát các bến đò trên sông Mơ", "Sở Xây dựng"), ("Giao đất cho hộ nhận khoán", "Sở Nông nghiệp")]


@pytest.mark.parametrize(
    "rows",
    [
        (HEADS, FIRST, SECOND),
        (HEADS, FIRST, HEADS, SECOND),
        (HEADS, (tc("I"), tc("Công tác bến đò", props=ALONG.format(3))), FIRST, (tc("II"), tc("Trồng rừng"), tc(""), tc("")), SECOND),
        (HEADS, (tc("A."), tc("Công tác bến đò"), tc(""), tc("")), FIRST, SECOND),
        (HEADS, (tc("Công tác bến đò", props=ALONG.format(4)),), FIRST, (tc("Trồng rừng", props=ALONG.format(4)),), SECOND),
        (HEADS, (tc("(1)"), tc("(2)"), tc("(3)"), tc("(4)")), (tc("I"), tc("Bến đò"), tc(""), tc("")), FIRST, SECOND),
    ],
    ids=["no groups", "heads again", "Roman", "letter", "whole width", "numbered columns"],
)
def test_tasks_of_all_groups_are_read(tmp_path: Path, rows: tuple[tuple[str, ...], ...]) -> None:
    assert tasks(tmp_path, *rows) == BOTH


def test_a_second_row_of_heads_stays_one(tmp_path: Path) -> None:
    down, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    upper = (tc("TT", props=down), tc("Nhiệm vụ", props=down), tc("Phân công", props=ALONG.format(2)))
    lower = (tc("", props=more), tc("", props=more), tc("Cơ quan chủ trì"), tc("Thời gian hoàn thành"))
    assert tasks(tmp_path, upper, lower, FIRST, SECOND) == BOTH


PIPED = """|
UBND TỈNH SÔNG MƠ
|
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
|
|
Số: 12/KH-UBND
|
Sông Mơ, ngày 05 tháng 3 năm 2031
|

**KẾ HOẠCH**

Bến đò an toàn

Phân công như sau:

|
TT
|
Nhiệm vụ
|
Cơ quan chủ trì
|
|
Công tác bến đò
|
|
1
|
Rà soát các bến đò trên sông Mơ
|
Sở Xây dựng
|
|
Trồng rừng
|
|
2
|
Giao đất cho hộ nhận khoán
|
Sở Nông nghiệp
|
"""


@pytest.mark.parametrize(
    ("more", "further"),
    [
        ("", []),
        ("|\n|\n|\n|\n", []),  # a row of empty cells
        ("|\n3\n|\n|\nSở Y tế\n|\n|\n4\n|\nDọn bến\n|\nCông an tỉnh\n|\n", [("Dọn bến", "Công an tỉnh")]),  # an empty cell
    ],
)
def test_a_row_between_lone_bars_that_names_a_group_stands_alone(tmp_path: Path, more: str, further: list[tuple[str, str]]) -> None:
    path = tmp_path / "ke-hoach.md"
    path.write_text(PIPED + more, encoding="utf-8")
    read = understand(SourceFile("x", str(path)), read_clean(path), shipped())
    assert [(task.action, ", ".join(task.lead)) for task in read.statements.tasks] == BOTH + further
