"""Tasks laid out as the rows of a plan's table, whose columns say what to do, who leads, with whom, until when."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.messages.shorten import shorten
from build_tools.model.span import Span
from build_tools.model.statement import Task
from build_tools.statements.grid import Grid, open_out
from build_tools.statements.material import Material
from build_tools.statements.task_forms import LIMIT, fields_of, kind_of


def read_table_tasks(material: Material) -> Iterator[Task]:
    """One task for each row of a table that has columns for the task and for who leads; a row that only names a group gives none."""
    for leaf, table in material.tables():
        grid = None if leaf.inside("header", "closing", "form") else open_out(table, material.text)
        columns = _columns(grid) if grid else {}
        if grid is None or "action" not in columns or "lead" not in columns:
            continue
        counter = next((column for column in range(len(grid.labels)) if grid.is_counter(column)), None)
        for row in range(grid.head, len(grid.texts)):
            values = {kind: grid.texts[row][column] for kind, column in columns.items()}
            cells = [cell for cell in grid.cells[row] if cell]
            repeats = all(kind_of(value) == kind for kind, value in values.items() if value)  # the heads, again on the next page
            if repeats or not values["action"] or values["action"] == values["lead"] or not (values["lead"] or values.get("time")):
                continue
            span = Span(min(cell.span.start for cell in cells), max(cell.span.end for cell in cells))
            number = grid.texts[row][counter] if counter is not None else ""
            yield fields_of(values).task(number, span, shorten(values["action"], LIMIT), leaf.node.id)


def _columns(grid: Grid) -> dict[str, int]:
    """The first column for each kind of field. "Thời gian hoàn thành" before "Nội dung" is settled by the order of ``KINDS``."""
    found: dict[str, int] = {}
    for column, label in enumerate(grid.labels):
        kind = kind_of(label[-1]) if label and not grid.is_counter(column) else None
        if kind:
            found.setdefault(kind, column)
    return found
