"""Nothing of a portal's navigation gets into a document, and nothing of the document is lost."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from build_tools.model.reading import RawParagraph, RawTable
from build_tools.read import read_file
from build_tools.read.web.portal import Narrowed, narrow
from tests.timing import assert_linear

HEAD = (
    "<table><tr><td>UBND TỈNH SÔNG MƠ</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr>"
    "<tr><td>Số: 12/QĐ-UBND</td><td>Sông Mơ, ngày 5 tháng 3 năm 2024</td></tr></table>"
)
BODY = "<p>QUYẾT ĐỊNH</p><p>Căn cứ Luật Tổ chức chính quyền địa phương;</p>" + "".join(
    f"<p>Điều {n}. Các cơ quan, đơn vị trong tỉnh có trách nhiệm tổ chức thực hiện nhiệm vụ thứ {n} được giao trong quyết định này.</p>"
    for n in range(1, 8)
)
SIGN = "<table><tr><td>Nơi nhận:<br>- Như trên;</td><td>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br>Trần Văn Thử</td></tr></table>"
MENU = "<ul>" + "".join(f"<li><a href='/{n}'>Chuyên mục {n}</a></li>" for n in range(20)) + "</ul>"
ENGLISH = "<p>The provincial offices shall carry out this decision as follows, from the day of signing.</p>" * 12
ADVERT = "<p>Đăng ký thành viên để nhận thông báo văn bản mới mỗi ngày qua thư điện tử, hoàn toàn miễn phí trong ba tháng đầu tiên.</p>"
RELATED = (
    "<div><h3>Văn bản liên quan</h3>"
    + "".join(f"<p><a href='/v/{n}'>Điều {n}. Văn bản liên quan số {n}</a></p>" for n in range(9))
    + "</div>"
)

SHARE = "<div class='share-box'>Chia sẻ bài viết này</div>"
HIDDEN = "<div style='display:none'>Ẩn</div>"

PAGES = {
    "div": f"<body><div class='top'>{MENU}{ADVERT}</div><div id='main'>{HEAD}{BODY}{SIGN}</div><div>{RELATED}{ADVERT}</div></body>",
    "bảng": f"<body><table><tr><td>{MENU}<td><span><div>{HEAD}{BODY}{SIGN}</div></span></td><td>{ADVERT}{RELATED}</table></body>",
    "thẻ": f"<body>{MENU}<div><div id='tab1'>{HEAD}<div>{BODY}</div>{SIGN}</div><div id='tab2'>{ENGLISH}</div></div>{ADVERT}</body>",
    "xen": f"<body><div>{HEAD}{SHARE}{BODY}{HIDDEN}<div class='related'>{RELATED}</div>{SIGN}</div><footer>{ADVERT}</footer></body>",
}  # fmt: skip


def texts(folder: Path, page: str) -> list[str]:
    file = folder / "trang.html"
    file.write_text(f"<!DOCTYPE html><html>{page}</html>", encoding="utf-8")
    reading = read_file(file)
    found: list[str] = []
    for block in reading.blocks:
        paragraphs = [block] if isinstance(block, RawParagraph) else [q for row in block.rows for cell in row for q in cell.paragraphs]
        assert isinstance(block, RawParagraph | RawTable)
        for paragraph in paragraphs:
            for piece in paragraph.pieces:
                assert reading.source[piece.start : piece.end] == piece.text or "&" in reading.source[piece.start : piece.end]
            found.append(" ".join(paragraph.text.split()))
    return [text for text in found if text]


@pytest.mark.parametrize("shape", PAGES)
def test_only_the_document_is_left_of_a_page(tmp_path: Path, shape: str) -> None:
    alone = texts(tmp_path, f"<body>{HEAD}{BODY}{SIGN}</body>")
    assert len(alone) > 15
    assert texts(tmp_path, PAGES[shape]) == alone


def test_a_page_that_is_only_the_document_is_not_touched() -> None:
    page = f"<html><body>{HEAD}{BODY}{SIGN}</body></html>"
    assert narrow(page) == Narrowed(page)


def test_blanking_keeps_every_place() -> None:
    page = PAGES["div"].replace("<div", "\n<div")
    narrowed = narrow(page).text
    assert len(narrowed) == len(page)
    assert narrowed.count("\n") == page.count("\n")
    assert page[narrowed.index("QUYẾT ĐỊNH") :].startswith("QUYẾT ĐỊNH")


def test_a_single_file_page_is_read(tmp_path: Path) -> None:
    message = EmailMessage()
    message.set_content(f"<html><body>{HEAD}{BODY}{SIGN}</body></html>", subtype="html", charset="utf-8", cte="quoted-printable")
    file = tmp_path / "trang.mht"
    file.write_bytes(b"From: <trang>\nContent-Type: multipart/related; boundary=x\n\n--x\n" + message.as_bytes() + b"\n--x--\n")
    assert "Số: 12/QĐ-UBND" in read_file(file).source


@pytest.mark.slow
@pytest.mark.parametrize("junk", ["<div>", "<a href=x>x</a>", "<", "</div>", "Điều 1. x<br>"])
def test_hostile_pages_take_linear_time(junk: str) -> None:
    def work(size: int) -> Callable[[], object]:
        page = junk * (size // len(junk))
        assert len(narrow(page).text) == len(page)
        return lambda: narrow(page)

    assert_linear(work, 100_000, 160)


NEWS = "".join(
    f"<p>Sáng ngày {n} tháng 3, nhân dân xã Đá Bạc cùng ra quân làm đường, dọn kênh và trồng hơn {n} trăm cây xanh dọc hai bên bờ suối.</p>"
    for n in range(2, 9)
)
PRESS = f"<body><nav>{MENU}</nav><article><h1>Đá Bạc làm đường mới</h1>{NEWS}<p>Trần Thử</p></article><div>{MENU}</div></body>"


@pytest.mark.parametrize("installed", [True, False])
def test_a_page_of_the_press_is_cut_down_or_said_to_be_guessed(tmp_path: Path, installed: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not installed:
        monkeypatch.setitem(sys.modules, "trafilatura", None)
    file = tmp_path / "bao.html"
    file.write_text(f"<!DOCTYPE html><html>{PRESS}</html>", encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        reading = read_file(file)
    shown = "\n".join(block.text for block in reading.blocks if isinstance(block, RawParagraph))
    assert shown.count("nhân dân xã Đá Bạc") == 7
    assert "Chuyên mục" not in shown
    assert ("Đá Bạc làm đường mới" in shown) is installed
    assert [item.code for item in reading.diagnostics] == ([] if installed else ["read-page-guessed"])


@pytest.mark.parametrize("shape", PAGES)
def test_an_official_page_is_read_without_any_extra(tmp_path: Path, shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with_extra = texts(tmp_path, PAGES[shape])
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert texts(tmp_path, PAGES[shape]) == with_extra
