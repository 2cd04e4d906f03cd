"""``init``: a content folder of an office of its own, from which the first build already comes."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest
import yaml

from build_tools.commands import starter_files
from build_tools.commands.main import main
from build_tools.commands.starter_files import STARTER, filled
from tests.commands.cli import run

NAME = 'Tra cứu: Sông Mơ "mới"'
FROM_SOURCE = {
    "requirements": "build_tools/requirements/*.txt",
    "install": "python -m pip install -q --require-hashes -r build_tools/requirements/site.txt",
    "program": "python -m build_tools",
}
"""How the workflows of this repository, where the tool's own source stands beside the content, get the tool and call it."""


def test_a_new_folder_has_a_name_of_its_own_and_no_documents(tmp_path: Path) -> None:
    out = run(tmp_path, "init", "trang", "--name", NAME, "--issuer", "Tỉnh ủy Sông Mơ")
    assert out.returncode == 0, out.stderr
    folder = tmp_path / "trang"
    settings = yaml.safe_load((folder / "chi-nam.yaml").read_text(encoding="utf-8"))
    assert settings == {"name": NAME, "issuer": "Tỉnh ủy Sông Mơ"}
    assert [path.name for path in (folder / "data" / "documents").iterdir()] == [".gitkeep"]
    assert (folder / "data" / "schemas" / "works.schema.json").is_file()
    assert NAME in (folder / "README.md").read_text(encoding="utf-8")
    for path in folder.rglob("*"):
        if path.is_file() and path.parent.name != "schemas":
            assert "Đồng Tháp" not in path.read_text(encoding="utf-8")
    checked = run(folder, "check")
    assert (checked.returncode, "chưa có văn bản nào" in checked.stderr) == (0, True), checked.stderr


def test_what_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("của tôi", encoding="utf-8")
    assert run(tmp_path, "init", ".").returncode == 0
    assert (tmp_path / "README.md").read_text(encoding="utf-8") == "của tôi"
    assert yaml.safe_load((tmp_path / "chi-nam.yaml").read_text(encoding="utf-8")) == {"name": tmp_path.name}
    again = run(tmp_path, "init", ".")
    assert (again.returncode, "init-there" in again.stderr) == (1, True)
    within = run(tmp_path, "init", "data/trang")
    assert (within.returncode, "init-inside" in within.stderr) == (1, True)
    assert not (tmp_path / "data" / "trang").exists()


@pytest.mark.parametrize("command", [["check"], ["build"], ["add", "a.txt"], ["new", "--type", "Kế hoạch", "--number", "1-KH/TU"]])
def test_without_a_content_folder_commands_say_so_in_one_line(tmp_path: Path, command: list[str]) -> None:
    out = run(tmp_path, *command)
    assert out.returncode == 1
    assert len(out.stderr.strip().splitlines()) == 1
    assert "chi-nam init" in out.stderr


def test_new_takes_the_issuer_of_the_settings(tmp_path: Path) -> None:
    for name, more in (("a", ["--issuer", "Tỉnh ủy Sông Mơ"]), ("b", [])):
        assert run(tmp_path, "init", name, *more).returncode == 0
        out = run(tmp_path / name, "new", "--type", "Kế hoạch", "--number", "1-KH/TU")
        assert (out.returncode, "new-issuer" in out.stderr) == ((0, False) if more else (1, True))


@pytest.mark.parametrize("name", ["pages.yml", "pages-large.yml", "inbox.yml"])
def test_this_repository_publishes_as_any_office_does(root: Path, name: str) -> None:
    """Its workflows are those of a new folder, but for where the tool comes from: change ``commands/starter`` and copy."""
    here = (root / ".github" / "workflows" / name).read_text(encoding="utf-8")
    assert here == filled(STARTER / "github" / "workflows" / name, FROM_SOURCE)
    steps = [step.get("run", "") for job in yaml.safe_load(here)["jobs"].values() for step in job["steps"]]
    assert not any("make " in step or "pytest" in step for step in steps)


def test_the_page_on_uploading_is_the_same_everywhere(root: Path) -> None:
    assert (root / "data" / "inbox" / "README.md").read_bytes() == (STARTER / "data" / "inbox" / "README.md").read_bytes()


@pytest.mark.slow
def test_an_empty_folder_gives_a_site_that_welcomes(tmp_path: Path) -> None:
    assert run(tmp_path, "init", "trang", "--name", "Trang Sông Mơ", "--issuer", "Tỉnh ủy Sông Mơ").returncode == 0
    folder = tmp_path / "trang"
    with (folder / "chi-nam.yaml").open("a", encoding="utf-8") as file:
        file.write("address: Số 1 đường Bến Gỗ\ncolour: '#114b7a'\nlogo: dau.svg\n")
    (folder / "dau.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
    out = run(folder, "build", "--strict")
    assert out.returncode == 0, out.stderr
    home = (folder / "site" / "index.html").read_text(encoding="utf-8")
    for words in (
        "Trang Sông Mơ",
        "Trang do Tỉnh ủy Sông Mơ quản lý.",
        "Số 1 đường Bến Gỗ",
        "assets/bieu-trung.svg",
        "assets/mau.css",
        "Chưa có văn bản",
    ):
        assert words in home, words
    assert "Chỉ nam" not in home
    assert "Trang Sông Mơ" in (folder / "site" / "gioi-thieu" / "index.html").read_text(encoding="utf-8")
    assert "#114b7a" in (folder / "site" / "assets" / "mau.css").read_text()


@pytest.mark.parametrize("more", [[], ["--issuer", "Tỉnh ủy Sông Mơ"]])
def test_the_lines_of_its_readme_that_record_a_replacement_can_be_followed_as_they_stand(tmp_path: Path, more: list[str]) -> None:
    assert run(tmp_path, "init", "trang", *more).returncode == 0
    lines = [line for line in (tmp_path / "trang" / "README.md").read_text(encoding="utf-8").splitlines() if " register add " in line]
    assert len(lines) == 2
    for line in lines:
        out = run(tmp_path / "trang", *shlex.split(line)[1:])
        assert out.returncode == 0, out.stderr
    assert "--replaces" in lines[1]


def test_a_new_folder_takes_along_the_package_that_the_tool_was_installed_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "tải về" / "chi_nam-0.1.0-py3-none-any.whl"
    package.parent.mkdir()
    package.write_bytes(b"PK")
    origin = {"url": package.as_uri(), "archive_info": {}}
    monkeypatch.setattr(starter_files, "_origin", lambda: origin)
    assert main(["init", str(tmp_path / "a")]) == 0
    assert (tmp_path / "a" / package.name).read_bytes() == b"PK"
    assert (tmp_path / "a" / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1] == f"./{package.name}"
    package.unlink()
    assert main(["init", str(tmp_path / "b")]) == 0
    assert (tmp_path / "b" / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1].startswith("chi-nam==")
