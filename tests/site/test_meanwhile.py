"""The index of a large site is made in another process, and is the same."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from build_tools.publish.meanwhile import meanwhile


def write(path: Path) -> int:
    path.write_text("xong")
    return os.getpid()


def fail() -> None:
    raise ValueError("hỏng")


@pytest.mark.parametrize("alone", [True, False])
def test_the_work_is_done_when_it_must_be(tmp_path: Path, alone: bool) -> None:
    with meanwhile(partial(write, tmp_path / "a"), alone) as done:
        assert not (alone and (tmp_path / "a").exists())
        where = done()
    assert (tmp_path / "a").read_text() == "xong"
    assert (where == os.getpid()) is alone


@pytest.mark.parametrize("alone", [True, False])
def test_its_errors_are_those_of_the_block(alone: bool) -> None:
    with pytest.raises(ValueError, match="hỏng"), meanwhile(fail, alone) as done:
        done()


def test_a_block_that_fails_leaves_with_its_own_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError), meanwhile(partial(write, tmp_path / "a"), False):
        raise KeyError


def ended(path: Path, parent: int) -> None:
    """Work at which another process than ``parent`` is ended."""
    if os.getpid() != parent:
        os._exit(9)
    path.write_text("xong")


def test_work_whose_process_is_ended_from_outside_is_done_here(tmp_path: Path) -> None:
    with meanwhile(partial(ended, tmp_path / "a", os.getpid()), alone=False) as done:
        done()
    assert (tmp_path / "a").read_text() == "xong"
