"""Every character of a PDF page is read, or named as left out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from build_tools.model.reading import Reading
from build_tools.read import read_file
from tests.formats.test_split import first, more
from tests.pdf.pdf_writer import LEFT, RIGHT, Sheet, pdf
from tests.pdf.test_pdf_text import LONG, OTHER, heading


def drawn(path: Path) -> Counter[str]:
    """The letters and digits that the file's pages draw."""
    found: Counter[str] = Counter()
    document = pypdfium2.PdfDocument(path.read_bytes())
    for index in range(len(document)):
        page = document[index]
        text = page.get_textpage()
        codes = (pdfium.FPDFText_GetUnicode(text.raw, at) for at in range(pdfium.FPDFText_CountChars(text.raw)))
        found.update(letter for code in codes if (letter := chr(code)).isalnum())
        text.close()
        page.close()
    document.close()
    return found


def accounted(reading: Reading) -> Counter[str]:
    """Those that are read, and those that are named as left out, once for all pages that have them."""
    text = unicodedata.normalize("NFKC", reading.source + reading.pages * "".join(reading.margins))
    return Counter(letter for letter in text if letter.isalnum())


def turned(sheet: Sheet, x: float, y: float, text: str) -> Sheet:
    """Text that runs from the bottom up."""
    code = text.encode("utf-16-be").hex()
    sheet.parts.append(f"BT /F1 12 Tf 0 1 -1 0 {x} {sheet.height - y} Tm <{code}> Tj ET")
    return sheet


def running(number: int) -> Sheet:
    sheet = more(LONG, OTHER)
    return sheet.centred(300, 30, f"Trang {number}").text(LEFT, 820, "Bến đò an toàn", 9)


def table() -> Sheet:
    sheet = Sheet().grid([LEFT, 200, 320, RIGHT], [80, 110, 140, 170])
    for row, words in enumerate((("Xã", "Bến", "Số áo phao"), ("Đá Bạc", "Mơ", "48"), ("Nà Lúa", "Hạ", "1.250"))):
        for at, word in zip((LEFT + 5, 205, 325), words, strict=True):
            sheet.text(at, 100 + 30 * row, word, 12)
    return sheet


def noted() -> Sheet:
    sheet = more(LONG)
    sheet.text(LEFT, 300, "Theo Chỉ thị số 05-CT/TW", 14).text(LEFT + 170, 295, "1", 8).line(LEFT, 760, 200, 760)
    return sheet.text(LEFT, 775, "1", 7).text(LEFT + 6, 780, "Chỉ thị ấy nay đã được thay bằng một văn bản khác.", 10)


PAGES = {
    "heading": (heading(Sheet()),),
    "letter": (first("12/KH-UBND", signed=True), more()),
    "running heads": tuple(running(number) for number in range(1, 6)),
    "table": (table(),),
    "note": (noted(),),
    "watermark": (turned(more(LONG, OTHER), 40, 600, "BẢN SAO LƯU"),),
    "turned page": (turned(turned(Sheet(rotate=90), 100, 700, LONG[:80]), 130, 700, OTHER[:80]),),
    "at the edges": (more(LONG).text(3, 8, "Góc trên", 9).text(560, 838, "9", 9),),
}


@pytest.mark.parametrize("sheets", PAGES.values(), ids=PAGES.keys())
def test_every_character_is_read_or_named(tmp_path: Path, sheets: tuple[Sheet, ...]) -> None:
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(pdf(*sheets))
    assert drawn(path) - accounted(read_file(path)) == Counter()


def test_a_mark_of_secrecy_written_across_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(pdf(turned(more(LONG, OTHER), 40, 600, "TỐI MẬT")))
    reading = read_file(path)
    assert "TỐI MẬT" in reading.margins
    assert [item.code for item in reading.diagnostics] == ["read-pdf-across"]
