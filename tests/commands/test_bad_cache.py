"""What may happen to a cache, to a disk, to a clock, to a build: the site is that of a build from nothing, or stays as it was."""

from __future__ import annotations

import errno
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from build_tools.cache import store
from build_tools.commands import unchanged
from build_tools.graph import readings
from tests.commands.cli import run
from tests.commands.test_incremental import TEMPLATE, Office
from tests.conftest import ROOT
from tests.content import few_works
from tests.site.built import snapshot

WORDS = ("build", "--sources", "toan-van", "--keep-going", "--cache", ".cache", "--out")


@pytest.fixture
def national(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("so") / "national"


@pytest.fixture
def office(root: Path, tmp_path: Path, national: Path) -> Iterator[Office]:
    with few_works(national):
        yield Office.new(root, tmp_path, works=False)


PLANS = (TEMPLATE.format(number=7), TEMPLATE.format(number=7) + "\nGiao Huyện ủy Đá Bạc báo cáo trước ngày 05/6/2031.\n")


def plan(office: Office) -> Path:
    return office.sources / "ke-hoach.txt"


def kept(office: Office) -> list[Path]:
    return sorted(path for path in (office.folder / ".cache").rglob("*") if path.is_file())


def of_another_version(office: Office) -> None:
    for path in kept(office):
        path.write_bytes(path.read_bytes().replace(store.MARK, b"chi-nam-0 "))


def half_written(office: Office) -> None:
    for path in kept(office):
        path.write_bytes(path.read_bytes()[:-7])
        path.with_suffix(".new").write_bytes(b"chi-nam-1 ")


def folders_for_files(office: Office) -> None:
    for path in kept(office)[::2]:
        path.unlink()
        path.mkdir()


def a_clock_far(year: int) -> Callable[[Office], None]:
    def harm(office: Office) -> None:
        when = time.mktime((year, 1, 1, 0, 0, 0, 0, 1, -1))
        for path in [path for path in office.folder.rglob("*") if path.is_file()]:
            os.utime(path, (when, when))

    return harm


def of_pages_too(office: Office) -> None:
    """The folder of pages and a new site that was never finished."""
    shutil.rmtree(office.folder / "docs" / "_generated")
    (office.folder / "site.new").mkdir()
    (office.folder / "site.new" / "index.html").write_text("dở dang", "utf-8")


HARMS = (of_another_version, half_written, folders_for_files, a_clock_far(1980), a_clock_far(2107), of_pages_too)


@contextmanager
def no_file_can_be_made(error: int) -> Iterator[None]:
    def refuse(file: Any, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if str(file).endswith(".new"):
            raise OSError(error, os.strerror(error), ".cache")
        return open(file, mode, *rest, **more)

    with patch.object(store, "open", refuse, create=True):
        yield


@contextmanager
def no_file_can_be_finished(error: int) -> Iterator[None]:
    really = os.replace

    def refuse(old: Any, new: Any) -> None:
        if str(old).endswith(".new") and ".cache" in str(old):
            raise OSError(error, os.strerror(error), ".cache")
        really(old, new)

    with patch.object(os, "replace", refuse):
        yield


@pytest.mark.slow
def test_whatever_happened_to_the_cache_the_site_is_that_of_a_build_from_nothing(office: Office) -> None:
    path, texts = plan(office), PLANS
    clean = []
    for number, text in enumerate(texts):
        path.write_text(text, "utf-8")
        office.build(f"clean-{number}", "--no-cache")
        clean.append(snapshot(office.folder / f"clean-{number}"))
    assert clean[0] != clean[1]
    office.build("site", "--cache", ".cache")
    for turn, harm in enumerate(HARMS):
        path.write_text(texts[turn % 2], "utf-8")
        harm(office)
        office.build("site", "--cache", ".cache")
        assert snapshot(office.folder / "site") == clean[turn % 2], harm
    for turn, cannot in enumerate((no_file_can_be_made(errno.EROFS), no_file_can_be_finished(errno.ENOSPC))):
        path.write_text(texts[turn % 2], "utf-8")
        with cannot:
            assert "[cache-unusable]" in office.build("site", "--cache", ".cache").stderr
        assert snapshot(office.folder / "site") == clean[turn % 2]


@pytest.mark.slow
def test_a_disk_that_takes_no_more_leaves_the_old_site(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    plan(office).write_text(PLANS[0], "utf-8")
    office.build("site", "--cache", ".cache")
    before = snapshot(office.folder / "site")
    plan(office).write_text(PLANS[1], "utf-8")
    really = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if "site.new" in self.parts and self.suffix == ".html":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
        return really(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    done = run(office.folder, *WORDS, "site")
    assert done.returncode == 1
    assert "[system-refused]" in done.stderr
    assert "Traceback" not in done.stderr
    monkeypatch.undo()
    assert snapshot(office.folder / "site") == before
    office.build("site", "--cache", ".cache")
    office.build("clean", "--no-cache")
    assert snapshot(office.folder / "site") == snapshot(office.folder / "clean")


BUILD = """
import sys
from pathlib import Path
from build_tools.commands.main import main
from tests.content import few_works
with few_works(Path(sys.argv[1])):
    sys.exit(main(sys.argv[2:]))
"""


def begun(office: Office, national: Path, out: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-c", BUILD, str(national), *WORDS, out, "--jobs", "1"]
    return subprocess.Popen(words, cwd=office.folder, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.DEVNULL)


@pytest.mark.slow
def test_two_builds_at_once_share_a_cache(office: Office, national: Path) -> None:
    both = [begun(office, national, out) for out in ("one", "two")]
    assert [build.wait() for build in both] == [0, 0]
    office.build("clean", "--no-cache")
    clean = snapshot(office.folder / "clean")
    assert snapshot(office.folder / "one") == clean
    assert snapshot(office.folder / "two") == clean


@pytest.mark.slow
@pytest.mark.parametrize("sign", ["docs/_generated/index.md", "site.new/index.html"])
def test_a_build_that_is_killed_leaves_nothing_that_misleads_the_next(office: Office, national: Path, sign: str) -> None:
    office.build("site", "--cache", ".cache")
    before = snapshot(office.folder / "site")
    (office.folder / "docs/_generated/index.md").unlink()
    office.change_a_word(random.Random(2))
    killed = begun(office, national, "site")
    while killed.poll() is None and not (office.folder / sign).exists():
        time.sleep(0.005)
    killed.kill()
    killed.wait()
    office.build("clean", "--no-cache")
    clean = snapshot(office.folder / "clean")
    assert snapshot(office.folder / "site") in (before, clean)
    office.build("site", "--cache", ".cache")
    assert snapshot(office.folder / "site") == clean


@pytest.mark.slow
def test_what_changes_while_it_is_built_from_is_built_again(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    really, path = readings.read_all, office.folder / "docs" / "ghi-chu.md"

    def changing(*words: Any, **more: Any) -> Any:
        path.write_text("# Mới\n\n[Trang chủ](index.md)\n", "utf-8")
        office.first().write_text(office.first().read_text("utf-8") + "\n\nThêm.\n", "utf-8")
        monkeypatch.undo()
        return really(*words, **more)

    path.write_text("# Cũ\n", "utf-8")
    monkeypatch.setattr("build_tools.graph.site.read_all", changing)
    office.build("site", "--cache", ".cache")
    assert unchanged.KIND not in {folder.name for folder in (office.folder / ".cache").iterdir()}, "what it was made from is not certain"
    office.build("site", "--cache", ".cache")
    office.build("clean", "--no-cache")
    assert snapshot(office.folder / "site") == snapshot(office.folder / "clean")
