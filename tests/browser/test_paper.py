"""What comes out of the printer: every character of the text lies on the paper, whatever the width of its tables."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from selenium import webdriver

from build_tools.graph import build_site
from build_tools.model.metadata import SourceFile
from build_tools.model.settings import Settings
from build_tools.model.site import Site
from tests.content import shipped
from tests.search.browser import chrome
from tests.site.built import build

pytestmark = pytest.mark.browser
A4 = (595, 842)
HEAD = """TỈNH ỦY SÔNG MƠ
*
Số 21-BC/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Sông Mơ, ngày 05 tháng 3 năm 2031
BÁO CÁO
Kết quả trồng rừng ven suối

I- KẾT QUẢ

1. Các xã đã trồng rừng theo Quy định số 47-QĐ/TW ngày 01/11/2011.

"""
TEXT = """
II- NHIỆM VỤ

1. Ban Tuyên giáo Tỉnh ủy chủ trì theo dõi, báo cáo trước ngày 15/6/2031.
"""


def table(columns: int, rows: int) -> str:
    """A table of ``columns`` whose cells hold words that do not break easily."""
    cells = [[f"Cột{column}chữdài" for column in range(columns)], ["---"] * columns]
    cells += [[f"{row}.{column}00.000đồng" for column in range(columns)] for row in range(rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells) + "\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Path]:
    folder = tmp_path_factory.mktemp("paper")
    source = folder / "bao-cao.md"
    source.write_text(HEAD + "\n".join(table(columns, 30) for columns in (3, 8, 12, 18)) + TEXT, encoding="utf-8")
    site = build_site(shipped(), (SourceFile("bao-cao", str(source)),), jobs=1, strict=False)
    site = replace(site, settings=Settings(url="https://example.org/chi-nam/"))
    return site, build(site, folder / "out")[0]


@pytest.fixture(scope="module")
def driver(chromium: str) -> Iterator[webdriver.Chrome]:
    with chrome(chromium) as found:
        yield found


def letters(text: str) -> Counter[str]:
    return Counter("".join(text.split()))


def printed(driver: webdriver.Chrome, kind: str = "") -> pypdfium2.PdfDocument:
    if kind:
        driver.execute_script("document.documentElement.classList.add(arguments[0])", kind)
    data = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    return pypdfium2.PdfDocument(base64.b64decode(data))


def on_paper(document: pypdfium2.PdfDocument) -> Counter[str]:
    """The characters whose boxes lie within their page."""
    found: Counter[str] = Counter()
    for page in document:
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            if left >= 0 and bottom >= 0 and right <= width and top <= height:
                found.update(text.get_text_range(index, 1).split())
    return found


def text_of(driver: webdriver.Chrome, selector: str) -> str:
    return str(
        driver.execute_script(
            "const found = document.querySelector(arguments[0]).cloneNode(true);"
            "found.querySelectorAll('.neo, .headerlink').forEach(mark => mark.remove()); return found.textContent",
            selector,
        )
    )


def test_every_character_of_the_text_is_on_paper(driver: webdriver.Chrome, made: tuple[Site, Path]) -> None:
    site, out = made
    work = site.documents[0].work
    driver.get((out / "van-ban" / work / "index.html").as_uri())
    whole = letters(text_of(driver, ".van-ban"))
    assert sum(whole.values()) > 15000
    document = printed(driver)
    assert whole - on_paper(document) == Counter()
    sizes = {tuple(round(side) for side in page.get_size()) for page in document}
    assert sizes == {A4, A4[::-1]}  # tables of many columns lie across
    words = "".join(page.get_textpage().get_text_range() for page in document)
    assert "https://example.org/chi-nam/s/" in words
    assert f"1/{len(document)}" in words
    assert "Quan hệ với văn bản khác" not in words


def test_heads_of_tables_are_on_every_page_of_theirs(driver: webdriver.Chrome, made: tuple[Site, Path]) -> None:
    site, out = made
    driver.get((out / "van-ban" / site.documents[0].work / "index.html").as_uri())
    pages = ["".join(page.get_textpage().get_text_range().split()) for page in printed(driver)]
    with_rows = [page for page in pages if "đồng" in page]
    assert len(with_rows) > 2
    assert all("Cột0" in page for page in with_rows)


def test_words_in_heads_of_tables_stay_whole_and_tables_have_a_frame(driver: webdriver.Chrome, made: tuple[Site, Path]) -> None:
    site, out = made
    driver.get((out / "van-ban" / site.documents[0].work / "index.html").as_uri())
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        lines = driver.execute_script(
            "return [...document.querySelectorAll('.bang:not(.rat-rong):not(.cuc-rong) th')].map(head => {"
            "const words = document.createRange(); words.selectNodeContents(head); return words.getClientRects().length })"
        )
        assert set(lines) == {1}
        sides = driver.execute_script(
            "const style = getComputedStyle(document.querySelector('.bang table'));"
            "return ['Top', 'Right', 'Bottom', 'Left'].map(side => style['border' + side + 'Style'])"
        )
        assert sides == ["solid"] * 4
    finally:
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_all_that_the_page_knows_is_printed_when_asked_for(driver: webdriver.Chrome, made: tuple[Site, Path]) -> None:
    site, out = made
    driver.get((out / "van-ban" / site.documents[0].work / "index.html").as_uri())
    whole = letters(text_of(driver, "ul.quan-he")) + letters(text_of(driver, ".dong-thoi-gian")) + letters(text_of(driver, ".van-ban"))
    document = printed(driver, "in-du")
    assert whole - on_paper(document) == Counter()


def test_without_scripts_the_text_is_printed_whole(driver: webdriver.Chrome, made: tuple[Site, Path]) -> None:
    site, out = made
    address = (out / "van-ban" / site.documents[0].work / "index.html").as_uri()
    driver.get(address)
    whole = letters(text_of(driver, ".van-ban"))
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.get(address)
        assert whole - on_paper(printed(driver)) == Counter()
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
