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
        ("mởrộng", "mở rộng"),
        ("uỷvềmờidựhọp", "uỷ về mời dự họp"),
        ("vềmởrộng, vềmởrộng", "về mở rộng, về mở rộng"),
        ("(vềmở2031)", "(về mở 2031)"),
        ("lần thứXIV", "lần thứ XIV"),
    ],
)
def test_put_back(text: str, expected: str) -> None:
    assert mended(text) == expected


PIECES = [
    # pieces with the source that each answers to, the text with its blanks, where each piece of it stands in the source
    (("Kế hoạch số", (0, 11)), ("7-KH/TU", (20, 27)), "Kế hoạch số 7-KH/TU", [(0, 11), (20, 27)]),
    (("Tỉnh uỷ", (0, 12)), ("vềmời dự", (20, 28)), "Tỉnh uỷ về mời dự", [(0, 12), (20, 22), (22, 28)]),
    (("vềmời", (0, 9)), (" dự", (9, 12)), "vềmời dự", [(0, 9), (9, 12)]),
    (("Theo Quy", (0, 8)), (" chế06-QC/TU", (8, 20)), "Theo Quy chế 06-QC/TU", [(0, 8), (8, 12), (12, 20)]),
]


@pytest.mark.parametrize(("first", "second", "expected", "places"), PIECES)
def test_stretches_are_cut_where_a_blank_is_put(
    first: tuple[str, tuple[int, int]], second: tuple[str, tuple[int, int]], expected: str, places: list[tuple[int, int]]
) -> None:
    copied, at = [], 0
    for text, (start, end) in (first, second):
        copied.append((at, len(text), start, end - start))
        at += len(text)
    clean = put_back(Cleaned(first[0] + second[0], tuple(copied)))
    assert clean.text == expected
    assert [(source, source + length) for _, _, source, length in clean.copied] == places
    assert [clean.text[start : start + length].strip() != "" for start, length, *_ in clean.copied] == [True] * len(places)


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
        "tổA, độC, sốa",
        "số7, số 2031a, kỳ2031/a",
    ],
)
def test_nothing_to_put_back(text: str) -> None:
    assert mended(text) == text
