"""Issuers: an index, and a page each with its place among the others and its documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.messages import say
from build_tools.model.register import Issuer, Work
from build_tools.views import addresses, listing
from build_tools.views.desks import DeskView, desk_view
from build_tools.views.kinds import PageKind
from build_tools.views.listing import Group, ListPage, Row, Section
from build_tools.views.lookup import Lookup
from build_tools.views.paging import WHOLE, Part, parts
from build_tools.views.pieces import Link, SourceLine, When
from build_tools.views.wording import part_title, source_line, when

SYSTEMS = ("party", "state", "front")


@dataclass(frozen=True, slots=True)
class IssuerPage:
    """One body: its place among the others, what lies on its desk, its documents.

    ``system`` is empty where the register does not know it and texts only name it.
    """

    path: str
    title: str
    system: str
    aliases: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    parent: Link | None = None
    children: tuple[Link, ...] = ()
    successors: tuple[Link, ...] = ()
    predecessors: tuple[Link, ...] = ()
    since: When | None = None
    until: When | None = None
    sources: tuple[SourceLine, ...] = ()
    sections: tuple[Section, ...] = ()
    timeline: Link | None = None
    part: Part = WHOLE
    desk: DeskView | None = None
    citing: tuple[Row, ...] = ()


def issuer_pages(lookup: Lookup) -> Iterator[IssuerPage | ListPage]:
    """The index and all pages."""
    works = listing.by_issuer(lookup)
    groups: list[tuple[str, tuple[Group, ...]]] = []
    for system in SYSTEMS:
        title = say(f"pages.systems.{system}")
        found = [issuer for issuer in lookup.site.register.issuers if issuer.system == system]
        found.sort(key=lambda issuer: (-len(works.get(issuer.id, ())), issuer.name, issuer.id))
        made = [Group(_link(issuer), len(works.get(issuer.id, ()))) for issuer in found]
        groups.append((title, tuple(group for group in made if group.count)))
        groups.append((say("pages.issuers.without", system=title), tuple(group for group in made if not group.count)))
    intro = say("pages.issuers.intro")
    yield ListPage(addresses.ISSUERS, say("pages.issuers.title"), intro, tuple(group for group in groups if group[1]))
    desks = lookup.bodies.desks
    children: defaultdict[str, list[Issuer]] = defaultdict(list)
    before: defaultdict[str, list[Issuer]] = defaultdict(list)
    for issuer in lookup.site.register.issuers:
        if issuer.parent:
            children[issuer.parent].append(issuer)
        for successor in issuer.successors:
            before[successor].append(issuer)
    for issuer in lookup.site.register.issuers:
        own = works.get(issuer.id, [])
        path = addresses.issuer(issuer.id)
        for part, rows in parts(path, listing.rows(own, lookup)):
            yield IssuerPage(
                part.pages[part.number - 1] if part.pages else path,
                part_title(issuer.name, part.number),
                say(f"pages.systems.{issuer.system}"),
                issuer.aliases,
                issuer.codes,
                _link(lookup.issuers[issuer.parent]) if issuer.parent in lookup.issuers else None,
                tuple(map(_link, children[issuer.id])),
                tuple(_link(lookup.issuers[item]) for item in issuer.successors if item in lookup.issuers),
                tuple(map(_link, before[issuer.id])),
                when(issuer.since) if issuer.since else None,
                when(issuer.until) if issuer.until else None,
                tuple(map(source_line, issuer.sources)),
                (Section("van-ban", say("pages.documents.title"), rows),) if rows else (),
                Link(say("pages.timeline.title"), addresses.issuer_timeline(issuer.id)) if own else None,
                part,
                desk_view(desks[issuer.id], lookup) if issuer.id in desks and part.number == 1 else None,
                _citing(own, lookup) if part.number == 1 else (),
            )
    for key, desk in desks.items():
        if key not in lookup.issuers:
            yield IssuerPage(addresses.issuer(key), desk.body.name, "", desk=desk_view(desk, lookup))


def _citing(works: list[Work], lookup: Lookup) -> tuple[Row, ...]:
    """Documents of others that cite those of a body."""
    own = {work.id for work in works}
    found = {edge.source for work in works for edge in lookup.incoming.get(work.id, ()) if edge.source not in own}
    return listing.rows((lookup.works[work] for work in found if work in lookup.works), lookup)


def _link(issuer: Issuer) -> Link:
    return Link(issuer.name, addresses.issuer(issuer.id))


KIND = PageKind(issuer_pages, {IssuerPage: "issuer.md.j2"})
