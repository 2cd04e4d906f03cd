"""Consolidated texts ("văn bản hợp nhất"): a form of the base work that their opening sentence names, with what amended it.

Such a text is no act of its own: what it says of other documents ("Thông tư này thay thế …") was said by its base. The opening sentence
stands before the first article: "Thông tư số … ngày …, có hiệu lực kể từ ngày …, được sửa đổi, bổ sung bởi:", each of what amended it in
a paragraph of the same form below. Some leave out since when the base is in effect; that others below amended it still tells the base.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.relations import relation
from build_tools.lexicon.scopes import TOLD
from build_tools.lexicon.words import any_word
from build_tools.model.citation import CITES, CONSOLIDATES, Citation, Predicate, Scope
from build_tools.model.span import Span
from build_tools.resolve.acts import opens
from build_tools.resolve.ground import Ground
from build_tools.resolve.rows import Stated
from build_tools.structure.finish import CONSOLIDATED

_IN_EFFECT = pattern(rf"(?<!\w){any_word('in-effect')}(?!\w)")
_AMENDS = Predicate("amends")
_AMENDED_BELOW = pattern(rf"(?<!\w){relation(_AMENDS).passive.lower()} ?:\s*$")


def consolidated(ground: Ground) -> Iterator[tuple[Span, Stated]]:
    """What the opening sentences of a consolidated text state: the base that it is a form of, and what is told to have amended that."""
    if ground.header.type != CONSOLIDATED:
        return
    first = min((span.start for span in ground.articles), default=len(ground.low))
    base: Citation | None = None
    for citation in takewhile(lambda one: one.span.start < first, ground.citations):
        line = ground.low.rfind("\n", 0, citation.span.start) + 1
        end = ground.low.find("\n", citation.span.end)
        sentence = Span(line, end if end >= 0 else len(ground.low))
        if (
            citation.quoted
            or not opens(ground.low, line, citation.span.start)
            or not (_IN_EFFECT.search(ground.low, citation.span.end, sentence.end) or (base is None and _is_amended(ground.low, sentence)))
        ):
            continue
        if base is None:
            base = citation
            yield citation.span, Stated(CONSOLIDATES, sentence)
        else:
            yield citation.span, Stated(CITES, sentence, Scope(TOLD, of=_AMENDS))


def _is_amended(low: str, sentence: Span) -> bool:
    """Whether a sentence says of what it names that the documents below amended it: "… được sửa đổi, bổ sung bởi:"."""
    return _AMENDED_BELOW.search(low, sentence.start, sentence.end) is not None
