"""View models to plain Markdown pages."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.cache import NOTHING_KEPT, Store, digest, program, shown
from build_tools.model.site import Site
from build_tools.render.environment import environment
from build_tools.views import Lookup, View, build_views, stream_views, templates

KIND = "markdown"


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: its path from the root of the pages, and its text."""

    path: str
    text: str


def render(view: View) -> Page:
    """One page."""
    text = environment().get_template(templates()[type(view)]).render(page=view)
    return Page(view.path, text.strip() + "\n")


def render_pages(lookup: Lookup, store: Store = NOTHING_KEPT) -> Iterator[Page]:
    """All pages of the site, one at a time, in no particular order; what ``store`` keeps of an equal model is not rendered again."""
    if store.folder is None:
        return map(render, stream_views(lookup))
    common = digest(program(), shown())
    return (_kept(view, store, common) for view in stream_views(lookup))


def _kept(view: View, store: Store, common: str) -> Page:
    key = digest(common, view.path, pickle.dumps(view, 5))
    text = store.read(KIND, key)
    if text is not None:
        return Page(view.path, text.decode("utf-8", "surrogatepass"))
    page = render(view)
    store.write(KIND, key, page.text.encode("utf-8", "surrogatepass"))
    return page


def render_site(site: Site) -> tuple[Page, ...]:
    """All pages of the site, sorted by path."""
    return tuple(map(render, build_views(Lookup(site))))
