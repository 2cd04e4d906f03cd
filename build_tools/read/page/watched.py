"""The laid-out pages of a file, for whoever shows where on them something was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from build_tools.read.page.layout import Page


@dataclass(slots=True)
class Watched:
    """Every laid-out page that was read, and by its number the picture on which the words of a turned one stand, as ``shown`` made it."""

    shown: Callable[[Any], bytes]
    pages: list[Page] = field(default_factory=list)
    pictures: dict[int, bytes] = field(default_factory=dict)


_watched: ContextVar[Watched | None] = ContextVar("watched", default=None)


@contextmanager
def pages_watched(shown: Callable[[Any], bytes]) -> Iterator[Watched]:
    """Inside the block every page that is read is kept; ``shown`` makes of a picture what a browser shows."""
    kept = Watched(shown)
    token = _watched.set(kept)
    try:
        yield kept
    finally:
        _watched.reset(token)


def page_read(page: Page) -> None:
    """A laid-out page is read."""
    kept = _watched.get()
    if kept is not None:
        kept.pages.append(page)


def picture_turned(number: int, picture: Any) -> None:
    """The picture of a page was turned or set straight before it was read: the words stand on this one, not on the file's."""
    kept = _watched.get()
    if kept is not None:
        kept.pictures[number] = kept.shown(picture)
