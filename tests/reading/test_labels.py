"""What a paragraph's first characters number it as, where that puts it in the tree, and the address it gets there."""

from __future__ import annotations

import pytest

from build_tools.structure.ids import Addresses, address, slug
from build_tools.structure.labels import as_letter, read_label, split_mark

from .reading_helpers import nodes, read

Row = tuple[str, str, str, str, float, int, str]

LABELS: list[Row] = [
    # text, kind, label as written, row of numbers, rank, place in the row, what the label leaves
    ("Phần thứ nhất. Đất", "part", "Phần thứ nhất", "part0", 0, 1, "Đất"), ("PHẦN THỨ HAI", "part", "PHẦN THỨ HAI", "part0", 0, 2, ""),
    ("PHẦN THỨ NHẤT VỀ BẾN", "part", "PHẦN THỨ NHẤT", "part0", 0, 1, " VỀ BẾN"),
    ("Phần I", "part", "Phần I", "part0", 0, 1, ""), ("Phần B. Nước", "part", "Phần B", "part0", 0, 2, "Nước"),
    ("Phần thứ mười một", "part", "Phần thứ mười một", "part0", 0, 11, ""), ("Chương IV", "chapter", "Chương IV", "chapter1", 1, 4, ""),
    ("Chương 3: Nước", "chapter", "Chương 3", "chapter1", 1, 3, "Nước"),
    ("CHƯƠNG II NƯỚC", "chapter", "CHƯƠNG II", "chapter1", 1, 2, " NƯỚC"),
    ("Chương II[3] Nước", "chapter", "Chương II", "chapter1", 1, 2, "[3] Nước"),
    ("Mục 4. Bến", "section", "Mục 4", "section2", 2, 4, "Bến"),
    ("Mục I - Bến", "section", "Mục I", "section2", 2, 1, "Bến"), ("Tiểu mục 2", "section", "Tiểu mục 2", "section3", 3, 2, ""),
    ("Điều 5. Bến", "article", "Điều 5", "article5", 5, 5, "Bến"), ("Điều 12a: Bến", "article", "Điều 12a", "article5", 5, 12, "Bến"),
    ("Điều 7", "article", "Điều 7", "article5", 5, 7, ""), ("Điều 3.1. Bến", "article", "Điều 3.1", "article5", 5, 3, "Bến"),
    ("ĐIỀU 5) Bến", "article", "ĐIỀU 5", "article5", 5, 5, "Bến"), ("Điều 5.2 Bến", "article", "Điều 5", "article5", 5, 5, " Bến"),
    ("I- BẾN", "item", "I", "I-", 4, 1, "BẾN"), ("I/ Bến", "item", "I", "I/", 4, 1, "Bến"), ("XIV. Bến", "item", "XIV", "I.", 4, 14, "Bến"),
    ("II) Bến", "item", "II", "I)", 4, 2, "Bến"), ("I-² BẾN", "item", "I", "I-", 4, 1, "BẾN"),
    ("IX – Bến", "item", "IX", "I–", 4, 9, "Bến"), ("A. BẾN", "item", "A", "A.", 3.5, 1, "BẾN"),
    ("B- Bến", "item", "B", "A-", 3.5, 2, "Bến"),
    ("Đ. BẾN", "item", "Đ", "A.", 3.5, 5, "BẾN"), ("E. BẾN", "item", "E", "A.", 3.5, 6, "BẾN"),
    ("H. BẾN", "item", "H", "A.", 3.5, 8, "BẾN"),
    ("F. BẾN", "item", "F", "A.", 3.5, 6, "BẾN"), ("A. “Bến”", "item", "A", "A.", 3.5, 1, "“Bến”"),
    ("1. Bến", "clause", "1", "1.", 6, 1, "Bến"), ("12. Bến", "clause", "12", "1.", 6, 12, "Bến"),
    ("1) Bến", "clause", "1", "1)", 6, 1, "Bến"),
    ("1/ Bến", "clause", "1", "1/", 6, 1, "Bến"), ("3 - Bến", "clause", "3", "1-", 6, 3, "Bến"),
    ("1.Bến", "clause", "1", "1.", 6, 1, "Bến"), ("1a. Bến", "clause", "1a", "1.", 6, 1, "Bến"),
    ("12đ. Bến", "clause", "12đ", "1.", 6, 12, "Bến"),
    ("2.1. Bến", "clause", "2.1", "1.12", 6.2, 1, "Bến"), ("2.1 Bến", "clause", "2.1", "1.12", 6.2, 1, "Bến"),
    ("2.1.3. bến", "clause", "2.1.3", "1.13", 6.3, 3, "bến"), ("2.1) bến", "clause", "2.1", "1.12", 6.2, 1, "bến"),
    ("2.1 - bến", "clause", "2.1", "1.12", 6.2, 1, "bến"), ("a) bến", "point", "a", "a)", 7, 1, "bến"),
    ("đ) bến", "point", "đ", "a)", 7, 5, "bến"),
    ("e) bến", "point", "e", "a)", 7, 6, "bến"), ("g) bến", "point", "g", "a)", 7, 7, "bến"),
    ("y) bến", "point", "y", "a)", 7, 23, "bến"),
    ("a1) bến", "point", "a1", "a)", 7, 1, "bến"), ("a/ bến", "point", "a", "a/", 7, 1, "bến"),
    ("b. Bến", "point", "b", "a.", 7, 2, "Bến"),
    ("b - Bến", "point", "b", "a-", 7, 2, "Bến"), ("w) bến", "point", "w", "a)", 7, 23, "bến"),
    ("(2) Bến", "item", "(2)", "(1)", 8, 2, "Bến"),
    ("(b) Bến", "item", "(b)", "(a)", 8.2, 2, "Bến"), ("(đ) bến", "item", "(đ)", "(a)", 8.2, 5, "bến"),
    ("(ii) Bến", "item", "(ii)", "(i)", 8.5, 2, "Bến"), ("(v) Bến", "item", "(v)", "(i)", 8.5, 5, "Bến"),
    ("(x) Bến", "item", "(x)", "(i)", 8.5, 10, "Bến"),
    ("- Bến", "item", "-", "-", 9, 0, "Bến"), ("– Bến", "item", "–", "-", 9, 0, "Bến"), ("• Bến", "item", "•", "-", 9, 0, "Bến"),
    ("* Bến", "item", "*", "-", 9, 0, "Bến"), ("+ Bến", "item", "+", "+", 10, 0, "Bến"), ("-Bến", "item", "-", "-", 9, 0, "Bến"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "label", "style", "rank", "value", "rest"), LABELS)
def test_labels_tell_their_row_and_their_place_in_it(
    text: str, kind: str, label: str, style: str, rank: float, value: int, rest: str
) -> None:
    found = read_label(text)
    assert found is not None
    assert (found.kind, found.text, found.rank, found.value, text[found.rest :]) == (kind, label, rank, value, rest)
    assert found.style == style


@pytest.mark.parametrize(
    "text",
    [
        "V.09.02.04 đối với", "03-TĐV/BBB, Mẫu số 4", "Chương 2 được bãi bỏ",
        "", "Điều 5 của Quy chế", "Điều 5 – 7 của Quy chế", "Điều 5-7 của Quy chế", "Phần lớn bà con", "Chương trình 5", "Mục đích",
        "I BẾN", "IIII. Bến", "VX. Bến",
        "A bến", "A. bến", "0. Bến", "1.5", "1.500 hộ", "1.2.2030", "5 bến", "2.1 bến", "1-2 bến", "3 - bến", "20/11", "1/2 bến",
        "a bến", "b. bến", "ab) bến", "(12a) bến", "(123) bến", "(bến)", "(1)", "--- ", "-- bến", "-5 độ", "+5 độ", "-", "1.", "a)",
        "1.5 ha",
        "Tiểu học 2",
    ],
)  # fmt: skip
def test_what_is_no_label(text: str) -> None:
    assert read_label(text) is None


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("1.[3] Bến", "[3]"), ("Điều 5.² Bến", "²"), ("Điều 5.3 Bến", "3"), ("I-² BẾN", "²"), ("1. Bến", ""), ("Điều 5. Bến", ""),
        ("1.⁽⁴⁾ Bến", "⁽⁴⁾"), ("Chương II2 (được bãi bỏ)", "2"), ("Chương 2 (được bãi bỏ)", ""), ("Điều 45.31 (được bãi bỏ)", "31"),
    ],
)  # fmt: skip
def test_the_mark_of_a_footnote_on_a_label(text: str, mark: str) -> None:
    found = read_label(text)
    assert found is not None
    assert (text[slice(*found.mark)] if found.mark else "") == mark


@pytest.mark.parametrize(
    ("text", "parent", "made"),
    [
        ("1.2.3. Bến", "dieu-5-khoan-1-2", "dieu-5-khoan-1-2-3"), ("1.2.3.4. Bến", "muc-1-2-3", "muc-1-2-3-4"),
        ("1.2.3.4. Bến", "muc-1-2", "muc-1-2-3-4"), ("1.2.3.4. Bến", "muc-1", "muc-1-2-3-4"),
        ("1.2.3.4. Bến", "muc-7", "muc-7-1-2-3-4"), ("1.2.3.4. Bến", "muc-11", "muc-11-1-2-3-4"), ("1.2. Bến", "", "muc-1-2"),
    ],
)  # fmt: skip
def test_numbers_that_stand_in_the_address_above_are_not_said_again(text: str, parent: str, made: str) -> None:
    found = read_label(text)
    assert found is not None
    assert address(found, parent, "") == made


def test_a_letter_that_is_a_roman_number_too() -> None:
    found = read_label("I. BẾN")
    assert found is not None
    letter = as_letter(found)
    assert letter is not None
    assert (letter.text, letter.style, letter.rank, letter.value, "I. BẾN"[letter.rest :]) == ("I", "A.", 3.5, 9, "BẾN")
    for text in ("II. BẾN", "V. BẾN", "C. BẾN", "A. BẾN", "1. Bến"):
        found = read_label(text)
        assert found is not None
        assert as_letter(found) is None


def test_a_number_with_the_mark_of_a_footnote_glued_to_it() -> None:
    found = read_label("1.3 Bến")
    assert found is not None
    assert found.decimal_open
    split = split_mark(found)
    assert (split.kind, split.text, split.style, split.rank, split.value, split.path, split.mark) == (
        "clause",
        "1",
        "1.",
        6,
        1,
        (1,),
        (2, 3),
    )
    closed = read_label("1.3. Bến")
    assert closed is not None
    assert not closed.decimal_open


HEAD = "ỦY BAN NHÂN DÂN\nHUYỆN ĐÁ BẠC\n\nSố: 7/QĐ-UBND\n\nĐá Bạc, ngày 02 tháng 4 năm 2031\n\nQUYẾT ĐỊNH\n\nVề việc giữ nguồn nước\n\n"


NUMBERED = {"part", "chapter", "section", "article", "clause", "point", "item"}


def tree(*lines: str) -> list[str]:
    """The addresses of numbered provisions, in reading order."""
    document = read(HEAD + "\n\n".join(lines) + "\n")
    return [node.id for node in nodes(document.root) if node.kind in NUMBERED]


TREES = [
    # lines of the body, separated by |, and the addresses of what they number
    ("Điều 1. Bến|1. Giữ:|a) Bến;|b) Đò.|2. Nạo.|Điều 2. Đò|1. Vá.", "dieu-1 dieu-1-khoan-1 dieu-1-khoan-1-diem-a dieu-1-khoan-1-diem-b"
     " dieu-1-khoan-2 dieu-2 dieu-2-khoan-1"),
    ("Điều 1. Bến|a) Giữ;|đ) Vá;|đ1) Nạo.", "dieu-1 dieu-1-diem-a dieu-1-diem-dd dieu-1-diem-dd1"),
    ("Điều 1a. Bến|Điều 1b. Đò", "dieu-1a dieu-1b"), ("Điều 1.2. Bến", "dieu-1-2"),
    ("Phần thứ nhất|BẾN|Chương I|CHUNG|Mục 1|Tiểu mục 1|Điều 1. Bến", "phan-1 chuong-1 chuong-1-muc-1 chuong-1-muc-1-tieu-muc-1 dieu-1"),
    ("Chương I|BẾN|Mục 1. Giữ|Điều 1. Bến|Mục 2. Vá|Điều 2. Đò|Chương II|ĐÒ|Mục 1. Nạo|Điều 3. Sông",
     "chuong-1 chuong-1-muc-1 dieu-1 chuong-1-muc-2 dieu-2 chuong-2 chuong-2-muc-1 dieu-3"),
    ("I- BẾN|1- Giữ.|2- Vá.|II- ĐÒ|1- Nạo.", "i i-1 i-2 ii ii-1"), ("A. BẾN|I- GIỮ|1- Vá.|B. ĐÒ|I- NẠO", "a a-i a-i-1 b b-i"),
    ("1. Bến|1.1. Giữ|1.2. Vá|2. Đò|2.1. Nạo", "muc-1 muc-1-1 muc-1-2 muc-2 muc-2-1"),
    ("I. BẾN|1. Giữ|1.1. Vá|1.1.1. Nạo|1.1.2. Lấp|1.2. Đắp", "i i-1 i-1-1 i-1-1-1 i-1-1-2 i-1-2"),
    ("1. Bến|a) Giữ:|- Vá.|+ Nạo.|- Lấp.|b) Đắp.", "muc-1 muc-1-a muc-1-a-g muc-1-a-g-c muc-1-a-g-2 muc-1-b"),
    ("1. Bến|- Giữ.|- Vá.|2. Đò|- Nạo.", "muc-1 muc-1-g muc-1-g-2 muc-2 muc-2-g"),
    # a row that begins again belongs below what is open
    ("I. BẾN|1. Giữ|2. Vá:|a) Nạo|1. Lấp|2. Đắp", "i i-1 i-2 i-2-a i-2-a-1 i-2-a-2"), ("1. Bến|2. Đò|1. Giữ", "muc-1 muc-2 muc-1-2"),
    ("A. BẾN|I. GIỮ|II. VÁ|B. ĐÒ|C. SÔNG", "a a-i a-ii b c"), ("I. BẾN|II. ĐÒ|C. SÔNG", "i ii c"), ("B. BẾN|I. GIỮ|C. ĐÒ", "b b-i c"),
    ("1. Bến (1)|(1) Giữ|(2) Vá|2. Đò", "muc-1 muc-1-1 muc-1-2 muc-2"),
    ("1. Bến|(i) Giữ|(ii) Vá|(a) Nạo", "muc-1 muc-1-i muc-1-ii muc-1-ii-a"),
    ("1. Bến|2. Đò|2.1. Giữ|2.1.3. Vá|2.1.4. Nạo", "muc-1 muc-2 muc-2-1 muc-2-1-3 muc-2-1-4"),
    ("G. BẾN|H. ĐÒ|I. SÔNG", "g h i"), ("H. BẾN|1. Giữ|I. SÔNG", "h h-1 i"), ("2.1. Bến|2.2. Đò", "muc-2-1 muc-2-2"),
    ("Điều 1. Bến|1. Giữ|1.1. Vá|1.2. Nạo", "dieu-1 dieu-1-khoan-1 dieu-1-khoan-1-1 dieu-1-khoan-1-2"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "wanted"), TREES)
def test_provisions_nest_and_are_addressed(lines: str, wanted: str) -> None:
    assert " ".join(tree(*lines.split("|"))) == wanted


def test_an_address_is_given_once() -> None:
    addresses = Addresses()
    assert [addresses.take(wanted) for wanted in ("p", "p", "p-2", "p", "q")] == ["p", "p-2", "p-2-2", "p-3", "q"]


@pytest.mark.parametrize(
    ("text", "made"), [("Đá Bạc", "da-bac"), ("đ", "dd"), ("Đ", "dd"), ("đò", "do"), (" (a) ", "a"), ("1.2", "1-2"), ("…", "")]
)
def test_words_of_an_address(text: str, made: str) -> None:
    assert slug(text) == made


HEADINGS = [
    # the heading of the first provision
    ("Điều 1. Giữ bến|Các xã giữ bến.", "Giữ bến"), ("Điều 1. Giữ bến.|Các xã giữ bến.", None),
    ("Điều 1. Giữ bến.|1. Các xã giữ bến.", "Giữ bến"),
    ("Điều 1. Giữ bến;|1. Các xã giữ bến.", None), ("Điều 1.|Giữ bến|Các xã giữ bến.", "Giữ bến"),
    ("Chương I|GIỮ BẾN|Điều 1. Đò", "GIỮ BẾN"),
    ("Chương I|GIỮ BẾN|VÀ ĐÒ|Điều 1. Đò", "GIỮ BẾN VÀ ĐÒ"), ("Chương I. GIỮ BẾN|Điều 1. Đò", "GIỮ BẾN"),
    ("I- GIỮ BẾN|1- Vá.", "GIỮ BẾN"), ("1. Giữ bến|Các xã giữ bến.", "Giữ bến"), ("1. Giữ bến.|Các xã giữ bến.", None),
    ("1. Giữ bến.|a) Vá đò.", "Giữ bến"), ("1. Giữ bến. Vá đò.|a) Nạo.", None), ("1. Giữ bến:|a) Vá đò.", None),
    ("1. Giữ bến|2. Vá đò.", None),
    ("1. giữ bến|Các xã giữ bến.", None), ("1. GIỮ BẾN|2. VÁ ĐÒ", "GIỮ BẾN"), ("Điều 1. Giữ bến[2]|Các xã.", "Giữ bến"),
    ("Điều 1. Giữ bến⁽¹⁾|Các xã.", "Giữ bến"), ("a) Giữ bến|Các xã giữ bến.", "Giữ bến"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "heading"), HEADINGS)
def test_headings_of_provisions(lines: str, heading: str | None) -> None:
    document = read(HEAD + "\n\n".join(lines.split("|")) + "\n")
    first = next(node for node in nodes(document.root) if node.kind in NUMBERED)
    assert (first.heading.value if first.heading else None) == heading
