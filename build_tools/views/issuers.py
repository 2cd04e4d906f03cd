"""Issuers: an index, and a page each with its place among the others and its documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.messages import say
from build_tools.model.register import Issuer
from build_tools.views import addresses, listing
from build_tools.views.kinds import PageKind
from build_tools.views.listing import Group, ListPage, Section
from build_tools.views.lookup import Lookup
from build_tools.views.paging import Part, parts
from build_tools.views.pieces import Link, SourceLine, When
from build_tools.views.wording import part_title, source_line, when

SYSTEMS = ("party", "state", "front")


@dataclass(frozen=True, slots=True)
class IssuerPage:
    """One issuer."""

    path: str
    title: str
    system: str
    aliases: tuple[str, ...]
    codes: tuple[str, ...]
    parent: Link | None
    children: tuple[Link, ...]
    successors: tuple[Link, ...]
    predecessors: tuple[Link, ...]
    since: When | None
    until: When | None
    sources: tuple[SourceLine, ...]
    sections: tuple[Section, ...]
    timeline: Link | None
    part: Part


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
            )


def _link(issuer: Issuer) -> Link:
    return Link(issuer.name, addresses.issuer(issuer.id))


KIND = PageKind(issuer_pages, {IssuerPage: "issuer.md.j2"})
