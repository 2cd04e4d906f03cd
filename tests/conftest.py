"""What tests share: the corpus beside the project, and loud absence of what they need."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.model.register import Register
from build_tools.register import load_register

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
MISSING: set[str] = set()


def need(what: str, present: bool) -> None:
    """Skip loudly where ``what`` is absent; fail under ``CI=true``."""
    if present:
        return
    MISSING.add(what)
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is absent, and CI must run this test")
    pytest.skip(f"{what} is absent")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents and annotations beside the project."""
    need("../shared", (SHARED / "corpus").is_dir())
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium with its driver beside it."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    need("Chromium", bool(found and shutil.which("chromedriver")))
    return str(found)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return ROOT


@pytest.fixture(scope="session")
def shipped(root: Path) -> Register:
    """The register that the project ships."""
    return load_register(root / "data" / "register")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None] | None:
    for what in sorted(MISSING):
        terminalreporter.write_line(f"NOT RUN: tests that need {what} did not run, because it is absent.", red=True, bold=True)
    return None
