"""Issuers: an index, and a page each with its place among the others and its documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.messages import say
from build_tools.model.register import Issuer, Work
from build_tools.views import addresses, listing
from build_tools.views.desks import DeskView, Pair, desk_view
from build_tools.views.kinds import PageKind
from build_tools.views.listing import Group, ListPage, Row, Section, group_pages
from build_tools.views.lookup import Lookup
from build_tools.views.paging import WHOLE, Part, beginning, parts
from build_tools.views.pieces import Link, SourceLine, When
from build_tools.views.tasks import TasksPage, task_list
from build_tools.views.weight import weight
from build_tools.views.wording import part_title, source_line, when

WHOLE_PAGE = 150_000
"""Weight of a body's page with all of its lists."""
BEGINNING = 16_000
"""Weight of what a page that is too long shows of each list."""
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
    themes: tuple[Group, ...] = ()
    away: tuple[tuple[str, Link], ...] = ()
    """Lists of which only the beginning is shown here, with the way to all of it."""


def issuer_pages(lookup: Lookup) -> Iterator[IssuerPage | ListPage | TasksPage]:
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
    yield from group_pages(addresses.ISSUERS, say("pages.issuers.title"), intro, tuple(group for group in groups if group[1]))
    desks = lookup.bodies.desks
    themes = _themes(lookup)
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
            page = IssuerPage(
                path=part.page(path),
                title=part_title(issuer.name, part.number),
                system=say(f"pages.systems.{issuer.system}"),
                aliases=issuer.aliases,
                codes=issuer.codes,
                parent=_link(lookup.issuers[issuer.parent]) if issuer.parent in lookup.issuers else None,
                children=tuple(map(_link, children[issuer.id])),
                successors=tuple(_link(lookup.issuers[item]) for item in issuer.successors if item in lookup.issuers),
                predecessors=tuple(map(_link, before[issuer.id])),
                since=when(issuer.since) if issuer.since else None,
                until=when(issuer.until) if issuer.until else None,
                sources=tuple(map(source_line, issuer.sources)),
                sections=(Section("van-ban", say("pages.documents.title"), rows),) if rows else (),
                timeline=Link(say("pages.timeline.title"), addresses.issuer_timeline(issuer.id)) if own else None,
                part=part,
                desk=desk_view(desks[issuer.id], lookup) if issuer.id in desks and part.number == 1 else None,
                citing=_citing(own, lookup) if part.number == 1 else (),
                themes=themes[issuer.id] if part.number == 1 and issuer.id in themes else (),
            )
            yield from _lightened(page, issuer.id, issuer.name)
    for key, desk in desks.items():
        if key not in lookup.issuers:
            yield from _lightened(IssuerPage(addresses.issuer(key), desk.body.name, "", desk=desk_view(desk, lookup)), key, desk.body.name)


def _lightened(page: IssuerPage, key: str, name: str) -> Iterator[IssuerPage | ListPage | TasksPage]:
    """The page; where it would be too long, only the beginnings of its long lists, and pages that have these lists whole."""
    desk = page.desk or DeskView()
    tasks = (("due", "co-thoi-han", "tasks.deadlines"), ("recurring", "dinh-ky", "tasks.recurring"), ("other", "viec-khac", "desk.other"),
        ("helping", "phoi-hop", "desk.helping"))  # fmt: skip
    if weight(page) <= WHOLE_PAGE:
        yield page
        return
    back, away, shown, further = (Link(name, page.path),), list[tuple[str, Link]](), dict[str, tuple[Pair, ...]](), list[TasksPage]()
    for field, id, title in tasks:
        found: tuple[Pair, ...] = getattr(desk, field)
        shown[field] = beginning(found, BEGINNING)
        if shown[field] != found:
            path = addresses.desk_list(key, id)
            away.append((id, Link(say("pages.work.away", count=len(found)), path)))
            heading = say("pages.desk.of", title=say(f"pages.{title}"), name=name)
            further += task_list(path, heading, found, field in ("due", "helping"), back)
    lists = list[ListPage]()
    rows = {"gui-toi": beginning(desk.received, BEGINNING), "dan-toi": beginning(page.citing, BEGINNING)}
    for id, all_, title in (("gui-toi", desk.received, "received"), ("dan-toi", page.citing, "citing")):
        if rows[id] != all_:
            path = addresses.desk_list(key, id)
            away.append((id, Link(say("pages.work.away", count=len(all_)), path)))
            heading = say("pages.desk.of", title=say(f"pages.desk.{title}"), name=name)
            for part, chosen in parts(path, all_):
                here = part.page(path)
                section = Section(id, say("pages.documents.title"), chosen)
                lists.append(ListPage(here, part_title(heading, part.number), "", (), (section,), back, part))
    due, recurring, other, helping = (shown[field] for field, _, _ in tasks)
    lighter = replace(desk, due=due, recurring=recurring, other=other, helping=helping, received=rows["gui-toi"]) if page.desk else None
    yield replace(page, desk=lighter, citing=rows["dan-toi"], away=tuple(away))
    yield from further
    yield from lists


def _themes(lookup: Lookup) -> dict[str, tuple[Group, ...]]:
    """Issuer → the themes on which it has documents, where others have some too."""
    found: defaultdict[str, list[Group]] = defaultdict(list)
    for theme, bodies in listing.by_theme_and_issuer(lookup).items():
        for issuer, works in bodies.items():
            found[issuer].append(Group(Link(lookup.themes[theme].name, addresses.theme_issuer(theme, issuer)), len(works)))
    return {issuer: tuple(groups) for issuer, groups in found.items()}


def _citing(works: list[Work], lookup: Lookup) -> tuple[Row, ...]:
    """Documents of others that cite those of a body."""
    own = {work.id for work in works}
    found = {edge.source for work in works for edge in lookup.incoming.get(work.id, ()) if edge.source not in own}
    return listing.rows((lookup.works[work] for work in found if work in lookup.works), lookup)


def _link(issuer: Issuer) -> Link:
    return Link(issuer.name, addresses.issuer(issuer.id))


KIND = PageKind(issuer_pages, {IssuerPage: "issuer.md.j2"})
