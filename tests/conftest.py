"""What tests share: profiles, the quick set, the corpus beside the project, and loud absence of what they need."""

from __future__ import annotations

import gc
import os
import re
import shutil
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

from build_tools.model.collector import seldom
from tests import together
from tests.turns import own_turn, share_turns

if TYPE_CHECKING:
    from build_tools.cache import Store
    from build_tools.model.register import Register
    from tests.corpus import Readings

# What fixtures need of the program they import themselves: the process that gathers the workers' reports reads this file too, and runs
# no test.

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
MISSING: set[str] = set()
HEAVY = ("slow", "shared", "browser")
"""Marks of tests that ``make quick`` leaves out."""

# A deadline measures the machine, not the code: a busy one fails tests that are right. Speed has tests of its own, as ratios.
# Examples are new ones in every run: few after each edit, many where nobody waits for them.
settings.register_profile("chi-nam", deadline=None, max_examples=400 if os.environ.get("CI") == "true" else 40)
settings.load_profile("chi-nam")
settings.register_profile("quick", settings.get_profile("chi-nam"), max_examples=12)


def need(what: str, present: bool) -> None:
    """Skip loudly where ``what`` is absent; fail under ``CI=true``."""
    if present:
        return
    MISSING.add(what)
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is absent, and CI must run this test")
    pytest.skip(f"{what} is absent")


def pytest_configure(config: pytest.Config) -> None:
    """The collector of circles looks as seldom as in every process of the program, and what tests start writes no compiled modules: copies
    of the program that a test changes must not be known again by their second."""
    seldom()
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"


def pytest_collection_finish(session: pytest.Session) -> None:
    """Thousands of tests are there for good: they need not be walked over each time that circles are looked for."""
    share_turns(session)
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_pycollect_makeitem(collector: pytest.Collector) -> Generator[None, Any, Any]:
    """Rows that need nothing but their parameters run together where workers share them out."""
    found = yield
    return list(together.together(found)) if isinstance(found, list) and not together.picked(collector.config) else found


HEAVY_WHOLE = re.compile(rf"^pytestmark = \[?pytest\.mark\.(?:{'|'.join(HEAVY)})\b", re.MULTILINE)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The quick set does not read modules that are heavy as a whole, nor what only they import (browsers, servers)."""
    if config.getoption("markexpr") != "quick" or collection_path.suffix != ".py" or not collection_path.is_file():
        return None
    return bool(HEAVY_WHOLE.search(collection_path.read_text(encoding="utf-8"))) or None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever carries no mark of weight is ``quick``: one word that a shell and a Makefile can pass on."""
    for item in items:
        if not any(item.get_closest_marker(name) for name in HEAVY):
            item.add_marker("quick")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Set-up and tear-down belong to a test's turn too."""
    with own_turn(item.config, alone=item.get_closest_marker("alone") is not None):
        return (yield)


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
def shipped() -> Register:
    """The register that the project ships."""
    from tests import content

    return content.shipped()


@pytest.fixture(scope="session")
def session_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this test run, one for all workers of pytest-xdist."""
    from tests.run_folder import kept_for

    return kept_for(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def readings(session_folder: Path) -> Readings:
    """Real files, each read once a session."""
    from tests.corpus import Readings

    return Readings(session_folder)


@pytest.fixture(scope="session")
def read_before(session_folder: Path) -> Store:
    """What sites of real texts were read from: a text that several of them have is read once a session, as builds keep it."""
    from build_tools.cache import Store

    return Store(session_folder / "read-before")


@pytest.fixture(scope="session")
def script(shipped: Register, session_folder: Path) -> str:
    """The script of the page that reads a letter, for the register that the project ships."""
    from build_tools.browser import reader_script
    from tests.corpus import once

    return once(session_folder, "reader-script", lambda: reader_script(shipped))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker of pytest-xdist hands what it missed to the process that reports."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["missing"] = sorted(MISSING)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    MISSING.update(getattr(node, "workeroutput", {}).get("missing", ()))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    passed = terminalreporter.stats.get("passed", [])
    if (rows := together.rows_of(passed)) != len(passed):
        terminalreporter.write_line(f"{rows} rows and other tests passed, in {len(passed)} items (tests/together.py).")
    for what in sorted(MISSING):
        terminalreporter.write_line(f"NOT RUN: tests that need {what} did not run, because it is absent.", red=True, bold=True)
