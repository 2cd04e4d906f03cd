"""A text as it may be published: it has no properties that tell of anybody."""

from __future__ import annotations

from pathlib import Path


def clean(path: Path, data: bytes) -> bytes:
    """The same bytes."""
    return data
