"""The recipe "Thêm một ngôn ngữ" of CONTRIBUTING.md, carried out on a copy of the project: one folder, begun with one file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.content import OFFICE
from tests.recipes.copied import copied, surroundings

pytestmark = pytest.mark.slow

MINE = """
new-type:
  title: Báu mí
  cause: Báu mí chư nẩư.
  severity: error
  message: báu mí “{type}”
  hint: bấng lexicon/types.yaml
"""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    made = tmp_path_factory.mktemp("ban-sao")
    copied(root, made)
    shutil.copytree(OFFICE, made, dirs_exist_ok=True)
    own = made / "build_tools/messages/tai/findings"
    own.mkdir(parents=True)
    (own / "commands.yaml").write_text(MINE, encoding="utf-8")
    return made


def run(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=copy, capture_output=True, text=True, encoding="utf-8", timeout=600, env={**surroundings(), "CHI_NAM_LANG": "tai"},
    )  # fmt: skip


NEW = ("build_tools", "new", "--number", "1-X/TU", "--issuer", "Tỉnh ủy Sông Mơ")


def test_what_is_there_is_said_in_it_and_the_rest_in_vietnamese(copy: Path) -> None:
    own = run(copy, *NEW, "--type", "Thơ")
    assert (own.returncode, own.stderr.strip()) == (1, "báu mí “Thơ” [new-type] — bấng lexicon/types.yaml")
    other = run(copy, *NEW, "--type", "Kết luận", "--date", "2021-02-30")
    assert "ngày không có thật: 2021-02-30" in other.stderr


def test_what_is_missing_is_told_with_its_place(copy: Path) -> None:
    out = run(copy, "build_tools.messages")
    assert out.returncode == 0, out.stdout
    lines = [line for line in out.stdout.splitlines() if "“tai” chưa có “new-date”" in line]
    assert len(lines) == 1
    assert "vi/findings/commands.yaml:" in lines[0]
    assert "thêm “new-date” vào" in lines[0]


def test_what_does_not_fit_is_an_error(copy: Path) -> None:
    path = copy / "build_tools/messages/tai/findings/commands.yaml"
    path.write_text(MINE.replace("{type}", "{kind}"), encoding="utf-8")
    out = run(copy, "build_tools.messages")
    assert out.returncode == 1
    assert f"{path}:2: " in out.stdout.replace(str(path.parent), str(path.parent))
    assert "cần “kind”" in out.stdout
