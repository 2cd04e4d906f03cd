"""Quotations in a text: an amendment's new wording, a quoted title, a word spoken of.

Which way a mark turns is told by what stands beside it, whatever mark was typed. A quotation that opens a paragraph, follows a colon or
holds a numbered provision may run over paragraphs; any other ends with its paragraph. One that is never closed ends by rule: before the
next quotation (and the paragraph that announces it), before the next article of the document itself, before its next clause; where none
of these tells, with its paragraph. A phrase inside a paragraph that nothing closes ends with its clause. No quotation
runs over the next article of the document itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from build_tools.lexicon.words import any_word
from build_tools.model.span import Span

LONGEST = 60_000
"""A quotation of more characters was never meant to stand open."""
_ALIKE = "‟„"
"""Marks that some keyboards give for the opening one."""
_MARK = re.compile('[“”"]')
_ARTICLE = re.compile(r"Điều (\d{1,3})(?:[.:]|\s*$)", re.MULTILINE)
_HEAD = re.compile(rf"^{_ARTICLE.pattern}", re.MULTILINE)
_STOP = re.compile(r"[;.](?=\s[^\W\d_])")
_CLAUSE = re.compile(r"(?<!\d)(\d{1,3})\. ")
_PROVISION = re.compile(
    rf"(?:{any_word('division', 'article', 'appendix')}|Khoản|Mẫu) (?:số )?(?:\d|[IVXLC]+\b)|\d{{1,3}}[a-zđ]?\. |[a-zđ]{{1,2}}\d?\) "
)
"""The label of a provision: what is quoted may have several paragraphs."""
_PARTS = re.compile(rf"{any_word('division', 'appendix')} ")
_BEFORE_HEAD = re.compile(rf"(?:\n{any_word('division')} [^\n]{{1,12}}(?:\n[^\na-zđ]{{3,200}}){{0,2}}\n?)+$")
"""The heading of a chapter or section right above an article."""


@dataclass(frozen=True, slots=True)
class Quotations:
    """Outermost quotations in order, marks included; ``starts`` are their starts, ``unclosed`` those without a closing mark."""

    spans: tuple[Span, ...] = ()
    starts: tuple[int, ...] = ()
    unclosed: tuple[int, ...] = ()

    def around(self, offset: int) -> Span | None:
        """The quotation in which ``offset`` stands, its opening mark not counted."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return None
        span = self.spans[index]
        return span if span.start < offset < span.end else None

    def beginning(self, offset: int) -> Span | None:
        """The quotation whose opening mark stands at ``offset``."""
        index = bisect_left(self.starts, offset)
        return self.spans[index] if index < len(self.starts) and self.starts[index] == offset else None


@dataclass(slots=True)
class _Open:
    """An opening mark. ``long``: it may run over paragraphs; ``article``: the last article told inside it, at first that of its words."""

    at: int
    long: bool
    article: int | None = None


def find_quotations(text: str, notes: Sequence[Span] = (), begins: Sequence[int] = ()) -> Quotations:
    """Every outermost quotation of a text, in time linear in its length.

    ``notes`` are the paragraphs of footnotes, in order, ``begins`` where each footnote begins. They are a layer of their own: what opens
    in a note closes in the same note, and covers none of the body's words where notes and body take turns page by page.
    """
    for mark in _ALIKE:
        text = text.replace(mark, "“")
    if "“" not in text and '"' not in text and "”" not in text:
        return Quotations()
    if not notes:
        whole = _Finder(text, None)
        return _quotations(whole.spans(), whole.ended)
    starts = [span.start for span in notes]

    def in_note(at: int) -> bool:
        index = bisect_right(starts, at) - 1
        return index >= 0 and at < notes[index].end

    noted = _Finder(text, in_note, begins)
    body = _Finder(text, lambda at: not in_note(at))
    spans = _outermost([*body.spans(), *_pieces(noted.spans(), notes)])
    return _quotations(spans, body.ended | noted.ended)


def _quotations(spans: list[Span], ended: set[int]) -> Quotations:
    starts = tuple(span.start for span in spans)
    return Quotations(tuple(spans), starts, tuple(start for start in starts if start in ended))


def _pieces(spans: list[Span], notes: Sequence[Span]) -> Iterator[Span]:
    """What of each span lies in notes; neighbouring notes make one piece."""
    ends = [span.end for span in notes]
    for span in spans:
        index = bisect_left(ends, span.start + 1)
        start = end = span.start
        while index < len(notes) and notes[index].start < span.end:
            if notes[index].start > end + 1:
                yield Span(start, end)
                start = notes[index].start
            end = min(span.end, notes[index].end)
            index += 1
        yield Span(start, max(end, start))


class _Finder:
    """One walk over the marks of a text, or of one layer of it."""

    def __init__(self, text: str, layer: Callable[[int], bool] | None, begins: Sequence[int] = ()) -> None:
        self.text = text
        self.layer = layer
        self.bounds = begins
        """Where nothing may be open any more: a footnote begins."""
        self.next_bound = 0
        self.ended: set[int] = set()
        """The marks of which the closing one is not there."""
        self.open: list[_Open] = []
        self.heads = [(found.start(), int(found[1])) for found in _HEAD.finditer(text) if self._mine(found.start())]
        self.next_head = 0
        self.line = self.seen = 0
        """Where the line began that was last looked at, and how far the text was walked."""
        self.article: int | None = None
        self.stops: list[int] | None = None
        """Where clauses end; looked for when something is left open."""
        self.paired: list[Span] = []
        self.unclosed: list[_Open] = []
        self.begins: list[int] = []

    def spans(self) -> list[Span]:
        """Pair the marks, end what is left open, and keep the outermost."""
        for found in _MARK.finditer(self.text):
            at = found.start()
            if not self._mine(at):
                continue
            self._pass_heads(at)
            self._drop(at)
            if self._opens(at):
                self._push(at)
            elif self.open:
                self.paired.append(Span(self.open.pop().at, at + 1))
        self._pass_heads(len(self.text))
        self.unclosed += self.open
        return _outermost([*self.paired, *self._ended()])

    def _mine(self, at: int) -> bool:
        return self.layer is None or self.layer(at)

    def _opens(self, at: int) -> bool:
        """Whether the mark at ``at`` opens: by the blanks beside it, else by its shape, else when nothing is open."""
        text = self.text
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        starts = not before or before.isspace() or before in "([“:-–/"
        ends = not after or after.isspace() or after in ".,;:)]/”!?⁽"
        mark = text[at]
        if mark == "“":
            return starts or not (ends and bool(self.open))
        if mark == "”":
            return starts and not ends and not self.open
        return starts if starts != ends else not self.open

    def _push(self, at: int) -> None:
        lead = self.text[max(self.line, at - 3) : at].rstrip(" ")
        opened = _Open(at, not lead or lead[-1] == ":" or _PROVISION.match(self.text, at + 1) is not None)
        if opened.long:
            self.begins.append(at)
            named = _ARTICLE.match(self.text, at + 1)
            opened.article = int(named[1]) if named else self.article if _PARTS.match(self.text, at + 1) else None
        self.open.append(opened)

    def _pass_heads(self, at: int) -> None:
        """Take note of the articles that begin before ``at``; the next one of the document itself ends all that is open, and so does a
        footnote that begins."""
        while self.next_bound < len(self.bounds) and self.bounds[self.next_bound] <= at:
            self._drop(self.bounds[self.next_bound])
            self.unclosed += self.open
            self.open.clear()
            self.next_bound += 1
        while self.next_head < len(self.heads) and self.heads[self.next_head][0] < at:
            place, number = self.heads[self.next_head]
            self.next_head += 1
            self._drop(place)
            if not self.open:
                self.article = number
            elif self.article is not None and number == self.article + 1 and self.open[-1].article != self.article:
                self.unclosed += self.open
                self.open.clear()
                self.article = number
            else:
                self.open[-1].article = number

    def _drop(self, at: int) -> None:
        """Leave what cannot reach ``at`` unclosed: a mark inside a paragraph that has ended, a quotation that grew too long."""
        line = self.text.rfind("\n", self.seen, at)
        self.line = line + 1 if line >= 0 else self.line
        self.seen = at
        while self.open:
            last = self.open[-1]
            if at - last.at <= LONGEST and (last.long or last.at >= self.line):
                return
            self.unclosed.append(self.open.pop())

    def _ended(self) -> Iterator[Span]:
        """The quotations that nothing closes, ended by rule."""
        for opened in self.unclosed:
            paragraph = self._line_end(opened.at)
            end = self._rule_end(opened.at, paragraph) if opened.long else self._clause_end(opened.at, paragraph)
            self.ended.add(opened.at)
            yield Span(opened.at, end)

    def _clause_end(self, start: int, paragraph: int) -> int:
        """Where the phrase at ``start`` ends at the latest: a semicolon or a full stop ends what is told."""
        if self.stops is None:
            self.stops = [found.start() for found in _STOP.finditer(self.text)]
        index = bisect_right(self.stops, start)
        return min(self.stops[index], paragraph) if index < len(self.stops) else paragraph

    def _rule_end(self, start: int, paragraph: int) -> int:
        """Where an unclosed quotation ends that may run over paragraphs; ``paragraph`` is where its first one does."""
        text = self.text
        bound, told = min(len(text), start + LONGEST), False
        below = bisect_right(self.bounds, start)
        if below < len(self.bounds) and self.bounds[below] <= bound:
            bound, told = self.bounds[below], True
        index = bisect_right(self.begins, start)
        if index < len(self.begins):
            bound = min(bound, self._announcement(self.begins[index], paragraph))
        head = next((place for place, number in self._outer_heads(start, bound)), None)
        if head is not None:
            above = _BEFORE_HEAD.search(text, max(start, head - 400), head)
            bound, told = above.start() if above else head, True
        clause = self._next_clause(start, bound)
        if clause is not None:
            bound, told = clause, True
        told = told or (index < len(self.begins) and bound < self.begins[index] and bound > paragraph)
        end = bound if told else paragraph
        while end > paragraph and text[end - 1].isspace():
            end -= 1
        return max(end, min(paragraph, len(text)))

    def _outer_heads(self, start: int, bound: int) -> Iterator[tuple[int, int]]:
        """The article of the document itself that follows the one in which ``start`` stands, if it begins before ``bound``."""
        index = bisect_left(self.heads, (start, 0))
        outer = self.heads[index - 1][1] if index else None
        while outer is not None and index < len(self.heads) and self.heads[index][0] < bound:
            if self.heads[index][1] == outer + 1:
                yield self.heads[index]
            index += 1

    def _next_clause(self, start: int, bound: int) -> int | None:
        """Where the clause after the one that announces the quotation begins, unless the quotation's own clauses come to that number."""
        line = self.text.rfind("\n", 0, start) + 1
        announced = self.text.rfind("\n", 0, max(0, line - 1)) + 1 if line == start else line
        outer = _CLAUSE.match(self.text, announced)
        inner = _CLAUSE.match(self.text, start + 1)
        last = int(inner[1]) if inner else 0
        if outer is None:
            return None
        for found in _CLAUSE.finditer(self.text, start + 2, bound):
            if self.text[found.start() - 1] == "\n" and self._mine(found.start()):
                if int(found[1]) == int(outer[1]) + 1 and last != int(outer[1]):
                    return found.start()
                last = int(found[1])
        return None

    def _announcement(self, begin: int, floor: int) -> int:
        """Where the paragraph begins that announces the quotation at ``begin`` with a colon; else where its own paragraph begins."""
        line = self.text.rfind("\n", 0, begin) + 1
        if line == begin:
            above = self.text.rfind("\n", 0, max(0, line - 1)) + 1
            if above > floor and self.text[above:line].rstrip().endswith(":"):
                return above
        return line

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end


def _outermost(spans: list[Span]) -> list[Span]:
    """The spans that lie in no other, in order; of two that overlap the later begins where the earlier ends."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end > kept[-1].end:
            kept[-1] = Span(kept[-1].start, span.end)
    return kept
