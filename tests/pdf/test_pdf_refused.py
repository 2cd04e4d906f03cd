"""PDFs that cannot be read give one clear line; none costs much time or memory."""

from __future__ import annotations

import tracemalloc
from importlib.util import find_spec
from pathlib import Path

import pytest

from build_tools.model.diagnostic import InputError
from build_tools.read import read_file
from build_tools.read.pdf.quality import is_broken
from build_tools.read.scan import ocr, witness
from tests.conftest import need
from tests.pdf.pdf_writer import Sheet, pdf
from tests.timing import units

WORDS = "Các hợp tác xã trên sông lập danh sách bến đò và báo cáo kết quả về huyện trước ngày họp giao ban."
NO_PAGES = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)
LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>]"
ENCRYPTED = LOCK % (b"41" * 32, b"42" * 32, b"43" * 16, b"43" * 16)
UNKNOWN_LOCK = ENCRYPTED.replace(b"/Standard", b"/Invented")


def refusal(tmp_path: Path, data: bytes, name: str = "tệp của tôi.pdf") -> str:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_file(path)
    assert len(caught.value.diagnostics) == 1
    diagnostic = caught.value.diagnostics[0]
    assert diagnostic.severity == "error"
    assert diagnostic.hint
    assert "\n" not in str(diagnostic)
    return diagnostic.code


def page(text: str) -> bytes:
    sheet = Sheet()
    sheet.paragraph(90, text)
    return pdf(sheet)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "read-empty"),
        (b"PK\x03\x04 this is a zip", "read-damaged"),
        (b"%PDF-1.7\n", "read-pdf-damaged"),
        (b"%PDF-1.7\n" + b"\x00" * 1000, "read-pdf-damaged"),
        (page(WORDS)[:700], "read-pdf-damaged"),
        (pdf(Sheet().text(90, 90, "Kín"), extra=ENCRYPTED), "read-pdf-password"),
        (pdf(Sheet().text(90, 90, "Kín"), extra=UNKNOWN_LOCK), "read-pdf-security"),
        (pdf(Sheet(), Sheet()), "read-pdf-no-text"),
        (page("C?c h?p t?c x? tr?n s?ng l?p danh s?ch b?n ?? v? b?o c?o k?t qu? v? huy?n tr??c ng?y h?p"), "read-pdf-letters-lost"),
    ],
)  # fmt: skip
def test_refused_with_the_reason(tmp_path: Path, data: bytes, code: str) -> None:
    assert refusal(tmp_path, data) == code


def test_a_scan_that_was_not_finished_is_not_said_to_be_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("Pillow", find_spec("PIL") is not None)
    from PIL import Image

    path = tmp_path / "quét.pdf"
    Image.new("L", (800, 1100), 90).save(path, "PDF")
    monkeypatch.setattr(ocr, "require", lambda *_: None)
    monkeypatch.setattr(ocr, "recognise", lambda _: None)
    with pytest.raises(InputError, match="không xong"):
        read_file(path)


def test_no_pages(tmp_path: Path) -> None:
    assert refusal(tmp_path, NO_PAGES) in ("read-pdf-empty", "read-pdf-damaged")


@pytest.mark.slow
def test_ten_thousand_empty_pages_take_no_time(tmp_path: Path) -> None:
    data = pdf(*[Sheet() for _ in range(10_000)])
    assert units(lambda: refusal(tmp_path, data), 1200) <= 1200
    assert refusal(tmp_path, data) == "read-pdf-no-text"


def test_a_huge_page_box_is_read_like_any_other(tmp_path: Path) -> None:
    sheet = Sheet(width=14_000_000, height=14_000_000).text(100, 100, WORDS, 14)
    path = tmp_path / "to.pdf"
    path.write_bytes(pdf(sheet))
    assert "bến đò" in read_file(path).source


def test_a_broken_text_layer_needs_recognition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "missing", lambda: "program")
    monkeypatch.setattr(witness, "available", lambda: False)
    broken = "6ӣ CÙng 7KѭѫQJ QKұQ ÿѭӧF Gҩ\\ PӡL Vӕ FӫD &{QJ ty Fә SKҫQ YӅ YLӋF NLӇP tra, QJKLӋP thu Kho FKӭD"
    path = tmp_path / "hong.pdf"
    path.write_bytes(page(broken))
    with pytest.raises(InputError, match=r"apt-get install tesseract-ocr tesseract-ocr-vie"):
        read_file(path)


def test_english_pages_are_no_broken_layer() -> None:
    assert not is_broken("The buffer is kept below zero and mixed with distilled water before the steps begin, UNESCO says.")


@pytest.mark.slow
def test_memory_stays_small_over_many_pages(tmp_path: Path) -> None:
    sheets = []
    for _ in range(60):
        sheet = Sheet()
        y = 90.0
        for _ in range(5):
            y = sheet.paragraph(y, WORDS)
        sheets.append(sheet)
    path = tmp_path / "dai.pdf"
    path.write_bytes(pdf(*sheets))
    tracemalloc.start()
    try:
        assert read_file(path).pages == 60
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_many_rules_are_no_table(tmp_path: Path) -> None:
    sheet = Sheet()
    for step in range(2500):
        sheet.line(10 + step % 500, 20, 10 + step % 500, 700).line(10, 20 + step % 600, 500, 20 + step % 600)
    sheet.text(90, 760, WORDS, 8)
    path = tmp_path / "ban-do.pdf"
    path.write_bytes(pdf(sheet))
    assert units(lambda: read_file(path), 1600) <= 1600
    assert "bến đò" in read_file(path).source
