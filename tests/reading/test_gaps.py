"""Blanks that a text layer lost after a toned vowel are put back, and the source is still found letter by letter."""

from __future__ import annotations

import pytest

from build_tools.normalise.characters import Cleaned
from build_tools.normalise.gaps import put_back


def mended(text: str) -> str:
    """The text with its blanks; every letter still answers to its own place in the source."""
    clean = put_back(Cleaned(text, ((0, len(text), 0, len(text)),)))
    made = "".join(clean.text[start : start + length] for start, length, *_ in clean.copied)
    assert made == text
    for start, length, source, source_length in clean.copied:
        assert length == source_length
        assert clean.text[start : start + length] == text[source : source + source_length]
    return clean.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theo Kế hoạch số7-KH/TU của Tỉnh ủy", "Theo Kế hoạch số 7-KH/TU của Tỉnh ủy"),
        ("Chỉ thị46-CT/TW", "Chỉ thị 46-CT/TW"),
        ("Chỉ thịsố46-CT/TW", "Chỉ thị số 46-CT/TW"),
        ("Quy chế06-QC/TU", "Quy chế 06-QC/TU"),
        ("Căn cứKế hoạch số 7-KH/TU", "Căn cứ Kế hoạch số 7-KH/TU"),
        ("Ban Thường vụTỉnh uỷvềmời dựhọp", "Ban Thường vụ Tỉnh uỷ về mời dự họp"),
        ("của Uỷban nhân dân tỉnh", "của Uỷ ban nhân dân tỉnh"),
        ("Chủtịch UBND tỉnh", "Chủ tịch UBND tỉnh"),
        ("Đảng bộtỉnh An Sơn lần thứI, nhiệm kỳ2025 – 2030", "Đảng bộ tỉnh An Sơn lần thứ I, nhiệm kỳ 2025 – 2030"),
        ("ngày 5 tháng 3 mởrộng", "ngày 5 tháng 3 mở rộng"),
    ],
)
def test_put_back(text: str, expected: str) -> None:
    assert mended(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 7-KH/TU của Tỉnh ủy về việc mở bến",
        "của Bộ Chính trị3 về",
        "hóan đổi, nghiã vụ, đựơc, qúa",
        "Ápganixtan, Ôxtrâylia, Lào, Huế",
        "https://bến.vn/sốhai",
        "TỔ CHỨC, tổchuc",
        "mẫu số 02a, phụ lục I1",
        "khoảng cách, thuyền, nghiệpvụ",
    ],
)
def test_nothing_to_put_back(text: str) -> None:
    assert mended(text) == text
