"""Timelines: of everything, of a kind of event, of a theme, of an issuer; newest first, with an index of years."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter

from build_tools.messages import say
from build_tools.model.register import Work
from build_tools.naming import slug
from build_tools.views import addresses, events, listing
from build_tools.views.events import Milestone
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.listing import Group
from build_tools.views.lookup import Lookup
from build_tools.views.paging import WHOLE, Part, beginning, parts
from build_tools.views.pieces import Link
from build_tools.views.questions import question
from build_tools.views.weight import PAGE, weight
from build_tools.views.wording import around, part_title
from build_tools.views.wording import dated as dated_words

NEAR = 6_000
"""About how many bytes of HTML the moments before and behind the day of the data may weigh: some ten of each."""


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """The moments of one year."""

    id: str
    title: str
    moments: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A timeline. ``groups`` lead to narrower ones. ``titled``: the title tells the one year. ``near``: where the years have pages of their
    own, what comes next and what came last."""

    path: str
    title: str
    intro: str
    years: tuple[TimelineYear, ...]
    groups: tuple[tuple[str, tuple[Group, ...]], ...] = ()
    links: tuple[Link, ...] = ()
    part: Part = WHOLE
    titled: bool = False
    near: tuple[TimelineYear, ...] = ()


def timeline_pages(lookup: Lookup) -> Iterator[TimelinePage]:
    """All timelines."""
    themes, issuers = listing.by_theme(lookup), listing.by_issuer(lookup)
    of = {work.id: moments_of(work.id, lookup) for work in lookup.site.works}
    everything = _moments(lookup.site.works, of)
    kinds: defaultdict[str, list[Milestone]] = defaultdict(list)
    for moment in everything:
        kinds[moment.kind].append(moment)
    groups = (
        (
            say("pages.timeline.by-kind"),
            tuple(Group(Link(kind, addresses.kind_timeline(slug(kind))), len(found)) for kind, found in sorted(kinds.items())),
        ),
        (
            say("pages.by.theme"),
            tuple(Group(Link(lookup.themes[key].name, addresses.theme_timeline(key)), len(works)) for key, works in themes.items()),
        ),
        (
            say("pages.by.body"),
            tuple(Group(Link(lookup.issuers[key].name, addresses.issuer_timeline(key)), len(works)) for key, works in issuers.items()),
        ),
    )
    intro, title = say("pages.timeline.intro"), say("pages.timeline.title")
    yield from pages_of(addresses.TIMELINE, title, intro, everything, lookup.newest_day, tuple(group for group in groups if group[1]))
    back = Link(say("pages.timeline.all"), addresses.TIMELINE)
    for kind, found in sorted(kinds.items()):
        yield from pages_of(
            addresses.kind_timeline(slug(kind)), say("pages.timeline.of", name=kind), "", found, lookup.newest_day, (), (back,)
        )
    for key, works in themes.items():
        name, links = lookup.themes[key].name, (Link(say("pages.themes.documents"), addresses.theme(key)), back)
        own = _moments(works, of)
        yield from pages_of(addresses.theme_timeline(key), say("pages.timeline.of", name=name), "", own, lookup.newest_day, (), links)
    for key, works in issuers.items():
        name, links = lookup.issuers[key].name, (Link(say("pages.issuers.about"), addresses.issuer(key)), back)
        own = _moments(works, of)
        yield from pages_of(addresses.issuer_timeline(key), say("pages.timeline.of", name=name), "", own, lookup.newest_day, (), links)


def pages_of(
    path: str,
    title: str,
    intro: str,
    moments: Iterable[Milestone],
    today: str,
    groups: tuple[tuple[str, tuple[Group, ...]], ...] = (),
    links: tuple[Link, ...] = (),
) -> Iterator[TimelinePage]:
    """One page, or, when it would be too long, a page of years that lead to one page each, with what is near ``today``."""
    years = _years(moments)
    if weight(years) <= PAGE:
        yield TimelinePage(path, title, intro, years, groups, links)
        return
    own = tuple(Group(Link(year.title, path.replace("index.md", f"{year.id}/index.md")), len(year.moments)) for year in years)
    near = _near(years, today)
    said = f"{intro} {say('pages.timeline.near', day=dated_words(today))}".strip() if near else intro
    yield TimelinePage(path, title, said, (), ((say("pages.by.year"), own), *groups), links, near=near)
    for year, group in zip(years, own, strict=True):
        for part, chosen in parts(group.link.page, year.moments):
            here = part.page(group.link.page)
            name = part_title(f"{title}, {year.title.lower()}", part.number)
            yield TimelinePage(here, name, "", (replace(year, moments=chosen),), (), (Link(title, path), *links), part, titled=True)


def _near(years: Iterable[TimelineYear], today: str) -> tuple[TimelineYear, ...]:
    """What comes from ``today`` on, the nearest first, and what came before it, the latest first: as much as a reader looks through.
    A year alone ("giai đoạn 2026 - 2030") is near no day."""
    dated = sorted((moment for year in years for moment in year.moments if "-" in moment.when.machine), key=attrgetter("order"))
    ahead, past = around(today, dated, attrgetter("when.machine"))
    found = (("sap-toi", "pages.timeline.next", ahead), ("vua-qua", "pages.timeline.last", past))
    return tuple(TimelineYear(id, say(title, day=dated_words(today)), beginning(chosen, NEAR)) for id, title, chosen in found if chosen)


def _year_title(year: str) -> str:
    return say("pages.years.one", year=year) if year else say("pages.timeline.no-year")


@question
def moments_of(work: str, lookup: Lookup) -> tuple[Milestone, ...]:
    """The points in time of a work, each once; each leads to the work, so that no other has the same."""
    return tuple(dict.fromkeys((*events.of_work(lookup.works[work], lookup), *events.of_text(work, lookup, named=True))))


def _moments(works: Iterable[Work], of: Mapping[str, tuple[Milestone, ...]]) -> tuple[Milestone, ...]:
    """All points in time of some works."""
    return tuple(moment for work in works for moment in of[work.id])


def _years(moments: Iterable[Milestone]) -> tuple[TimelineYear, ...]:
    """By year, the newest first; what belongs to no year comes last."""
    found: defaultdict[str, list[Milestone]] = defaultdict(list)
    for moment in moments:
        found[moment.when.machine[:4]].append(moment)
    return tuple(
        TimelineYear(
            f"nam-{year}" if year else "khong-nam", _year_title(year), tuple(sorted(found[year], key=lambda moment: moment.order)[::-1])
        )
        for year in sorted(found, reverse=True)
    )


def _entries(_: Lookup) -> tuple[Entry, ...]:
    return (Entry(50, Link(say("pages.timeline.title"), addresses.TIMELINE)),)


KIND = PageKind(timeline_pages, {TimelinePage: "timeline.md.j2"}, _entries)
