"""Markdown pages to a built site, swapped in whole. The only place that touches MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from build_tools.cache import NOTHING_KEPT, Store
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.settings import Content
from build_tools.publish.alone import alone
from build_tools.publish.dressing import dressing
from build_tools.publish.generator import CONFIG, Advance, Tool, generate
from build_tools.publish.links import dead_links
from build_tools.publish.meanwhile import meanwhile
from build_tools.publish.originals import original_files
from build_tools.publish.pages import GENERATED, write_pages, written_pages
from build_tools.publish.shortcuts import shortcut_files
from build_tools.publish.slim import slim
from build_tools.publish.swap import built_aside
from build_tools.render import Page
from build_tools.search import Options, Record, build_index, install

ASIDE = ".index"
"""Where the search index is made: the site generator clears its folder first, but leaves hidden ones."""
LARGE = 3000
"""Records that are worth a process of their own."""


@dataclass(frozen=True, slots=True)
class Published:
    """How many pages were rendered, and what the site generator warned of."""

    pages: int
    warnings: tuple[Diagnostic, ...]


def publish(
    pages: Iterable[Page],
    out: Path,
    *,
    content: Content,
    site_url: str | None = None,
    strict: bool = False,
    tool: Tool = "mkdocs",
    records: Iterable[Record] = (),
    options: Options | None = None,
    advance: Advance | None = None,
    files: Iterable[tuple[str, bytes]] = (),
    waiting: Callable[[], object] | None = None,
    store: Store = NOTHING_KEPT,
    jobs: int = 1,
) -> Published:
    """Write ``pages`` beside the hand-written ones of ``content``, build the site aside and put it in the place of ``out``.

    Pages are written as they come; none is held. ``site_url`` takes the place of the one in the settings.

    ``files`` (see ``original_files``) are put beside the pages as they are: path from the root of the pages, bytes.
    ``records`` (see ``views.search_records``) become the search index, ``options`` (``views.search_options``) say how.
    ``waiting`` is called once when another build must end first. ``store`` keeps pages from build to build. With
    more ``jobs`` than one a large index is made while the site generator works.

    Raises ``InputError`` when the site could not be built (with ``strict``: when the generator warned of anything, or a link leads
    nowhere); ``out`` is then left as it was.
    """
    docs, settings = content.docs, content.settings
    found = list(records)
    with (
        alone(docs / GENERATED, waiting),
        built_aside(out) as new,
        meanwhile(partial(build_index, found, new / ASIDE, options=options), jobs == 1 or len(found) < LARGE) as indexed,
    ):
        folder, count = write_pages(pages, docs, chain(files, dressing(content)), written_pages(settings))
        url = site_url or settings.url or None
        warnings = generate(
            config_of(content), folder, new, site_url=url, tool=tool, pages=count, advance=advance, store=store, settings=settings
        )  # fmt: skip
        slim(new)
        install(new)
        indexed()
        (new / ASIDE).rename(new / "assets" / "search" / "index")
        (new / ".nojekyll").write_bytes(b"")
        warnings = (*warnings, *dead_links(new))
        if strict and warnings:
            raise InputError(*warnings)
    return Published(count, warnings)


def config_of(content: Content) -> Path:
    """The configuration of the generator: the content's own, where it has one."""
    own = content.folder / CONFIG.name
    return own if own.is_file() else CONFIG


__all__ = ["Advance", "Page", "Tool", "config_of", "original_files", "publish", "shortcut_files"]
