"""Which passages of a report answer which task of a directive, as people confirmed it (``data/coverage/*.yaml``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Stance = Literal["none", "plan", "limits", "done", "figures"]
"""How a passage answers: work still planned, done with limits, done, done and counted; "none": the report is silent."""
CellStance = Literal["none", "unclear", "plan", "limits", "done", "figures"]
"""The same of a task: "unclear" where nothing is proposed and passages that come near were looked at by nobody."""
Verdict = Literal["confirmed", "changed", "rejected"]


@dataclass(frozen=True, slots=True)
class Judged:
    """What an editor says of a passage (a leaf of the report) under a task of the directive.

    Without a passage the verdict is on the task: nothing in the report answers it. ``begins``: the first words of the passage, so that a
    passage that moved is noticed. ``line`` of the file.
    """

    task: str
    verdict: Verdict
    passage: str = ""
    stance: Stance | None = None
    begins: str = ""
    note: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A directive and a report by number or id. ``why``: the editor's reason to hold them together where the report does not cite it."""

    directive: str
    report: str
    judged: tuple[Judged, ...] = ()
    why: str = ""
    path: str = ""
    line: int = 0
