"""Pictures of every kind of page, to be looked at: ``python -m tests.browser.pictures SITE`` (``make pictures``) fills ``.pictures``.

Each kind on a phone and a desk, light and dark, and as it is printed. The folder is not kept in the repository.
"""

from __future__ import annotations

import argparse
import base64
import shutil
from collections.abc import Iterator
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.test_pages import screen
from tests.search.browser import chrome, served
from tests.timing import WAIT

OUT = Path(".pictures")
BASE = "/chi-nam/"
KINDS = (
    *("index.html", "van-ban/*/index.html", "van-ban/index.html", "tra-cuu/index.html", "loai/*/index.html", "nam/*/index.html"),
    *("chu-de/*/index.html", "co-quan/index.html", "co-quan/*/index.html", "trung-so/*/index.html", "dong-thoi-gian/index.html"),
    *("dong-thoi-gian/loai/*/index.html", "viec-phai-lam/index.html", "viec-phai-lam/co-quan/index.html", "viec-phai-lam/nam-*/index.html"),
    *("can-tim/*/index.html", "thuat-ngu/index.html", "chat-luong-du-lieu/index.html", "chat-luong-du-lieu/can-tim/index.html"),
    *("chat-luong-du-lieu/ma-loi/index.html", "ma-loai/index.html", "tim-kiem/index.html", "huong-dan/index.html", "gioi-thieu/index.html"),
    *("dan-van-ban/index.html", "so-sanh/index.html", "so-sanh/*/*/index.html", "moi-cap-nhat/index.html", "van-ban/*/chuoi/index.html"),
    *("van-ban/*/phan-*/index.html", "van-ban/*/quan-he/index.html", "chu-de/theo-co-quan/index.html", "dong-thoi-gian/nam-*/index.html"),
    *("chat-luong-du-lieu/chua-phan-biet/index.html", "chat-luong-du-lieu/*/phan-*/index.html", "so-lieu/index.html"),
    *("doi-chieu/index.html", "doi-chieu/*/index.html", "doi-chieu/*/*/index.html", "so-lieu/phep-tinh/index.html"),
    *("so-lieu/chu-de/*/index.html", "so-lieu/bieu-mau/index.html", "so-lieu/bieu-mau/*/index.html", "so-lieu/bieu-mau/*/*/index.html"),
    *("mo-hinh/index.html", "mo-hinh/phuong-huong/index.html", "404.html"),
)
"""A page for each; of many the one that has most on it."""
HEIGHT = 2400
SCREEN = 800


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """(name of the picture, address of the page) of each kind that a site has."""
    for kind in KINDS:
        found = max(site.glob(kind), key=lambda path: (path.stat().st_size, path.name), default=None)
        if found is not None:
            name = kind.removesuffix("/index.html").removesuffix(".html").replace("*", "mot").replace("/", "-")
            yield name, str(found.relative_to(site))


def take(driver: webdriver.Chrome, address: str, out: Path, width: int, dark: bool, height: int = HEIGHT) -> None:
    """One picture of the upper part of a page."""
    screen(driver, width, dark=dark, height=height)  # what is far below a screen is not laid out before it comes near
    driver.get(address)
    WebDriverWait(driver, WAIT).until(lambda d: d.execute_script("return document.readyState") == "complete")
    driver.execute_script("document.documentElement.style.scrollBehavior = 'auto'")
    whole = int(driver.execute_script("return document.documentElement.scrollHeight"))
    clip = {"x": 0, "y": 0, "width": width, "height": min(height, max(whole, SCREEN)), "scale": 1}
    made = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "clip": clip, "captureBeyondViewport": False})
    out.write_bytes(base64.b64decode(made["data"]))


def main() -> None:
    """Take all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    site = parser.parse_args().site.resolve()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir()
    binary = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    with served(site, BASE) as root, chrome(binary) as driver:
        for name, page in pages(site):
            for width in (360, 1280):
                for dark in (False, True):
                    take(driver, root + page, OUT / f"{name}-{width}{'-toi' if dark else ''}.png", width, dark)
            data = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
            (OUT / f"{name}-in.pdf").write_bytes(base64.b64decode(data))
    print(f"{len(list(OUT.iterdir()))} → {OUT}/")


if __name__ == "__main__":
    main()
