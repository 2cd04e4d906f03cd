"""The figures of reports: an overview, tables by the body that reports, by year and by theme, charts, and all arithmetic checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from build_tools.messages import say
from build_tools.model.site import SiteDocument
from build_tools.model.statement import Check
from build_tools.reports.ledger import Conflict, Entry, Series, checks, conflicts, ledger, series, wrong_elsewhere
from build_tools.views import addresses
from build_tools.views.keys import natural
from build_tools.views.kinds import Entry as HomeEntry
from build_tools.views.kinds import PageKind
from build_tools.views.listing import Group
from build_tools.views.lookup import Lookup
from build_tools.views.paging import WHOLE, Part, parts
from build_tools.views.pieces import Link
from build_tools.views.statements import FigureRow, check_row, figure_row
from build_tools.views.weight import weight
from build_tools.views.wording import part_title, shorten

PLACE = 300
"""Weight of the link to where a figure stands, and of its bold and small type."""
BARS, CHARTS = 12, 6
WRONG = 40
"""So many mismatches stand on the overview."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: ``size`` is its length in the unit of the chart, ``value`` the number as people write it, ``link`` its source."""

    label: str
    value: str
    size: float
    link: Link


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars of one unit under a title that says what is counted."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class CheckLine:
    """Arithmetic printed, with the places of the numbers that it takes."""

    kind: str
    about: str
    text: str
    holds: bool
    document: Link
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """What two reports tell differently: each number as printed with its source."""

    label: str
    told: tuple[tuple[str, Link], ...]


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """The overview."""

    path: str
    count: int
    report_count: int
    held: int
    wrong_count: int
    groups: tuple[tuple[str, str, tuple[Group, ...]], ...]
    wrong: tuple[CheckLine, ...]
    differing: tuple[Differing, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class FigureList:
    """Figures of one body, year or theme, a table for each report; charts of what can be set side by side."""

    path: str
    title: str
    charts: tuple[Chart, ...]
    documents: tuple[tuple[Link, str, tuple[FigureRow, ...]], ...]
    back: Link
    part: Part = WHOLE


@dataclass(frozen=True, slots=True)
class ChecksPage:
    """All arithmetic of all reports, what does not come out first."""

    path: str
    title: str
    lines: tuple[CheckLine, ...]
    back: Link
    part: Part = WHOLE


View = FiguresPage | FigureList | ChecksPage


def figures_pages(lookup: Lookup) -> Iterator[View]:
    """All of them."""
    entries = ledger(lookup.site)
    by_issuer: defaultdict[str, list[Entry]] = defaultdict(list)
    by_year: defaultdict[str, list[Entry]] = defaultdict(list)
    by_theme: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_issuer[entry.issuer].append(entry)
        by_year[entry.year].append(entry)
        for theme in entry.themes:
            by_theme[theme].append(entry)
    kinds = (
        ("theo-co-quan", say("reports.figures.by-issuer"), [
            (_issuer(key, lookup), addresses.figures_of("co-quan", key), found) for key, found in by_issuer.items()
        ]),
        ("theo-nam", say("pages.by.year"), [(_year(key), addresses.figures_of("nam", key), found) for key, found in by_year.items()]),
        ("theo-chu-de", say("pages.by.theme"), [
            (lookup.themes[key].name, addresses.figures_of("chu-de", key), found) for key, found in by_theme.items() if key in lookup.themes
        ]),
    )  # fmt: skip
    lines = sorted((_check_line(document, check, lookup) for document, check in checks(lookup.site)), key=lambda line: line.holds)
    wrong = tuple(line for line in lines if not line.holds)
    groups = tuple(
        (
            identifier,
            title,
            tuple(Group(Link(name, path), len(found)) for name, path, found in sorted(rows, key=lambda row: natural(row[0]))),
        )
        for identifier, title, rows in kinds
    )
    links: tuple[Link, ...] = (Link(say("reports.figures.all-checks", count=len(lines)), addresses.FIGURE_CHECKS),) if lines else ()
    elsewhere = wrong_elsewhere(lookup.site)
    links += (Link(say("reports.figures.elsewhere", count=elsewhere), addresses.QUALITY, "so-hoc"),) if elsewhere else ()
    links += (Link(say("reports.forms.entry"), addresses.FORMS),) if lookup.site.forms else ()
    yield FiguresPage(
        path=addresses.FIGURES,
        count=len(entries),
        report_count=len({entry.work for entry in entries}),
        held=len(lines) - len(wrong),
        wrong_count=len(wrong),
        groups=groups,
        wrong=wrong[:WRONG],
        differing=tuple(_differing(item, lookup) for item in conflicts(entries)[:WRONG]),
        links=links,
    )
    back = Link(say("reports.figures.title"), addresses.FIGURES)
    for _, _, rows in kinds:
        for name, path, found in rows:
            yield from _list(say("reports.figures.of", name=name), path, tuple(found), back, lookup)
    for part, chosen in parts(addresses.FIGURE_CHECKS, lines) if lines else ():
        here = part.page(addresses.FIGURE_CHECKS)
        yield ChecksPage(here, part_title(say("reports.figures.checks"), part.number), chosen, back, part)


def _issuer(identifier: str, lookup: Lookup) -> str:
    issuer = lookup.issuers.get(identifier)
    return issuer.name if issuer else identifier or say("reports.figures.no-issuer")


def _year(year: str) -> str:
    return say("pages.years.one", year=year) if year else say("reports.figures.no-year")


def _list(title: str, path: str, found: tuple[Entry, ...], back: Link, lookup: Lookup) -> Iterator[FigureList]:
    charts = tuple(chart for row in series(found)[:CHARTS] if (chart := _chart(row, lookup)))
    charts = charts or tuple(_parts_charts(found, lookup))[:CHARTS]
    for part, chosen in parts(path, found, weigh=lambda entry: weight(entry.figure) + PLACE):
        documents = tuple(
            (lookup.link(work), lookup.works[work].subject, tuple(figure_row(work, entry.figure, lookup) for entry in group))
            for work, group in groupby(chosen, key=lambda entry: entry.work)
        )
        here = part.page(path)
        yield FigureList(here, part_title(title, part.number), charts if part.number == 1 else (), documents, back, part)


def _chart(row: Series, lookup: Lookup) -> Chart | None:
    """Bars of a row; none where a number is below zero, or the row tells nothing but one value."""
    chosen = row.entries[:BARS]
    if any(Decimal(entry.figure.value) < 0 for entry in chosen) or len({entry.figure.value for entry in chosen}) == 1:
        return None
    bars = tuple(_bar(_whose(entry, lookup), entry, lookup) for entry in chosen)
    return Chart(_titled(row.label, row.unit), bars)


def _whose(entry: Entry, lookup: Lookup) -> str:
    whose = entry.figure.organisation or _issuer(entry.issuer, lookup)
    return ", ".join(filter(None, (whose, entry.figure.period or entry.year)))


def _titled(label: str, unit: str) -> str:
    return f"{label} ({unit})" if unit and unit not in label.lower() else label


def _bar(label: str, entry: Entry, lookup: Lookup) -> Bar:
    figure = entry.figure
    value = f"{figure.quote} %" if figure.unit == "%" else figure.quote
    return Bar(label, value, float(Decimal(figure.value)), lookup.link(entry.work, figure.node_id))


def _parts_charts(found: tuple[Entry, ...], lookup: Lookup) -> Iterator[Chart]:
    """The parts of each whole that adds up, drawn beside the whole; equal drawings once."""
    seen: set[tuple[str, ...]] = set()
    for work, group in groupby(found, key=lambda entry: entry.work):
        here = {entry.index: entry for entry in group}
        for check in lookup.documents[work].statements.checks:
            if check.kind != "sum" or not check.holds or len(check.figures) > BARS or not here.keys() >= set(check.figures):
                continue
            rows = [here[index] for index in (check.figures[-1], *check.figures[:-1])]
            values = tuple(entry.figure.value for entry in rows)
            if values not in seen:
                seen.add(values)
                bars = tuple(_bar(entry.figure.label.rpartition(" - ")[2], entry, lookup) for entry in rows)
                yield Chart(rows[0].figure.label, bars)


def _check_line(document: SiteDocument, check: Check, lookup: Lookup) -> CheckLine:
    row = check_row(check, document.statements.figures)
    nodes = dict.fromkeys(document.statements.figures[index].node_id for index in check.figures)
    places = tuple(lookup.link(document.work, node, lookup.place(document.work, node)) for node in nodes)
    return CheckLine(row.kind, row.about, row.text, row.holds, lookup.link(document.work), places)


def _differing(item: Conflict, lookup: Lookup) -> Differing:
    told = tuple(
        (entry.figure.quote, lookup.link(entry.work, entry.figure.node_id, lookup.name(lookup.works[entry.work]))) for entry in item.entries
    )
    return Differing(shorten(f"{item.label}, {item.entries[0].figure.organisation}, {item.entries[0].figure.period}", 200), told)


KIND = PageKind(
    figures_pages,
    {FiguresPage: "figures.md.j2", FigureList: "figure_list.md.j2", ChecksPage: "figure_checks.md.j2"},
    lambda _: (HomeEntry(45, Link(say("reports.figures.title"), addresses.FIGURES)),),
)
