"""Markdown pages on disk: the hand-written ones of ``docs/`` and the rendered ones side by side, ready for any generator."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from string import Template
from typing import NamedTuple

from build_tools.cache import digest, scan
from build_tools.messages import refusal, say
from build_tools.model.settings import GENERATED, Settings
from build_tools.publish.alone import LOCK
from build_tools.publish.standing import Source
from build_tools.render import Page

WRITTEN = Path(__file__).with_name("written")
"""Pages that every site has: the guide, and an introduction for sites that wrote none. ``$name`` and ``$owner`` are filled in."""


def written_pages(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The pages that come with the tool, for one site: path from the root of the pages, text."""
    owner = " " + say("theme.owner", issuer=settings.issuer) if settings.issuer else ""
    for path in sorted(WRITTEN.rglob("*.md")):
        text = Template(path.read_text(encoding="utf-8")).safe_substitute(name=settings.name, owner=owner)
        yield path.relative_to(WRITTEN).as_posix(), text.encode()


class Written(NamedTuple):
    """The folder that the site generator reads; how many pages were rendered; its files."""

    folder: Path
    pages: int
    files: dict[str, Source]


def write_pages(
    pages: Iterable[Page],
    docs: Path,
    files: Iterable[tuple[str, bytes]] = (),
    written: Iterable[tuple[str, bytes]] = (),
    before: Mapping[str, Source] | None = None,
) -> Written:
    """Bring ``docs/_generated`` to exactly the pages and files given, a copy of what stands in ``docs``, and of ``written`` what it lacks.

    What is equal is not written again; ``before`` tells what stands there. A rendered page never takes the place of a hand-written one:
    that raises ``InputError``.
    """
    target, known = docs / GENERATED, before or {}
    keys: dict[str, tuple[str, str]] = {}
    for path in sorted(scan(docs, GENERATED)):
        keys[path] = "", _bring(target, path, (docs / path).read_bytes(), known)
    count = 0
    for item in chain[Page | tuple[str, bytes]](pages, files):
        path = item.path if isinstance(item, Page) else item[0]
        count += path.endswith(".md")
        if path in keys:
            raise refusal("page-twice", str(docs / path), address=path)
        keys[path] = _page(target, item, known) if isinstance(item, Page) else ("", _bring(target, *item, known))
    for path, data in written:
        if path not in keys:
            keys[path] = "", _bring(target, path, data, known)
    left = scan(target)
    _remove(target, left.keys() - keys - {LOCK})
    return Written(target, count, {path: Source(left[path], *found) for path, found in keys.items() if path in left})


def _page(target: Path, page: Page, known: Mapping[str, Source]) -> tuple[str, str]:
    """Write a page where what stands there was not made from the same; its key and the digest of its bytes."""
    before = known.get(page.path)
    if before is not None and page.key and before.key == page.key:
        return before.key, before.digest
    return page.key, _bring(target, page.path, page.data, known)


def _bring(target: Path, path: str, data: bytes, known: Mapping[str, Source]) -> str:
    """Write a file where it does not stand yet; the digest of its bytes."""
    found = digest(data)
    if path not in known or known[path].digest != found:
        _write(target / path, data)
    return found


def _write(path: Path, data: bytes) -> None:
    try:
        if path.read_bytes() == data:
            return
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        if path.is_dir():
            shutil.rmtree(path)
    path.write_bytes(data)


def _remove(target: Path, paths: Collection[str]) -> None:
    """Files that no page stands for any more, and folders left empty."""
    for path in paths:
        place = target / path
        place.unlink()
        while place.parent != target and not any(place.parent.iterdir()):
            place = place.parent
            place.rmdir()
