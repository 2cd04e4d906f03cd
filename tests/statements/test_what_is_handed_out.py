"""What hands out work and what does not: sections of a plan told by their items, sentences before a list, what a document said, quotas."""

from __future__ import annotations

import pytest

from tests.statements.statement_helpers import read


def tasks(body: str, kind: str = "KẾ HOẠCH") -> list[tuple[tuple[str, ...], str]]:
    return [(task.lead, task.action) for task in read(body, kind)[1].tasks]


ITEMS = "- Rà soát phao.\n\n- Kiểm tra dây neo.\n\n- Sở Bến bãi chủ trì đo luồng.\n\n- Lập sổ.\n\n- Tổ chức dọn bến.\n\n- Mở bến.\n"
WORK = [
    ((), "Rà soát phao."),
    ((), "Kiểm tra dây neo."),
    (("Sở Bến bãi",), "đo luồng."),
    ((), "Lập sổ."),
    ((), "Tổ chức dọn bến."),
    ((), "Mở bến."),
]


@pytest.mark.parametrize(
    ("body", "kind", "found"),
    [
        pytest.param(f"II. HOẠT ĐỘNG BẾN ĐÒ\n\n1. Bến đò\n\n{ITEMS}", "KẾ HOẠCH", WORK, id="mostly-verbs"),
        pytest.param(f"II. MỤC TIÊU BẾN ĐÒ\n\n1. Bến đò\n\n{ITEMS}", "KẾ HOẠCH", [], id="aims"),
        pytest.param(f"II. HOẠT ĐỘNG BẾN ĐÒ\n\n1. Bến đò\n\n{ITEMS}", "NGHỊ QUYẾT", [], id="no-plan"),
        pytest.param("II. NGUY CƠ\n\n1. Bến\n\n- Dây neo mục.\n\n- Rà soát phao.\n\n- Bến lở.\n\n- Phao hỏng.", "KẾ HOẠCH", [], id="few"),
    ],
)  # fmt: skip
def test_a_section_of_a_plan_is_told_by_its_items(body: str, kind: str, found: list[tuple[tuple[str, ...], str]]) -> None:
    assert tasks(body, kind) == found


def test_what_is_asked_before_a_list_is_work_and_a_list_of_documents_is_none() -> None:
    body = (
        "II. TỔ CHỨC THỰC HIỆN\n\n1. Bến đò\n\nĐề nghị các xã rà soát phao. Yêu cầu Hội Đò nghiên cứu và thực hiện các văn bản sau:\n\n"
        "- Nghị định số 24/2031/NĐ-CP ngày 17 tháng 01 năm 2031 về bến.\n\n- Thông tư số 01/2031/TT-BXD về phao.\n"
    )
    assert tasks(body)[0] == (("các xã",), "rà soát phao")
    assert [lead for lead, _ in tasks(body)[1:]] == [("Hội Đò",)]


def test_a_list_of_work_below_one_who_is_asked_stays_his() -> None:
    body = "II. TỔ CHỨC THỰC HIỆN\n\n1. Bến đò\n\nĐề nghị các xã rà soát phao. Yêu cầu Hội Đò thực hiện các việc sau:"
    body = f"{body}\n\n- Đo luồng.\n\n- Kiểm tra dây neo.\n"
    assert tasks(body) == [(("các xã",), "rà soát phao"), (("Hội Đò",), "Đo luồng."), (("Hội Đò",), "Kiểm tra dây neo.")]


@pytest.mark.parametrize(
    "line", ["Sở Bến bãi yêu cầu thực hiện các nhiệm vụ sau:", "Thủ tướng Chính phủ yêu cầu thực hiện một số nội dung sau:"]
)
def test_who_asks_nobody_by_name_does_not_act_himself(line: str) -> None:
    body = f"{line}\n\n1. Đo luồng.\n\n2. Các xã kiểm tra dây neo.\n\n3. Cơ bản thống nhất với báo cáo của Hội Đò.\n"
    assert tasks(body, "THÔNG BÁO") == [((), "Đo luồng."), (("Các xã",), "kiểm tra dây neo.")]


def test_a_letter_without_its_head_hands_out_work_where_it_is_written_to_many() -> None:
    body = "Kính gửi:\n\n- {};\n\n- Hội Đò.\n\nỦy ban nhân dân tỉnh có ý kiến như sau:\n\n1. Giao Sở Bến bãi rà soát phao.\n"
    found = [read(body.format(name))[1].tasks for name in ("Các sở, ban, ngành thuộc tỉnh", "Bộ Bến bãi")]
    assert [[task.lead for task in tasks_of] for tasks_of in found] == [[("Sở Bến bãi",)], []]


def test_what_each_of_many_is_called_by_itself_names_nobody() -> None:
    body = "Kính gửi:\n\n- Các sở: Tài chính, Xây dựng, Y tế;\n\n- Hội Đò.\n\nỦy ban nhân dân tỉnh yêu cầu thực hiện như sau:\n\n"
    found = read(f"{body}1. Sở Y tế\n\n- Xây dựng sổ bến.\n\n- Rà soát phao.\n")[1].tasks
    assert [task.lead for task in found] == [("Sở Y tế",), ("Sở Y tế",)]


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        ("Sở Bến bãi chỉ đạo Chi cục Đò thực hiện các nội dung sau:", "Chi cục Đò"),
        ("Sở Bến bãi chỉ đạo các nội dung sau:", "Sở Bến bãi"),
    ],
)
def test_a_list_is_the_work_of_those_who_are_directed_to_do_it(line: str, lead: str) -> None:
    body = f"III. TỔ CHỨC THỰC HIỆN\n\n1. {line}\n\n- Lập sổ bến báo cáo Sở Bến bãi.\n\n- Rà soát phao.\n"
    assert [found for found, _ in tasks(body)] == [(lead,), (lead,)]


def test_work_of_others_whose_name_cannot_be_told_is_not_that_of_those_above() -> None:
    body = "IV. NHIỆM VỤ CỤ THỂ\n\n1. Nhiệm vụ của Ban Kè\n\n- Rà soát kè.\n\n1.1. Trách nhiệm của đối tượng kiểm kê:\n\n- Rà soát phao.\n"
    assert tasks(body) == [(("Ban Kè",), "Rà soát kè."), ((), "Rà soát phao.")]


NOT_ASKED = [
    pytest.param("Quyết định có hiệu lực từ ngày ký và giao Sở Bến bãi chỉ đạo việc dọn bến.", id="another-document-asked"),
    pytest.param("II. QUY ĐỊNH SỐ LƯỢNG\n\n- Sở Bến bãi chọn cử tối đa 05 người.", id="a-quota"),
    pytest.param("I. ĐÁNH GIÁ CHUNG\n\nTrong năm 2024, bến đò tiếp tục được các cấp, các ngành quan tâm chỉ đạo.", id="what-was-done"),
]


@pytest.mark.parametrize("body", NOT_ASKED)
def test_what_asks_nobody(body: str) -> None:
    assert not tasks(f"Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:\n\n{body}", "THÔNG BÁO")


ASKED = [
    pytest.param("Giao Sở Bến bãi chỉ đạo việc dọn bến.", id="this-document-asks"),
    pytest.param("Thực hiện Kế hoạch số 12/KH-UBND, Hội Đò giao Sở Bến bãi trồng 1.250 cây.", id="who-asks-behind-the-occasion"),
    pytest.param("1. Sở Bến bãi hoàn thành việc dọn bến không quá 05 ngày.", id="a-time-is-no-quota"),
]


@pytest.mark.parametrize("body", ASKED)
def test_what_looks_alike_asks(body: str) -> None:
    assert [lead for lead, _ in tasks(f"Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:\n\n{body}", "THÔNG BÁO")] == [("Sở Bến bãi",)]


ABOVE = "II. TỔ CHỨC THỰC HIỆN\n\n1. Các xã, phường\n\na) {}\n\nb) Rà soát phao.\n"


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        pytest.param("Khi có kết quả đo luồng giao Sở Bến bãi kiểm tra phao.", ("Sở Bến bãi",), id="asks-behind-a-case"),
    ],
)
def test_who_acts_below_a_heading_of_bodies(words: str, lead: tuple[str, ...]) -> None:
    assert tasks(ABOVE.format(words))[0][0] == lead


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        pytest.param("Lập danh sách đề nghị Sở Bến bãi công nhận bến sạch.", (), id="asking-is-the-work"),
        pytest.param("Trước mắt, giao Sở Bến bãi lập danh sách bến sạch.", ("Sở Bến bãi",), id="asks"),
        pytest.param("Cấp Berberin cho trạm y tế thôn, bảo đảm đủ thuốc.", (), id="gives-is-no-rank"),
    ],
)
def test_who_acts_where_nobody_is_named_above(words: str, lead: tuple[str, ...]) -> None:
    assert tasks(f"II. TỔ CHỨC THỰC HIỆN\n\n1. {words}\n\n2. Rà soát phao.\n\n3. Kiểm tra bến.")[0][0] == lead


BODIES = "1. Sở Bến bãi\n\na) Đo luồng;\n\n2. Hội Đò\n\na) Dọn bến;\n\n3. Sở Y tế\n\na) Phun thuốc;\n\n"
AMONG = "II. TỔ CHỨC THỰC HIỆN\n\n" + BODIES + "4. {}\n\na) Rà soát phao.\n"


@pytest.mark.parametrize(
    ("heading", "lead"),
    [
        pytest.param("Đề nghị các tổ chức cung cấp phao", "các tổ chức cung cấp phao", id="which-of-many"),
        pytest.param("Ngân hàng Bến Sông chi nhánh khu vực 14", "Ngân hàng Bến Sông chi nhánh khu vực 14", id="goes-on"),
        pytest.param("Công an xã kiểm tra các bến", "Công an xã", id="acts"),
        pytest.param("Công an xã có quyền hạn và trách nhiệm:", None, id="powers"),
    ],
)
def test_a_heading_among_bodies_is_a_name(heading: str, lead: str | None) -> None:
    assert tasks(AMONG.format(heading))[-1] == ((lead,) if lead else (), "Rà soát phao.")


@pytest.mark.parametrize(
    "words", ["Ít nhất 85% số bến có phao.", "Kinh phí dọn bến theo quy định.", "Việc dọn bến áp dụng cho bến lớn.", "Tên bến: Bến Đá Bạc."]
)
def test_aims_money_and_what_is_told_of_are_no_work_of_a_body(words: str) -> None:
    assert [action for _, action in tasks(ABOVE.format(words))] == ["Rà soát phao."]


def test_a_person_may_be_named_with_a_dot() -> None:
    body = "II. PHÂN CÔNG NHIỆM VỤ\n\n1. Ông. Nguyễn Văn Ổi - Trưởng đoàn: Phụ trách chung việc đo luồng."
    assert tasks(body) == [(("Ông. Nguyễn Văn Ổi - Trưởng đoàn",), "Phụ trách chung việc đo luồng.")]


def test_a_heading_lists_bodies_behind_a_semicolon_in_small_letters() -> None:
    body = "II. TỔ CHỨC THỰC HIỆN\n\n1. Ban Bến bãi các tỉnh ủy; văn phòng các đảng ủy xã:\n\n- Rà soát phao."
    assert tasks(body) == [(("Ban Bến bãi các tỉnh ủy", "văn phòng các đảng ủy xã"), "Rà soát phao.")]
