"""Characters and offsets: what is cleaned stays traceable, and cleaning twice changes nothing."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.diagnostic import InputError
from build_tools.model.reading import Piece
from build_tools.normalise.characters import clean_pieces

from .reading_helpers import clean, read

LETTERS = st.text(
    alphabet="aăâbđeêioôơuưyĐÐ 1.-/\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b\u00a0\u00ad\u200b\ue000\uf0b7\x00", max_size=40
)


def cleaned(text: str) -> str:
    return clean_pieces([Piece(text, 0, len(text))]).text


@given(LETTERS)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "  " not in once


@given(LETTERS, LETTERS)
def test_runs_answer_to_the_source(one: str, other: str) -> None:
    source = one + "&" + other
    pieces = [Piece(one, 0, len(one)), Piece(other, len(one) + 1, len(source))]
    made = clean_pieces(pieces)
    at = 0
    for start, length, low, high in made.copied:
        assert start >= at
        assert 0 <= low <= low + high <= len(source)
        if length == high and unicodedata.is_normalized("NFC", source[low : low + high]):
            mine, theirs = made.text[start : start + length], source[low : low + high]
            assert mine == theirs or any(letter in "\u2010\u2011\uf0b7" for letter in theirs)
        at = start + length


@given(LETTERS)
def test_any_cut_into_pieces_reads_alike(text: str) -> None:
    half = len(text) // 2
    whole = cleaned(text)
    parts = clean_pieces([Piece(text[:half], 0, half), Piece(text[half:], half, len(text))])
    assert parts.text == whole


HEADER = "TỈNH ỦY SÔNG MƠ\n*\nSố 12-QĐ/TU\nSông Mơ, ngày 05 tháng 3 năm 2031\n\nQUY ĐỊNH\nvề giữ nguồn nước\n\n"
HEADER += "Điều 1. Phạm vi\n\nGiữ nước ở các bản.\n"
VARIANTS = {
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "Eth": lambda text: text.replace("Đ", "Ð"),
    "NBSP": lambda text: text.replace(" ", "\u00a0"),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "soft hyphens": lambda text: text.replace("ươ", "ư\u00adơ"),
    "zero width": lambda text: text.replace(" ", " \u200b"),
    "byte order mark": lambda text: "\ufeff" + text,
    "cut lines": lambda text: text.replace("ngày 05 tháng 3 năm 2031", "ngày\n05 tháng 3\nnăm 2031").replace("Số 12-QĐ", "Số 12-\nQĐ"),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_variants_of_a_text_read_alike(name: str) -> None:
    plain, other = read(HEADER), read(VARIANTS[name](HEADER))
    for field in ("type", "number", "date", "place", "issuer", "subject"):
        assert getattr(other.header, field) == getattr(plain.header, field), field
    assert [(s.label, s.title, s.level) for s in other.sections] == [(s.label, s.title, s.level) for s in plain.sections]


def test_entities_of_html_are_traced_to_the_file() -> None:
    source = "<p>B&#7843;n M&acirc;y &amp; b&#7843;n Gi&oacute; <b>giữ</b> rừng</p>"
    made = clean(source, "html")
    assert made.text == "Bản Mây & bản Gió giữ rừng"
    at = made.text.index("Mây")
    from build_tools.model.span import Span

    span = made.origin.to_source(Span(at, at + 3))
    assert source[span.start : span.end] == "M&acirc;y"


@pytest.mark.parametrize(
    ("data", "line"),
    [(b"", 1), (b" \r\n \n", 1), (b"A\nB \xff\n", 2), ("e" + "\u0301" * 60).encode() and (("A\n\ne" + "\u0301" * 60).encode(), 3)],
)
def test_what_is_no_text_is_refused_with_its_line(data: bytes, line: int) -> None:
    from pathlib import Path

    from build_tools.normalise import normalise
    from build_tools.read.plain import text

    with pytest.raises(InputError) as refused:
        normalise(text.read(Path("a.txt"), data))
    assert [item.line for item in refused.value.diagnostics] == [line]


def test_markup_in_a_text_is_only_text() -> None:
    source = "Điều 1. Ghi <script>x</script> và {{ y }} đúng như vậy\n\n# không phải đề mục\n"
    assert "<script>x</script> và {{ y }}" in clean(source).text
    assert "# không phải đề mục" in clean(source).text


@pytest.mark.parametrize(
    ("letter", "shown"),
    [
        ("\u2010", "-"), ("\u2011", "-"), ("\uf02d", "-"), ("\uf02b", "+"), ("\uf0b7", "•"), ("\uf0a7", "•"), ("\u200b", ""), ("\x00", ""),
        ("\u00ad", ""), ("\ue000", " "), ("\uf8ff", " "), ("\x7f", ""),
    ],
)  # fmt: skip
def test_what_is_made_of_odd_characters(letter: str, shown: str) -> None:
    assert cleaned(f"bến{letter}đò") == f"bến{shown}đò"
    assert cleaned(f"bến {letter} đò") == " ".join(f"bến {shown} đò".split())
    assert cleaned(letter) == shown.strip()
