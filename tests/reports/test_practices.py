"""Practices of one name together; limits, causes, plans and requests told by titles and sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.register import Register
from build_tools.register.load import load_register
from build_tools.reports.practices import practices, remarks
from tests.content import REGISTER
from tests.coverage.pair import REPORT, site_of


@pytest.fixture(scope="module")
def register(root: Path) -> Register:
    return load_register(REGISTER)


TOLD = """HUYỆN ỦY {place}

Số {number}-BC/HU

{place}, ngày 10 tháng 12 năm 2031

BÁO CÁO

kết quả giữ bến đò

I. KẾT QUẢ

Một số mô hình hay, cách làm hiệu quả:

- Hội Phụ nữ: Tổ vá lưới giúp nhau{more}.

- Đoàn xã: Bến sạch ngày chủ nhật.

II. TỒN TẠI, HẠN CHẾ

Vài bến chưa có phao. Nguyên nhân là kinh phí về muộn.

III. ĐỀ XUẤT, KIẾN NGHỊ

Đề nghị huyện cấp thêm áo phao cho các bến xa.
"""


def test_the_same_practice_of_two_reports_is_one(tmp_path: Path, register: Register) -> None:
    site = site_of(
        tmp_path,
        register,
        TOLD.format(place="ĐÁ BẠC", number=12, more=""),
        TOLD.format(place="BẾN LAU", number=13, more="; Đường hoa ven sông"),
    )
    found = [(item.name, len(item.told)) for item in practices(site)]
    assert found == [("Bến sạch ngày chủ nhật", 2), ("Tổ vá lưới giúp nhau", 2), ("Đường hoa ven sông", 1)]
    assert [told.practice.organisation for told in practices(site)[1].told] == ["Hội Phụ nữ", "Hội Phụ nữ"]


def test_remarks_are_told_by_title_and_sentence(tmp_path: Path, register: Register) -> None:
    (document,) = site_of(tmp_path, register, TOLD.format(place="ĐÁ BẠC", number=12, more="")).documents
    assert [(item.kind, item.text) for item in remarks(document)] == [
        ("limits", "Vài bến chưa có phao."),
        ("causes", "Nguyên nhân là kinh phí về muộn."),
        ("asks", "Đề nghị huyện cấp thêm áo phao cho các bến xa."),
    ]
    text = document.document.clean.text
    assert all(" ".join(item.span.of(text).split()) == item.text for item in remarks(document))


def test_what_was_done_is_no_remark(tmp_path: Path, register: Register) -> None:
    (document,) = (item for item in site_of(tmp_path, register, REPORT).documents)
    assert [item.kind for item in remarks(document)] == ["limits", "plans"]
