"""Names that a text gives to one or to several documents, and documents taken up by the place that cites them. Everything is invented."""

from __future__ import annotations

import pytest

from build_tools.citations import find_citations
from build_tools.passages import Passages
from tests.content import EMPTY
from tests.reading.reading_helpers import read as read_document

A, B, C = "Thông tư số 5/2030/TT-BBB", "Thông tư số 7/2031/TT-BBB", "Nghị định số 9/2031/NĐ-CP"
FIVE, SEVEN, NINE = "5/2030/TT-BBB", "7/2031/TT-BBB", "9/2031/NĐ-CP"
Meant = tuple[str, str | tuple[str, ...] | None]


def taken_up(text: str) -> list[Meant]:
    """What each short and anaphoric reference stands for."""
    document = read_document(text)
    citations = find_citations(Passages.of(document), EMPTY)
    short = [citation for citation in citations if citation.kind in ("short", "anaphora")]
    return [(" ".join(one.span.of(document.clean.text).split()), one.targets or one.target) for one in short]


ONE: list[tuple[str, list[Meant]]] = [
    (f"theo {A} (sau đây gọi tắt là Thông tư bến). Theo Thông tư bến", [("Thông tư bến", FIVE)] * 2),
    (f"theo {A} được sửa đổi theo {B} (sau đây gọi là Thông tư bến)", [("Thông tư bến", FIVE)]),
    (f"theo {A} và {B} (sau đây gọi là Thông tư số 7)", [("Thông tư số 7", SEVEN)]),
    (f"theo {A} và {B} (sau đây gọi là Thông tư số 5)", [("Thông tư số 5", FIVE)]),
    (f"theo {A} (gọi chung là Thông tư bến)", [("Thông tư bến", FIVE)]),
    (f"theo {A} (sau đây gọi là Thông tư 1). Thông tư 12 của bến", [("Thông tư 1", FIVE), ("Thông tư 12", None)]),
    (f"theo {A} (sau đây gọi là Thông tư bến). Thông tư bếnmơ", [("Thông tư bến", FIVE)]),
]
SEVERAL: list[tuple[str, list[Meant]]] = [
    (f"theo {A} và {B} (sau đây gọi chung là Thông tư gốc). Theo các Thông tư gốc", [("Thông tư gốc", (FIVE, SEVEN))] * 2),
    (f"theo {A} và {B} (sau đây gọi là các Thông tư gốc)", [("Thông tư gốc", (FIVE, SEVEN))]),
    (f"Theo {C}. {A} và {B} (gọi chung là Thông tư gốc)", [("Thông tư gốc", (FIVE, SEVEN))]),
    (f"Theo {A}. {B} và {C} (gọi chung là Văn bản gốc)", [("Văn bản gốc", (SEVEN, NINE))]),
]
PLACED: list[tuple[str, list[Meant]]] = [
    ("Các Thông tư được viện dẫn tại khoản 1 và khoản 2 Điều này", [("Các Thông tư được viện dẫn", (FIVE, SEVEN))]),
    ("Các Thông tư được nêu tại Điều này và Điều 2", [("Các Thông tư được nêu", (FIVE, SEVEN))]),
    ("Các Thông tư được dẫn tại khoản 2 Điều 1 Thông tư này", [("Các Thông tư được dẫn", SEVEN)]),
    ("các văn bản được dẫn tại khoản 2 Điều này", [("các văn bản được dẫn", (SEVEN, NINE))]),
    ("Các Thông tư được viện dẫn tại khoản 1 và khoản 2 Điều này gọi chung là Thông tư gốc",
     [("Các Thông tư được viện dẫn", (FIVE, SEVEN)), ("Thông tư gốc", (FIVE, SEVEN))]),
    ("Các Thông tư được viện dẫn tại khoản 9 Điều 8 gọi chung là Thông tư gốc",
     [("Các Thông tư được viện dẫn", None), ("Thông tư gốc", None)]),
    ("các văn bản viện dẫn tại Thông tư này được thay thế thì áp dụng văn bản mới", []),
    ("các văn bản được dẫn tại khoản 9 Điều 8", []),
    ("Thông tư được viện dẫn tại khoản 1 Điều này", [("Thông tư được viện dẫn", FIVE)]),
    ("Thông tư nêu tại khoản 1 Điều 1", [("Thông tư nêu", FIVE)]), ("các Thông tư nêu tại khoản 1 Điều này", []),
    ("Thông tư nêu tại Điều 1", [("Thông tư nêu", None)]), ("thông tư nêu tại khoản 1 Điều 1", []),
    ("Các Thông tư được ban hành tại khoản 1 Điều này", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*ONE, *SEVERAL])
def test_names_that_a_text_gives(text: str, expected: list[Meant]) -> None:
    assert taken_up(text) == expected


@pytest.mark.parametrize(("text", "expected"), PLACED)
def test_documents_by_the_place_that_cites_them(text: str, expected: list[Meant]) -> None:
    before = f"Điều 1. Bến\n1. Theo {A}.\n2. Theo {B} và {C}.\n3. "
    assert taken_up(f"{before}{text}.\nĐiều 2. Kè\n1. Theo {A}.") == expected
