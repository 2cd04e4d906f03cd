"""What takes the room of a site, told by sorts of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.commands import build
from build_tools.commands.weight import Share, shares
from tests.commands.test_incremental import Office
from tests.content import few_works


def test_files_are_counted_by_sort_the_heaviest_first() -> None:
    sizes = {
        "index.html": 3,
        "van-ban/a/index.html": 40,
        "van-ban/b/index.html": 50,
        "van-ban/b/goc.pdf": 70,
        "assets/search/index/ab/t/0.js": 20,
        "assets/search/search.js": 5,
        "assets/main.css": 1,
    }
    assert shares(sizes) == (
        Share("pages", "van-ban", 2, 90),
        Share("files", "van-ban", 1, 70),
        Share("index", "", 1, 20),
        Share("frame", "", 2, 6),
        Share("pages", "", 1, 3),
    )


@pytest.mark.slow
def test_a_site_too_heavy_for_its_host_is_told(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "LIMIT", 1000)
    office = Office.new(root, tmp_path / "office", works=False)
    with few_works(tmp_path / "national"):
        done = office.build("site", "--no-cache", "--weight")
    assert "[site-heavy]" in done.stderr
    assert "trang HTML van-ban/ (" in done.stderr
