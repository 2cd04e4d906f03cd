"""Small pages: redirects from addresses that documents once had, and the full search page's frame."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.identity import redirects
from build_tools.messages import say
from build_tools.search import page_markdown
from build_tools.views import addresses
from build_tools.views.kinds import PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link
from build_tools.views.records import search_options


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """An address that moved."""

    path: str
    title: str
    target: Link


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The full search page; what it holds is for the search to say."""

    path: str
    markdown: str


def search_page(lookup: Lookup) -> Iterator[SearchPage]:
    """The one search page."""
    yield SearchPage(addresses.SEARCH, page_markdown(search_options(lookup.site)))


def redirect_pages(lookup: Lookup) -> Iterator[RedirectPage]:
    """One page for each old address that no document uses any more."""
    present = frozenset(lookup.works)
    for old, new in redirects(dict(lookup.site.register.redirects), present):
        yield RedirectPage(addresses.work(old), say("pages.redirect.title"), lookup.link(new))


def _pages(lookup: Lookup) -> Iterator[RedirectPage | SearchPage]:
    yield from redirect_pages(lookup)
    yield from search_page(lookup)


KIND = PageKind(_pages, {RedirectPage: "redirect.md.j2", SearchPage: "search.md.j2"})
