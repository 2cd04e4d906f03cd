"""What a build costs beside the build from nothing, on a few invented documents: ratios of one run. Larger figures: ``bench``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.building.bench import Bench

FLOORS = Path(__file__).resolve().parents[1] / "quality" / "building.json"
"""``made``: share of pages written anew after one change, at most; ``plain mkdocs``: what it takes beside a build from nothing, at least;
the others beside ``plain mkdocs``, at most: beside our own build from nothing a change would look the dearer the quicker that becomes."""
ROUNDS = 3
"""CPU seconds swing by half on a shared machine: where a ratio does not hold, all is built again and the least of each counts."""


@pytest.mark.alone
@pytest.mark.slow
def test_an_editor_waits_for_what_changed_alone(tmp_path: Path) -> None:
    floors = json.loads(FLOORS.read_text("utf-8"))
    least: dict[str, float] = {}
    for number in range(ROUNDS):
        found = Bench(tmp_path / f"noi-dung-{number}", floors["documents"], short=True).figures(("mkdocs",))
        assert found.made <= floors["made"] * found.pages
        least = {name: min(cost.cpu, least.get(name, cost.cpu)) for name, cost in found.costs.items()}
        plain = least["plain mkdocs"] / least["clean"]
        ratios = {name: least[name] / least["plain mkdocs"] for name in floors if name in least and name != "plain mkdocs"}
        if plain >= floors["plain mkdocs"] and all(ratio <= floors[name] for name, ratio in ratios.items()):
            break
    assert plain >= floors["plain mkdocs"]
    assert all(ratio <= floors[name] for name, ratio in ratios.items()), ratios
