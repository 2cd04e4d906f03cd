from __future__ import annotations

import pytest

from build_tools.model.statement import Task
from tests.statements.statement_helpers import read

CHAPEAU = """Để làm tốt việc cấp nước, Ủy ban nhân dân tỉnh yêu cầu các sở, ngành và Ủy ban nhân dân các huyện tập trung thực hiện
các nhiệm vụ sau:

"""


def tasks(body: str, kind: str = "CHỈ THỊ") -> tuple[Task, ...]:
    return read(CHAPEAU + body, kind)[1].tasks


def test_lead_comes_from_the_chapeau_where_the_task_names_none() -> None:
    first, second = tasks("1. Rà soát các điểm cấp nước.\n\n2. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính lập dự toán.")
    assert (first.number, first.lead_source) == ("1", "chapeau")
    assert first.lead == ("các sở, ngành", "Ủy ban nhân dân các huyện")
    assert first.action == "Rà soát các điểm cấp nước."
    assert (second.number, second.lead, second.lead_source) == ("2", ("Sở Xây dựng",), "stated")
    assert (second.cooperating, second.action) == (("Sở Tài chính",), "lập dự toán.")


STATED = [
    ("1. Giao Sở Y tế kiểm tra nguồn nước.", ("Sở Y tế",), ()),
    ("1. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh và các đoàn thể vận động người dân.", ("Ủy ban Mặt trận Tổ quốc tỉnh", "các đoàn thể"), ()),
    ("1. Sở Nông nghiệp và Môi trường, Công an tỉnh kiểm tra các hồ.", ("Sở Nông nghiệp và Môi trường", "Công an tỉnh"), ()),
    ("1. Các sở, ban, ngành có trách nhiệm báo cáo kết quả.", ("Các sở, ban, ngành",), ()),
    ("1. Về tuyến ống xã Đá Bạc: giao Sở Xây dựng chủ trì khảo sát.", ("Sở Xây dựng",), ()),
    (
        "1. Văn phòng Tỉnh ủy phối hợp với Sở Tài chính, Công an tỉnh lập phương án.",
        ("Văn phòng Tỉnh ủy",),
        ("Sở Tài chính", "Công an tỉnh"),
    ),
    ("1. Cơ quan chủ trì có trách nhiệm tổng hợp.", ("Cơ quan chủ trì",), ()),
    ("1. Chủ tịch Ủy ban nhân dân tỉnh yêu cầu Giám đốc các sở nghiêm túc thực hiện việc cấp nước.", ("Giám đốc các sở",), ()),
    ("1. Ban Thường vụ Huyện ủy, Thị ủy lãnh đạo việc cấp nước.", ("Ban Thường vụ Huyện ủy, Thị ủy",), ()),
    ("1. Sở Y tế: Kiểm tra nguồn nước.", ("Sở Y tế",), ()),
    ("1. Sở Giáo dục và Đào tạo hướng dẫn các trường.", ("Sở Giáo dục và Đào tạo",), ()),
    ("1. Các đơn vị sự nghiệp công lập công khai số liệu.", ("Các đơn vị sự nghiệp công lập",), ()),
    ("1. Sở Ngoại giao làm việc với nước bạn.", ("Sở Ngoại giao",), ()),
    ("1. Các chi bộ trực thuộc xây dựng kế hoạch cấp nước.", ("Các chi bộ trực thuộc",), ()),
    ("1. Các đơn vị trực thuộc Sở Y tế rà soát nguồn nước.", ("Các đơn vị trực thuộc Sở Y tế",), ()),
    ("1. Giao đồng chí Phó Bí thư xây dựng kế hoạch cấp nước.", ("đồng chí Phó Bí thư",), ()),
    ("1. Đồng chí Bí thư, Chủ tịch xã chỉ đạo việc cấp nước.", ("Đồng chí Bí thư, Chủ tịch xã",), ()),
    ("1. Giao công chức địa chính chủ trì, phối hợp với Công an xã đo các hồ.", ("công chức địa chính",), ("Công an xã",)),
]


@pytest.mark.parametrize(("body", "lead", "cooperating"), STATED)
def test_bodies_are_read(body: str, lead: tuple[str, ...], cooperating: tuple[str, ...]) -> None:
    (task,) = tasks(body)
    assert (task.lead, task.lead_source, task.cooperating) == (lead, "stated", cooperating)


NO_BODY = [
    "1. Tổ chức rà soát các điểm cấp nước.",
    "1. Lãnh đạo, chỉ đạo việc cấp nước.",
    "1. Chỉ đạo lực lượng công an xã tuần tra các hồ.",
    "1. Phối hợp với Sở Y tế, Công an tỉnh kiểm tra nguồn nước.",
    "1. Thanh tra, kiểm tra việc cấp nước.",
]


@pytest.mark.parametrize("body", NO_BODY)
def test_verbs_and_helpers_are_no_lead(body: str) -> None:
    (task,) = tasks(body)
    assert task.lead_source == "chapeau"


WORK = "II. TỔ CHỨC THỰC HIỆN\n\n"
CHECKS = ("Sở Y tế", "kiểm tra các bể nước.")
ORDERED = [
    # who is charged by another, with his office; what a body asks of others that a colon follows
    (WORK + "1. Chi ủy phân công đồng chí Ổi, Phó Bí thư, rà soát các bể nước.", [("đồng chí Ổi, Phó Bí thư", "rà soát các bể nước.")]),
    ("Ban Thường vụ Đảng ủy đề nghị các chi bộ:\n\n1. Rà soát các bể nước.", [("các chi bộ", "Rà soát các bể nước.")]),
    # a meeting asks; a heading that only asks
    ("Hội nghị yêu cầu:\n\n1. Sở Y tế kiểm tra các bể nước.", [("Sở Y tế", "kiểm tra các bể nước.")]),
    ("IV- YÊU CẦU\n\n1- Yêu cầu Sở Y tế kiểm điểm, báo cáo kết quả.", [("Sở Y tế", "kiểm điểm, báo cáo kết quả.")]),
    ("IV- YÊU CẦU\n\n1- Kiểm tra phải đúng, đủ các bể nước.", []),
    # a name of no known kind where it is asked; an office of two councils; who is bound to a day, wherever that stands
    ("Hội Đò tỉnh yêu cầu Thanh niên các bến thực hiện các nội dung sau:\n\n1. Dọn bể.", [("Thanh niên các bến", "Dọn bể.")]),
    (WORK + "1. Văn phòng HĐND và UBND xã dọn bể.", [("Văn phòng HĐND và UBND xã", "dọn bể.")]),
    (WORK + "1. Văn phòng Tỉnh ủy và UBND tỉnh lập sổ bể.", [("Văn phòng Tỉnh ủy, UBND tỉnh", "lập sổ bể.")]),
    ("1. Thời gian: 8 giờ.\n\n2. Sở Y tế lập sổ bể, gửi trước ngày 11/6/2025.", [("Sở Y tế", "lập sổ bể, gửi trước ngày 11/6/2025.")]),
    ("1. Thời gian: 8 giờ.\n\n2. Sở Y tế lập sổ bể, gửi trước ngày 11/6/2024.", []),
    ("1. Thời gian: 8 giờ.\n\n2. Sở Y tế lập sổ bể.", []),
    # an organ of an association in a hamlet
    (WORK + "1. Chi đoàn bản Lim tổ chức dọn bể.", [("Chi đoàn bản Lim", "tổ chức dọn bể.")]),
    (WORK + "1. Chi phí dọn bể thực hiện theo dự toán.", []),
    ("II. NHIỆM VỤ\n\n1. Giao chi bộ quét bể mỗi chủ nhật.\n\nNước sạch.", [("", "Giao chi bộ quét bể mỗi chủ nhật")]),
    # headings, also in the paragraph itself, and closing sentences that ask for nothing
    ("Hội nghị kết luận như sau:\n\n1. Đánh giá chung: Nước đã đủ.\n\n2. Sở Y tế kiểm tra các bể nước.", [CHECKS]),
    ("Hội nghị kết luận như sau:\n\n1. Đánh giá các bể: Lập sổ, đo nước.", [("", "Đánh giá các bể")]),
    ("Hội nghị kết luận như sau:\n\n1- Đánh giá chung\n\nNước đã đủ.\n\n2- Sở Y tế kiểm tra các bể nước.", [CHECKS]),
    (WORK + "Văn phòng thông báo để các cơ quan, đơn vị biết, thực hiện.", []),
    (WORK + "Đề nghị các đồng chí quan tâm, phối hợp thực hiện.", []),
    (WORK + "Đề nghị các xã phối hợp dọn bể.", [("các xã", "phối hợp dọn bể.")]),
    # two headings, the one a body, the other many of a kind
    (WORK + "1. Sở Y tế\n\n- Dọn bể.\n\n2. Các chi hội\n\n- Đo nước.",
     [("Sở Y tế", "Dọn bể."), ("Các chi hội", "Đo nước.")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), ORDERED)
def test_who_is_asked_and_what_asks_for_nothing(body: str, wanted: list[tuple[str, str]]) -> None:
    found = read(body, "THÔNG BÁO")[1].tasks
    assert [(", ".join(task.lead), task.action) for task in found] == wanted


def test_a_submission_asks_those_above_and_hands_out_no_work() -> None:
    asked = "Kính đề nghị Ban Thường vụ Tỉnh ủy xem xét, phê duyệt đề án bể nước."
    assert read(asked, "TỜ TRÌNH")[1].tasks == ()


def test_a_resolution_of_articles_names_who_acts() -> None:
    body = "QUYẾT NGHỊ:\n\nĐiều 1. Sở Y tế là nơi giữ sổ.\n\nĐiều 2. Ủy ban nhân dân xã công khai sổ bể trước ngày 30/6/2025."
    (task,) = read(body, "NGHỊ QUYẾT")[1].tasks
    assert (task.lead, task.due) == (("Ủy ban nhân dân xã",), "2025-06-30")
    assert read("I- TÌNH HÌNH\n\nỦy ban nhân dân xã công khai sổ bể.", "NGHỊ QUYẾT")[1].tasks == ()


TIMES = [
    # the time with which an action ends, whatever verb it begins with; what has a time of its own leaves that open
    ("1. Sở Y tế lắp đặt các bể nước trong quý II/2025.", "trong quý II/2025", None),
    ("1. Sở Y tế thay các ống, trong tháng 6/2025.", "trong tháng 6/2025", None),
    ("1. Sở Y tế thống kê các vụ việc trong quý II/2025.", None, None),
    ("1. Sở Y tế đo lượng nước phát sinh trong tháng 6/2025.", None, None),
    ("1. Sở Y tế lắp đặt các bể nước trong năm 2025.", None, None),
    ("1. Sở Y tế dọn bể từ ngày 01 đến hết ngày 15/6/2025.", "từ ngày 01 đến hết ngày 15/6/2025", None),
    ("1. Sở Y tế dọn bể từ tháng 6/2025.", None, None),
    ("1. Sở Y tế đo lượng nước phát sinh từ ngày 01/5/2025 đến ngày 31/5/2025.", None, None),
    ("1. Sở Y tế gửi báo cáo trước ngày 30/6/2025.", "trước ngày 30/6/2025", None),
    ("1. Sở Y tế hoàn thành việc rà soát trong quý III/2025.", "trong quý III/2025", None),
    ("1. Sở Y tế báo cáo chậm nhất là ngày 05 tháng 9 năm 2025.", "chậm nhất là ngày 05 tháng 9 năm 2025", None),
    ("1. Sở Y tế báo cáo trước ngày 25 hằng tháng.", None, "trước ngày 25 hằng tháng"),
    ("1. Hằng năm, tổ chức kiểm tra nguồn nước.", None, "Hằng năm, tổ chức kiểm tra nguồn nước"),
    ("1. Sở Y tế định kỳ sơ kết, tổng kết việc cấp nước.", None, "định kỳ sơ kết, tổng kết"),
    ("1. Sở Y tế thực hiện kế hoạch năm.", None, None),
]


LIMITED = [
    (
        "1. Sở Y tế kiểm tra các bể nước; xây dựng báo cáo về nước sạch, gửi Sở Tài chính trước ngày 30/6/2025 để tổng hợp.",
        "xây dựng báo cáo về nước sạch, gửi Sở Tài chính trước ngày 30/6/2025 để tổng hợp",
    ),
    ("1. Sở Y tế kiểm tra các bể nước; hoàn thành trước ngày 30/6/2025.", None),
    ("1. Sở Y tế kiểm tra các bể nước trước ngày 30/6/2025; báo cáo kết quả.", None),
]


@pytest.mark.parametrize(("body", "clause"), LIMITED)
def test_a_deadline_says_what_it_limits_where_that_is_not_the_action(body: str, clause: str | None) -> None:
    (task,) = tasks(body)
    assert "trước ngày 30/6/2025" in (task.deadline or "")
    assert task.deadline_for == clause


@pytest.mark.parametrize(("body", "deadline", "recurrence"), TIMES)
def test_times_are_those_stated(body: str, deadline: str | None, recurrence: str | None) -> None:
    (task,) = tasks(body)
    assert (task.deadline, task.recurrence) == (deadline, recurrence)


def test_results_go_where_the_text_says() -> None:
    first, second = tasks("1. Sở Y tế báo cáo kết quả về Ban Thường vụ Tỉnh ủy.\n\n2. Sở Y tế báo cáo kết quả đúng hạn.")
    assert (first.report_to, second.report_to) == ("Ban Thường vụ Tỉnh ủy", None)


def test_a_body_as_heading_leads_what_stands_below() -> None:
    found = tasks("1. Sở Xây dựng:\n\na) Rà soát các tuyến ống.\n\nb) Lập bản đồ cấp nước.\n\n2. Sở Y tế:\n\na) Kiểm tra nguồn nước.")
    assert [(t.number, t.lead, t.lead_source) for t in found] == [
        ("1.a", ("Sở Xây dựng",), "chapeau"),
        ("1.b", ("Sở Xây dựng",), "chapeau"),
        ("2.a", ("Sở Y tế",), "chapeau"),
    ]


PLAN = """I. MỤC ĐÍCH, YÊU CẦU

1. Nâng cao chất lượng nước.

2. Tổ chức thực hiện nghiêm túc.

II. NHIỆM VỤ

1. Khảo sát nguồn nước

a) Nhiệm vụ: Khảo sát các nguồn nước ngầm.

b) Đơn vị chủ trì: Sở Xây dựng.

c) Đơn vị phối hợp: Sở Tài chính, Ủy ban nhân dân các xã.

d) Thời gian thực hiện: Hoàn thành trong quý II/2025.

III. TỔ CHỨC THỰC HIỆN

1. Sở Xây dựng theo dõi, đôn đốc việc thực hiện Kế hoạch.
"""


def test_a_plan_gives_forms_and_duties_but_no_aims() -> None:
    _, statements = read(PLAN, "KẾ HOẠCH")
    form, duty = statements.tasks
    assert (form.number, form.action, form.lead) == ("II.1", "Khảo sát các nguồn nước ngầm", ("Sở Xây dựng",))
    assert (form.cooperating, form.deadline) == (("Sở Tài chính", "Ủy ban nhân dân các xã"), "Hoàn thành trong quý II/2025")
    assert (duty.number, duty.lead) == ("III.1", ("Sở Xây dựng",))


def test_rows_of_a_plan_are_tasks() -> None:
    table = (
        "TT\tNội dung công việc\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành\n"
        "1\tKhảo sát nguồn nước\tSở Xây dựng\tSở Tài chính\tTháng 6/2025\n"
        "2\tTuyên truyền tiết kiệm nước\tĐoàn Thanh niên tỉnh\t\tThường xuyên\n"
    )
    _, statements = read(f"II. NHIỆM VỤ\n\n{table}", "KẾ HOẠCH")
    assert [(t.number, t.action, t.lead, t.cooperating, t.deadline, t.recurrence) for t in statements.tasks] == [
        ("1", "Khảo sát nguồn nước", ("Sở Xây dựng",), ("Sở Tài chính",), "Tháng 6/2025", None),
        ("2", "Tuyên truyền tiết kiệm nước", ("Đoàn Thanh niên tỉnh",), (), None, "Thường xuyên"),
    ]


def test_all_that_a_list_of_duties_announces_are_tasks() -> None:
    body = "Để khắc phục, Ban Thường vụ yêu cầu các xã thực hiện tốt hai việc:\n\n1- Đề cao việc nêu gương.\n\n2- Mỗi nơi có một tủ sách."
    assert [task.number for task in read(body, "CHỈ THỊ")[1].tasks] == ["1", "2"]
    told = "Ban Thường vụ yêu cầu như sau:\n\n1- Mạng lưới tủ sách còn mỏng."
    assert [task.number for task in read(told, "BÁO CÁO")[1].tasks] == []


def test_reports_and_rules_lay_down_no_tasks() -> None:
    body = "I. NHIỆM VỤ\n\n1. Sở Y tế chủ trì kiểm tra nguồn nước."
    rules = "UBND TỈNH SÔNG MƠ\n\nSố: 12/2025/QĐ-UBND\n\nQUYẾT ĐỊNH\n\nquy định về nguồn nước\n\n"
    assert read(body, "BÁO CÁO")[1].tasks == read(rules + body)[1].tasks == ()


RECURRING = [
    ("Hằng năm, Sở Y tế báo cáo Ủy ban nhân dân tỉnh.", 1),
    ("Các xã báo cáo trước ngày 25 hằng tháng.", 1),
    ("Định kỳ 06 tháng, các xã báo cáo kết quả.", 1),
    ("Kế hoạch hằng năm được giao cho các xã.", 0),
    ("Chuyên đề hằng năm còn chung chung.", 0),
    ("Sinh hoạt hằng tháng của chi bộ.", 0),
]


@pytest.mark.parametrize(("body", "count"), RECURRING)
def test_recurring_duties_are_events_and_other_uses_are_not(body: str, count: int) -> None:
    events = [event for event in read(body, "CHỈ THỊ")[1].events if event.kind == "recurring"]
    assert len(events) == count
    assert all(event.start is None and event.recurrence for event in events)


UNDER_HEADING = "I. TỔ CHỨC THỰC HIỆN\n\n"
BLOCKS = [
    # who, then what is his: nobody has to begin it with a known verb
    ("- Đồng chí Ổi - Trưởng đoàn: Phụ trách khối xã.", ["Đồng chí Ổi - Trưởng đoàn"], ["Phụ trách khối xã."]),
    ("- Đ/c Na: theo dõi bến đò.", ["Đ/c Na"], ["theo dõi bến đò."]),
    ("1. Sở Bến bãi: khơi dòng sông Mơ.", ["Sở Bến bãi"], ["khơi dòng sông Mơ."]),
    # everything below a body's name is that body's
    ("1. Sở Bến bãi:\n\na) Khơi dòng sông Mơ;\n\nb) Rà soát bến đò.", ["Sở Bến bãi"] * 2, ["Khơi dòng sông Mơ;", "Rà soát bến đò."]),
]


@pytest.mark.parametrize(("body", "leads", "actions"), BLOCKS)
def test_a_name_and_a_colon_say_whose_the_work_is(body: str, leads: list[str], actions: list[str]) -> None:
    found = read(UNDER_HEADING + body, "KẾ HOẠCH")[1].tasks
    assert [name for task in found for name in task.lead] == leads
    assert [task.action for task in found] == actions


@pytest.mark.parametrize("body", ["- Ảnh chân dung: cỡ 4 x 6.", "- Đồng chí Ổi được cấp trên giao việc.", "- Kinh phí: 30 triệu đồng."])
def test_other_colons_name_nobody(body: str) -> None:
    assert not [task for task in read(UNDER_HEADING + body, "KẾ HOẠCH")[1].tasks if task.lead]


def plan(body: str) -> list[tuple[str, str]]:
    """(who, what) of each task of a plan."""
    return [(", ".join(task.lead), task.action) for task in read(body, "KẾ HOẠCH")[1].tasks]


BELOW = "\n\na) Cắm phao;\n\nb) Dọn bến."
BY_HEADING = [
    # a heading that asks, with a colon
    (f"I. TỔ CHỨC THỰC HIỆN\n\n1. Đề nghị: Hội Nông dân tỉnh, Hội Đò tỉnh{BELOW}", "Hội Nông dân tỉnh, Hội Đò tỉnh"),
    # "đối với" where work is handed out, and where it only says of whom the criteria hold
    (f"I. NHIỆM VỤ\n\n1. Đối với các xã{BELOW}", "các xã"),
    (f"I. TIÊU CHÍ THI ĐUA\n\n1. Đối với các xã{BELOW}", None),
]


@pytest.mark.parametrize(("body", "lead"), BY_HEADING)
def test_a_heading_names_who_acts_where_work_is_handed_out(body: str, lead: str | None) -> None:
    assert plan(body) == ([(lead, "Cắm phao;"), (lead, "Dọn bến.")] if lead else [])


def test_a_heading_among_bodies_names_many_whoever_they_are() -> None:
    bodies = "".join(f"{at}. {name}{BELOW}\n\n" for at, name in enumerate(("Sở Y tế", "Sở Tài chính", "Công an tỉnh"), 1))
    owners = plan(f"I. TỔ CHỨC THỰC HIỆN\n\n{bodies}4. Các chủ bến là hợp tác xã (bến sông, bến hồ){BELOW}")[6:]
    assert owners == [("Các chủ bến là hợp tác xã", "Cắm phao;"), ("Các chủ bến là hợp tác xã", "Dọn bến.")]
    alone = plan(f"I. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế{BELOW}\n\n2. Các chủ bến là hợp tác xã{BELOW}")[2:]
    assert "Các chủ bến là hợp tác xã" not in {lead for lead, _ in alone}


ASKED = [
    ("Giao Sở Y tế, Sở Tài chính (theo phạm vi, lĩnh vực) chủ trì, chỉ đạo các xã rà soát bến.", ["Sở Y tế", "Sở Tài chính"]),
    ("Giao các đoàn kiểm tra của Tỉnh ủy chủ động nắm tình hình.", ["các đoàn kiểm tra của Tỉnh ủy"]),
    ("Giao các đoàn kiểm tra việc giữ bến.", ["các đoàn"]),
    ("Giao Quân ủy Sông Mơ xây dựng kế hoạch.", ["Quân ủy Sông Mơ"]),
]


def test_helpers_end_where_they_are_those_concerned() -> None:
    (task,) = tasks("1. Sở Y tế phối hợp với các cơ quan, đơn vị có liên quan, tham mưu phương án giữ bến.")
    assert task.cooperating == ("các cơ quan, đơn vị có liên quan",)
    (both,) = tasks("1. Sở Y tế phối hợp với các cơ quan tham mưu, giúp việc lập phương án giữ bến.")
    assert both.cooperating == ("các cơ quan tham mưu, giúp việc",)


@pytest.mark.parametrize(("body", "lead"), ASKED)
def test_names_go_on_over_brackets_and_whose_they_are(body: str, lead: list[str]) -> None:
    (task,) = tasks(f"1. {body}")
    assert list(task.lead) == lead


def test_days_of_each_year_say_how_often_and_are_no_deadline() -> None:
    (task,) = tasks("1. Các xã định kỳ trước ngày 01/6 và 15/11 hằng năm báo cáo kết quả về Sở Y tế.")
    assert (task.deadline, task.recurrence) == (None, "trước ngày 01/6 và 15/11 hằng năm")
    (once,) = tasks("1. Các xã thường xuyên kiểm tra bến, báo cáo trước ngày 01/6/2031.")
    assert (once.deadline, once.recurrence) == ("trước ngày 01/6/2031", "thường xuyên kiểm tra bến")


@pytest.mark.parametrize(
    ("body", "actions"),
    [
        ('1. Nghị quyết số 3-NQ/TU quy định: “Giữ bến sạch; giao Sở Bến bãi tổ chức thực hiện cụ thể";', []),
        ("1. Nghị quyết số 3-NQ/TU quy định: “Giữ bến sạch”; giao Sở Bến bãi tổ chức thu gom rác.", ["tổ chức thu gom rác."]),
        ("1. Sở Bến bãi tổ chức phong trào “Bến sạch, đò xanh”.", ["tổ chức phong trào “Bến sạch, đò xanh”."]),
    ],
)
def test_what_a_quoted_document_asked_is_no_task_of_this_one(body: str, actions: list[str]) -> None:
    assert [task.action for task in tasks(f"Yêu cầu thực hiện các nhiệm vụ sau:\n\n{body}", "HƯỚNG DẪN")] == actions


SPEAKS = [
    ("Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:", True),
    ("Để cấp đủ nước, Bộ trưởng Bộ Bến bãi chỉ thị:", True),
    ("Đến tháng 9, các hồ đã cạn. Bảo hiểm xã hội tỉnh đề nghị:", True),
    ("Đồng chí Chủ tịch kết luận:", True),
    ("Mục đích, yêu cầu:", False),
    ("Các bến đáp ứng yêu cầu:", False),
    ("Kết quả các việc được giao:", False),
]


@pytest.mark.parametrize(("chapeau", "asks"), SPEAKS)
def test_a_first_line_may_end_with_the_asking_itself(chapeau: str, asks: bool) -> None:
    found = read(f"{chapeau}\n\n1. Sở Y tế chủ trì kiểm tra nguồn nước.\n\n2. Rà soát các hồ.", "THÔNG BÁO")[1].tasks
    told = [(("Sở Y tế",), "stated"), ((), None)] if asks else []
    assert [(task.lead, task.lead_source) for task in found] == told


WORK_GIVEN = [
    "1. Giao việc cho người phụ trách các hồ.",
    "1. Giao nhiệm vụ chủ trì cho các hồ.",
    "1. Giao nhiệm vụ cụ thể cho từng người phụ trách.",
]


@pytest.mark.parametrize("body", WORK_GIVEN)
def test_what_is_given_is_no_lead(body: str) -> None:
    (task,) = tasks(body)
    assert task.lead_source == "chapeau"


MEETINGS = [
    "I. THÀNH PHẦN\n\n1. Chủ trì: Ông Ổi - Chủ tịch xã\n\n2. Thư ký: Bà Na - Văn thư",
    "I. NGƯỜI DỰ\n\n1. Chủ trì: Ông Ổi - Chủ tịch xã\n\n2. Thư ký: Bà Na\n\n3. Nội dung: việc cấp nước",
    "I. THÀNH PHẦN\n\n- Chủ trì: Sở Y tế\n\n- Thư ký: Bà Na",
]


@pytest.mark.parametrize("body", MEETINGS)
def test_who_chairs_a_meeting_leads_no_task(body: str) -> None:
    assert read(body, "THÔNG BÁO")[1].tasks == ()


def test_work_given_to_a_person_and_to_a_body_is_two_tasks() -> None:
    found = tasks("1. Giao đồng chí Phó Bí thư rà soát các hồ; Văn phòng tổng hợp.")
    assert [(task.lead, task.action) for task in found] == [
        (("đồng chí Phó Bí thư",), "rà soát các hồ"),
        (("Văn phòng",), "tổng hợp."),
    ]


def test_a_person_leads_the_work_of_a_form() -> None:
    body = "I. NHIỆM VỤ\n\n1. Ngày hội nước sạch\n\n- Chủ trì: Đồng chí Ổi.\n\n2. Rà soát các hồ\n\n- Chủ trì: Ông Na."
    assert [task.lead for task in read(body, "KẾ HOẠCH")[1].tasks] == [("Đồng chí Ổi",), ("Ông Na",)]


NO_NAME = [
    "1. Các đảng ủy trực thuộc rà lại từng bến, đối chiếu với Quy định số 61-QĐ/TU ngày 15/5/2031.",
    "1. Các chi bộ cơ sở Nghị quyết 09, gắn với việc cấp nước.",
]


@pytest.mark.parametrize("body", NO_NAME)
def test_words_that_name_a_document_are_no_lead(body: str) -> None:
    assert tasks(body) == ()


UNKNOWN_VERBS = [
    # a verb that no list has: the name ends where its syllables no longer belong together
    ("Phòng Điều dưỡng dựng phương án chia ca.", "Phòng Điều dưỡng", "dựng phương án chia ca."),
    ("Ban Tài chính rót kinh phí cho cơ sở.", "Ban Tài chính", "rót kinh phí cho cơ sở."),
    ("Các chi bộ học lại Nghị quyết 09, gắn với việc cấp nước.", "Các chi bộ", "học lại Nghị quyết 09, gắn với việc cấp nước."),
    ("Sở Văn hóa, Thể thao và Du lịch chọn ba bến.", "Sở Văn hóa, Thể thao và Du lịch", "chọn ba bến."),
    ("Phòng Kinh tế nạo vét các kênh.", "Phòng Kinh tế", "nạo vét các kênh."),
    ("Tổ Công tác xã hội đón, chỉ đường cho khách.", "Tổ Công tác xã hội", "đón, chỉ đường cho khách."),
    ("Văn phòng đặt mua quà, thuê đò.", "Văn phòng", "đặt mua quà, thuê đò."),
    # what may be one more noun of the name, half of a word, the way to the verb, or more names: nothing is told
    ("Phòng Kinh tế nạo vét kênh.", None, None),
    ("Tổ Ngữ văn viết lời chào.", None, None),
    ("Các thành viên đều kiêm nhiệm.", None, None),
    ("Cục Cảnh sát Quản lý hành chính về trật tự.", None, None),
    ("Cấp ủy, chi bộ nơi đảng viên ở xa.", None, None),
    ("Chủ tịch hội, khách mời.", None, None),
    # many of a kind of people
    ("Mỗi đảng viên nhận đỡ đầu một bể.", "Mỗi đảng viên", "nhận đỡ đầu một bể."),
    # the end of a name before a known verb or one more name
    ("Các cấp ủy đảng lãnh đạo việc cấp nước.", "Các cấp ủy đảng", "lãnh đạo việc cấp nước."),
    ("Các cấp ủy đảng, chính quyền kiểm tra các hồ.", "Các cấp ủy đảng, chính quyền", "kiểm tra các hồ."),
]


KIND = "Các khoa, các chòi giữ bến.\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế kiểm tra các bể.\n\n2. Công an tỉnh kiểm tra các bến.\n\n3. "
KINDS = [
    # a kind that no list has, of which the document speaks; the same kind over again
    ("Khoa Khám bệnh dời quầy thuốc.", ["Khoa Khám bệnh"], "dời quầy thuốc."),
    ("Thôn Gia Nam, thôn Tân Đò dừng chợ.", ["Thôn Gia Nam", "thôn Tân Đò"], "dừng chợ."),
    ("Chòi Bến Mơ báo mực nước.", ["Chòi Bến Mơ"], "báo mực nước."),
    # one of two syllables beside others who act
    ("Công đoàn Khu công nghiệp Bến Hạ dựng sân khấu.", ["Công đoàn Khu công nghiệp Bến Hạ"], "dựng sân khấu."),
    # what may be a verb, and what ends none
    ("Sơn Bến Mơ trắng tinh.", None, None),
    ("Tô điểm Bến Mơ xong sớm.", None, None),
]


@pytest.mark.parametrize(("body", "lead", "action"), KINDS)
def test_a_kind_that_no_list_has(body: str, lead: list[str] | None, action: str | None) -> None:
    last = read(KIND + body, "KẾ HOẠCH")[1].tasks[-1]
    assert (list(last.lead), last.action) == ((lead, action) if lead else (["Công an tỉnh"], "kiểm tra các bến."))


INSIDE = [
    # a verb that stands inside a name, told by what often follows what, or by the rank of the body behind it
    ("Phòng Công nghệ thông tin nối máy lấy số.", "Phòng Công nghệ thông tin", "nối máy lấy số."),
    ("Phòng Kế hoạch tổng hợp làm đầu mối.", "Phòng Kế hoạch tổng hợp", "làm đầu mối."),
    ("Trung tâm Dịch vụ tổng hợp xã rắc vôi.", "Trung tâm Dịch vụ tổng hợp xã", "rắc vôi."),
    ("Sở Tài chính tổng hợp báo cáo.", "Sở Tài chính", "tổng hợp báo cáo."),
    ("Sở Tài chính hướng dẫn trích lập quỹ.", "Sở Tài chính", "hướng dẫn trích lập quỹ."),
    # a person's office between commas
    ("Bà Na, Phó Chủ tịch Ủy ban nhân dân xã, lo việc giữ bể.", "Bà Na, Phó Chủ tịch Ủy ban nhân dân xã", "lo việc giữ bể."),
    ("Bà Na, Phó Bí thư, Chủ tịch xã, lo việc giữ bể.", "Bà Na, Phó Bí thư, Chủ tịch xã", "lo việc giữ bể."),
]


@pytest.mark.parametrize(("body", "lead", "action"), INSIDE)
def test_a_verb_may_stand_inside_a_name(body: str, lead: str, action: str) -> None:
    (task,) = tasks(f"1. {body}")
    assert (", ".join(task.lead), task.action) == (lead, action)


def test_what_is_asked_behind_what_a_document_says_of_itself() -> None:
    (task,) = tasks("1. Chỉ thị này thay thế Chỉ thị số 03/CT-UBND ngày 02/3/2028. Giao Sở Y tế theo dõi các bể.")
    assert (task.lead, task.action) == (("Sở Y tế",), "theo dõi các bể.")
    assert tasks("1. Chỉ thị này thay thế Chỉ thị số 03/CT-UBND ngày 02/3/2028. Sở Y tế đã theo dõi các bể.") == ()


@pytest.mark.parametrize(("body", "lead", "action"), UNKNOWN_VERBS)
def test_a_name_ends_before_a_verb_that_no_list_has(body: str, lead: str | None, action: str | None) -> None:
    found = tasks(f"1. {body}")
    assert [(", ".join(task.lead), task.action) for task in found] == ([(lead, action)] if lead else [])


def test_a_number_may_belong_to_a_name() -> None:
    (task,) = tasks("1. Các xã thuộc Chương trình 135 rà soát các hồ.")
    assert task.lead == ("Các xã thuộc Chương trình 135",)


def test_findings_are_no_task() -> None:
    body = """Ủy ban kết luận như sau:

1. Hạn chế, khuyết điểm

Còn 03 hồ cạn.

2. Hạn chế việc khoan giếng

Các xã rà soát giếng."""
    assert [task.number for task in read(body, "THÔNG BÁO")[1].tasks] == ["2"]
