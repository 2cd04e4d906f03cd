from __future__ import annotations

import pytest

from build_tools.vietnamese.syllables import is_syllable
from build_tools.vietnamese.word_pairs import TABLE, Followers, belong_together, often_together
from tests.vietnamese.make_word_pairs import DOCUMENTS, pairs_of

PAIRS = [("kinh tế", True), ("nghệ thông", True), ("dịch vụ", True), ("tế trích", False), ("dưỡng dựng", False), ("bến bãi", False)]


@pytest.mark.parametrize(("pair", "together"), PAIRS)
def test_syllables_of_one_term_belong_together(pair: str, together: bool) -> None:
    assert belong_together(*pair.split()) is together


def test_what_often_follows_is_told_from_what_may() -> None:
    assert often_together("nghệ", "thông")
    assert not often_together("chính", "hướng")
    followers = Followers(frozenset({"tế", "phí"}), frozenset({"tuyến"}))
    assert str(followers) == "phí tế|tuyến"
    assert Followers.parse(str(followers)) == followers


def test_the_table_is_in_order_and_holds_syllables() -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines, key=lambda line: line.split()[0])
    assert all(is_syllable(word) for line in lines for word in line.replace("|", " ").split())


def test_pairs_are_counted_in_documents_of_running_text() -> None:
    text = "Bến đò đông khách. Sông Mơ cạn; khách qua sông, khách chờ."
    others = [f"{word} lạ" for word in ("gió", "mưa", "nắng", "bão")] * 9
    assert pairs_of([text] * DOCUMENTS + others)["bến"] == Followers(frozenset({"đò"}), frozenset())
    assert "bến" not in pairs_of([text] * (DOCUMENTS - 1))
    assert "sông" not in pairs_of(["Sông Mơ"] * DOCUMENTS)
