"""Stretches between quotation marks: an amendment's new wording, a quoted title."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from build_tools.model.span import Span


@dataclass(frozen=True, slots=True)
class Quotes:
    """Outermost quotations, in order."""

    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    def around(self, offset: int) -> Span | None:
        """The quotation in which ``offset`` stands."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return None
        span = self.spans[index]
        return span if span.start < offset < span.end else None


_MARK = re.compile("[“”]")
_LONGEST = 60_000
"""A quotation that closes later than this was never meant to stand open."""


def find_quotes(text: str) -> Quotes:
    """Pair typographic marks over the whole text and straight ones inside their paragraph; an open end closes with its paragraph."""
    spans: list[Span] = []
    start, depth = -1, 0
    for mark in _MARK.finditer(text):
        at = mark.start()
        if depth and at - start > _LONGEST:
            spans.append(Span(start, _paragraph_end(text, start)))
            depth = 0
        if mark.group() == "“":
            start = at if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                spans.append(Span(start, at + 1))
    if depth:
        spans.append(Span(start, _paragraph_end(text, start)))
    spans += _straight(text, spans)
    spans.sort()
    return Quotes(tuple(spans), tuple(span.start for span in spans))


def _paragraph_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _straight(text: str, taken: list[Span]) -> list[Span]:
    if '"' not in text:
        return []
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if '"' in line:
            marks = [start + offset for offset, letter in enumerate(line) if letter == '"']
            spans += [Span(a, b + 1) for a, b in zip(marks[::2], marks[1::2], strict=False)]
        start += len(line) + 1
    index = Quotes(tuple(sorted(taken)), tuple(span.start for span in sorted(taken)))
    return [span for span in spans if not index.around(span.start) and not index.around(span.end)]
