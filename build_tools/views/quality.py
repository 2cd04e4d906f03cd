"""What is missing, undecided or contradictory, shown openly: wanted documents, ambiguous citations, conflicts, doubtful sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.messages import say
from build_tools.model.register import Work
from build_tools.views import addresses
from build_tools.views.card import DateFact, date_facts
from build_tools.views.kinds import Entry, PageKind
from build_tools.views.lookup import Lookup
from build_tools.views.numbers import Mention, mention
from build_tools.views.pieces import Link, SourceLine
from build_tools.views.reading import to_confirm
from build_tools.views.standing import ReplacedCited, warnings
from build_tools.views.statements import CheckRow, check_row
from build_tools.views.wanted import WantedRow, wanted_rows
from build_tools.views.wording import source_line

SHOWN = 200


@dataclass(frozen=True, slots=True)
class Conflict:
    """A work whose sources give different dates."""

    link: Link
    dates: tuple[DateFact, ...]


@dataclass(frozen=True, slots=True)
class QualityPage:
    """The overview. ``wanted`` holds the first ones only; counts are of all."""

    path: str
    wanted: tuple[WantedRow, ...]
    wanted_count: int
    wanted_page: Link
    ambiguous: tuple[Mention, ...]
    ambiguous_count: int
    conflicts: tuple[Conflict, ...]
    warned: tuple[ReplacedCited, ...]
    checks: tuple[tuple[Link, CheckRow], ...]
    weak: tuple[tuple[Link, tuple[SourceLine, ...]], ...]
    confirm: tuple[tuple[Link, tuple[str, ...]], ...]
    unexplained: tuple[Link, ...]


def quality_pages(lookup: Lookup) -> Iterator[QualityPage]:
    """The overview."""
    site = lookup.site
    wanted = wanted_rows(lookup)
    checks = tuple(
        (lookup.link(document.work), check_row(check, document.statements.figures))
        for document in site.documents
        for check in document.statements.checks
        if not check.holds
    )
    unsure = ((document.work, to_confirm(document.document.clean)) for document in site.documents if document.document.clean.confirm)
    confirm = tuple((replace(lookup.link(work), anchor="can-xac-nhan"), items) for work, items in unsure if items)
    explained = {item.term for item in site.register.glossary if item.expansion or item.meaning}
    unexplained = [
        term
        for term, uses in lookup.glossary.uses.items()
        if term not in explained
        and not any(found.expansion for _, found in uses)
        and any(found.kind == "abbreviation" for _, found in uses)
    ]
    yield QualityPage(
        addresses.QUALITY,
        wanted[:20],
        len(wanted),
        Link(say("pages.wanted.all"), addresses.WANTED),
        tuple(mention(item, lookup) for item in site.ambiguous[:SHOWN]),
        len(site.ambiguous),
        tuple(Conflict(lookup.link(work.id), date_facts(work)) for work in site.works if len(work.dates) > 1),
        tuple(item for work in site.works for item in warnings(work.id, lookup)),
        checks[:SHOWN],
        tuple((lookup.link(work.id), weak) for work in site.works if (weak := _weak(work))),
        confirm[:SHOWN],
        tuple(Link(term, *lookup.glossary.places[term]) for term in sorted(unexplained)[:SHOWN]),
    )


def _weak(work: Work) -> tuple[SourceLine, ...]:
    """The sources of a work whose own facts, or relations, rest on nothing better than one secondary source."""
    facts = (work.sources, *(claim.sources for claim in work.dates), *(relation.sources for relation in work.relations))
    weak = [source for sources in facts if sources and all(source.confidence == "C" for source in sources) for source in sources]
    return tuple(dict.fromkeys(map(source_line, weak)))


def _entries(_: Lookup) -> tuple[Entry, ...]:
    return (Entry(80, Link(say("pages.quality.title"), addresses.QUALITY)),)


KIND = PageKind(quality_pages, {QualityPage: "quality.md.j2"}, _entries)
