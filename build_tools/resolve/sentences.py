"""Sentences of a paragraph text, for evidence: abbreviations, numbers, dates, labels and footnote marks do not end one."""

from __future__ import annotations

import re
from bisect import bisect_right

from build_tools.model.span import Span

_END = re.compile(r"[.!?…][”\"’)\]]{0,2}(?:[⁽⁾⁰¹²³⁴-⁹]{1,5}|\[\d{1,3}\])?(?=[ \n]|$)|\n")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“/.])(?:tp|ts|pgs|gs|ths|bs|ks|ls|tx|tt|nxb|v\.v|đ/c|đc|q|p|h|x|st|tr|kt|tm|tl|tuq|t/m|k/t|no|nr|vs|stt|ptts|cn|ths|th\.s|[a-zđ]|\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5})$",
    re.IGNORECASE,
)
_BACK = 12


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Sentences in order, without surrounding blanks; every character outside them is blank or a line end."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if match.group() != "\n" and not _ends(text, match.start(), end):
            continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return tuple(spans)


def _ends(text: str, mark: int, end: int) -> bool:
    after = text[end : end + 2].strip()
    if text[mark] == "." and _ABBREVIATION.search(text, max(0, mark - _BACK), mark):
        return False
    if text[mark] == "…" or text[mark - 1 : mark] == ".":
        return bool(after) and after[0].isupper()
    return not after or not after[0].islower()


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append(Span(start, end))


class Sentences:
    """The sentences of one text, found once, looked up by offset."""

    __slots__ = ("spans", "starts")

    def __init__(self, text: str) -> None:
        self.spans = sentence_spans(text)
        self.starts = [span.start for span in self.spans]

    def around(self, span: Span) -> Span:
        """The sentence (or run of sentences) that holds ``span``; the span itself when it stands outside all."""
        first = max(0, bisect_right(self.starts, span.start) - 1)
        last = max(first, bisect_right(self.starts, max(span.start, span.end - 1)) - 1)
        if not self.spans or not self.spans[first].overlaps(span):
            return span
        return Span(self.spans[first].start, max(span.end, self.spans[last].end))
