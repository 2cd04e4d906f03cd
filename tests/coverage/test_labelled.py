"""What is proposed for pairs that a person read: the invented ones always, the real ones where they are there. Floors only go up."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.model.register import Register
from tests.coverage.labelled import labelled

RIGHT, WRONG = {"giam-ngheo": 7, "giu-rung": 10, "mot-cua": 7, "truong-hoc": 8}, 1
"""So many proposals of each invented pair are right, and no more of any are wrong."""


def test_invented_pairs_are_proposed_as_a_person_read_them(register: Register) -> None:
    found = {one.name.split(".")[0]: one for one in labelled(register)}
    assert {name: one.lost for name, one in found.items()} == dict.fromkeys(RIGHT, ())
    made = {name: one.measured() for name, one in found.items()}
    assert {name: one.right for name, one in made.items() if one.right < RIGHT[name] or one.wrong > WRONG} == {}


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize(("apart", "right", "precise"), [(False, 54, 0.9), (True, 23, 0.85)])
def test_real_pairs(shared: Path, register: Register, apart: bool, right: int, precise: float) -> None:
    made = [one.measured() for one in labelled(register, shared) if one.apart is apart]
    proposed = sum(one.right + one.wrong for one in made)
    assert sum(one.right for one in made) >= right
    assert sum(one.right for one in made) >= precise * proposed
