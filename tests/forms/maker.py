"""A maker of filled forms: units of invented names, periods, numbers that add up, and errors planted one by one.

What it plants it returns, so that a test can say that each is reported and nothing else.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from build_tools.model.form import Column, Filled, Form

FORM = Form(
    "bieu-lop",
    "Lớp học ở các bến",
    (
        Column("tong", "Tổng số hội viên"),
        Column("lop", "Số lớp", "Học tập"),
        Column("du", "Người dự", "Học tập", sum_of=("vien", "dan")),
        Column("vien", "Hội viên dự", "Học tập", at_most="tong"),
        Column("dan", "Bà con dự", "Học tập"),
        Column("ty-le", "Tỷ lệ hội viên dự", "Học tập", "percent", share_of=("vien", "tong")),
    ),
)
PERIODS = ("2031-Q1", "2031-Q2", "2031-Q3", "2031-Q4")
PLANTED = ("sum", "share", "above-whole", "above-hundred", "missing")


@dataclass(frozen=True, slots=True)
class Made:
    """The rows, what was planted as (period, unit, kind), and the true totals of whole numbers as (period, column) → number."""

    rows: tuple[Filled, ...]
    planted: frozenset[tuple[str, str, str]]
    totals: dict[tuple[str, str], int]


def make(units: int, seed: int, planted: int) -> Made:
    """Rows of ``units`` units in four periods; ``planted`` of them each have one error."""
    dice = random.Random(seed)
    names = [f"Xã Bến {number:02}" for number in range(1, units + 1)]
    places = [(period, name) for period in PERIODS for name in names]
    wrong = {place: PLANTED[at % len(PLANTED)] for at, place in enumerate(dice.sample(places, planted))}
    rows, told, totals = (
        [],
        set(),
        dict.fromkeys(((period, column) for period in PERIODS for column in ("tong", "lop", "du", "vien", "dan")), 0),
    )
    for period, name in places:
        kind = wrong.get((period, name), "")
        if kind == "missing":
            told.add((period, name, kind))
            continue
        values = _values(dice)
        if kind == "sum":
            values["du"] += dice.choice((-1, 1)) * dice.randint(1, 9)
        elif kind == "share":
            values["ty-le"] -= Decimal(dice.randint(1, 40)) / 100
        elif kind == "above-whole":
            values["vien"] = values["tong"] + dice.randint(1, 9)
            values["du"] = values["vien"] + values["dan"]
            del values["ty-le"]
        elif kind == "above-hundred":
            values["ty-le"] = Decimal(100) + dice.randint(1, 60)
            del values["tong"]
        if kind:
            told.add((period, name, kind))
        for column in ("tong", "lop", "du", "vien", "dan"):
            totals[period, column] += int(values.get(column, 0))
        rows.append(Filled(FORM.id, period, name, tuple((key, Decimal(value)) for key, value in values.items())))
    return Made(tuple(sorted(rows, key=lambda row: (row.period, row.unit))), frozenset(told), totals)


def _values(dice: random.Random) -> dict[str, Decimal]:
    total = dice.randint(30, 900)
    members, others = dice.randint(10, total), dice.randint(0, 400)
    share = (Decimal(members) / total * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    values = {"tong": total, "lop": dice.randint(1, 9), "du": members + others, "vien": members, "dan": others}
    return {**{key: Decimal(value) for key, value in values.items()}, "ty-le": share}
