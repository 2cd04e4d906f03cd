"""From when a document says that it is in effect: its own words, not those on what is decided under it. Everything is invented."""

from __future__ import annotations

import pytest

from tests.statements.statement_helpers import read

ROWS = [
    ("QUYẾT ĐỊNH", "Quyết định này có hiệu lực từ ngày 01 tháng 7 năm 2026.", "2026-07-01"),
    ("QUYẾT ĐỊNH", "Quyết định này có hiệu lực kể từ ngày ký.", "2025-03-05"),
    ("QUYẾT ĐỊNH", "Quy chế này có hiệu lực từ ngày 01 tháng 7 năm 2026.", "2026-07-01"),
    ("QUYẾT ĐỊNH", "Các quyết định này có hiệu lực kể từ ngày ký ban hành.", None),
    ("QUYẾT ĐỊNH", "Về phí, quy định này có hiệu lực từ ngày 01 tháng 7 năm 2026.", None),
    ("NGHỊ QUYẾT", "Tòa ra quyết định; quyết định này có hiệu lực kể từ ngày ký ban hành.", None),
    ("NGHỊ QUYẾT", "Quyết định này có hiệu lực kể từ ngày ký. Nghị quyết này có hiệu lực từ ngày 01 tháng 7 năm 2026.", "2026-07-01"),
]


@pytest.mark.parametrize(("kind", "text", "expected"), ROWS)
def test_in_effect_from(kind: str, text: str, expected: str | None) -> None:
    assert read(text, kind)[1].effective_on == expected


def test_the_end_of_what_is_decided_under_a_document_is_not_its_own() -> None:
    assert read("Quyết định này hết hiệu lực từ ngày 01/7/2026.", "NGHỊ QUYẾT")[1].expires_on is None
    assert read("Nghị quyết này hết hiệu lực từ ngày 01/7/2026.", "NGHỊ QUYẾT")[1].expires_on == "2026-07-01"
