"""Names of files that people bring, as every file system takes them."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from build_tools.intake.attaching import PATH_LENGTH
from build_tools.intake.safe_name import safe_name
from tests.formats.test_add import data, desk, folders, letter, register_read_once, run
from tests.formats.test_attach import attached, book, put

__all__ = ["data", "desk", "register_read_once"]


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Phụ lục II.xlsx", "Phụ lục II.xlsx"),
        ("../../a/b\\c.pdf", "c.pdf"),
        ('biểu: "1/2"?.xlsx', "2__.xlsx"),
        ("bảng.xlsx. . ", "bảng.xlsx"),
        ("danh sách .", "danh sách"),
        ("con", "_con"),
        ("NUL.xlsx", "_NUL.xlsx"),
        ("aux .tar.gz", "_aux .tar.gz"),
        ("COM7.pdf", "_COM7.pdf"),
        ("lpt¹.pdf", "_lpt¹.pdf"),
        ("conin$", "_conin$"),
        ("console.pdf", "console.pdf"),
        ("com10.pdf", "com10.pdf"),
        ("nul_1.pdf", "nul_1.pdf"),
        ("a\tb\x07.pdf", "a_b_.pdf"),
        ("", "_"),
        ("...", "_"),
        (unicodedata.normalize("NFD", "Bảng ủy ban.pdf"), "Bảng ủy ban.pdf"),
        ("ư" * 300 + ".docx", "ư" * 117 + ".docx"),
        ("a" * 140 + "  " + "b" * 40, "a" * 140 + "  " + "b" * 8),
        ("a" * 149 + " b.pdf", "a" * 149 + ".pdf"),
    ],
)
def test_a_name_is_one_that_windows_takes_too(name: str, safe: str) -> None:
    assert safe_name(name) == safe
    assert safe_name(safe) == safe


def test_a_name_that_means_something_else_is_not_taken() -> None:
    assert safe_name("answers.json", "answers.json") == "_answers.json"


@pytest.mark.parametrize(("most", "length"), [(40, 40), (3, 16), (-20, 16)])
def test_where_the_path_is_long_the_name_is_short(most: int, length: int) -> None:
    assert safe_name("a" * 90 + ".pdf", most=most) == "a" * length + ".pdf"


def test_attached_files_have_paths_and_names_that_windows_takes(data: Path, desk: Path) -> None:
    run(data, *put(desk, van_ban__docx=letter()))
    (folder,) = folders(data)
    for index, name in enumerate(("b" * 160, "c" * 160, "Aux", "biểu", "BIỂU")):
        (desk / f"{index}").mkdir()
        file = desk / f"{index}" / f"{name}.xlsx"
        file.write_bytes(book(cell=f"Đá {index}"))
        assert run(data, file, "--attach", "12-BC/TU") == 0
    names = attached(data)
    assert sorted(name.casefold() for name in names if len(name) < 20) == ["_aux.xlsx", "biểu (2).xlsx", "biểu.xlsx"]
    assert max(len(f"data/documents/{folder.name}/attachments/{name}") for name in names) == PATH_LENGTH + len(".xlsx")
    assert max(map(len, names)) > 80
