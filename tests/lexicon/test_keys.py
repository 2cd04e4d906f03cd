import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.lexicon.keys import exact_key, fold, strip_marks, tidy
from build_tools.vietnamese.tones import canonical_tones

LETTERS = st.text(alphabet="aàáảãạăằâấeêếiìíoòôốơớuùưứyýđðÐhkltmngqcpbrsvx -1", max_size=14)


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("hoà", "hòa"),
        ("HOÀ", "HÒA"),
        ("khoá", "khóa"),
        ("uỷ", "ủy"),
        ("thuỷ", "thủy"),
        ("khoẻ", "khỏe"),
        ("hòan", "hoàn"),
        ("qúy", "quý"),
        ("quý", "quý"),
        ("gìa", "già"),
        ("gìn", "gìn"),
        ("gì", "gì"),
        ("ngòai", "ngoài"),
        ("khủyu", "khuỷu"),
        ("tìên", "tiền"),
        ("ngừơi", "người"),
        ("mùa", "mùa"),
        ("của", "của"),
        ("nghĩa", "nghĩa"),
        ("huýnh", "huýnh"),
        ("thuở", "thuở"),
        ("café", "café"),
        ("hòabình", "hòabình"),
        ("Đảng uỷ xã Sông Mơ", "Đảng ủy xã Sông Mơ"),
    ],
)
def test_tone_mark_has_one_place(typed: str, canonical: str) -> None:
    assert canonical_tones(typed) == canonical
    assert canonical_tones(unicodedata.normalize("NFD", typed)) == canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [("lý", "lí"), ("kỹ", "kĩ"), ("Mỹ", "mĩ"), ("quý", "quí"), ("Ðảng", "Đảng"), ("hoá", "hóa"), ("uỷ\u200b ban", "ủy ban"), ("tỷ", "tỉ")],
)
def test_same_word_same_exact_key(one: str, other: str) -> None:
    assert exact_key(one) == exact_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("tay", "tai"), ("thúy", "thúi"), ("y", "i"), ("khóa", "khoa"), ("đảng", "dảng"), ("yêu", "iêu"), ("tuy", "tui")]
)
def test_other_word_other_exact_key(one: str, other: str) -> None:
    assert exact_key(one) != exact_key(other)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đảng uỷ", "dang uy"),
        ("LÝ LUẬN", "li luan"),
        ("Quỹ", "qui"),
        ("Ðiều 5", "dieu 5"),
        ("01-KL/TW", "01-kl/tw"),
        ("ắ ấ ố ứ ỹ", "a a o u y"),
    ],
)
def test_fold(text: str, key: str) -> None:
    assert fold(text) == key
    assert fold(key) == key


@given(LETTERS)
def test_keys_are_idempotent_and_blind_to_composition(text: str) -> None:
    for key in (canonical_tones, exact_key, fold, tidy):
        once = key(text)
        assert key(once) == once
        assert key(unicodedata.normalize("NFD", text)) == once
    assert fold(exact_key(text)) == fold(text)
    assert len(strip_marks(tidy(text))) == len(tidy(text))
    assert len(canonical_tones(text)) == len(unicodedata.normalize("NFC", text))
