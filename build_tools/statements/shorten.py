"""Words of a text cut to a length that can be shown."""

from __future__ import annotations


def shorten(text: str, limit: int = 120) -> str:
    """``text`` in one line, cut at a word with an ellipsis when it is longer than ``limit`` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:-–") + "…"
