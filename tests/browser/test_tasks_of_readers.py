"""Ten things that readers come for, on a phone: how many clicks and how many screens each takes, counted on the two real texts, beside
which stands a plan of our own that sets days."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pypdfium2
import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from build_tools.cache import Store
from build_tools.graph import build_site
from build_tools.model.site import Site
from build_tools.read import READABLE
from build_tools.register.documents import load_documents
from tests.browser.test_document import CATCH_COPIES
from tests.browser.test_pages import BASE, screen
from tests.content import DATA, shipped
from tests.search.browser import chrome, served
from tests.site.built import build
from tests.timing import WAIT

pytestmark = [pytest.mark.browser, pytest.mark.shared]
SCREEN = 800
PLAN = """HUYỆN ỦY ĐÁ BẠC

Số 12-KH/HU

ĐẢNG CỘNG SẢN VIỆT NAM

Đá Bạc, ngày 05 tháng 3 năm 2022

KẾ HOẠCH

Sửa sang bến bãi ven sông

I- NHIỆM VỤ

1. Văn phòng Huyện ủy chủ trì sửa bến đò, hoàn thành trước ngày 30/6/2022.

2. Ban Tổ chức Huyện ủy lập danh sách người trông bến trước ngày 15/9/2022.

T/M BAN THƯỜNG VỤ

BÍ THƯ

Lê Văn Mơ
"""


class Reader:
    """Somebody with a phone: what is clicked is counted, and how far the eye is from what it looks for."""

    def __init__(self, driver: webdriver.Chrome, root: str) -> None:
        self.driver, self.root, self.clicks = driver, root, 0
        screen(driver, 360)

    def at(self, page: str) -> Reader:
        self.driver.get(self.root + page)
        return self

    def click(self, selector: str, words: str = "") -> Reader:
        found = self.find(selector, words)
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", found)
        found.click()
        self.clicks += 1
        return self

    def find(self, selector: str, words: str = "") -> WebElement:
        def first(driver: webdriver.Chrome) -> WebElement | None:
            found = driver.find_elements(By.CSS_SELECTOR, selector)
            return next((item for item in found if words in (item.get_attribute("textContent") or "")), None)

        return WebDriverWait(self.driver, WAIT).until(first)

    def screens(self, element: WebElement) -> float:
        """How many screens below the upper edge of what is seen an element ends."""
        return float(self.driver.execute_script("return arguments[0].getBoundingClientRect().bottom", element)) / SCREEN


@pytest.fixture(scope="module")
def made(shared: Path, read_before: Store, tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Path]:
    place = tmp_path_factory.mktemp("tasks")
    own = place / "texts"
    own.mkdir()
    (own / "ke-hoach.md").write_text(PLAN, encoding="utf-8")
    files = load_documents(DATA, (shared / "corpus" / "seeds", own), READABLE).files
    site = build_site(shipped(), files, jobs=1, strict=False, store=read_before)
    return site, build(site, place, strict=False)[0]


@pytest.fixture(scope="module")
def reader_at(made: tuple[Site, Path], chromium: str) -> Iterator[tuple[webdriver.Chrome, str]]:
    with served(made[1], BASE) as root, chrome(chromium) as driver:
        yield driver, root


@pytest.fixture
def reader(reader_at: tuple[webdriver.Chrome, str]) -> Reader:
    return Reader(*reader_at)


def page_of(made: tuple[Site, Path], number: str) -> str:
    work = next(work.id for work in made[0].works if work.number == number)
    return f"van-ban/{work}/index.html"


def test_what_stands_instead_of_47_is_in_the_first_result(reader: Reader) -> None:
    reader.at(f"tim-kiem/index.html?tim={quote('47-QĐ/TW')}")
    assert "207-QĐ/TW" in (reader.find("[data-results] li", "47-QĐ/TW").get_attribute("textContent") or "")
    assert reader.clicks == 0


def test_what_the_letter_asks_of_the_propaganda_board(reader: Reader) -> None:
    reader.at("index.html").click("a.nut", "Việc phải làm").click("article a[href*='co-quan/']", "Ban Tuyên giáo")
    assert reader.find(".viec li", "743-CV/TU").is_displayed()
    assert reader.clicks <= 2


def test_how_many_members_were_trained(reader: Reader, made: tuple[Site, Path]) -> None:
    reader.at(page_of(made, "526-BC/TU")).click(".thanh > ul a", "Số liệu").click("details.so-lieu summary")
    assert reader.screens(reader.find("details.so-lieu li", "đảng viên")) <= 2
    assert reader.clicks <= 2


def test_who_cites_the_conclusion_and_how(reader: Reader, made: tuple[Site, Path]) -> None:
    reader.at(page_of(made, "01-KL/TW")).click(".thanh > ul a", "Quan hệ")
    entry = reader.find("ul.quan-he > li", "526-BC/TU")
    assert entry.find_elements(By.CSS_SELECTOR, ".the-nho")
    assert reader.clicks <= 2


def test_what_was_due_in_2022(reader: Reader) -> None:
    """The two texts set no deadline in that year; a plan of a district that is not on any map does."""
    reader.at("index.html").click("a.nut", "Việc phải làm").click("article a[href*='nam-2022']")
    due = reader.find(".viec > ul > li", "Sửa bến đò")
    assert due.find_elements(By.CSS_SELECTOR, "time[datetime='2022-06-30']")
    assert "Văn phòng Huyện ủy" in due.text
    assert reader.screens(due) <= 1
    assert reader.clicks <= 2


def test_footnote_four(reader: Reader, made: tuple[Site, Path]) -> None:
    reader.at(page_of(made, "526-BC/TU")).click(".thanh summary").click(".thanh .muc-luc a[href='#chu-thich']")
    fourth = reader.driver.find_elements(By.CSS_SELECTOR, ".cac-chu-thich li")[3]
    assert "47-QĐ/TW" in fourth.text
    assert reader.screens(fourth) <= 2
    assert reader.clicks <= 2


def test_the_citation_of_a_section_is_copied(reader: Reader, made: tuple[Site, Path]) -> None:
    reader.at(page_of(made, "526-BC/TU"))
    reader.driver.execute_script(CATCH_COPIES)
    reader.click(".van-ban a[href='#i-6'].headerlink, .van-ban a[href='#i-6'].neo").click(".bong button", "Chép trích dẫn")
    copied = WebDriverWait(reader.driver, WAIT).until(lambda driver: driver.execute_script("return copied"))
    assert copied[0].startswith("mục 6, mục I Báo cáo số 526-BC/TU ngày 15/04/2022 của ")
    assert reader.clicks == 2


def test_the_text_alone_on_paper(reader: Reader, made: tuple[Site, Path]) -> None:
    reader.at(page_of(made, "526-BC/TU"))
    reader.driver.execute_script("window.print = () => { window.printed = document.documentElement.className }")
    reader.click("[data-in='']")
    assert "in-du" not in reader.driver.execute_script("return window.printed")
    data = reader.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    assert len(pypdfium2.PdfDocument(base64.b64decode(data))) <= 17
    assert reader.clicks + 1 <= 2  # and once in the printer's own window


def test_two_documents_of_one_number_are_told_apart(reader: Reader) -> None:
    reader.at(f"tim-kiem/index.html?tim={quote('124-QĐ/TW')}")
    assert reader.find("[data-results] li", "124-QĐ/TW (2018)").is_displayed()
    assert reader.find("[data-results] li", "124-QĐ/TW (2023)").is_displayed()
    assert reader.clicks == 0


def test_all_of_one_committee_on_one_subject(reader: Reader) -> None:
    """All of Tỉnh ủy Đồng Tháp: of the committee and of the bodies below it, one of which, in Sa Đéc, has a text here."""
    reader.at(f"tim-kiem/index.html?tim={quote('nêu gương')}")
    reader.find("[data-results] li")
    reader.click("[data-facets] summary").click("[data-facets] label", "Tỉnh ủy Đồng Tháp")
    WebDriverWait(reader.driver, WAIT).until(lambda driver: len(driver.find_elements(By.CSS_SELECTOR, "[data-results] > li")) == 1)
    assert "526-BC/TU" in (reader.find("[data-results] > li").get_attribute("textContent") or "")
    assert reader.clicks <= 3
