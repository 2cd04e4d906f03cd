"""Names of files that people bring, as any file system takes them."""

from __future__ import annotations

from pathlib import PurePosixPath

NAME_LENGTH = 150
"""Bytes of a file's name are at most 255, a Vietnamese letter has up to three."""


def safe_name(name: str, taken: str = "") -> str:
    """A file's name without folders and what no file system takes; never ``taken``, a name that means something else there."""
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join("_" if letter in '<>:"|?*' or not letter.isprintable() else letter for letter in last).strip(". ")
    stem, dot, ending = plain.rpartition(".")
    short = f"{stem[:NAME_LENGTH]}{dot}{ending[:10]}" if dot else plain[:NAME_LENGTH]
    while len(short.encode("utf-8")) > 240:
        stem = stem[: len(stem) * 9 // 10]
        short = f"{stem}{dot}{ending[:10]}"
    return f"_{short}" if short == taken or not short else short
