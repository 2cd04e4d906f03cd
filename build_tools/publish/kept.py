"""Pages that nothing has changed since an earlier build stand as they were: the site generator neither converts nor renders them again.

The generator's own plugin events are all that is used (``on_files``, ``on_page_content``, ``on_post_page`` …): without this the same pages
are made, only slower.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Protocol

import msgspec

from build_tools.cache import Store, digest

KIND = "pages"
_TO_PAGE = re.compile(r'href="([^"#?:]+\.html)(?=["#?])')


Anchors = tuple[tuple[str, str, str], ...]
"""Links to places in pages: the page's source, the place's id, the link as written."""


@dataclass(frozen=True, slots=True)
class Made:
    """What others need to know of a page: its ids, where its links lead (pages as files of the site; anchors by source page)."""

    ids: tuple[str, ...]
    targets: tuple[str, ...]
    anchors: Anchors
    address: str
    redirect: bool


class Watch(Protocol):
    """Whoever shows progress and gathers warnings."""

    def step(self) -> None:
        """A page is done."""

    def told(self) -> int:
        """How many warnings there were so far."""

    def tell(self, message: str) -> None:
        """One more warning."""


class Kept:
    """Events of one build. ``common`` is the digest of all that pages share; ``watch`` hears of pages done and of warnings."""

    def __init__(self, store: Store, common: str, watch: Watch) -> None:
        self.store = store
        self.common = common
        self.watch = watch
        self.keys: dict[str, str] = {}
        self.made: dict[str, Made] = {}
        self.linked: dict[str, Anchors] = {}
        self.before = 0
        self.doubtful: set[str] = set()

    def on_files(self, files: Any, *, config: Any) -> None:
        """Put the kept pages in their place and take them out of the generator's work."""
        self.files = files
        pages = files.documentation_pages()
        present = {file.dest_uri for file in files}
        shown = set(_paths(config.nav or ()))
        for file in pages:
            self.keys[file.src_uri] = key = digest(self.common, file.src_uri, file.content_bytes)
            found = None if file.src_uri in shown else self._kept(key)
            if found is not None and present.issuperset(found[0].targets):
                self._stand_in(file, *found)

    def on_pre_page(self, page: Any, *, config: Any, files: Any) -> None:
        """Remember what had been told before this page."""
        self.before = self.watch.told()

    def on_page_content(self, html: str, *, page: Any, config: Any, files: Any) -> None:
        """A page that was warned of is made again next time, so that it is warned of again."""
        if self.watch.told() > self.before:
            self.doubtful.add(page.file.src_uri)

    def on_template_context(self, context: Any, *, template_name: str, config: Any) -> Any:
        """The site map names the kept pages too, in the order of all."""
        known = {file.src_uri: file for file in context["pages"]} | {
            path: SimpleNamespace(page=_standing(made)) for path, made in self.made.items()
        }
        context["pages"] = [known[path] for path in self.keys if path in known]
        return context

    def on_post_page(self, output: str, *, page: Any, config: Any) -> None:
        """Keep a page that was made."""
        self.watch.step()
        source = page.file.src_uri
        if source in self.doubtful:
            return
        folder = posixpath.dirname(page.file.dest_uri)
        targets = {posixpath.normpath(posixpath.join(folder, link)) for link in _TO_PAGE.findall(output)}
        linked = (page.links_to_anchors or {}).items()
        self.linked[source] = anchors = tuple((file.src_uri, name, link) for file, links in linked for name, link in links.items())
        made = Made(
            tuple(sorted(page.present_anchor_ids or ())), tuple(sorted(targets)), anchors,
            page.canonical_url or "", bool(page.meta and page.meta.get("redirect")),
        )  # fmt: skip
        data = output.encode("utf-8", "xmlcharrefreplace")
        self.store.write(KIND, self.keys[source], msgspec.json.encode(made) + b"\n" + data)

    def on_post_build(self, *, config: Any) -> None:
        """Links to places that are no more: of kept pages they are told here, as the generator tells those of the pages it made."""
        for source, made in self.made.items():
            for path, anchor, link in self._dead(made.anchors):
                place = (
                    "there is no such anchor on this page" if path == source else f"the doc '{path}' does not contain an anchor '#{anchor}'"
                )
                self.watch.tell(f"Doc file '{source}' contains a link '{link}', but {place}.")
        for source, anchors in self.linked.items():
            if next(self._dead(anchors), None):
                self.store.forget(KIND, self.keys[source])

    def _dead(self, anchors: Anchors) -> Iterator[tuple[str, str, str]]:
        for path, anchor, link in anchors:
            page = self.files.get_file_from_path(path).page
            if page is not None and page.present_anchor_ids is not None and anchor not in page.present_anchor_ids:
                yield path, anchor, link

    def _kept(self, key: str) -> tuple[Made, bytes] | None:
        data = self.store.read(KIND, key)
        if data is None:
            return None
        head, _, html = data.partition(b"\n")
        return msgspec.json.decode(head, type=Made), html

    def _stand_in(self, file: Any, made: Made, html: bytes) -> None:
        path = Path(file.abs_dest_path)  # asked for before the file stops being a page: its name in the site depends on that
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(html)
        self.made[file.src_uri] = made
        file.page = _standing(made)
        file.url  # noqa: B018 - likewise
        file.is_documentation_page = lambda: False
        file.copy_file = lambda dirty=False: None
        self.watch.step()


def _standing(made: Made) -> SimpleNamespace:
    """As much of a page as links to it and the site map ask for."""
    return SimpleNamespace(
        present_anchor_ids=frozenset(made.ids),
        canonical_url=made.address,
        meta={"redirect": made.redirect},
        is_link=False,
        abs_url=made.address,
    )


def _paths(nav: Any) -> Iterator[str]:
    """The pages that the navigation names: their titles and links stand on every page."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for inner in nav.values():
            yield from _paths(inner)
    else:
        for inner in nav:
            yield from _paths(inner)
