"""Where a site may be built: a built site takes the place of all that lies in its folder, so nothing but an older site may lie there."""

from __future__ import annotations

from pathlib import Path

from build_tools.messages import refusal
from build_tools.model.settings import Content
from build_tools.register.content import SETTINGS

MARKS = ("index.html", "404.html", "assets/search")
"""What every built site has; ``ENOUGH`` of them tell one, in which somebody has lost or deleted a file."""
ENOUGH = 2
KEPT = (".git", SETTINGS)
"""What no site has, and nobody wants taken away with one."""


def site_place(out: Path | None, content: Content) -> Path:
    """The folder ``out``, else ``site`` of the content folder.

    Raises ``InputError`` where a build would take away something else than an older site, or where its pages would lie among what it is
    built from.
    """
    found = out or content.folder / "site"
    whole = found.resolve()
    for kept in (content.folder.resolve(), content.data.resolve()):
        if whole == kept or whole in kept.parents:
            raise refusal("site-place.holds", str(found), folder=kept)
    for kept in (content.data.resolve(), content.docs.resolve()):
        if whole == kept or kept in whole.parents:
            raise refusal("site-place.within", str(found), folder=kept)
    if found.is_dir() and (foreign := _foreign(found)):
        raise refusal("site-place.taken", str(found), name=foreign)
    return found


def _foreign(folder: Path) -> str:
    """Something in a folder that is no part of a built site; "" where there is nothing."""
    if sum((folder / mark).exists() for mark in MARKS) >= ENOUGH:
        return next((name for name in KEPT if (folder / name).exists()), "")
    return min((path.name for path in folder.iterdir()), default="")
