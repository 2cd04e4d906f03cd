"""Pieces of patterns: what each matches whole, and what it does not."""

from __future__ import annotations

import re

import pytest

from build_tools.lexicon import pieces
from build_tools.lexicon.pieces import alternatives, pattern

PIECES = {
    "FOOTNOTE_MARK": (["[3]", "[12]", "⁽²⁾", "⁽3⁾", "²", "¹²"], ["(3)", "3", "[a]", "[1234]", "⁽⁾"]),
    "CAPITALISED": (["Sông", "ĐÁ", "Ửng", "A"], ["sông", "ửng", "Sông1", "Á Bè"]),
    "PERSON": (["Lò Văn Mẫu", "LÒ VĂN MẪU", "Ửng Ê"], ["Mẫu", "Lò văn Mẫu", "Lò Văn 2", "Lò Văn Mẫu và"]),
    "PLACE": (["Sông Mơ", "TP. Mường La", "Đá Bạc"], ["sông Mơ", "ủy", "Sông Mơ,", "Sông mơ"]),
    "DAY_IN_FIGURES": (["05/6/2031", "5-6-2031", "05.06.2031", "5 / 6 / 2031"], ["05/6/31", "6/2031", "2031-06-05"]),
    "SYMBOL_LETTERS": (["QĐ", "TTg", "UBND", "Đi"], ["qđ", "12", "QĐ/TU"]),
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (texts, _) in PIECES.items() for text in texts])
def test_what_a_piece_is(name: str, text: str) -> None:
    assert re.fullmatch(getattr(pieces, name), text)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, (_, texts) in PIECES.items() for text in texts])
def test_what_a_piece_is_not(name: str, text: str) -> None:
    assert not re.fullmatch(getattr(pieces, name), text)


def test_every_piece_stands_in_the_table() -> None:
    made = {name for name in vars(pieces) if name.isupper() and name[0] != "_" and name not in {"BLANK", "RAISED", "CLOSING", "CAPITALS"}}
    assert made == set(PIECES)


def test_classes_are_classes() -> None:
    assert re.fullmatch(f"[{pieces.CLOSING}]+", "”\"')]»")
    assert not re.search(f"[{pieces.CLOSING}]", "“([«a")
    assert re.fullmatch(f"[{pieces.RAISED}]+", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def test_the_longer_word_is_preferred_and_a_blank_may_be_a_line_end() -> None:
    words = pattern(rf"(?:{alternatives(['bộ', 'bộ luật', 'ban', 'bản'])})(?!\w)")
    assert [match.group() for match in words.finditer("bộ\nluật, bộ, bản, ban")] == ["bộ\nluật", "bộ", "bản", "ban"]
    with pytest.raises(ValueError, match="character class"):
        pattern("[a b]")
