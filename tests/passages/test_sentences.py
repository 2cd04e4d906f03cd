"""Sentences: what ends one and what does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.span import Span
from build_tools.passages import Sentences, sentence_spans
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
    ("gửi Chi cục Thú y. Chi cục trả lời.", ["gửi Chi cục Thú y.", "Chi cục trả lời."]),
    ("mã số 01, loại 370, khoản 371. Đối với bến", ["mã số 01, loại 370, khoản 371.", "Đối với bến"]),
    ("Điều 9. Bến đò. Cửa sông.", ["Điều 9. Bến đò.", "Cửa sông."]),
    ("PHỤ LỤC II. BẾN ĐÒ", ["PHỤ LỤC II. BẾN ĐÒ"]),
    ("IV-1.10. BẾN ĐÒ", ["IV-1.10. BẾN ĐÒ"]),
    ("như sau: “a. Bến đò. Cửa sông.”", ["như sau: “a. Bến đò.", "Cửa sông.”"]),
    ("như sau: “Điều 3. Hiệu lực", ["như sau: “Điều 3. Hiệu lực"]),
    ("của C. Mác. Sau đó", ["của C. Mác.", "Sau đó"]),
    ("KT. CHỦ TỊCH", ["KT. CHỦ TỊCH"]),
    ("1\tMở bến. Đóng cửa\tSở Bến", ["1", "Mở bến.", "Đóng cửa", "Sở Bến"]),
    ("Lưu: VT…. (báo cáo)", ["Lưu: VT…. (báo cáo)"]),
    ("Mã số: …….. Xã An", ["Mã số: ……..", "Xã An"]),
    ("đạt 98%. 15 xã chưa đạt.", ["đạt 98%.", "15 xã chưa đạt."]),
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


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("a) Mở bến. Đóng cửa.", 4, "Mở bến."),
        ("a) Mở bến. Đóng cửa.", 0, "a) Mở bến."),  # the label itself is asked for
        ("- Mở bến", 3, "Mở bến"),
        ("“Điều 5. Mở bến", 10, "Mở bến"),
        ("1.2. Mở bến", 6, "Mở bến"),
        ("5 bến mở cửa", 4, "5 bến mở cửa"),  # a count is no label
    ],
)
def test_what_is_said_in_an_item_has_no_label(text: str, at: int, expected: str) -> None:
    assert Sentences(text).at(at).of(text) == expected
    assert Sentences(text).around(Span(at, at + 1)).of(text).endswith(expected)


def test_between_sentences_there_is_none() -> None:
    assert len(Sentences("Một.  Hai.").at(4)) == 0


@pytest.mark.slow
@pytest.mark.parametrize("piece", [".", "…", "v.v.", "1.", "a. ", "!”"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = (piece * size)[:size] + "a"
        return lambda: sentence_spans(text)

    assert_linear(work, 50_000, 200)
