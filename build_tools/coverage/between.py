"""What two reports on one directive answer differently: the tasks that only the earlier or only the later one answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from build_tools.coverage.matrix import asked, pairing
from build_tools.coverage.pairs import Pair
from build_tools.model.coverage import CellStance
from build_tools.model.site import SiteDocument
from build_tools.model.statement import Task

OPEN: tuple[CellStance, ...] = ("none", "unclear")
"""What is no answer."""


@dataclass(frozen=True, slots=True)
class Move:
    """A task with how the earlier and the later report speak of it; ``gained``: the later one answers it, the earlier one did not."""

    task: Task
    before: CellStance
    after: CellStance
    gained: bool


def between(earlier: Pair, later: Pair, documents: Mapping[str, SiteDocument]) -> Iterator[Move]:
    """The tasks of the directive of both pairs that only one of the reports answers, in the order of the directive."""
    tasks = asked(documents[earlier.directive])
    made = [pairing(pair, tasks, documents) for pair in (earlier, later)]
    for one, two in zip(made[0].cells, made[1].cells, strict=True):
        if (one.stance in OPEN) != (two.stance in OPEN):
            yield Move(one.task, one.stance, two.stance, two.stance not in OPEN)
