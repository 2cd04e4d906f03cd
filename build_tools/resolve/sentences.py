"""Sentences of a paragraph text, for evidence: abbreviations, numbers, dates, labels and footnote marks do not end one."""

from __future__ import annotations

import re
from bisect import bisect_right

from build_tools.model.span import Span

_END = re.compile(r"[.!?…][”\"’)\]]{0,2}(?:[⁽⁾⁰¹²³⁴-⁹]{1,5}|\[\d{1,3}\])?(?=[ \n]|$)|\n")
_LINE_END = re.compile("\n")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“/.])(?:tp|ts|pgs|gs|ths|bs|ks|ls|tx|tt|nxb|v\.v|đ/c|đc|q|p|h|x|st|tr|kt|tm|tl|tuq|t/m|k/t|no|nr|vs|stt|ptts|cn|ths|th\.s|[a-zđ]|\d{1,3}(?:\.\d{1,3})*|[ivx]{1,5})$",
    re.IGNORECASE,
)
_BACK = 12


def sentence_spans(text: str, start: int = 0, stop: int | None = None) -> tuple[Span, ...]:
    """Sentences of ``text[start:stop]`` in order, without surrounding blanks; what is outside them is blank or a line end."""
    spans: list[Span] = []
    stop = len(text) if stop is None else stop
    for match in _END.finditer(text, start, stop):
        end = match.end()
        if match.group() != "\n" and not _ends(text, match.start(), end):
            continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, stop)
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
    """The sentences of one text, looked up by offset; a paragraph is parted when the first look-up comes to it."""

    __slots__ = ("_known", "_paragraphs", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraphs = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._known: dict[int, tuple[tuple[Span, ...], list[int]]] = {}

    def around(self, span: Span) -> Span:
        """The sentence (or run of sentences) that holds ``span``; the span itself when it stands outside all."""
        first, last = self._at(span.start), self._at(max(span.start, span.end - 1))
        if first is None or last is None or not first.overlaps(span):
            return span
        return Span(first.start, max(span.end, last.end))

    def _at(self, offset: int) -> Span | None:
        """The last sentence of the paragraph at ``offset`` that begins there or before."""
        place = bisect_right(self._paragraphs, offset)
        if place not in self._known:
            stop = self._paragraphs[place] if place < len(self._paragraphs) else None
            spans = sentence_spans(self._text, self._paragraphs[place - 1], stop)
            self._known[place] = spans, [span.start for span in spans]
        spans, starts = self._known[place]
        index = bisect_right(starts, offset) - 1
        return spans[index] if index >= 0 else None
