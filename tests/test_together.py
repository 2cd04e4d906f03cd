"""Rows that run together are told one by one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.together import ROWS, Rows, RowsFailedError, rows_of, together

SKIPPED, REFUSED, WRONG, OWN = 0, 3, 5, ROWS + 2


@pytest.mark.parametrize("number", [*range(OWN), pytest.param(OWN, marks=pytest.mark.slow), *range(OWN + 1, OWN + 3)])
def probe(number: int) -> None:
    if number == SKIPPED:
        pytest.skip("not here")
    if number == REFUSED:
        pytest.fail("refused")
    assert number != WRONG, f"{number} is wrong"


def needs(tmp_path: Path, number: int) -> None:
    """A row that needs more than its parameters."""


def gathered(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, test: Any) -> list[Any]:
    """The items of a test as workers have them."""
    module = request.node.getparent(pytest.Module)
    monkeypatch.setattr(module.obj, "test_probe", test, raising=False)
    found = module.ihook.pytest_pycollect_makeitem(collector=module, name="test_probe", obj=test)
    return list(together(row for item in found for row in (item.rows if isinstance(item, Rows) else [item])))


def test_rows_stand_together_unless_one_has_a_mark_of_its_own(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    items = gathered(request, monkeypatch, probe)
    assert [item.name for item in items] == [
        f"test_probe[1-{ROWS}]", f"test_probe[{ROWS + 1}-{OWN}]", f"test_probe[{OWN}]", f"test_probe[{OWN + 2}-{OWN + 3}]"
    ]  # fmt: skip
    rows: list[Any] = [item.rows if isinstance(item, Rows) else [item] for item in items]
    assert [row.callspec.params["number"] for some in rows for row in some] == list(range(OWN + 3))
    assert rows_of(items) == OWN + 3


def test_every_row_that_fails_is_told_and_the_others_run(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = gathered(request, monkeypatch, probe)[:2]
    with pytest.raises(RowsFailedError) as error:
        first.runtest()
    assert [row.callspec.params["number"] for row, _ in error.value.failed] == [REFUSED, WRONG]
    told = first.repr_failure(error)
    assert all(words in told for words in ("test_probe[3]", "refused", "test_probe[5]", "5 is wrong"))
    assert "test_probe[4]" not in told
    second.runtest()
    first.rows = first.rows[:REFUSED]
    with pytest.raises(pytest.skip.Exception, match="not here"):
        first.runtest()


def test_what_needs_fixtures_or_examples_stays_alone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = gathered(request, monkeypatch, pytest.mark.parametrize("number", range(3))(needs))
    assert [item.name for item in rows] == ["test_probe[0]", "test_probe[1]", "test_probe[2]"]
