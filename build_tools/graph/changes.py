"""What later documents say of single articles of a text ("Sửa đổi, bổ sung khoản 2 Điều 5 như sau"), with the words that say it.

An article is named either together with its document ("Bãi bỏ Điều 5 Nghị định số …") or in an item below a line that names the document
("Điều 1. Sửa đổi, bổ sung một số điều của Luật Bến bãi: 1. Khoản 2 Điều 5 được sửa đổi như sau").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from build_tools.citations.rows import places, rows
from build_tools.lexicon.relations import Relation, relation, relations
from build_tools.lexicon.scopes import scope_row
from build_tools.lexicon.wording import words_pattern
from build_tools.messages.shorten import cut_words
from build_tools.model.citation import Pinpoint, Reference, Resolved
from build_tools.model.document import Node, walk
from build_tools.model.site import SiteDocument
from build_tools.model.span import Span

LEVELS = ("article", "clause", "point")
LEAD = 240
"""Characters at the start of an item in which it names what it changes."""
SHOWN = 220
"""Characters of an item that are quoted."""


class Changed(NamedTuple):
    """One place that a document changes: which, how, and where that document says so in which words."""

    work: str
    pinpoint: Pinpoint
    relation: Relation
    by: str
    node: str
    words: str


def changed(document: SiteDocument) -> Iterator[Changed]:
    """Every place of other documents that ``document`` changes, in reading order; what a text says twice of a place is told once."""
    told: set[tuple[str, Pinpoint, str]] = set()
    for item in _all(document):
        key = (item.work, item.pinpoint, item.relation.id)
        if key not in told:
            told.add(key)
            yield item


def _all(document: SiteDocument) -> Iterator[Changed]:
    text = document.document.clean.text
    heads: defaultdict[str, list[Reference]] = defaultdict(list)
    for reference in document.references:
        if not isinstance(reference.resolution, Resolved) or reference.resolution.work == document.work or not _states(reference):
            continue
        heads[reference.node_id].append(reference)
        if reference.citation.pinpoint is not None:
            words = _shown(reference.evidence.of(text))
            row = relation(reference.predicate)
            yield Changed(reference.resolution.work, reference.citation.pinpoint, row, document.work, reference.node_id, words)
    if not heads:
        return  # most texts change nothing, and their trees need not be gone through
    cited = sorted(reference.citation.span for reference in document.references if reference.citation.kind != "self")
    for node in walk(document.document.root):
        named = [one for leaf in _own(node) for one in heads.get(leaf.id, ())] if node.kind in ("article", "clause", "item") else []
        works = {one.resolution.work for one in named if isinstance(one.resolution, Resolved)}
        if len(works) == 1 and all(one.citation.pinpoint is None for one in named):
            yield from _items(document, node, works.pop(), cited, Pinpoint())


def _states(reference: Reference) -> bool:
    scope = reference.scope
    return relation(reference.predicate).changes and (scope is None or scope_row(scope.kind).states)


def _own(node: Node) -> Iterator[Node]:
    """The node and its heading or first lines: what it says before its provisions."""
    yield node
    for child in node.children:
        if child.children or child.kind in ("clause", "point", "item"):
            return
        yield child


def _items(document: SiteDocument, node: Node, work: str, cited: list[Span], above: Pinpoint) -> Iterator[Changed]:
    text = document.document.clean.text
    for child in node.children:
        if child.kind not in ("clause", "point", "item"):
            continue
        lead = Span(child.span.start, min(child.span.end, child.span.start + LEAD))
        stop = re.compile(r"[:\n]").search(text, lead.start, lead.end)
        lead = Span(lead.start, stop.start() if stop else lead.end)
        row = None if any(lead.overlaps(span) for span in cited) else _act(lead.of(text).casefold())
        if row is not None:
            named = list(_places(lead.of(text), above))
            for place in named:
                yield Changed(work, place, row, document.work, child.id, _shown(lead.of(text)))
            yield from _items(document, child, work, cited, named[0] if len(named) == 1 else above)


def _act(words: str) -> Relation | None:
    """The first of the acts that words name, in whichever voice."""
    found = [
        (match.start(), row.id)
        for row in relations()
        if row.changes
        for cue in row.cues
        if (match := re.search(rf"(?<!\w){words_pattern(cue.words)}(?!\w)", words))
    ]
    return relation(min(found)[1]) if found else None


def _places(lead: str, above: Pinpoint) -> Iterator[Pinpoint]:
    """The articles, or parts of them, that the words before a change name; what is larger than they say is that of the items above."""
    for row in rows(lead.casefold()):
        if lead.rfind("“", 0, row[0].span.start) > lead.rfind("”", 0, row[0].span.start):
            continue
        for place in places(row):
            levels = {name: label for name, label in place.levels if name in LEVELS}
            if all(levels.values()) and (found := replace(above, **levels)).article:
                yield found


def _shown(words: str) -> str:
    return cut_words(" ".join(words.split()), SHOWN, " …")
