"""Headings set letter by letter."""

from __future__ import annotations

import pytest

from build_tools.model.reading import Piece
from build_tools.normalise.characters import clean_pieces
from build_tools.normalise.spaced import close_up


@pytest.mark.parametrize(
    ("raw", "closed"),
    [
        ("B Á O   C Á O", "BÁO CÁO"),
        ("B Á O C Á O", "BÁO CÁO"),
        ("K Ế T L U Ậ N", "KẾT LUẬN"),
        ("N G H Ị  Q U Y Ế T", "NGHỊ QUYẾT"),
        ("N G H Ị Q U Y Ế T", "NGHỊ QUYẾT"),
        ("  S Ở  N Ộ I  V Ụ  ", "SỞ NỘI VỤ"),
        ("K  Ế  T  L  U  Ậ  N", "KẾT LUẬN"),
        ("H U Y Ệ N  Ủ Y  Đ Á  B Ạ C", "HUYỆN ỦY ĐÁ BẠC"),
        ("T\u00a0Ờ\u00a0\u00a0T\u00a0R\u00a0Ì\u00a0N\u00a0H", "TỜ TRÌNH"),
        ("A B C D", None),
        ("I V X L", None),
        ("A B C", None),
        ("BÁO CÁO", None),
        ("Bến A B C D của xã", None),
        ("B Á O C Á O số 12", None),
        ("1 2 3 4", None),
    ],
)
def test_only_a_line_of_single_letters_is_closed_up(raw: str, closed: str | None) -> None:
    clean = clean_pieces([Piece(raw, 5, 5 + len(raw))])
    found = close_up(clean, raw)
    assert found.text == (closed or clean.text)
    letters = [(found.text[start : start + length], raw[source - 5 : source - 5 + own]) for start, length, source, own in found.copied]
    assert all(word == there for word, there in letters if len(word) == len(there) and "\u00a0" not in there)
