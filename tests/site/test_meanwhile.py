"""The index of a large site is made in another process, and is the same."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from build_tools.publish import meanwhile
from build_tools.publish.meanwhile import Helper, helped


def write(path: Path) -> int:
    path.write_text("xong")
    return os.getpid()


def fail() -> None:
    raise ValueError("hỏng")


@pytest.fixture(params=["fork", "spawn"])
def helper(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Helper]:
    """Begun as on this system, and as where processes are not forked."""
    monkeypatch.setattr(meanwhile, "get_start_method", lambda: request.param)
    with helped(2) as found:
        assert found is not None
        yield found


def test_the_work_is_done_elsewhere_before_it_must_be(helper: Helper, tmp_path: Path) -> None:
    done = helper.begin(partial(write, tmp_path / "a"))
    assert done() != os.getpid()
    assert (tmp_path / "a").read_text() == "xong"


def test_one_job_has_no_helper() -> None:
    with helped(1) as found:
        assert found is None


def test_its_errors_are_raised_where_it_is_waited_for(helper: Helper) -> None:
    done = helper.begin(fail)
    with pytest.raises(ValueError, match="hỏng"):
        done()


def test_what_nobody_waits_for_is_ended() -> None:
    with helped(2) as found:
        assert found is not None
        found.begin(partial(time.sleep, 600))
    assert not multiprocessing.active_children()


def ended(path: Path, parent: int) -> None:
    """Work at which another process than ``parent`` is ended."""
    if os.getpid() != parent:
        os._exit(9)
    path.write_text("xong")


def test_work_whose_process_is_ended_from_outside_is_done_here(helper: Helper, tmp_path: Path) -> None:
    helper.begin(partial(ended, tmp_path / "a", os.getpid()))()
    assert (tmp_path / "a").read_text() == "xong"
