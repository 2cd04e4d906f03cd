"""Every number that the reports of a site tell: its value, what it counts, of whom, when, and where it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.lexicon.keys import exact_key
from build_tools.model.site import Site, SiteDocument
from build_tools.model.statement import Check, Figure
from build_tools.statements.kinds import REPORT, genre

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a report. ``issuer`` is the id of the body that reports, "" if not known; ``year`` that the figure is of, "" if unknown:
    the last that its period names, else the year of the report."""

    work: str
    index: int
    figure: Figure
    issuer: str
    year: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """One thing counted in the same unit for several bodies or times, in the order of the ledger."""

    label: str
    unit: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One thing of one body and time for which documents tell different numbers."""

    label: str
    entries: tuple[Entry, ...]


def reports(site: Site) -> Iterator[SiteDocument]:
    """The documents that are reports and tell figures or practices, in the order of their ids."""
    for document in site.documents:
        if genre(document.document.header) is REPORT:
            yield document


def ledger(site: Site) -> tuple[Entry, ...]:
    """All figures of all reports, document by document in reading order."""
    works = {work.id: work for work in site.works}
    found = []
    for document in reports(site):
        work = works[document.work]
        own = (document.document.header.date or work.date or "")[:4]
        for index, figure in enumerate(document.statements.figures):
            years = YEAR.findall(figure.period or "")
            year = max(years) if years else own
            found.append(Entry(document.work, index, figure, work.issuer or "", year, document.themes))
    return tuple(found)


def checks(site: Site) -> Iterator[tuple[SiteDocument, Check]]:
    """All arithmetic of all reports."""
    for document in reports(site):
        for check in document.statements.checks:
            yield document, check


def wrong_elsewhere(site: Site) -> int:
    """How much arithmetic does not come out in documents that are no reports."""
    told = {document.work for document in reports(site)}
    return sum(not check.holds for document in site.documents if document.work not in told for check in document.statements.checks)


def series(entries: tuple[Entry, ...]) -> tuple[Series, ...]:
    """What is counted for more than one body or time, each once a body and time, the longest rows first."""
    groups: defaultdict[tuple[str, str], dict[tuple[str, str], Entry]] = defaultdict(dict)
    for entry in entries:
        figure = entry.figure
        if len(figure.label.split()) > 1 and figure.part_of is None:
            whose = (exact_key(figure.organisation or entry.issuer), figure.period or entry.year)
            groups[exact_key(figure.label), exact_key(figure.unit or "")].setdefault(whose, entry)
    rows = (tuple(group.values()) for group in groups.values() if len(group) > 1)
    found = [Series(row[0].figure.label, row[0].figure.unit or "", row) for row in rows]
    return tuple(sorted(found, key=lambda item: (-len(item.entries), exact_key(item.label), item.unit)))


def conflicts(entries: tuple[Entry, ...]) -> tuple[Conflict, ...]:
    """Numbers that two reports give differently for one thing, body and stated period; approximate ones are no claim."""
    groups: defaultdict[tuple[str, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        figure = entry.figure
        if figure.organisation and figure.period and not figure.approximation and len(figure.label.split()) > 1:
            key = (exact_key(figure.organisation), exact_key(figure.label), exact_key(figure.unit or ""), figure.period)
            groups[key].append(entry)
    return tuple(
        Conflict(group[0].figure.label, tuple(group))
        for key, group in sorted(groups.items())
        if len({entry.figure.value for entry in group}) > 1 and len({entry.work for entry in group}) > 1
    )
