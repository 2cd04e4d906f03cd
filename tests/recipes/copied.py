"""A copy of the project in which a recipe is carried out."""

from __future__ import annotations

import shutil
from pathlib import Path


def copied(root: Path, to: Path, *folders: str, leave: tuple[str, ...] = ()) -> Path:
    """Copy ``build_tools`` and further folders of the project; what Python compiled of files that stay the same is copied with them."""
    for folder in ("build_tools", *folders):
        shutil.copytree(root / folder, to / folder, ignore=shutil.ignore_patterns("*.pyc.*", *leave))
    return to
