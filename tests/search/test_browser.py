"""The search as a reader meets it: the box in the header and the search page, from a server under a base path and from file://."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import WebDriverWait

from build_tools.search.files import Folder
from tests.search.browser import asked, chrome, served
from tests.search.website import build_website
from tests.timing import WAIT

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_website(tmp_path_factory.mktemp("website"))


@pytest.fixture(scope="module", params=["http", "file"])
def root(request: pytest.FixtureRequest, site: Path) -> Iterator[str]:
    if request.param == "file":
        yield f"file://{site}/"
    else:
        with served(site) as address:
            yield address


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[WebDriver]:
    with chrome(chromium) as driver:
        yield driver


def wait(browser: WebDriver, found: Callable[[WebDriver], Any]) -> Any:
    return WebDriverWait(browser, WAIT, poll_frequency=0.05).until(found)


def ask_box(browser: WebDriver, query: str) -> Any:
    box = wait(browser, lambda driver: driver.find_element(By.CSS_SELECTOR, ".md-search__input"))
    box.click()
    box.send_keys(query)
    return box


def script(browser: WebDriver, code: str) -> Any:
    """One question to the page in one step: the box draws its list anew while texts arrive."""
    return browser.execute_script(code)  # type: ignore[no-untyped-call]


def box_links(browser: WebDriver) -> list[str]:
    found: list[str] = script(browser, "return [...document.querySelectorAll('.md-search-result__link')].map(link => link.href)")
    return found


def settled(browser: WebDriver, found: Callable[[WebDriver], Any]) -> Any:
    """``found`` once it has given the same answer twice."""
    before = None

    def same(driver: WebDriver) -> Any:
        nonlocal before
        now = found(driver)
        last, before = before, now
        return now if now and now == last else None

    return WebDriverWait(browser, WAIT, poll_frequency=0.25).until(same)


def status(browser: WebDriver) -> str:
    return str(browser.find_element(By.CSS_SELECTOR, "[data-status]").text)


def no_errors(browser: WebDriver) -> None:
    assert [row["message"] for row in browser.get_log("browser") if row["level"] == "SEVERE"] == []  # type: ignore[no-untyped-call]


def test_box_finds_opens_and_marks(browser: WebDriver, root: str) -> None:
    browser.get(root + "index.html")
    box = ask_box(browser, "chuyen de ve muong")
    settled(browser, lambda driver: [link for link in box_links(driver) if "#muc-1" in link])
    meta = browser.find_element(By.CSS_SELECTOR, ".md-search-result__meta")
    assert "kết quả" in meta.text
    assert meta.get_attribute("aria-live") == "polite"
    title = script(browser, "return document.querySelector('.md-search-result__link h1').innerText")
    assert "01-KL/TW" in title
    assert "18/05/2021" in title
    box.send_keys(Keys.ARROW_DOWN, Keys.NULL)
    browser.switch_to.active_element.send_keys(Keys.ARROW_DOWN)
    assert "#muc-1" in str(browser.switch_to.active_element.get_attribute("href"))
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    wait(
        browser,
        lambda driver: "van-ban/01-kl-tw/index.html" in driver.current_url and driver.find_elements(By.CSS_SELECTOR, "mark.cn-mark"),
    )
    assert browser.current_url.endswith("#muc-1")
    assert {mark.text for mark in browser.find_elements(By.CSS_SELECTOR, "mark.cn-mark")} == {"chuyên", "đề", "về", "mương"}
    browser.find_element(By.CSS_SELECTOR, ".cn-mark-clear").click()
    assert not browser.find_elements(By.CSS_SELECTOR, "mark.cn-mark")
    assert "h=" not in browser.current_url
    no_errors(browser)


def test_box_enter_opens_the_best_and_escape_closes(browser: WebDriver, root: str) -> None:
    browser.get(root + "index.html")
    box = ask_box(browser, "37 qd tw")
    settled(browser, box_links)
    box.send_keys(Keys.ENTER)
    wait(browser, lambda driver: "van-ban/37-q--tw/" in driver.current_url)
    browser.get(root + "index.html")
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    wait(browser, lambda driver: driver.switch_to.active_element.get_attribute("name") == "query")
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert not browser.find_element(By.ID, "__search").is_selected()
    no_errors(browser)


def test_box_follows_an_input_method(browser: WebDriver, root: str) -> None:
    browser.get(root + "index.html")
    box = ask_box(browser, "")
    browser.execute_script(  # type: ignore[no-untyped-call]
        "const box = arguments[0]; box.dispatchEvent(new CompositionEvent('compositionstart')); box.value = 'thóc giống';"
        "box.dispatchEvent(new CompositionEvent('compositionend')); box.dispatchEvent(new InputEvent('input'))",
        box,
    )
    wait(browser, lambda driver: any("123-2026" in link for link in box_links(driver)))
    no_errors(browser)


def test_box_says_what_it_changed_and_missed(browser: WebDriver, root: str) -> None:
    browser.get(root + "index.html")
    ask_box(browser, "muogn nuoc zzyzx ")
    meta = wait(
        browser,
        lambda driver: [
            text for text in [script(driver, "return document.querySelector('.md-search-result__meta').innerText")] if "zzyzx" in text
        ],
    )
    assert "đã tìm mương" in meta[0]
    assert "Không tìm thấy: zzyzx" in meta[0]
    no_errors(browser)


def test_page_keeps_its_state_in_the_address(browser: WebDriver, root: str) -> None:
    browser.get(root + "tim-kiem/index.html")
    field = wait(browser, lambda driver: driver.find_element(By.CSS_SELECTOR, "#chi-nam-search input[type=search]"))
    wait(browser, lambda driver: field.is_displayed())
    field.send_keys("giữ rừng")
    wait(browser, lambda driver: "kết quả cho “giữ rừng”" in status(driver))
    wait(browser, lambda driver: driver.find_elements(By.CSS_SELECTOR, "[data-facet=type]"))
    boxes = browser.find_elements(By.CSS_SELECTOR, "[data-facet=type]")
    next(box for box in boxes if box.get_attribute("value") == "Chỉ thị").click()
    wait(browser, lambda driver: status(driver).startswith("2 kết quả"))
    titles = [link.text for link in browser.find_elements(By.CSS_SELECTOR, ".cn-hit__title")]
    assert len(titles) == 2
    assert all(title.startswith("Chỉ thị") for title in titles)
    address = browser.current_url
    assert "tim=" in address
    assert "f.type=" in address
    browser.get("about:blank")
    browser.get(address)
    wait(browser, lambda driver: status(driver).startswith("2 kết quả"))
    wait(browser, lambda driver: driver.find_elements(By.CSS_SELECTOR, "[data-facet=type]:checked"))
    assert not browser.find_element(By.ID, "__search").is_selected()
    no_errors(browser)


def test_page_sorts_and_moves_by_keys(browser: WebDriver, root: str) -> None:
    browser.get(root + "tim-kiem/index.html?tim=muong+nuoc&sort=new")
    settled(browser, lambda driver: script(driver, "return [...document.querySelectorAll('.cn-hit p')].map(one => one.innerText)"))
    assert "Quy định" in browser.find_elements(By.CSS_SELECTOR, ".cn-hit__title")[0].text
    field = browser.find_element(By.CSS_SELECTOR, "#chi-nam-search input[type=search]")
    field.send_keys(Keys.ARROW_DOWN)
    assert "37-q--tw" in str(browser.switch_to.active_element.get_attribute("href"))
    browser.switch_to.active_element.send_keys("/")
    assert browser.switch_to.active_element == field
    field.send_keys(Keys.ESCAPE)
    wait(browser, lambda driver: not driver.find_elements(By.CSS_SELECTOR, ".cn-hit"))
    no_errors(browser)


def test_a_question_in_the_address_is_the_page_s_own(browser: WebDriver, root: str) -> None:
    browser.get(root + "tim-kiem/index.html?q=gi%E1%BB%AF+r%E1%BB%ABng")
    wait(browser, lambda driver: "kết quả cho “giữ rừng”" in status(driver))
    assert script(browser, "return document.querySelector('#chi-nam-search input').value") == "giữ rừng"
    assert not browser.find_element(By.ID, "__search").is_selected()
    assert "q=" not in browser.current_url
    assert "tim=gi" in browser.current_url
    no_errors(browser)


SHIFTS = """
globalThis.shifted = 0
new PerformanceObserver(list => { for (const one of list.getEntries()) if (!one.hadRecentInput) globalThis.shifted += one.value })
  .observe({ type: "layout-shift", buffered: true })"""


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (360, 740)])
@pytest.mark.parametrize("query", ["gi%E1%BB%AF+r%E1%BB%ABng", "muogn+nuoc", "zzyzx+qwxz", ""])
def test_results_do_not_move_the_page(browser: WebDriver, root: str, query: str, width: int, height: int) -> None:
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    watch = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": SHIFTS})
    try:
        browser.get(root + "tim-kiem/index.html" + (f"?tim={query}" if query else ""))
        wait(browser, lambda driver: status(driver) and "Đang" not in status(driver))
        settled(browser, lambda driver: script(driver, "return document.body.scrollHeight"))
        assert script(browser, "return globalThis.shifted") <= 0.02
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": watch["identifier"]})
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_an_opened_page_has_no_more_marks_than_help(browser: WebDriver, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    page = tmp_path / "site/van-ban/01-kl-tw/index.html"
    text = page.read_text("utf-8")
    page.write_text(text.replace("</article>", "<p>" + "Mương nước. " * 400 + "</p></article>", 1), encoding="utf-8")
    browser.get(f"file://{page}?h=m%C6%B0%C6%A1ng+n%C6%B0%E1%BB%9Bc")
    wait(browser, lambda driver: driver.find_elements(By.CSS_SELECTOR, "mark.cn-mark"))
    assert 100 < len(browser.find_elements(By.CSS_SELECTOR, "mark.cn-mark")) <= 160
    no_errors(browser)


def test_what_is_typed_is_shown_and_not_run(browser: WebDriver, root: str) -> None:
    browser.get(root + "tim-kiem/index.html?tim=%3Cimg+src%3Dx+onerror%3Ddocument.title%3D1%3E+%F0%9F%8C%B2")
    wait(browser, lambda driver: "img" in status(driver))
    assert script(browser, "return document.querySelectorAll('#chi-nam-search img').length") == 0
    assert browser.title != "1"
    no_errors(browser)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_page_fits_a_phone(chromium: str, root: str, scheme: str) -> None:
    with chrome(chromium, 500, 800) as browser:
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True})
        browser.get(root + "tim-kiem/index.html?tim=gi%E1%BB%AF+r%E1%BB%ABng")
        browser.execute_script(f"document.body.dataset.mdColorScheme = '{scheme}'")  # type: ignore[no-untyped-call]
        wait(browser, lambda driver: driver.find_elements(By.CSS_SELECTOR, ".cn-hit__title"))
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 360  # type: ignore[no-untyped-call]


def test_a_missing_part_is_told_and_the_rest_works(browser: WebDriver, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    texts = next((tmp_path / "site/assets/search/index").glob("*/t"))
    for path in texts.iterdir():
        path.unlink()
    (texts.parent / "facets.js").write_text("not a script(", encoding="utf-8")
    browser.get(f"file://{tmp_path}/site/tim-kiem/index.html?tim=m%C6%B0%C6%A1ng+n%C6%B0%E1%BB%9Bc")
    wait(browser, lambda driver: driver.find_elements(By.CSS_SELECTOR, ".cn-hit__title"))
    wait(browser, lambda driver: "không đọc được" in driver.find_element(By.CSS_SELECTOR, "[data-notes]").text)
    browser.get_log("browser")  # type: ignore[no-untyped-call]


ODD = {
    "300 characters": "mương nước " * 28,
    "HTML": "<img src=x onerror=document.title=1><b>mương</b> nước",
    "emoji": "🌲 mương 🌊 nước",
    "no blank": "mương" * 60,
    "marks alone": "\u0301\u0323",
}


@pytest.mark.parametrize("query", ODD.values(), ids=ODD)
def test_odd_input_is_answered(browser: WebDriver, root: str, query: str) -> None:
    browser.get(f"{root}tim-kiem/index.html?tim={quote(query)}")
    wait(browser, lambda driver: "kết quả" in status(driver).lower())
    assert bool(browser.find_elements(By.CSS_SELECTOR, ".cn-hit__title")) == (query not in {ODD["no blank"], ODD["marks alone"]})
    assert browser.title != "1"
    assert script(browser, "return document.documentElement.scrollWidth - innerWidth") <= 0
    no_errors(browser)


def _copied(site: Path, folder: Path, change: Callable[[Path], None]) -> Path:
    """A copy of the site whose index was changed."""
    shutil.copytree(site, folder / "site")
    change(folder / "site/assets/search/index")
    return folder / "site"


def _break_pairs(index: Path) -> None:
    for name in ("b", "s"):
        for path in index.glob(f"*/{name}/*.js"):
            path.write_bytes(path.read_bytes()[:60] + b'"broken')


def _older(index: Path) -> None:
    Folder(index).write("index", b'{"format":2}')


@pytest.mark.parametrize("over", ["http", "file"])
@pytest.mark.parametrize(
    ("change", "said", "hits"),
    [(_break_pairs, "không đọc được", True), (_older, "khác phiên bản", False)],
)
def test_a_broken_or_an_older_index_is_told(
    browser: WebDriver, site: Path, tmp_path: Path, over: str, change: Callable[[Path], None], said: str, hits: bool
) -> None:
    copy = _copied(site, tmp_path, change)
    with served(copy) as address:
        browser.get((f"file://{copy}/" if over == "file" else address) + f"tim-kiem/index.html?tim={quote('mương nước')}")
        wait(browser, lambda driver: said in driver.find_element(By.ID, "chi-nam-search").text)
        wait(browser, lambda driver: bool(driver.find_elements(By.CSS_SELECTOR, ".cn-hit__title")) == hits)
        if not hits:
            assert browser.find_element(By.CSS_SELECTOR, "[data-indexes] a").is_displayed()
    browser.get_log("browser")  # type: ignore[no-untyped-call]


def test_without_an_index_the_page_says_so(browser: WebDriver, site: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "site")
    shutil.rmtree(tmp_path / "site/assets/search/index")
    browser.get(f"file://{tmp_path}/site/tim-kiem/index.html?tim=n%C6%B0%E1%BB%9Bc")
    wait(browser, lambda driver: "Không đọc được dữ liệu tìm kiếm" in status(driver))
    assert browser.find_element(By.CSS_SELECTOR, "[data-indexes] a").is_displayed()
    browser.get(f"file://{tmp_path}/site/index.html")
    ask_box(browser, "nước")
    wait(browser, lambda driver: "Không đọc được dữ liệu tìm kiếm" in driver.find_element(By.CSS_SELECTOR, ".md-search-result__meta").text)
    browser.get_log("browser")  # type: ignore[no-untyped-call]


def test_without_scripts_the_indexes_are_offered(site: Path) -> None:
    page = (site / "tim-kiem/index.html").read_text("utf-8")
    before = page.index("<noscript><p><strong>Trình duyệt đang tắt JavaScript")
    assert "../quy-dinh/" in page[before:]


def test_no_other_host_is_asked(browser: WebDriver, site: Path) -> None:
    with served(site) as root:
        asked(browser)
        browser.get(root + "index.html")
        ask_box(browser, "mương")
        wait(browser, box_links)
        urls = asked(browser)
        assert urls
        assert [url for url in urls if not url.startswith((root, "data:"))] == []
