"""The page that reads a pasted letter, opened from a folder: links, what took the place of what, what is not known; nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

import build_tools.commands
from tests.browser.test_every_kind import AXE, RUN
from tests.browser.test_pages import SMALL_TARGETS, complaints, screen
from tests.conftest import need
from tests.search.browser import asked, chrome
from tests.site.built import once
from tests.timing import WAIT

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SCHEMA = json.loads((Path(build_tools.commands.__file__).with_name("cites.schema.json")).read_text(encoding="utf-8"))
LETTER = (
    "Kính gửi: Các huyện ủy\n😀 Căn cứ Quy định số 40-QĐ/TW ngày 01/11/2011; Quy định số 99-QĐ/TW; "
    "Nghị định số 5/2031/NĐ-CP ngày 04/01/2031."
)


@pytest.fixture(scope="module")
def page(session_folder: Path) -> str:
    return (once(session_folder) / "dan-van-ban" / "index.html").as_uri()


@pytest.fixture(scope="module")
def driver(chromium: str) -> Iterator[webdriver.Chrome]:
    with chrome(chromium) as made:
        yield made


def read(driver: webdriver.Chrome, page: str, text: str) -> str:
    """Paste ``text`` and read it; what the page says of it."""
    driver.get(page)
    driver.execute_script("document.querySelector('[data-letter]').value = arguments[0]", text)
    driver.find_element(By.CSS_SELECTOR, "[data-read]").click()
    WebDriverWait(driver, WAIT).until(lambda d: d.find_element(By.CSS_SELECTOR, "[data-status]").text not in ("", "Đang đọc …"))
    return driver.find_element(By.CSS_SELECTOR, "[data-status]").text


def test_a_letter_is_read_here_and_nothing_is_sent(driver: webdriver.Chrome, page: str) -> None:
    assert read(driver, page, LETTER).startswith("3 chỗ dẫn:")
    shown = driver.find_element(By.CSS_SELECTOR, "[data-list]").text
    assert "Nghị định số 5/2031/NĐ-CP ngày 04/01/2031" in shown
    for head in ("Đã bị thay thế hoặc bãi bỏ (1)", "Còn mơ hồ: nhiều văn bản khớp (1)", "Không có trong sổ (1)"):
        assert head in shown
    assert "được thay thế bởi Quy định 41-QĐ/TW từ ngày 02/03/2022; nguồn:" in shown
    links = [item.get_attribute("href") or "" for item in driver.find_elements(By.CSS_SELECTOR, "[data-list] a")]
    assert links
    for link in links:
        assert Path(link.removeprefix("file://")).is_file(), link
    assert {url.partition(":")[0] for url in asked(driver)} <= {"file", "data"}
    assert complaints(driver) == []


PASTE = """
const area = document.querySelector('[data-letter]'), given = new DataTransfer()
given.setData('text/plain', arguments[0])
return area.dispatchEvent(new ClipboardEvent('paste', {clipboardData: given, bubbles: true, cancelable: true}))
"""
"""A reader's own paste; whether it is left to the browser, which types it."""


def test_a_letter_goes_whole_into_an_empty_field_and_is_read(driver: webdriver.Chrome, page: str) -> None:
    driver.get(page)
    assert not driver.execute_script(PASTE, LETTER)
    WebDriverWait(driver, WAIT).until(lambda d: "3 chỗ dẫn" in d.find_element(By.CSS_SELECTOR, "[data-status]").text)
    WebDriverWait(driver, WAIT).until(lambda d: d.execute_script("return document.querySelector('[data-letter]').value") == LETTER)
    # beside words that stand there the browser puts it at the place, and can take it back
    assert driver.execute_script(PASTE, LETTER)
    assert driver.execute_script("return document.querySelector('[data-letter]').value") == LETTER


def test_a_letter_whose_lines_end_with_the_paper_is_read_as_its_paragraphs(driver: webdriver.Chrome, page: str) -> None:
    found = []
    for text in ("Theo Quy định số 40-QĐ/TW của Ban Chấp\nhành Trung ương;", "Theo Quy định số 40-QĐ/TW của Ban Chấp hành Trung ương;"):
        assert read(driver, page, text).startswith("1 chỗ dẫn:")
        found.append(driver.find_element(By.CSS_SELECTOR, "[data-list]").text)
    assert "(Ban Chấp hành Trung ương)" in found[0]
    assert found[0] == found[1]
    # a point of a list begins a line of its own
    assert read(driver, page, "Theo Quy định số 40-QĐ/TW của Ban Chấp\nb) hành Trung ương;").startswith("1 chỗ dẫn:")
    assert driver.find_element(By.CSS_SELECTOR, "[data-list]").text != found[0]


def test_a_place_is_selected_in_the_letter(driver: webdriver.Chrome, page: str) -> None:
    read(driver, page, LETTER)
    driver.find_element(By.CSS_SELECTOR, "[data-list] button").click()
    chosen = driver.execute_script(
        "const a = document.querySelector('[data-letter]'); return a.value.slice(a.selectionStart, a.selectionEnd)"
    )
    assert chosen == "Quy định số 40-QĐ/TW ngày 01/11/2011"


def test_the_copy_has_the_shape_of_the_command(driver: webdriver.Chrome, page: str) -> None:
    read(driver, page, LETTER)
    driver.execute_script(
        "window.said = [];"
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: t => (window.said.push(t), Promise.resolve())}})"
    )
    for kind in ("json", "text"):
        driver.find_element(By.CSS_SELECTOR, f"[data-copy={kind}]").click()
    as_json, as_text = driver.execute_script("return window.said")
    found = json.loads(as_json)
    jsonschema.validate(found, SCHEMA)
    assert all(LETTER[item["start"] : item["end"]] == item["text"] for item in found["citations"])
    assert [item["outdated"] for item in found["citations"]] == [True, False, False]
    assert "Nghị định số 5/2031/NĐ-CP" in as_text


def test_a_long_list_is_drawn_to_its_end_and_copied_whole(driver: webdriver.Chrome, page: str) -> None:
    numbers = [f"{at}/2031/NĐ-CP" for at in range(101, 141)]
    read(driver, page, "\n".join(f"Căn cứ Nghị định số {number};" for number in numbers))
    WebDriverWait(driver, WAIT).until(lambda d: len(d.find_elements(By.CSS_SELECTOR, "[data-list] li")) == len(numbers))
    shown = driver.find_element(By.CSS_SELECTOR, "[data-list]").text
    assert [number for number in numbers if number not in shown] == []
    assert len(driver.find_elements(By.CSS_SELECTOR, "[data-list] h2")) == 1
    driver.execute_script("Object.defineProperty(navigator, 'clipboard', {value: {writeText: t => (window.said = t, Promise.resolve())}})")
    driver.find_element(By.CSS_SELECTOR, "[data-copy=text]").click()
    assert [number for number in numbers if number not in driver.execute_script("return window.said")] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Chưa có chữ nào"),
        ("Ngày mai trời nắng.", "Không thấy văn bản nào"),
        ("<p>Ngày mai trời nắng.</p>", "mã HTML"),
        ("x" * 5_000_000, "quá dài (5,0 triệu ký tự)"),
        ("Uỷ ban ban ha\u0300nh Nghi\u0323 đi\u0323nh sô\u0301 5/2031/NĐ-CP.", "1 chỗ dẫn"),
    ],
    ids=["trống", "không dẫn", "HTML", "5 MB", "NFD"],
)
def test_whatever_is_pasted_is_told_in_a_line_and_stays(driver: webdriver.Chrome, page: str, text: str, said: str) -> None:
    assert said in read(driver, page, text)
    assert driver.execute_script("return document.querySelector('[data-letter]').value.length") == len(text)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_stands_in_a_readers_way(driver: webdriver.Chrome, page: str, width: int, dark: bool) -> None:
    need("axe-core (npm ci trong tests/js)", AXE.is_file())
    screen(driver, width, dark=dark)
    read(driver, page, LETTER)
    driver.execute_script(AXE.read_text(encoding="utf-8"))
    assert json.loads(driver.execute_async_script(RUN)) == []
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    assert driver.execute_script(SMALL_TARGETS) == []
