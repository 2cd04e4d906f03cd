"""The first page: what the site is, the ways in, what is new, what must be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from build_tools.messages import say
from build_tools.model.site import SiteDocument
from build_tools.views import addresses, listing
from build_tools.views.desks import with_deadline
from build_tools.views.kinds import Entry, PageKind, entries
from build_tools.views.lookup import Lookup
from build_tools.views.pieces import Link
from build_tools.views.recent import added_rows
from build_tools.views.statements import TaskRow, due_of, own_row, task_rows
from build_tools.views.wording import dated

NEWEST = 8
ADDED = 5
TASKS = 6


@dataclass(frozen=True, slots=True)
class HomePage:
    """Counts are (number, what) pairs. ``added``: what came last to the site, unless ``newest`` has all that there is.

    What has a deadline is shown, latest first; the newest tasks only where nothing has one.
    """

    path: str
    name: str
    counts: tuple[tuple[int, str, str], ...]
    newest: tuple[listing.Row, ...]
    added: tuple[listing.Row, ...]
    types: tuple[listing.Group, ...]
    themes: tuple[listing.Group, ...]
    issuers: tuple[listing.Group, ...]
    years: tuple[listing.Group, ...]
    deadlines: tuple[tuple[Link, TaskRow], ...]
    tasks: tuple[tuple[listing.Row, tuple[TaskRow, ...]], ...]
    others: tuple[Link, ...]
    as_of: str


def home(lookup: Lookup) -> HomePage:
    """The home page."""
    site = lookup.site
    full = sum(document.kind == "full" for document in site.documents)
    tasks = [document for document in site.documents if document.statements.tasks]
    tasks.sort(key=lambda document: (lookup.date(lookup.works[document.work]) or "", document.work), reverse=True)
    deadlines = _deadlines(tasks, lookup)
    left, shown = (0 if deadlines else TASKS), []
    for document in tasks:
        taken = document.statements.tasks[:left]
        if not taken:
            break
        left -= len(taken)
        shown.append((listing.row(lookup.works[document.work], lookup), task_rows(document.work, taken, lookup)))
    counts = (
        (full, say("pages.home.full"), addresses.DOCUMENTS),
        (len(site.documents) - full, say("pages.home.digests"), addresses.DOCUMENTS),
        (len(site.works), say("pages.home.entries"), addresses.REGISTER),
        (sum(len(document.statements.tasks) for document in site.documents), say("pages.home.tasks"), addresses.TASKS),
    )
    texts = tuple(lookup.works[document.work] for document in site.documents)
    return HomePage(
        path=addresses.HOME,
        name=site.settings.name,
        counts=tuple(count for count in counts if count[0]),
        newest=tuple(listing.row(work, lookup) for work in lookup.by_newest(texts)[:NEWEST]),
        added=added_rows(lookup, ADDED) if len(texts) > NEWEST else (),
        types=listing.type_groups(lookup),
        themes=listing.theme_groups(lookup),
        issuers=listing.issuer_groups(lookup),
        years=listing.year_groups(lookup),
        deadlines=deadlines,
        tasks=tuple(shown),
        others=entries(lookup),
        as_of=dated(site.as_of) if site.as_of else "",
    )


def _deadlines(documents: Iterable[SiteDocument], lookup: Lookup) -> tuple[tuple[Link, TaskRow], ...]:
    """The first of all tasks with a deadline; of those alone rows are made."""
    every = ((due_of(task), document.work, at) for document in documents for at, task in enumerate(document.statements.tasks))
    first = with_deadline(every, itemgetter(0), lookup)[:TASKS]
    return tuple((lookup.link(work), own_row(work, at, lookup)) for _, work, at in first)


def _pages(lookup: Lookup) -> Iterator[HomePage]:
    yield home(lookup)


def _entries(_: Lookup) -> tuple[Entry, ...]:
    """The pages written by hand."""
    return (Entry(90, Link(say("pages.guide.title"), addresses.GUIDE)), Entry(100, Link(say("pages.about.title"), addresses.ABOUT)))


KIND = PageKind(_pages, {HomePage: "home.md.j2"}, _entries)
