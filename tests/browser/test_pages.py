"""Every page kind of the sample in a real browser: phone and desktop, light and dark, with and without scripts, from server and file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.search.browser import asked, chrome, served
from tests.site import sample
from tests.site.built import build
from tests.timing import WAIT

pytestmark = pytest.mark.browser

LETTER, REPORT = f"van-ban/{sample.LETTER}/index.html", f"van-ban/{sample.REPORT}/index.html"
KINDS = (
    "index.html", LETTER, REPORT, f"van-ban/{sample.CONFLICT}/index.html", f"van-ban/{sample.RULE_OLD}/index.html", "van-ban/index.html",
    "tra-cuu/index.html", "loai/quy-dinh/index.html", "nam/2022/index.html", "chu-de/hoc-tap/index.html", "co-quan/index.html",
    "co-quan/ban-trung-uong/index.html", "trung-so/index.html", "trung-so/99-qdd_tw/index.html", "dong-thoi-gian/index.html",
    "dong-thoi-gian/chu-de/hoc-tap/index.html", "dong-thoi-gian/co-quan/tinh-uy-song-mo/index.html", "viec-phai-lam/index.html",
    "thuat-ngu/index.html", "chat-luong-du-lieu/index.html", "chat-luong-du-lieu/can-tim/index.html", "tim-kiem/index.html",
    "huong-dan/index.html", "gioi-thieu/index.html", "404.html", "can-tim/chua-ro/index.html",
    f"van-ban/{sample.RULE_OLD}/chuoi/index.html", "viec-phai-lam/co-quan/index.html", "viec-phai-lam/nam-2022/index.html",
    "dan-van-ban/index.html",
)  # fmt: skip
BASE = "/chi-nam/"
SMALL_TARGETS = """
return [...document.querySelectorAll('.neo, .headerlink, .nut, .nhom a, .con-so a, .chu-cai a, .lien-ket a, summary, .tim-nhanh button')]
  .filter(e => e.offsetParent !== null && getComputedStyle(e).visibility !== 'hidden')
  .map(e => [e.className || e.tagName, e.getBoundingClientRect()])
  .filter(([, r]) => r.width < 23.5 || r.height < 23.5).map(([name, r]) => `${name} ${r.width}x${r.height}`)
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(sample.site(), tmp_path_factory.mktemp("browser"), site_url=f"http://127.0.0.1{BASE}")[0]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site, BASE) as root:
        yield root


@pytest.fixture(scope="module")
def driver(chromium: str) -> Iterator[webdriver.Chrome]:
    with chrome(chromium) as made:
        yield made


def screen(driver: webdriver.Chrome, width: int, dark: bool = False, scripts: bool = True, height: int = 800) -> None:
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not scripts})


def complaints(driver: webdriver.Chrome) -> list[str]:
    return [entry["message"] for entry in driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]


def first_result(driver: webdriver.Chrome, selector: str) -> str:
    """The address of the first result, once there is one (the list is drawn anew while words are typed)."""

    def address(d: webdriver.Chrome) -> str:
        return str(d.execute_script("const found = document.querySelector(arguments[0]); return found ? found.href : ''", selector))

    return WebDriverWait(driver, WAIT).until(address)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("page", KINDS)
def test_page_fits_is_silent_and_asks_nobody_else(driver: webdriver.Chrome, address: str, page: str, width: int) -> None:
    screen(driver, width)
    asked(driver)
    driver.get_log("browser")
    driver.get(address + page)
    WebDriverWait(driver, WAIT).until(lambda d: d.execute_script("return document.readyState") == "complete")
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    assert complaints(driver) == []
    host = urlsplit(address).netloc
    assert {url for url in asked(driver) if urlsplit(url).netloc != host and not url.startswith(("data:", "blob:"))} == set()
    assert driver.execute_script(SMALL_TARGETS) == []
    assert len(driver.find_elements(By.CSS_SELECTOR, "h1")) == 1


def test_dark_follows_the_machine(driver: webdriver.Chrome, address: str) -> None:
    def brightness() -> int:
        colour = driver.execute_script("return getComputedStyle(document.body).backgroundColor")
        return sum(int(part) for part in colour.strip("rgba()").split(",")[:3])

    screen(driver, 1280)
    driver.get(address + LETTER)
    light = brightness()
    screen(driver, 1280, dark=True)
    driver.get(address + LETTER)
    assert brightness() < 200 < 600 < light


def test_a_page_stands_where_it_will_stand_when_it_has_grown(driver: webdriver.Chrome, address: str) -> None:
    """The bar at the edge has its room on short pages too: it pushes nothing aside when a page grows beyond the screen as it arrives."""
    screen(driver, 1280)
    driver.get(address + LETTER)
    widths = []
    for page in ("tim-kiem/index.html", LETTER):  # the first page after a phone's has that phone's bars for a moment
        driver.get(address + page)
        widths.append(driver.execute_script("return document.documentElement.clientWidth"))
    assert widths[0] == widths[1]


def test_without_scripts_all_is_there_to_read(driver: webdriver.Chrome, address: str) -> None:
    screen(driver, 360, scripts=False)
    try:
        driver.get(address + LETTER)
        assert "Quán triệt Quy định số 40-QĐ/TW" in driver.find_element(By.CSS_SELECTOR, ".van-ban").text
        driver.find_element(By.CSS_SELECTOR, ".muc-luc summary").click()
        driver.find_element(By.CSS_SELECTOR, ".muc-luc a[href='#3']").click()
        assert driver.current_url.endswith("#3")
        driver.find_element(By.CSS_SELECTOR, ".van-ban a.mo-ho").send_keys(Keys.ENTER)
        assert driver.find_element(By.CSS_SELECTOR, "h1").text == "Số 99-QĐ/TW"
        driver.get(address + "tim-kiem/index.html")
        assert "JavaScript" in driver.find_element(By.TAG_NAME, "noscript").text
    finally:
        screen(driver, 1280)


def test_from_a_usb_stick(driver: webdriver.Chrome, site: Path) -> None:
    screen(driver, 1280)
    driver.get_log("browser")
    driver.get((site / "index.html").as_uri())
    driver.find_element(By.CSS_SELECTOR, f"article a[href*='{sample.LETTER}']").click()
    assert driver.find_element(By.CSS_SELECTOR, "h1").text.startswith("Công văn 07-CV/TU")
    driver.find_element(By.CSS_SELECTOR, ".van-ban a.vb").click()
    assert driver.find_element(By.CSS_SELECTOR, "h1").text.startswith("Quy định 41-QĐ/TW")
    assert complaints(driver) == []


def test_home_form_finds(driver: webdriver.Chrome, address: str) -> None:
    screen(driver, 360)
    driver.get(address + "index.html")
    box = driver.find_element(By.CSS_SELECTOR, ".tim-nhanh input")
    box.send_keys("07cvtu")
    box.submit()
    assert sample.LETTER in first_result(driver, "[data-results] a")


def test_themes_box_finds(driver: webdriver.Chrome, address: str) -> None:
    screen(driver, 1280)
    driver.get(address + LETTER)
    driver.find_element(By.CSS_SELECTOR, ".md-search__input").send_keys("kiem diem 99")
    assert sample.SHARED_B in first_result(driver, ".md-search-result__link")


def test_a_missing_page_shows_the_way_back(driver: webdriver.Chrome, address: str) -> None:
    screen(driver, 360)
    driver.get(address + "404.html")
    driver.find_element(By.LINK_TEXT, "Sổ tra cứu văn bản").click()
    assert driver.find_element(By.CSS_SELECTOR, "h1").text == "Sổ tra cứu văn bản"
