"""What the search finds of a work is made anew only where some of what it rests on is otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from build_tools.cache import Store
from build_tools.render import found
from build_tools.render.unchanged import Ledger
from build_tools.search import Group
from build_tools.views import Lookup, search_records
from tests.site import sample


def test_records_of_works_are_made_once_and_are_those_of_a_build_from_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, plain = Store(tmp_path), tuple(search_records(Lookup(sample.site())))
    made: list[str] = []
    really = found.work_records
    monkeypatch.setattr(found, "work_records", lambda work, lookup: made.append(work) or really(work, lookup))
    works = [work.id for work in sample.site().works]

    def records() -> tuple[object, ...]:
        made.clear()
        lookup = Lookup(sample.site())
        told = tuple(one for item in found.kept_records(lookup, store) for one in (item.records if isinstance(item, Group) else (item,)))
        Ledger.of(lookup, store).close()
        return told

    assert records() == plain
    assert made == works
    assert records() == plain
    assert made == []
    for path in (tmp_path / found.KIND).rglob("*"):
        if path.is_file():
            path.write_bytes(b"")
            break
    assert records() == plain
    assert len(made) == 1
