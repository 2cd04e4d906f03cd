"""The site graph to view models: what each page shows, in order, with no markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from build_tools.model.site import Site
from build_tools.views.extra import RedirectPage, SearchPage, redirect_pages, search_page
from build_tools.views.home import HomePage, home
from build_tools.views.issuers import IssuerPage, issuer_pages
from build_tools.views.listing import ListPage
from build_tools.views.lists import list_pages
from build_tools.views.lookup import Lookup
from build_tools.views.numbers import NumberPage, number_pages
from build_tools.views.quality import QualityPage, WantedPage, quality_pages
from build_tools.views.records import search_options, search_records
from build_tools.views.tasks import TasksPage, tasks_pages
from build_tools.views.terms import TermsPage, terms_pages
from build_tools.views.timelines import TimelinePage, timeline_pages
from build_tools.views.work import WorkPage, work_page

View = (
    HomePage
    | IssuerPage
    | ListPage
    | NumberPage
    | QualityPage
    | RedirectPage
    | SearchPage
    | TasksPage
    | TermsPage
    | TimelinePage
    | WantedPage
    | WorkPage
)

KINDS: tuple[Callable[[Lookup], Iterator[View]], ...] = (
    list_pages,
    issuer_pages,
    number_pages,
    timeline_pages,
    terms_pages,
    tasks_pages,
    quality_pages,
    redirect_pages,
    search_page,
)


def build_views(site: Site) -> tuple[View, ...]:
    """One view model a page, sorted by path. Pure: the same site gives the same views."""
    lookup = Lookup(site)
    views: list[View] = [home(lookup)]
    views.extend(work_page(work, lookup) for work in site.works)
    for pages in KINDS:
        views.extend(pages(lookup))
    return tuple(sorted(views, key=lambda view: view.path))


__all__ = [
    "HomePage",
    "IssuerPage",
    "ListPage",
    "NumberPage",
    "QualityPage",
    "RedirectPage",
    "SearchPage",
    "TasksPage",
    "TermsPage",
    "TimelinePage",
    "View",
    "WantedPage",
    "WorkPage",
    "build_views",
    "search_options",
    "search_records",
]
