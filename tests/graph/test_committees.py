"""A committee and its standing committee number together: what is cited of the one is found under the other, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.graph import build_site
from build_tools.model.citation import Resolved
from build_tools.model.metadata import SourceFile
from build_tools.model.register import Register

HEAD = """{issuer}
*
Số {number}

ĐẢNG CỘNG SẢN VIỆT NAM
{place}, ngày 05 tháng {month} năm 2024

{type}
giữ rừng

{body}

{sign}
Trần Văn Thử
"""
STANDING = "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ"


def read(tmp_path: Path, register: Register, issuer: str, number: str, kind: str, words: str) -> bool:
    """Whether a letter of the committee that says ``words`` leads to the decision of ``issuer``."""
    texts = {
        "a": HEAD.format(issuer=issuer, number=number, place="Sông Mơ", month="03", type=kind, body="1. Các xã giữ rừng.", sign=STANDING),
        "b": HEAD.format(
            issuer="TỈNH ỦY SÔNG MƠ",
            number="45-KH/TU",
            place="Sông Mơ",
            month="06",
            type="KẾ HOẠCH",
            body=f"Thực hiện {words}.",
            sign=STANDING,
        ),
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    site = build_site(register, [SourceFile(name, str(tmp_path / f"{name}.txt"), collection="extra") for name in texts], jobs=1)
    (plan,) = (item for item in site.documents if item.document.header.number == "45-KH/TU")
    return any(isinstance(item.resolution, Resolved) and item.citation.number == number for item in plan.references)


@pytest.mark.parametrize(
    ("issuer", "number", "words", "found"),
    [
        ("TỈNH ỦY SÔNG MƠ", "12-KL/TU", "Kết luận số 12-KL/TU ngày 05/3/2024 của Ban Thường vụ Tỉnh ủy", True),
        ("TỈNH ỦY SÔNG MƠ", "12-KL/TU", "Kết luận số 12-KL/TU, ngày 05/3/2024 của Ban Thường vụ Tỉnh ủy Sông Mơ", True),
        ("TỈNH ỦY SÔNG MƠ", "12-KL/TU", "Kết luận số 12-KL/TU ngày 05/3/2024 của Ban Chấp hành Đảng bộ tỉnh", True),
        ("TỈNH ỦY SÔNG MƠ", "12-KL/TU", "Kết luận số 12-KL/TU ngày 05/3/2024 của Thường trực Tỉnh ủy", True),
        ("TỈNH ỦY SÔNG MƠ", "12-KL/TU", "Kết luận số 12-KL/TU ngày 05/3/2024 của Ban Thường vụ Tỉnh ủy Bến Xưa", False),
        ("TỈNH ỦY SÔNG MƠ", "12-KL/TU", "Kết luận số 12-KL/TU ngày 06/3/2024 của Ban Thường vụ Tỉnh ủy", False),
        ("TỈNH ỦY SÔNG MƠ", "12-KL/TU", "Kết luận số 12-KL/TU ngày 05/3/2024 của Ban Tuyên giáo Tỉnh ủy", False),
        ("HUYỆN ỦY ĐÁ BẠC", "12-KL/HU", "Kết luận số 12-KL/HU ngày 05/3/2024 của Ban Thường vụ Huyện ủy Đá Bạc", True),
        ("HUYỆN ỦY ĐÁ BẠC", "12-KL/HU", "Kết luận số 12-KL/HU ngày 05/3/2024 của Ban Thường vụ Huyện ủy Cầu Mây", False),
    ],
)
def test_whose_decision_is_meant(tmp_path: Path, shipped: Register, issuer: str, number: str, words: str, found: bool) -> None:
    assert read(tmp_path, shipped, issuer, number, "KẾT LUẬN", words) is found
