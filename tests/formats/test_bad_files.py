"""Hostile, damaged and mislabelled files: one clear line each, nothing run, fetched or written."""

from __future__ import annotations

import io
import os
import tracemalloc
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.model.diagnostic import InputError
from build_tools.read import kinds, read_file
from tests.formats.docx_maker import RELATIONS, W, docx, p, save

LONG = "Ủy ban nhân dân huyện Đá Bạc báo cáo kết quả thực hiện nhiệm vụ"
GOOD = docx(p(LONG))


def ole(*streams: str, flags: int = 0) -> bytes:
    """Something that looks like a compound file with these stream names."""
    block = bytearray(512)
    block[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    fib = bytearray(512)
    fib[:2], fib[11] = b"\xec\xa5", flags
    return bytes(block) + bytes(fib) + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)


def zipped(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        return zipped({**{entry: archive.read(entry) for entry in archive.namelist()}, name: data})


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "'
    + b"a" * 1000
    + b'">'
    + b"".join(f'<!ENTITY a{n} "{f"&a{n - 1 or str()};" * 10}">'.encode() for n in range(1, 9))
    + b"]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
)

TEMPLATE = f'<Relationship Id="t" Type="{RELATIONS}/attachedTemplate" Target="http://127.0.0.1:9/x.dotm" TargetMode="External"/>'


def swollen() -> bytes:
    return with_part("word/document.xml", b"<w:document>" + b" " * 30_000_000)


def crowded() -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", **{f"word/{n}": b"" for n in range(20_001)}})


CASES: dict[str, tuple[bytes | Callable[[], bytes], str]] = {
    "trống.docx": (b"", "read-empty"),
    "trắng.txt": (b" \r\n\t\n", "read-empty"),
    "cụt.docx": (GOOD[: len(GOOD) // 2], "read-damaged"),
    "lẫn.docx": (GOOD[:300] + b"\x00" * 40 + GOOD[340:], "docx-damaged"),
    "mật khẩu.docx": (ole("EncryptedPackage", "EncryptionInfo"), "read-password"),
    "mật khẩu.doc": (ole("WordDocument", flags=1), "read-password"),
    "bảng tính.doc": (ole("Workbook"), "read-format"),
    "bảng tính.docx": (zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<w/>"}), "read-damaged"),
    "nén.docx": (zipped({"a.txt": b"a"}), "read-format"),
    "rỗng.docx": (docx(""), "read-no-text"),
    "không thân.docx": (with_part("word/document.xml", f"<w:document xmlns:w='{W}'/>".encode()), "docx-damaged"),
    "sai xml.docx": (with_part("word/document.xml", b"<w:document><w:body>"), "docx-damaged"),
    "bom thực thể.docx": (with_part("word/document.xml", BOMB), "docx-d"),
    "thực thể ngoài.docx": (with_part("word/document.xml", OUTSIDE), "docx-doctype"),
    "bom nén.docx": (swollen, "docx-bomb"),
    "nhiều mục.docx": (crowded, "docx-bomb"),
    "chương trình.txt": (b"MZ\x90\x00" + bytes(range(256)) * 20, "read-format"),
    "nhị phân.txt": (os.urandom(5000), "read-"),
    "lạ.txt": ("Это официальный документ, написанный не по-вьетнамски, и читать его здесь нельзя.".encode(), "read-not-vietnamese"),
    "~$báo cáo.docx": (b"\x05admin" + bytes(150), "read-lock"),
    "dữ liệu.json": (b'{"a": 1}', "read-format"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_bad_input_gives_one_clear_line(tmp_path: Path, name: str) -> None:
    data, code = CASES[name]
    file = tmp_path / name
    file.write_bytes(data() if callable(data) else data)
    with pytest.raises(InputError) as raised:
        read_file(file)
    (found,) = raised.value.diagnostics
    assert found.code.startswith(code)
    assert found.severity == "error"
    assert found.hint
    assert "\n" not in str(found)
    assert os.listdir(tmp_path) == [name]


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    body = "<w:tbl><w:tr><w:tc>" * 60 + p(LONG) + "</w:tc></w:tr></w:tbl>" * 60
    with pytest.raises(InputError) as raised:
        read_file(save(tmp_path, docx(body)))
    assert raised.value.diagnostics[0].code in ("docx-too-deep", "docx-damaged", "read-too-complex")


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("thật là docx.doc", GOOD, "docx"),
        ("thật là trang web.doc", f"<html><body><p>{LONG}</p></body></html>".encode(), "html"),
        ("thật là chữ.docx", (LONG + "\n").encode(), "txt"),
        ("không đuôi", (LONG + "\n").encode(), "txt"),
    ],
)
def test_a_wrong_ending_is_noticed_and_the_content_read(tmp_path: Path, name: str, data: bytes, format: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    reading = read_file(file)
    assert reading.format == format
    assert LONG in reading.source
    assert [item.code for item in reading.diagnostics] == ["read-ending"]


@pytest.mark.parametrize(
    "name", ["có khoảng trắng.txt", "Thành ủy – Đá Bạc (1).txt", "..txt", "a..b.txt", "bí\x07mật\x1b[31m.txt", "xuống\ndòng.txt"]
)
def test_odd_file_names_are_read_and_shown_safely(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text(LONG, encoding="utf-8")
    assert read_file(file).source == LONG
    file.write_bytes(b"")
    with pytest.raises(InputError) as raised:
        read_file(file)
    assert all(char.isprintable() for char in str(raised.value.diagnostics[0]))


@pytest.mark.parametrize(("stored", "asked"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_a_name_typed_in_the_other_unicode_form_finds_the_file(tmp_path: Path, stored: str, asked: str) -> None:
    (tmp_path / unicodedata.normalize(stored, "Kết luận.txt")).write_text(LONG, encoding="utf-8")
    assert read_file(tmp_path / unicodedata.normalize(asked, "Kết luận.txt")).source == LONG


def test_missing_files_folders_and_devices(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path / "không có.txt", "read-open"),
        (tmp_path, "read-folder"),
        (Path(os.devnull), "read-special"),
        (Path("a\0b"), "read-open"),
    ):
        with pytest.raises(InputError) as raised:
            read_file(path)
        assert raised.value.diagnostics[0].code == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx(p(LONG), extra={"word/vbaProject.bin": b"macro"}), "docx-macro"),
        (docx(p(LONG), settings_relation=TEMPLATE), "docx-external"),
    ],
)  # fmt: skip
def test_macros_and_remote_templates_are_left_alone_and_said(
    tmp_path: Path, data: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("something was fetched")

    monkeypatch.setattr("socket.socket.connect", refuse)
    reading = read_file(save(tmp_path, data))
    assert reading.source == LONG
    assert [item.code for item in reading.diagnostics] == [code]


def test_a_part_that_lies_outside_the_package_is_not_opened(tmp_path: Path) -> None:
    data = with_part("word/_rels/document.xml.rels", (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="s" Type="{RELATIONS}/styles" Target="../../../../etc/hostname"/></Relationships>'
    ).encode())  # fmt: skip
    assert read_file(save(tmp_path, data)).source == LONG


def test_a_text_beyond_the_limit_is_refused_before_it_is_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "KINDS", [replace(kind, limit=1_000_000) for kind in kinds.KINDS])
    file = tmp_path / "dài.txt"
    file.write_bytes(b"a" * 3_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(InputError) as raised:
            read_file(file)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert raised.value.diagnostics[0].code == "read-too-long"
    assert peak < 10_000_000


def test_a_file_beyond_the_size_limit_is_not_even_loaded(tmp_path: Path) -> None:
    file = tmp_path / "lớn.pdf"
    with file.open("wb") as out:
        out.truncate(kinds.SIZE_LIMIT + 1)
    with pytest.raises(InputError) as raised:
        read_file(file)
    assert raised.value.diagnostics[0].code == "read-too-big"
