"""``data/coverage/*.yaml``: what editors say of the passages of reports that answer tasks of directives."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from msgspec import Meta

from build_tools.model.coverage import Judged, JudgedPair, Stance, Verdict
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.row import Row
from build_tools.register.tables import Text
from build_tools.tables import Rows, load_rows

FOLDER = "coverage"


class CellRow(Row, frozen=True):
    """What an editor says of one passage under one task."""

    task: Annotated[Text, Meta(description="địa chỉ của việc trong văn bản giao, ví dụ “muc-1” (phần sau dấu # của liên kết)")]
    verdict: Annotated[
        Verdict,
        Meta(description="confirmed: đúng như đề xuất; changed: người biên tập sửa hoặc thêm; rejected: đoạn này không trả lời việc ấy"),
    ]
    passage: Annotated[
        Text, Meta(description="địa chỉ của đoạn trong báo cáo, ví dụ “i-1-p-2”; bỏ trống khi báo cáo không nêu việc ấy")
    ] = ""
    stance: Annotated[
        Stance | None,
        Meta(
            description="figures: đã làm, có số liệu; done: đã làm, không số liệu; limits: còn hạn chế; plan: kế hoạch; none: chưa thấy nêu"
        ),
    ] = None
    begins: Annotated[Text, Meta(description="mấy chữ đầu của đoạn, để biết khi đoạn đổi chỗ")] = ""
    note: Annotated[Text, Meta(description="ghi chú cho người đọc")] = ""


class CoverageRow(Row, frozen=True):
    """A report held against a directive."""

    directive: Annotated[
        Text, Meta(description="văn bản giao việc: số, ký hiệu nếu chỉ một văn bản mang số đó; nếu không thì địa chỉ đầy đủ")
    ]
    report: Annotated[Text, Meta(description="báo cáo: số, ký hiệu hoặc địa chỉ đầy đủ")]
    cells: tuple[CellRow, ...] = ()
    why: Annotated[Text, Meta(description="vì sao đặt hai văn bản cạnh nhau, khi báo cáo không dẫn văn bản giao việc")] = ""


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
