"""View models to plain Markdown pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from build_tools.cache import NOTHING_KEPT, Store, digest, program, shown, spelt
from build_tools.model.site import Site
from build_tools.render.environment import environment
from build_tools.render.unchanged import Ledger
from build_tools.views import Lookup, View, build_views, stream_views, templates
from build_tools.views.kinds import Each, page_kinds
from build_tools.views.recorded import Fact

KIND = "markdown"


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: its path from the root of the pages, its text or what gives it, the key of all that it is made of (empty: none)."""

    path: str
    made: str | Callable[[], str]
    key: str = ""

    @property
    def text(self) -> str:
        """The text; where it stands already nobody asks for it."""
        return self.made if isinstance(self.made, str) else self.made()


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
    ledger = Ledger(store, common, lookup)
    for number, kind in enumerate(page_kinds()):
        if isinstance(kind.pages, Each):
            for key in kind.pages.keys(lookup):
                yield from _each(f"{number} {key}", key, kind.pages, ledger, store, common)
        else:
            yield from (_kept(view, store, common) for view in kind.pages(lookup))
    ledger.keep()


def _each(name: str, key: str, each: Each, ledger: Ledger, store: Store, common: str) -> Iterator[Page]:
    """The pages of one key, as they were or made anew."""
    before = ledger.unchanged(name)
    if before is not None:
        yield from (Page(path, partial(_again, path, key, each, ledger.lookup, store, found), found) for path, found in before)
        return
    facts: set[Fact] = set()
    pages = tuple(_kept(view, store, common) for view in each.of(key, ledger.recording(facts)))
    yield from pages
    ledger.learn(name, facts, tuple((page.path, page.key) for page in pages))


def _again(path: str, key: str, each: Each, lookup: Lookup, store: Store, kept: str) -> str:
    """The text of a page whose model was not made."""
    data = store.read(KIND, kept)
    if data is not None:
        return data.decode("utf-8", "surrogatepass")
    return _text(next(view for view in each.of(key, lookup) if view.path == path), store, kept)


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
