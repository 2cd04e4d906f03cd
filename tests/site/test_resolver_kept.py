"""The script that reads pasted letters is made once for one grammar and one register, whichever content folder asks for it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from build_tools.cache import Store, beside
from build_tools.publish import resolver
from build_tools.views import Lookup
from tests.site import sample


def test_a_script_is_made_once_and_never_taken_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(beside, "BESIDE", tmp_path / "beside")
    monkeypatch.setattr(resolver, "reader_script", lambda register: made.append("") or f"lời {len(made)}")
    lookup = Lookup(sample.site())

    def script(folder: str | None) -> str:
        return dict(resolver.resolver_files(lookup, Store(tmp_path / folder if folder else None)))[f"{resolver.FOLDER}/doc.js"].decode()

    assert script("one") == script("one") == script("two") == "lời 1"
    assert script(None) == "lời 2", "who asks for nothing kept gets nothing kept"
    (kept,) = (tmp_path / "beside").glob("reader-*")
    kept.write_bytes(kept.read_bytes()[:-1])
    assert script("three") == "lời 3"
    assert script("four") == "lời 3"
    monkeypatch.setattr(resolver, "program", lambda: "another")
    assert script("four") == "lời 4"
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    (tmp_path / "beside").rename(tmp_path / "away")
    assert script("five") == "lời 5"
    assert not (tmp_path / "beside").exists()
