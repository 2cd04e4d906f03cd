"""Every page of the sample as it is meant to be. After a change that you have looked at: ``python -m tests.site.test_golden``."""

from difflib import unified_diff
from pathlib import Path

from build_tools.views import addresses
from tests.site.built import rendered

GOLDEN = Path(__file__).parent / "golden"


def made() -> dict[str, str]:
    """The text of each page by the name of its golden file.

    Not the pages of findings and of codes: they are the catalogue of messages and the lexicon, whatever the site.
    """
    pages = (page for page in rendered() if page.path not in (addresses.FINDINGS, addresses.CODES))
    return {page.path.replace("/index.md", ".md").replace("/", "__"): page.text for page in pages}


def golden() -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in GOLDEN.iterdir()}


def test_every_page_is_as_meant() -> None:
    """All pages at once, since all are made at once: what fails tells each line of each page that is another."""
    pages, meant = made(), golden()
    assert set(pages) == set(meant)
    differ = [name for name in sorted(pages) if pages[name] != meant[name]]
    assert [line for name in differ for line in unified_diff(meant[name].split("\n"), pages[name].split("\n"), name, "made", n=0)] == []


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for stale in GOLDEN.iterdir():
        stale.unlink()
    for name, text in made().items():
        (GOLDEN / name).write_text(text, encoding="utf-8")
    print(f"{len(made())} pages written to {GOLDEN}")
