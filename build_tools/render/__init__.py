"""View models to plain Markdown pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools import views
from build_tools.model.site import Site
from build_tools.render.environment import environment
from build_tools.search import page_markdown
from build_tools.views import View, build_views

TEMPLATES: dict[type, str] = {
    views.HomePage: "home.md.j2",
    views.IssuerPage: "issuer.md.j2",
    views.ListPage: "list.md.j2",
    views.NumberPage: "number.md.j2",
    views.QualityPage: "quality.md.j2",
    views.RedirectPage: "redirect.md.j2",
    views.TasksPage: "tasks.md.j2",
    views.TermsPage: "terms.md.j2",
    views.TimelinePage: "timeline.md.j2",
    views.WantedPage: "wanted.md.j2",
    views.WorkPage: "work.md.j2",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page: its path from the root of the pages, and its text."""

    path: str
    text: str


def render(view: View) -> Page:
    """One page."""
    if isinstance(view, views.SearchPage):
        return Page(view.path, page_markdown(view.options))
    text = environment().get_template(TEMPLATES[type(view)]).render(page=view)
    return Page(view.path, text.strip() + "\n")


def render_pages(site: Site) -> Iterator[Page]:
    """All pages of the site, one at a time, sorted by path."""
    return map(render, build_views(site))


def render_site(site: Site) -> tuple[Page, ...]:
    """All pages of the site, sorted by path."""
    return tuple(render_pages(site))
