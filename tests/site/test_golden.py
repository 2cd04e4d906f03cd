"""Every page of the sample as it is meant to be. After a change that you have looked at: ``python -m tests.site.test_golden``."""

from functools import cache
from pathlib import Path

import pytest

from build_tools.views import addresses
from tests.site.built import rendered

GOLDEN = Path(__file__).parent / "golden"


@cache
def made() -> dict[str, str]:
    """The text of each page by the name of its golden file.

    Not the pages of findings and of codes: they are the catalogue of messages and the lexicon, whatever the site.
    """
    pages = (page for page in rendered() if page.path not in (addresses.FINDINGS, addresses.CODES))
    return {page.path.replace("/index.md", ".md").replace("/", "__"): page.text for page in pages}


@pytest.mark.parametrize("name", sorted(path.name for path in GOLDEN.iterdir()))
def test_page_is_as_meant(name: str) -> None:
    assert made().get(name) == (GOLDEN / name).read_text(encoding="utf-8")


def test_every_page_has_its_golden_one() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(made())


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for stale in GOLDEN.iterdir():
        stale.unlink()
    for name, text in made().items():
        (GOLDEN / name).write_text(text, encoding="utf-8")
    print(f"{len(made())} pages written to {GOLDEN}")
