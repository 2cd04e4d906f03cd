"""What a run of the tests keeps for all its tests never hides a fault that is planted in a process of its own."""

from __future__ import annotations

import warnings
from pathlib import Path
from unittest.mock import patch

import pytest

from build_tools.model.reading import Reading
from tests import corpus
from tests.corpus import Readings, once
from tests.faults.run import LEAST, child, said
from tests.run_folder import kept_for


def other(path: Path) -> Reading:
    """A reader with a fault."""
    return Reading(str(path), "txt", "khác", ())


def test_a_planted_fault_is_read_with_whatever_was_kept_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)  # faults are planted where no workers are
    path = tmp_path / "a.txt"
    path.write_text("Bến Gỗ sạch.\n", encoding="utf-8")
    whole = Readings(kept_for(tmp_path)).read(path)
    assert once(kept_for(tmp_path), "a", lambda: 1) == 1

    def with_the_fault() -> int:
        with patch.object(corpus, "read_file", other):
            folder = kept_for(tmp_path)
            return int(Readings(folder).read(path).source != "khác" or once(folder, "a", lambda: 2) != 2)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # of threads of pytest-xdist, which the child does not ask
        assert child(with_the_fault, LEAST) == 0
    assert Readings(kept_for(tmp_path)).read(path) == whole


def test_workers_of_one_run_share_what_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    assert kept_for(tmp_path / "gw0") == kept_for(tmp_path / "gw1") == tmp_path / "shared-by-workers"


@pytest.mark.slow
def test_a_fault_that_never_ends_is_told_apart() -> None:
    def endless() -> int:
        while True:
            pass

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        assert [said(child(work, 0.1)) for work in (endless, lambda: 1, lambda: 0)] == ["slow", "noticed", "missed"]
