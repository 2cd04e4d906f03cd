"""Both source documents against their annotations: everything there is found, and nothing else is."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from build_tools.citations import find_citations
from build_tools.lexicon.keys import exact_key
from build_tools.model.document import Document
from build_tools.model.span import Span
from build_tools.model.statement import Statements
from build_tools.normalise import normalise
from build_tools.passages import Passages
from build_tools.read import read_file
from build_tools.statements import read_statements
from build_tools.structure import structure
from tests.content import shipped

pytestmark = pytest.mark.shared
SEEDS = ("000_2cf85319fb18ec30.txt", "002_929103515842255d.txt")
ROOT = Path(__file__).resolve().parent.parent.parent


@cache
def seed(shared: Path, name: str) -> tuple[Document, Statements, dict[str, Any]]:
    register = shipped()
    document = structure(normalise(read_file(shared / "corpus" / "seeds" / name)), register)
    gold = json.loads((shared / "gold" / "party-dev" / f"{name}.json").read_text(encoding="utf-8"))
    passages = Passages.of(document)
    return document, read_statements(passages, find_citations(passages, register), register), gold


def start(document: Document, span: Span) -> int:
    return document.clean.origin.to_source(span).start


@pytest.mark.parametrize("name", SEEDS)
def test_events(shared: Path, name: str) -> None:
    document, statements, gold = seed(shared, name)
    found = {
        (
            e.start if e.start == e.end else f"{e.start}/{e.end}",
            e.precision,
            start(document, e.span),
            *(start(document, s) for s in e.also_at),
        )
        for e in statements.events
        if e.kind != "recurring"
    }
    wanted = {(e.get("date") or e["period"], e["precision"], e["start"], *e.get("also_at", ())) for e in gold["events"]}
    assert found == wanted


@pytest.mark.parametrize("name", SEEDS)
def test_issue_events_say_who_issued_what(shared: Path, name: str) -> None:
    document, statements, gold = seed(shared, name)
    labels = {start(document, e.span): exact_key(e.label) for e in statements.events if e.kind == "issued"}
    for event in gold["events"]:
        if " ban hành " in event["label"]:
            issuer, _, what = exact_key(event["label"]).replace("(", "").replace(")", "").partition(" ban hành ")
            label = labels[event["start"]].replace("(", "").replace(")", "")
            assert what in label
            assert issuer.split(" khóa ")[0] in label


@pytest.mark.parametrize("name", SEEDS)
def test_figures(shared: Path, name: str) -> None:
    document, statements, gold = seed(shared, name)
    found = {(start(document, f.span), f.quote, float(f.value)) for f in statements.figures}
    assert found == {(f["start"], f["quote"], float(f["value"])) for f in gold["figures"]}
    units = {f["start"]: f["unit"] for f in gold["figures"]}
    for figure in statements.figures:
        assert figure.unit is None or exact_key(figure.unit) == exact_key(units[start(document, figure.span)])
        assert figure.organisation is not None
        assert exact_key(figure.organisation).casefold() == "thành phố sa đéc"


@pytest.mark.parametrize("name", SEEDS)
def test_checks_hold(shared: Path, name: str) -> None:
    _, statements, gold = seed(shared, name)
    kinds = [check.kind for check in statements.checks]
    assert all(check.holds for check in statements.checks)
    if gold["figures"]:
        assert kinds.count("share") == 1
        assert kinds.count("body-appendix") >= 4


@pytest.mark.parametrize("name", SEEDS)
def test_terms(shared: Path, name: str) -> None:
    """An expansion that the annotation does not give may come from the register; one that it gives must agree."""
    document, statements, gold = seed(shared, name)
    found = {(t.term, t.kind, t.defined, start(document, t.span)): t.expansion for t in statements.terms}
    wanted = {(t["term"], t["class"], t["defined"], t["start"]): t["expansion"] for t in gold["terms"]}
    assert set(found) == set(wanted)
    for key, expansion in wanted.items():
        if expansion:
            assert exact_key(found[key] or "") == exact_key(" ".join(expansion.split()))


@pytest.mark.parametrize("name", SEEDS)
def test_tasks(shared: Path, name: str) -> None:
    document, statements, gold = seed(shared, name)
    wanted = gold.get("tasks", [])
    assert [(t.number, start(document, t.span)) for t in statements.tasks] == [(t["number"], t["start"]) for t in wanted]
    for task, want in zip(statements.tasks, wanted, strict=True):
        assert [exact_key(name) for name in task.lead] == [exact_key(name) for name in want["lead"]]
        assert task.lead_source == want["lead_source"]
        assert [exact_key(name) for name in task.cooperating] == [exact_key(name) for name in want["cooperating"]]
        assert (task.deadline, task.report_to) == (want["deadline"], want["report_to"])
        assert bool(task.recurrence) == bool(want["recurrence"])


def test_effect_dates_of_state_documents(shared: Path) -> None:
    """``effective_on`` of every annotated State document, whatever its format."""
    register = shipped()
    names = {
        row.split("\t")[1].rpartition("/")[2]: row.split("\t")[0]
        for row in (shared / "corpus" / "INDEX.tsv").read_text("utf-8").splitlines()[1:]
    }
    for path in sorted((shared / "gold" / "state-dev").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        name = gold["source"].rpartition("/")[2]
        source = shared / "corpus" / names[name] if name in names else next((shared / "corpus").rglob(name))
        document = structure(normalise(read_file(source)), register)
        passages = Passages.of(document)
        statements = read_statements(passages, find_citations(passages, register), register)
        assert statements.effective_on == gold["effective_on"], name


def test_floors(shared: Path, root: Path) -> None:
    """Counts over both documents against ``tests/quality/statements.json``: found never fewer, invented never more."""
    floors = json.loads((root / "tests" / "quality" / "statements.json").read_text(encoding="utf-8"))
    for kind, floor in floors.items():
        found = invented = 0
        for name in SEEDS:
            document, statements, gold = seed(shared, name)
            items = [item for item in getattr(statements, kind) if getattr(item, "kind", None) != "recurring"]
            wanted = {item["start"] for item in gold.get(kind, [])}
            starts = [start(document, item.span) for item in items]
            found += len(wanted & set(starts))
            invented += sum(place not in wanted for place in starts)
        assert found >= floor["found"], kind
        assert invented <= floor["invented"], kind
