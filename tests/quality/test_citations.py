"""Citations, relations and links against the gold sets: floors that only go up, and no link to a wrong document."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from build_tools.citations import find_citations
from build_tools.identity import number_key
from build_tools.model.citation import Resolved
from build_tools.passages import Passages
from build_tools.register import load_register
from build_tools.resolve import resolve
from build_tools.vietnamese.dates import same_date
from tests.quality.citation_scoring import ROOT, SETS, gold_documents, relation_scores, score_set
from tests.quality.miss_report import report

FLOORS = json.loads((Path(__file__).parent / "citations.json").read_text(encoding="utf-8"))


@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
def test_floors(shared: Path, name: str) -> None:
    score = score_set(shared, name)
    figures = score.figures()
    low = {key: (figures[key], floor) for key, floor in FLOORS[name].items() if key in figures and figures[key] < floor}
    assert not low, f"{low}\n{report(score)}"


@pytest.mark.shared
def test_relations(shared: Path) -> None:
    precision, recall, misses = relation_scores(shared, "state-dev")
    floors = FLOORS["state-dev"]
    assert precision >= floors["relations_precision"], misses
    assert recall >= floors["relations_recall"], misses


@pytest.mark.shared
@pytest.mark.parametrize("name", SETS)
def test_no_link_leads_to_a_wrong_document(shared: Path, name: str) -> None:
    register = load_register(ROOT / "data" / "register")
    works = {work.id: work for work in register.works}
    linked = 0
    for gold, document in gold_documents(shared, name, register):
        wanted = [citation for citation in gold["citations"] if citation["start"] is not None and citation["number"]]
        for reference in resolve((passages := Passages.of(document)), find_citations(passages, register), None, register.works, register):
            if not isinstance(reference.resolution, Resolved) or reference.citation.kind != "numbered":
                continue
            linked += 1
            work = works[reference.resolution.work]
            start = document.clean.origin.to_source(reference.citation.span).start
            (meant,) = [citation for citation in wanted if citation["start"] == start]
            assert number_key(meant["number"]) == number_key(work.number or "")
            assert not meant["date"] or not work.dates or any(same_date(meant["date"], claim.date) for claim in work.dates)
            assert not meant.get("term") or not work.term or meant["term"] == work.term
    assert linked or name == "state-dev"
