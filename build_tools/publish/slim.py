"""Less than the generator writes: what the theme brings and this site never asks for (its program, its search engine and workers, maps of
minified files; 2.5 MB) goes, and our own scripts get short names."""

from __future__ import annotations

import shutil
from pathlib import Path

from build_tools.scripts import kept_short
from build_tools.search import HEAD_SCRIPT

FOLDERS = ("assets/javascripts",)
ASSETS, MAPS = "assets", ("*.js.map", "*.css.map")
"""Elsewhere in the site another process may be at work on the search index: who looks there may find a folder gone."""
THEME = Path(__file__).with_name("theme")
SCRIPTS = "assets/*.js"
"""Ours, in the theme and in the site."""
SCRIPT = "assets/chi-nam.js"
JOINED = (HEAD_SCRIPT, "assets/frame.js", SCRIPT)
"""What every page loads, in its order: of a built site one file, ``SCRIPT``. Each file that is asked for costs an old machine time."""


def slim(site: Path) -> None:
    """Take it out of a built site. Ours is ``theme/assets/frame.js``; the search answers in the page itself.

    A script that somebody's own content has put in the place of ours stays as it was written."""
    for folder in FOLDERS:
        shutil.rmtree(site / folder, ignore_errors=True)
    for pattern in MAPS:
        for path in (site / ASSETS).rglob(pattern):
            path.unlink()
    for path in sorted(THEME.glob(SCRIPTS)):
        code, copied = path.read_bytes(), site / path.relative_to(THEME)
        if copied.is_file() and copied.read_bytes() == code:
            copied.write_bytes(kept_short(code.decode("utf-8")).encode("utf-8"))


def join(site: Path) -> None:
    """Make one file of the scripts that every page loads, as they lie in a built site."""
    whole = ";\n".join((site / path).read_text("utf-8") for path in JOINED)
    for path in JOINED:
        (site / path).unlink()
    (site / SCRIPT).write_text(whole, "utf-8")
