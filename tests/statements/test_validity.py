"""From when a document says that it is in effect: its own words, not those on what is decided under it. Everything is invented."""

from __future__ import annotations

import pytest

from tests.statements.statement_helpers import read

ROWS = [
    ("QUYẾT ĐỊNH", "Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2026.", "2026-07-01"),
    ("QUYẾT ĐỊNH", "Quyết định này có hiệu lực kể từ ngày ký.", "2025-03-05"),
    ("QUYẾT ĐỊNH", "Quy chế này có hiệu lực từ ngày 01 tháng 7 năm 2026.", "2026-07-01"),
    ("QUYẾT ĐỊNH", "Nội quy này có hiệu lực từ ngày 01 tháng 7 năm 2026.", "2026-07-01"),
    ("CHỈ THỊ", "Chỉ thị có hiệu lực từ ngày 01 tháng 7 năm 2026.", "2026-07-01"),
    ("QUYẾT ĐỊNH", "Chỉ thị có hiệu lực từ ngày 01 tháng 7 năm 2026.", None),
    ("QUYẾT ĐỊNH", "Giấy phép này có hiệu lực từ ngày 01 tháng 7 năm 2026.", None),
    ("QUYẾT ĐỊNH", "Thông báo này có hiệu lực từ ngày 01 tháng 7 năm 2026.", None),
    ("QUYẾT ĐỊNH", "Các quyết định này có hiệu lực kể từ ngày ký ban hành.", None),
    ("QUYẾT ĐỊNH", "Về phí, quy định này có hiệu lực từ ngày 01 tháng 7 năm 2026.", None),
    ("QUYẾT ĐỊNH", "Điều 2 Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2026.", None),
    ("QUYẾT ĐỊNH", "Điều 2. Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2026.", "2026-07-01"),
    (
        "QUYẾT ĐỊNH",
        "1. Quyết định này có hiệu lực từ ngày 05/4/2025.\n2. Khoản 3 Điều 2 Quyết định này có hiệu lực từ ngày 01/7/2026.",
        "2025-04-05",
    ),
    ("QUYẾT ĐỊNH", "Giấy cấp theo quy định tại Quyết định này và có hiệu lực từ ngày 01 tháng 7 năm 2026.", None),
    ("QUYẾT ĐỊNH", "Điều 2\nQuyết định này có hiệu lực từ ngày 01 tháng 7 năm 2026.", "2026-07-01"),
    ("NGHỊ QUYẾT", "Tòa ra quyết định; quyết định này có hiệu lực kể từ ngày ký ban hành.", None),
    ("NGHỊ QUYẾT", "Quyết định này có hiệu lực kể từ ngày ký. Nghị quyết này có hiệu lực từ ngày 01 tháng 7 năm 2026.", "2026-07-01"),
]


@pytest.mark.parametrize(("kind", "text", "expected"), ROWS)
def test_in_effect_from(kind: str, text: str, expected: str | None) -> None:
    assert read(text, kind)[1].effective_on == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quyết định này có hiệu lực từ ngày 05/4/2025 đến hết ngày 31/12/2026.", "2026-12-31"),
        ("2. Quyết định này hết hiệu lực kể từ ngày 31/12/2026.", "2026-12-31"),
        ("4. Mức phí tại khoản 2 và khoản 3 Điều 2 Quyết định này hết hiệu lực thi hành từ ngày 31/12/2026.", None),
        ("4. Phụ lục II Quyết định này hết hiệu lực từ ngày 31/12/2026.", None),
        ("3. Giấy đã cấp có giá trị như giấy quy định tại Quyết định này và tiếp tục có hiệu lực đến hết ngày 31/12/2026.", None),
        ("3. Giấy cấp theo Quyết định này có hiệu lực đến hết ngày 31/12/2026.", None),
    ],
)
def test_in_effect_until(text: str, expected: str | None) -> None:
    assert read(text, "QUYẾT ĐỊNH")[1].expires_on == expected


def test_the_end_of_what_is_decided_under_a_document_is_not_its_own() -> None:
    assert read("Quyết định này hết hiệu lực từ ngày 01/7/2026.", "NGHỊ QUYẾT")[1].expires_on is None
    assert read("Nghị quyết này hết hiệu lực từ ngày 01/7/2026.", "NGHỊ QUYẾT")[1].expires_on == "2026-07-01"
