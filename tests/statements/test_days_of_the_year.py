"""Days told without their year, and limits behind what was granted."""

from __future__ import annotations

import pytest

from build_tools.model.statement import Task
from tests.statements.statement_helpers import read


def tasks(body: str) -> tuple[Task, ...]:
    return read(f"Ủy ban nhân dân tỉnh yêu cầu các xã thực hiện các nhiệm vụ sau:\n\n1. {body}", "KẾ HOẠCH")[1].tasks


DAYS = [
    ("trước 28/3.", "2025-03-28"),
    ("trước ngày 28/12.", "2025-12-28"),
    ("trước ngày 28/02.", None),  # over when the document was issued: of what year is not told
    ("trước 1/6 số bến.", None),
    ("trước 28/3; báo cáo năm 2026.", None),
]


@pytest.mark.parametrize(("limit", "due"), DAYS)
def test_days_without_their_year(limit: str, due: str | None) -> None:
    assert tasks(f"Sở Bến bãi rà soát bến {limit}")[0].due == due


def test_what_was_granted_before_the_verb_of_a_limit_is_no_case() -> None:
    (task,) = tasks("Sở Bến bãi kiểm tra bến được cấp phép, báo cáo kết quả trước ngày 15/12/2031.")
    assert task.due == "2031-12-15"
