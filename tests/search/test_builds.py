"""A site that is published anew under a reader who searches it: right answers, or one honest line."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from build_tools.search import Record, build_index
from tests.search.node import run_node

OLD = [Record(f"o{at}", f"cu/{at}/", "document", f"Sổ trực bến đò {at}", body=f"Đò ngang số {at} nghỉ mùa lũ.") for at in range(9)]
NEW = [
    *OLD[4:],
    *(Record(f"n{at}", f"moi/{at}/", "document", f"Sổ giữ rừng {at}", body=f"Rừng khe {at} cấm đốt nương.") for at in range(9)),
]


@pytest.fixture
def builds(tmp_path: Path) -> tuple[Path, Path]:
    """Two builds of one site."""
    build_index(OLD, tmp_path / "old")
    build_index(NEW, tmp_path / "new")
    return tmp_path / "old", tmp_path / "new"


def ask(index: Path, *queries: dict[str, Any]) -> list[dict[str, Any]]:
    answers: list[dict[str, Any]] = run_node({"index": str(index), "queries": list(queries)})
    return answers


def urls(answer: dict[str, Any]) -> list[str]:
    return [hit["url"] for hit in answer["hits"]]


def test_a_page_that_was_open_finds_what_is_published_now(builds: tuple[Path, Path]) -> None:
    old, new = builds
    before, after, again = ask(
        old, {"query": "bến đò 2"}, {"query": "cấm đốt nương", "published": str(new)}, {"query": "nghỉ mùa lũ", "published": str(new)}
    )
    assert urls(before)[0] == "cu/2/"
    assert {url.split("/")[0] for url in urls(after)} == {"moi"}
    assert (after["broken"], again["broken"]) == ([], [])
    assert set(urls(again)) == {f"cu/{at}/" for at in range(4, 9)}


def test_without_files_of_either_build_it_is_said(builds: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = builds
    # half of a publish: the new manifest has come, its files have not
    (tmp_path / "half").mkdir()
    shutil.copy(new / "index.js", tmp_path / "half")
    before, after = ask(old, {"query": "bến đò 2"}, {"query": "cấm đốt nương", "published": str(tmp_path / "half")})
    assert before["broken"] == []
    assert after["broken"] != []


def test_a_manifest_without_its_files_is_noticed(builds: tuple[Path, Path]) -> None:
    old, _ = builds
    (first,) = (path for path in old.iterdir() if path.is_dir())
    shutil.rmtree(first)
    (answer,) = ask(old, {"query": "cấm đốt nương"})
    assert answer["broken"] != []
    assert urls(answer) == []


def test_a_build_is_named_for_what_it_holds(builds: tuple[Path, Path]) -> None:
    new = builds[1]
    names = [[path.name for path in build.iterdir() if path.is_dir()] for build in builds]
    assert [len(row) for row in names] == [1, 1]
    assert names[0] != names[1]
    build_index(OLD, new)
    assert [path.name for path in new.iterdir() if path.is_dir()] == names[0]
