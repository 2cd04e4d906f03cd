"""Every page of the sample as it is meant to be. After a change that you have looked at: ``python -m tests.site.test_golden``."""

from pathlib import Path

import pytest

from build_tools.render import Page
from build_tools.views import addresses
from tests.site.built import rendered

GOLDEN = Path(__file__).parent / "golden"
PAGES = [page for page in rendered() if page.path not in (addresses.FINDINGS, addresses.CODES)]
"""Not the pages of findings and of codes: they are the catalogue of messages and the lexicon, whatever the site."""


def place(page: Page) -> Path:
    return GOLDEN / page.path.replace("/index.md", ".md").replace("/", "__")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_page_is_as_meant(page: Page) -> None:
    assert page.text == place(page).read_text(encoding="utf-8")


def test_no_golden_page_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {place(page).name for page in PAGES}


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for stale in GOLDEN.iterdir():
        stale.unlink()
    for made in PAGES:
        place(made).write_text(made.text, encoding="utf-8")
    print(f"{len(PAGES)} pages written to {GOLDEN}")
