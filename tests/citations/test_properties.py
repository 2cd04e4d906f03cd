"""Invariants of finding: spans, order, time."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.citations import find_citations
from build_tools.citations.numbers import canonical
from build_tools.lexicon.keys import lower_key, matching_key
from build_tools.lexicon.pieces import pattern
from build_tools.passages import Passages
from tests.citations.citation_helpers import document, found
from tests.content import EMPTY
from tests.timing import assert_linear

PIECES = [
    "Nghị quyết ",
    "số ",
    "57-NQ/TW",
    "12/2030/NĐ-CP",
    ", ",
    "và ",
    "ngày 1/2/2030 ",
    "của Bộ Chính trị ",
    "Luật ",
    "Bến bãi ",
    "sửa đổi, bổ sung một số điều của ",
    "này ",
    "“",
    "”",
    "khóa XII ",
    "Điều 5 ",
    "(",
    ")",
    "\n",
    "nêu trên ",
    "sau đây gọi là ",
    "Quy chế ",
    "Hiệp định ",
    "Đại hội ",
    "lần thứ ",
    "IV ",
    "…",
    ". ",
    "57",
    "Trung ương ",
    "4 ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_spans_lie_in_the_text_in_order_and_say_something(pieces: list[str]) -> None:
    text = "".join(pieces)
    citations = find_citations(Passages.of(document(text)), EMPTY)
    spans = [citation.span for citation in citations]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    assert len(set(spans)) == len(spans)
    for citation in citations:
        quote = citation.span.of(text)
        assert quote == quote.strip()
        assert quote
        if citation.kind == "numbered":
            assert citation.number
            assert citation.number == canonical(citation.number)


@given(st.text(max_size=200))
def test_the_matching_key_keeps_every_offset(text: str) -> None:
    assert len(matching_key(text)) == len(text) == len(lower_key(matching_key(text)))
    assert matching_key(matching_key(text)) == matching_key(text)


HOSTILE = [
    "số ",
    "(((((",
    "1.1.1.1/",
    "ngày ngày ngày ",
    "Luật Luật Luật ",
    "Nghị quyết ",
    '"',
    "“",
    "khoản 1 ",
    "Điều 1, ",
    "12/QĐ-UBND, ",
    "1-A",
    "Nghị định số 12/2020/NĐ-CP của ",
    "Luật sửa đổi, bổ sung một số điều của ",
    "của Bộ ",
    "gọi là Luật ",
    "Hiệp định A ",
    "Nghị quyết này ",
    "Nghị quyết Đại hội đảng bộ a b ",
    "văn bản trên ",
    'Chuyên đề toàn khóa "',
    "Nghị định số 1/2020/NĐ-CP (sau đây gọi là Nghị định A) Nghị định đó ",
]


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def work(size: int) -> Callable[[], object]:
        made = document((piece * size)[:size])
        return lambda: find_citations(Passages.of(made), EMPTY)

    assert_linear(work, 50_000, 200)


def test_a_quotation_is_known() -> None:
    citations, _ = found("“Theo Nghị định số 1/2030/NĐ-CP” và Nghị định số 2/2030/NĐ-CP")
    assert [citation.quoted for citation in citations] == [True, False]


def test_patterns_refuse_a_blank_in_a_class() -> None:
    with pytest.raises(ValueError, match="class"):
        pattern(r"[a b]")
