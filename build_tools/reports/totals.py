"""Filled forms of many units as one table: what is missing, sums and shares worked out anew, what cannot be right.

Nothing that a unit filled in is put right: a mismatch is told with both numbers, and the totals add what was filled in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import Literal

from build_tools.lexicon.keys import exact_key
from build_tools.model.form import Column, Filled, Form
from build_tools.model.site import Site

OddityKind = Literal["sum", "share", "above-whole", "above-hundred"]
CENT = Decimal("0.01")
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Oddity:
    """What cannot be right in a row: a sum or share that is not what its parts make, a part above its whole, a rate above 100 %.

    ``printed`` is what was filled in, ``expected`` what the other cells make it (the limit, for the last two); ``against`` names the
    columns that it was worked out from.
    """

    kind: OddityKind
    filled: Filled
    column: Column
    printed: Decimal
    expected: Decimal
    against: tuple[tuple[Column, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Summed:
    """A form of one period: rows by unit, the total under each column of numbers, units that sent nothing, oddities by rows."""

    form: Form
    period: str
    rows: tuple[Filled, ...]
    totals: tuple[tuple[str, Decimal], ...]
    missing: tuple[str, ...]
    oddities: tuple[Oddity, ...]

    def total(self, column: str) -> Decimal | None:
        """The total under a column; None where no unit filled it in."""
        return dict(self.totals).get(column)


def summed(site: Site) -> Iterator[Summed]:
    """Every form and period for which anything was filled in, in their order."""
    forms = {form.id: form for form in site.forms}
    known: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for filled in site.filled:
        known[filled.form].setdefault(exact_key(filled.unit), filled.unit)
    for (form, period), group in groupby(site.filled, key=lambda filled: (filled.form, filled.period)):
        if form in forms:
            expected = {exact_key(unit): unit for unit in forms[form].units} or known[form]
            yield sum_up(forms[form], period, tuple(group), expected)


def sum_up(form: Form, period: str, rows: tuple[Filled, ...], expected: dict[str, str]) -> Summed:
    """One form of one period. ``expected``: the units that should have sent it, by the keys of their names."""
    here = {exact_key(row.unit) for row in rows}
    missing = tuple(unit for key, unit in expected.items() if key not in here)
    order = {key: at for at, key in enumerate(expected)}
    ordered = tuple(sorted(rows, key=lambda row: (order.get(exact_key(row.unit), len(order)), row.unit)))
    oddities = tuple(oddity for row in ordered for oddity in oddities_of(form, row))
    return Summed(form, period, ordered, _totals(form, ordered), missing, oddities)


def _totals(form: Form, rows: tuple[Filled, ...]) -> tuple[tuple[str, Decimal], ...]:
    """Counts added up; shares worked out from the totals of part and whole, of those units alone that filled in both."""
    found: list[tuple[str, Decimal]] = []
    for column in form.columns:
        if column.kind == "count":
            values = [value for row in rows if (value := row.number(column.id)) is not None]
            if values:
                found.append((column.id, sum(values, Decimal(0))))
        elif column.share_of:
            pairs = [tuple(map(row.number, column.share_of)) for row in rows]
            both = [(part, whole) for part, whole in pairs if part is not None and whole is not None]
            part, whole = (sum((pair[at] for pair in both), Decimal(0)) for at in (0, 1))
            if whole:
                found.append((column.id, _share(part, whole)))
    return tuple(found)


def oddities_of(form: Form, row: Filled) -> Iterator[Oddity]:
    """What cannot be right in one row, in the order of its columns."""
    for column in form.columns:
        printed = row.number(column.id)
        if printed is None:
            continue
        if column.sum_of and (parts := _given(form, row, column.sum_of)) and printed != (added := sum((n for _, n in parts), Decimal(0))):
            yield Oddity("sum", row, column, printed, added, parts)
        if column.at_most and (whole := row.number(column.at_most)) is not None and printed > whole:
            yield Oddity("above-whole", row, column, printed, whole, ((form.column(column.at_most), whole),))
        if column.kind != "percent":
            continue
        if printed > HUNDRED:
            yield Oddity("above-hundred", row, column, printed, HUNDRED, ())
        if column.share_of and (ends := _given(form, row, column.share_of)) and ends[1][1]:
            expected = _share(ends[0][1], ends[1][1])
            step = Decimal(1).scaleb(max(-2, int(printed.as_tuple().exponent)))
            if expected.quantize(step, ROUND_HALF_UP) != printed.quantize(step, ROUND_HALF_UP):
                yield Oddity("share", row, column, printed, expected, ends)


def _given(form: Form, row: Filled, columns: tuple[str, ...]) -> tuple[tuple[Column, Decimal], ...]:
    """The columns with their numbers, when all of them are filled in."""
    found = [(form.column(name), value) for name in columns if (value := row.number(name)) is not None]
    return tuple(found) if len(found) == len(columns) else ()


def _share(part: Decimal, whole: Decimal) -> Decimal:
    """In per cent, two decimals."""
    return (part / whole * HUNDRED).quantize(CENT, ROUND_HALF_UP)
