"""What is read from annotated documents: floors that only go up (``gold.json``), and no link to a wrong document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from build_tools.identity import number_key
from build_tools.model.citation import Citation, Resolved
from build_tools.vietnamese.dates import same_date
from tests.quality.compare import table
from tests.quality.report import report
from tests.quality.scoring import score
from tests.quality.sets import REAL, Annotated, own, real, register

FLOORS = json.loads((Path(__file__).parent / "gold.json").read_text(encoding="utf-8"))


def low(documents: tuple[Annotated, ...], floors: dict[str, float]) -> str:
    """Figures below their floors, with all that was missed; empty when there is none."""
    found = score(documents)
    figures = found.figures()
    assert set(figures) == set(floors)
    below = {key: (figures[key], floor) for key, floor in floors.items() if figures[key] < floor}
    return f"{below}\n{report(found)}" if below else ""


def _unplaced(citations: list[dict[str, Any]], found: Citation) -> bool:
    """Whether a citation is annotated, but without the place in which it stands."""
    return any(one["start"] is None and number_key(one["number"] or "") == number_key(found.number or "") for one in citations)


def wrong_links(documents: tuple[Annotated, ...]) -> tuple[int, list[str]]:
    """How many numbered citations are linked, and those of them that lead elsewhere than the annotation says."""
    works = {work.id: work for work in register().works}
    linked, wrong = 0, []
    for item in documents:
        wanted = [citation for citation in item.gold["citations"] if citation["start"] is not None and citation["number"]]
        for reference in item.references:
            if not isinstance(reference.resolution, Resolved) or reference.citation.kind != "numbered":
                continue
            linked += 1
            work = works[reference.resolution.work]
            start = item.document.clean.origin.to_source(reference.citation.span).start
            meant = next((citation for citation in wanted if citation["start"] == start), None)
            if meant is None and (
                start >= (item.gold.get("scope_end") or start + 1) or _unplaced(item.gold["citations"], reference.citation)
            ):
                continue  # outside of what was annotated, or annotated without its place
            assert meant is not None, f"{item.name}: {reference.citation.span}"
            right = (
                number_key(meant["number"]) == number_key(work.number or "")
                and (not meant["date"] or not work.dates or any(same_date(meant["date"], claim.date) for claim in work.dates))
                and (not meant.get("term") or not work.term or meant["term"] == work.term)
            )
            if not right:
                wrong.append(f"{item.name}: {meant['quote']} → {work.id}")
    return linked, wrong


def test_invented_documents() -> None:
    assert low(own(), FLOORS["gold"]) == ""


@pytest.mark.shared
@pytest.mark.parametrize("name", REAL)
def test_real_documents(shared: Path, name: str) -> None:
    assert low(real(shared, name), FLOORS[name]) == ""


def test_no_invented_number_leads_to_a_real_document() -> None:
    linked, wrong = wrong_links(own())
    assert wrong == []
    assert linked >= FLOORS_OF_LINKS["gold"]


@pytest.mark.shared
@pytest.mark.parametrize("name", REAL)
def test_no_link_leads_to_a_wrong_document(shared: Path, name: str) -> None:
    linked, wrong = wrong_links(real(shared, name))
    assert wrong == []
    assert linked >= FLOORS_OF_LINKS[name]


FLOORS_OF_LINKS = {"gold": 0, "party-dev": 1, "state-dev": 0}
"""Citations that are linked at all: a reader that links nothing would never be wrong."""

FIELDS = {"start", "end", "quote", "kind", "type", "number", "date", "issuer", "pinpoint"}


def faults(item: Annotated) -> list[str]:
    """What cannot be right in an annotation, whatever the document says."""
    text, found = item.path.read_bytes().decode("utf-8"), []
    rows = item.gold["citations"]
    for row in rows:
        if text[row["start"] : row["end"]] != row["quote"]:
            found.append(f"not at its place: {row['quote']}")
        if set(row) - {"target", "borderline", "term"} != FIELDS or ("target" in row) != (row["kind"] in {"short", "self", "anaphora"}):
            found.append(f"fields: {sorted(row)}")
        if row["kind"] == "self" and row["target"] != item.gold["header"]["number"]:
            found.append(f"refers to another document: {row['quote']}")
        if (row["kind"] == "numbered") != bool(row["number"]):
            found.append(f"number: {row['quote']}")
    spans = [(row["start"], row["end"]) for row in rows]
    if spans != sorted(set(spans)):
        found.append("citations are not in reading order, or one is listed twice")
    starts = [row["start"] for row in item.gold["sections"]]
    if starts != sorted(starts):
        found.append("sections are not in reading order")
    return found


@pytest.mark.parametrize("item", own(), ids=lambda item: item.name)
def test_annotations_are_sound(item: Annotated) -> None:
    assert faults(item) == []


def test_gains_and_losses_are_told_apart() -> None:
    before = {"gold": {"figures": {"header": 0.5, "type": 1.0}, "misses": [["header type", "a.txt", "x"], ["type", "a.txt", "y"]]}}
    after = {"gold": {"figures": {"header": 0.75, "type": 1.0}, "misses": [["type", "a.txt", "y"], ["header date", "b.txt", "z | z"]]}}
    shown = table(before, after)
    assert "| header | 0.5000 | 0.7500 | +0.2500 |" in shown
    assert "| type |" not in shown
    assert "- a.txt — header type: x" in shown.partition("Nay đọc đúng")[2].partition("Nay đọc sai")[0]
    assert "- b.txt — header date: z | z" in shown.partition("Nay đọc sai")[2]
    assert "Không có thay đổi" in table(after, after)
    assert "| header | 0.7500 |" in table({}, after)
