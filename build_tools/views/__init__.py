"""The site graph to view models: what each page shows, in order, with no markup."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from build_tools.views.calendars import desk_files
from build_tools.views.feeds import feed_files
from build_tools.views.forms import form_files
from build_tools.views.kinds import View, page_kinds, templates
from build_tools.views.leading import place_files
from build_tools.views.lookup import Lookup
from build_tools.views.quality_files import quality_files
from build_tools.views.records import search_options, search_records
from build_tools.views.shares import share_keys

FILES: Mapping[str, Callable[[Lookup], Iterable[tuple[str, bytes]]]] = {
    "desks": desk_files,
    "feeds": feed_files,
    "forms": lambda lookup: form_files(lookup.site),
    "places": place_files,
    "quality": quality_files,
}
"""What makes files that stand beside the pages, by its name."""


def stream_views(lookup: Lookup) -> Iterator[View]:
    """One view model a page, kind by kind; none is held longer than it is looked at. Pure: the same site gives the same views."""
    return (view for kind in page_kinds() for view in kind.pages(lookup))


def view_files(lookup: Lookup) -> Iterator[tuple[str, bytes]]:
    """Files that stand beside the pages, told by the same graph: path from the root of the pages, bytes."""
    return chain.from_iterable(make(lookup) for make in FILES.values())


def build_views(lookup: Lookup) -> tuple[View, ...]:
    """All view models, sorted by path."""
    return tuple(sorted(stream_views(lookup), key=lambda view: view.path))


__all__ = [
    "FILES",
    "Lookup",
    "View",
    "build_views",
    "desk_files",
    "feed_files",
    "form_files",
    "place_files",
    "search_options",
    "search_records",
    "share_keys",
    "stream_views",
    "templates",
    "view_files",
]
