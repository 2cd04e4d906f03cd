"""Every link of a built site is followed: the file it names must be there, and the place in it. The generator checks Markdown only."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote

from build_tools.messages import finding
from build_tools.model.diagnostic import Diagnostic
from build_tools.publish.standing import Seen

LINK = re.compile(rb"""<(?:a|area|link|script|img|iframe|source)\s(?:[^>"']|"[^"]*"|'[^']*')*?\b(?:href|src)=(?:"([^"]*)"|'([^']*)')""")
PLACE = re.compile(rb"""\s(?:id|name)=(?:"([^"]+)"|'([^']+)')""")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
PAGE = "index.html"
"""A folder's page: an address may name the folder alone."""
_PARTING = str.maketrans("#?\0", "///")
ANYWHERE = "404.html"
"""A server shows this page under any address: its links are not relative to a place of its own."""


def seen_in(data: bytes) -> Seen:
    """The ids of a page, and the addresses that it leads to, each once; those of other sites are left out."""
    linked = map(_words, LINK.finditer(data))
    return Seen.of(map(_words, PLACE.finditer(data)), (address for address in linked if not ELSEWHERE.match(address)))


def dead_links(seen: Mapping[str, Seen], files: Collection[str], pages: Collection[str] | None = None) -> Iterator[Diagnostic]:
    """One finding for each link of ``pages`` (None: of all) that leads nowhere, page by page; ``files`` are those of the whole site."""
    follow = Follow(files)
    for page in sorted(seen if pages is None else pages):
        for address in seen[page].linked if page != ANYWHERE else ():
            target, anchor = follow(page, address)
            if not target:
                yield finding("dead-link.file", page, address=address)
            elif anchor and target in seen and not seen[target].has(anchor):
                yield finding("dead-link.place", page, address=address)


class Follow:
    """Finds the file of a site that an address on a page names, and the place in it; no file where there is none."""

    def __init__(self, files: Collection[str]) -> None:
        self.files = files
        self.known: dict[tuple[str, str], str] = {}

    def __call__(self, page: str, address: str) -> tuple[str, str]:
        """``address`` is of this site."""
        path, _, anchor = address.partition("#")
        path = path.partition("?")[0]
        if not path:
            return page, unquote(anchor)
        key = (posixpath.dirname(page), path)
        target = self.known.get(key)
        if target is None:
            target = self.known[key] = self._file(*key)
        return target, unquote(anchor)

    def _file(self, folder: str, path: str) -> str:
        target = posixpath.normpath(posixpath.join(folder, unquote(path)))
        if target not in self.files:
            target = f"{target}/{PAGE}".removeprefix("./")
        return target if target in self.files else ""


class Lost:
    """``files`` of a site, and ``places`` on its pages, that are no more. A page that led somewhere and does not name one still does."""

    def __init__(self, files: Iterable[str], places: Iterable[str] = ()) -> None:
        pages, others = list[str](), list[str]()
        for file in files:
            (pages if posixpath.basename(file) == PAGE else others).append(file)
        folders = {posixpath.dirname(page) for page in pages}
        self.below = tuple(f"{folder}/".lstrip("/") for folder in folders)
        self.names = {_pieces(name)[-1] for name in (*folders, *others, *places)}

    def may_be_led_to(self, page: str, seen: Seen) -> bool:
        """Whether the links of a page must be followed: they name a lost file or place, or the folder of a lost page, or need not name that
        folder since the page lies in it."""
        if page.startswith(self.below):
            return True
        return bool(self.names) and not self.names.isdisjoint(_pieces(unquote(seen.joined_links)))


def _pieces(address: str) -> list[str]:
    """What signs part in one address, or in many: the last piece of a name stands in each address that has the name."""
    return address.translate(_PARTING).split("/")


def _words(match: re.Match[bytes]) -> str:
    return html.unescape(next(group for group in match.groups() if group is not None).decode())
