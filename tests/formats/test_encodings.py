"""Old encodings are recognised by what gives Vietnamese, and turned into Unicode letter by letter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.read.letters import tables
from build_tools.read.letters.encodings import CP1252, by_font, convert, convert_words, decode, font_encoding, mend

TEXT = (
    "Ủy ban nhân dân huyện Đá Bạc yêu cầu các xã, thị trấn khẩn trương rà soát, báo cáo kết quả thực hiện nhiệm vụ sáu tháng đầu năm; "
    "những khó khăn, vướng mắc đề nghị nêu rõ nguyên nhân và kiến nghị hướng giải quyết trước ngày 25 tháng 6."
)


def single_bytes(text: str, high: str, low: dict[int, str] | None = None) -> bytes:
    """Write ``text`` in a single-byte encoding."""
    letters = {letter: 0x80 + place for place, letter in enumerate(high) if letter != "."}
    letters.update({letter: byte for byte, letter in (low or {}).items()})
    return bytes(letters.get(char, ord(char)) for char in text)


def vni(text: str) -> bytes:
    """Write ``text`` in VNI by decomposing each letter."""
    singles = {letter: typed for typed, letter in tables.VNI_SINGLE.items()}
    marks = {mark: typed for typed, mark in tables.VNI_MARKS.items()}
    out = ""
    for char in text:
        small, case = char.lower(), str.upper if char.isupper() else str.lower
        if small in singles:
            out += case(singles[small])
            continue
        whole = unicodedata.normalize("NFD", small)
        cut = 2 if whole[1:2] == "\u031b" else 1
        order = sorted(whole[cut:], key=lambda mark: mark not in "\u0302\u0306")
        base = unicodedata.normalize("NFC", whole[:cut])
        out += case(singles.get(base, base)) + (case(marks["".join(order)]) if order else "")
    return out.encode("latin-1")


def cp1258(text: str) -> bytes:
    out = ""
    for char in text:
        whole = unicodedata.normalize("NFD", char)
        tones = "".join(mark for mark in whole if mark in "\u0300\u0301\u0303\u0309\u0323")
        out += unicodedata.normalize("NFC", "".join(mark for mark in whole if mark not in tones)) + tones
    return out.encode("cp1258")


LOWER = TEXT.replace("Ủ", "ủ")

WRITTEN = {
    "tcvn3": (single_bytes(LOWER, tables.TCVN3), LOWER),
    "viscii": (single_bytes(TEXT, tables.VISCII, tables.VISCII_LOW), TEXT),
    "vps": (single_bytes(TEXT, tables.VPS, tables.VPS_LOW), TEXT),
    "vni": (vni(TEXT), TEXT),
    "cp1258": (cp1258(TEXT), TEXT),
    "utf-16": (TEXT.encode("utf-16"), TEXT),
    "mojibake": (TEXT.encode("utf-8").decode("latin-1").encode("utf-8"), TEXT),
}


@pytest.mark.parametrize("encoding", WRITTEN)
def test_an_old_encoding_is_recognised_and_converted_whole(encoding: str) -> None:
    data, expected = WRITTEN[encoding]
    found = decode(data)
    assert found is not None
    assert (found.encoding, found.text, found.converted) == (encoding, expected, True)


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "vps"])
def test_bytes_saved_as_utf8_by_a_program_that_did_not_know_are_recognised_too(encoding: str) -> None:
    data, expected = WRITTEN[encoding]
    back = {byte: chr(char) for char, byte in CP1252.items()}
    found = decode("".join(back.get(byte, chr(byte)) for byte in data).encode("utf-8"))
    assert found is not None
    assert (found.encoding, found.text) == (encoding, expected)


@pytest.mark.parametrize("data", [b"\x93\xfa\x96{\x8c\xea\x82\xcc\x95\xb6\x8f\x91" * 20, bytes(range(128, 256)) * 4])
def test_what_no_way_turns_into_vietnamese_is_not_guessed(data: bytes) -> None:
    assert decode(data) is None


def test_utf8_stays_as_it_is_composed_or_not() -> None:
    for form in ("NFC", "NFD"):
        text = unicodedata.normalize(form, TEXT)
        found = decode(text.encode("utf-8"))
        assert found is not None
        assert (found.text, found.converted) == (text, False)


def test_one_old_paragraph_inside_unicode_text_is_mended() -> None:
    old = WRITTEN["tcvn3"][0].decode("latin-1")
    text, lines = mend(f"{TEXT}\n{old}\nCộng hòa xã hội chủ nghĩa Việt Nam, 35 °C, § 4, café")
    assert lines == 1
    assert text == f"{TEXT}\n{LOWER}\nCộng hòa xã hội chủ nghĩa Việt Nam, 35 °C, § 4, café"


def test_a_file_cut_inside_a_character_is_read_and_said_to_be_cut() -> None:
    found = decode((TEXT + " ở").encode("utf-8")[:-1])
    assert found is not None
    assert found.cut
    assert found.text == TEXT + " "


@pytest.mark.parametrize(
    ("font", "expected"),
    [
        (".VnTime", ("tcvn3", False)),
        (".VnTimeH", ("tcvn3", True)),
        ("VNI-Times", ("vni", False)),
        ("VNI-Helve-Condense", ("vni", False)),
        ("Times New Roman", None),
        ("VnTime", None),
    ],
)
def test_a_font_name_tells_the_encoding(font: str, expected: tuple[str, bool] | None) -> None:
    assert font_encoding(font) == expected


def test_vni_capitals_of_a_heading() -> None:
    assert convert("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "vni") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    found = decode(data)
    assert found is None or isinstance(found.text, str)


@pytest.mark.parametrize(
    ("word", "font", "expected"),
    [
        ("chÝnh", "ABCDEF+.VnTimeH", "CHÍNH"),
        ("®Þnh", ".VnTime", "định"),
        ("n-íc", "ABCDEF+.VnTime", "nước"),
        ("115/2003/N§-CP", ".VnTime", "115/2003/NĐ-CP"),
        ("huyeän", "VNI-Times", "huyện"),
        ("được", ".VnTime", "được"),
        ("chÝnh", "TimesNewRoman", "chÝnh"),
    ],
)
def test_words_of_a_pdf_by_the_name_of_their_font(word: str, font: str, expected: str) -> None:
    assert by_font(word, font) == expected


def test_words_of_a_page_whose_fonts_tell_nothing() -> None:
    old = WRITTEN["tcvn3"][0].decode("latin-1").replace("\u00ad", "-")
    assert convert_words(old.split()) == LOWER.split()
    assert convert_words(TEXT.split()) is None
    assert convert_words(["sơ", "x¸c", "¸"]) is None
