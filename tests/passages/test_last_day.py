"""The last day of a deadline: what it names, and what only begins or goes on."""

from __future__ import annotations

import pytest

from build_tools.passages.last_day import last_day
from tests.statements.statement_helpers import read


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("trước ngày 30/6/2031", "2031-06-30"),
        ("2031-06-30", "2031-06-30"),
        ("Tháng 4/2031", "2031-04"),
        ("Quý III Năm 2031", "2031-09"),
        ("Từ quý I - II/2031", "2031-06"),
        ("trong Quý I năm 2031", "2031-03"),
        ("Năm 2031", "2031"),
        ("giai đoạn 2031 - 2035", "2035"),
        ("Từ tháng 3 đến ngày 30/6/2031", "2031-06-30"),
        ("Tháng 3/2031, xong trước ngày 15/5/2031", "2031-05-15"),
        ("Năm 2031 (sau khi có hướng dẫn)", "2031"),
        ("Năm 2031 và các năm tiếp theo", ""),
        ("Từ năm 2031 trở đi", ""),
        ("Từ quý III năm 2031", ""),
        ("Sau ngày 30/6/2031", ""),
        ("Thường xuyên", ""),
    ],
)
def test_a_deadline_ends_on_the_last_day_it_names(words: str, last: str) -> None:
    assert last_day(words) == last


def test_what_goes_on_is_told_whole_and_has_no_last_day() -> None:
    passage = "I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Bến bãi hoàn thành bến đò trong năm 2031"
    further, ended = (read(passage + more, "KẾ HOẠCH")[1].tasks[0] for more in (" và các năm tiếp theo.", "."))
    assert (further.deadline, further.due) == ("trong năm 2031 và các năm tiếp theo", None)
    assert (ended.deadline, ended.due) == ("trong năm 2031", "2031")
