"""Every kind of page in both themes and on both widths: nothing that axe-core objects to, and nothing that moves while it loads."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from selenium import webdriver

from tests.browser.test_pages import BASE, KINDS, screen
from tests.conftest import ROOT, need
from tests.search.browser import chrome, served
from tests.site import sample
from tests.site.built import build

pytestmark = pytest.mark.browser
AXE = ROOT / "tests" / "js" / "node_modules" / "axe-core" / "axe.min.js"
SHIFT = 0.02
"""Cumulative layout shift that a reader does not notice; Google calls a page good up to 0.1."""
WATCH = """
window.shifted = 0
new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value })
  .observe({ type: "layout-shift", buffered: true })
"""
RUN = """
const done = arguments[arguments.length - 1]
axe.run(document, { resultTypes: ["violations"] }).then(
  found => done(JSON.stringify(found.violations.map(item => [item.id, item.nodes.slice(0, 3).map(node => node.html.slice(0, 160))]))),
  error => done(JSON.stringify([["axe", [String(error)]]])))
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = build(sample.site(), tmp_path_factory.mktemp("access"), site_url=f"http://127.0.0.1{BASE}")[0]
    with served(site, BASE) as root:
        yield root


@pytest.fixture(scope="module")
def driver(chromium: str) -> Iterator[webdriver.Chrome]:
    need("axe-core (npm ci trong tests/js)", AXE.is_file())
    with chrome(chromium) as found:
        found.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        yield found


@pytest.mark.parametrize("page", KINDS)
def test_nothing_stands_in_a_readers_way(driver: webdriver.Chrome, address: str, page: str) -> None:
    script = AXE.read_text(encoding="utf-8")
    for width in (360, 1280):
        for dark in (False, True):
            screen(driver, width, dark=dark)
            driver.get(address + page)
            driver.execute_script(script)
            assert json.loads(driver.execute_async_script(RUN)) == [], (width, dark)
            if page != "tim-kiem/index.html":  # it fills itself: what moves there is for the tests of the search to say
                assert driver.execute_script("return window.shifted") <= SHIFT, (width, dark)
