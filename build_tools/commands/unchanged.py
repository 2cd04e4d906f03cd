"""Whether anything changed since the site was built: then there is nothing to do, and what was told is told again."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from build_tools.cache import Stamp, Store, digest, digest_of_files, program, scan, shown
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.settings import GENERATED, Content

KIND = "builds"
CONFIG = "mkdocs.yml"
"""A content folder's own configuration of the site generator."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left: the state of the site's folder, what was found on the way, how many documents, works and pages there are."""

    state: str
    found: tuple[Diagnostic, ...]
    counts: tuple[tuple[str, int], ...]


def inputs(args: argparse.Namespace, content: Content) -> str | None:
    """All that the site depends on: the program, what was asked of it, the data, the texts, settings, the pages written by hand.

    None where something cannot be read: the build itself tells what.
    """
    try:
        return _inputs(args, content)
    except OSError:
        return None


def _inputs(args: argparse.Namespace, content: Content) -> str:
    docs, logo = content.docs, content.logo
    asked = (
        args.site_url,
        args.generator,
        args.plain,
        args.keep_going,
        args.redact,
        args.strict,
        [str(path) for path in (content.data, *args.sources)],
        content.settings,
    )
    written = (docs / path for path in scan(docs, GENERATED))
    texts = (path.read_bytes() if path.is_file() else digest_of_files(path) for path in args.sources)
    picture = logo.read_bytes() if logo else b""
    own = content.folder / CONFIG
    config = own.read_bytes() if own.is_file() else b""  # the one that comes with the program is part of it
    return digest(program(), shown(), repr(asked), config, picture, digest_of_files(content.data), digest_of_files(docs, written), *texts)


def unchanged(store: Store, made_from: str | None, out: Path) -> Built | None:
    """The last build into ``out``, if it was made from the same inputs and nobody touched the folder since."""
    if made_from is None or store.folder is None:
        return None
    built: Built | None = store.load(KIND, _key(made_from, out))
    return built if built is not None and built.state == _state(scan(out)) else None


def remember(
    store: Store, made_from: str | None, out: Path, found: tuple[Diagnostic, ...], counts: Mapping[str, int], files: Mapping[str, Stamp]
) -> None:
    """Keep what ``unchanged`` asks for. ``files``: of the site, as they were left."""
    if made_from is not None and store.folder is not None:
        store.save(KIND, _key(made_from, out), Built(_state(files), found, tuple(counts.items())))


def _key(made_from: str, out: Path) -> str:
    return digest(made_from, str(out.resolve()))


def _state(files: Mapping[str, Stamp]) -> str:
    """Names, sizes and times of all files, as the file system tells them: looking into them would cost more than it tells."""
    return digest(*(f"{path} {size} {time}" for path, (size, time) in sorted(files.items())))
