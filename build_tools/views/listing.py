"""Lists of documents: home, by type, issuer, year and theme, and the register as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from build_tools.lexicon.relations import relation, relations
from build_tools.lexicon.scopes import ends
from build_tools.messages import say
from build_tools.model.register import Work
from build_tools.views import addresses
from build_tools.views.lookup import Lookup
from build_tools.views.paging import WHOLE, Part, parts
from build_tools.views.pieces import Link, When
from build_tools.views.questions import question
from build_tools.views.weight import weight
from build_tools.views.wording import date_conflict, ended_text, issued, part_title, status_text


@dataclass(frozen=True, slots=True)
class Ended:
    """That a document was replaced or repealed, in words for both, and by what.

    ``now``: the last of the known chain, where that was ended in its turn. ``unsure``: only one secondary source says so, and the words
    tell it.
    """

    status: str
    how: str
    by: Link
    now: tuple[Link, ...] = ()
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One document in a list. ``ended`` says what ended it when the site knows; ``conflict`` its dates when sources disagree."""

    link: Link
    when: When | None
    issuer: Link | None
    subject: str
    kind: str
    has_text: bool
    ended: Ended | None = None
    conflict: str = ""
    added: When | None = None
    """When its text came to the site, in lists that are ordered by that."""


@dataclass(frozen=True, slots=True)
class Group:
    """A link to a list, with the number of its documents."""

    link: Link
    count: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled part of a list page."""

    id: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of links: groups first, then rows, in sections."""

    path: str
    title: str
    intro: str
    groups: tuple[tuple[str, tuple[Group, ...]], ...] = ()
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()
    part: Part = WHOLE


def group_pages(
    path: str, title: str, intro: str, groups: tuple[tuple[str, tuple[Group, ...]], ...], links: tuple[Link, ...] = ()
) -> Iterator[ListPage]:
    """A page of ways to lists, in parts when they are very many."""
    pairs = [(heading, group) for heading, found in groups for group in found]
    for part, chosen in parts(path, pairs, weigh=lambda pair: weight(pair[1])):
        shown = tuple((heading, tuple(group for _, group in found)) for heading, found in groupby(chosen, key=lambda pair: pair[0]))
        here = part.page(path)
        yield ListPage(here, part_title(title, part.number), intro if part.number == 1 else "", shown, (), links, part)


def row(work: Work, lookup: Lookup) -> Row:
    """How a work stands in a list: the same in every list."""
    return row_of(work.id, lookup)


@question
def row_of(identifier: str, lookup: Lookup) -> Row:
    """The same by the id of a work."""
    work = lookup.works[identifier]
    issuer = lookup.issuer(work)
    return Row(
        link=lookup.link(work.id),
        when=issued(work),
        issuer=Link(lookup.issuer_name(work), addresses.issuer(issuer.id)) if issuer else None,
        subject=work.subject if work.subject not in lookup.name(work) else "",
        kind=lookup.kind(work.id),
        has_text=work.id in lookup.documents,
        ended=ended(work.id, lookup),
        conflict=date_conflict(work),
    )


def ended(work: str, lookup: Lookup) -> Ended | None:
    """What replaced the work, or else what repealed it: the first of the first relation that ends it; what is unsure only where nothing
    else did."""
    ending = [edge for edge in lookup.incoming.get(work, ()) if ends(edge.predicate, edge.scope) and edge.source in lookup.works]
    order = [row.id for row in relations()]
    first = min(ending, key=lambda edge: (edge.unsure, order.index(edge.predicate)), default=None)
    if first is None:
        return None
    now = tuple(lookup.link(item) for item in last_of_chain(work, lookup) if item != first.source)
    row = relation(first.predicate)
    return Ended(status_text(row, first.unsure), ended_text(row, first.unsure), lookup.link(first.source), now, first.unsure)


def last_of_chain(work: str, lookup: Lookup) -> tuple[str, ...]:
    """What was put in the place of a work, and of that in its turn, as far as is known: the ends; empty where nothing was.

    What only repeals puts nothing in the place. Safe against circles.
    """
    seen, front, ends_found = {work}, [work], []
    while front:
        here = front.pop()
        after = sorted(
            {
                edge.source
                for edge in lookup.incoming.get(here, ())
                if relation(edge.predicate).chain == "always"
                and ends(edge.predicate, edge.scope)
                and not edge.unsure
                and edge.source in lookup.works
            }
        )
        if not after and here != work:
            ends_found.append(here)
        front.extend(item for item in after if item not in seen)
        seen.update(after)
    return tuple(sorted(ends_found))


def rows(works: Iterable[Work], lookup: Lookup) -> tuple[Row, ...]:
    """Newest first."""
    return tuple(row(work, lookup) for work in lookup.by_newest(tuple(works)))


def year_of(work: Work) -> str:
    """The year under which a work is listed; the earliest one when sources disagree on the date only within a year."""
    years = {claim.date[:4] for claim in work.dates}
    return years.pop() if len(years) == 1 else addresses.NO_YEAR


def by_type(lookup: Lookup) -> dict[str, list[Work]]:
    """Type id → works."""
    return _grouped((work.type, work) for work in lookup.site.works)


def by_year(lookup: Lookup) -> dict[str, list[Work]]:
    """Year → works, newest year first, unknown last."""
    found = _grouped((year_of(work), work) for work in lookup.site.works)
    return dict(sorted(found.items(), key=lambda item: (item[0].isdigit(), item[0]), reverse=True))


def by_theme(lookup: Lookup) -> dict[str, list[Work]]:
    """Theme id → works; a theme takes in what it names, what names it, and what reading found."""
    found = _grouped(
        (theme, work)
        for work in lookup.site.works
        for theme in dict.fromkeys((*work.themes, *(lookup.documents[work.id].themes if work.id in lookup.documents else ())))
    )
    for theme in lookup.site.register.themes:
        listed = found.setdefault(theme.id, [])
        known = {work.id for work in listed}
        listed.extend(lookup.works[work] for work in theme.works if work in lookup.works and work not in known)
    return {theme: works for theme, works in found.items() if theme in lookup.themes and works}


def by_theme_and_issuer(lookup: Lookup) -> dict[str, dict[str, list[Work]]]:
    """Theme id → issuer id → works, for themes on which several bodies have issued something; the body of most works first."""
    found: dict[str, dict[str, list[Work]]] = {}
    for theme, works in by_theme(lookup).items():
        bodies = _grouped((work.issuer, work) for work in works if work.issuer in lookup.issuers)
        if len(bodies) > 1:
            found[theme] = dict(sorted(bodies.items(), key=lambda item: (-len(item[1]), lookup.issuers[item[0]].name)))
    return found


def by_issuer(lookup: Lookup) -> dict[str, list[Work]]:
    """Issuer id → works."""
    return _grouped((work.issuer, work) for work in lookup.site.works if work.issuer in lookup.issuers)


def _grouped(pairs: Iterable[tuple[str | None, Work]]) -> dict[str, list[Work]]:
    found: defaultdict[str, list[Work]] = defaultdict(list)
    for key, work in pairs:
        if key is not None:
            found[key].append(work)
    return dict(sorted(found.items()))


def type_name(identifier: str, lookup: Lookup) -> str:
    """The name of a type by its id."""
    kind = lookup.types.get(identifier)
    return kind.name if kind else identifier.replace("-", " ").capitalize()


def type_groups(lookup: Lookup) -> tuple[Group, ...]:
    """All types that have documents."""
    return tuple(Group(Link(type_name(key, lookup), addresses.document_type(key)), len(works)) for key, works in by_type(lookup).items())


def year_groups(lookup: Lookup) -> tuple[Group, ...]:
    """All years that have documents, newest first."""
    return tuple(
        Group(Link(year if year.isdigit() else say("pages.years.unknown"), addresses.year(year)), len(works))
        for year, works in by_year(lookup).items()
    )


def theme_groups(lookup: Lookup) -> tuple[Group, ...]:
    """All themes that have documents."""
    return tuple(
        Group(Link(lookup.themes[key].name, addresses.theme(key)), len(works), lookup.themes[key].description)
        for key, works in by_theme(lookup).items()
    )


def issuer_groups(lookup: Lookup) -> tuple[Group, ...]:
    """All issuers that have documents, most documents first."""
    groups = [Group(Link(lookup.issuers[key].name, addresses.issuer(key)), len(works)) for key, works in by_issuer(lookup).items()]
    return tuple(sorted(groups, key=lambda group: (-group.count, group.link.text)))
