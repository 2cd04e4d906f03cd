import pytest

from build_tools.model.document import Cell, Table
from build_tools.model.span import Span
from build_tools.views.order import head_rows

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
