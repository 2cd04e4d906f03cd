"""Markdown's inline marks (``**bold**``, ``*italic*``, ``\\-``): taken off, with every other character traced to its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from build_tools.model.reading import PLAIN, Piece, RawParagraph, Style

_TOKEN = re.compile(r"\\[!-/:-@\[-`{-~]|\*+")
_PAIR = re.compile(r"\*\*[^\s*][^*\n]{0,300}\*\*|\*\*[^*\n]{1,300}[^\s*]\*\*")
_LABEL = re.compile(r"(?:\d{1,3}|[IVXLC]{1,6}|[a-zđA-ZĐ])\s?[.)/-]\s")

_BRACKET = re.compile(r" \([^()*\n]{1,300}\)\*")
"""A bracket that closes before a star: one in front of it opened there, although a blank follows that ("Hà Nội* (thực hiện …)*")."""

_WORD = re.compile(r"[^\W\d_]+$")
_WORD_LENGTH = 12
"""No syllable has more letters."""


def marked(source: str) -> bool:
    """True when a text holds Markdown emphasis: at least two closed ``**…**``."""
    found = _PAIR.finditer(source)
    return next(found, None) is not None and next(found, None) is not None


@dataclass(slots=True)
class _Line:
    """What has been taken of one line so far."""

    pieces: list[Piece] = field(default_factory=list)
    looks: set[tuple[bool, bool]] = field(default_factory=set)

    def take(self, text: str, start: int, end: int, look: tuple[bool, bool]) -> None:
        if text:
            self.pieces.append(Piece(text, start, end))
            if not text.isspace():
                self.looks.add(look)

    def close(self, style: Style) -> RawParagraph:
        bold = bool(self.looks) and all(look[0] for look in self.looks)
        italic = bool(self.looks) and all(look[1] for look in self.looks)
        if bold or italic:
            style = replace(style, bold=bold, italic=italic)
        return RawParagraph(tuple(self.pieces), style, wrapped=True)


def strip_emphasis(source: str, lines: Sequence[tuple[int, int]], style: Style = PLAIN) -> Iterator[RawParagraph]:
    """The lines of one Markdown paragraph without their marks, each a wrapped line that tells whether all of it is bold.

    Where a converter lost the line break between two emphasised paragraphs (``**TITLE****Subject**``), a new line begins.
    """
    bold = italic = False
    for start, end in lines:
        text = source[start:end]
        if not (bold or italic or "*" in text or "\\" in text):
            yield RawParagraph((Piece(text, start, end),) if text else (), style, wrapped=True)
            continue
        line = _Line()
        at = start
        for match in _TOKEN.finditer(source, start, end):
            token = match.group()
            low, high = match.span()
            if token[0] == "\\":
                line.take(source[at:low], at, low, (bold, italic))
                line.take(token[1], low, high, (bold, italic))
                at = high
                continue
            before = source[low - 1] if low > start else " "
            after = source[high] if high < end else " "
            bracket = _BRACKET.match(source, high, end) is not None
            meaning = _meaning(token, before, "(" if bracket else after, bold, italic)
            if meaning is None:
                continue
            line.take(source[at:low], at, low, (bold, italic))
            at = high
            keep, flips_bold, flips_italic = meaning
            lost = line.looks and _lost_break(source, low, high, start, end, bold or italic)
            bold ^= flips_bold
            italic ^= flips_italic
            if keep:
                line.take("*", high - 1, high, (bold, italic))
            if lost:
                yield line.close(style)
                line = _Line()
        line.take(source[at:end], at, end, (bold, italic))
        yield line.close(style)


def _meaning(token: str, before: str, after: str, bold: bool, italic: bool) -> tuple[bool, bool, bool] | None:
    """What a run of stars does: (a star of the text stays, bold flips, italic flips); None when all of it is text."""
    count = len(token)
    if count == 1:
        if italic:
            return False, False, True
        return None if after.isspace() or (before.isalnum() and after.isdigit()) else (False, False, True)
    if count == 2:
        return False, True, False
    if count == 3:
        return (True, True, False) if after.isspace() and not (bold or italic) else (False, True, True)
    if count == 4:
        return False, False, False
    return None


def _lost_break(source: str, low: int, high: int, start: int, end: int, inside: bool) -> bool:
    """True where emphasis changes and text goes on without a blank between, as only a lost line break explains."""
    before = source[low - 1 : low] if low > start else " "
    after = source[high : min(end, high + 8)]
    if not after or after[0].isspace() or before.isspace() or before in "(“\"‘'[-–/*":
        return False
    if not (after[0].isupper() or after[0] == "(" or _LABEL.match(after) or (high - low == 4 and _begins(source, low, after))):
        return False
    if high - low >= 3:
        return True
    return not inside and high - low == 2 and before in ".:;”)0123456789" and after[0] != "("


def _begins(source: str, low: int, after: str) -> bool:
    """True where a line can begin with ``after`` right behind what stands before ``low``: no mark that ends one, and no small letter
    unless the word before is in capitals ("**QUYẾT ĐỊNH****về …"), or the change is inside a word ("s****ắp xếp")."""
    if not after[0].islower():
        return after[0] not in ".,;:!?)”"
    word = _WORD.search(source, max(0, low - _WORD_LENGTH), low)
    return word is not None and len(word.group()) > 1 and word.group().isupper()
