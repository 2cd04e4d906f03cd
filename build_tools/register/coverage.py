"""``data/coverage/*.yaml``: what editors say of the passages of reports that answer tasks of directives."""

from __future__ import annotations

from pathlib import Path

from build_tools.model.coverage import Judged, JudgedPair
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.register.tables import CellRow, CoverageRow
from build_tools.tables import Rows, load_rows

FOLDER = "coverage"


def load_coverage(data: Path) -> tuple[JudgedPair, ...]:
    """The pairs of all files, in the order of their names; none where there is no such folder. Raises ``InputError`` with every fault."""
    pairs: list[JudgedPair] = []
    faults: list[Diagnostic] = []
    for path in sorted((data / FOLDER).glob("*.yaml")):
        try:
            table = load_rows(path, CoverageRow)
        except InputError as error:
            faults.extend(error.diagnostics)
            continue
        pairs += [_pair(table, at, row) for at, row in enumerate(table.rows)]
    if faults:
        raise InputError(*faults)
    return tuple(pairs)


def _pair(table: Rows[CoverageRow], at: int, row: CoverageRow) -> JudgedPair:
    judged = tuple(_judged(cell, table.line(at, "cells", number)) for number, cell in enumerate(row.cells))
    return JudgedPair(row.directive, row.report, judged, row.why, str(table.file.path), table.line(at))


def _judged(cell: CellRow, line: int) -> Judged:
    return Judged(cell.task, cell.verdict, cell.passage, cell.stance, cell.begins, cell.note, line)
