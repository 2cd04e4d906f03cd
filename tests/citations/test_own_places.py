"""References of a text to its own places: which words are one link, and where they lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.graph import build_site
from build_tools.model.metadata import SourceFile
from build_tools.model.site import SiteDocument
from tests.content import shipped

HEAD = """ỦY BAN NHÂN DÂN
TỈNH SÔNG MƠ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 12/2031/QĐ-UBND
Sông Mơ, ngày 05 tháng 3 năm 2031
QUYẾT ĐỊNH
Quy định về bến đò
"""
BODY = """Điều 1. Bến đò
1. Bến đò có người trông.
2. Người trông bến:
a) Ghi sổ;
b) Giữ phao.
Điều 2. Thi hành
1. {words}
2. Quyết định này có hiệu lực từ ngày 10/3/2031.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Mơ
PHỤ LỤC I
DANH SÁCH BẾN ĐÒ
(Kèm theo Quyết định số 12/2031/QĐ-UBND ngày 05/3/2031)
1. Bến Đá.
"""


def read(tmp_path: Path, words: str, above: str = "") -> SiteDocument:
    path = tmp_path / "ben-do.txt"
    path.write_text(above + HEAD + BODY.format(words=words), encoding="utf-8")
    site = build_site(shipped(), (SourceFile("ben-do", str(path)),), jobs=1, strict=False)
    return site.documents[0]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Làm theo khoản này.", [("khoản này", "dieu-2-khoan-1")]),
        ("Làm theo các khoản này.", []),  # sums of money
        ("Làm theo quy định tại Điều này; điều này là mới.", [("Điều này", "dieu-2")]),
        (
            "Làm theo các khoản 1 và 2 Điều này.",
            [("khoản 1", "dieu-2-khoan-1"), ("2 Điều này", "dieu-2-khoan-2")],
        ),
        (
            "Làm theo điểm a, b khoản 2, Điều 1 của Quyết định này.",
            [("điểm a", "dieu-1-khoan-2-diem-a"), ("b khoản 2, Điều 1 của Quyết định này", "dieu-1-khoan-2-diem-b")],
        ),
        (
            "Làm theo khoản 1, điểm a khoản 2 Điều 1 và Điều 2 của Quyết định này.",
            [
                ("khoản 1", "dieu-1-khoan-1"),
                ("điểm a khoản 2 Điều 1", "dieu-1-khoan-2-diem-a"),
                ("Điều 2 của Quyết định này", "dieu-2"),
            ],
        ),
        ("Làm từ khoản 1 đến khoản 2 Điều này.", [("khoản 1", "dieu-2-khoan-1"), ("khoản 2 Điều này", "dieu-2-khoan-2")]),
        (
            "Làm theo điểm a khoản 1, 2 Điều 1 Quyết định này.",
            [("khoản 1", "dieu-1-khoan-1"), ("2 Điều 1 Quyết định này", "dieu-1-khoan-2")],
        ),
        (
            "Làm theo điểm a Điều 1 của Quyết định này.",
            [("điểm a Điều 1 của Quyết định này", "dieu-1-khoan-2-diem-a")],
        ),  # only one is there
        ("Làm theo Phụ lục I ban hành kèm theo Quyết định này.", [("Phụ lục I ban hành kèm theo Quyết định này", "phu-luc-i")]),
        ("Làm theo danh mục 2 kèm theo Quyết định này.", []),
        ("Làm theo khoản 2 Điều này.", [("khoản 2 Điều này", "dieu-2-khoan-2")]),
        ("Làm theo điểm b khoản 2 Điều 1 của Quyết định này.", [("điểm b khoản 2 Điều 1 của Quyết định này", "dieu-1-khoan-2-diem-b")]),
        (
            "Làm theo khoản 1 và khoản 2 Điều 1 Quyết định này.",
            [("khoản 1", "dieu-1-khoan-1"), ("khoản 2 Điều 1 Quyết định này", "dieu-1-khoan-2")],
        ),
        ("Làm theo khoản 9 Điều này.", []),  # there is none
        ("Làm theo khoản 2 Điều 1.", []),  # of which document is not said
        ("Làm theo khoản 2 Điều 1 Quyết định số 7/2030/QĐ-UBND ngày 01/02/2030.", []),  # another's
        ("Sửa Điều 3: “Điều 3. Việc khác. Làm theo khoản 2 Điều này.”", []),  # words that are quoted
    ],
)
def test_a_reference_within_the_text_is_one_link_to_the_right_place(tmp_path: Path, words: str, found: list[tuple[str, str]]) -> None:
    document = read(tmp_path, words)
    text = document.document.clean.text
    assert [(item.span.of(text), item.node) for item in document.own_places] == found


ENCLOSED = (
    HEAD
    + """Điều 1. Ban hành kèm theo Quyết định này Quy chế giữ bến.
Điều 2. Làm theo {above}.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Lê Văn Mơ
QUY CHẾ
Giữ bến
(Ban hành kèm theo Quyết định số 12/2031/QĐ-UBND ngày 05/3/2031)
Điều 1. Bến đò
1. Bến đò có người trông.
2. Người trông bến ghi sổ.
Điều 2. Đò
1. Làm theo {inside}.
2. Đò có phao.
"""
)


@pytest.mark.parametrize(
    ("above", "inside", "found"),
    [
        # within the rules that a decision encloses, which of the two is meant is said by its type
        ("bến", "khoản 2 Điều 1 Quy chế này", [("khoản 2 Điều 1 Quy chế này", "quy-che-dieu-1-khoan-2")]),
        ("bến", "khoản 2 Điều 2 Quy chế này", [("khoản 2 Điều 2 Quy chế này", "quy-che-dieu-2-khoan-2")]),
        ("bến", "Điều 1 của Đề án này", []),  # rules are no scheme
        ("bến", "Điều 1 của Quyết định này", [("Điều 1 của Quyết định này", "dieu-1")]),
        ("bến", "khoản 2 Điều 1 Quyết định này", []),  # its own Article 1 has no clauses
        ("bến", "khoản 2 Điều này", [("khoản 2 Điều này", "quy-che-dieu-2-khoan-2")]),
        ("bến", "khoản 2 Điều 1", []),
        # the decision itself has none of what the rules have, nor is it said of which rules it is
        ("Điều 2 của Quy chế này", "bến", []),
        ("Điều 1 của Quyết định này", "bến", [("Điều 1 của Quyết định này", "dieu-1")]),
    ],
)
def test_rules_and_the_decision_that_encloses_them_have_places_of_their_own(
    tmp_path: Path, above: str, inside: str, found: list[tuple[str, str]]
) -> None:
    path = tmp_path / "ben-do.txt"
    path.write_text(ENCLOSED.format(above=above, inside=inside), encoding="utf-8")
    (document,) = build_site(shipped(), (SourceFile("ben-do", str(path)),), jobs=1, strict=False).documents
    assert [(item.span.of(document.document.clean.text), item.node) for item in document.own_places] == found
