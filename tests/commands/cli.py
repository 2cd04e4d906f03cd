"""The command line in this process: the same words in and out, without starting Python and reading the data for each test."""

from __future__ import annotations

import io
import os
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from build_tools.browser import for_reading, reader_script
from build_tools.commands import build
from build_tools.commands.main import main
from build_tools.model.register import Register
from build_tools.publish import resolver


@dataclass(frozen=True, slots=True)
class Run:
    """What a finished command left: exit status and both streams."""

    returncode: int
    stdout: str
    stderr: str


PRINTED: dict[str, str] = {}
"""The script that reads pasted letters, by what the register gives to it: half of what a build from nothing of a small office costs is
to print it, and that it is made when it must be is proved in ``tests/site/test_resolver_kept.py``."""


def printed(register: Register) -> str:
    """``reader_script(register)``, once for all that say the same."""
    key = repr(for_reading(register))
    if key not in PRINTED:
        PRINTED[key] = reader_script(register)
    return PRINTED[key]


def run(root: Path, *arguments: str, **environment: str) -> Run:
    """``python -m build_tools ARGUMENTS`` in ``root`` with ``environment`` added; but for ``PRINTED`` nothing is kept for other tests."""
    out, err = io.StringIO(), io.StringIO()
    with (
        chdir(root), patch.dict(os.environ, environment), patch.object(build, "CACHE", None),
        patch.object(resolver, "reader_script", printed), redirect_stdout(out), redirect_stderr(err),
    ):  # fmt: skip
        try:
            code = main(list(arguments))
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    return Run(code, out.getvalue(), err.getvalue())
