"""A site too heavy for its host, in several: the first keeps everything but the texts of some documents, of which each other has a share.

The first site keeps every address: where a document's pages went elsewhere, small ones stand that lead on. So lists, search, feeds, short
addresses and whoever links to the site from outside need to know nothing of the shares. What went elsewhere leads back to the first site
for everything else: register, search (one index of all documents, so that its ranks are those of one site), styles, scripts.
"""

from __future__ import annotations

import os
import posixpath
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from html import unescape
from pathlib import Path

from build_tools.cache import scan
from build_tools.publish.links import ELSEWHERE
from build_tools.publish.shortcuts import leading
from build_tools.publish.swap import built_aside

MARK = ".phan-cua-trang"
"""In the folder of a share: the name of the first site."""
_TITLE = re.compile(r"<title>([^<]*)</title>")
_ADDRESS = re.compile(r"""(<(?:a|area|link|script|img|iframe|source)\s(?:[^>"']|"[^"]*"|'[^']*')*?\b(?:href|src)=")([^"]*)(")""")
Where = Callable[[str], str]
"""The address of the site in a folder of that name, with a slash at its end: absolute, or as told from beside its own folder."""


def beside(name: str) -> str:
    """Where the sites stand side by side, on a disk or a host."""
    return f"../{name}/"


def chosen(sizes: Mapping[str, int], keys: Mapping[str, str], limit: int) -> frozenset[str]:
    """The shares that go elsewhere: in their order, as few as leave the first site within ``limit`` bytes; all if that cannot be had.

    ``sizes`` are those of the files of the whole site, ``keys`` tell the share of the folders of documents ("van-ban/x").
    """
    left = sum(sizes.values())
    heavy: defaultdict[str, int] = defaultdict(int)
    for path, size in sizes.items():
        if key := keys.get(_folder(path), ""):
            heavy[key] += size
    found = set()
    for key in sorted(heavy):
        if left <= limit:
            break
        found.add(key)
        left -= heavy[key]
    return frozenset(found)


def part(whole: Path, out: Path, keys: Mapping[str, str], limit: int, where: Where = beside, url: str = "") -> tuple[Path, ...]:
    """Make of the site in ``whole`` the one in ``out`` and, where it is heavier than ``limit``, its shares beside that; all their folders.

    ``url``: the address that the pages of ``whole`` state as the site's; pages of a share state their own, where ``where`` is absolute. The
    shares are put in place before the first site leads to them. Folders of shares that are no more are removed.
    """
    sizes = {path: stamp.size for path, stamp in scan(whole).items()}
    moved = chosen(sizes, keys, limit)
    paths: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(sizes):
        key = keys.get(_folder(path), "")
        paths[key if key in moved else ""].append(path)
    folders = {key: out.with_name(f"{out.name}-{key}") for key in sorted(moved)}
    for key, folder in folders.items():
        with built_aside(folder) as aside:
            _share(whole, aside.folder, paths[key], where(out.name))
            for path in paths[key] if url and ELSEWHERE.match(where(folder.name)) else ():
                _state(aside.folder / path, url, where(folder.name), path)
            _write(aside.folder / MARK, out.name)
    with built_aside(out) as aside:
        for path in paths[""]:
            _same(whole, aside.folder, path)
        for key, folder in folders.items():
            for path in paths[key]:
                _lead_on(whole, aside.folder, path, where(folder.name))
    _remove_others(out, frozenset(folders.values()))
    return (out, *folders.values())


def _folder(path: str) -> str:
    """The folder of a document of a file ("van-ban/x/phan-2/index.html" → "van-ban/x")."""
    return "/".join(path.split("/")[:2])


def _share(whole: Path, new: Path, paths: list[str], first: str) -> None:
    own = frozenset(paths)
    for path in paths:
        if path.endswith(".html"):
            page = (whole / path).read_text("utf-8")
            _write(new / path, _ADDRESS.sub(lambda found, path=path: _led(found, path, own, first), page))  # type: ignore[misc]
        else:
            _same(whole, new, path)
    for name in ("index.html", "404.html"):
        _write(new / name, leading(first + "index.html", first))
    _write(new / ".nojekyll", "")


def _state(page: Path, url: str, own: str, path: str) -> None:
    """The page states its own address."""
    if path.endswith(".html"):
        place = path.removesuffix("index.html")
        _write(page, page.read_text("utf-8").replace(f'"{url}{place}', f'"{own}{place}'))


def _led(found: re.Match[str], path: str, own: frozenset[str], first: str) -> str:
    """An address on a page of a share: of what the share has it stays, all else is the first site's."""
    before, address, after = found.groups()
    target, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
    if not target or ELSEWHERE.match(address):
        return found[0]
    folder = posixpath.dirname(path)
    there = posixpath.normpath(posixpath.join(folder, target))
    if there in own:
        return found[0]
    up = "" if ELSEWHERE.match(first) else "../" * path.count("/")
    ending = "/" if target.endswith("/") and there != "." else ""
    return f"{before}{up}{first}{'' if there == '.' else there}{ending}{mark}{rest}{after}"


def _lead_on(whole: Path, new: Path, path: str, share: str) -> None:
    """A small page in the place of one that is elsewhere; nothing in that of another file, to which only its document's pages lead."""
    if not path.endswith(".html"):
        return
    title = _TITLE.search((whole / path).read_text("utf-8"))
    up = "" if ELSEWHERE.match(share) else "../" * path.count("/")
    _write(new / path, leading(f"{up}{share}{path}", unescape(title[1]) if title else path))


def _same(whole: Path, new: Path, path: str) -> None:
    """The same file, on the disk only once where it can be."""
    place = new / path
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(whole / path, place)
    except OSError:
        shutil.copy2(whole / path, place)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="")


def _remove_others(out: Path, kept: frozenset[Path]) -> None:
    for folder in _shares_of(out):
        if folder not in kept:
            shutil.rmtree(folder)


def _shares_of(out: Path) -> Iterator[Path]:
    """The folders beside a site that an earlier build made its shares."""
    for folder in sorted(out.parent.glob(f"{out.name}-*")):
        with suppress(OSError):
            if (folder / MARK).read_text("utf-8") == out.name:
                yield folder
