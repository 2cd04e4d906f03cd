"""Sentences, by one rule for evidence and for statements.

A sentence ends with its paragraph or table cell, and inside one with ``. ! ? …`` (closing quotation marks and a footnote's mark belong
to it) when what follows does not go on in lower case. No end are: a full stop after an abbreviation ("TP. Sông Mơ"), after the number or
letter that labels what follows ("2. …", "Điều 5. …", "“a. …"), and a row of dots before anything but a capital.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from build_tools.lexicon.words import any_word
from build_tools.model.span import Span

_END = re.compile(r"[.!?…][.…]{0,3}[”\"’)\]]{0,2}(?:[⁽⁾⁰¹²³⁴-⁹]{1,5}|\[\d{1,3}\])?(?=[ \n\t]|$)|[\n\t]")
_BREAK = re.compile(r"[\n\t]")
_DOTS = re.compile(r"…|\.\.")
_BACK = 12
_NUMERAL = r"(?:\d{1,3}[a-zđ]?|[IVXLC]{1,6})(?:[.-]\d{1,3}){0,4}"
_LETTER = "[A-Za-zĐđ]"
_SERIAL = rf"(?:{_NUMERAL}|{_LETTER})"
_NUMBER = re.compile(rf"[\s“\"'(\[*|–-]{{0,8}}(?:(?:[^\W\d_]+\s){{0,2}}{_NUMERAL}|{_LETTER})")
"""All that stands before the full stop of a label: a letter, or at most two words ("Điều", "Phụ lục", "Mẫu số") and a number."""
_INNER_NUMBER = re.compile(rf"(?:[“\"(]|[:;]\s)(?:(?:[^\W\d_]+\s)?{_NUMERAL}|{_LETTER})$")
_INNER_BACK = 24
_LABEL = re.compile(rf"[“\"]?(?:[-–+*•]|\(?{_SERIAL}(?:[.)]|/-)|(?:{any_word('division', 'article')}|Khoản)\s{_SERIAL}[.:])\s+")
"""The label of a list item or provision, as a sentence may begin with it."""


def sentence_spans(text: str, start: int = 0, stop: int | None = None) -> tuple[Span, ...]:
    """Sentences of ``text[start:stop]`` in order, without surrounding blanks; what is outside them is blank, a tab or a line end."""
    spans: list[Span] = []
    stop = len(text) if stop is None else stop
    for match in _END.finditer(text, start, stop):
        mark, end = match.span()
        if text[mark] not in "\n\t" and not _ends(text, start, mark, end):
            continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, stop)
    return tuple(spans)


def _ends(text: str, start: int, mark: int, end: int) -> bool:
    """Whether the marks ``text[mark:end]`` end the sentence that begins at ``start``."""
    after = text[end : end + 2].strip()
    if after and after[0].islower():
        return False
    if _DOTS.match(text, mark, end):
        return bool(after) and after[0].isupper()
    return text[mark] != "." or not _hangs(text, start, mark)


@lru_cache(maxsize=1)
def _abbreviation() -> re.Pattern[str]:
    """A shortened word, or an initial ("C. Mác"); a single small letter is a word ("Thú y.")."""
    return re.compile(rf"(?:^|[\s(\"“/.])(?:{any_word('abbreviation')}|(?-i:[A-ZĐ]))$", re.IGNORECASE)


def _hangs(text: str, start: int, mark: int) -> bool:
    """Whether the full stop at ``mark`` belongs to an abbreviation or a label."""
    if _abbreviation().search(text, max(0, mark - _BACK), mark):
        return True
    return bool(_NUMBER.fullmatch(text, start, mark) or _INNER_NUMBER.search(text, max(start, mark - _INNER_BACK), mark))


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append(Span(start, end))


def after_label(text: str, sentence: Span) -> Span:
    """The sentence without the label of its list item or provision ("2. ", "a) ", "- ", "Điều 5. ")."""
    label = _LABEL.match(text, sentence.start, sentence.end)
    return Span(label.end(), sentence.end) if label else sentence


class Sentences:
    """The sentences of one text, looked up by offset; a paragraph or cell is parted when the first look-up comes to it."""

    __slots__ = ("_known", "_pieces", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces = [0, *(match.end() for match in _BREAK.finditer(text))]
        self._known: dict[int, tuple[tuple[Span, ...], list[int]]] = {}

    def at(self, offset: int) -> Span:
        """The sentence in which ``offset`` stands, its label left out unless ``offset`` is in the label; empty between sentences."""
        sentence = self._at(offset)
        if sentence is None or sentence.end <= offset:
            return Span(offset, offset)
        words = after_label(self._text, sentence)
        return words if words.start <= offset else sentence

    def around(self, span: Span) -> Span:
        """The sentence (or run of sentences) that holds ``span``, with its label; the span itself when it stands outside all."""
        first, last = self._at(span.start), self._at(max(span.start, span.end - 1))
        if first is None or last is None or not first.overlaps(span):
            return span
        return Span(first.start, max(span.end, last.end))

    def _at(self, offset: int) -> Span | None:
        """The last sentence of the paragraph or cell at ``offset`` that begins there or before."""
        place = bisect_right(self._pieces, offset)
        if place not in self._known:
            stop = self._pieces[place] if place < len(self._pieces) else None
            spans = sentence_spans(self._text, self._pieces[place - 1], stop)
            self._known[place] = spans, [span.start for span in spans]
        spans, starts = self._known[place]
        index = bisect_right(starts, offset) - 1
        return spans[index] if index >= 0 else None
