"""Words cut to a length for labels and lists."""

from __future__ import annotations


def cut_words(line: str, limit: int, sign: str) -> str:
    """``line``, cut between words with ``sign`` after them when it is longer than ``limit`` characters."""
    return line if len(line) <= limit else line[: limit - 1].rsplit(" ", 1)[0].rstrip(' ,;:.-–(“"') + sign


def shorten(text: str, limit: int = 120) -> str:
    """``text`` in one line of at most ``limit`` characters.

    >>> shorten("Giữ gìn bến nước, đò ngang", 20)
    'Giữ gìn bến nước…'
    """
    return cut_words(" ".join(text.split()), limit, "…")
