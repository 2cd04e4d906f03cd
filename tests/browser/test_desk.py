"""The editor's desk as an editor meets it: a new folder, three files, the keyboard alone, and the site that comes of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from selenium import webdriver
from selenium.common.exceptions import JavascriptException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from build_tools.commands.main import main
from tests.browser.test_every_kind import AXE, RUN
from tests.browser.test_pages import screen
from tests.conftest import need
from tests.desk.opened import Opened, opened
from tests.desk.test_spots import sheet
from tests.formats.test_add import BLANK, letter
from tests.pdf.pdf_writer import pdf
from tests.search.browser import asked, chrome
from tests.timing import WAIT

pytestmark = [pytest.mark.browser, pytest.mark.slow]
BUILDING = 200
"""Seconds for a whole site, also on a busy machine."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("don-vi") / "trang"
    assert main(["init", str(place), "--name", "Trang Sông Mơ", "--issuer", "Tỉnh ủy Sông Mơ"]) == 0
    return place


@pytest.fixture(scope="module")
def desk(folder: Path) -> Iterator[Opened]:
    with opened(folder) as found:
        yield found


@pytest.fixture(scope="module")
def driver(chromium: str) -> Iterator[webdriver.Chrome]:
    with chrome(chromium) as found:
        yield found


def wait(driver: webdriver.Chrome, script: str, seconds: float = WAIT) -> None:
    """Until ``script`` says yes; between two pages it finds nothing to ask, which is no fault."""
    asking = WebDriverWait(driver, seconds, ignored_exceptions=[JavascriptException])
    asking.until(lambda found: found.execute_script(f"return {script}"))


def press(driver: webdriver.Chrome, *keys: str) -> None:
    driver.switch_to.active_element.send_keys(*keys)


def enter(driver: webdriver.Chrome, css: str) -> None:
    """Press Enter on what is already laid out: a page that has only just come takes no keys yet."""
    shown = (
        f"document.readyState === 'complete' && document.querySelector('{css}') && document.querySelector('{css}').getClientRects().length"
    )
    wait(driver, shown)
    driver.execute_script("document.querySelector(arguments[0]).focus()", css)
    wait(driver, f"document.activeElement === document.querySelector('{css}')")
    press(driver, Keys.ENTER)


def focused(driver: webdriver.Chrome) -> str:
    found: str = driver.execute_script("return document.activeElement.id")
    return found


def test_three_files_from_the_first_page_to_the_built_site(driver: webdriver.Chrome, desk: Opened, folder: Path, tmp_path: Path) -> None:
    files = {"a.docx": letter(date="ngày      tháng 3 năm 2024"), "b.docx": letter(number=BLANK, body="Đoạn khác."), "c.pdf": pdf(sheet())}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    driver.get(desk.address)
    driver.find_element(By.ID, "choose").send_keys("\n".join(str(tmp_path / name) for name in files))
    wait(driver, "document.querySelectorAll('.file.ready').length === 3")

    # the doubtful date stands first; Enter goes on and confirms nothing, Ctrl+Enter confirms
    enter(driver, ".file a")
    wait(driver, "document.activeElement && document.activeElement.id === 'issued_on'")
    wait(driver, "document.querySelector('mark.now')")
    assert driver.execute_script("return document.querySelector('mark.now').textContent") == "ngày tháng 3 năm 2024"
    press(driver, Keys.ENTER)
    assert focused(driver) == "type"
    assert not driver.find_element(By.NAME, "right").is_selected()
    press(driver, Keys.SHIFT, Keys.TAB)
    press(driver, Keys.SHIFT, Keys.TAB)
    assert focused(driver) == "issued_on"
    press(driver, Keys.CONTROL, Keys.ENTER)
    assert driver.find_element(By.NAME, "right").is_selected()
    wait(driver, "document.querySelector('#vi-issued_on').textContent === ''")
    while focused(driver) != "keep":
        press(driver, Keys.ENTER)
    press(driver, Keys.ENTER)

    # the next file: a serial alone completes the printed symbol
    wait(driver, "document.querySelector('h1').textContent === 'b.docx'")
    assert focused(driver) == "number"
    press(driver, "16", Keys.ENTER)
    wait(driver, "document.querySelector('#loi .good')")
    wait(driver, "document.querySelector('#vi-number').textContent === ''")
    enter(driver, "#keep")

    # the page's picture is shown, with the place of the value at hand
    wait(driver, "document.querySelector('h1').textContent === 'c.pdf'")
    wait(driver, "document.querySelector('.page img').naturalWidth > 500")
    wait(driver, "document.querySelector('rect.now')")
    assert driver.execute_script("return document.querySelector('rect.now').dataset.spot") == focused(driver)
    enter(driver, "#keep")
    wait(driver, "document.readyState === 'complete' && document.querySelectorAll('.file.kept').length === 3")

    stated = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((folder / "data" / "documents").glob("*/metadata.yaml"))]
    assert sorted(one["number"] for one in stated) == ["12-BC/TU", "16/BC-UBND", "45/KH-UBND"]
    assert [one["issued_on"] for one in stated if one["number"] == "12-BC/TU"] == ["2024-03"]
    enter(driver, ".build button")
    wait(driver, "!document.querySelector('.build button')")
    wait(driver, "document.getElementById('site')", BUILDING)
    driver.get(driver.find_element(By.ID, "site").get_attribute("href") or "")
    wait(driver, "document.body.textContent.includes('45/KH-UBND')")
    assert {url for url in asked(driver) if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))} == set()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_stands_in_an_editors_way(driver: webdriver.Chrome, desk: Opened, width: int, dark: bool) -> None:
    need("axe-core (npm ci trong tests/js)", AXE.is_file())
    pages = [""]
    for name, data in {
        f"{width}{dark}.docx": letter("31-BC/TU", mark="MẬT", body="Liên hệ ông Lê Văn Mơ, điện thoại 0912 345 678."),
        f"{width}{dark}.pdf": pdf(sheet("Số:       /KH-UBND")),
        "hỏng.docx": b"PK",
    }.items():
        pages += [f"tep/{one}" for one in desk.drop(name, data)]
    for page in pages:
        screen(driver, width, dark=dark)
        driver.get(desk.address + page)
        driver.execute_script(AXE.read_text(encoding="utf-8"))
        assert json.loads(driver.execute_async_script(RUN)) == [], page
        assert driver.execute_script("return document.documentElement.scrollWidth <= window.innerWidth"), page


@contextmanager
def running(place: Path) -> Iterator[str]:
    """The address of a desk that is a program of its own, as long as the block lasts."""
    process = subprocess.Popen(
        [sys.executable, "-m", "build_tools", "desk", "--content", str(place), "--no-browser"],
        stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    assert process.stderr is not None
    with process.stderr:
        try:
            yield process.stderr.readline().split(": ", 1)[1].split(" ")[0]
        finally:
            process.terminate()
            process.wait(WAIT)


def test_a_desk_that_was_closed_says_so_and_loses_nothing(driver: webdriver.Chrome, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "d.docx").write_bytes(letter("41-BC/TU"))
    place = tmp_path / "trang"
    assert main(["init", str(place)]) == 0
    with running(place) as address:
        driver.get(address)
        driver.find_element(By.ID, "choose").send_keys(str(tmp_path / "d.docx"))
        wait(driver, "document.querySelector('.file.ready')")
    driver.find_element(By.ID, "choose").send_keys(str(tmp_path / "d.docx"))
    wait(driver, "document.getElementById('said').textContent.includes('chi-nam desk')")
    with opened(place) as again:
        again.drop("e.docx", letter("42-BC/TU"))
        assert "d.docx" in again.list()


def test_what_is_typed_outlives_the_page_and_the_program_that_are_closed(driver: webdriver.Chrome, folder: Path, tmp_path: Path) -> None:
    place = tmp_path / "trang"
    assert main(["init", str(place)]) == 0
    with opened(place) as desk:
        (one,) = desk.drop("f.docx", letter("43-BC/TU"))
        driver.get(f"{desk.address}tep/{one}")
        driver.find_element(By.ID, "place").send_keys(" Hạ")
        driver.get("about:blank")
        WebDriverWait(driver, WAIT).until(lambda _: desk.desk.table.lying[one].given.answers.get("place"))
    with running(place) as address:
        driver.get(address)
        enter(driver, ".file.ready a")
        wait(driver, "document.getElementById('place')")
        assert driver.find_element(By.ID, "place").get_attribute("value") == "Sông Mơ Hạ"
    driver.find_element(By.ID, "place").send_keys(" Trung")
    wait(driver, "document.getElementById('loi').textContent.includes('chi-nam desk')")
    assert driver.find_element(By.ID, "place").get_attribute("value") == "Sông Mơ Hạ Trung", "it is still there to be copied"
