"""The folder of one test run, for what is made once for all its processes."""

from __future__ import annotations

import os
from pathlib import Path


def kept_for(base: Path) -> Path:
    """A folder for what one test run keeps: one for all workers of pytest-xdist (``base`` lies in the run's own folder there).

    Otherwise it is a process's own, so that one that was forked off with a fault planted in it never finds what was read without.
    """
    folder = base.parent / "shared-by-workers" if "PYTEST_XDIST_WORKER" in os.environ else base / f"kept-by-{os.getpid()}"
    folder.mkdir(exist_ok=True)
    return folder
