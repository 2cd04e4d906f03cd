"""Each value of a header stands where it is said to stand. The texts are invented, but for those of the corpus beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.lexicon.keys import exact_key
from build_tools.model.document import Document
from build_tools.model.register import Register
from build_tools.normalise import normalise
from build_tools.read import read_file
from build_tools.structure import structure
from tests.content import shipped

LETTER = (
    "ỦY BAN NHÂN DÂN\nTỈNH SÔNG MƠ\nSố: 36/UBND-NC\nV/v trồng rừng\nven suối\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n"
    "Sông Mơ, ngày 20 tháng 3 năm 2031\n\nKính gửi:\n- Các sở, ban, ngành;\n- Ủy ban nhân dân các xã.\n\nĐề nghị các cơ quan thực hiện.\n\n"
    "Nơi nhận:\n- Như trên;\n- Lưu: VT, NC.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n(Đã ký)\n\nLò Văn Mẫu\n"
)
TITLE = (
    "Nghị định của Chính phủ số 5/2031/NĐ-CP\nngày 10/10/2031 về trồng rừng\n\nCHÍNH PHỦ\n\nCăn cứ Luật Tổ chức Chính phủ;\n\n"
    "NGHỊ ĐỊNH:\n\nĐiều 1. Trồng rừng.\n"
)


@pytest.fixture(scope="module")
def register(root: Path) -> Register:
    return shipped()


def read(path: Path, text: str, register: Register) -> Document:
    path.write_text(text, encoding="utf-8")
    return structure(normalise(read_file(path)), register)


def said(document: Document) -> dict[str, list[tuple[str, str]]]:
    """Field → (value, what stands at its places)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for item in document.header.values:
        found.setdefault(item.field, []).append((item.words.value, " ".join(span.of(document.clean.text) for span in item.words.spans)))
    return found


def test_a_letter(tmp_path: Path, register: Register) -> None:
    found = said(read(tmp_path / "a.txt", LETTER, register))
    assert found["number"] == [("36/UBND-NC", "36/UBND-NC")]
    assert found["date"] == [("2031-03-20", "ngày 20 tháng 3 năm 2031")]
    assert found["place"] == [("Sông Mơ", "Sông Mơ")]
    assert found["issuer"] == [("Ủy ban nhân dân tỉnh Sông Mơ", "ỦY BAN NHÂN DÂN TỈNH SÔNG MƠ")]
    assert found["subject"] == [("trồng rừng ven suối", "trồng rừng ven suối")]
    assert found["type"] == [("Công văn", "36/UBND-NC")]
    assert [value for value, _ in found["addressee"]] == ["Các sở, ban, ngành", "Ủy ban nhân dân các xã"]
    assert [value for value, _ in found["recipient"]] == ["Như trên", "Lưu: VT, NC"]
    assert found["signer"] == [("Lò Văn Mẫu", "Lò Văn Mẫu")]
    assert found["signer_title"] == [("Phó Chủ tịch", "PHÓ CHỦ TỊCH")]
    assert found["authority"] == [("TM. Ủy ban nhân dân, KT. Chủ tịch", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH")]


def test_a_title_that_says_all(tmp_path: Path, register: Register) -> None:
    document = read(tmp_path / "a.txt", TITLE, register)
    found = said(document)
    assert found["number"] == [("5/2031/NĐ-CP", "5/2031/NĐ-CP")]
    assert found["date"] == [("2031-10-10", "ngày 10/10/2031")]
    assert found["subject"] == [("về trồng rừng", "về trồng rừng")]
    assert document.header.stated("number").origin == "text"  # type: ignore[union-attr]


@pytest.mark.shared
def test_no_value_of_a_header_says_what_does_not_stand_there(register: Register, shared: Path) -> None:
    wrong = []
    for path in sorted((shared / "corpus").rglob("*.txt"))[::9]:
        document = structure(normalise(read_file(path)), register)
        for item in document.header.values:
            if item.origin == "inferred" or item.field in ("date", "term"):
                continue
            there = letters(" ".join(span.of(document.clean.text) for span in item.words.spans))
            if any(word not in there for word in letters(item.words.value).split()):
                wrong.append(f"{path.name}: {item.field} {item.words.value!r}: {there!r}")
    assert wrong == []


def letters(text: str) -> str:
    return "".join(letter if letter.isalnum() else " " for letter in exact_key(text))


def test_a_title_above_an_appendix_that_names_the_same_number(tmp_path: Path, register: Register) -> None:
    title, named = "Thông tư số 5/2031/TT-BBB ngày 02/4/2031 hướng dẫn giữ bến", "(Kèm theo Thông tư số 5/2031/TT-BBB ngày 02/4/2031)"
    found = said(read(tmp_path / "a.txt", f"(Tiếp theo)\n\n{title}\n\nPHỤ LỤC I\n\n{named}\n\nBến Lim.\n", register))
    assert found["number"] == [("5/2031/TT-BBB", "5/2031/TT-BBB")]
    assert found["date"] == [("2031-04-02", "ngày 02/4/2031")]
    assert found["type"] == [("Thông tư", "Thông tư")]
    assert found["subject"] == [("hướng dẫn giữ bến", "hướng dẫn giữ bến")]


NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\n\n"


@pytest.mark.parametrize(
    ("above", "is_document"),
    [
        (f"ỦY BAN NHÂN DÂN\n\nTỈNH SÔNG MƠ\n\n{NATION}Sông Mơ, ngày 02 tháng 4 năm 2031\n\n", False),
        (f"ỦY BAN NHÂN DÂN\n\nTỈNH SÔNG MƠ\n\n{NATION}", False), ("Số:      /UBND-NC\n\n", False),
        (f"ỦY BAN NHÂN DÂN\n\nTỈNH SÔNG MƠ\n\nSố:      /UBND-NC\n\n{NATION}Sông Mơ, ngày 02 tháng 4 năm 2031\n\n", True),
        ("Số: 36/UBND-NC\n\n", True),
    ],
)  # fmt: skip
def test_a_letterhead_alone_makes_no_document(tmp_path: Path, register: Register, above: str, is_document: bool) -> None:
    assert read(tmp_path / "a.txt", f"{above}Các xã giữ bến.\n", register).is_document is is_document
