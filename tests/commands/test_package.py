"""The tool as offices get it: packed, installed into an environment of its own, and all that a new office does works there."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

LETTER = """TỈNH ỦY SÔNG MƠ
*
Số 12-BC/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Sông Mơ, ngày 05 tháng 3 năm 2024

BÁO CÁO
kết quả sáu tháng đầu năm

Thực hiện Kết luận số 01-KL/TW ngày 18/5/2021 của Bộ Chính trị, Tỉnh ủy báo cáo kết quả sáu tháng đầu năm như sau.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ
Trần Văn Thử
"""
DATA = {".yaml", ".yml", ".json", ".j2", ".css", ".js", ".html", ".svg", ".xml", ".md", ".txt", ""}
"""Endings of what the tool reads at run time."""


def call(folder: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PIP_"))}
    done = subprocess.run(
        [str(item) for item in command], cwd=folder, env=clean, capture_output=True, text=True, encoding="utf-8", check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def packed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source package, made of what git would hold."""
    work = tmp_path_factory.mktemp("goi")
    listed = call(root, "git", "ls-files", "-co", "--exclude-standard", "build_tools", "pyproject.toml", "README.md", "LICENSE").stdout
    for name in listed.splitlines():
        if (root / name).is_file():
            (work / name).parent.mkdir(parents=True, exist_ok=True)
            (work / name).write_bytes((root / name).read_bytes())
    make = "from setuptools import build_meta as made; made.build_wheel('dist'); made.build_sdist('dist')"
    call(work, sys.executable, "-c", make)
    return work


def test_every_file_that_the_tool_reads_is_in_both_packages(packed: Path) -> None:
    wanted = {
        path.relative_to(packed).as_posix()
        for path in (packed / "build_tools").rglob("*")
        if path.is_file() and (path.suffix == ".py" or path.suffix in DATA)
    }
    (wheel,) = (packed / "dist").glob("*.whl")
    (source,) = (packed / "dist").glob("*.tar.gz")
    assert wanted <= set(zipfile.ZipFile(wheel).namelist())
    with tarfile.open(source) as archive:
        assert wanted <= {name.partition("/")[2] for name in archive.getnames()}


def test_installed_it_makes_a_site_of_an_office_with_nothing_else_at_hand(packed: Path, tmp_path: Path) -> None:
    place = tmp_path / "may"
    venv.EnvBuilder(with_pip=False).create(place)
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    (library,) = [path for path in place.rglob("site-packages") if path.is_dir()]
    ours = [path for path in map(Path, sys.path) if path.name == "site-packages"]
    (library / "day.pth").write_text("\n".join(map(str, ours)), encoding="utf-8")
    (wheel,) = (packed / "dist").glob("*.whl")
    call(tmp_path, python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--no-warn-script-location", wheel)
    command = python.with_name("chi-nam")
    where = call(tmp_path, python, "-c", "import build_tools; print(build_tools.__file__)").stdout
    assert str(place) in where
    call(tmp_path, command, "init", "trang", "--name", "Trang Sông Mơ", "--issuer", "Tỉnh ủy Sông Mơ")
    (tmp_path / "bao-cao.txt").write_text(LETTER, encoding="utf-8")
    office = tmp_path / "trang"
    assert "chi-nam build" in call(office, command, "add", "../bao-cao.txt", "--yes").stdout
    assert "1 văn bản" in call(office, command, "check").stderr
    call(office, command, "build", "--strict", "--quiet")
    pages = [path.parent.name for path in (office / "site" / "van-ban").glob("12-bc_tu--*/index.html")]
    assert len(pages) == 1
    assert "01-KL/TW" in (office / "site" / "van-ban" / pages[0] / "index.html").read_text(encoding="utf-8")
    assert (office / "site" / "assets" / "search" / "index").is_dir()
    there = sorted(path.name for path in office.iterdir())
    wanted = {".cache", ".github", ".gitignore", "README.md", "chi-nam.yaml", "data", "docs", "requirements.txt", "site", wheel.name}
    assert there == sorted(wanted)
    assert (office / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1] == f"./{wheel.name}"
