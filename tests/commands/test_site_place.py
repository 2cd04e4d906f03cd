"""A build takes the place of all that lies in its folder: only where that is an older site."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.commands.main import main
from build_tools.commands.site_place import site_place
from build_tools.model.diagnostic import InputError
from build_tools.model.settings import Content
from tests.commands.test_commands import old_site


@pytest.fixture
def content(tmp_path: Path) -> Content:
    folder = tmp_path / "don-vi" / "tra-cuu"
    (folder / "data" / "documents").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "chi-nam.yaml").write_text("name: Trang Sông Mơ\n", encoding="utf-8")
    return Content(folder, folder / "data")


@pytest.mark.parametrize("place", ["", "data", "data/documents", "data/moi", "docs", "docs/site", ".."])
def test_not_over_nor_among_what_a_site_is_made_from(content: Content, place: str) -> None:
    with pytest.raises(InputError):
        site_place(content.folder / place, content)


def test_not_over_data_that_lie_elsewhere(content: Content, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        site_place(tmp_path / "kho", Content(content.folder, tmp_path / "kho" / "data"))


@pytest.mark.parametrize("name", [".git", "chi-nam.yaml"])
def test_not_over_an_older_site_with_something_else_in_it(content: Content, name: str) -> None:
    (old_site(content.folder / "site") / name).write_text("", encoding="utf-8")
    with pytest.raises(InputError) as told:
        site_place(None, content)
    assert name in str(told.value.diagnostics[0])


@pytest.mark.parametrize("make", ["absent", "empty", "older", "looked at", "without a page"])
def test_in_a_new_folder_an_empty_one_or_an_older_site(content: Content, make: str) -> None:
    site = content.folder / "site"
    if make == "empty":
        site.mkdir()
    elif make != "absent":
        old_site(site)
    if make == "looked at":
        (site / "Thumbs.db").write_bytes(b"")
    if make == "without a page":
        (site / "index.html").unlink()
    assert site_place(None, content) == site


@pytest.mark.parametrize("command", ["build", "serve", "desk"])
def test_every_command_says_so_in_one_line_and_takes_nothing(content: Content, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    mine = content.folder.parent / "cua-toi"
    mine.mkdir()
    (mine / "luan-van.docx").write_bytes(b"x")
    for out in (mine, content.folder):
        assert main([command, "--content", str(content.folder), "--out", str(out)]) == 1
        (line,) = capsys.readouterr().err.splitlines()
        assert "[site-place]" in line
    assert [path.name for path in mine.iterdir()] == ["luan-van.docx"]
    assert (content.folder / "chi-nam.yaml").is_file()
