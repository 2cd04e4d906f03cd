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
    ("Sở Bến bãi rà soát bến; từ nay đến hết năm 2031 hoàn thành đường.", "từ nay đến hết năm 2031", "2031"),
    ("Sở Bến bãi kiểm tra phao từ nay đến hết ngày 30 tháng 01 năm 2033.", "từ nay đến hết ngày 30 tháng 01 năm 2033", "2033-01-30"),
    ("Sở Bến bãi thực hiện nhiệm vụ từ nay đến tháng 6/2033.", None, None),
    ("Sở Bến bãi rà soát bến, trong 10 ngày kể từ ngày nhận được văn bản này.", "trong 10 ngày kể từ ngày nhận được văn bản này", None),
    ("Sở Bến bãi rà soát bến trong 10 ngày lễ hội.", None, None),
    ("Sở Bến bãi rà soát bến chậm nhất 17 giờ ngày 18/7/2025.", "chậm nhất 17 giờ ngày 18/7/2025", "2025-07-18"),
    ("Sở Bến bãi gửi giấy mời hội nghị trong ngày 18/7/2025.", "trong ngày 18/7/2025", "2025-07-18"),
    ("Sở Bến bãi thống kê lượt đò phát sinh trong ngày 18/7/2025.", None, None),
    ("Sở Bến bãi báo cáo kết quả tại phiên họp tháng 9/2025.", "tại phiên họp tháng 9/2025", "2025-09"),
    ("Sở Bến bãi phát biểu tại phiên họp tháng 9/2025.", None, None),
    ("Sở Bến bãi rà soát bến chậm nhất 17 ngày kể từ ngày ký.", "chậm nhất 17 ngày kể từ ngày ký", None),
    ("Sở Bến bãi giúp các đội sửa phao, phấn đấu đến năm 2030 đạt 30% số phao.", None, None),
    ("Sở Bến bãi giúp các đội sửa phao, đến năm 2030 hoàn thành kè bến.", "năm 2030", "2030"),
    ("Sở Bến bãi rà soát các bến trước ngày 01/01/2026 là bến tuyến huyện.", None, None),
]


@pytest.mark.parametrize(("body", "deadline", "due"), LIMITS)
def test_limits(body: str, deadline: str | None, due: str | None) -> None:
    (task,) = tasks(body)
    assert (task.deadline, task.due) == (deadline, due)


ROUNDS = [
    ("Sở Bến bãi báo mực nước vào thứ Năm hằng tuần.", "vào thứ Năm hằng tuần"),
    ("Sở Bến bãi kiểm tra phao ít nhất một lần mỗi quý.", "một lần mỗi quý"),
    ("Sở Bến bãi kiểm tra phao ở bến Năm hằng tuần.", None),
    ("Sở Bến bãi kiểm tra phao một lần ở mỗi bến.", None),
    ("Sở Bến bãi kiểm tra phao định kỳ hằng tháng.", "định kỳ hằng tháng"),
    ("Sở Bến bãi kiểm tra phao theo định kỳ hằng tháng.", None),
    ("Sở Bến bãi lập sổ thu chi hằng tháng.", None),
    ("Sở Bến bãi gửi sổ thu chi về Ủy ban nhân dân tỉnh hằng tháng.", "hằng tháng"),
    ("Sở Bến bãi kiểm tra phao, dây neo, hằng tháng.", "hằng tháng"),
    ("Sở Bến bãi giữ sổ bến của Ủy ban nhân dân tỉnh hằng tháng.", None),
]


@pytest.mark.parametrize(("body", "often"), ROUNDS)
def test_how_often(body: str, often: str | None) -> None:
    assert [task.recurrence for task in tasks(body)] == [often]


@pytest.mark.parametrize("time", ["Từ nay đến hết quý III/2025", "Trước ngày 30/6/2025", "Sau buổi họp này"])
def test_a_time_before_who_acts(time: str) -> None:
    (task,) = tasks(f"{time}, Hội Đò rà soát bến.")
    assert (task.lead, task.action) == (("Hội Đò",), "rà soát bến.")


OF_OTHERS = [
    pytest.param("Giao Sở Bến bãi đo luồng; Kíp Phao sơ kết trước ngày 30/6/2025.", None, id="name-of-no-kind"),
    pytest.param("Giao Sở Bến bãi đo luồng; các xã thả phao trước ngày 30/6/2025.", None, id="unknown-verb"),
    pytest.param("Giao Sở Bến bãi đo luồng; đồng chí Ổi thả phao trước ngày 30/6/2025.", None, id="person"),
    pytest.param("Giao Sở Bến bãi đo luồng, Sở Y tế tổng hợp trước ngày 30/6/2025.", None, id="comma"),
    pytest.param("Giao Sở Bến bãi đo luồng, Kíp Phao tổng hợp trong quý II/2025.", None, id="comma-closing"),
    pytest.param("Giao Sở Bến bãi đo luồng trước ngày 30/6/2025; Kíp Phao sơ kết.", "2025-06-30", id="before-the-other"),
    pytest.param("Giao Sở Bến bãi đo luồng; hoàn thành trước ngày 30/6/2025.", "2025-06-30", id="clause-of-the-same"),
    pytest.param("Giao Sở Bến bãi đo luồng; Sở Bến bãi báo cáo trước ngày 30/6/2025.", "2025-06-30", id="named-again"),
    pytest.param("Giao Sở Bến bãi đo luồng; Thời hạn: Trước ngày 30/6/2025.", "2025-06-30", id="no-name"),
    pytest.param("Giao Sở Bến bãi đo luồng, báo cáo Sở Y tế trước ngày 30/6/2025.", "2025-06-30", id="who-gets-it"),
    pytest.param("Giao Sở Bến bãi mời Hội Đò, Sở Y tế xem xét trước ngày 30/6/2025.", "2025-06-30", id="list-goes-on"),
    pytest.param("Giao Sở Bến bãi phối hợp với Hội Đò, Sở Y tế đo luồng trước ngày 30/6/2025.", "2025-06-30", id="helpers-go-on"),
]


@pytest.mark.parametrize(("body", "due"), OF_OTHERS)
def test_a_limit_behind_the_name_of_another_is_his(body: str, due: str | None) -> None:
    assert tasks(body)[0].due == due


OWN = [
    ("Rà soát phao trước mùa nước.", None),
    ("Rà soát phao, chậm nhất vào phiên chợ đầu.", None),
    ("Rà soát phao, xong trong dịp hè.", None),
    ("Rà soát phao còn lại của tháng trước.", "2031-09"),
    ("Rà soát phao trước hết ở bến lớn.", "2031-09"),
    ("Rà soát phao, chịu trách nhiệm trước cấp trên.", "2031-09"),
]


@pytest.mark.parametrize(("words", "due"), OWN)
def test_what_has_a_limit_of_its_own_does_not_take_that_of_its_heading(words: str, due: str | None) -> None:
    (task,) = read(f"II. NỘI DUNG CÔNG VIỆC\n\n1. Tháng 9/2031\n\n- {words}", "KẾ HOẠCH")[1].tasks
    assert task.due == due


def test_nor_that_of_a_form_s_time() -> None:
    form = "- Rà soát phao trước mùa nước;\n\n- Lập sổ phao.\n\n- Thời gian: Tháng 9/2031."
    assert [task.due for task in read(f"II. NHIỆM VỤ\n\n1. Giữ bến\n\n{form}", "KẾ HOẠCH")[1].tasks] == [None, "2031-09"]


BOUND = [
    # a decision's own work is due on a day to come, whatever its verb; a day that is over, or without words of a limit, binds nobody
    ("Sở Y tế chuyển máy sang trước ngày 20/12/2025.", "trước ngày 20/12/2025"),
    ("Sở Y tế chuyển máy mua trước ngày 20/12/2024.", None),
    ("Sở Y tế chuyển máy ngày 20/12/2025.", None),
]


@pytest.mark.parametrize(("body", "deadline"), BOUND)
def test_work_of_a_decision_is_due_on_the_day_it_says(body: str, deadline: str | None) -> None:
    text = f"QUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Kế hoạch giữ bể.\n\nĐiều 2. Phân công như sau:\n\n1. {body}"
    (task,) = read(text, "QUYẾT ĐỊNH")[1].tasks
    assert (task.lead, task.deadline) == (("Sở Y tế",), deadline)


SEVERAL = [
    # a second time is that of a second task; how often is told of the clause that says it
    pytest.param(
        "Sở Bến bãi đo các luồng lạch trước ngày 30/6/2025; bố trí phao, hoàn thành trong năm 2026; kiểm tra bến.",
        [("đo các luồng lạch trước ngày 30/6/2025", "2025-06-30", None), ("bố trí phao, hoàn thành trong năm 2026", "2026", None)],
        id="two-limits",
    ),
    pytest.param(
        "Sở Bến bãi lập sổ các bến đò. Hằng năm báo cáo Ủy ban nhân dân tỉnh.",
        [("lập sổ các bến đò", None, None), ("Hằng năm báo cáo Ủy ban nhân dân tỉnh.", None, "Hằng năm báo cáo Ủy ban nhân dân tỉnh")],
        id="a-sentence-of-rounds",
    ),
    pytest.param(
        "Sở Bến bãi lập sổ các bến đò; tổng hợp, báo cáo trước ngày 20 hằng tháng.",
        [("lập sổ các bến đò", None, None), ("tổng hợp, báo cáo trước ngày 20 hằng tháng.", None, "trước ngày 20 hằng tháng")],
        id="a-clause-of-rounds",
    ),
    pytest.param(
        "Sở Bến bãi lập sổ các bến đò; trước ngày 10/12 hằng năm tổng hợp, báo cáo.",
        [("lập sổ các bến đò", None, None), ("trước ngày 10/12 hằng năm tổng hợp, báo cáo.", None, "trước ngày 10/12 hằng năm")],
        id="a-day-of-each-year-before-the-verb",
    ),
    pytest.param(
        "Sở Bến bãi lập sổ các bến đò; định kỳ 6 tháng báo cáo Ủy ban nhân dân tỉnh.",
        [("lập sổ các bến đò", None, "định kỳ 6 tháng báo cáo Ủy ban nhân dân tỉnh")],
        id="rounds-with-what-they-are-of",
    ),
    # a limit behind a verb of its own is told of that
    pytest.param("Sở Bến bãi đo các luồng lạch. Đến năm 2033, tỷ lệ bến sạch đạt 90%.", [("đo các luồng lạch", None, None)], id="an-aim"),
    pytest.param("Sở Bến bãi lập sổ các bến đò; phao đo mỗi ngày 02 lần.", [("lập sổ các bến đò", None, None)], id="no-verb-to-begin-with"),
    pytest.param(
        "Sở Bến bãi đo các luồng lạch; báo cáo trước ngày 30/6/2025.",
        [("đo các luồng lạch", "2025-06-30", None)],
        id="one-limit",
    ),
    pytest.param(
        "Sở Bến bãi đo các luồng lạch trước ngày 30/6/2025 (xong bến A; báo cáo trước ngày 15/6/2025).",
        [("đo các luồng lạch trước ngày 30/6/2025 (xong bến A", "2025-06-30", None)],
        id="in-brackets",
    ),
]


@pytest.mark.parametrize(("body", "found"), SEVERAL)
def test_a_task_has_one_time(body: str, found: list[tuple[str, str | None, str | None]]) -> None:
    assert [(task.action, task.due, task.recurrence) for task in tasks(body)] == found
    assert {task.lead for task in tasks(body)} == {("Sở Bến bãi",)}


ASKS = [
    ("Chủ tịch Ủy ban nhân dân tỉnh kết luận, chỉ đạo:", 1),
    ("Chủ tịch Ủy ban nhân dân tỉnh kết luận và yêu cầu:", 1),
    ("Chủ tịch Ủy ban nhân dân tỉnh nghe, ghi nhận:", 0),
]


@pytest.mark.parametrize(("line", "count"), ASKS)
def test_two_verbs_may_ask(line: str, count: int) -> None:
    assert len(read(f"{line}\n\n1. Nước lên nhanh.\n\n2. Sở Bến bãi thả phao.", "THÔNG BÁO")[1].tasks) == count


PURPOSES = [
    ("Để xong kè trước ngày 30/11/2031, yêu cầu Sở Bến bãi và các xã thực hiện một số nội dung sau:", None),
    ("Để bảo đảm an toàn, chậm nhất ngày 30/11/2031, yêu cầu Sở Bến bãi thực hiện một số nội dung sau:", None),
    ("Để kịp mùa lũ, yêu cầu Sở Bến bãi hoàn thành trước ngày 30/11/2031 một số nội dung sau:", "2031-11-30"),
    ("Yêu cầu Sở Bến bãi hoàn thành trước ngày 30/11/2031 một số nội dung sau:", "2031-11-30"),
]


@pytest.mark.parametrize(("line", "due"), PURPOSES)
def test_the_time_of_what_is_aimed_at_is_not_that_of_what_is_asked(line: str, due: str | None) -> None:
    found = read(f"{line}\n\n1. Kiểm tra phao.\n\n2. Lập sổ bến.", "THÔNG BÁO")[1].tasks
    assert [task.due for task in found] == [due, due]


FOR_WHAT = [
    ("Sở Bến bãi đo các luồng lạch; xử lý bãi cạn trong vòng 48 giờ.", "xử lý bãi cạn trong vòng 48 giờ"),
    ("Sở Bến bãi đo các luồng lạch; hoàn thành trong vòng 48 giờ.", None),
]


@pytest.mark.parametrize(("body", "clause"), FOR_WHAT)
def test_what_a_limit_is_of(body: str, clause: str | None) -> None:
    (task,) = tasks(body)
    assert (task.deadline, task.deadline_for) == ("trong vòng 48 giờ", clause)


def test_a_time_behind_who_acts_does_not_part_the_paragraph_above_what_is_to_be_done() -> None:
    first = "Có giải pháp giảm đò trễ; nghiêm túc thực hiện đầy đủ việc xin lỗi bà con khi đò trễ."
    item = f"{first} Thủ trưởng các đơn vị định kỳ hằng tuần tổ chức rà soát bến đò."
    found = read(f"II. NHIỆM VỤ\n\n1. Giữ bến đò\n\na) Nâng cao chất lượng bến đò\n\n- {item}\n\n- Rà soát phao.", "KẾ HOẠCH")[1].tasks
    assert [task.action for task in found] == ["định kỳ hằng tuần tổ chức rà soát bến đò.", "Rà soát phao."]


ENCLOSED = """Điều 1. Ban hành kèm theo Quyết định này Kế hoạch kiểm kê bến.

Điều 2. Quyết định này có hiệu lực từ ngày ký.

KẾ HOẠCH

Kiểm kê bến

(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/3/2025 của Ủy ban nhân dân tỉnh)

IV. TỔ CHỨC THỰC HIỆN

1. Sở Bến bãi

- Tổng hợp kết quả. Thời gian hoàn thành: Trước ngày 31/5/2031.

- Lập sổ bến.

Thời gian thực hiện: Tháng 12/2031.

- Lập sổ phao.

Thời gian thực hiện: 05 ngày.
"""


def test_work_of_a_plan_that_a_decision_encloses_has_the_times_that_its_lines_say() -> None:
    found = read(ENCLOSED, "QUYẾT ĐỊNH")[1].tasks
    assert [(task.lead, task.due) for task in found] == [(("Sở Bến bãi",), day) for day in ("2031-05-31", "2031-12", None)]
