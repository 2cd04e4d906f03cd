"""Rules of layout as data: what is demanded of which documents, by which instrument, and where that was looked up."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Annotated, Literal

import msgspec

from build_tools.tables import Row, load_rows

Text = Annotated[str, msgspec.Meta(min_length=1)]
Day = Annotated[str, msgspec.Meta(pattern=r"^\d{4}-\d\d-\d\d$")]
System = Literal["state", "party"]


class Rule(Row, frozen=True):
    """One rule; ``rules.yaml`` says at its head what each key means."""

    id: Text
    system: System
    since: Day
    demand: Text
    instrument: Text
    pinpoint: Text
    source: Text
    url: Text
    until: Day | None = None
    least: float = 0
    most: float = 0


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in the order of the file. Raises ``InputError`` for a fault in it."""
    text = resources.files(__package__).joinpath("rules.yaml").read_text(encoding="utf-8")
    return load_rows(text, Rule, "build_tools/layout/rules.yaml").rows


def rules_of(system: System, date: str) -> tuple[Rule, ...]:
    """The rules for a document of that side issued on ``date`` (ISO day)."""
    return tuple(rule for rule in rules() if rule.system == system and rule.since <= date and (rule.until is None or date <= rule.until))
