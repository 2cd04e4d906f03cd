"""Lists put together from runs, in one step or in several, are the lists of all numbers."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from build_tools.search.lists import OFTEN, Row, how_often, row_of
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
            rows = {f"từ {dice.randrange(60)}": dice.sample(range(units), dice.randrange(1, min(units, 40) + 1)) for _ in range(20)}
            times = [Counter[int]() for _ in range(units)]
            for place, (key, row) in enumerate(rows.items()):
                for number in sorted(row):
                    times[number][place] = dice.choice((1, *OFTEN))
                    whole.setdefault(key, []).append(start + number)
                    often[key] = often.get(key, b"") + bytes([how_often(times[number][place])])
            things, held = Lists.of(times)
            assert things == [*range(len(rows))]
            straight.add(list(rows), held, start)
            inner.add(list(rows), held, start - before)
            start += units
        outer.add(*inner.joined(), before)
    expected = {key: Row(row_of(row).steps, often[key]) for key, row in whole.items()}
    assert straight.rows() == expected
    assert outer.rows() == expected


def test_of_nothing_nothing_is_put_together() -> None:
    empty = Runs()
    empty.add([], Lists.of([])[1], 0)
    assert empty.joined() == ([], Lists.of([])[1])
    assert empty.rows() == {}
