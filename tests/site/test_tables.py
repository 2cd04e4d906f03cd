import pytest

from build_tools.model.document import Cell, Table
from build_tools.model.span import Span
from build_tools.render.flow import flow_markdown
from build_tools.views.order import head_rows
from build_tools.views.pieces import Cited, Line, Link, TableCell, TableLine, Text

AT = Span(0, 0)


def row(*cells: tuple[bool, int]) -> tuple[Cell, ...]:
    return tuple(Cell(AT, rowspan=rowspan, header=header) for header, rowspan in cells)


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        ([row((True, 1), (True, 1)), row((False, 1), (False, 1))], 1),
        ([row((True, 2), (True, 1)), row((True, 1)), row((False, 1), (False, 1))], 2),
        ([row((True, 2), (True, 1)), row((False, 1)), row((False, 1), (False, 1))], 2),  # the second row is covered by the first
        ([row((False, 1))], 0),
        ([row((True, 9))], 1),
        ([], 0),
    ],
)
def test_head_takes_in_rows_that_its_cells_reach_into(rows: list[tuple[Cell, ...]], head: int) -> None:
    assert head_rows(Table(AT, tuple(rows))) == head


@pytest.mark.parametrize(("said", "kind"), [("1.093", "n"), ("05/3/2031", "ngay"), ("từ 05/3/2031", ""), ("3/2031", "")])
def test_a_cell_says_whether_it_holds_a_number_or_a_day(said: str, kind: str) -> None:
    table = TableLine("bang", ((TableCell((Text(said),)),),), 0)
    assert (f'<td class="{kind}">{said}</td>' if kind else f"<td>{said}</td>") in flow_markdown([table], "van-ban/a.md")


@pytest.mark.parametrize(
    ("cell", "opens"),
    [
        (TableCell((Text("x" * 59),)), "<td>"),
        (TableCell((Text("x" * 60),)), '<td class="chu-dai">'),
        (TableCell((Text("x" * 60),), colspan=2), '<td colspan="2">'),
        (TableCell((Text("x" * 60),), header=True), '<th scope="col">'),
        (TableCell((Text("x" * 48), Cited("unknown", Link("Luật Bến bãi", "can-tim/luat.md")))), '<td class="chu-dai" markdown="span">'),
    ],
)
def test_a_cell_that_is_read_as_a_text_says_so(cell: TableCell, opens: str) -> None:
    assert opens in flow_markdown([TableLine("bang", ((cell,),), 0)], "van-ban/a.md")


def test_headings_leave_no_rank_out() -> None:
    """A part that begins in the middle of a chapter: its articles stand as high as the next chapter, whose own are below it."""
    depths = (1, 1, 0, 1, 3, 2, 1)
    lines = [Line(f"d-{at}", "heading", (Text("Điều"),), depth=depth) for at, depth in enumerate(depths)]
    shown = flow_markdown(lines, "van-ban/a.md").split("\n\n")
    assert [line.split(" ")[0] for line in shown] == ["###", "###", "###", "####", "#####", "#####", "####"]


@pytest.mark.parametrize(("characters", "room"), [(149, ""), (150, " .cao-2"), (399, " .cao-2"), (400, " .cao-3")])
def test_a_paragraph_says_how_much_room_it_needs(characters: int, room: str) -> None:
    cited = Cited("unknown", Link("Luật Bến bãi", "can-tim/luat.md"))
    words = Text("x" * (characters - len(cited.link.text)))
    assert f"{{: #p-1{room} }}" in flow_markdown([Line("p-1", "paragraph", (words, cited))], "van-ban/a.md")
