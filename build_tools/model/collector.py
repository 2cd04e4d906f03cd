"""Python's collector of circles, called seldom."""

from __future__ import annotations

import gc

NEW = 100_000
"""How many more values than were given back may have been made before the newest are looked at; Python's own figure is 700."""


def seldom() -> None:
    """Let the collector of circles look seldom, in this process and those that it forks.

    The values of a document are frozen and made from the leaves up, so that no circle can hold them: they are gone when nobody holds
    them. Looking for circles among tens of thousands of them again and again takes a sixth of the time of reading and finds nothing.
    """
    gc.set_threshold(NEW, 20, 20)
