"""Which content folder is meant, and what its settings may say."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest

from build_tools.model.diagnostic import InputError
from build_tools.model.settings import UNSTATED
from build_tools.register.content import find_content, load_settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content folder within another folder."""
    made = tmp_path / "nha" / "trang"
    (made / "data" / "documents").mkdir(parents=True)
    (made / "chi-nam.yaml").write_text("name: Trang thử\n", encoding="utf-8")
    return made


def test_named_or_the_nearest_upwards(folder: Path) -> None:
    assert find_content(folder).settings.name == "Trang thử"
    for here in (folder, folder / "data" / "documents"):
        with chdir(here):
            found = find_content()
            assert (found.folder.resolve(), found.data.resolve()) == (folder, folder / "data")
            assert not found.folder.is_absolute()


def test_of_two_over_each_other_the_nearer_one(folder: Path) -> None:
    (folder.parent / "chi-nam.yaml").write_text("name: Trang ngoài\n", encoding="utf-8")
    with chdir(folder):
        assert find_content().settings.name == "Trang thử"
    with chdir(folder.parent), pytest.raises(InputError, match="không có thư mục dữ liệu"):
        find_content()


def test_data_alone(folder: Path, tmp_path: Path) -> None:
    with chdir(tmp_path):
        found = find_content(data=folder / "data")
        assert (found.settings, found.register) == (UNSTATED, folder / "data" / "register")
        assert find_content(needed=False).settings == UNSTATED


@pytest.mark.parametrize(
    ("name", "says"), [(None, "không có chi-nam.yaml ở đây"), ("nha", "không phải thư mục nội dung"), ("x", "không có thư mục")]
)
def test_none_is_one_clear_line(tmp_path: Path, folder: Path, name: str | None, says: str) -> None:
    with chdir(tmp_path), pytest.raises(InputError) as caught:
        find_content(Path(name) if name else None)
    (fault,) = caught.value.diagnostics
    assert (fault.code, says in fault.message) == ("content-folder", True)
    assert "\n" not in str(fault)


@pytest.mark.parametrize("text", ["exports: [csv]\n", "name: Trang thử\ncolour: '#7d1a12'\nurl: https://a.example/b/\nlogo: anh/dau.svg\n"])
def test_settings(folder: Path, text: str) -> None:
    (folder / "anh").mkdir()
    (folder / "anh" / "dau.svg").write_text("<svg/>")
    (folder / "chi-nam.yaml").write_text(text, encoding="utf-8")
    found = load_settings(folder / "chi-nam.yaml")
    assert (found.name, bool(found.logo)) == (("Trang thử", True) if "name" in text else (UNSTATED.name, False))


@pytest.mark.parametrize(
    ("text", "line", "code", "says"),
    [
        ("", 1, "content-settings", "trống"),
        ("# chưa ghi gì\n", 1, "content-settings", "trống"),
        ("{}\n", 1, "content-settings", "trống"),
        ("name: Trang\nnane: x\n", 2, "schema-key", "không có khóa “nane”"),
        ("name: Trang\nurl: ví dụ\n", 2, "schema-value", "không đúng dạng"),
        ("name: Trang\ncolour: đỏ\n", 2, "schema-value", "không đúng dạng"),
        ("name: Trang\ncolour: '#ffee00'\n", 2, "content-settings", "quá nhạt"),
        ("name: Trang\nlogo: khong-co.svg\n", 2, "content-settings", "khong-co.svg"),
        ("name: Trang\nlogo: ../trang.svg\n", 2, "content-settings", "trang.svg"),
        ("name: Trang\nlogo: chi-nam.yaml\n", 2, "content-settings", "chi-nam.yaml"),
        ("name: Trang\nexports: csv\n", 2, "schema-type", "danh sách"),
        ("name: Trang\nexports: [csv, pdf]\n", 2, "schema-value", "pdf"),
        ("name: 'Trang\n", 2, "yaml-syntax", "sai cú pháp ở “name: 'Trang”"),
        ("name: Trang\n\tissuer: x\n", 2, "yaml-syntax", "sai cú pháp ở “issuer: x”"),
        ("name:\n", 1, "schema-type", "phải là chữ"),
        ("- Trang\n", 1, "schema-type", ""),
    ],
)
def test_a_half_written_settings_file_is_told_with_its_line(folder: Path, text: str, line: int, code: str, says: str) -> None:
    (folder.parent / "trang.svg").write_text("<svg/>")
    (folder / "chi-nam.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        find_content(folder)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.line, Path(fault.path or "").name) == (code, line, "chi-nam.yaml")
    assert says in fault.message
    assert fault.hint
