"""The two digests that the project ships: read by the pipeline like any document, and true to their sources."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from build_tools.cache import Store
from build_tools.graph import build_site
from build_tools.model.citation import Resolved
from build_tools.model.site import Site, SiteDocument
from build_tools.register.documents import load_documents
from build_tools.register.load import load_register
from tests.content import DATA, shipped

LETTER, REPORT = "743-CV/TU", "526-BC/TU"
SEEDS = {LETTER: "000_2cf85319fb18ec30.txt", REPORT: "002_929103515842255d.txt"}


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    data = DATA
    return build_site(load_register(data / "register"), load_documents(data, [], {".md"}).files, jobs=1)


def document(site: Site, number: str) -> SiteDocument:
    return next(item for item in site.documents if item.document.header.number == number)


def test_they_are_marked_as_digests_and_nothing_is_wrong(site: Site) -> None:
    assert [item.kind for item in site.documents] == ["digest", "digest"]
    assert all("không phải nguyên văn" in item.notes[0] for item in site.documents)
    assert [str(item) for item in site.diagnostics if item.severity != "info"] == []


def test_they_keep_the_numbering(site: Site) -> None:
    assert [section.label for section in document(site, LETTER).document.sections] == ["1", "2", "3", "4", "5", "6"]
    labels = [section.label for section in document(site, REPORT).document.sections if section.level <= 2]
    assert labels == ["I", *"12345678", "II", "1", "2", "III", "1", "2", "3", "4"]
    assert [note.label for note in document(site, REPORT).document.footnotes] == list("12345678")


def test_the_report_is_told_to_cite_a_replaced_instrument(site: Site) -> None:
    numbers = {work.id: work.number for work in site.works}
    assert [(numbers[item.cited], numbers[item.replaced_by], item.replaced_on, item.cited_on) for item in site.warned] == [
        ("47-QĐ/TW", "37-QĐ/TW", "2021-10-25", "2022-04-15")
    ]
    assert all(item.sources for item in site.warned)


def test_every_numbered_citation_leads_to_its_work(site: Site) -> None:
    numbers = {work.id: work.number for work in site.works}
    for item in site.documents:
        for reference in item.references:
            if reference.citation.kind == "numbered" and reference.citation.number != "30-HD/BTGTU":
                assert isinstance(reference.resolution, Resolved), reference.citation
                assert numbers[reference.resolution.work] == reference.citation.number


def test_edges_go_both_ways(site: Site) -> None:
    outgoing = [edge for _, edges in site.outgoing for edge in edges]
    incoming = [edge for _, edges in site.incoming for edge in edges]
    assert len(outgoing) == len(incoming)
    assert set(outgoing) == set(incoming)
    known = {work.id for work in site.works}
    assert all(edge.source in known and edge.target in known and edge.source != edge.target for edge in outgoing)


@pytest.mark.shared
@pytest.mark.parametrize("number", [LETTER, REPORT])
def test_every_citation_of_the_source_is_kept(site: Site, shared: Path, number: str) -> None:
    gold = json.loads((shared / "gold" / "party-dev" / f"{SEEDS[number]}.json").read_text(encoding="utf-8"))
    stated = {(item["number"], item["date"]) for item in gold["citations"] if item["kind"] == "numbered" and item["date"]}
    found = {(ref.citation.number, ref.citation.date) for ref in document(site, number).references}
    assert stated <= found


@pytest.mark.shared
@pytest.mark.parametrize("number", [LETTER, REPORT])
def test_no_figure_is_invented(site: Site, shared: Path, number: str) -> None:
    source = (shared / "corpus" / "seeds" / SEEDS[number]).read_text(encoding="utf-8")
    text = document(site, number).document.clean.text
    figures = re.compile(r"\d[\d.,/]*\d|\d\d")
    assert set(figures.findall(text)) - set(figures.findall(source)) <= {"15"}


@pytest.mark.shared
@pytest.mark.parametrize("number", [LETTER, REPORT])
def test_no_long_run_of_words_is_carried_over(site: Site, shared: Path, number: str) -> None:
    def words(text: str) -> list[str]:
        return re.findall(r"\w+", text.casefold())

    source = words((shared / "corpus" / "seeds" / SEEDS[number]).read_text(encoding="utf-8"))
    own = words(document(site, number).document.clean.text)
    size = 36  # titles, dated citations and rows of figures stay below
    known = {tuple(source[at : at + size]) for at in range(len(source) - size + 1)}
    assert not [own[at : at + 8] for at in range(len(own) - size + 1) if tuple(own[at : at + size]) in known]


@pytest.mark.shared
def test_the_full_texts_take_the_place_of_the_digests(site: Site, shared: Path, read_before: Store) -> None:
    files = load_documents(DATA, [shared / "corpus" / "seeds"], {".md", ".txt"}).files
    full = build_site(shipped(), files, jobs=1, store=read_before)
    assert [(item.work, item.kind) for item in full.documents] == [(item.work, "full") for item in site.documents]
    assert [item.cited for item in full.warned] == [item.cited for item in site.warned]
