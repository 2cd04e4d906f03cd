"""The laid-out pages of a file, for whoever shows where on them something was read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from build_tools.read.page.layout import Page

_pages: ContextVar[list[Page] | None] = ContextVar("pages", default=None)


@contextmanager
def pages_watched() -> Iterator[list[Page]]:
    """Inside the block every laid-out page that is read is put into the list: its words with their places, as recognised or printed."""
    kept: list[Page] = []
    token = _pages.set(kept)
    try:
        yield kept
    finally:
        _pages.reset(token)


def page_read(page: Page) -> None:
    """A laid-out page is read."""
    kept = _pages.get()
    if kept is not None:
        kept.append(page)
