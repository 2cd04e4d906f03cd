"""Good practices across reports, those of one name together; and what sections tell of limits, causes, plans and requests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.lexicon.keys import exact_key
from build_tools.model.site import Site, SiteDocument
from build_tools.model.span import Span
from build_tools.model.statement import Practice
from build_tools.passages import Passages, sentence_spans
from build_tools.reports.ledger import reports
from build_tools.reports.sections import SectionKind, heads, kind_of, tells_cause

MARKS = " .,;:…“”\"'"
LEFT_OUT = ("header", "closing", "footnote", "form", "quotation", "table", "appendix")


@dataclass(frozen=True, slots=True)
class Told:
    """A practice as one report tells of it (work, and its place among the practices of that document)."""

    work: str
    index: int
    practice: Practice


@dataclass(frozen=True, slots=True)
class Gathered:
    """One practice with all reports that tell of it; ``name`` as the first spells it."""

    name: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """A paragraph, or a sentence of one, that tells of limits, causes, plans or requests: where it stands, and its words."""

    work: str
    kind: SectionKind
    node_id: str
    span: Span
    text: str


def practices(site: Site) -> tuple[Gathered, ...]:
    """All practices by name; what several reports tell of comes first, then in the order of the alphabet of their keys."""
    groups: defaultdict[str, list[Told]] = defaultdict(list)
    for document in reports(site):
        for index, practice in enumerate(document.statements.practices):
            groups[exact_key(practice.name.strip(MARKS))].append(Told(document.work, index, practice))
    found = [(key, Gathered(told[0].practice.name, tuple(told))) for key, told in groups.items()]
    found.sort(key=lambda item: (-len({one.work for one in item[1].told}), item[0]))
    return tuple(gathered for _, gathered in found)


def remarks(document: SiteDocument) -> Iterator[Remark]:
    """What a report tells of limits, causes, plans and requests, in reading order.

    In a section of limits a sentence that says that it gives a cause is a cause; in one of both that has no such sentence all is limits.
    """
    every = Passages.of(document.document)
    for leaf in every.leaves.all:
        if leaf.inside(*LEFT_OUT) or every.is_furniture(leaf.node):
            continue
        titles = tuple(node.title for node in leaf.above if node.title)
        kind = kind_of(titles)
        if kind is None:
            continue
        text = " ".join(leaf.span.of(every.text).split())
        if heads(leaf, text) is not None:
            continue
        if kind != "limits":
            yield Remark(document.work, kind, leaf.node.id, leaf.span, text)
            continue
        for span in sentence_spans(every.text, leaf.span.start, leaf.span.end):
            words = " ".join(span.of(every.text).split())
            yield Remark(document.work, "causes" if tells_cause(words) else "limits", leaf.node.id, span, words)
