"""The text as relations are read in it: what is cited, quoted or put in brackets has no verbs of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.scopes import EXCEPT, scope_row
from build_tools.lexicon.wording import any_word
from build_tools.model.span import Span
from build_tools.passages.quotations import Quotations

CITED = "¤"
"""Stands for each letter of a citation or of a quotation; no pattern of the lexicon has it."""


@lru_cache(maxsize=1)
def _aside() -> re.Pattern[str]:
    """Brackets without a citation, but for those that take something out ("(trừ Điều 5)")."""
    return pattern(rf"\((?! ?(?:{any_word(scope_row(EXCEPT).after)})(?!\w))[^(){CITED}\n]{{0,300}}\)")


def plain_view(low: str, cited: Iterable[Span], quotes: Quotations) -> str:
    """``low`` at the same length, with citations and quotations as ``CITED`` and brackets without a citation as blanks."""
    made: list[str] = []
    end = 0
    for span in sorted((*cited, *(span for span in quotes.spans if "\n" not in low[span.start : span.end]))):
        if span.end > end:
            start = max(end, span.start)
            made += [low[end:start], CITED * (span.end - start)]
            end = span.end
    made.append(low[end:])
    return _aside().sub(lambda match: " " * len(match.group()), "".join(made))
