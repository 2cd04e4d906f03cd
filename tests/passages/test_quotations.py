"""Quotations: which way a mark turns, what runs over paragraphs, where one ends that nothing closes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.span import Span
from build_tools.passages import find_quotations
from tests.reading.reading_helpers import read
from tests.timing import assert_linear

WITHIN_A_PARAGRAPH = [
    ("cụm từ “bến tạm” và “bến đò”", ["“bến tạm”", "“bến đò”"]),
    ('cụm từ "bến tạm" và "bến đò"', ['"bến tạm"', '"bến đò"']),
    ('dòng “Lý do": ghi rõ', ['“Lý do"']),  # two kinds of mark for one pair
    ("phong trào “Bến sạch“ và “Đò an toàn”", ["“Bến sạch“", "“Đò an toàn”"]),
    ("phong trào ”Bến sạch” ở xã", ["”Bến sạch”"]),
    ("gọi là “Bến “An” mới” nay", ["“Bến “An” mới”"]),
    ('khổ 21" và 30"', []),  # inches
    ("đạt” rồi", []),
    ("chưa khép “bến đò\nDòng sau", ["“bến đò"]),
    ("“chưa khép\nDòng “sau” này", ["“chưa khép", "“sau”"]),
    ("hành vi “chở quá người, phạt 2.000 đồng; xã phạt 3 đò.", ["“chở quá người, phạt 2.000 đồng"]),  # ends with its clause
    ("hành vi “chở quá người. Xã phạt 3 đò", ["“chở quá người"]),
    ("hành vi “chở quá người; chở đêm” bị phạt", ["“chở quá người; chở đêm”"]),
]


@pytest.mark.parametrize(("text", "expected"), WITHIN_A_PARAGRAPH)
def test_which_way_a_mark_turns(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in find_quotations(text).spans] == expected


OVER_PARAGRAPHS = [
    # announced by a colon, in the paragraph above or the same
    ("1. Sửa đổi khoản 2 như sau:\n“2. Mở bến:\na) Đò;\nb) Phà.”.\n2. Bãi bỏ khoản 3.", "“2. Mở bến:", "b) Phà.”"),
    ("1. Sửa đổi Điều 5 như sau: “Điều 5. Bến\n1. Mở bến.\n2. …”\nĐiều 2. Hiệu lực", "“Điều 5. Bến", "2. …”"),
    # a numbered provision without a colon before it
    ('Điều 3. Sửa đổi Điều 8\n"Điều 8. Bến\n1. Mở bến.\n2. Đóng bến."\nĐiều 4. Hiệu lực', '"Điều 8. Bến', '2. Đóng bến."'),
    ("Điều 3. Sửa đổi, bổ sung Điều 8 “Điều 8. Bến\n1. Mở bến.”.\nĐiều 4. Hiệu lực", "“Điều 8. Bến", "1. Mở bến.”"),
    # the articles of the amended text go on inside
    ("Điều 1. Sửa đổi như sau:\n“Điều 1. Bến\nMở.\nĐiều 2. Đò\nĐóng.”.\nĐiều 2. Hiệu lực", "“Điều 1. Bến", "Đóng.”"),
    ("Điều 1. Thay Chương II như sau:\n“Chương II\nBẾN ĐÒ\nĐiều 2. Bến\nMở.”\nĐiều 2. Hiệu lực", "“Chương II", "Mở.”"),
]
NEVER_CLOSED = [
    # before the next article of the document itself, and the heading above it
    ("Điều 12. Sửa đổi như sau:\n“5. Mở bến:\na) Đò;\nb) Phà.\nĐiều 13. Hiệu lực", "“5. Mở bến:", "b) Phà."),
    ("Điều 12. Sửa đổi như sau:\n“5. Mở bến:\na) Đò.\nChương II\nHIỆU LỰC\nĐiều 13. Hiệu lực\ncó “bến”.", "“5. Mở bến:", "a) Đò."),
    ("Điều 1. Sửa đổi như sau:\n“2. Mở bến.\na) Đò.\nĐiều 2. Bãi bỏ\nBỏ khoản 3.”", "“2. Mở bến.", "a) Đò."),  # nor with a late mark
    # before the paragraph that announces the next one
    ("1. Sửa như sau:\n“7. Mở bến.\na) Đò.\nSửa khoản 8 như sau:\n“8. Đóng bến.”", "“7. Mở bến.", "a) Đò."),
    # before the next clause, when the quotation counts otherwise
    ("1. Sửa như sau:\n“7. Mở bến.\na) Đò.\n2. Bãi bỏ khoản 3.", "“7. Mở bến.", "a) Đò."),
    ("1. Sửa Điều 9 như sau:\n“Điều 9. Bến\n1. Mở.\n2. Đóng.\nSau đó thôi.", "“Điều 9. Bến", "“Điều 9. Bến"),  # unclear: its paragraph
]


@pytest.mark.parametrize(("text", "first", "last"), OVER_PARAGRAPHS + NEVER_CLOSED)
def test_where_a_quotation_of_paragraphs_ends(text: str, first: str, last: str) -> None:
    span = find_quotations(text).spans[0]
    assert span.of(text).startswith(first)
    assert span.of(text).endswith(last)


def test_notes_are_a_layer_of_their_own() -> None:
    text = "Thân bài.\n3 có căn cứ như sau:\n“Căn cứ một;\nĐiều 1. Thân bài “bến”.\nCăn cứ hai.”\nĐiều 2. Thân bài."
    lines = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n"), len(text) + 1]
    notes = [Span(lines[index], lines[index + 1] - 1) for index in (1, 2, 4)]
    assert [span.of(text) for span in find_quotations(text, notes).spans] == ["“Căn cứ một;", "“bến”", "Căn cứ hai.”"]


@given(st.text(alphabet='a1. :;”“"\nĐiều', max_size=80))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    quotations = find_quotations(text)
    at = 0
    for span in quotations.spans:
        assert at <= span.start < span.end <= len(text)
        assert quotations.beginning(span.start) == span
        at = span.end


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["“", "”", '"', "“a”", "“\n", "“1. a\n", ":\n“Điều 5. a\n", "Điều 1. “a\n", "a “b\n", "1. a:\n“2. b\n"])
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def work(size: int) -> Callable[[], object]:
        text = (piece * size)[:size]
        return lambda: find_quotations(text)

    assert_linear(work, 50_000, 200)


AMENDING = """CHÍNH PHỦ

Số: 5/2031/NĐ-CP

Sông Mơ, ngày 01 tháng 02 năm 2031

NGHỊ ĐỊNH

Sửa đổi Nghị định về bến bãi

Điều 12. Sửa đổi, bổ sung khoản 5 Điều 3 như sau:

“5. Bến được mở khi:

a) Có đò;

b) Có phà{close}

Điều 13. Hiệu lực thi hành

1. Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2031.

2. Bộ Bến bãi thi hành Nghị định này.
"""


@pytest.mark.parametrize("close", [".”.", '."', "."])
def test_quoted_points_are_no_sections_and_the_next_article_stands(close: str) -> None:
    document = read(AMENDING.format(close=close))
    assert [section.label for section in document.sections] == ["Điều 12", "Điều 13", "1", "2"]
