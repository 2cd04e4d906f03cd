"""Clauses: the parts of a sentence between semicolons and colons, in which a number, a date or a duty has its words."""

from __future__ import annotations

import re

from build_tools.model.span import Span

CLAUSE_END = re.compile(r"[;:]\s")
REACH = 1200
"""No clause that says something of a word in it is longer than this, either way."""


def clause_in(text: str, sentence: Span, offset: int) -> Span:
    """The clause of ``sentence`` in which ``offset`` stands, at most ``REACH`` characters either way."""
    first, last = max(sentence.start, offset - REACH), min(sentence.end, offset + REACH)
    start, mark = first, min(offset, last - 1)
    while (mark := max(text.rfind(";", first, mark), text.rfind(":", first, mark))) >= 0:
        if text[mark + 1].isspace():
            start = mark + 2
            break
    found = CLAUSE_END.search(text, offset, last)
    return Span(start, found.start() if found else max(start, last))
