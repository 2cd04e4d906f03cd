"""The ground on which relations are read: one document's text with its views, its own names, its articles and its lists."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter

from build_tools.citations.issuers import issuer_after
from build_tools.citations.plans import is_enclosed
from build_tools.identity import number_key
from build_tools.lexicon.relations import Relation
from build_tools.lexicon.types import types_of
from build_tools.model.citation import Citation
from build_tools.model.document import Node
from build_tools.model.span import Span
from build_tools.passages import Passages
from build_tools.resolve.lists import Chapeaux
from build_tools.resolve.view import plain_view
from build_tools.structure.finish import CONSOLIDATED, LETTER
from build_tools.vietnamese.dates import same_date

_ASIDES = ("footnote", "form", "quotation")
_CARRIED = 40
"""Characters between the name of rules and the document with which they were issued."""
_PARTED = re.compile(r"[,;.:()]")
_KINDS = ("numbered", "named", "short")
_end = attrgetter("end")
_DATED = re.compile(r"/(?:(?:19|20)\d\d/|qh\d|ubtvqh\d)", re.IGNORECASE)
"""What makes a number one that no other document bears: its year, or the legislature."""


class Ground:
    """Everything about a document that the reading of its relations asks for; built once, read only."""

    def __init__(self, passages: Passages, citations: Iterable[Citation]) -> None:
        document = passages.document
        self.text = document.clean.text
        self.key, self.low = passages.keys
        self.number = number_key(document.header.number) if document.header.number else None
        self.sentences = passages.sentences
        every = tuple(citations)
        enclosed = {c.span for c in every if c.kind == "named" and is_enclosed(self.low, c.span.end)}
        self.enclosed = sorted(enclosed, key=_end)
        acted_on = (c for c in every if c.kind in _KINDS and c.span not in enclosed)
        self.citations = sorted(acted_on, key=lambda c: (c.span.start, -c.span.end))
        """What relations are stated of; rules issued with a document are an annex of it."""
        self.starts = [c.span.start for c in self.citations]
        self.selfs = tuple(c.span for c in every if c.kind == "self" and not c.quoted)
        """Where the document names itself ("Nghị định này")."""
        self.view = plain_view(self.low, _whole(self.citations), passages.quotations)
        self.chapeaux = Chapeaux(document, self.low, self.view, self.selfs)
        self.asides = _spans(document.root, _ASIDES)
        self.articles = _spans(document.root, ("article",))
        self.header = document.header
        types = types_of(())
        kind = types.named(document.header.type or "")
        self.genre = kind.genre if kind else None
        self.is_letter = document.header.type == LETTER
        # a consolidated text tells what its base says, which may be a law
        told = kind is None or kind.issued_as or kind.name == CONSOLIDATED
        self.laws = frozenset() if told or (kind and kind.is_law) else types.laws
        """The types of what a document of this kind carries out and cannot change."""

    def between(self, start: int, end: int) -> list[Citation]:
        """The citations that begin between two places."""
        return self.citations[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def told_from(self, citation: Citation) -> int:
        """Where a document begins to be told of: with the rules issued with it ("Quy chế … ban hành kèm theo Quyết định số …")."""
        start = citation.span.start
        near = slice(bisect_left(self.enclosed, start - _CARRIED, key=_end), bisect_right(self.enclosed, start, key=_end))
        above = max(self.enclosed[near], key=lambda span: span.start, default=None)
        return above.start if above and not _PARTED.search(self.low, above.end, start) else start

    def in_article(self, at: int) -> bool:
        """Whether ``at`` stands in an article."""
        return any(span.start <= at < span.end for span in self.articles)

    def names_itself(self, start: int, end: int) -> bool:
        """Whether the document names itself between two places."""
        return any(start <= span.start < end for span in self.selfs)

    def stated_end(self, citation: Citation) -> int:
        """After a citation and its issuer."""
        issuer = issuer_after(self.key, self.low, citation.span.end)
        return issuer.span.end if issuer and issuer.span else citation.span.end

    def is_foreign(self, citation: Citation, row: Relation) -> bool:
        """Whether ``row`` cannot be the document's own act towards a citation.

        So it is with its own number, in a quotation, a note or a form, and where a kind of document that no maker of laws issues speaks of
        changing a law: it proposes that, or says what a law adds. Of ending one the graph asks (``graph.endings``), which warns.
        """
        start = citation.span.start
        if citation.quoted and row.act != "opening":
            return True
        if self._is_itself(citation) or (row.changes and not row.ends and citation.type in self.laws):
            return True
        return not row.in_notes and any(span.start <= start < span.end for span in self.asides)

    def _is_itself(self, citation: Citation) -> bool:
        """Whether a citation has the document's own number; one with another date is an earlier document of that number, which begins anew
        each term or year ("Quy định này thay thế Quy định số 12-QĐ/TU ngày …")."""
        if not citation.number or self.number != number_key(citation.number):
            return False
        dated = _DATED.search(self.number) is not None
        return dated or not citation.date or not self.header.date or same_date(citation.date, self.header.date)


def _whole(citations: list[Citation]) -> list[Span]:
    """The spans of citations without those that run into the next one."""
    spans = [citation.span for citation in citations]
    cut = {one for one, after in pairwise(spans) if one.start < after.start < one.end < after.end}
    return [span for span in spans if span not in cut]


def _spans(root: Node, kinds: tuple[str, ...]) -> list[Span]:
    """Where nodes of some kinds stand; nothing is looked for inside them."""
    found: list[Span] = []
    pending = [root]
    while pending:
        node = pending.pop()
        if node.kind in kinds:
            found.append(node.span)
        else:
            pending.extend(node.children)
    return found
