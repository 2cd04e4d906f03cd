"""What a build costs beside the build from nothing, on a few invented documents: ratios of one run. Larger figures: ``bench``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.building.bench import Bench

FLOORS = Path(__file__).resolve().parents[1] / "quality" / "building.json"
"""``made``: share of pages written anew after one change, at most; ``plain mkdocs``: what it takes beside a build from nothing, at least;
the others beside ``plain mkdocs``, at most: beside our own build from nothing a change would look the dearer the quicker that becomes."""
ROUNDS = 4
"""CPU seconds swing by half on a shared machine: where a ratio does not hold, both that it compares are measured again, right behind one
another, and the least of each counts."""


@pytest.mark.alone
@pytest.mark.slow
def test_an_editor_waits_for_what_changed_alone(tmp_path: Path) -> None:
    floors = json.loads(FLOORS.read_text("utf-8"))
    bench = Bench(tmp_path / "noi-dung", floors["documents"], short=True)
    found = bench.figures(("mkdocs",))
    assert found.made <= floors["made"] * found.pages
    least = {name: cost.cpu for name, cost in found.costs.items()}
    for _ in range(ROUNDS):
        if not (names := missed(least, floors)):
            return
        least |= {name: min(cost.cpu, least[name]) for name, cost in bench.again(names).items()}
    assert not missed(least, floors)


def missed(costs: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """Ratios that do not hold, each with what it is."""
    ratios = {name: cost / costs["plain mkdocs"] for name, cost in costs.items() if name in floors}
    found = {name: ratio for name, ratio in ratios.items() if ratio > floors[name] and name != "plain mkdocs"}
    plain = costs["plain mkdocs"] / costs["clean"]
    return found | ({"plain mkdocs": plain} if plain < floors["plain mkdocs"] else {})
