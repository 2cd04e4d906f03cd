"""A document's page as a tool: the bar that stays, what a citation means, what can be copied, with and without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.test_pages import LETTER, REPORT, screen
from tests.search.browser import chrome
from tests.site import sample
from tests.site.built import once
from tests.timing import WAIT

pytestmark = pytest.mark.browser
FIRST_SCREEN = 800
CATCH_COPIES = "window.copied = []; navigator.clipboard.writeText = said => { copied.push(said); return Promise.resolve() }"


@pytest.fixture(scope="module")
def site(session_folder: Path) -> Path:
    return once(session_folder)


@pytest.fixture(scope="module")
def driver(chromium: str) -> Iterator[webdriver.Chrome]:
    with chrome(chromium) as made:
        yield made


def shown(driver: webdriver.Chrome) -> WebElement:
    return WebDriverWait(driver, WAIT).until(lambda d: next(iter(d.find_elements(By.CSS_SELECTOR, ".bong:not([hidden])")), None))


def test_the_text_begins_on_the_first_screen_of_a_phone(driver: webdriver.Chrome, site: Path) -> None:
    screen(driver, 360)
    driver.get((site / LETTER).as_uri())
    assert driver.execute_script("return document.querySelector('.van-ban').getBoundingClientRect().top") < FIRST_SCREEN


def test_the_bar_stays_and_says_where_one_is(driver: webdriver.Chrome, site: Path) -> None:
    screen(driver, 360)
    driver.get((site / LETTER).as_uri())
    driver.find_element(By.CSS_SELECTOR, ".thanh a[href='#quan-he']").click()
    WebDriverWait(driver, WAIT).until(
        lambda d: d.find_element(By.CSS_SELECTOR, ".thanh [aria-current]").get_attribute("hash") == "#quan-he"
    )
    assert driver.find_element(By.CSS_SELECTOR, ".thanh").is_displayed()
    top = driver.execute_script("return document.querySelector('.thanh').getBoundingClientRect().top")
    heading = driver.execute_script("return document.getElementById('quan-he').getBoundingClientRect().top")
    assert 0 < top < heading < FIRST_SCREEN / 2
    driver.find_element(By.CSS_SELECTOR, ".thanh summary").click()
    driver.find_element(By.CSS_SELECTOR, ".thanh .muc-luc a[href='#3']").click()
    assert driver.current_url.endswith("#3")
    assert not driver.find_element(By.CSS_SELECTOR, ".thanh .muc-luc ul").is_displayed()


def test_who_goes_by_keys_sees_where_they_are(driver: webdriver.Chrome, site: Path) -> None:
    """All that Tab reaches is outlined, or is a field with its caret."""
    screen(driver, 1280)
    driver.get((site / REPORT).as_uri())
    seen = {}
    for _ in range(60):
        ActionChains(driver).send_keys(Keys.TAB).perform()
        name, outline = driver.execute_script(
            "const at = document.activeElement, shown = at.matches('.md-option') ? at.nextElementSibling : at;"
            "return [at.tagName + '.' + at.className, getComputedStyle(shown).outlineStyle]"
        )
        seen[name] = outline
    assert {name for name, outline in seen.items() if outline == "none" and "md-search__input" not in name} == set()
    assert {"SUMMARY.", "A.vb"} <= seen.keys()


@pytest.mark.parametrize(
    ("selector", "said"),
    [
        (".van-ban a.vb", ("Quy định 41-QĐ/TW", "02/03/2022", "Những việc cần làm ngay", "Tính đến")),
        (".van-ban a.chua-ro", ("Kế hoạch 15-KH/TU của Tỉnh ủy Sông Mơ", "chưa có thông tin")),
        (".van-ban a.mo-ho", ("chưa phân biệt được", "Quy định 99-QĐ/TW (2018)", "Quy định 99-QĐ/TW (2023)")),
        (".van-ban a.vb[href*='40-qdd']", ("Đã có văn bản thay thế", "Quy định 41-QĐ/TW")),
    ],
)
def test_a_citation_says_what_it_means_to_mouse_and_keys(
    driver: webdriver.Chrome, site: Path, selector: str, said: tuple[str, ...]
) -> None:
    screen(driver, 1280)
    driver.get((site / LETTER).as_uri())
    link = driver.find_element(By.CSS_SELECTOR, selector)
    ActionChains(driver).move_to_element(link).perform()
    assert all(words in shown(driver).text for words in said)
    ActionChains(driver).send_keys(Keys.ESCAPE).perform()
    assert not driver.find_elements(By.CSS_SELECTOR, ".bong:not([hidden])")
    driver.execute_script("arguments[0].focus()", link)
    assert all(words in shown(driver).text for words in said)


def test_a_tap_shows_what_is_cited_before_it_leads_there(driver: webdriver.Chrome, site: Path) -> None:
    screen(driver, 360)
    driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    try:
        driver.get((site / REPORT).as_uri())
        link = driver.find_element(By.CSS_SELECTOR, ".van-ban a.vb")
        driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", link)
        place = driver.execute_script("const r = arguments[0].getClientRects()[0]; return [r.left + 5, r.top + 5]", link)
        for kind in ("touchStart", "touchEnd"):
            points = [{"x": place[0], "y": place[1]}] if kind == "touchStart" else []
            driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        window = shown(driver)
        assert "Công văn 07-CV/TU" in window.text
        assert REPORT.split("/")[1] in driver.current_url
        window.find_element(By.CSS_SELECTOR, "a.nut").click()
        assert sample.LETTER in driver.current_url
    finally:
        driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})


@pytest.mark.parametrize(
    ("page", "anchor", "said"),
    [
        (REPORT, "dieu-5-khoan-1-diem-dd", "điểm đ khoản 1 Điều 5 Báo cáo số 12-BC/HU ngày 01/07/2022 của Huyện ủy Đá Bạc"),
        (LETTER, "3", "mục 3 Công văn số 07-CV/TU ngày 20/05/2022 của Tỉnh ủy Sông Mơ"),
    ],
)
def test_a_paragraph_is_cited_as_official_papers_do_in_two_clicks(
    driver: webdriver.Chrome, site: Path, page: str, anchor: str, said: str
) -> None:
    screen(driver, 1280)
    driver.get((site / page).as_uri())
    driver.execute_script(CATCH_COPIES)
    driver.find_element(By.CSS_SELECTOR, f".van-ban a.neo[href='#{anchor}'], .van-ban a.headerlink[href='#{anchor}']").click()
    cite, address = shown(driver).find_elements(By.TAG_NAME, "button")
    cite.click()
    address.click()
    WebDriverWait(driver, WAIT).until(lambda d: len(d.execute_script("return copied")) == 2)
    assert driver.execute_script("return copied") == [said, driver.current_url]
    assert cite.text == "Đã chép"
