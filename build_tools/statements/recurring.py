"""Recurring duties as events: "hằng năm", "định kỳ", "trước ngày 25 hằng tháng", where they govern a duty."""

from __future__ import annotations

from build_tools.model.span import Span
from build_tools.model.statement import Event
from build_tools.statements.events import around
from build_tools.statements.how_often import has_recurrence, recurrences
from build_tools.statements.kinds import REPORT
from build_tools.statements.material import Material


def read_recurring(material: Material) -> tuple[Event, ...]:
    """Recurring duties of directives and rules, in reading order, each wording once. Reports tell what was done: they give none."""
    if material.genre is REPORT:
        return ()
    found: dict[tuple[str, str], Event] = {}
    also: dict[tuple[str, str], list[Span]] = {}
    text = material.text
    done = -1
    for place in has_recurrence(text):
        if place < done:
            continue
        leaf = material.leaves.at(place)
        if leaf is None or leaf.inside("header", "closing", "quotation", "form") or material.quoted(place):
            continue
        sentence = material.sentences.at(place)
        done = sentence.end
        for span in recurrences(text, sentence):
            words = " ".join(span.of(text).split())
            if words.lower().startswith("thường xuyên") or material.citation_at(span.start):
                continue
            label = around(text, material.clause(span.start), span)
            key = words.lower(), label
            if key in found:
                also[key].append(span)
                continue
            found[key] = Event(
                kind="recurring", span=span, label=label, node_id=leaf.node.id, start=None, end=None, precision="relative", recurrence=words
            )
            also[key] = []
    return tuple(
        Event(
            kind=e.kind,
            span=e.span,
            label=e.label,
            node_id=e.node_id,
            start=None,
            end=None,
            precision=e.precision,
            recurrence=e.recurrence,
            also_at=tuple(also[key]),
        )
        for key, e in found.items()
    )
