"""The list pages: all documents, the register, types, years, themes, and each type, year and theme."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.messages import say
from build_tools.model.register import Work
from build_tools.views import addresses, listing
from build_tools.views.chains import theme_chain
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.listing import Group, ListPage, Section, group_pages
from build_tools.views.lookup import Lookup
from build_tools.views.paging import parts
from build_tools.views.pieces import Link
from build_tools.views.weight import weight
from build_tools.views.wording import part_title

ISSUERS = 60
"""So many issuers, those of most documents, are shown with the list of all documents."""
Groups = tuple[tuple[str, tuple[Group, ...]], ...]


def list_pages(lookup: Lookup) -> Iterator[ListPage]:
    """All of them."""
    site = lookup.site
    types, years, themes = listing.type_groups(lookup), listing.year_groups(lookup), listing.theme_groups(lookup)
    issuers = listing.issuer_groups(lookup)
    texts = tuple(lookup.works[document.work] for document in site.documents)
    ways: Groups = (
        (say("pages.by.theme"), themes),
        (say("pages.by.type"), types),
        (say("pages.by.issuer"), issuers[:ISSUERS]),
        (say("pages.by.year"), years),
    )
    intro = say("pages.documents.intro")
    more = (Link(say("pages.home.all-issuers"), addresses.ISSUERS),) if len(issuers) > ISSUERS else ()
    yield from pages(addresses.DOCUMENTS, say("pages.documents.title"), intro, texts, lookup, ways, more)
    intro = say("pages.register.intro")
    shared = (Link(say("pages.numbers.title"), addresses.SHARED_NUMBERS),)
    yield from pages(addresses.REGISTER, say("pages.register.title"), intro, site.works, lookup, ((say("pages.by.type"), types),), shared)
    crossed = listing.by_theme_and_issuer(lookup)
    cross = (Link(say("pages.themes.crossed"), addresses.THEMES_ISSUERS),) if crossed else ()
    yield from group_pages(addresses.TYPES, say("pages.types.title"), "", (("", types),))
    yield from group_pages(addresses.YEARS, say("pages.years.title"), "", (("", years),))
    yield from group_pages(addresses.THEMES, say("pages.themes.title"), "", (("", themes),), cross)
    for key, works in listing.by_type(lookup).items():
        up: tuple[Link, ...] = (Link(say("pages.types.all"), addresses.TYPES),)
        yield from pages(addresses.document_type(key), listing.type_name(key, lookup), "", works, lookup, (), up)
    for key, works in listing.by_year(lookup).items():
        title = say("pages.years.one", year=key) if key.isdigit() else say("pages.years.unknown")
        intro = "" if key.isdigit() else say("pages.years.unknown-intro")
        yield from pages(addresses.year(key), title, intro, works, lookup, (), (Link(say("pages.years.all"), addresses.YEARS),))
    yield from _crosses(crossed, lookup)
    for key, works in listing.by_theme(lookup).items():
        theme = lookup.themes[key]
        bodies = tuple(
            Group(Link(lookup.issuers[issuer].name, addresses.theme_issuer(key, issuer)), len(own))
            for issuer, own in crossed.get(key, {}).items()
        )
        by_body: Groups = ((say("pages.by.issuer"), bodies),) if bodies else ()
        up = (Link(say("pages.themes.timeline"), addresses.theme_timeline(key)), Link(say("pages.themes.all"), addresses.THEMES))
        up = (Link(say("pages.chain.entry"), addresses.theme_chain(key)), *up) if theme_chain(key, lookup) else up
        yield from pages(addresses.theme(key), theme.name, theme.description, works, lookup, by_body, up)


def _crosses(crossed: dict[str, dict[str, list[Work]]], lookup: Lookup) -> Iterator[ListPage]:
    """Themes crossed with those who issue: the ways, and the documents of each pair."""
    up = (Link(say("pages.themes.all"), addresses.THEMES),)
    ways = tuple(
        (lookup.themes[theme].name, tuple(
            Group(Link(lookup.issuers[issuer].name, addresses.theme_issuer(theme, issuer)), len(works)) for issuer, works in bodies.items()
        ))
        for theme, bodies in crossed.items()
    )  # fmt: skip
    if ways:
        yield from group_pages(addresses.THEMES_ISSUERS, say("pages.themes.crossed"), say("pages.themes.crossed-intro"), ways, up)
    for theme, bodies in crossed.items():
        for issuer, works in bodies.items():
            name = say("pages.themes.of-issuer", theme=lookup.themes[theme].name, issuer=lookup.issuers[issuer].name)
            links = (
                Link(lookup.themes[theme].name, addresses.theme(theme)),
                Link(lookup.issuers[issuer].name, addresses.issuer(issuer)),
                Link(say("pages.themes.crossed"), addresses.THEMES_ISSUERS),
            )
            yield from pages(addresses.theme_issuer(theme, issuer), name, "", works, lookup, (), links)


def pages(
    path: str,
    title: str,
    intro: str,
    works: tuple[Work, ...] | list[Work],
    lookup: Lookup,
    groups: Groups = (),
    links: tuple[Link, ...] = (),
) -> Iterator[ListPage]:
    """A list of works, newest first, in parts when it is long; texts of the site stand before mere entries."""
    rows = listing.rows(works, lookup)
    ordered = [row for row in rows if row.has_text] + [row for row in rows if not row.has_text]
    for part, chosen in parts(path, ordered, first=weight(groups)):
        sections = (
            Section("co-van-ban", say("pages.list.with-text"), tuple(row for row in chosen if row.has_text)),
            Section("tra-cuu", say("pages.list.without-text"), tuple(row for row in chosen if not row.has_text)),
        )
        name = part_title(title, part.number)
        here = part.page(path)
        shown = groups if part.number == 1 else ()
        yield ListPage(here, name, intro if part.number == 1 else "", shown, tuple(s for s in sections if s.rows), links, part)


def _entries(_: Lookup) -> tuple[Entry, ...]:
    return (
        Entry(10, Link(say("pages.register.title"), addresses.REGISTER)),
        Entry(20, Link(say("pages.types.entry"), addresses.TYPES)),
        Entry(30, Link(say("pages.years.entry"), addresses.YEARS)),
        Entry(40, Link(say("pages.themes.entry"), addresses.THEMES)),
    )


KIND = PageKind(list_pages, {ListPage: "list.md.j2"}, _entries)
