"""A copy of the project in which a recipe is carried out."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


def copied(root: Path, to: Path, *folders: str, leave: tuple[str, ...] = ()) -> Path:
    """Copy ``build_tools`` and further folders of the project; what Python compiled of files that stay the same is copied with them."""
    for folder in ("build_tools", *folders):
        shutil.copytree(root / folder, to / folder, ignore=shutil.ignore_patterns("*.pyc.*", *leave))
    if sys.pycache_prefix:  # compiled modules lie elsewhere
        compiled = Path(sys.pycache_prefix, *root.parts[1:])
        for path in compiled.glob("build_tools/**/*.pyc"):
            beside = to / path.relative_to(compiled).parent / "__pycache__"
            beside.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, beside)
    return to


def surroundings() -> dict[str, str]:
    """The environment in which a copy finds its own compiled modules."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONPYCACHEPREFIX"}
