"""Texts without a letterhead: what their title and body say is read, what they leave out stays open; press texts stay what they are."""

from __future__ import annotations

import pytest

from .reading_helpers import read

ARTICLES = (
    "Điều 1. Phạm vi\n\n{} này áp dụng cho các bến.\n\nĐiều 2. Trách nhiệm\n\n1. Ủy ban nhân dân xã chủ trì.\n\n2. Công an xã phối hợp.\n"
)
HEADINGS = (
    "I. MỤC ĐÍCH\n\n1. Giữ bến sạch.\n\nII. NHIỆM VỤ\n\nHội Nông dân xã chủ trì dọn bến.\n\nIII. TỔ CHỨC\n\nCác thôn thực hiện {} này.\n"
)
IN_ARTICLES = ["Điều 1", "Điều 2", "1", "2"]

READ = [
    # (text, kind of file, type, number, subject, sections)
    (f"Chương I\n\nQUY ĐỊNH CHUNG\n\n{ARTICLES.format('Quy định')}", "txt", "Quy định", None, None, ["Chương I", *IN_ARTICLES]),
    (ARTICLES.format("Quyết định"), "md", "Quyết định", None, None, IN_ARTICLES),
    (f"Luật Bến bãi\n\n{ARTICLES.format('Luật')}", "txt", "Luật", None, "Bến bãi", IN_ARTICLES),
    (f"# Quy định về giữ bến\n\n{ARTICLES.format('Quy định')}", "md", "Quy định", None, "về giữ bến", IN_ARTICLES),
    # a headline that tells what the act does, not its type
    (f"# Quy định mức thu ở bến\n\n{ARTICLES.format('Thông tư')}", "md", "Thông tư", None, "Quy định mức thu ở bến", IN_ARTICLES),
    (f"Quyết định số 12/2031/QĐ-UBND quy định giữ bến\n\n{ARTICLES.format('Quyết định')}", "txt",
     "Quyết định", "12/2031/QĐ-UBND", "quy định giữ bến", IN_ARTICLES),
    (f"# Kế hoạch giữ sạch bến năm 2031\n\n{HEADINGS.format('Kế hoạch')}", "md",
     "Kế hoạch", None, "giữ sạch bến năm 2031", ["I", "1", "II", "III"]),
    (HEADINGS.format("Kế hoạch"), "txt", "Kế hoạch", None, None, ["I", "1", "II", "III"]),
    # two types that it may be: none is chosen
    (ARTICLES.format("Quy chế") + "\nQuyết định này có hiệu lực từ ngày ký.\n", "txt", None, None, None, IN_ARTICLES),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "type_", "number", "subject", "sections"), READ)
def test_what_a_text_without_a_letterhead_says(
    text: str, kind: str, type_: str | None, number: str | None, subject: str | None, sections: list[str]
) -> None:
    document = read(text, kind)
    header = document.header
    assert document.is_document
    assert (header.type, header.number, header.subject) == (type_, number, subject)
    assert (header.date, header.issuer, header.place) == (None, None, None)
    assert [section.label for section in document.sections] == sections


NOT = [
    "# Quy định mới về bến: bà con cần biết gì?\n\nTừ 01/7, Nghị định số 12/2031/NĐ-CP có hiệu lực.\n\n"
    "1. Ai phải đăng ký?\n\nChủ bến.\n\n2. Mức phạt?\n",
    "I. MỤC ĐÍCH\n\nGiữ bến sạch.\n\nII. NHIỆM VỤ\n\nDọn bến.\n",  # no word of what it is
    "Điều 5. Phạm vi\n\nQuy định này áp dụng cho các bến.\n\nĐiều 9. Trách nhiệm\n\nCông an xã phối hợp.\n",  # two articles of a press text
    "Bà con ra quân dọn bến.\n\nSáng nay, xã họp bàn về bến.\n\n" + ARTICLES.format("Quy định"),  # quoted by who tells of it
]  # fmt: skip


@pytest.mark.parametrize("text", NOT)
def test_what_is_no_document(text: str) -> None:
    document = read(text, "md")
    assert not document.is_document
    assert [told.code for told in document.diagnostics] == ["not-a-document"]
