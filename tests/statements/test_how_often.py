"""Words that say how often, each with a small or a capital letter, beside words that only end like them."""

from __future__ import annotations

import pytest

from build_tools.model.span import Span
from build_tools.statements.how_often import often_in

TELLING = ("thường xuyên đôn đốc", "định kỳ 6 tháng rà soát", "hằng tháng báo cáo", "hàng quý báo cáo", "mỗi quý rà soát", "hằng ngày")


@pytest.mark.parametrize("words", TELLING)
def test_a_telling_word_begins_small_or_with_a_capital(words: str) -> None:
    for said in (words, words[0].upper() + words[1:]):
        assert often_in(said, Span(0, len(said))) == said
        assert often_in(f"x{said}", Span(0, len(said) + 1)) is None


@pytest.mark.parametrize(
    ("words", "often"),
    [
        ("trước ngày 25 hàng tháng", "trước ngày 25 hàng tháng"), ("vào ngày 5 của tháng cuối quý", "vào ngày 5 của tháng cuối quý"),
        ("của tháng đầu quý", None),  # no day before it
        ("bình thường xuyên đêm", None), ("kịnh kỳ 6 tháng rà soát", None), ("xằng tháng báo cáo", None), ("lỗi tháng này", None),
        ("02 lần/năm", "02 lần/năm"), ("02 lần/năm học", None),
    ],
)  # fmt: skip
def test_how_often(words: str, often: str | None) -> None:
    assert often_in(words, Span(0, len(words))) == often
