"""Real texts, when they are beside the project: what a page shows is what the source says, and every link holds."""

from pathlib import Path

import pytest
from lxml import html

from build_tools.cache import Store
from build_tools.graph import build_site
from build_tools.model.document import Paragraph
from build_tools.model.site import Site, SiteDocument
from build_tools.register.documents import load_documents
from tests.content import DATA, shipped
from tests.site.built import build

pytestmark = pytest.mark.shared
MARKS = ".//*[contains(concat(' ', @class, ' '), ' neo ') or contains(@class, 'headerlink')]"


@pytest.fixture(scope="module")
def real(shared: Path, read_before: Store) -> Site:
    folders = [shared / "corpus" / name for name in ("seeds", "party", "state")]
    found = load_documents(DATA, folders, (".txt", ".md"))
    return build_site(shipped(), found.files, jobs=1, strict=False, store=read_before)


@pytest.fixture(scope="module")
def built(real: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(real, tmp_path_factory.mktemp("real"))[0]  # strict: a broken link or anchor is an error


def letters(text: str) -> str:
    return "".join(text.split())


def source_lines(document: SiteDocument) -> list[str]:
    """The document as shown: blocks in order, without page furniture and a gazette's heading that the letterhead says again below it."""
    clean = document.document.clean
    lines = [letters(block.span.of(clean.text)) for block in clean.blocks if not (isinstance(block, Paragraph) and block.furniture)]
    return lines[1:] if any(lines[0] == "".join(lines[1:end]) for end in (2, 3, 4)) else lines


def text_pages(folder: Path) -> list[Path]:
    """The pages of a text: its own, and its further parts in their order."""
    parts = sorted(folder.glob("phan-*/index.html"), key=lambda page: int(page.parent.name.removeprefix("phan-")))
    return [folder / "index.html", *parts]


def page_lines(page: Path) -> list[tuple[str, bool]]:
    """The lines of the page's text, and whether each is a note; of a table that goes on, without the head that it repeats."""
    body = html.fromstring(page.read_bytes().decode()).xpath("//div[@class='van-ban']")[0]
    for mark in body.xpath(f"{MARKS} | .//*[contains(@id, '-tu-')]//thead"):
        mark.drop_tree()
    return [(letters(element.text_content()), "chu-thich" in (element.get("class") or "")) for element in body]


def differing(one: str, other: str) -> tuple[str, str] | None:
    """The first place at which two texts differ; None where they are equal."""
    if one == other:
        return None
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[at : at + 60], other[at : at + 60]


def test_page_text_is_source_text(real: Site, built: Path) -> None:
    assert len(real.documents) > 20
    for document in real.documents:
        lines = [line for page in text_pages(built / "van-ban" / document.work) for line in page_lines(page)]
        shown, source = [text for text, _ in lines], source_lines(document)
        assert differing("".join(sorted("".join(shown))), "".join(sorted("".join(source)))) is None, document.work
        # notes move to the line of their mark; all else stays in the order of the source
        moved = {text for text, note in lines if note}
        kept = ["".join(text for text in texts if text not in moved) for texts in (shown, source)]
        assert differing(*kept) is None, document.work


def test_ids_are_unique_on_each_page(real: Site, built: Path) -> None:
    for document in real.documents:
        ids = html.fromstring((built / "van-ban" / document.work / "index.html").read_bytes().decode()).xpath("//article//@id")
        assert len(ids) == len(set(ids)), document.work
