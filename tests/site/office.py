"""A site that is read from texts, as any other: an office's own content, two yearly reports, a directive that two reports answer, files
that go with a document, a form that three units filled in, and the collections of ``tests/shapes``. The nation's works are left out: what
is looked at are pages of what was read, not of a register.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from build_tools.graph import build_site
from build_tools.model.settings import Settings
from build_tools.model.site import Original, Site, SiteAttachment
from build_tools.read import READABLE
from build_tools.register.coverage import load_coverage
from build_tools.register.documents import load_documents
from build_tools.render import render_site
from build_tools.views import addresses, bar, comparison, coverage, divided, issuers, quality, reading, timelines
from build_tools.views import work as works
from tests.content import DATA, shipped
from tests.forms.maker import FORM, make
from tests.shapes.pages import shapes
from tests.site.every import ADDRESS, answered, write_years

ROOM = 8_000
"""Weight that a page may have on the site of narrow pages."""
LIMITS = (
    (divided, "WHOLE", ROOM), (works, "PAGE", ROOM), (issuers, "WHOLE_PAGE", ROOM), (issuers, "BEGINNING", 2_000), (bar, "FULL", 3_000),
    (bar, "OTHERS", 1_500), (comparison, "LIST_WEIGHT", ROOM), (coverage, "MATRIX", ROOM), (quality, "PAGE", ROOM),
    (quality, "BEGINNING", 2_000), (reading, "CITED", 600), (timelines, "PAGE", ROOM), (timelines, "NEAR", 2_000),
)  # fmt: skip
"""What says how much one page may hold, or one part of it; ``paging`` and ``weight`` hold theirs as defaults."""
UNREAD = (addresses.FINDINGS, addresses.CODES)
"""Pages that are the catalogue of messages and the lexicon, whatever the site."""


@cache
def site() -> Site:
    """The site, read once."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        write_years(folder)
        answered(folder, reports=2)
        for number, collection in enumerate(shapes("collections")):
            for at, text in enumerate(collection.split("\n====\n")):
                (folder / f"{number}-{at}.txt").write_text(text + "\n", encoding="utf-8")
        register = replace(shipped(), works=())
        made = build_site(register, load_documents(DATA, (folder,), READABLE).files, jobs=1, strict=False)
    first, *others = made.documents
    return replace(
        made,
        documents=(replace(first, attachments=tuple(files(first.document.root.children[0].id)), added_on="2032-02-05"), *others),
        settings=Settings(url=ADDRESS), coverage=load_coverage(DATA), forms=(FORM,), filled=make(3, 20261128, 6).rows,
    )  # fmt: skip


def files(node: str) -> Iterator[SiteAttachment]:
    """One of each kind that goes with a document."""
    yield SiteAttachment("Phụ lục đọc được", "docx", node, False, "a.docx", Original("docx", 2_345))
    yield SiteAttachment("Phụ lục quét", "pdf", node, True, "b.pdf", Original("pdf", 1_234_567))
    yield SiteAttachment("Biểu không đọc", "zip", "", False, "c.zip")
    yield SiteAttachment("Bản đã ký", "pdf", "", False, "d.pdf", Original("txt", 12), signed=True)


@contextmanager
def narrow() -> Iterator[None]:
    """Within, a page holds little: lists, texts and lines of contents go on in further pages."""
    with ExitStack() as limits:
        for module, name, room in LIMITS:
            limits.enter_context(patch.object(module, name, room))
        yield


@cache
def pages() -> dict[str, str]:
    """The text of each page by its address."""
    return _rendered()


@cache
def narrow_pages() -> dict[str, str]:
    """Those pages that are others where a page holds little."""
    with narrow():
        made = _rendered()
    return {path: text for path, text in made.items() if pages().get(path) != text}


def _rendered() -> dict[str, str]:
    """All but the pages of bodies that only the register knows, and those that are alike on any site."""
    known = {work.issuer for work in site().works}
    left = (*UNREAD, *(addresses.issuer(item.id) for item in site().register.issuers if item.id not in known))
    return {page.path: page.text for page in render_site(site()) if page.path not in left}
