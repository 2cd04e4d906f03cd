"""Several machines read, one builds from what they read; the workflow that does so says what these commands understand."""

from __future__ import annotations

import shutil
from pathlib import Path
from shlex import split

import pytest
import yaml

from build_tools.commands.check_share import share_named
from build_tools.graph import readings
from build_tools.model.diagnostic import InputError
from tests.commands.cli import run
from tests.conftest import ROOT
from tests.content import OFFICE
from tests.site.built import snapshot

LARGE = ROOT / ".github" / "workflows" / "pages-large.yml"
PROGRAM = "python -m build_tools "


def commands(job: str) -> list[str]:
    steps = yaml.safe_load(LARGE.read_text("utf-8"))["jobs"][job]["steps"]
    return [step["run"].removeprefix(PROGRAM) for step in steps if step.get("run", "").startswith(PROGRAM)]


@pytest.mark.parametrize(("text", "meant"), [("1/1", (1, 1)), ("2/4", (2, 4)), ("4/4", (4, 4))])
def test_a_share_is_named(text: str, meant: tuple[int, int]) -> None:
    assert share_named(text) == meant


@pytest.mark.parametrize("text", ["", "2", "0/4", "5/4", "1/0", "-1/4", "a/b", "1/4/5", "١/٢"])
def test_what_names_no_share_is_told(text: str) -> None:
    with pytest.raises(InputError, match="check-share"):
        share_named(text)


@pytest.mark.slow
def test_what_the_shares_read_is_read_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office = shutil.copytree(OFFICE, tmp_path / "office")
    read: list[str] = []
    really_read = readings.read_source
    monkeypatch.setattr(readings, "read_source", lambda source, register: read.append(source.path) or really_read(source, register))
    shares = yaml.safe_load(LARGE.read_text("utf-8"))["jobs"]["read"]["strategy"]["matrix"]["share"]
    (reading,), (building,) = commands("read"), commands("build")
    for share in shares:
        done = run(office, *split(reading.replace("${{ matrix.share }}", str(share))), "--cache", ".cache")
        assert done.returncode == 0, done.stderr
        assert f"{share}/{len(shares)}" in done.stderr
    assert len(read) == len(set(read)) == len(list((office / "data/documents").glob("*/metadata.yaml")))
    read.clear()
    done = run(office, *split(building.replace("${BASE_URL:-http://localhost}", "http://localhost")), "--cache", ".cache")
    assert done.returncode == 0, done.stderr
    assert read == []
    assert snapshot(office / "site")
