"""The shape that ``cites --format json`` prints; ``cites.schema.json`` beside this file fixes it.

Offsets are those of ``inspect``: code points of the source file.
"""

from __future__ import annotations

from dataclasses import asdict

from build_tools.commands.inspect_json import JSON, Places
from build_tools.graph.cited import CitedWork, Looked
from build_tools.model.citation import Ambiguous, Resolved
from build_tools.model.document import Document
from build_tools.resolve.validity import Replacement


def as_json(document: Document, found: tuple[Looked, ...], as_of: str | None) -> JSON:
    """The file's own head, the day of the newest fact of the register, and every citation with what is known of it."""
    place = Places(document)
    own = document.header
    return {
        "document": {"type": own.type, "number": own.number, "date": own.date},
        "as_of": as_of,
        "citations": [_citation(item, place) for item in found],
    }


def _citation(item: Looked, place: Places) -> JSON:
    cited, found = item.reference.citation, item.reference.resolution
    return {
        **place.range(cited.span),
        "kind": cited.kind,
        "type": cited.type,
        "number": cited.number,
        "date": cited.date,
        "issuer": cited.issuer,
        "term": cited.term,
        "name": cited.name,
        "pinpoint": asdict(cited.pinpoint) if cited.pinpoint else None,
        "state": item.state,
        "rule": found.rule,
        "wanted": None if isinstance(found, Resolved | Ambiguous) else found.wanted,
        "outdated": item.outdated,
        "works": [_work(work) for work in item.works],
    }


def _work(cited: CitedWork) -> JSON:
    return {
        "id": cited.work.id,
        "name": cited.name,
        "date": cited.work.date,
        "subject": cited.work.subject,
        "ended": [_ending(step.item, step.by) for step in cited.ended],
    }


def _ending(item: Replacement, by: str) -> JSON:
    sources = [{"name": source.name, "url": source.url, "confidence": source.confidence, "as_of": source.as_of} for source in item.sources]
    return {"of": item.old, "relation": item.predicate, "by": item.new, "by_name": by, "date": item.date, "sources": sources}
