"""Who acts where no list has the word for him: told by the document's own use of the word, by a charge, by who is asked."""

from __future__ import annotations

import pytest

from build_tools.model.statement import Task
from build_tools.statements.asking import manner_ask
from tests.statements.statement_helpers import read

CHAPEAU = "Để giữ bến sạch, Giám đốc Cảng Sông Mơ yêu cầu các đơn vị thực hiện các nhiệm vụ sau:\n\n"


def tasks(body: str, kind: str = "KẾ HOẠCH") -> tuple[Task, ...]:
    return read(CHAPEAU + body, kind)[1].tasks


LEADS = [
    pytest.param("1. Sở Bến bãi tỉnh (sau đây gọi tắt là Sở) rà soát dây neo.", [("Sở Bến bãi tỉnh",)], id="called-from-here-on"),
    pytest.param("1. Sở Bến bãi (Phòng Phao) rà soát dây neo.", [("Sở Bến bãi (Phòng Phao)",)], id="part-in-brackets"),
    pytest.param(
        "1. Ban Quản lý dự án đầu tư xây dựng tỉnh yêu cầu thợ kè tăng ca.", [("Ban Quản lý dự án đầu tư xây dựng tỉnh",)], id="of-work"
    ),
    pytest.param("1. Trung tâm Phục vụ hành chính công xã rà soát sổ.", [("Trung tâm Phục vụ hành chính công xã",)], id="has-abbreviation"),
    pytest.param("1. Ban Dân chủ và Giám sát có nhiệm vụ đo luồng.", [("Ban Dân chủ và Giám sát",)], id="charged-no-part-of-the-name"),
    pytest.param("1. Đề nghị Ủy ban nhân dân hai xã báo cáo mực nước.", [("Ủy ban nhân dân hai xã",)], id="of-so-many-places"),
    pytest.param("1. Tổ chức, cá nhân có bến đăng ký trước ngày 30/6/2025.", [], id="general-words-that-are-no-verb"),
    pytest.param("1. Sở Bến bãi đo luồng; Công an xã cấp sổ bến.", [("Sở Bến bãi",), ("Công an xã",)], id="level-or-verb"),
    pytest.param("1. Sở Nông nghiệp và Môi trường hướng dẫn xã lập sổ.", [("Sở Nông nghiệp và Môi trường",)], id="whom-it-shows"),
    pytest.param("1. Chi bộ Nhà máy nước số 1: rà soát ống.", [], id="a-number-goes-on-a-name"),
    pytest.param("1. Các đồng chí Tỉnh ủy viên được phân công rà soát bến.", [], id="no-name-ends-inside-a-word"),
    pytest.param("1. Đề nghị các đội phản hồi về Cảng để báo cáo Sở Bến bãi.", [()], id="another-is-asked"),
    pytest.param("1. Kết thúc mùa lũ, các đội rà soát dây neo.", [("các đội",)], id="time-before-who-acts"),
    pytest.param("1. Ban Xây dựng Đảng cử cán bộ tham gia các đội.", [], id="unknown-verb-before-people"),
    pytest.param("1. Phòng Tổ chức cán bộ rà soát dây neo.", [("Phòng Tổ chức cán bộ",)], id="named-for-people"),
    pytest.param("1. Công đoàn cơ sở: rà soát dây neo.", [("Công đoàn cơ sở",)], id="union"),
    pytest.param("1. Ban Quản lý bến cơ bản thống nhất với báo cáo.", [], id="agrees"),
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


WHOLE_NAMES = [
    pytest.param("Hợp tác xã dịch vụ Đò Ngang kiểm tra phao.", ("Hợp tác xã dịch vụ Đò Ngang",), id="rank-inside-a-head"),
    pytest.param("Hợp tác xã kiểm tra phao.", ("Hợp tác xã",), id="head-alone"),
    pytest.param("Hợp tác xã thả phao.", ("Hợp tác xã",), id="head-and-unknown-verb"),
    pytest.param("Công an xã dọn bến Gia Nam.", ("Công an xã",), id="rank-behind-a-body"),
    pytest.param("Ngân hàng Bến Sông phòng giao dịch Gia Nam rà soát sổ.", ("Ngân hàng Bến Sông phòng giao dịch Gia Nam",), id="part"),
    pytest.param("Quỹ tín dụng phòng giao dịch Gia Nam rà soát sổ.", ("Quỹ tín dụng phòng giao dịch Gia Nam",), id="part-of-head"),
    pytest.param("Phòng giao Hội Đò rà soát sổ.", ("Hội Đò",), id="gives"),
    pytest.param("Xã giao thôn Gia Nam rà soát sổ.", ("Xã",), id="gives-in-small-letters"),
    pytest.param("Sở Bến bãi cấp phao cho xã Gia Nam rà soát bến.", ("Sở Bến bãi",), id="verb-that-is-a-head"),
    pytest.param("Sở Bến bãi phòng ngừa cháy bến.", ("Sở Bến bãi",), id="no-part"),
    pytest.param("Các xã được phân công chủ trì phối hợp với Hội Đò dọn bến.", ("Các xã được phân công chủ trì",), id="given-lead"),
    pytest.param("Các trường học ven sông bố trí người đón trẻ.", ("Các trường học ven sông",), id="word-of-two-syllables"),
    pytest.param("UBND các xã, phường: Gia Nam, Tân Đò, Bến Mơ dọn bến.", ("UBND các xã, phường: Gia Nam, Tân Đò, Bến Mơ",), id="places"),
    pytest.param("Các Sở: Y tế, Xây dựng tổ chức dọn bến.", ("Các Sở: Y tế, Xây dựng",), id="of-one-kind"),
    pytest.param("Các xã được giao giữ bến phải lập sổ.", ("Các xã được giao giữ bến",), id="given-must"),
]


@pytest.mark.parametrize(("words", "lead"), WHOLE_NAMES)
def test_a_name_is_neither_cut_nor_runs_on(words: str, lead: tuple[str, ...]) -> None:
    assert tasks(f"1. {words}")[0].lead == lead


def test_what_was_given_does_not_end_at_a_verb_inside_it() -> None:
    assert not tasks("1. Các phòng được giao nhiệm vụ soạn báo cáo gửi Sở Bến bãi.")


RUNS_ON = [
    pytest.param("Viện Hải đăng nhường hai gian kho để các đội đò làm nơi trú.", id="to-a-later-verb"),
    pytest.param("Các tổ phụ nữ đổi công làm bờ bến.", id="many"),
    pytest.param("Kho bạc khu vực ứng ba đợt tiền trong mùa bão.", id="to-a-later-word-of-no-name"),
    pytest.param("Cán bộ, đảng viên muốn nghiên cứu sổ bến.", id="before-the-verb"),
    pytest.param("Cơ quan, tổ chức, cá nhân hưởng cơ chế, chính sách, biện pháp ưu đãi hỗ trợ thợ bến.", id="no-body-behind"),
    pytest.param("Ban Quản lý các khu chế xuất và công nghiệp Sông Mơ chỉ đạo các đội đò.", id="one-of-two-words-of-a-name"),
]


@pytest.mark.parametrize("words", RUNS_ON)
def test_words_that_run_on_to_a_later_verb_are_no_name(words: str) -> None:
    assert not [task for task in tasks(f"1. {words}") if task.lead_source == "stated"]


def test_a_heading_that_runs_on_names_nobody() -> None:
    assert not [task for task in tasks("1. Viện Hải đăng nhường ba gian kho:\n\na) Rà soát phao.") if task.lead and "Viện" in task.lead[0]]


def test_a_list_behind_a_colon_is_read_whole_or_not_at_all() -> None:
    assert not tasks("1. Các Sở: Y tế, Xây dựng nạo nạo bến.")


def test_a_heading_names_a_list_whole() -> None:
    found = tasks("1. Các Sở: Y tế, Xây dựng, Nông nghiệp và Môi trường\n\na) Rà soát phao.")
    assert [task.lead for task in found] == [("Các Sở: Y tế, Xây dựng, Nông nghiệp và Môi trường",)]


def test_a_name_that_the_end_of_a_line_cuts_is_read_over_it() -> None:
    body = "1. Sở\nNông nghiệp và Môi trường\n\n- Rà soát phao.\n\n2. Sở Bến bãi\nLập sổ bến."
    assert [(task.lead, task.action) for task in tasks(body)] == [
        (("Sở Nông nghiệp và Môi trường",), "Rà soát phao."),
        (("Sở Bến bãi",), "Lập sổ bến."),
    ]


def test_a_sentence_that_a_dash_goes_on_is_one_task() -> None:
    long = "Sở Bến bãi rà soát phao" + ", dây neo, áo phao, biển báo" * 8
    body = f"1. {long}; báo cáo Cục Bến bãi\n\n- Cơ quan thường trực Tổ công tác triển khai kè trước ngày 20 hằng tháng."
    assert [task.lead for task in tasks(body)] == [("Sở Bến bãi",)]


def test_another_clause_with_a_charge_teaches_no_kind_of_actor() -> None:
    body = "1. Hội Đò\n\n- Xử phạt người đậu sai; chịu trách nhiệm trước Sở Bến bãi."
    assert [task.lead for task in tasks(body)] == [("Hội Đò",)]


OF_OTHERS = [
    "Ban Quản lý chợ nổi Cái Lụa niêm yết giá đò.",
    "Kíp Neo đậu nhường dây hỗ trợ các ghe.",
    "Khoa Dược dự trù thuốc.",
    "Chủ bến, chủ đò tự kiểm tra phao.",
    "Hiệu trưởng các trường, Giám đốc Trung tâm Đò tổ chức khám.",
]


@pytest.mark.parametrize("words", OF_OTHERS)
def test_who_is_named_and_cannot_be_read_leaves_his_work_to_nobody(words: str) -> None:
    assert not tasks(f"1. {words}")


def test_an_item_of_others_is_not_the_work_of_those_above() -> None:
    body = "1. Đối với các đơn vị thuộc Sở:\n\n- Bến vụ Sông Mơ rà soát phao.\n\n- Các Bến vụ ven sông không giữ đò.\n\n- Dọn bến Gia Nam."
    assert [(task.lead, task.action) for task in tasks(body)] == [(("các đơn vị thuộc Sở",), "Dọn bến Gia Nam.")]


STRAY_IN_NAME = [
    pytest.param("Viện Hàn lâm Bến bãi rà soát phao.", ("Viện Hàn lâm Bến bãi",), id="behind-a-capital"),
    pytest.param("Các chi hội nghề đáy có trách nhiệm rà soát phao.", ("Các chi hội nghề đáy",), id="charged"),
    pytest.param(
        "Trung tâm Phục vụ hành chính công Thành phố và các đơn vị liên quan rà soát phao.",
        ("Trung tâm Phục vụ hành chính công Thành phố", "các đơn vị liên quan"),
        id="a-body-behind",
    ),
]


@pytest.mark.parametrize(("words", "lead"), STRAY_IN_NAME)
def test_a_name_may_have_a_stray_syllable_where_its_end_is_certain(words: str, lead: tuple[str, ...]) -> None:
    assert tasks(f"1. {words}")[0].lead == lead


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


def test_a_heading_of_a_kind_that_acts_leads_what_stands_below() -> None:
    found = tasks("1. Sở Bến bãi phối hợp với các kíp phao rà soát dây.\n\n2. Kíp Phao\n\n- Sơn lại phao.\n\n- Lập sổ phao.")
    assert [task.lead for task in found] == [("Sở Bến bãi",), ("Kíp Phao",), ("Kíp Phao",)]


BESIDE = "1. Sở Bến bãi rà soát dây neo.\n\n2. Sở Y tế kiểm tra nước.\n\n3. {} lập sổ bến."


@pytest.mark.parametrize(("words", "lead"), [("Thủ kho", ("Thủ kho",)), ("Kinh phí", ("các đơn vị",))])
def test_what_stands_beside_speaks_for_one_who_acts(words: str, lead: tuple[str, ...]) -> None:
    assert tasks(BESIDE.format(words))[-1].lead == lead


def test_a_name_to_which_the_document_goes_is_known_before_any_word() -> None:
    found = tasks("1. Tổ Sơn bến xoắn dây cũ.\n\nNơi nhận:\n\n- Tổ Sơn bến;\n\n- Lưu: VT.")
    assert [(task.lead, task.action) for task in found] == [(("Tổ Sơn bến",), "xoắn dây cũ.")]


def test_rules_of_what_people_do_are_no_tasks() -> None:
    assert not read("Điều 1. Sổ bến\n\n1. Đoàn viên lập sổ bến theo mẫu.", "HƯỚNG DẪN")[1].tasks


def test_a_day_told_of_another_body_is_not_the_task_s() -> None:
    (first, second) = tasks("1. Sở Bến bãi dọn luồng trước ngày 10/4/2025. Sở Y tế kiểm tra nước trước ngày 20/4/2025.")
    assert (first.due, second.due) == ("2025-04-10", "2025-04-20")


PARTS = [
    pytest.param("II. NHIỆM VỤ TRỌNG TÂM THÁNG 7\n\n- Hoàn thiện sổ bến.", 1, id="month"),
    pytest.param("II. NHIỆM VỤ QUÝ III\n\n- Hoàn thiện sổ bến.", 1, id="quarter"),
    pytest.param("II. NHIỆM VỤ ĐẾN NĂM 2031\n\n- Hoàn thiện sổ bến.", 0, id="aim"),
    pytest.param("II. ĐÁNH GIÁ VIỆC THỰC HIỆN NHIỆM VỤ THÁNG 6\n\n- Hoàn thiện sổ bến.", 0, id="told"),
]


@pytest.mark.parametrize(("body", "count"), PARTS)
def test_a_resolution_hands_out_the_work_of_a_month(body: str, count: int) -> None:
    assert len(read(body, "NGHỊ QUYẾT")[1].tasks) == count


LIMITS = [
    pytest.param("1. Dọn bến\n\n- Thành lập đội phao, hoàn thành trước ngày 05/4/2025.", ["2025-04-05"], id="day-to-come"),
    pytest.param("1. Dọn bến\n\n- Thành lập đội phao, hoàn thành trước ngày 05/2/2025.", [], id="day-gone"),
    pytest.param("1. Dọn bến\n\n- Thành lập đội phao, phấn đấu đến năm 2031 có đủ.", [], id="year"),
    pytest.param("1. Dọn bến\n\n- Thành lập đội phao.", [], id="no-day"),
]


@pytest.mark.parametrize(("body", "days"), LIMITS)
def test_an_item_that_begins_with_a_verb_and_has_a_day_is_work_in_a_guideline(body: str, days: list[str]) -> None:
    assert [task.due for task in read(body, "HƯỚNG DẪN")[1].tasks] == days


def test_a_plan_s_heading_of_what_was_done_hands_out_nothing() -> None:
    assert not read("I. Kết quả thực hiện nhiệm vụ năm 2024\n\n- Hoàn thành sổ bến.", "KẾ HOẠCH")[1].tasks
    assert read("I. Mục tiêu, nhiệm vụ\n\n- Hoàn thành sổ bến.", "KẾ HOẠCH")[1].tasks


def test_who_is_asked_behind_what_it_is_about() -> None:
    found = tasks("1. Sở Bến bãi dọn luồng.\n\nKết quả dọn luồng, đề nghị các xã báo cáo Sở Bến bãi trước ngày 20/4/2025.")
    assert (found[-1].lead, found[-1].due) == (("các xã",), "2025-04-20")
    asking = "Kiến nghị, yêu cầu cơ quan có thẩm quyền xem xét"
    assert manner_ask(asking, 0, len(asking)) is None
