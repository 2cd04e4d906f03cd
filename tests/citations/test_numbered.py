"""Numbered citations: what is one, where it ends, what it says."""

from __future__ import annotations

import pytest

from tests.citations.citation_helpers import found

CASES = [
    ("Thực hiện Kết luận số 07-KL/TU ngày 18/5/2021 của Ban Thường vụ", "Kết luận số 07-KL/TU ngày 18/5/2021", "07-KL/TU", "2021-05-18"),
    (
        "Quyết định 15/QĐ-UBND, ngày 3 tháng 4 năm 2020 của",
        "Quyết định 15/QĐ-UBND, ngày 3 tháng 4 năm 2020",
        "15/QĐ-UBND",
        "2020-04-03",
    ),
    ("Căn cứ Luật Bến bãi số 63/2031/QH15;", "Luật Bến bãi số 63/2031/QH15", "63/2031/QH15", None),
    ("tại Công văn số 7169/VPCP-NC gửi", "Công văn số 7169/VPCP-NC", "7169/VPCP-NC", None),
    ("theo Hướng dẫn số 38 - HD/BTCTW", "Hướng dẫn số 38 - HD/BTCTW", "38-HD/BTCTW", None),
    ("theo Nghị định số 143/2025//NÐ-CP", "Nghị định số 143/2025//NÐ-CP", "143/2025/NĐ-CP", None),
]


@pytest.mark.parametrize(("text", "quote", "number", "date"), CASES)
def test_numbered(text: str, quote: str, number: str, date: str | None) -> None:
    citation, spans = found(text)
    assert spans == [quote]
    assert (citation[0].number, citation[0].date) == (number, date)


@pytest.mark.parametrize("text", ["Mẫu số 01/PLI ban hành", "TCVN 5507-2002", "đội 1-TĐV", "Số: 12/2025/QĐ-UBND"])
def test_not_documents(text: str) -> None:
    assert found(text)[1] == []
