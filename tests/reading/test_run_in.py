"""Clauses that run in behind the end of the one before: where the row of numbers wants them, and nowhere else."""

from __future__ import annotations

import pytest

from .reading_helpers import clean

HEAD = ("Điều 5. Giữ bến",)
ROWS = [
    # what is wanting between two clauses stands in its order, each once, behind the end of a sentence
    (("1. Bến sạch. 2. Đò có phao.", "3. Cầu vững."), ("1. Bến sạch.", "2. Đò có phao.", "3. Cầu vững.")),
    (("1. Bến sạch; 2. Đò có phao.", "3. Cầu vững."), ("1. Bến sạch;", "2. Đò có phao.", "3. Cầu vững.")),
    (("1. Bến sạch. 2. Đò có phao. 3. Neo chắc.", "4. Cầu vững."), ("1. Bến sạch.", "2. Đò có phao.", "3. Neo chắc.", "4. Cầu vững.")),
    (("1. Bến sạch.", "a) Bến gỗ. 2. Đò có phao.", "3. Cầu vững."), ("1. Bến sạch.", "a) Bến gỗ.", "2. Đò có phao.", "3. Cầu vững.")),
    (("9. Bến sạch. 10. Đò có phao.", "11. Cầu vững."), ("9. Bến sạch.", "10. Đò có phao.", "11. Cầu vững.")),
    # twice, out of order, one of two, no sentence before, no capital behind, nothing wanting, none behind it
    (("1. Bến sạch. 2. Đò có phao. 2. Neo chắc.", "3. Cầu vững."), None),
    (("1. Bến sạch. 3. Đò có phao. 2. Neo chắc.", "4. Cầu vững."), None),
    (("1. Bến sạch. 2. Đò có phao.", "4. Cầu vững."), None),
    (("1. Bến ở xã 2. Đò có phao.", "3. Cầu vững."), None),
    (("1. Bến sạch. 2. đò có phao.", "3. Cầu vững."), None),
    (("1. Bến sạch. 3. Đò có phao.", "2. Cầu vững."), None),
    (("1. Bến sạch. 2. Đò có phao.",), None),
    # the next article has a row of its own
    (("1. Bến sạch. 2. Đò có phao.", "Điều 6. Giữ đò", "3. Cầu vững."), None),
    (
        ("1. Bến sạch. 2. Đò có phao.", "3. Cầu vững.", "Điều 6. Giữ đò", "1. Phao đỏ. 2. Neo chắc.", "3. Dây bền."),
        ("1. Bến sạch.", "2. Đò có phao.", "3. Cầu vững.", "Điều 6. Giữ đò", "1. Phao đỏ.", "2. Neo chắc.", "3. Dây bền."),
    ),
]


@pytest.mark.parametrize(("lines", "parted"), ROWS)
def test_clauses_are_parted_where_the_row_wants_them(lines: tuple[str, ...], parted: tuple[str, ...] | None) -> None:
    made = clean("\n\n".join((*HEAD, *lines)))
    assert made.text.split("\n") == [*HEAD, *(parted or lines)]
    assert [block.span.of(made.text) for block in made.blocks] == [*HEAD, *(parted or lines)]
    assert len(made.text) == len("\n".join((*HEAD, *lines)))
