"""Where a name ends inside a list: what looks like a verb may belong to it, and general words alone name nobody."""

from __future__ import annotations

import pytest

from build_tools.model.statement import Task
from tests.statements.statement_helpers import read

CHAPEAU = "Để giữ bến sạch, Giám đốc Cảng Sông Mơ yêu cầu các đơn vị thực hiện các nhiệm vụ sau:\n\n1. "


def task(words: str) -> Task | None:
    return next(iter(read(CHAPEAU + words, "KẾ HOẠCH")[1].tasks), None)


GOES_ON = [
    pytest.param(
        "Đề nghị các cơ quan có thẩm quyền giải quyết và cơ quan, đơn vị liên quan cung cấp sổ bến.",
        ("các cơ quan có thẩm quyền giải quyết và cơ quan, đơn vị liên quan",),
        "cung cấp sổ bến.",
        id="a-verb-before-one-more-body",
    ),
    pytest.param("Sở Bến bãi rà soát và hướng dẫn các xã.", ("Sở Bến bãi",), "rà soát và hướng dẫn các xã.", id="one-more-verb"),
    pytest.param("Sở Bến bãi rà soát và cấp phao.", ("Sở Bến bãi",), "rà soát và cấp phao.", id="a-verb-that-is-a-rank"),
    pytest.param("Sở Bến bãi chủ trì, Công an tỉnh phối hợp.", ("Sở Bến bãi",), "Công an tỉnh phối hợp.", id="who-leads-acts-on-nothing"),
    pytest.param(
        "Sở Tài chính, Ban quản lý Khu Bến ứng dụng Công nghệ cao, Ban Quản lý các Khu tỉnh và các xã có trách nhiệm công khai giá đò.",
        ("Sở Tài chính", "Ban quản lý Khu Bến ứng dụng Công nghệ cao", "Ban Quản lý các Khu tỉnh", "các xã"),
        "có trách nhiệm công khai giá đò.",
        id="a-list-up-to-the-charge",
    ),
    pytest.param(
        "Các đơn vị có liên quan thu thập sổ bến.", ("Các đơn vị có liên quan",), "thu thập sổ bến.", id="those-concerned-and-any-verb"
    ),
    pytest.param(
        "Các xã liên quan đến việc thực hiện sắp xếp bến và các tổ chức hữu quan có trách nhiệm giữ sổ.",
        ("Các xã liên quan đến việc thực hiện sắp xếp bến", "các tổ chức hữu quan"),
        "có trách nhiệm giữ sổ.",
        id="concerned-with-work",
    ),
    pytest.param(
        "Yêu cầu các tổ chức, cá nhân thuộc địa bàn quản lý chủ động rà soát phao.",
        ("các tổ chức, cá nhân thuộc địa bàn quản lý",),
        "chủ động rà soát phao.",
        id="whose-they-are",
    ),
    pytest.param(
        "Các đơn vị trực thuộc quản lý việc neo đậu.", ("Các đơn vị trực thuộc",), "quản lý việc neo đậu.", id="directly-below-somebody"
    ),
    pytest.param(
        "Sở Bến bãi và Phòng An ninh chính trị nội bộ Công an tỉnh rà soát phao.",
        ("Sở Bến bãi", "Phòng An ninh chính trị nội bộ Công an tỉnh"),
        "rà soát phao.",
        id="the-last-goes-on-in-small-letters",
    ),
    pytest.param(
        "Hội Đò và các Tập đoàn: Phao tiêu - Bến bãi miền Sông Mơ, Vận tải đường thủy Sông Mơ theo chức năng rà soát luồng.",
        ("Hội Đò", "các Tập đoàn: Phao tiêu - Bến bãi miền Sông Mơ, Vận tải đường thủy Sông Mơ"),
        "theo chức năng rà soát luồng.",
        id="long-names-behind-a-colon",
    ),
]


@pytest.mark.parametrize(("words", "lead", "action"), GOES_ON)
def test_a_name_goes_on_over_what_looks_like_a_verb(words: str, lead: tuple[str, ...], action: str) -> None:
    found = task(words)
    assert found is not None
    assert (found.lead, found.action) == (lead, action)


def test_a_name_with_a_joint_in_it_ends_by_its_own_shape() -> None:
    found = task("Hội Đò phối hợp với Sở Nông nghiệp và Môi trường khôi phục sản xuất (hỗ trợ phao, dây neo), hoàn thành sớm.")
    assert found is not None
    assert found.cooperating == ("Sở Nông nghiệp và Môi trường",)


def test_helpers_go_on_over_a_word_that_one_more_follows() -> None:
    found = task("Sở Bến bãi phối hợp với doanh nghiệp, viện nghiên cứu, trường đại học mở lớp lái đò.")
    assert found is not None
    assert found.cooperating == ("doanh nghiệp, viện nghiên cứu, trường đại học",)


NOBODY = [
    pytest.param("Người đứng đầu các cơ quan, cán bộ, người tham gia dọn bến được xem xét khen thưởng.", id="needs-more"),
    pytest.param("Các cơ quan soạn thảo, cơ quan tham gia thẩm tra.", id="said-before"),
    pytest.param("Cơ quan, tổ chức được Ủy ban nhân dân tỉnh giao bến sông.", id="given-by"),
    pytest.param("Các tổ chức quốc tế ở trong nước giữ bến sông.", id="hangs"),
    pytest.param("Cử công chức phối hợp với Hội Đò đo luồng.", id="done-to-people"),
    pytest.param("Phương án phối hợp và cách giữ bến.", id="nobody-to-act-with"),
    pytest.param("Cấp hành chính trước tên bến rà soát theo mẫu.", id="level-of-nothing"),
    pytest.param("Cơ quan, tổ chức, đơn vị sử dụng bến bãi được hưởng ưu đãi phải thực hiện chế độ ghi sổ.", id="a-class-that-must"),
]


@pytest.mark.parametrize("words", NOBODY)
def test_general_words_that_a_verb_goes_on_name_nobody(words: str) -> None:
    found = task(words)
    assert found is None or found.lead_source != "stated"


SOMEBODY = [
    pytest.param("Các cơ quan, tổ chức, đơn vị sử dụng sổ bến phải đúng mẫu.", id="many"),
    pytest.param("Cơ quan, tổ chức, đơn vị tổng hợp sổ bến.", id="nothing-must"),
    pytest.param("Sở Bến bãi được giao khơi dòng sông Mơ.", id="given-to"),
    pytest.param("Cấp ủy cấp trên rà soát bến đò.", id="above"),
    pytest.param("Kíp Neo phối hợp với Hội Đò đo luồng.", id="somebody-to-act-with"),
]


@pytest.mark.parametrize("words", SOMEBODY)
def test_others_that_look_alike_act(words: str) -> None:
    found = task(words)
    assert found is not None
    assert found.lead_source == "stated"
