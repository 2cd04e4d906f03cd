"""Forms that units fill in with figures, and what they filled in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

ColumnKind = Literal["count", "percent", "tick", "text"]
"""A whole number; a percentage; a cross or nothing; words."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a form. ``sum_of``: the columns that add up to it; ``share_of``: (part, whole) of which it is the percentage;
    ``at_most``: the column that it may not be above."""

    id: str
    head: str
    group: str = ""
    kind: ColumnKind = "count"
    sum_of: tuple[str, ...] = ()
    share_of: tuple[str, ...] = ()
    at_most: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its columns after that of the unit. ``units``: those that are expected to fill it in; ``document``: the number of the
    document whose annex it follows, and ``node`` the place in it."""

    id: str
    title: str
    columns: tuple[Column, ...]
    units: tuple[str, ...] = ()
    document: str = ""
    node: str = ""
    note: str = ""

    def column(self, identifier: str) -> Column:
        """The column of this id."""
        return next(column for column in self.columns if column.id == identifier)


@dataclass(frozen=True, slots=True)
class Filled:
    """One row that a unit filled in for a period ("2031", "2031-H1", "2031-Q3", "2031-06"). ``numbers`` and ``words`` hold what is filled
    in, under the ids of columns; ``path`` and ``row`` say where."""

    form: str
    period: str
    unit: str
    numbers: tuple[tuple[str, Decimal], ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    path: str = ""
    row: int = 0

    def number(self, column: str) -> Decimal | None:
        """What is filled in under a column of numbers."""
        return dict(self.numbers).get(column)
