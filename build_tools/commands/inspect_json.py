"""The shape that ``inspect --format json`` prints; ``inspect.schema.json`` beside this file fixes it.

All offsets are code points of the source file as read with ``open(path, encoding="utf-8", newline="")``.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from build_tools.commands.pipeline import Read
from build_tools.model.citation import CITES, Ambiguous, Citation, Reference, Resolved, Scope
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Document
from build_tools.model.span import Span
from build_tools.model.statement import Event, Statements

JSON = dict[str, Any]


def as_json(read: Read) -> JSON:
    """Everything known of one file, ready for ``json.dumps``."""
    document = read.document
    place = Places(document)
    resolutions = {reference.citation: reference for reference in read.references}
    return {
        "document": header(document),
        "sections": [
            {"label": item.label, "title": item.title, "level": item.level, "start": place.start(item.span), "id": item.node_id}
            for item in document.sections
        ],
        "citations": [citation(item, resolutions.get(item), place) for item in read.citations],
        "relations": [
            {"predicate": item.predicate, "citation": index, "evidence": item.evidence.of(document.clean.text), "scope": scope(item.scope)}
            for index, item in enumerate(read.references)
            if item.predicate != CITES
        ],
        "spoken_of": [
            {
                "predicate": item.scope.of,
                "citation": index,
                "evidence": item.evidence.of(document.clean.text),
                "scope": scope(item.scope),
            }
            for index, item in enumerate(read.references)
            if item.scope is not None and item.scope.of is not None
        ],
        **statements(read.statements, place),
        "diagnostics": [diagnostic(item) for item in read.diagnostics],
    }


def scope(value: Scope | None) -> JSON | None:
    """How much of the other document a relation is about."""
    return None if value is None else {"kind": value.kind, "words": value.words, "start": value.start, "end": value.end}


class Places:
    """Spans of the clean text as places in the source."""

    def __init__(self, document: Document) -> None:
        self.clean = document.clean

    def start(self, span: Span) -> int:
        """Source offset of the span's first character."""
        return self.clean.origin.to_source(span).start

    def range(self, span: Span) -> JSON:
        """Start, end and the characters as the source has them."""
        there = self.clean.origin.to_source(span)
        return {"start": there.start, "end": there.end, "text": there.of(self.clean.source)}


def header(document: Document) -> JSON:
    """What the document says of itself."""
    own = document.header
    place = Places(document)
    return {
        "type": own.type,
        "number": own.number,
        "date": own.date,
        "place": own.place,
        "issuer": own.issuer,
        "parent": own.parent,
        "issuing_body": own.issuing_body,
        "term": own.term,
        "subject": own.subject,
        "signer": own.signature.signer,
        "signer_title": own.signature.title,
        "authority": own.signature.authority,
        "signatures": [{"signer": one.signer, "signer_title": one.title, "authority": one.authority} for one in own.signatures],
        "addressees": list(own.addressees),
        "recipients": list(own.recipients),
        "is_document": document.is_document,
        "method": document.clean.method,
        "confirm": list(map(asdict, document.clean.confirm)),
        "stated": [
            {
                "field": item.field,
                "value": item.words.value,
                "origin": item.origin,
                "at": [place.range(span) for span in item.words.spans],
            }
            for item in own.values
        ],
        "corrected": [{**place.range(item.span), "value": item.value} for item in document.clean.corrections],
    }


def citation(item: Citation, reference: Reference | None, place: Places) -> JSON:
    """One citation with what it was resolved to."""
    pinpoint = asdict(item.pinpoint) if item.pinpoint else None
    return {
        **place.range(item.span),
        "kind": item.kind,
        "type": item.type,
        "number": item.number,
        "date": item.date,
        "issuer": item.issuer,
        "term": item.term,
        "name": item.name,
        "pinpoint": pinpoint,
        "target": item.target or "; ".join(item.targets) or None,
        "resolution": resolution(reference),
    }


def resolution(reference: Reference | None) -> JSON | None:
    """How a citation was resolved: state, works or wanted key, and the rule that decided."""
    if reference is None:
        return None
    found = reference.resolution
    if isinstance(found, Resolved):
        return {"state": "resolved", "works": [found.work], "rule": found.rule}
    if isinstance(found, Ambiguous):
        return {"state": "ambiguous", "works": list(found.works), "rule": found.rule}
    return {"state": "unknown", "works": [], "wanted": found.wanted, "rule": found.rule}


def event(item: Event, place: Places) -> JSON:
    """One event; a point in time has ``date``, a stretch has ``period`` as "start/end"."""
    when = {"date": item.start} if item.start == item.end or item.end is None else {"period": f"{item.start}/{item.end}"}
    return {
        **place.range(item.span),
        **when,
        "kind": item.kind,
        "precision": item.precision,
        "recurrence": item.recurrence,
        "label": item.label,
        "also_at": [place.start(span) for span in item.also_at],
    }


def statements(found: Statements, place: Places) -> JSON:
    """Events, tasks, figures, checks, terms, good practices."""
    return {
        "effective_on": found.effective_on,
        "expires_on": found.expires_on,
        "events": [event(item, place) for item in found.events],
        "tasks": [
            {
                **place.range(item.span),
                "number": item.number,
                "action": item.action,
                "lead": list(item.lead),
                "lead_source": item.lead_source,
                "cooperating": list(item.cooperating),
                "deadline": item.deadline,
                "recurrence": item.recurrence,
                "report_to": item.report_to,
                "deadline_for": item.deadline_for,
                "due": item.due,
                "deadline_at": place.range(item.deadline_at) if item.deadline_at else None,
            }
            for item in found.tasks
        ],
        "figures": [
            {
                **place.range(item.span),
                "quote": item.quote,
                "value": item.value,
                "unit": item.unit,
                "label": item.label,
                "organisation": item.organisation,
                "period": item.period,
                "denominator": item.denominator,
                "approximation": item.approximation,
                "comparison": item.comparison,
                "part_of": place.start(item.part_of) if item.part_of else None,
            }
            for item in found.figures
        ],
        "checks": [
            {"kind": item.kind, "figures": list(item.figures), "holds": item.holds, "printed": item.printed, "text": item.text}
            for item in found.checks
        ],
        "terms": [
            {**place.range(item.span), "term": item.term, "expansion": item.expansion, "class": item.kind, "defined": item.defined}
            for item in found.terms
        ],
        "practices": [{**place.range(item.span), "name": item.name, "organisation": item.organisation} for item in found.practices],
    }


def diagnostic(item: Diagnostic) -> JSON:
    """One finding, without the path of this machine."""
    return {
        "code": item.code,
        "severity": item.severity,
        "message": item.message,
        "hint": item.hint,
        "line": item.line,
        "column": item.column,
    }
