"""The site graph to view models: what each page shows, in order, with no markup."""

from __future__ import annotations

from build_tools.model.site import Site
from build_tools.views.home import HomePage, home
from build_tools.views.lookup import Lookup
from build_tools.views.work import WorkPage, work_page

View = HomePage | WorkPage


def build_views(site: Site) -> tuple[View, ...]:
    """One view model a page, sorted by path. Pure: the same site gives the same views."""
    lookup = Lookup(site)
    views: list[View] = [home(lookup)]
    views.extend(work_page(work, lookup) for work in site.works)
    return tuple(sorted(views, key=lambda view: view.path))


__all__ = ["HomePage", "View", "WorkPage", "build_views"]
