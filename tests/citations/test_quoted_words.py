"""Whose words are quoted: what "Thông tư này" means inside a quotation, by how the text leads to it. Everything is invented."""

from __future__ import annotations

import pytest

from build_tools.citations import find_citations
from build_tools.passages import Passages
from tests.content import EMPTY
from tests.reading.reading_helpers import read

HEAD = "BỘ BẾN BÃI\n\nSố: {number}\n\nSông Mơ, ngày 05 tháng 3 năm 2031\n\n{kind}\n\nVề bến\n\n"
BASE = "Điều 1. Sửa đổi Thông tư số 7/2029/TT-BBB về bến\n\n"

AMENDING = [
    # a quotation whose announcement names nothing is of what the provision around it amends
    (BASE + "1. Sửa đổi khoản 2 như sau:\n\n“2. Theo Thông tư này.”", ["7/2029/TT-BBB"]),
    (BASE + '1. Sửa đổi khoản 2 như sau:\n\n"2. Theo Thông tư này."', ["7/2029/TT-BBB"]),
    (BASE + "1. Sửa đổi khoản 2 như sau:\n\na) “Theo Thông tư này.”\n\nb) “Cùng Thông tư này.”", ["7/2029/TT-BBB"] * 2),
    # one that its own line names comes first, wherever in the line it stands
    (BASE + "Thông tư số 9/2029/TT-BBB được viết lại: “Theo Thông tư này.”", ["9/2029/TT-BBB"]),
    (BASE + "Tại Điều 2 Thông tư số 9/2029/TT-BBB được viết lại: “Theo Thông tư này.”", ["9/2029/TT-BBB"]),
    (BASE + "1. Sửa đổi Điều 2 Thông tư số 9/2029/TT-BBB như sau:\n\n“Theo Thông tư này.”", ["9/2029/TT-BBB"]),
    # what is cited in words that are quoted, or has itself been amended, is not what is amended here
    (BASE + "1. Sửa đổi cụm từ “Thông tư số 3/2029/TT-BBB” như sau:\n\n“Theo Thông tư này.”", ["7/2029/TT-BBB"]),
    (BASE + "1. Sửa đổi khoản 2, được sửa đổi tại Thông tư số 3/2029/TT-BBB, như sau:\n\n“Theo Thông tư này.”", ["7/2029/TT-BBB"]),
    (BASE + "1. Sửa đổi khoản 2, bị thay thế bởi Thông tư số 3/2029/TT-BBB, như sau:\n\n“Theo Thông tư này.”", ["7/2029/TT-BBB"]),
    # an item beside tells nothing of it
    (BASE + "1. Bãi bỏ Thông tư số 3/2029/TT-BBB.\n\n2. Sửa đổi khoản 2 như sau:\n\n“Theo Thông tư này.”", ["7/2029/TT-BBB"]),
    # outside of quotations it is the document's own word
    (BASE + "1. Sửa đổi khoản 2 như sau:\n\n“2. Giữ bến.”\n\nĐiều 2. Thông tư này có hiệu lực.", ["5/2031/TT-BBB"]),
    (BASE + "Điều 2. Phụ lục kèm theo Thông tư này.", ["5/2031/TT-BBB"]),
]


def meant(text: str, number: str, kind: str) -> list[str | None]:
    citations = find_citations(Passages.of(read(HEAD.format(number=number, kind=kind) + text + "\n")), EMPTY)
    return [one.target for one in citations if one.kind == "self"]


@pytest.mark.parametrize(("text", "expected"), AMENDING)
def test_in_a_document_that_amends(text: str, expected: list[str]) -> None:
    assert meant(text, "5/2031/TT-BBB", "THÔNG TƯ") == expected


LAWS = [
    # a law that is amended by its name has the number that the text gave with that name, and no other
    ("Luật Bến bãi số 7/2030/QH16 giữ nguyên. Sửa đổi Luật Bến bãi như sau: “Theo Luật này”", ["7/2030/QH16"]),
    ("Luật Bến bãi sông số 7/2030/QH16 giữ nguyên. Sửa đổi Luật Bến bãi như sau: “Theo Luật này”", ["Luật Bến bãi"]),
    ("Cụm từ “Luật Bến bãi số 7/2030/QH16” giữ nguyên. Sửa đổi Luật Bến bãi như sau: “Theo Luật này”", ["Luật Bến bãi"]),
    ("Sửa đổi Luật Bến bãi số 7/2030/QH16 như sau: “Theo Luật này”", ["7/2030/QH16"]),
    ("Sửa đổi Luật Bến bãi như sau: “Theo Luật này”; xem Luật Bến bãi số 7/2030/QH16", ["Luật Bến bãi"]),
    ("Sửa đổi Luật Bến bãi đã được sửa đổi theo Luật Đò ngang: “Theo Luật này”", ["Luật Bến bãi"]),
]


@pytest.mark.parametrize(("text", "expected"), LAWS)
def test_in_a_law_that_amends_another(text: str, expected: list[str]) -> None:
    assert meant("Điều 1. " + text, "5/2031/QH16", "LUẬT") == expected


OLD = "Thông tư số 7/2029/TT-BBB quy định về bến được sửa đổi bởi:\n\nThông tư số 8/2030/TT-BBB sửa đổi Thông tư số 7/2029/TT-BBB.\n\n"
NOTE = "¹ Điều 2 Thông tư số 8/2030/TT-BBB sửa đổi Thông tư số 7/2029/TT-BBB quy định như sau:"
MARK = "Điều 1.¹ Về bến.\n\n"
CONSOLIDATED = [
    # the note announces it, in the same line, the next one, or on another page; whatever marks are used
    (MARK + NOTE + " “Thông tư này có hiệu lực.”", ["8/2030/TT-BBB"]),
    (MARK + NOTE + "\n\n“Thông tư này có hiệu lực.”", ["8/2030/TT-BBB"]),
    (MARK + NOTE + '\n\n"Thông tư này có hiệu lực."', ["8/2030/TT-BBB"]),
    (MARK + NOTE + "\n\nKT. BỘ TRƯỞNG\n\n“Thông tư này có hiệu lực.”", ["8/2030/TT-BBB"]),
    (MARK + NOTE + '\n\nKT. BỘ TRƯỞNG\n\n"Thông tư này có hiệu lực."', ["8/2030/TT-BBB"]),
    # with a quotation between, what was announced is over
    (MARK + NOTE + "\n\n“Bến này mở.”\n\n“Thông tư này có hiệu lực.”", ["7/2029/TT-BBB"]),
    # a provision of what amends must be named
    (MARK + NOTE.replace("Điều 2 ", "") + "\n\n“Thông tư này có hiệu lực.”", ["7/2029/TT-BBB"]),
    # in the articles it is what is consolidated
    ("Điều 1. Thông tư này quy định về bến.", ["7/2029/TT-BBB"]),
]


@pytest.mark.parametrize(("text", "expected"), CONSOLIDATED)
def test_in_a_consolidated_text(text: str, expected: list[str]) -> None:
    assert meant(OLD + text, "9/VBHN-BBB", "THÔNG TƯ") == expected
