"""Of a quotation that is never closed, the end is sure only where the document's own numbers go on right behind it."""

from __future__ import annotations

import pytest

from build_tools.graph.open_quotations import unsure_quotations
from build_tools.model.document import Document
from build_tools.model.span import Span
from tests.reading.reading_helpers import read

HEAD = "TỈNH ỦY SÔNG MƠ\n\nSố 12-QĐ/TU\n\nSông Mơ, ngày 05 tháng 6 năm 2031\n\nQUY ĐỊNH\n\nvề bến bãi\n\n"
OPENS = "Điều 1. Sửa đổi Điều 5 như sau:\n\n“Điều 5. Bến bãi\n\n1. Bến có biển.\n\n2. Bến có đèn.\n\n"
ANOTHER = "Sửa đổi Điều 6 như sau:\n\n“Điều 6. Bến đò có mái che.”\n\nĐiều 2. Thi hành\n\nCác bến thi hành.\n"


def unsure(text: str, *words: str) -> list[str]:
    """How the unsure quotations of a text begin; ``words`` are what was read in it."""
    document: Document = read(HEAD + text)
    whole = document.clean.text
    spans = [Span(at, at + len(word)) for word in words for at in [whole.index(word)]]
    return [whole[start : start + 8] for start in unsure_quotations(document, spans)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (OPENS + "Điều 2. Điều khoản thi hành\n\nCác bến thi hành.\n", ("Bến có đèn",), []),
        (OPENS.replace("2. Bến có đèn.", "2. Bến có đèn.”") + "Điều 2. Thi hành\n\nCác bến thi hành.\n", ("Bến có đèn",), []),
        (OPENS, ("Bến có đèn",), []),  # the quotation is its first paragraph, in which nothing was read
        (OPENS, ("Bến bãi",), ["“Điều 5."]),
        (OPENS + ANOTHER, ("Bến có đèn",), ["“Điều 5."]),
        (OPENS + ANOTHER, (), ["“Điều 5."]),
        ("Điều 1. Bến gọi là “bến sông, nơi đò đỗ theo Quy định này.\n\nĐiều 2. Thi hành\n", ("Quy định này",), ["“bến sôn"]),
        ("Điều 1. Theo Quy định này, bến gọi là “bến sông, nơi đò đỗ.\n\nĐiều 2. Thi hành\n", ("Quy định này",), []),
        ("Điều 1. Bến gọi là “bến sông, nơi đò đỗ.\n\nĐiều 2. Quy định này có hiệu lực.\n", ("Quy định này",), []),
        ("Điều 1. Bến gọi là “bến sông, nơi đò đỗ.\n\nĐiều 2. Thi hành\n", (), []),
    ],
)
def test_the_end_is_sure_where_the_own_numbers_go_on(text: str, words: tuple[str, ...], expected: list[str]) -> None:
    assert unsure(text, *words) == expected
