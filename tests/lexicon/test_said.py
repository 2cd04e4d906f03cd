"""Abbreviations and everyday words: each once, each with a source, and never the documents' own words."""

from __future__ import annotations

import re

import pytest

from build_tools.lexicon.files import lexicon_rows
from build_tools.lexicon.keys import fold
from build_tools.lexicon.said import Abbreviation, Everyday, spoken

SHORT = lexicon_rows("abbreviations", Abbreviation)
SAID = lexicon_rows("everyday", Everyday)
NUMBER = re.compile(r"\d+(\.\d+)?(/\d{4})?[/-][A-ZĐ][\w/-]*")


@pytest.mark.parametrize("row", SHORT.rows, ids=lambda row: f"{row.short} {row.words}")
def test_an_abbreviation_begins_as_its_words_do(row: Abbreviation) -> None:
    assert fold(row.short).lower()[0] == fold(row.words).lower()[0]
    assert 2 <= len(row.short) <= len(re.findall(r"\w+", row.words)) + 3
    assert NUMBER.fullmatch(row.source)


@pytest.mark.parametrize("row", SAID.rows, ids=lambda row: f"{row.said} {row.official}")
def test_an_everyday_word_is_another_than_the_official_one(row: Everyday) -> None:
    assert fold(row.said) != fold(row.official)
    assert NUMBER.fullmatch(row.source)


def test_no_row_stands_twice() -> None:
    assert SHORT.claimed_twice(lambda row: [f"{row.short}|{row.words}"], "dòng") == ()
    assert SAID.claimed_twice(lambda row: [f"{row.said}|{row.official}"], "dòng") == ()
    assert len(dict(spoken())) == len(spoken())
