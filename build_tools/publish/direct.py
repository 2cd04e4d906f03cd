"""Pages that the templates wrote are made without the generator: their HTML by ``dialect``, the theme around it by ``frames``.

The generator is left with the pages in its navigation and those that somebody wrote by hand. What it would make of the others is the same,
byte for byte; ``build --plain`` has it make them.
"""

from __future__ import annotations

import posixpath
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import IO, Any, NamedTuple

import msgspec

from build_tools.publish.dialect import MARK, MARK_TITLE, Heading, converted
from build_tools.publish.frames import ITEM, Entry, Frame, Inside, Whole, nested
from build_tools.publish.lean import lean, squeezed, tight
from build_tools.publish.links import seen_in
from build_tools.publish.standing import Made

TEMPLATE = "main.html"
FEWEST = 3
"""Pages of one sort for which a frame is worth learning."""
EXTENSIONS = frozenset({"attr_list", "def_list", "md_in_html", "toc", "tables", "fenced_code"})
"""Those whose signs ``dialect`` knows, or leaves to the library: the generator's own, and ours."""
TOC = {"permalink": MARK, "permalink_title": MARK_TITLE, "toc_depth": "2-4"}


class _Taken(NamedTuple):
    """A page that is made here; what it holds waits on disk, at ``place``. ``headings``: how many its contents name."""

    file: Any
    meta: Mapping[str, Any]
    headings: int
    place: int
    size: int


class _Held(NamedTuple):
    """What a page holds."""

    html: bytes
    headings: tuple[Heading, ...]


class Direct:
    """Events of one build with the generator ``tool``. ``done`` is told of each page that was made: source, what is known of it, bytes."""

    def __init__(self, tool: str, done: Callable[[str, Made, bytes], object]) -> None:
        self.tool, self.done = tool, done
        self.taken: list[_Taken] = []
        self.nav: Any = None
        self.spool: IO[bytes] | None = None

    def usable(self, config: Any) -> bool:
        """Whether the generator is asked for nothing but what is known here."""
        known = set(config.markdown_extensions) <= EXTENSIONS | {item for item in config.markdown_extensions if not isinstance(item, str)}
        ours = all(type(plugin).__module__.startswith(__package__) for plugin in config.plugins.values())
        return known and ours and config.mdx_configs == {"toc": TOC} and not (config.hooks or config.repo_url or config.edit_uri)

    def take(self, file: Any, files: Mapping[str, Any]) -> bool:
        """Whether the page is made here; the generator is to leave it then. ``files``: all of them by their path."""
        folder = posixpath.dirname(file.src_uri)

        def address(path: str) -> str | None:
            found = files.get(posixpath.normpath(posixpath.join(folder, path)))
            if found is None or "%" in path:
                return None
            return f"{path[:-3]}.html" if path.endswith(".md") else path

        try:
            text = file.content_bytes.decode("utf-8")
        except UnicodeDecodeError:
            return False  # the generator says so
        page = converted(text, address)
        if page is None or _HEADING not in page.html or "title" not in page.meta:
            return False
        self.spool = self.spool or tempfile.TemporaryFile()  # noqa: SIM115 - closed when the build ends, however it does
        data = msgspec.msgpack.encode(_Held(tight(page.html).encode("utf-8", "surrogatepass"), page.headings))
        self.taken.append(_Taken(file, page.meta, len(page.headings), self.spool.tell(), len(data)))
        self.spool.write(data)
        return True

    def on_nav(self, nav: Any, *, config: Any, files: Any) -> None:
        """The navigation stands in every page."""
        self.nav = nav

    def on_env(self, env: Any, *, config: Any, files: Any) -> None:
        """Make the pages that were taken, those of one sort together."""
        pages = _Pages(self.tool, env, self.nav, config, files)
        sorts: defaultdict[tuple[object, ...], list[_Taken]] = defaultdict(list)
        for item in self.taken:
            sorts[pages.sort(item)].append(item)
        for items in sorts.values():
            for item, whole in pages.made(items, self._held):
                path = Path(item.file.abs_dest_path)
                path.parent.mkdir(parents=True, exist_ok=True)
                data = whole.text.encode("utf-8", "xmlcharrefreplace")
                path.write_bytes(data)
                made = Made(item.file.dest_uri, pages.address(item.file), False, whole.seen)
                self.done(item.file.src_uri, made, data)

    def close(self) -> None:
        """The build has ended."""
        if self.spool is not None:
            self.spool.close()

    def _held(self, item: _Taken) -> _Held:
        assert self.spool is not None
        self.spool.seek(item.place)
        return msgspec.msgpack.decode(self.spool.read(item.size), type=_Held)


_HEADING = "<h1"


class _Pages:
    """Pages in the theme's frame, as the generator's own functions render them."""

    def __init__(self, tool: str, env: Any, nav: Any, config: Any, files: Any) -> None:
        self.env, self.nav, self.config = env, nav, config
        self.files = files.documentation_pages()
        self.context = import_module(f"{tool}.commands.build").get_context
        self.page = import_module(f"{tool}.structure.pages").Page
        self.above = {folder for page in nav.pages for folder in _folders(page.file.dest_uri)}

    def address(self, file: Any) -> str:
        """The full address of a page; empty where the site has none."""
        return self.page(None, file, self.config).canonical_url or ""

    def sort(self, item: _Taken) -> tuple[object, ...]:
        """Pages have one frame where their heads hold the same but for words, they lie as deep, and as near to those that it leads to."""
        folders = _folders(item.file.dest_uri)
        near = [folder for folder in folders if folder in self.above]
        head = tuple(sorted(item.meta)), tuple(item.meta.get("hide", ()))
        return len(folders), tuple(near[-1:]), tuple(folders[:1]), head, bool(item.headings)

    def made(self, items: list[_Taken], held: Callable[[_Taken], _Held]) -> Iterable[tuple[_Taken, Whole]]:
        """Whole pages of one sort."""
        # the page with the most headings proves the frame best
        proof = max(items, key=lambda item: item.headings)
        frame = None
        if len(items) >= FEWEST:
            frame = self._frame(proof)
            whole = self._rendered(proof, held(proof))
            if frame is not None and frame(self._inside(proof, held(proof))) != whole:
                frame = None
        for item in items:
            yield item, frame(self._inside(item, held(item))) if frame else self._rendered(item, held(item))

    def _frame(self, item: _Taken) -> Frame | None:
        template = self.env.get_template(ITEM)

        def render(inside: Inside, entries: list[Entry]) -> str:
            return self._render(item, inside, entries)

        def item_of(entry: Entry) -> str:
            return squeezed(template.render(toc_item=entry)).strip()

        try:
            return Frame(render, item_of, bool(self.address(item.file)), bool(item.headings))
        except (ValueError, KeyError):
            return None

    def _inside(self, item: _Taken, held: _Held) -> Inside:
        meta, html = item.meta, held.html.decode("utf-8", "surrogatepass")
        return Inside(meta["title"], meta.get("description", ""), self.address(item.file).replace("index.html", ""), html, held.headings)

    def _rendered(self, item: _Taken, held: _Held) -> Whole:
        inside = self._inside(item, held)._replace(address=self.address(item.file))
        text = self._render(item, inside, nested(inside.headings))
        return Whole(text, seen_in(text.encode()))

    def _render(self, item: _Taken, inside: Inside, entries: list[Entry]) -> str:
        """By the theme's template."""
        page = self.page(None, item.file, self.config)
        page.meta = dict(item.meta) | {"title": inside.title}
        if "description" in page.meta:
            page.meta["description"] = inside.description
        page.markdown, page.content, page.toc = "", inside.html, entries
        page.canonical_url = inside.address or None
        page.active = True
        return lean(self.env.get_template(TEMPLATE).render(self.context(self.nav, self.files, self.config, page)))


def _folders(path: str) -> list[str]:
    """The folders above a file, the uppermost first."""
    parts = path.split("/")[:-1]
    return ["/".join(parts[: at + 1]) for at in range(len(parts))]
