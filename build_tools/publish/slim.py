"""What the theme brings and this site never asks for: its program, its search engine and workers, maps of minified files (2.5 MB)."""

from __future__ import annotations

import shutil
from pathlib import Path

FOLDERS = ("assets/javascripts",)
MAPS = ("*.js.map", "*.css.map")


def slim(site: Path) -> None:
    """Take it out of a built site. Ours is ``theme/assets/frame.js``; the search answers in the page itself."""
    for folder in FOLDERS:
        shutil.rmtree(site / folder, ignore_errors=True)
    for pattern in MAPS:
        for path in site.rglob(pattern):
            path.unlink()
