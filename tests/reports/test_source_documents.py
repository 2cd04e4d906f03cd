"""The two documents that the project started from: every cell, figure, check, task, practice and remark as a person read it.

After a change whose every difference was judged by reading: ``python -m tests.reports.test_source_documents``.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from build_tools.coverage import coverage_of, judged_faults
from build_tools.coverage.keys import task_keys
from build_tools.graph import build_site
from build_tools.model.site import Site
from build_tools.read import READABLE
from build_tools.register.coverage import load_coverage
from build_tools.register.documents import load_documents
from build_tools.register.load import load_register
from build_tools.reports.ledger import checks, ledger
from build_tools.reports.practices import practices, remarks
from build_tools.views.lookup import Lookup
from tests.content import DATA

GOLDEN = Path(__file__).with_name("source_documents.json")


@cache
def site() -> Site:
    made = build_site(load_register(DATA / "register"), load_documents(DATA, (), READABLE).files, jobs=1)
    return replace(made, coverage=load_coverage(DATA))


def told() -> dict[str, Any]:
    """Everything that the pages tell of the two documents."""
    directive, report = sorted(site().documents, key=lambda document: not document.statements.tasks)
    tasks = directive.statements.tasks
    return {
        "tasks": [
            {"key": key, "number": task.number, "action": task.action, "lead": list(task.lead), "cooperating": list(task.cooperating)}
            for key, task in zip(task_keys(tasks), tasks, strict=True)
        ],
        "figures": [
            [entry.figure.quote, entry.figure.unit, entry.figure.label, entry.figure.organisation, entry.figure.node_id, entry.year]
            for entry in ledger(site())
        ],
        "checks": [[check.kind, check.holds, check.text] for _, check in checks(site())],
        "practices": [
            [item.name, [one.practice.organisation for one in item.told], item.told[0].practice.node_id] for item in practices(site())
        ],
        "remarks": [[item.kind, item.node_id, item.text] for item in remarks(report)],
        "cells": {
            cell.key: {
                "stance": cell.stance,
                "answers": sorted([answer.passage.id, answer.stance, answer.state] for answer in cell.answers),
            }
            for coverage in coverage_of(site())
            for pairing in coverage.pairings
            for cell in pairing.cells
        },
    }


def test_everything_is_as_a_person_read_it() -> None:
    assert told() == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_no_cell_is_a_mere_proposal_and_every_row_means_something() -> None:
    assert judged_faults(site()) == ()
    states = {state for cell in told()["cells"].values() for _, _, state in cell["answers"]}
    assert states == {"confirmed"}


def test_every_place_has_a_line_on_its_page() -> None:
    lookup = Lookup(site())
    (report,) = (document.work for document in site().documents if document.statements.figures)
    nodes = [row[4] for row in told()["figures"]] + [row[2] for row in told()["practices"]] + [row[1] for row in told()["remarks"]]
    nodes += [answer[0] for cell in told()["cells"].values() for answer in cell["answers"]]
    assert [node for node in nodes if not lookup.anchor(report, node)] == []


if __name__ == "__main__":
    GOLDEN.write_text(json.dumps(told(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"written to {GOLDEN}")
