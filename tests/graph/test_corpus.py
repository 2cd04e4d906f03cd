"""What must hold of the graph on real documents, whatever they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from build_tools.cache import Store
from build_tools.graph import build_site
from build_tools.identity import Identity
from build_tools.model.register import Register
from build_tools.model.site import Site
from build_tools.register.documents import load_documents
from tests.content import DATA, shipped


@pytest.fixture(scope="module")
def real(shared: Path, read_before: Store) -> Site:
    folders = [shared / "corpus" / name for name in ("party", "seeds", "state")]
    files = load_documents(DATA, folders, {".txt", ".md", ".html"}).files
    return build_site(shipped(), files, jobs=1, strict=False, store=read_before)


def ids(register: Register) -> tuple[set[str], set[str], set[str]]:
    return ({item.id for item in register.issuers}, {item.id for item in register.places}, {item.id for item in register.types})


@pytest.mark.shared
def test_nearly_every_document_finds_its_place(real: Site) -> None:
    assert len(real.documents) >= 64
    works = {work.id: work for work in real.works}
    placed = [document for document in real.documents if works[document.work].issuer]
    assert len(placed) >= 0.95 * len(real.documents)


@pytest.mark.shared
def test_addresses_are_of_their_own_and_say_what_they_are(real: Site) -> None:
    assert len({work.id for work in real.works}) == len(real.works)
    assert len({work.id.casefold() for work in real.works}) == len(real.works)
    for work in real.works:
        identity = Identity.parse(work.id)
        assert (identity.type, identity.number, identity.issuer) == (work.type, work.number, work.issuer)
        assert re.fullmatch(r"[a-z0-9._-]+", work.id)
        assert len(work.id) < 200


@pytest.mark.shared
def test_every_reference_leads_somewhere(real: Site) -> None:
    issuers, places, types = ids(real.register)
    works = {work.id for work in real.works}
    assert {work.type for work in real.works} <= types
    assert {work.issuer for work in real.works if work.issuer} <= issuers
    assert {issuer.parent for issuer in real.register.issuers if issuer.parent} <= issuers
    assert {issuer.place for issuer in real.register.issuers if issuer.place} <= places
    assert {heir for issuer in real.register.issuers for heir in issuer.successors} <= issuers
    assert {place.parent for place in real.register.places if place.parent} <= places
    assert {document.work for document in real.documents} <= works
    for _, edges in (*real.outgoing, *real.incoming):
        assert all(edge.source in works and edge.target in works and edge.source != edge.target for edge in edges)


@pytest.mark.shared
def test_only_documents_of_the_site_speak(real: Site) -> None:
    texts = {document.work: document.document.clean.text for document in real.documents}
    for _, edges in real.outgoing:
        for edge in edges:
            if edge.document is None:
                assert edge.sources
            else:
                assert edge.quote
                assert edge.quote in texts[edge.document]
    assert all(item.replaced_on < item.cited_on for item in real.warned)
