"""Optical recognition: tesseract's boxes to words, and what a person must confirm. The texts are invented."""

from __future__ import annotations

import math
import shutil
import subprocess
from pathlib import Path

import pytest

from build_tools.model.diagnostic import InputError
from build_tools.model.reading import Doubt, RawParagraph, Reading
from build_tools.read import read_file
from build_tools.read.page.layout import rows_of, text_of
from build_tools.read.progress import heard_by, tell
from build_tools.read.scan import image, ocr, witness
from build_tools.read.scan.confirm import to_confirm
from build_tools.read.scan.picture import Picture
from tests.conftest import need

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"


def tsv(*lines: list[tuple[str, float, float]], slope: float = 0.0, confidence: float = 95.0) -> str:
    """Words as (text, x, y) in pixels, each line one tesseract line; 20 pixels a letter."""
    rows = [HEAD]
    for number, line in enumerate(lines, 1):
        for text, x, y in line:
            rows.append(f"5\t1\t1\t1\t{number}\t1\t{x}\t{y + slope * x - 30}\t{20 * len(text)}\t30\t{confidence}\t{text}")
    return "\n".join(rows)


LINES = (
    [("Bến", 100, 200), ("đò", 300, 200), ("Hạ", 500, 200), ("Lũng", 1300, 200)],
    [("nơi", 100, 260), ("neo", 300, 260), ("tàu", 500, 260), ("lớn", 1300, 260)],
    [("khi", 100, 320), ("có", 300, 320), ("bão", 500, 320), ("về", 1300, 320)],
    [("cần", 100, 380), ("kín", 300, 380), ("và", 500, 380), ("sâu", 1300, 380)],
)


@pytest.mark.parametrize("slope", [0.0, 0.02, -0.02])
def test_slanted_lines_are_set_straight(slope: float) -> None:
    words = ocr.words_of(tsv(*LINES, slope=slope), 0.36)
    rows = rows_of(words)
    assert [text_of(row) for row in rows] == [" ".join(text for text, _, _ in line) for line in LINES]
    for row in rows:
        assert max(word.base for word in row) - min(word.base for word in row) < 1.0


def test_dirt_is_left_out() -> None:
    stroke = tsv([("Bến", 100, 200), ("đò", 300, 200), ("|", 900, 200)])
    smear = "\n5\t1\t2\t1\t9\t1\t500\t700\t40\t30\t8\tẪk"
    assert [word.text for word in ocr.words_of(stroke + smear, 0.36)] == ["Bến", "đò"]


@pytest.mark.parametrize(("end", "sure", "kept"), [("%).", 90.0, True), ("%", 90.0, True), ("%)", 40.0, False), ("~", 90.0, False)])
def test_a_per_cent_sign_at_a_lines_end_is_no_dirt(end: str, sure: float, kept: bool) -> None:
    line = tsv([("đạt", 100, 200), ("(69,9", 300, 200)]) + "\n" + tsv([(end, 500, 200)], confidence=sure).splitlines()[1]
    assert [word.text for word in ocr.words_of(line, 0.36)] == ["đạt", "(69,9", *([end] if kept else [])]


def test_a_spot_read_twice_counts_once() -> None:
    doubled = tsv([("Bến", 100, 200), ("đò", 300, 200)]) + "\n5\t1\t2\t1\t9\t1\t302\t172\t36\t28\t31\tdo"
    assert [word.text for word in ocr.words_of(doubled, 0.36)] == ["Bến", "đò"]


def test_numbers_dates_and_doubtful_words_are_listed() -> None:
    words = ocr.words_of(
        tsv(
            [
                ("1.", 60, 200),
                ("theo", 100, 200),
                ("36/KH-UBND", 300, 200),
                ("ngày", 600, 200),
                ("20/3/2031,", 700, 200),
                ("98,05%", 1000, 200),
            ],
        )
        + "\n5\t1\t2\t1\t9\t1\t100\t270\t60\t30\t41\tkhóa\n5\t1\t2\t1\t9\t2\t300\t270\t60\t30\t95\tXIII",
        0.36,
    )
    listed = to_confirm(3, rows_of(words))
    assert listed == [
        Doubt(3, "36/KH-UBND"), Doubt(3, "20/3/2031"), Doubt(3, "98,05%"), Doubt(3, "khóa", 41), Doubt(3, "XIII"),
    ]  # fmt: skip


def test_missing_program_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "missing", lambda: "language")
    monkeypatch.setattr(witness, "available", lambda: False)
    path = tmp_path / "anh.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + (800).to_bytes(4, "big") + (600).to_bytes(4, "big") + b"\x08\x00" * 20)
    with pytest.raises(InputError, match=r"tesseract.*apt-get install tesseract-ocr tesseract-ocr-vie"):
        read_file(path)


TIFF = b"II*\0\x08\0\0\0\x02\0" + b"\0\x01\x03\0\x01\0\0\0\x80\x02\0\0" + b"\x01\x01\x03\0\x01\0\0\0\xe0\x01\0\0"
"""The head of a TIFF: two entries, width and height."""


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (640).to_bytes(4, "big") + (480).to_bytes(4, "big"), (640, 480)),
        (b"\xff\xd8\xff\xe0\x00\x10" + b"\x00" * 14 + b"\xff\xc0\x00\x11\x08\x01\xe0\x02\x80\x03", (640, 480)),
        (TIFF, (640, 480)),
    ],
)  # fmt: skip
def test_sizes_are_read_before_the_picture_is_opened(data: bytes, size: tuple[int, int]) -> None:
    assert image.sizes_of(data) == [size]
    for cut in range(len(data)):
        image.sizes_of(data[:cut])


def test_a_picture_of_too_many_pixels_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "anh.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (90_000).to_bytes(4, "big") * 2 + b"\x08\x00" * 20)
    with pytest.raises(InputError, match="ảnh quá lớn"):
        read_file(path)


BODY = (
    "Thực hiện chương trình công tác năm 2031, huyện Đá Bạc nạo vét lòng sông Mơ, chỉnh trang các bến đò và nâng cao ý thức chấp hành "
    "quy định về an toàn giao thông đường thủy của người dân sống ven sông.",
    "Căn cứ Kết luận số 17-KL/HU ngày 12 tháng 3 năm 2031 của Ban Thường vụ Huyện ủy về tăng cường phòng, chống thiên tai;",
    "Các xã lập danh sách 48 bến đò, kiểm tra áo phao, biển báo và báo cáo kết quả trước ngày 30 tháng 4 năm 2031.",
)
PAGE = """<html><head><meta charset="utf-8"><style>@page {{ size: A4; margin: 2cm 1.5cm 2cm 3cm }}
body {{ font: 14pt/130% "Liberation Serif" }}
p.b {{ text-indent: 1cm; text-align: justify; margin: 0 0 6pt 0 }}</style></head><body><table width="100%">
<tr><td align="center" width="40%">UBND TỈNH SÔNG MƠ<br><b>UBND HUYỆN ĐÁ BẠC</b></td>
<td align="center"><font size="2"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b></font><br><b>Độc lập - Tự do - Hạnh phúc</b></td></tr>
<tr><td align="center">Số: 36/KH-UBND</td><td align="center"><i>Đá Bạc, ngày 20 tháng 3 năm 2031</i></td></tr></table>
<p align="center"><b>KẾ HOẠCH</b></p>{body}</body></html>"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A PDF with a heading and body text of our own, set by LibreOffice."""
    need("LibreOffice", shutil.which("soffice") is not None)
    folder = tmp_path_factory.mktemp("scan")
    page = folder / "ke-hoach.html"
    page.write_text(PAGE.format(body="".join(f'<p class="b">{text}</p>' for text in BODY)), encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--infilter=HTML (StarWriter)"]
    subprocess.run([*command, "--convert-to", "pdf", "--outdir", str(folder), str(page)], check=True, capture_output=True, timeout=600)
    return folder / "ke-hoach.pdf"


def paragraphs(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks if isinstance(block, RawParagraph)]


def errors(wanted: str, got: str) -> int:
    """Edit distance."""
    row = list(range(len(got) + 1))
    for i, a in enumerate(wanted, 1):
        before, row[0] = row[:], i
        for j, b in enumerate(got, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
    return row[-1]


@pytest.mark.slow
def test_set_text_comes_out_as_it_went_in(document: Path) -> None:
    reading = read_file(document)
    assert reading.method == "text"
    assert tuple(paragraphs(reading)[-3:]) == BODY


@pytest.mark.slow
@pytest.mark.parametrize("readers", ["one", "two"])
def test_a_picture_of_the_page_gives_the_same_document(
    document: Path, tmp_path: Path, readers: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("tesseract with Vietnamese", ocr.missing() is None)
    need("trueocr", readers == "one" or witness.available())
    monkeypatch.setattr(witness, "available", lambda: readers == "two")
    picture = tmp_path / "trang.png"
    pgm = _picture(document)
    picture.write_bytes(_png(pgm))
    reading = read_file(picture)
    assert reading.method == "ocr"
    got = paragraphs(reading)
    assert [text for text, block in zip(got, reading.blocks, strict=True) if block.style.column == 0] == [
        "UBND TỈNH SÔNG MƠ", "UBND HUYỆN ĐÁ BẠC", "Số: 36/KH-UBND",
    ]  # fmt: skip
    assert "Đá Bạc, ngày 20 tháng 3 năm 2031" in got
    wanted = " ".join(BODY)
    assert errors(wanted, " ".join(got[-3:])) / len(wanted) <= 0.007
    asked = [doubt.text for doubt in reading.confirm if doubt.confidence is None]
    assert ("36/KH-UBND" in asked) == (readers == "one"), "what both read alike is accepted"
    assert len(reading.confirm) <= 8 or readers == "one"


@pytest.mark.slow
@pytest.mark.parametrize("degrees", [90, 180, 270, 2.5, -4])
def test_a_page_that_lies_askew_is_set_straight(document: Path, tmp_path: Path, degrees: float) -> None:
    need("tesseract with Vietnamese", ocr.missing() is None)
    need("trueocr", witness.available())
    from PIL import Image

    pgm = _picture(document)
    turned = Image.frombytes("L", (pgm.width, pgm.height), pgm.grey).rotate(
        degrees, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC
    )
    turned.save(tmp_path / "trang.png")
    got = paragraphs(read_file(tmp_path / "trang.png"))
    assert "Số: 36/KH-UBND" in got
    wanted = " ".join(BODY)
    assert errors(wanted, " ".join(got[-3:])) / len(wanted) <= 0.02


def _picture(path: Path) -> Picture:
    import pypdfium2

    from build_tools.read.pdf.chars import read_page
    from build_tools.read.pdf.pdf import picture_of

    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        page = document[0]
        picture = picture_of(page, read_page(page, 1)[0], 200)
        page.close()
    finally:
        document.close()
    assert math.isclose(picture.width / picture.height, 210 / 297, rel_tol=0.01)
    return picture


def _png(picture: Picture) -> bytes:
    import struct
    import zlib

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\x00" + picture.grey[y * picture.width : (y + 1) * picture.width] for y in range(picture.height))
    head = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_whoever_listens_hears_of_every_slow_page() -> None:
    heard: list[tuple[int, int, str]] = []
    tell(1, 2, "a.pdf")
    with heard_by(lambda done, total, name: heard.append((done, total, name))):
        tell(2, 2, "a.pdf")
    tell(3, 3, "b.pdf")
    assert heard == [(2, 2, "a.pdf")]
