"""Which words can be Vietnamese, and the share that tells a right decoding from a wrong one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.vietnamese.syllables import bases, is_initials, is_syllable, valid_share, words

VALID = """
nghiêng gì giêng giếng gìn quốc quyết quýt quỳnh khuya khuỷu ngoằn ngoèo xoong thuở huơ uỷ ủy hoà hòa thúy thuý yêu yếu ý y
ước đường được ĐƯỜNG Đường kết luận hướng dẫn rượu hươu khuếch khuấy xoáy huýt quẩn loắt choắt tuyệt thuyền chuyển toàn
"""

INVALID = [
    "kt",
    "lun",
    "ngiêng",
    "kă",
    "cê",
    "gê",
    "hòá",
    "các̣",
    "cảc",
    "lạ́",
    "NghÞ",
    "®Þnh",
    "COÄNG",
    "ÄÆ°á»\x9dng",
    "đưỜng",
    "word",
    "ǀ",
    "7ӌ1",
]


@pytest.mark.parametrize("word", VALID.split())
def test_a_vietnamese_syllable_is_valid_composed_or_not(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", [word for word in INVALID if word != "lun"])
def test_what_cannot_be_a_syllable_is_not(word: str) -> None:
    assert not is_syllable(word)


def test_text_typed_without_diacritics_is_not_taken_for_broken() -> None:
    assert valid_share("bao cao ket qua thuc hien chi thi cua tinh uy") >= 0.9


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Ủy ban nhân dân tỉnh Sông Mơ báo cáo kết quả thực hiện Chỉ thị số 05-CT/TW, UBND huyện Đá Bạc", 1.0, 1.0),
        ("Uû ban nh©n d©n tØnh S«ng M¬ b¸o c¸o kÕt qu¶ thùc hiÖn", 0.0, 0.4),
        ("K t lu n c a Ban Th ng v v công tác cán b", 0.0, 0.8),
        ("12/2024 – 15%", 0.0, 0.0),
        ("", 0.0, 0.0),
    ],
)
def test_the_share_separates_right_from_wrong_text(text: str, low: float, high: float) -> None:
    assert low <= valid_share(text) <= high


def test_abbreviations_and_single_letters_are_not_counted() -> None:
    assert dict(words("UBND, NĐ-CP, XIII, a) b) T/M và và")) == {"và": 2}


@pytest.mark.parametrize("word", ["UBND", "THCS", "MTTQ", "TNCS", "CAND", "ADN", "WTO", "TW", "HĐQT", "LĐLĐ", "BCH"])
def test_letters_that_cannot_be_read_are_initials(word: str) -> None:
    assert is_initials(word)


@pytest.mark.parametrize("word", ["AN", "LINH", "KRÔNG", "KRONG", "ĐẮK", "PLEIKU", "COVID", "WASHINGTON", "Ubnd", "B", "", "TỈNH", "12"])
def test_words_and_names_are_no_initials(word: str) -> None:
    assert not is_initials(word)


@given(st.sampled_from(sorted(bases())), st.sampled_from(["\u0301", "\u0323"]))
def test_every_base_takes_acute_and_dot_in_every_case(base: str, tone: str) -> None:
    place = next(i for i, letter in enumerate(base) if letter in "aăâeêioôơuưy")
    word = unicodedata.normalize("NFC", base[: place + 1] + tone + base[place + 1 :])
    assert [is_syllable(form) for form in (word, word.upper(), word.title())] == [True, True, True]


@given(st.text(max_size=200))
def test_the_share_is_a_share_for_any_text(text: str) -> None:
    assert 0.0 <= valid_share(text) <= 1.0
