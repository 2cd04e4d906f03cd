"""Pages that nothing has changed since an earlier build stand as they were: the site generator neither converts nor renders them again.

The generator's own plugin events are all that is used (``on_files``, ``on_page_content``, ``on_post_page`` …): without this the same pages
are made, only slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Protocol

import msgspec

from build_tools.cache import Store, digest
from build_tools.publish.direct import Direct
from build_tools.publish.lean import lean, tight
from build_tools.publish.links import Follow, Lost, seen_in
from build_tools.publish.standing import Made, StandingSite
from build_tools.render.compiled import compiled

KIND = "pages"
_SHOWN_IN_NAV = re.compile(rb"^(?:icon|status|subtitle)\s*:.*$", re.MULTILINE)
"""What a page may say, at its head, of its entry in the navigation of every page."""


class Watch(Protocol):
    """Whoever shows progress and gathers warnings."""

    def step(self) -> None:
        """A page is done."""

    def told(self) -> int:
        """How many warnings there were so far."""


class Kept:
    """Events of one build. ``common`` is the digest of all that pages share; ``watch`` hears of pages done and of warnings; ``standing``
    tells what the site has already, ``digests`` what the bytes of pages and files are, as far as that is known. With a ``tool``
    pages that the templates wrote are made without it (see ``direct``).

    Afterwards ``pages`` tells of every page what it depends on and where it leads, ``copied`` of other files what they are copies of, and
    ``stays`` names the files of the site that were left to stay as they are.
    """

    def __init__(
        self,
        store: Store,
        common: str,
        watch: Watch,
        standing: StandingSite | None = None,
        digests: Mapping[str, str] | None = None,
        tool: str = "",
    ) -> None:
        self.store = store
        self.common = common
        self.watch = watch
        self.standing = standing or StandingSite()
        self.digests = digests or {}
        self.keys: dict[str, str] = {}
        self.pages: dict[str, tuple[str, Made]] = {}
        self.copied: dict[str, str] = {}
        self.stays: set[str] = set()
        self.before = 0
        self.doubtful: set[str] = set()
        self.direct = Direct(tool, self.settled) if tool else None

    def on_files(self, files: Any, *, config: Any) -> None:
        """Take kept pages out of the generator's work, and put in their place those that do not stand there."""
        pages = files.documentation_pages()
        present = {file.dest_uri for file in files}
        self.follow = Follow(present)
        self.lost = Lost(made.file for _, made in self.standing.pages.values() if made.file not in present)
        named = _entries([file.src_uri for file in pages] if config.nav is None else config.nav)
        shown = {path: _in_nav(path, title, files) for path, title in named}
        common = digest(self.common, *(words for path in sorted(shown) for words in (path, shown[path])))
        for file in files:
            self._copied(file)
        direct = self.direct if self.direct and self.direct.usable(config) else None
        known = {file.src_uri: file for file in files} if direct else {}
        left = []
        for file in pages:
            content = self.digests.get(file.src_uri) or digest(file.content_bytes)
            self.keys[file.src_uri] = key = digest(common, file.src_uri, content)
            if not shown.get(file.src_uri) and not self._keep(file, key):
                left.append(file)
        for file in left:
            if direct is not None and file.src_uri not in shown and direct.take(file, known):
                _apart(file)

    def on_nav(self, nav: Any, *, config: Any, files: Any) -> None:
        """The navigation is known."""
        if self.direct:
            self.direct.on_nav(nav, config=config, files=files)

    def on_pre_page(self, page: Any, *, config: Any, files: Any) -> None:
        """Remember what had been told before this page."""
        self.before = self.watch.told()

    def on_page_content(self, html: str, *, page: Any, config: Any, files: Any) -> str:
        """A page that was warned of is made again next time, so that it is warned of again; none has blanks that show nothing."""
        if self.watch.told() > self.before:
            self.doubtful.add(page.file.src_uri)
        return tight(html)

    def on_template_context(self, context: Any, *, template_name: str, config: Any) -> Any:
        """The site map names the kept pages too, in the order of all."""
        known = {path: SimpleNamespace(page=_standing(made)) for path, (_, made) in self.pages.items()}
        known |= {file.src_uri: file for file in context["pages"]}
        context["pages"] = [known[path] for path in self.keys if path in known]
        return context

    def on_env(self, env: Any, *, config: Any, files: Any) -> None:
        """Make what is made without the generator. The theme's compiled templates are kept from build to build."""
        env.bytecode_cache = compiled()
        if self.direct:
            self.direct.on_env(env, config=config, files=files)

    def on_post_page(self, output: str, *, page: Any, config: Any) -> str:
        """Keep a page that was made; as it is written."""
        output = lean(output)
        data = output.encode("utf-8", "xmlcharrefreplace")
        redirect = bool(page.meta and page.meta.get("redirect"))
        made = Made(page.file.dest_uri, page.canonical_url or "", redirect, seen_in(data))
        self.settled(page.file.src_uri, made, data)
        return output

    def close(self) -> None:
        """The build has ended."""
        if self.direct:
            self.direct.close()

    def settled(self, source: str, made: Made, data: bytes) -> None:
        """Keep a page, with what is known of it."""
        self.watch.step()
        key = "" if source in self.doubtful else self.keys[source]
        self.pages[source] = key, made
        if key:
            self.store.write(KIND, key, msgspec.json.encode(made) + b"\n" + data)

    def _copied(self, file: Any) -> None:
        """A file that is copied as it is need not be when it stands there."""
        found = self.digests.get(file.src_uri)
        if found is None or file.is_documentation_page():
            return
        self.copied[file.dest_uri] = found
        if self.standing.copied.get(file.dest_uri) == found and self.standing.stands(file.dest_uri):
            self.stays.add(file.dest_uri)
            file.copy_file = lambda dirty=False: None

    def _keep(self, file: Any, key: str) -> bool:
        """Where the page is known and all pages that it leads to are there; whether it is."""
        known, made = self.standing.pages.get(file.src_uri, ("", None))
        html = None
        if known != key or made is None or not self.standing.stands(made.file):
            found = self._kept(key)
            if found is None:
                return False
            made, html = found
        doubtful = known != key or self.lost.may_be_led_to(made.file, made.seen)
        if doubtful and not all(self.follow(made.file, link)[0] for link in made.seen.linked if _is_page(link)):
            return False
        path = _apart(file)
        if html is None:
            self.stays.add(made.file)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(html)
        self.pages[file.src_uri] = key, made
        self.watch.step()
        return True

    def _kept(self, key: str) -> tuple[Made, bytes] | None:
        data = self.store.read(KIND, key)
        if data is None:
            return None
        head, _, html = data.partition(b"\n")
        return msgspec.json.decode(head, type=Made), html


def _apart(file: Any) -> Path:
    """Take a page out of the generator's work; where it is to stand."""
    path = Path(file.abs_dest_path)  # asked for before the file stops being a page: its name in the site depends on that
    file.url  # noqa: B018 - likewise
    file.is_documentation_page = lambda: False
    file.copy_file = lambda dirty=False: None
    return path


def _is_page(link: str) -> bool:
    return link.partition("#")[0].partition("?")[0].endswith(".html")


def _standing(made: Made) -> SimpleNamespace:
    """As much of a page as the site map asks for."""
    return SimpleNamespace(canonical_url=made.address, meta={"redirect": made.redirect}, is_link=False, abs_url=made.address)


def _in_nav(path: str, title: bool, files: Any) -> str:
    """What every page shows of one in the navigation, as a digest: that one must be read for it. Empty where the navigation tells all."""
    file = files.get_file_from_path(path)
    if file is None:
        return ""
    data: bytes = file.content_bytes
    head = data.split(b"\n---", 1)[0] if data.startswith(b"---") else b""
    told = _SHOWN_IN_NAV.findall(head) if title else [data]
    return digest(*told) if told else ""


def _entries(nav: Any, title: bool = False) -> Iterator[tuple[str, bool]]:
    """The pages that the navigation names, and whether it gives them a title."""
    if isinstance(nav, str):
        yield nav, title
    elif isinstance(nav, dict):
        for inner in nav.values():
            yield from _entries(inner, True)
    else:
        for inner in nav:
            yield from _entries(inner)
