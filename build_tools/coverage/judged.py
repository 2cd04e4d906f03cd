"""What editors say, held against the documents: a task, a passage or a document that is not there any more is told with its line."""

from __future__ import annotations

from collections.abc import Iterator

from build_tools.coverage.keys import task_keys
from build_tools.coverage.matrix import offered_by
from build_tools.messages import finding, nearest
from build_tools.model.coverage import JudgedPair
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.site import Site, SiteDocument
from build_tools.naming.works import target_work


def judged_faults(site: Site) -> tuple[Diagnostic, ...]:
    """A finding for each row of the coverage files that means nothing on this site, in the order of the files."""
    documents = {document.work: document for document in site.documents}
    seen: dict[tuple[str, str], JudgedPair] = {}
    found: list[Diagnostic] = []
    for pair in site.coverage:
        ends = [_held(name, site, documents) for name in (pair.directive, pair.report)]
        for name, document in zip((pair.directive, pair.report), ends, strict=True):
            if document is None:
                near = nearest(name, [work.number or work.id for work in site.works if work.id in documents])
                case = "coverage-document.near" if near else "coverage-document.unknown"
                found.append(finding(case, pair.path, pair.line, name=name, near=near))
        directive, report = ends
        if directive is None or report is None:
            continue
        first = seen.setdefault((directive.work, report.work), pair)
        if first is not pair:
            found.append(finding("coverage-twice", pair.path, pair.line, directive=pair.directive, report=pair.report, first=first.line))
            continue
        found.extend(_cells(pair, directive, report))
    return tuple(found)


def _held(name: str, site: Site, documents: dict[str, SiteDocument]) -> SiteDocument | None:
    """The one document of the site that a name means."""
    works = [work for work in target_work(name, site.works) if work.id in documents]
    return documents[works[0].id] if len(works) == 1 else None


def _cells(pair: JudgedPair, directive: SiteDocument, report: SiteDocument) -> Iterator[Diagnostic]:
    tasks = set(task_keys(directive.statements.tasks))
    passages = {passage.id: passage for passage in offered_by(report)}
    for item in pair.judged:
        if item.task not in tasks:
            near = nearest(item.task, sorted(tasks))
            case = "coverage-task.near" if near else "coverage-task.unknown"
            yield finding(case, pair.path, item.line, name=item.task, near=near)
        elif item.passage and item.passage not in passages:
            near = nearest(item.passage, sorted(passages))
            case = "coverage-passage.near" if near else "coverage-passage.unknown"
            yield finding(case, pair.path, item.line, name=item.passage, near=near)
        elif item.passage and not passages[item.passage].begins(item.begins):
            yield finding("coverage-moved", pair.path, item.line, passage=item.passage, begins=item.begins)
