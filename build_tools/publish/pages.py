"""Markdown pages on disk: the hand-written ones of ``docs/`` and the rendered ones side by side, ready for any generator."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from string import Template

from build_tools.messages import refusal, say
from build_tools.model.settings import Settings
from build_tools.publish.alone import LOCK
from build_tools.render import Page

GENERATED = "_generated"
"""The folder within ``docs`` that the site generator reads; it holds the lock of a build too."""

WRITTEN = Path(__file__).with_name("written")
"""Pages that every site has: the guide, and an introduction for sites that wrote none. ``$name`` and ``$owner`` are filled in."""


def written_pages(settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The pages that come with the tool, for one site: path from the root of the pages, text."""
    owner = " " + say("theme.owner", issuer=settings.issuer) if settings.issuer else ""
    for path in sorted(WRITTEN.rglob("*.md")):
        text = Template(path.read_text(encoding="utf-8")).safe_substitute(name=settings.name, owner=owner)
        yield path.relative_to(WRITTEN).as_posix(), text.encode()


def write_pages(
    pages: Iterable[Page], docs: Path, files: Iterable[tuple[str, bytes]] = (), written: Iterable[tuple[str, bytes]] = ()
) -> tuple[Path, int]:
    """Bring ``docs/_generated`` to exactly the pages and files given, a copy of what stands in ``docs``, and of ``written`` what it lacks.

    What is equal is not written again. Returns the folder and the number of ``pages``. A rendered page never takes the place of a
    hand-written one: that raises ``InputError``.
    """
    target = docs / GENERATED
    kept: set[Path] = set()
    for source in sorted(path for path in docs.rglob("*") if path.is_file() and GENERATED not in path.relative_to(docs).parts):
        name = source.relative_to(docs)
        kept.add(name)
        _write(target / name, source.read_bytes())
    count = 0
    for path, data in chain(((page.path, page.text.encode()) for page in pages), files):
        name = Path(path)
        count += name.suffix == ".md"
        if name in kept:
            raise refusal("page-twice", str(docs / name), address=path)
        kept.add(name)
        _write(target / name, data)
    for path, data in written:
        if Path(path) not in kept:
            kept.add(Path(path))
            _write(target / path, data)
    _remove_others(target, kept | {Path(LOCK)})
    return target, count


def _write(path: Path, data: bytes) -> None:
    if path.is_file() and path.read_bytes() == data:
        return
    if path.is_dir():
        shutil.rmtree(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _remove_others(target: Path, kept: set[Path]) -> None:
    """Files that no page stands for any more, then folders left empty."""
    for path in sorted(target.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(target) not in kept:
            path.unlink()
