"""Which reports answer which directive: those that review it, or begin by saying that they report on it; and those an editor names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.citation import Resolved
from build_tools.model.coverage import JudgedPair
from build_tools.model.document import Document
from build_tools.model.site import Site, SiteDocument
from build_tools.naming.works import target_work
from build_tools.statements.kinds import REPORT, genre

REVIEWS = "reviews"
CARRIES_OUT = frozenset({"based_on", "implements"})
"""What a report says at its beginning of the directive that it reports on ("Thực hiện Chỉ thị …, … báo cáo")."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A directive with a report that answers it (work ids). ``judged``: what an editor says, if anything; ``cited``: the graph holds it."""

    directive: str
    report: str
    cited: bool
    judged: JudgedPair | None = None


def pairs_of(site: Site) -> tuple[Pair, ...]:
    """All pairs whose two texts are on the site and whose directive lays down tasks, by directive and report."""
    documents = {document.work: document for document in site.documents}
    named: dict[tuple[str, str], JudgedPair] = {}
    for item in site.coverage:
        ends = (target_work(item.directive, site.works), target_work(item.report, site.works))
        if all(len(found) == 1 for found in ends):
            named.setdefault((ends[0][0].id, ends[1][0].id), item)
    cited = {(target, document.work) for document in site.documents for target in reported_on(document)}
    return tuple(
        Pair(directive, report, (directive, report) in cited, named.get((directive, report)))
        for directive, report in sorted(cited | named.keys())
        if directive in documents and report in documents and documents[directive].statements.tasks
    )


def reported_on(document: SiteDocument) -> Iterator[str]:
    """The works that a report reports on; none for a document that is no report."""
    if genre(document.document.header) is not REPORT:
        return
    ends = _opening(document.document)
    for reference in document.references:
        target = reference.resolution
        if not isinstance(target, Resolved) or target.work == document.work:
            continue
        if reference.predicate == REVIEWS or (reference.predicate in CARRIES_OUT and reference.citation.span.start < ends):
            yield target.work


def _opening(document: Document) -> int:
    """Where the first section of the body begins."""
    return next((section.span.start for section in document.sections), len(document.clean.text))
