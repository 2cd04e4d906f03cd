"""What is a person's own is found wherever it stands: neither the lines around it nor the edge of the text hide it, or find more."""

from __future__ import annotations

import pytest

from build_tools.guards.personal import personal_in

OWN = {
    "personal-id": ("CCCD của người lái đò: {}.", "046031000127"),
    "personal-phone": ("Người lái đò gọi {} khi cần.", "0912 345 678"),
    "personal-email": ("Thư gửi về {} trước buổi chợ.", "lai.do-2@thuyen.example.vn"),
    "personal-account": ("Số tài khoản ngân hàng: {} tại chi nhánh Bến Lim", "1023 4567 8901"),
    "personal-address": ("Nơi ở hiện nay: {}; người lái đò", "số 7, tổ 3, thôn Bến Lim, xã Sông Mơ"),
    "personal-birth": ("Ông Lò Văn Bến, sinh ngày {} tại bến", "05/03/1971"),
}
LINES = ("", "@", "@ bến Lim", "bến@", "sinh", "Điện thoại:", "số", "İ", "Bến Lim có ba đò.", "12/2031", "1.", "(", "“", "|", "a" * 200)
"""What may stand above and below: nothing, signs that a kind is looked for by, its own words without data, letters that grow."""


def found(text: str) -> set[tuple[int, int, str]]:
    return {(item.span.start, item.span.end, item.code) for item in personal_in(text)}


@pytest.mark.parametrize(("code", "sentence", "own"), [(code, *told) for code, told in OWN.items()], ids=list(OWN))
def test_lines_around_change_nothing(code: str, sentence: str, own: str) -> None:
    text, at = sentence.format(own), sentence.index("{}")
    assert found(text) == {(at, at + len(own), code)}
    for above in LINES:
        start = len(above) + 1 + at
        for below in LINES:
            assert found(f"{above}\n{text}\n{below}") == {(start, start + len(own), code)}, (above, below)


@pytest.mark.parametrize(("code", "sentence", "own"), [(code, *told) for code, told in OWN.items()], ids=list(OWN))
def test_each_of_many_is_found(code: str, sentence: str, own: str) -> None:
    """The first and the last line of a text count as all others do, and one finding does not swallow the next."""
    text = "\n".join([sentence.format(own)] * 4)
    assert [text[start:end] for start, end, told in sorted(found(text)) if told == code] == [own] * 4


def test_data_at_the_edges_of_a_text_needs_no_words_around() -> None:
    for code in ("personal-id", "personal-phone", "personal-email"):
        own = OWN[code][1]
        assert found(own) == {(0, len(own), code)}
        assert found(f"{own} {own}") == {(0, len(own), code), (len(own) + 1, 2 * len(own) + 1, code)}
