"""Every page as it is meant to be: of the sample, of a site that is read from texts, and of that where pages hold little.

After a change that you have looked at: ``python -m tests.site.test_golden``.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest

from tests.site import office
from tests.site.built import rendered

GOLDEN = Path(__file__).parent / "golden"


def sample_pages() -> dict[str, str]:
    """The text of each page of the sample by its address."""
    return {page.path: page.text for page in rendered() if page.path not in office.UNREAD}


SITES: dict[str, Callable[[], dict[str, str]]] = {
    ".": sample_pages,
    "office": office.pages,
    "narrow": office.narrow_pages,
}
"""Pages by the folder below ``golden`` in which they are kept."""


def named(pages: dict[str, str]) -> dict[str, str]:
    """Pages by the name of their golden files."""
    return {path.replace("/index.md", ".md").replace("/", "__"): text for path, text in pages.items()}


def golden(folder: str) -> dict[str, str]:
    """What is kept in a folder, by the names of its files."""
    return {path.name: path.read_text(encoding="utf-8") for path in (GOLDEN / folder).glob("*.md")}


@pytest.mark.parametrize("folder", SITES)
def test_every_page_is_as_meant(folder: str) -> None:
    """All pages at once, since all are made at once: what fails tells each line of each page that is another."""
    pages, meant = named(SITES[folder]()), golden(folder)
    assert set(pages) == set(meant)
    differ = [name for name in sorted(pages) if pages[name] != meant[name]]
    assert [line for name in differ for line in unified_diff(meant[name].split("\n"), pages[name].split("\n"), name, "made", n=0)] == []


if __name__ == "__main__":
    for folder, pages in SITES.items():
        (GOLDEN / folder).mkdir(parents=True, exist_ok=True)
        for stale in (GOLDEN / folder).glob("*.md"):
            stale.unlink()
        for name, text in named(pages()).items():
            (GOLDEN / folder / name).write_text(text, encoding="utf-8")
        print(f"{len(pages())} pages written to {GOLDEN / folder}")
