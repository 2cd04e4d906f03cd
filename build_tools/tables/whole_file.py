"""A file is written whole or not at all: whatever stops that (a full disk, a closed window), what was there before is there still."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Put ``text`` into ``path``, with its line ends as they are. Raises ``OSError``, ``path`` then being as it was."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_bytes(text.encode("utf-8"))
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
