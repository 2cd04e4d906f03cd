"""Full citations already made, as short and anaphoric references look back to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.lexicon.types import types_of
from build_tools.model.citation import Citation
from build_tools.model.document import Document
from build_tools.model.span import Span
from build_tools.passages import Quotations

MOST = 400
"""Citations back to which a reference may look."""


def same_kind(one: str | None, other: str | None) -> bool:
    """Whether two type words may mean the same document."""
    return one is not None and other is not None and types_of(()).widest(one) == types_of(()).widest(other)


def only(labels: tuple[str, ...]) -> str | None:
    """The one that is left; None where there are none or several."""
    if len(labels) != 1:
        return None
    (one,) = labels
    return one


def label(citation: Citation) -> str | None:
    """What a reference to ``citation`` gives as its target: the number, else what it stands for itself, else the name."""
    return citation.number or citation.target or citation.name


def serial_of(number: str) -> str:
    """The running number in a document's number: "5" of "05/2031/NĐ-CP"."""
    return re.split(r"[-/]", number)[0].lstrip("0")


def own_label(document: Document) -> str | None:
    """What a reference to the document itself gives as its target: its number, else its type and subject."""
    header = document.header
    if header.number or not header.type or not header.subject:
        return header.number
    return f"{header.type} {header.subject}"


def anchor(citation: Citation) -> Span:
    """Where the full citation stands to which a reference to ``citation`` leads."""
    return citation.defined_at or citation.span


@dataclass(frozen=True, slots=True)
class Antecedents:
    """Numbered and named citations in order of their start, with the quotations of the text."""

    citations: tuple[Citation, ...]
    starts: tuple[int, ...]
    furthest: tuple[int, ...]
    """Where, of the citations up to each, the one ends that goes furthest."""
    quotations: Quotations

    @classmethod
    def of(cls, citations: list[Citation], quotations: Quotations) -> Antecedents:
        """Sort once."""
        ordered = tuple(sorted(citations, key=lambda citation: citation.span.start))
        furthest: list[int] = []
        end = 0
        for citation in ordered:
            end = max(end, citation.span.end)
            furthest.append(end)
        return cls(ordered, tuple(citation.span.start for citation in ordered), tuple(furthest), quotations)

    def before(self, offset: int) -> Iterator[Citation]:
        """Citations that begin before ``offset``, nearest first, at most ``MOST`` of them."""
        index = bisect_left(self.starts, offset)
        for position in range(index - 1, max(-1, index - 1 - MOST), -1):
            yield self.citations[position]

    def nearest(self, offset: int, kind: str | None, *, outside: Span | None = None) -> Citation | None:
        """The nearest earlier citation of a kind (any, when None); with ``outside`` one before that quotation, unquoted if possible."""
        start = outside.start if outside else offset
        quoted: Citation | None = None
        for citation in self.before(start):
            if kind is not None and not same_kind(citation.type, kind):
                continue
            if outside is None or self.quotations.around(citation.span.start) is None:
                return citation
            quoted = quoted or citation
        return quoted

    def foremost(self, offset: int, kind: str) -> Citation | None:
        """The earlier citation of a kind that is cited most often before ``offset``; the nearest of those that tie."""
        counts: dict[str, int] = {}
        latest: dict[str, Citation] = {}
        for citation in self.before(offset):
            name = label(citation)
            if name and same_kind(citation.type, kind):
                counts[name] = counts.get(name, 0) + 1
                latest.setdefault(name, citation)
        return latest[max(latest, key=lambda name: counts[name])] if latest else None

    def covering(self, offset: int) -> bool:
        """Whether ``offset`` stands in the span of a citation."""
        index = bisect_left(self.starts, offset + 1)
        return index > 0 and self.furthest[index - 1] > offset
