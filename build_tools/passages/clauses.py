"""Clauses: the parts of a sentence between semicolons and colons, in which a number, a date or a duty has its words."""

from __future__ import annotations

import re

from build_tools.model.span import Span

CLAUSE_END = re.compile(r"[;:]\s")
REACH = 1200
"""No clause that says something of a word in it is longer than this, either way."""


def clause_in(text: str, sentence: Span, offset: int) -> Span:
    """The clause of ``sentence`` in which ``offset`` stands, at most ``REACH`` characters either way."""
    start = max(sentence.start, offset - REACH)
    for found in CLAUSE_END.finditer(text, start, min(sentence.end, offset + REACH)):
        if found.start() >= offset:
            return Span(start, found.start())
        start = found.end()
    return Span(start, max(start, min(sentence.end, offset + REACH)))
