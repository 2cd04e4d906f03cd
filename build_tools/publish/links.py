"""Every link of a built site is followed: the file it names must be there, and the place in it. The generator checks Markdown only."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from build_tools.messages import finding
from build_tools.model.diagnostic import Diagnostic

LINK = re.compile(rb"""<(?:a|area|link|script|img|iframe|source)\s(?:[^>"']|"[^"]*"|'[^']*')*?\b(?:href|src)=(?:"([^"]*)"|'([^']*)')""")
PLACE = re.compile(rb"""\s(?:id|name)=(?:"([^"]+)"|'([^']+)')""")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
ANYWHERE = "404.html"
"""A server shows this page under any address: its links are not relative to a place of its own."""


def dead_links(site: Path) -> Iterator[Diagnostic]:
    """One finding for each link of a page that leads nowhere, page by page."""
    places: dict[str, frozenset[str]] = {}
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    linked: dict[str, tuple[str, ...]] = {}
    for page in pages:
        data = (site / page).read_bytes()
        places[page] = frozenset(_words(match) for match in PLACE.finditer(data))
        linked[page] = tuple(dict.fromkeys(_words(match) for match in LINK.finditer(data)))
    for page in pages:
        for address in linked[page] if page != ANYWHERE else ():
            if problem := _problem(page, address, files, places):
                yield finding(f"dead-link.{problem}", page, address=address)


def _words(match: re.Match[bytes]) -> str:
    return html.unescape(next(group for group in match.groups() if group is not None).decode())


def _problem(page: str, address: str, files: set[str], places: dict[str, frozenset[str]]) -> str:
    """ "file" or "place" where the address leads nowhere, else nothing."""
    if ELSEWHERE.match(address):
        return ""
    path, _, anchor = address.partition("#")
    path = unquote(path.partition("?")[0])
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if target not in files and f"{target}/index.html".removeprefix("./") in files:
        target = f"{target}/index.html".removeprefix("./")
    if target not in files:
        return "file"
    return "place" if anchor and target in places and unquote(anchor) not in places[target] else ""
