"""Floors for the search on the real documents: they only go up. The whole table is in tests/quality/search.json; see bench/run.py."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.search.bench.corpus import read_corpus
from tests.search.bench.queries import make_queries
from tests.search.bench.run import measure

FLOORS = json.loads((Path(__file__).parent.parent / "quality" / "search.json").read_text("utf-8"))["floors"]


@pytest.mark.shared
@pytest.mark.slow
def test_real_documents_are_found(shared: Path, tmp_path: Path) -> None:
    sources = read_corpus(shared, cache=False)
    figures = measure(sources, make_queries(sources, 80, 29), tmp_path)
    low = {
        f"{kind} {name}": (row[name], floor)
        for kind, row in figures["kinds"].items()
        for name, floor in FLOORS["kinds"].get(kind, {}).items()
        if row[name] < floor
    }
    assert low == {}
    assert figures["bytes to first result"]["median"] <= FLOORS["bytes to first result, median"]
    assert figures["index gzip / text gzip of each document"] <= FLOORS["index gzip / text gzip of each document"]
