"""View models to plain Markdown pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from build_tools.cache import NOTHING_KEPT, Store, digest, program, shown, spelt
from build_tools.model.site import Site
from build_tools.render.environment import environment
from build_tools.render.unchanged import Ledger
from build_tools.views import FILES, Lookup, View, build_views, stream_views, templates, view_files
from build_tools.views.kinds import Each, Made, each, page_kinds
from build_tools.views.recorded import Fact

KIND = "markdown"


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page, or a file beside the pages: its path from their root, its text or what gives it, the key of all that it is made of
    (empty: none)."""

    path: str
    made: str | Callable[[], str | bytes]
    key: str = ""

    @property
    def data(self) -> bytes:
        """The bytes; where they stand already nobody asks for them."""
        found = self.made if isinstance(self.made, str) else self.made()
        return found.encode() if isinstance(found, str) else found

    @property
    def text(self) -> str:
        """The same as text."""
        return self.data.decode()


def render(view: View) -> Page:
    """One page."""
    text = environment().get_template(templates()[type(view)]).render(page=view)
    return Page(view.path, text.strip() + "\n")


def render_pages(lookup: Lookup, store: Store = NOTHING_KEPT) -> Iterator[Page]:
    """All pages of the site, one at a time, in no particular order; what ``store`` keeps of an equal model is not rendered again, and no
    model is made where all that it would rest on is known to be the same."""
    if store.folder is None:
        yield from map(render, stream_views(lookup))
        return
    common = digest(program(), shown())
    ledger = Ledger.of(lookup, store)
    for number, kind in enumerate(page_kinds()):
        yield from _pages(f"{number}", each(kind.pages), lambda view: _kept(view, store, common), ledger, common)


def render_files(lookup: Lookup, store: Store = NOTHING_KEPT) -> Iterator[Page]:
    """The files beside the pages (see ``views.view_files``), likewise. They come last: what was learnt on the way is kept for the next
    build."""
    if store.folder is None:
        yield from map(_file, view_files(lookup))
        return
    ledger = Ledger.of(lookup, store)
    for name, make in FILES.items():
        yield from _pages(name, each(make), _file, ledger, "")
    ledger.close()


def _pages(name: str, each: Each[Made], page_of: Callable[[Made], Page], ledger: Ledger, common: str) -> Iterator[Page]:
    """What stands for each key, as it was or made anew."""
    for key in each.keys(ledger.lookup):
        unit = f"{name} {key}"
        before = ledger.unchanged(unit, common)
        if before is not None:
            yield from (Page(path, partial(_again, path, key, each, page_of, ledger, found), found) for path, found in before)
            continue
        facts: set[Fact] = set()
        made: list[tuple[str, str]] = []
        for page in map(page_of, each.of(key, ledger.recording(facts))):
            made.append((page.path, page.key))
            yield page
        ledger.learn(unit, facts, tuple(made), common)


def _again(path: str, key: str, each: Each[Made], page_of: Callable[[Made], Page], ledger: Ledger, kept: str) -> bytes:
    """What stood on a page whose model was not made. Where that is lost, all that was made with it is, so that it is not lost again."""
    found = ledger.store.read(KIND, kept)
    if found is None:
        made = {page.path: page.data for page in map(page_of, each.of(key, ledger.lookup))}
        found = made[path]
    return found


def _file(made: tuple[str, bytes]) -> Page:
    path, data = made
    return Page(path, lambda: data, digest(path, data))


def _kept(view: View, store: Store, common: str) -> Page:
    key = digest(common, view.path, spelt(view))
    return Page(view.path, partial(_text, view, store, key), key)


def _text(view: View, store: Store, key: str) -> str:
    data = store.read(KIND, key)
    if data is not None:
        return data.decode("utf-8", "surrogatepass")
    text = render(view).text
    store.write(KIND, key, text.encode("utf-8", "surrogatepass"))
    return text


def render_site(site: Site) -> tuple[Page, ...]:
    """All pages of the site, sorted by path."""
    return tuple(map(render, build_views(Lookup(site))))
