"""The index files: same input, same bytes; what cannot be right is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.search import Options, Record, build_index
from build_tools.search.index import FORMAT
from build_tools.search.install import ASSETS
from tests.search.sample import RECORDS, build


def test_same_records_same_bytes(tmp_path: Path) -> None:
    one, two = build(tmp_path / "one"), tmp_path / "two"
    build_index(reversed(RECORDS[:1]), two)
    build(two)
    files = {path.relative_to(one): path.read_bytes() for path in one.rglob("*.js")}
    assert files
    for name, data in files.items():
        assert (two / name).read_bytes() == data


def test_files_of_an_older_index_are_removed_and_others_kept(tmp_path: Path) -> None:
    (tmp_path / "own.js").write_text("const mine = 1")
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "98.js").write_text('cnPut("")')
    (tmp_path / "t" / "99.js").write_text('chiNamSearch.put("t/99","")')
    build(tmp_path)
    assert (tmp_path / "own.js").exists()
    assert not (tmp_path / "t").exists()


def test_no_records_make_an_index_too(tmp_path: Path) -> None:
    report = build_index([], tmp_path)
    assert (report.records, report.groups) == (0, 0)
    assert (tmp_path / "index.js").exists()


@pytest.mark.parametrize(
    ("records", "words"),
    [
        ([Record("a", "a/", "document", "A"), Record("a", "b/", "document", "B")], "one id"),
        ([Record("a", "a/", "poem", "A")], "unknown kind"),
        ([Record("a", "a/", "provision", "A", group="b")], "is part of b"),
    ],
)
def test_what_cannot_be_right_is_refused(records: list[Record], words: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=words):
        build_index(records, tmp_path)


def test_every_kind_and_facet_has_a_name() -> None:
    for key, name in Options().kinds + Options().facets:
        assert key.isascii()
        assert name.strip() == name != ""


def test_engine_and_index_agree_on_the_format() -> None:
    lookup = (ASSETS / "engine" / "lookup.js").read_text("utf-8")
    assert f"const FORMAT = {FORMAT}\n" in lookup
