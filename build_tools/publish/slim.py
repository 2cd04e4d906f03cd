"""What the theme brings and this site never asks for: its own search engine, its workers, maps of minified scripts (2.3 MB)."""

from __future__ import annotations

import shutil
from pathlib import Path

FOLDERS = ("assets/javascripts/lunr", "assets/javascripts/workers")
MAPS = ("*.js.map", "*.css.map")


def slim(site: Path) -> None:
    """Take it out of a built site. Our search answers in the page itself (see ``search/assets/boot.js``)."""
    for folder in FOLDERS:
        shutil.rmtree(site / folder, ignore_errors=True)
    for pattern in MAPS:
        for path in site.rglob(pattern):
            path.unlink()
