"""Floors for the search on the real documents: they only go up. The whole table is in tests/quality/search.json; see bench/run.py."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import mean

import pytest

from build_tools.search import IndexReport, build_index
from tests.corpus import Readings, once
from tests.search.bench import more
from tests.search.bench.compare import ndcg, questions
from tests.search.bench.corpus import Source, read_corpus, read_more
from tests.search.bench.queries import make_queries
from tests.search.bench.run import measure
from tests.search.node import run_node

FLOORS = json.loads((Path(__file__).parent.parent / "quality" / "search.json").read_text("utf-8"))["floors"]


@pytest.fixture(scope="module")
def sources(shared: Path, readings: Readings, session_folder: Path) -> list[Source]:
    return once(session_folder, "search-sources", lambda: read_corpus(shared, cache=False, read=readings.read))


@pytest.fixture(scope="module")
def index(sources: list[Source], session_folder: Path) -> tuple[Path, IndexReport]:
    """The index of the sources, built once for all that only ask it."""
    folder = session_folder / "search-index"
    records = [record for source in sources for record in (source.record, *source.parts)]
    return folder, once(session_folder, "search-index", lambda: build_index(records, folder))


@pytest.mark.shared
@pytest.mark.slow
def test_questions_of_others_are_answered(sources: list[Source], index: tuple[Path, IndexReport]) -> None:
    asked = questions(sources)
    answers = run_node({"index": str(index[0]), "queries": [query.text for query in asked]})
    urls = {source.record.url: source.record.id for source in sources}
    found = {
        kind: mean(
            ndcg([urls[hit["url"]] for hit in answer["hits"]], query.gains)
            for query, answer in zip(asked, answers, strict=True)
            if query.kind == kind
        )
        for kind in ("own", "typed", "toned")
    }
    assert {kind: (value, FLOORS["questions"][kind]) for kind, value in found.items() if value < FLOORS["questions"][kind]} == {}


@pytest.mark.shared
@pytest.mark.slow
def test_real_documents_are_found(sources: list[Source], index: tuple[Path, IndexReport]) -> None:
    figures = measure(sources, make_queries(sources, 80, 29), *index)
    low = {
        f"{kind} {name}": (row[name], floor)
        for kind, row in figures["kinds"].items()
        for name, floor in FLOORS["kinds"].get(kind, {}).items()
        if row[name] < floor
    }
    assert low == {}
    assert figures["bytes to first result"]["median"] <= FLOORS["bytes to first result, median"]
    assert figures["bytes to first result"]["worst"] <= FLOORS["bytes to first result, worst"]
    assert figures["index gzip / text gzip"] <= FLOORS["index gzip / text gzip"]


@pytest.mark.shared
@pytest.mark.slow
def test_what_people_type_is_found_in_further_documents(shared: Path, readings: Readings, tmp_path: Path) -> None:
    sources = read_more(shared, cache=False, read=readings.read)
    more.build(sources, tmp_path)
    asked = more.queries_of(sources, "kept", 12)
    answers = run_node({"index": str(tmp_path), "queries": [query.text for query in asked]})
    found, floors = more.figures(sources, asked, answers), FLOORS["more"]
    low = {
        f"{kind} {name}": (row[name], floor)
        for kind, row in found["kinds"].items()
        for name, floor in floors["kinds"].get(kind, {}).items()
        if row[name] < floor
    }
    assert low == {}
    assert found["first list has the settled first hit"] >= floors["first list has the settled first hit"]
    assert found["false notes"] <= floors["false notes"]
    assert found["settled bytes"]["median"] <= floors["settled bytes, median"]
    assert found["settled bytes"]["worst"] <= floors["settled bytes, worst"]
