"""Letters: capitals are capitals, look-alikes are the ones JavaScript knows, nothing has two meanings."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache
from pathlib import Path

import pytest

from build_tools.identity import canonical_number
from build_tools.lexicon import letters
from build_tools.lexicon.keys import exact_key, matching_key, tidy
from build_tools.normalise.lines import look_alike

CAPITAL = re.compile(f"[{letters.CAPITALS}]")


@cache
def every() -> str:
    """All letters that there are."""
    return "".join(map(chr, range(sys.maxunicode + 1)))


def test_capitals_are_the_vietnamese_ones_and_no_small_letter() -> None:
    found = set(CAPITAL.findall(every()))
    assert all(letter.isupper() for letter in found)
    syllables = "QUẢNG NINH ĐẶNG HUỲNH NGUYỄN KHUÝP ỐI ỬNG ĂN ÂM ÊM ÔM ƠN YẾN WFJZ"
    assert set(syllables.replace(" ", "")) <= found
    assert len(found) == 26 + 1 + 11 * 6 + 6 - 5 - 1  # A-Z, Đ, and six forms of each vowel, the plain six of which stand in A-Z


def test_plain_capitals_bear_no_tone() -> None:
    found = set(re.findall(f"[{letters.PLAIN_CAPITALS}]", every()))
    assert found < set(CAPITAL.findall(every()))
    assert not any(mark in unicodedata.normalize("NFD", letter) for letter in found for mark in "\u0300\u0301\u0303\u0309\u0323")


@pytest.mark.parametrize("letter", letters.LOOK_ALIKES)
def test_a_look_alike_is_the_letter_meant_in_every_key(letter: str) -> None:
    meant = letters.LOOK_ALIKES[letter]
    assert unicodedata.name(meant).startswith("LATIN")
    assert letter.isupper() == meant.isupper()
    assert matching_key(f"a{letter}a") == f"a{meant}a"
    assert tidy(letter) == look_alike(letter) == meant
    assert exact_key(letter) == exact_key(meant)
    assert canonical_number(f"12/2031/T{letter}-BC") == canonical_number(f"12/2031/T{meant}-BC")


@pytest.mark.parametrize("letter", ["Σ", "λ", "Ж", "ж", "ß", "Ø", "×"])
def test_letters_that_look_like_none_of_ours_stay(letter: str) -> None:
    assert tidy(letter) == look_alike(letter) == letter
    assert matching_key(letter) == letter


def test_the_search_in_the_browser_knows_the_same_letters(root: Path) -> None:
    source = (root / "build_tools/search/assets/engine/normaliser.js").read_text(encoding="utf-8")
    invisible = letters.INVISIBLE.encode("ascii", "backslashreplace").decode().replace("xad", "u00ad")
    for text in ("".join(letters.LOOK_ALIKES), "".join(letters.LOOK_ALIKES.values()), letters.CAPITALS):
        assert f'"{text}"' in source
    assert f"[{invisible}]" in source


def test_kinds_of_signs_do_not_overlap() -> None:
    kinds = (letters.DASHES, letters.SLASHES, letters.QUOTES, letters.BLANKS, letters.BULLETS, "".join(letters.LOOK_ALIKES))
    assert sum(map(len, kinds)) == len(set("".join(kinds)))
    assert not re.search(f"[{letters.INVISIBLE}]", "".join(kinds))
