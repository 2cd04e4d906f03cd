"""Sentences: what ends one and what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.span import Span
from build_tools.resolve.sentences import Sentences, sentence_spans
from tests.timing import assert_linear

CASES = [
    ("Mở bến. Đóng cửa sông! Ai làm?", ["Mở bến.", "Đóng cửa sông!", "Ai làm?"]),
    ("TP. Sông Mơ và TS. Nguyễn Văn Đò họp.", ["TP. Sông Mơ và TS. Nguyễn Văn Đò họp."]),
    ("Có 5.208 hộ, đạt 98,05%. Năm sau tăng.", ["Có 5.208 hộ, đạt 98,05%.", "Năm sau tăng."]),
    ("Ngày 1.2.2030 họp.", ["Ngày 1.2.2030 họp."]),
    ("1. Bến đò. 2. Cửa sông.", ["1. Bến đò.", "2. Cửa sông."]),
    ("cá, tôm, v.v. và cua. Hết.", ["cá, tôm, v.v. và cua.", "Hết."]),
    ("xong.⁽¹⁾ Tiếp theo.[2] Sau đó.", ["xong.⁽¹⁾", "Tiếp theo.[2]", "Sau đó."]),
    ("gồm: cá, tôm… và cua. Rồi… Thôi.", ["gồm: cá, tôm… và cua.", "Rồi…", "Thôi."]),
    ("nói: “Mở bến.” Rồi đi.", ["nói: “Mở bến.”", "Rồi đi."]),
    ("dòng một\ndòng hai", ["dòng một", "dòng hai"]),
    ("a; b; c.", ["a; b; c."]),
    ("đ/c. Đò", ["đ/c. Đò"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in sentence_spans(text)] == expected


@given(st.text(alphabet="aĐ.! \n…”1(", max_size=60))
def test_nothing_but_blanks_lies_outside(text: str) -> None:
    kept = "".join(span.of(text) for span in sentence_spans(text))
    assert "".join(kept.split()) == "".join(text.split())


def test_around() -> None:
    text = "Một. Hai ba. Bốn."
    assert Sentences(text).around(Span(5, 8)).of(text) == "Hai ba."
    assert Sentences("").around(Span(0, 0)) == Span(0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("piece", [".", "…", "v.v.", "1.", "a. ", "!”"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = (piece * size)[:size]
        return lambda: sentence_spans(text)

    assert_linear(work, 100_000)
