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
    alphabet="aăâbđeêioôơuưyĐÐ 1.-/\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b\u00a0\u00ad\u200b\ue000\uf0b7\x00\u1100\u1161\t",
    max_size=40,
)
LEFT_OUT = "\u00ad\u200b\x00"


def cleaned(text: str) -> str:
    return clean_pieces([Piece(text, 0, len(text))]).text


@given(LETTERS)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "  " not in once


@given(st.lists(LETTERS, max_size=4))
def test_every_letter_answers_to_what_it_was_made_of(texts: list[str]) -> None:
    """Pieces with a tag of the format between them: what stands in the source at a run is what the run was made of, and nothing between two
    runs but what leaves no letter."""
    source, pieces = "", []
    for text in texts:
        pieces.append(Piece(text, len(source), len(source) + len(text)))
        source += text + "<b>"
    made = clean_pieces(pieces)
    at = below = 0
    for start, length, low, own in made.copied:
        assert (made.text[at:start], _seen(source[below:low])) in (("", ""), (" ", ""))
        assert _seen(source[low : low + own], " ") == made.text[start : start + length]
        at, below = start + length, low + own
    assert made.text[at:] == _seen(source[below:]) == ""
    assert made.text == cleaned("".join(texts))


def _seen(source: str, blank: str = "") -> str:
    """The letters that a stretch of the source leaves, composed, without the tags."""
    shown = [letter for letter in source.replace("<b>", "").replace("\uf0b7", "•") if letter not in LEFT_OUT]
    return unicodedata.normalize("NFC", "".join(blank if letter in " \t\u00a0\ue000" else letter for letter in shown))


@pytest.mark.parametrize(
    ("pieces", "text", "places"),
    [
        # as many characters as in the source: each answers to its own; fewer or more: all to all of that piece, and to no other
        ((("Bến ", 4), ("đò", 2)), "Bến đò", [(0, 4), (4, 6)]),
        ((("Bến", 3), ("&", 5), ("đò", 2)), "Bến&đò", [(0, 3), (3, 8), (8, 10)]),
        ((("Bến & đò", 12),), "Bến & đò", [(0, 12)]),
        ((("  Bến  & đò", 15),), "Bến & đò", [(0, 15), (0, 15)]),
        ((("Be", 2), ("\u0302\u0301n", 3)), "Bến", [(0, 1), (1, 4), (4, 5)]),
        ((("Be", 4), ("\u0302\u0301n", 5)), "Bến", [(0, 4), (0, 9), (4, 9)]),
        ((("\uf0b7\u00ad", 2), (" bến", 4)), "• bến", [(0, 1), (3, 6)]),
        ((("", 3), ("bến", 3), ("", 0)), "bến", [(3, 6)]),
        ((("b\u1100\u1161", 3),), "b\uac00", [(0, 3)]),
    ],
)  # fmt: skip
def test_pieces_of_a_line(pieces: tuple[tuple[str, int], ...], text: str, places: list[tuple[int, int]]) -> None:
    at, given = 0, []
    for part, wide in pieces:
        given.append(Piece(part, at, at + wide))
        at += wide
    made = clean_pieces(given)
    assert (made.text, [(low, low + own) for _, _, low, own in made.copied]) == (text, places)


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
