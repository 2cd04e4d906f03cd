"""A long text in parts, as a reader meets it: old addresses lead on, citations say what they mean, the way goes on, all is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.test_pages import BASE, screen
from tests.browser.test_paper import letters, on_paper, printed, text_of
from tests.search.browser import chrome, served
from tests.site import every
from tests.site.huge import PLACES
from tests.timing import WAIT

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def first(session_folder: Path) -> Path:
    return next(every.once(session_folder)[0].glob("van-ban/30_2031*")) / "index.html"


@pytest.fixture(scope="module")
def driver(chromium: str) -> Iterator[webdriver.Chrome]:
    with chrome(chromium) as made:
        yield made


def test_an_old_address_on_the_first_page_leads_to_the_part_that_has_the_place(driver: webdriver.Chrome, first: Path) -> None:
    screen(driver, 360)
    driver.get(first.as_uri() + "#dieu-150-khoan-2")
    WebDriverWait(driver, WAIT).until(lambda d: "/phan-" in d.current_url)
    assert driver.current_url.endswith("#dieu-150-khoan-2")
    assert driver.find_element(By.ID, "dieu-150-khoan-2").is_displayed()
    assert driver.execute_script("return document.querySelector(':target').id") == "dieu-150-khoan-2"


def test_the_contents_lead_to_other_parts_without_scripts(driver: webdriver.Chrome, first: Path) -> None:
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.get(first.as_uri())
        driver.find_element(By.CSS_SELECTOR, ".thanh .muc-luc summary").click()
        link = driver.find_element(By.CSS_SELECTOR, ".thanh .muc-luc a[href*='phan-3/index.html#']")
        place = link.get_attribute("href").partition("#")[2]  # type: ignore[union-attr]
        link.click()
        assert "/phan-3/" in driver.current_url
        assert driver.find_element(By.ID, place).is_displayed()
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_citation_in_a_part_says_what_it_means_and_the_way_goes_on(driver: webdriver.Chrome, first: Path) -> None:
    screen(driver, 1280)
    driver.get((first.parent / "phan-2" / "index.html").as_uri())
    cited = driver.find_element(By.CSS_SELECTOR, ".van-ban a.chua-ro")
    driver.execute_script("arguments[0].focus()", cited)
    box = WebDriverWait(driver, WAIT).until(lambda d: next(iter(d.find_elements(By.CSS_SELECTOR, ".bong:not([hidden])")), None))
    assert "Thông tư" in box.text
    way = driver.find_element(By.CSS_SELECTOR, "nav.cac-buoc .sau")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", way)
    driver.execute_script("arguments[0].click()", way)
    assert "/phan-3/" in driver.current_url
    assert driver.find_element(By.CSS_SELECTOR, ".thanh [aria-current]").text == "Văn bản"


def test_a_place_in_another_part_says_what_it_means_and_its_words_where_they_can_be_fetched(driver: webdriver.Chrome, first: Path) -> None:
    screen(driver, 1280)

    def shown(page: str) -> tuple[int, str]:
        driver.get(page)
        away = driver.find_element(By.CSS_SELECTOR, ".van-ban a.vb[href*='../'][href*='#dieu-'][href$='-khoan-1']")
        place = (away.get_attribute("href") or "").partition("#dieu-")[2]
        driver.execute_script("arguments[0].focus()", away)
        box = WebDriverWait(driver, WAIT).until(lambda d: next(iter(d.find_elements(By.CSS_SELECTOR, ".bong:not([hidden])")), None))
        return int(place.partition("-")[0]), box.text

    article, said = shown((first.parent / "phan-2" / "index.html").as_uri())
    assert said in (f"khoản 1 Điều {article}", f"Điều {article}. Bến số {article} ở {PLACES[article % 6]}")
    with served(first.parents[2]) as address:
        article, _ = shown(f"{address}{first.parent.relative_to(first.parents[2])}/phan-2/index.html")
        begins = f"1. Chủ bến ở {PLACES[(article + 1) % 6]} ghi sổ đò"
        WebDriverWait(driver, WAIT).until(lambda d: d.find_element(By.CSS_SELECTOR, ".bong").text.startswith(begins))


def test_on_a_phone_the_years_of_a_timeline_are_one_row_that_scrolls(driver: webdriver.Chrome, first: Path) -> None:
    page = (first.parents[2] / "dong-thoi-gian" / "index.html").as_uri()
    row = "const row = document.querySelector('.mot-hang > ul'); const tops = [...row.children].map(item => item.offsetTop); "
    screen(driver, 360)
    driver.get(page)
    tops, wide, item = driver.execute_script(row + "return [new Set(tops).size, row.scrollWidth - row.clientWidth, row.children.length]")
    assert item > 1
    assert tops == 1
    driver.execute_script(row + "for (let at = 0; at < 30; at++) row.append(row.children[0].cloneNode(true))")
    more, held = driver.execute_script(row + "return [row.scrollWidth - row.clientWidth, document.documentElement.scrollWidth]")
    assert more > wide
    assert more > 360
    assert held <= 360


def rows(driver: webdriver.Chrome) -> list[str]:
    """What the rows that are shown say; a page that has only just come shows none until its first picture is drawn."""

    def shown(driver: webdriver.Chrome) -> list[str]:
        return [item.text for item in driver.find_elements(By.CSS_SELECTOR, ".danh-sach > ul > li") if item.is_displayed()]

    return WebDriverWait(driver, WAIT).until(shown)


def test_a_list_is_filtered_and_ordered_and_its_address_can_be_sent_on(driver: webdriver.Chrome, first: Path) -> None:
    screen(driver, 360)
    listed = (first.parents[2] / "van-ban" / "index.html").as_uri()
    driver.get(listed)
    before = rows(driver)
    top = driver.execute_script("return document.querySelector('.danh-sach').getBoundingClientRect().top + scrollY")
    field = driver.find_element(By.CSS_SELECTOR, ".loc-xep input")
    field.send_keys("cong van 7/SBB")
    assert [row.split()[2] for row in rows(driver)] == ["7/SBB-VP"]
    assert "loc=cong+van+7" in driver.current_url
    assert driver.execute_script("return document.querySelector('.danh-sach').getBoundingClientRect().top + scrollY") == top
    driver.get(listed + "?xep=cu")
    oldest = rows(driver)
    assert sorted(oldest) == sorted(before)
    assert oldest != before
    driver.get(listed + "?loc=công")  # with marks it means just that word
    assert 0 < len(rows(driver)) < len(before)


def test_a_timeline_with_a_page_for_each_year_leads_to_today(driver: webdriver.Chrome, first: Path) -> None:
    """On the first of July 2032 by the reader's clock."""
    screen(driver, 360)
    clock = "const Real = Date; Date = class extends Real { constructor(...at) { super(...(at.length ? at : [Real.UTC(2032, 6, 1)])) } }"
    added = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": clock})
    try:
        driver.get((first.parents[2] / "dong-thoi-gian" / "index.html").as_uri())
        driver.find_element(By.CSS_SELECTOR, ".nhom a[aria-current='date']").click()
        assert "/dong-thoi-gian/nam-2032/" in driver.current_url
        mark = driver.find_element(By.ID, "hom-nay")
        assert mark.text == "Hôm nay 01/07/2032"
        assert 0 <= driver.execute_script("return arguments[0].getBoundingClientRect().top", mark) < 800
        days = driver.execute_script(
            "return ['previous', 'next'].map(way => arguments[0][way + 'ElementSibling'].querySelector('time').getAttribute('datetime'))",
            mark,
        )
        assert days[0] > "2032-07-01" >= days[1]
    finally:
        driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


def test_a_long_text_is_printed_whole_from_its_first_page_and_the_page_is_as_before(driver: webdriver.Chrome, first: Path) -> None:
    screen(driver, 1280)
    pages = [first, *(first.parent / f"phan-{number}" / "index.html" for number in range(2, len(list(first.parent.glob("phan-*"))) + 2))]
    whole: Counter[str] = Counter()
    for page in pages:
        driver.get(page.as_uri())
        whole += letters(text_of(driver, ".van-ban"))
    driver.get(first.as_uri())
    assert not driver.find_element(By.CSS_SELECTOR, "[data-in-tron]").is_displayed()  # a page in a folder may not read its neighbours
    with served(first.parents[2], BASE) as root:
        driver.get(root + first.relative_to(first.parents[2]).as_posix())
        # what the printer would be given is kept until it is looked at
        driver.execute_script("window.print = () => { window.asked = true }")
        before = driver.execute_script("return document.querySelectorAll('.van-ban').length")
        driver.find_element(By.CSS_SELECTOR, "[data-in-tron]").click()
        WebDriverWait(driver, 20).until(lambda d: d.execute_script("return window.asked"))
        document = printed(driver)
        assert whole - on_paper(document) == Counter()
        assert len(document) > 20
        WebDriverWait(driver, 5).until(lambda d: d.execute_script("return document.querySelectorAll('.van-ban').length") == before)
        driver.get(root + pages[1].relative_to(first.parents[2]).as_posix())
        part = printed(driver)
        assert letters(text_of(driver, ".van-ban")) - on_paper(part) == Counter()
        assert "phần 2/" in part[0].get_textpage().get_text_range()


MOVED = (
    "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(one => { if (!one.hadRecentInput) moved += one.value }))"
    ".observe({type: 'layout-shift', buffered: true})"
)
FAR = ("dieu-150-khoan-2", "quan-he")
"""A place in the middle of a part, and the heading of what stands after the text."""


@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_opened_at_a_far_place_shows_it_under_the_bar_and_nothing_moves(driver: webdriver.Chrome, first: Path, width: int) -> None:
    screen(driver, width)
    added = driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": MOVED})
    holder = next(
        page for page in sorted(first.parent.glob("phan-*/index.html")) if 'id="dieu-150-khoan-2"' in page.read_text(encoding="utf-8")
    )
    try:
        for page, place in zip((holder, first), FAR, strict=True):
            driver.get("about:blank")
            driver.get(f"{page.as_uri()}#{place}")
            quiet = "const done = arguments[0]; setTimeout(() => requestAnimationFrame(() => done()), 400)"
            driver.execute_async_script(quiet)
            top, ends, moved = driver.execute_script(
                "const top = name => document.querySelector(name).getBoundingClientRect();"
                "return [top('#' + arguments[0]).top - top('.thanh').bottom,"
                " scrollY + innerHeight >= document.documentElement.scrollHeight - 1, moved]",
                place,
            )
            assert 0 <= top < 60 or (top > 0 and ends)
            assert moved <= 0.02
    finally:
        driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)


def test_what_is_far_is_laid_out_for_a_place_in_the_page_and_not_before(driver: webdriver.Chrome, first: Path) -> None:
    screen(driver, 360)
    driver.get(first.as_uri())
    far = "return getComputedStyle([...document.querySelectorAll('.van-ban > p')].pop()).contentVisibility"
    assert driver.execute_script(far) == "auto"
    driver.find_elements(By.CSS_SELECTOR, ".thanh > ul a[href^='#']")[-1].click()
    WebDriverWait(driver, WAIT).until(lambda d: d.execute_script(far) == "visible")
