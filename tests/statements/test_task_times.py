"""Until when a task is due: a month that heads a list, a month or a quarter without its year, an hour of a day, a time before who acts."""

from __future__ import annotations

import pytest

from build_tools.model.statement import Task
from tests.statements.statement_helpers import read

MONTHS = """II. NỘI DUNG CÔNG VIỆC

1. {}

- Rà soát dây neo.

- Kiểm tra phao, xong trước ngày 20/9/2031.
"""

HEADINGS = [
    ("Tháng 9/2031", "Tháng 9/2031", "2031-09"),
    ("Công việc quý III năm 2031:", "quý III năm 2031", "2031-09"),
    ("Tháng 9", None, None),
    ("Giai đoạn 2031 - 2035", None, None),
    ("Phao tháng 9/2031", None, None),
]


@pytest.mark.parametrize(("heading", "deadline", "due"), HEADINGS)
def test_a_month_that_heads_a_list_is_the_time_of_what_has_none(heading: str, deadline: str | None, due: str | None) -> None:
    found = read(MONTHS.format(heading), "KẾ HOẠCH")[1].tasks
    assert [(task.deadline, task.due) for task in found] == [(deadline, due), ("xong trước ngày 20/9/2031", "2031-09-20")]


def tasks(body: str) -> tuple[Task, ...]:
    return read(f"Ủy ban nhân dân tỉnh yêu cầu các xã thực hiện các nhiệm vụ sau:\n\n1. {body}", "KẾ HOẠCH")[1].tasks


LIMITS = [
    ("Sở Bến bãi rà soát bến từ nay đến hết quý III.", "từ nay đến hết quý III", None),
    ("Sở Bến bãi rà soát bến; từ nay tới cuối tháng 10 hoàn thành.", "từ nay tới cuối tháng 10", None),
    ("Sở Bến bãi rà soát bến của quý III.", None, None),
    ("Sở Bến bãi rà soát bến chậm nhất 17 giờ ngày 18/7/2025.", "chậm nhất 17 giờ ngày 18/7/2025", "2025-07-18"),
    ("Sở Bến bãi rà soát bến chậm nhất 17 ngày kể từ ngày ký.", "chậm nhất 17 ngày kể từ ngày ký", None),
]


@pytest.mark.parametrize(("body", "deadline", "due"), LIMITS)
def test_limits(body: str, deadline: str | None, due: str | None) -> None:
    (task,) = tasks(body)
    assert (task.deadline, task.due) == (deadline, due)


@pytest.mark.parametrize("time", ["Từ nay đến hết quý III/2025", "Trước ngày 30/6/2025", "Sau buổi họp này"])
def test_a_time_before_who_acts(time: str) -> None:
    (task,) = tasks(f"{time}, Hội Đò rà soát bến.")
    assert (task.lead, task.action) == (("Hội Đò",), "rà soát bến.")
