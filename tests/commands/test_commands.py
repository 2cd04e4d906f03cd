"""Every command of the README and of ``--help`` does what it says, on a copy of the shipped data."""

from __future__ import annotations

import errno
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.commands.main import COMMANDS, main
from tests.commands.cli import run
from tests.content import DATA, OFFICE


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_has_an_example(root: Path, command: str) -> None:
    out = run(root, command, "--help")
    assert out.returncode == 0
    assert f"python -m build_tools {command}" in out.stdout


def test_unknown_command_exits_with_2(root: Path) -> None:
    out = run(root, "không-có")
    assert out.returncode == 2
    assert "Traceback" not in out.stderr


@pytest.mark.slow
def test_the_process_itself_speaks_utf8_and_exits_as_the_command_says(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build_tools", "check", "--data", str(tmp_path / "không-có")]
    out = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False)
    assert out.returncode == 1
    assert "không-có" in out.stderr
    assert "Traceback" not in out.stderr


def test_check_of_the_shipped_data_finds_no_error(root: Path) -> None:
    out = run(OFFICE, "check")
    assert out.returncode == 0, out.stderr
    assert "0 lỗi" in out.stderr


def test_no_colour_when_not_wanted(root: Path) -> None:
    out = run(OFFICE, "check", NO_COLOR="1", FORCE_COLOR="")
    assert "\x1b[3" not in out.stderr


def test_quiet_says_nothing(root: Path) -> None:
    out = run(OFFICE, "check", "--quiet")
    assert (out.returncode, out.stdout, out.stderr) == (0, "", "")


def test_new_makes_a_document_that_check_accepts(root: Path, data: Path) -> None:
    arguments = ["--type", "Kết luận", "--number", "12-KL/TU", "--issuer", "Tỉnh ủy Đồng Tháp", "--date", "2022-03-05"]
    out = run(OFFICE, "new", *arguments, "--data", str(data))
    assert out.returncode == 0, out.stderr
    folder = next(path for path in (data / "documents").iterdir() if path.name.startswith("12-"))
    assert "KẾT LUẬN" in (folder / "source.md").read_text(encoding="utf-8")
    checked = run(OFFICE, "check", "--data", str(data))
    assert checked.returncode == 0, checked.stderr
    assert "3 văn bản" in checked.stderr
    again = run(OFFICE, "new", *arguments, "--data", str(data))
    assert again.returncode == 1
    assert "đã có thư mục" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--type", "Thơ", "--number", "1-T/TU", "--issuer", "X"], "không có loại văn bản"),
        (["--type", "Kết luận", "--number", "1-KL/TU", "--issuer", "X", "--date", "2021-02-30"], "ngày không có thật"),
    ],
)
def test_new_refuses(root: Path, data: Path, arguments: list[str], says: str) -> None:
    out = run(OFFICE, "new", *arguments, "--data", str(data))
    assert out.returncode == 1
    assert says in out.stderr
    assert "Traceback" not in out.stderr


FAULTS = {
    "wrong key": ("documents/526-bc-tu-sa-dec/metadata.yaml", "kind: digest", "kinf: digest", "metadata.yaml:"),
    "wrong type": ("documents/526-bc-tu-sa-dec/metadata.yaml", "kind: digest", "kind: [digest]", "metadata.yaml:"),
    "impossible date": ("documents/526-bc-tu-sa-dec/metadata.yaml", "kind: digest", "kind: digest\nissued_on: 2022-02-30", "2022-02-30"),
    "unknown theme": ("documents/526-bc-tu-sa-dec/metadata.yaml", "  - hoc-tap-va-lam-theo-bac", "  - khong-co", "khong-co"),
    "register key": ("register/themes.yaml", "name:", "nane:", "themes.yaml:"),
}


def old_site(folder: Path) -> Path:
    """What is known for a site that was built before."""
    (folder / "assets" / "search").mkdir(parents=True)
    for name in ("index.html", "404.html"):
        (folder / name).write_text("cũ", encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", FAULTS)
def test_faulty_data_gives_file_line_and_remedy_and_keeps_the_old_site(root: Path, data: Path, tmp_path: Path, name: str) -> None:
    file, old, new, says = FAULTS[name]
    path = data / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    site = old_site(tmp_path / "site")
    out = run(OFFICE, "build", "--data", str(data), "--out", str(site))
    assert out.returncode == 1, out.stderr
    assert says in out.stderr
    assert re.search(r"\[[a-z-]+\]", out.stderr)
    assert "Traceback" not in out.stderr
    assert (site / "index.html").read_text(encoding="utf-8") == "cũ"
    assert sorted(path.name for path in site.iterdir()) == ["404.html", "assets", "index.html"]


def test_one_identity_twice_and_empty_folders_are_errors(root: Path, data: Path, tmp_path: Path) -> None:
    shutil.copytree(data / "documents/526-bc-tu-sa-dec", data / "documents/lap-lai")
    (data / "documents/rong").mkdir()
    out = run(OFFICE, "check", "--data", str(data))
    assert out.returncode == 1
    assert "rong" in out.stderr
    (data / "documents/rong").rmdir()
    out = run(OFFICE, "check", "--data", str(data))
    assert out.returncode == 1
    assert "lap-lai" in out.stderr
    missing = run(OFFICE, "build", "--data", str(tmp_path / "khong-co"), "--out", str(tmp_path / "site"))
    assert missing.returncode == 1
    assert "khong-co" in missing.stderr
    assert "Traceback" not in missing.stderr


def test_make_targets_of_the_readme_exist(root: Path) -> None:
    readme = (root / "README.md").read_text(encoding="utf-8")
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"(?:^|`)make ([a-z]+)", readme, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for command in set(re.findall(r"python -m build_tools ([a-z]+)", readme)):
        assert command in COMMANDS, command


def test_a_full_disk_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(args: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", "site.new/index.html")

    monkeypatch.setattr("build_tools.commands.check.run", full)
    assert main(["check"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "ổ đĩa đầy [system-refused]" in line
    assert "site.new/index.html" in line
