"""The command line in this process: the same words in and out, without starting Python and reading the data for each test."""

from __future__ import annotations

import io
import os
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from build_tools.commands import build
from build_tools.commands.main import main


@dataclass(frozen=True, slots=True)
class Run:
    """What a finished command left: exit status and both streams."""

    returncode: int
    stdout: str
    stderr: str


def run(root: Path, *arguments: str, **environment: str) -> Run:
    """``python -m build_tools ARGUMENTS`` in ``root`` with ``environment`` added; nothing is kept for other tests."""
    out, err = io.StringIO(), io.StringIO()
    with (
        chdir(root), patch.dict(os.environ, environment), patch.object(build, "CACHE", None), redirect_stdout(out), redirect_stderr(err)
    ):  # fmt: skip
        try:
            code = main(list(arguments))
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return Run(code, out.getvalue(), err.getvalue())
