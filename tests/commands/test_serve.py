"""``serve``: the site is looked at as Pages would show it, and rebuilt when something changes."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.commands.main import main
from tests.content import OFFICE
from tests.recipes.copied import copied, surroundings
from tests.timing import WAIT

pytestmark = pytest.mark.slow


@pytest.fixture
def served(root: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    project = tmp_path / "project"
    shutil.copytree(OFFICE, project)
    # a copy: other tests run beside this one, and what they do to the package must not look like an editor's change
    copied(root, project)
    # a test run in the background of a shell inherits an ignored Ctrl+C, and would hand it on to the server
    kept = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "build_tools", "serve", "--port", "0"],
        cwd=project, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=surroundings(),
    )  # fmt: skip
    signal.signal(signal.SIGINT, kept)
    assert process.stderr is not None
    address = None
    for line in process.stderr:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
            address = found.group()
            break
    try:
        assert address, "the server never told its address"
        yield address, project
    finally:
        process.send_signal(signal.SIGINT)
        with process.stderr:
            assert process.wait(WAIT) == 0


def get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=WAIT) as answer:
            return answer.status, answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8")


def test_a_port_in_use_is_told_before_anything_is_built(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["serve", "--content", str(OFFICE), "--out", str(tmp_path / "site"), "--port", str(port)]) == 1
    assert f"cổng {port} đang có chương trình khác dùng" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_a_change_of_data_rebuilds_and_a_fault_keeps_the_old_site(served: tuple[str, Path]) -> None:
    address, project = served
    status, home = get(address)
    assert status == 200
    assert "__phien-ban" in home
    assert get(address + "khong-co/")[0] == 404
    version = get(address + "__phien-ban")[1]
    themes = project / "data/register/themes.yaml"
    text = themes.read_text(encoding="utf-8")
    name = re.search(r"name: (.+)", text)
    assert name
    themes.write_text(text.replace(name.group(1), "Chủ đề vừa đổi tên", 1), encoding="utf-8")
    end = time.monotonic() + WAIT
    while get(address + "__phien-ban")[1] == version and time.monotonic() < end:
        time.sleep(0.5)
    assert "Chủ đề vừa đổi tên" in get(address)[1]
    version = get(address + "__phien-ban")[1]
    themes.write_text(text.replace("name:", "nane:", 1), encoding="utf-8")
    time.sleep(4)
    assert get(address + "__phien-ban")[1] == version
    assert "Chủ đề vừa đổi tên" in get(address)[1]
