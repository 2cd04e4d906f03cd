"""The page for missing addresses finds the site's root wherever the site is put, without being told where."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from tests.search.browser import chrome
from tests.site.built import once
from tests.timing import WAIT

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def server(session_folder: Path) -> Iterator[tuple[int, Path]]:
    """A server of a folder that answers what it lacks with the site's 404.html, whatever the base."""
    site = once(session_folder)
    bases = ("/", "/co-quan/tra-cuu/")

    class Handler(http.server.SimpleHTTPRequestHandler):
        def translate_path(self, path: str) -> str:
            base = next((base for base in reversed(bases) if path.startswith(base)), "/")
            return super().translate_path("/" + path.removeprefix(base))

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            body = (site / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made.server_address[1], site
    made.shutdown()
    made.server_close()


@pytest.fixture(scope="module")
def driver(chromium: str) -> Iterator[webdriver.Chrome]:
    with chrome(chromium) as found:
        yield found


@pytest.mark.parametrize("base", ["/", "/co-quan/tra-cuu/"])
@pytest.mark.parametrize("missing", ["khong-co", "van-ban/khong-co/", "van-ban/a/b/c.html"])
def test_a_missing_page_leads_back_into_the_site(driver: webdriver.Chrome, server: tuple[int, Path], base: str, missing: str) -> None:
    root = f"http://127.0.0.1:{server[0]}{base}"
    driver.get(root + missing)
    WebDriverWait(driver, WAIT).until(lambda d: d.find_element(By.CSS_SELECTOR, "[data-to]").get_property("href").startswith(root))
    driver.find_element(By.LINK_TEXT, "Sổ tra cứu văn bản").click()
    assert driver.find_element(By.CSS_SELECTOR, "h1").text == "Sổ tra cứu văn bản"
