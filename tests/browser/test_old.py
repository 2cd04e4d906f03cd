"""Pages in a Chromium of 2020, as many offices have it: no script fails, the search answers, citations say what they mean."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.old_chromium import PACKED, Page, old_chromium
from tests.browser.test_pages import LETTER
from tests.conftest import need
from tests.site.built import once

pytestmark = pytest.mark.browser
PAGES = ("index.html", "van-ban/index.html", "tra-cuu/index.html", "dong-thoi-gian/index.html", "viec-phai-lam/index.html", LETTER)


@pytest.fixture(scope="module")
def site(session_folder: Path) -> Path:
    return once(session_folder)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    need("Chromium 80 (make old-browser)", PACKED.is_dir() and shutil.which("node") is not None)
    with old_chromium() as made:
        assert "Chrome/80." in made.run("navigator.userAgent")
        yield made


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_no_script_fails_and_nothing_sticks_out(page: Page, site: Path, name: str, width: int) -> None:
    page.problems.clear()
    page.open((site / name).as_uri(), width)
    assert page.problems == []
    assert page.run("document.documentElement.scrollWidth") <= width


def test_the_search_answers(page: Page, site: Path) -> None:
    page.problems.clear()
    page.open((site / "tim-kiem" / "index.html").as_uri() + "?tim=quan+triet")
    assert "Công văn 07-CV/TU" in page.wait("(document.querySelector('.cn-hit') || {}).innerText")
    assert page.problems == []


def test_the_box_in_the_header_answers_and_leads_to_all_results(page: Page, site: Path) -> None:
    page.problems.clear()
    page.open((site / "index.html").as_uri())
    page.run(
        "const box = document.querySelector('.md-search__input'); box.focus(); box.value = 'quan triet';"
        "box.dispatchEvent(new InputEvent('input', { bubbles: true }))"
    )
    assert "Công văn 07-CV/TU" in page.wait("(document.querySelector('.md-search-result__link h1') || {}).innerText")
    assert "tim=quan+triet" in page.wait("(document.querySelector('.cn-search-all') || {}).href")
    assert page.run("document.getElementById('__search').checked") is True
    assert page.problems == []


def test_a_citation_says_what_it_means(page: Page, site: Path) -> None:
    page.open((site / LETTER).as_uri())
    page.run("document.querySelector('.van-ban a.vb').focus()")
    assert "Những việc cần làm ngay" in page.wait("(document.querySelector('.bong:not([hidden])') || {}).innerText")
