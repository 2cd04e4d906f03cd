"""How a form lies on a sheet: which form it is, the period, two rows of heads, then a row for each unit."""

from __future__ import annotations

from build_tools.messages import say
from build_tools.model.form import Form

FORM_ROW, TITLE_ROW, PERIOD_ROW, GROUP_ROW, HEAD_ROW, FIRST_ROW = 0, 1, 2, 4, 5, 6
"""Rows, counted from 0. The form's id and the period stand in the second cell of their rows; the unit in the first of its own."""


def heads(form: Form) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The two rows of heads: groups, each at its first column only; and the columns."""
    groups, last = [""], ""
    for column in form.columns:
        groups.append(column.group if column.group != last else "")
        last = column.group
    return tuple(groups), (say("reports.forms.unit"), *(column.head for column in form.columns))


def rows_above(form: Form, period: str = "") -> list[tuple[str, ...]]:
    """The rows above those of units."""
    groups, columns = heads(form)
    return [
        (say("reports.forms.form"), form.id),
        (form.title,),
        (say("reports.forms.period"), period, "" if period else say("reports.forms.period-how")),
        (),
        groups,
        columns,
    ]


def address(row: int, column: int) -> str:
    """The name that a spreadsheet gives to a cell, both counted from 0: (5, 27) is "AB6"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
