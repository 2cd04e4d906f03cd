"""What is read of many shapes stays as it is, or changes before somebody's eyes: ``python -m tests.shapes.refresh``, judge, commit."""

from __future__ import annotations

import difflib

from tests.shapes.pages import PINNED, pages


def test_what_is_read_is_what_was_judged() -> None:
    changed: list[str] = []
    seen = set()
    for name, text in pages():
        path = PINNED / name
        seen.add(path)
        pinned = path.read_text(encoding="utf-8") if path.exists() else ""
        changed += difflib.unified_diff(pinned.splitlines(), (text + "\n").splitlines(), name, name, lineterm="", n=0)
    assert not changed, "python -m tests.shapes.refresh, judge each difference, commit:\n" + "\n".join(changed[:60])
    assert set(PINNED.rglob("*.txt")) == seen
