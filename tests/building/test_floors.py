"""What a build costs beside the build from nothing, on a few invented documents: ratios of one run. Larger figures: ``bench``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.building.bench import Bench

FLOORS = Path(__file__).resolve().parents[1] / "quality" / "building.json"
"""``made``: share of pages written anew after one change, at most; ``plain mkdocs``: what it takes on the same pages, at least; others at
most."""


@pytest.mark.slow
def test_an_editor_waits_for_what_changed_alone(tmp_path: Path) -> None:
    floors = json.loads(FLOORS.read_text("utf-8"))
    found = Bench(tmp_path / "noi-dung", floors["documents"]).figures(("mkdocs",))
    ratios = {name: found.ratios[name] for name in floors if name in found.ratios}
    assert found.made <= floors["made"] * found.pages
    assert ratios["plain mkdocs"] >= floors["plain mkdocs"]
    assert all(ratio <= floors[name] for name, ratio in ratios.items() if name != "plain mkdocs"), ratios
