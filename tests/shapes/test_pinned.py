"""What is read of many shapes stays as it is, or changes before somebody's eyes: ``python -m tests.shapes.refresh``, judge, commit."""

from __future__ import annotations

import difflib
from functools import cache

import pytest

from tests.shapes.pages import PINNED, Page, pages

PARTS = [(page, number) for page in pages() for number in range(len(page.parts))]


@cache
def pinned(page: Page) -> tuple[str, ...]:
    return page.pinned()


@pytest.mark.parametrize(("page", "number"), PARTS, ids=[f"{page.name}-{number}" for page, number in PARTS])
def test_what_is_read_is_what_was_judged(page: Page, number: int) -> None:
    before, now = pinned(page)[number], page.parts[number].make()
    changed = list(difflib.unified_diff(before.splitlines(), now.splitlines(), page.name, page.name, lineterm="", n=0))
    assert before == now, "python -m tests.shapes.refresh, judge each difference, commit:\n" + "\n".join(changed[:60])


def test_nothing_else_is_pinned() -> None:
    assert set(PINNED.rglob("*.txt")) == {PINNED / page.name for page in pages()}
