"""What public texts get wrong of real instruments (facts: register of regulations, traps): no such mention becomes a wrong link."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.graph import build_site
from build_tools.model.citation import Ambiguous, Resolution, Resolved
from build_tools.model.metadata import Metadata, SourceFile
from build_tools.model.register import Register
from tests.content import shipped

HEAD = "HUYỆN ỦY ĐÁ BẠC\n*\nSố 77-BC/HU\n\nĐá Bạc, ngày 06 tháng 5 năm 2024\n\nBÁO CÁO\nviệc thực hiện\n\n"


@pytest.fixture(scope="module")
def register(root: Path) -> Register:
    return shipped()


def resolved(register: Register, folder: Path, words: str) -> Resolution:
    path = folder / "bao-cao.txt"
    path.write_text(f"{HEAD}Huyện ủy đã phổ biến {words} đến các chi bộ.\n", encoding="utf-8")
    site = build_site(register, [SourceFile("bao-cao", str(path), Metadata(), "extra")], jobs=1)
    (reference,) = (item for item in site.documents[0].references if item.citation.kind == "numbered")
    return reference.resolution


@pytest.mark.parametrize(
    ("words", "work"),
    [
        ("Quy định số 124-QĐ/TW ngày 02/02/2018 của Ban Bí thư", "124-qdd_tw--quy-dinh--ban-bi-thu--xii"),
        ("Quy định số 124-QĐ/TW ngày 04/10/2023 của Bộ Chính trị", "124-qdd_tw--quy-dinh--bo-chinh-tri--xiii"),
        ("Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị", "01-kl_tw--ket-luan--bo-chinh-tri--xiii"),
        ("Quy định số 47-QĐ/TW ngày 01/11/2011 của Ban Chấp hành Trung ương", "47-qdd_tw--quy-dinh--ban-chap-hanh-trung-uong--xi"),
    ],
)
def test_what_is_cited_rightly_is_linked(register: Register, tmp_path: Path, words: str, work: str) -> None:
    found = resolved(register, tmp_path, words)
    assert isinstance(found, Resolved)
    assert found.work == work


@pytest.mark.parametrize(
    "words",
    [
        "Kết luận số 01-KL/TW ngày 05/01/2026 của Bộ Chính trị",  # a date that is another document's
        "Quy định số 47-QĐ/TW khóa XII về những điều đảng viên không được làm",  # another committee's number 47
        "Quy định số 124-QĐ/TW ngày 04/10/2023 của Ban Bí thư khóa XII",  # the one's date with the other's issuer
        "Kế hoạch số 45-KH/TU ngày 01/3/2022 của Thành ủy Cần Thơ",  # the same number of another city
        "Nghị quyết số 06-NQ/TU ngày 31/12/2021 của Tỉnh ủy Sông Mơ",
    ],
)
def test_what_is_cited_wrongly_is_not_linked(register: Register, tmp_path: Path, words: str) -> None:
    assert not isinstance(resolved(register, tmp_path, words), Resolved)


def test_a_shared_number_alone_stays_ambiguous(register: Register, tmp_path: Path) -> None:
    found = resolved(register, tmp_path, "Quy định số 124-QĐ/TW")
    assert isinstance(found, Ambiguous)
    assert len(found.works) == 2
