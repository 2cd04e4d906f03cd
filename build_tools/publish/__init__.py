"""Markdown pages to a built site, swapped in whole. The only place that touches MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from build_tools.cache import NOTHING_KEPT, Stamp, Store, digest, program, scan
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.settings import GENERATED, Content
from build_tools.publish.alone import alone
from build_tools.publish.dressing import dressing
from build_tools.publish.generator import CONFIG, Advance, Generated, Tool, generate
from build_tools.publish.links import Lost, dead_links, seen_in
from build_tools.publish.meanwhile import Helper, helped
from build_tools.publish.originals import original_files
from build_tools.publish.pages import write_pages, written_pages
from build_tools.publish.resolver import resolver_files
from build_tools.publish.shortcuts import shortcut_files
from build_tools.publish.slim import join, slim
from build_tools.publish.standing import Searched, Seen, StandingSite, recall, remember
from build_tools.publish.style import colours_of, framed, gather, words_of
from build_tools.publish.swap import built_aside
from build_tools.render import Page
from build_tools.search import Group, Options, Record, StandingIndex, group_records, index_groups, install, set_aside

ASIDE = ".index"
"""Where the search index is made: the site generator clears its folder first, but leaves hidden ones."""
INDEX = "assets/search/index"
"""Where it stands in the site."""
LARGE = 1000
"""Records that are worth a process of their own."""


@dataclass(frozen=True, slots=True)
class Published:
    """How many pages were rendered, what the site generator warned of, and every file of the site as it was left."""

    pages: int
    warnings: tuple[Diagnostic, ...]
    files: Mapping[str, Stamp]


def publish(
    pages: Iterable[Page],
    out: Path,
    *,
    content: Content,
    site_url: str | None = None,
    strict: bool = False,
    tool: Tool = "mkdocs",
    records: Iterable[Record | Group] = (),
    options: Options | None = None,
    advance: Advance | None = None,
    files: Iterable[tuple[str, bytes]] = (),
    waiting: Callable[[], object] | None = None,
    store: Store = NOTHING_KEPT,
    helper: Helper | None = None,
    plain: bool = False,
) -> Published:
    """Write ``pages`` beside the hand-written ones of ``content``, build the site aside and put it in the place of ``out``.

    Pages are written as they come; none is held. ``site_url`` takes the place of the one in the settings.

    ``files`` (see ``original_files``) are put beside the pages as they are: path from the root of the pages, bytes.
    ``records`` (see ``views.search_records``) become the search index, ``options`` (``views.search_options``) say how.
    ``waiting`` is called once when another build must end first. ``store`` keeps pages from build to build. With
    a ``helper`` a large index is made while the site generator works. ``plain``: the generator makes every page (see ``direct``).

    Raises ``InputError`` when the site could not be built (with ``strict``: when the generator warned of anything, or a link leads
    nowhere); ``out`` is then left as it was.
    """
    docs, settings = content.docs, content.settings
    options = options or Options()
    # the helper writes into the folder aside, and reads what was set aside: it is ended before these go, whoever began it
    with TemporaryDirectory() as apart, alone(docs / GENERATED, waiting), built_aside(out) as aside, helper or nullcontext():
        groups = group_records(set_aside(records, Path(apart, "records")), options)
        new, before = aside.folder, recall(store, out, docs / GENERATED, aside.stood)
        searched = _searched(groups, options) if store.folder else ""
        index = _index(before, searched)
        stands = _standing_index(before, out)
        work = _nothing if index else partial(index_groups, groups, new / ASIDE, options=options, store=store, standing=stands)
        large = sum(1 + group.count for group in groups) >= LARGE
        indexed = helper.begin(work) if helper and large and not index else work
        del groups, work
        written = write_pages(pages, docs, chain(files, dressing(content)), written_pages(settings), before.sources)
        made = generate(
            config_of(content), written.folder, new, site_url=site_url or settings.url or None, tool=tool, pages=written.pages,
            advance=advance, store=store, settings=settings, standing=before,
            digests={path: file.digest for path, file in written.files.items()}, plain=plain,
        )  # fmt: skip
        slim(new)
        install(new)
        if made.one_sheet:
            frame = framed({*scan(new, ASIDE), *made.stays}, (new, out))
            gather(new, words_of(docs, scan(docs, GENERATED)) | frame, colours_of(config_of(content)))
        if made.one_script:
            join(new)
        indexed()
        if index:
            made.stays.update(index)
        else:
            (new / ASIDE).rename(new / INDEX)
        (new / ".nojekyll").write_bytes(b"")
        seen = _seen(new, made, before)
        stand = {path: aside.stood[path] for path in made.stays} | scan(new)
        dead = tuple(dead_links(seen, stand, _doubtful(seen, stand, before, made.stays)))
        warnings = (*made.warnings, *dead)
        if strict and warnings:
            raise InputError(*warnings)
        aside.stays = made.stays
        own = {page.file for _, page in made.pages.values()}
    left = StandingSite(
        stand, written.files, made.pages, made.copied,
        {page: links for page, links in seen.items() if page not in own}, tuple({item.path for item in dead}),
        Searched(searched, sum(path.startswith(INDEX) for path in stand)),
    )  # fmt: skip
    remember(store, out, written.folder, left)
    return Published(written.pages, warnings, stand)


def _searched(groups: Iterable[Group], options: Options) -> str:
    """The digest of all that an index is made of."""
    return digest(program(), msgspec.msgpack.encode(options), *(group.key for group in groups))


def _index(before: StandingSite, searched: str) -> set[str]:
    """The files of the index that stands in the site, where it is whole and of the same records."""
    if not searched or before.searched.key != searched:
        return set()
    found = {path for path in before.files if path.startswith(INDEX)}
    return found if len(found) == before.searched.files else set()


def _standing_index(before: StandingSite, out: Path) -> StandingIndex:
    """The index of the site as it stands; empty where that has none, or several."""
    parts = [path.removeprefix(f"{INDEX}/").partition("/") for path in before.files if path.startswith(f"{INDEX}/")]
    builds = sorted({build for build, _, name in parts if name})
    if len(builds) != 1:
        return StandingIndex()
    return StandingIndex(builds[0], {name.removesuffix(".js"): out / INDEX / build / name for build, _, name in parts if name})


def _nothing() -> None:
    """Nothing is to be done."""


def _seen(new: Path, made: Generated, before: StandingSite) -> dict[str, Seen]:
    """The links of every page of the site, of which a part stands in ``new``."""
    found = {page.file: page.seen for _, page in made.pages.values()}
    found |= {path: before.seen[path] for path in made.stays if path in before.seen}
    return found | {path: seen_in((new / path).read_bytes()) for path in scan(new) if path.endswith(".html") and path not in found}


def _doubtful(seen: Mapping[str, Seen], files: Collection[str], before: StandingSite, stays: Collection[str]) -> list[str]:
    """The pages whose links must be followed: those that are new, or had a dead one, or may lead to a place or a file that is no more."""
    old, dead = before.seen_in(), set(before.dead)
    gone = {path for path in (*before.files, *old) if path not in files and not path.startswith(INDEX)}
    anew = (page for page in old if page in seen and page not in stays)
    lost = Lost(gone, {place for page in anew for place in set(old[page].places).difference(seen[page].places)})
    return [page for page in seen if page not in stays or page in dead or lost.may_be_led_to(page, seen[page])]


def config_of(content: Content) -> Path:
    """The configuration of the generator: the content's own, where it has one."""
    own = content.folder / CONFIG.name
    return own if own.is_file() else CONFIG


__all__ = ["Advance", "Page", "Tool", "config_of", "helped", "original_files", "publish", "resolver_files", "shortcut_files"]
