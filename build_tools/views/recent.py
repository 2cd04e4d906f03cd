"""What came to the site lately: its texts by the day on which each was added, as far as that is stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from build_tools.messages import say
from build_tools.model.register import Work
from build_tools.views import addresses, listing
from build_tools.views.feeds import FEED
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.listing import ListPage, Row, Section
from build_tools.views.lookup import Lookup
from build_tools.views.paging import parts
from build_tools.views.pieces import Link
from build_tools.views.wording import dated, part_title, sentence_case, when


def added(lookup: Lookup) -> tuple[tuple[str, Work], ...]:
    """(ISO day, document) of every text whose day is stated: the last day first, of one day the newest document first."""
    days = {document.work: document.added_on for document in lookup.site.documents if document.added_on}
    works = lookup.by_newest(tuple(lookup.works[identifier] for identifier in days))
    return tuple(sorted(((days[work.id] or "", work) for work in works), key=lambda item: item[0], reverse=True))


def added_rows(lookup: Lookup, most: int) -> tuple[Row, ...]:
    """The last ``most`` that came, each with its day."""
    return tuple(replace(listing.row(work, lookup), added=when(day)) for day, work in added(lookup)[:most])


def recent_pages(lookup: Lookup) -> Iterator[ListPage]:
    """The list, in parts when it is long. It says how many texts it leaves out because nobody stated their day."""
    found = added(lookup)
    unstated = len(lookup.site.documents) - len(found)
    intro = say("pages.recent.intro")
    if unstated:
        intro += " " + say("pages.recent.unstated", count=unstated)
    links = (Link(say("pages.recent.feed"), FEED),) if lookup.site.settings.has_feeds else ()
    rows = [(day, listing.row(work, lookup)) for day, work in found]
    title = say("pages.recent.title")
    for part, chosen in parts(addresses.RECENT, rows):
        sections = tuple(
            Section(f"ngay-{day}", sentence_case(dated(day)), tuple(row for _, row in pairs))
            for day, pairs in groupby(chosen, key=lambda item: item[0])
        )
        shown = intro if part.number == 1 else ""
        yield ListPage(part.page(addresses.RECENT), part_title(title, part.number), shown, (), sections, links, part)


def _entries(_: Lookup) -> tuple[Entry, ...]:
    return (Entry(5, Link(say("pages.recent.title"), addresses.RECENT)),)


KIND = PageKind(recent_pages, {}, _entries)
