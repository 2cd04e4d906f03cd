"""What a unit says of its own site, in the one settings file of its content folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

Export = Literal["csv", "json", "ics", "atom"]
"""Tables and lists for spreadsheets and for programs, calendars of deadlines, feeds of what is new."""
EXPORTS: tuple[Export, ...] = get_args(Export)


@dataclass(frozen=True, slots=True)
class Settings:
    """``name`` of the site, ``description`` for search engines, ``issuer`` the body whose site it is, ``address`` how to reach it.

    ``url`` is the public address that the pages are published under, ``colour`` the ground of the page's head ("#7d1a12"), ``logo`` a
    picture within the content folder. "" is not stated. ``exports``: the kinds of files that stand beside the pages to be taken away.
    """

    name: str = "Chỉ nam"
    description: str = ""
    issuer: str = ""
    address: str = ""
    url: str = ""
    colour: str = ""
    logo: str = ""
    exports: tuple[Export, ...] = EXPORTS

    @property
    def has_feeds(self) -> bool:
        """True for a site that has feeds: one that says where it is published, and does not leave them out."""
        return bool(self.url) and "atom" in self.exports


GENERATED = "_generated"
"""The folder within ``docs`` that the site generator reads; it holds the lock of a build too."""

UNSTATED = Settings()
"""Of a site that states nothing of itself."""


@dataclass(frozen=True, slots=True)
class Content:
    """A content folder: its settings, documents and register (``data``), pages written by hand (``docs``)."""

    folder: Path
    data: Path
    settings: Settings = UNSTATED

    @property
    def register(self) -> Path:
        """The unit's own register."""
        return self.data / "register"

    @property
    def documents(self) -> Path:
        """One folder for each document."""
        return self.data / "documents"

    @property
    def docs(self) -> Path:
        """Pages written by hand; the folder in it that a build writes is no page."""
        return self.folder / "docs"

    @property
    def logo(self) -> Path | None:
        """The file of the logo."""
        return self.folder / self.settings.logo if self.settings.logo else None
