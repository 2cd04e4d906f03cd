"""The provision cited inside a document."""

from __future__ import annotations

import pytest

from build_tools.model.citation import Pinpoint
from tests.citations.citation_helpers import found

NUMBER = "Nghị định số 1/2030/NĐ-CP"
CASES = [
    (f"khoản 2 Điều 5 {NUMBER}", Pinpoint(article="5", clause="2")),
    (f"điểm b khoản 2 Điều 5 của {NUMBER}", Pinpoint(article="5", clause="2", point="b")),
    (f"điểm e, khoản 5, Điều 9 của {NUMBER}", Pinpoint(article="9", clause="5", point="e")),
    (f"Khoản 2, 3, 4, 5 Điều 27 {NUMBER}", Pinpoint(article="27", clause="2, 3, 4, 5")),
    (f"các khoản 1, 3 và 4 Điều 42 {NUMBER}", Pinpoint(article="42", clause="1, 3, 4")),
    (f"khoản 1 và khoản 3 Điều 4 {NUMBER}", Pinpoint(article="4", clause="1, 3")),
    (f"điểm a), b), c) khoản 1, Điều 10 của {NUMBER}", Pinpoint(article="10", clause="1", point="a, b, c")),
    (f"khoản 2 Điều 8 và khoản 1 Điều 22 {NUMBER}", Pinpoint(article="22", clause="1")),
    (f"Điều 18, Khoản 4 Điều 22 {NUMBER}", Pinpoint(article="22", clause="4")),
    (f"Điều 74, Điều 75 {NUMBER}", Pinpoint(article="74, 75")),
    (f"Điều 9a {NUMBER}", Pinpoint(article="9a")),
    (f"khoản 4 Điều 21 và khoản 3.b Bảng số 02 Chương I Phụ lục 5 kèm theo {NUMBER}", Pinpoint(appendix="5", chapter="I", clause="3.b")),
    (f"Phụ lục I kèm theo {NUMBER}", Pinpoint(appendix="I")),
    (f"Mẫu tại Phụ lục I kèm {NUMBER}", None),
    (f"Phụ lục II {NUMBER}", Pinpoint(appendix="II")),
    (f"Mục 2 Chương III {NUMBER}", Pinpoint(section="2", chapter="III")),
    (f"mục II Phần A {NUMBER}", Pinpoint(section="II", part="A")),
    (f"{NUMBER} (Điều 5, khoản 2)", Pinpoint(article="5", clause="2")),
    (f"Điều 5, khoản 2, điểm a {NUMBER}", Pinpoint(article="5", clause="2", point="a")),
    (f"Điều 5 khoản 2 của {NUMBER}", Pinpoint(article="5", clause="2")),
    (f"Điều 5, các khoản 2, 3 {NUMBER}", Pinpoint(article="5", clause="2, 3")),
    (f"Điều 4, Điều 5 khoản 2 {NUMBER}", Pinpoint(clause="2")),
    (f"Điều 5 và khoản 2 {NUMBER}", Pinpoint(clause="2")),
    (f"Chương II, Điều 5 {NUMBER}", Pinpoint(chapter="II", article="5")),
    (f"{NUMBER} (Điều 5 khoản 2 điểm a)", Pinpoint(article="5", clause="2", point="a")),
    (f"theo khoản 1 Điều này và {NUMBER}", None),
    (f"{NUMBER} (điểm a)", Pinpoint(point="a")),
    (f"{NUMBER} (điểm a)\nBến mở.", Pinpoint(point="a")),
    (f"{NUMBER} (Điều 5\nBến mở.", None),
    (f"{NUMBER} (Điều 5", None),
    (f"Điều 5. Thực hiện {NUMBER}", None),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_pinpoint(text: str, expected: Pinpoint | None) -> None:
    (citation,) = [citation for citation in found(text)[0] if citation.kind == "numbered"]
    assert citation.pinpoint == expected
