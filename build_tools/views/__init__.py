"""The site graph to view models: what each page shows, in order, with no markup."""

from __future__ import annotations

from build_tools.model.site import Site
from build_tools.views.kinds import View, page_kinds, templates
from build_tools.views.lookup import Lookup
from build_tools.views.records import search_options, search_records


def build_views(site: Site) -> tuple[View, ...]:
    """One view model a page, sorted by path. Pure: the same site gives the same views."""
    lookup = Lookup(site)
    return tuple(sorted((view for kind in page_kinds() for view in kind.pages(lookup)), key=lambda view: view.path))


__all__ = ["View", "build_views", "search_options", "search_records", "templates"]
