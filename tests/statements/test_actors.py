"""Who acts where no list has the word for him: told by the document's own use of the word, by a charge, by who is asked."""

from __future__ import annotations

import pytest

from build_tools.model.statement import Task
from tests.statements.statement_helpers import read

CHAPEAU = "Để giữ bến sạch, Giám đốc Cảng Sông Mơ yêu cầu các đơn vị thực hiện các nhiệm vụ sau:\n\n"


def tasks(body: str, kind: str = "KẾ HOẠCH") -> tuple[Task, ...]:
    return read(CHAPEAU + body, kind)[1].tasks


LEADS = [
    pytest.param("1. Kíp Neo đậu có trách nhiệm rà soát dây neo.", [("Kíp Neo đậu",)], id="charged"),
    pytest.param("1. Kíp Neo đậu: rà soát dây neo.", [("Kíp Neo đậu",)], id="capitals-colon"),
    pytest.param("1. Kíp Neo đậu rà soát dây neo.", [("Kíp Neo đậu",)], id="capitals-verb"),
    pytest.param(
        "1. Sở Bến bãi phối hợp với Kíp Neo, Kíp Phao rà soát dây.\n\n2. Kíp Phao chuẩn bị phao.",
        [("Sở Bến bãi",), ("Kíp Phao",)],
        id="learnt",
    ),
    pytest.param("1. Đoàn viên trực bến thực hiện giờ đóng cổng.", [("Đoàn viên trực bến",)], id="people"),
    pytest.param("1. Yêu cầu nhóm thợ lặn kiểm tra chân kè.", [("nhóm thợ lặn",)], id="asked-in-small-letters"),
    pytest.param(
        "1. Phòng Hàng hải tổng hợp chủ trì, phối hợp với Sở Bến bãi đo luồng.", [("Phòng Hàng hải tổng hợp",)], id="leads-behind"
    ),
    pytest.param("1. Sở Bến bãi tiếp tục chủ trì theo dõi luồng.", [("Sở Bến bãi",)], id="manner-is-no-name"),
    pytest.param("1. Ban Chấp hành công đoàn bến chủ trì rà soát dây neo.", [("Ban Chấp hành công đoàn bến",)], id="organ"),
    pytest.param("1. Ban Quản lý dự án giao thông tỉnh đôn đốc thợ kè.", [("Ban Quản lý dự án giao thông tỉnh",)], id="field"),
    pytest.param("1. Văn phòng Tỉnh đoàn chuẩn bị phao.", [("Văn phòng Tỉnh đoàn",)], id="body-of-a-level"),
    pytest.param(
        "1. Các đơn vị sử dụng bãi cát lập sổ bãi.\n\n2. Chi cục Bến bãi kiểm tra người sử dụng bãi cát.",
        [("Các đơn vị sử dụng bãi cát",), ("Chi cục Bến bãi",)],
        id="described",
    ),
    pytest.param(
        "1. Đồng chí Bí thư chi bộ theo dõi việc dọn bến. Đồng chí Phó Bí thư lập sổ bến.",
        [("Đồng chí Bí thư chi bộ",), ("Đồng chí Phó Bí thư",)],
        id="two-persons",
    ),
]


@pytest.mark.parametrize(("body", "leads"), LEADS)
def test_who_acts(body: str, leads: list[tuple[str, ...]]) -> None:
    assert [task.lead for task in tasks(body)] == leads


NOT_LEAD = [
    pytest.param("1. Đồng thời, giao Sở Bến bãi rà soát dây neo.", ("Sở Bến bãi",), id="link"),
    pytest.param("1. Nghị quyết Bến sạch triển khai đến từng tổ.", ("các đơn vị",), id="document"),
    pytest.param("1. Kết quả Bến sạch báo cáo Sở Bến bãi.", ("các đơn vị",), id="thing"),
    pytest.param("1. Theo dõi luồng, báo cáo Sở Bến bãi, Sở Y tế xem xét.", ("các đơn vị",), id="verb-not-manner"),
]


@pytest.mark.parametrize(("body", "lead"), NOT_LEAD)
def test_who_does_not(body: str, lead: tuple[str, ...]) -> None:
    (task,) = tasks(body)
    assert task.lead == lead


def test_an_unknown_verb_leaves_the_name_open_and_nothing_is_told_of_another() -> None:
    found = tasks("1. Sở Bến bãi phối hợp với Kíp Neo, Kíp Phao rà soát dây.\n\n2. Kíp Neo xoắn dây cũ.")
    assert [task.number for task in found] == ["1"]
    assert found[0].cooperating == ("Kíp Neo", "Kíp Phao")


def test_rules_of_what_people_do_are_no_tasks() -> None:
    assert not read("Điều 1. Sổ bến\n\n1. Đoàn viên lập sổ bến theo mẫu.", "HƯỚNG DẪN")[1].tasks


def test_a_day_told_of_another_body_is_not_the_task_s() -> None:
    (first, second) = tasks("1. Sở Bến bãi dọn luồng trước ngày 10/4/2025. Sở Y tế kiểm tra nước trước ngày 20/4/2025.")
    assert (first.due, second.due) == ("2025-04-10", "2025-04-20")
