"""Tells whoever listens how far a slow reading (recognition, a second and more a page) has come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int, str], None]
"""Called with (pages done, pages in all, file)."""

_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)


@contextmanager
def heard_by(listener: Listener) -> Iterator[None]:
    """Inside the block, ``listener`` hears of every slow page."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def tell(done: int, total: int, name: str) -> None:
    """A slow page is done."""
    listener = _listener.get()
    if listener is not None:
        listener(done, total, name)
