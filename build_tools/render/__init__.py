"""View models to plain Markdown pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.site import Site
from build_tools.render.environment import environment
from build_tools.views import View, build_views, stream_views, templates


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: its path from the root of the pages, and its text."""

    path: str
    text: str


def render(view: View) -> Page:
    """One page."""
    text = environment().get_template(templates()[type(view)]).render(page=view)
    return Page(view.path, text.strip() + "\n")


def render_pages(site: Site) -> Iterator[Page]:
    """All pages of the site, one at a time, in no particular order."""
    return map(render, stream_views(site))


def render_site(site: Site) -> tuple[Page, ...]:
    """All pages of the site, sorted by path."""
    return tuple(map(render, build_views(site)))
