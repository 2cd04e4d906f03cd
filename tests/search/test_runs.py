"""Lists put together from runs, in one step or in several, are the lists of all numbers."""

from __future__ import annotations

import random

import pytest

from build_tools.search.lists import Row, row_of
from build_tools.search.runs import Runs
from build_tools.search.tally import Lists


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("units", [3, 300, 9000])
def test_runs_of_runs_are_the_lists_of_all(seed: int, units: int) -> None:
    dice = random.Random(seed)
    whole: dict[str, list[int]] = {}
    often: dict[str, bytes] = {}
    straight, outer = Runs(), Runs()
    start = 0
    for _ in range(4):
        inner, before = Runs(), start
        for _ in range(3):
            rows = {f"từ {dice.randrange(60)}": sorted(dice.sample(range(units), dice.randrange(1, min(units, 40) + 1))) for _ in range(20)}
            times = {key: bytes(dice.randrange(3) for _ in row) for key, row in rows.items()}
            held = Lists.of(list(rows.values()), times.values())
            straight.add(list(rows), held, start)
            inner.add(list(rows), held, start - before)
            for key, row in rows.items():
                whole.setdefault(key, []).extend(start + number for number in row)
                often[key] = often.get(key, b"") + times[key]
            start += units
        outer.add(*inner.joined(), before)
    expected = {key: Row(row_of(row).steps, often[key]) for key, row in whole.items()}
    assert straight.rows() == expected
    assert outer.rows() == expected


def test_of_nothing_nothing_is_put_together() -> None:
    empty = Runs()
    empty.add([], Lists.of([], []), 0)
    assert empty.joined() == ([], Lists.of([], []))
    assert empty.rows() == {}
