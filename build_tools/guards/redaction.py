"""Personal data masked for publication, letter for letter, so that every span stays where it was."""

from __future__ import annotations

from dataclasses import replace

from build_tools.guards.personal import Finding, personal_data
from build_tools.model.document import Document
from build_tools.model.span import Span

MASK = "•"


def redact(document: Document, findings: tuple[Finding, ...] | None = None) -> Document:
    """The document with the letters and digits of each finding replaced by dots in its clean and its source text.

    ``findings`` are those of ``personal_data`` unless given. Texts keep their lengths, so spans, nodes and offset maps stay right.
    """
    findings = personal_data(document) if findings is None else findings
    if not findings:
        return document
    clean = document.clean
    spans = [finding.span for finding in findings]
    masked = replace(clean, text=mask(clean.text, spans), source=mask(clean.source, [clean.origin.to_source(span) for span in spans]))
    return replace(document, clean=masked)


def mask(text: str, spans: list[Span]) -> str:
    """``text`` with the letters and digits inside the spans replaced."""
    letters = list(text)
    for span in spans:
        for place in range(span.start, min(span.end, len(letters))):
            if letters[place].isalnum():
                letters[place] = MASK
    return "".join(letters)
