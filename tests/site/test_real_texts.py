"""Real texts, when they are beside the project: what a page shows is what the source says, and every link holds."""

from pathlib import Path

import pytest
from lxml import html

from build_tools.graph import build_site
from build_tools.model.document import Paragraph
from build_tools.model.site import Site, SiteDocument
from build_tools.register.documents import load_documents
from tests.content import DATA, shipped
from tests.site.built import build

pytestmark = pytest.mark.shared
MARKS = ".//*[contains(concat(' ', @class, ' '), ' neo ') or contains(@class, 'headerlink')]"


@pytest.fixture(scope="module")
def real(shared: Path) -> Site:
    folders = [shared / "corpus" / name for name in ("seeds", "party", "state")]
    found = load_documents(DATA, folders, (".txt", ".md"))
    return build_site(shipped(), found.files, jobs=1, strict=False)


@pytest.fixture(scope="module")
def built(real: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(real, tmp_path_factory.mktemp("real"))[0]  # strict: a broken link or anchor is an error


def letters(text: str) -> str:
    return "".join(text.split())


def source_lines(document: SiteDocument) -> list[str]:
    """The document as shown: blocks in order, without page furniture."""
    clean = document.document.clean
    return [letters(block.span.of(clean.text)) for block in clean.blocks if not (isinstance(block, Paragraph) and block.furniture)]


def page_lines(page: Path) -> tuple[list[str], list[str]]:
    """The lines of the page's text, and which of them are notes."""
    body = html.fromstring(page.read_bytes().decode()).xpath("//div[@class='van-ban']")[0]
    for mark in body.xpath(MARKS):
        mark.drop_tree()
    lines = [(letters(element.text_content()), "chu-thich" in (element.get("class") or "")) for element in body]
    return [text for text, _ in lines], [text for text, note in lines if note]


def test_page_text_is_source_text(real: Site, built: Path) -> None:
    assert len(real.documents) > 20
    for document in real.documents:
        folder = built / "van-ban" / document.work
        paper = folder / "in" / "index.html"
        shown, notes = page_lines(paper if paper.exists() else folder / "index.html")
        source = source_lines(document)
        assert sorted("".join(shown)) == sorted("".join(source)), document.work
        # notes move to the line of their mark; all else stays in the order of the source
        moved = set(notes)
        assert "".join(text for text in shown if text not in moved) == "".join(text for text in source if text not in moved), document.work


def test_ids_are_unique_on_each_page(real: Site, built: Path) -> None:
    for document in real.documents:
        ids = html.fromstring((built / "van-ban" / document.work / "index.html").read_bytes().decode()).xpath("//article//@id")
        assert len(ids) == len(set(ids)), document.work
