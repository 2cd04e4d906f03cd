"""Lists of documents that have expired, as a document announces them: what is listed, how much of it, through which document, since when.

Such a list ends nothing itself, it tells what others have ended. A list begins at a heading ("A. Văn bản hết hiệu lực toàn bộ") or at the
head of its table ("Lý do hết hiệu lực") and stops at the next heading or article; its rows are read in tables and in text that has lost
its columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from build_tools.lexicon.pieces import pattern
from build_tools.lexicon.relations import relations
from build_tools.lexicon.scopes import EXPIRED, PARTLY
from build_tools.lexicon.words import any_word, words
from build_tools.model.citation import Citation, Predicate, Scope
from build_tools.model.span import Span
from build_tools.resolve.lists import ARTICLE
from build_tools.vietnamese.dates import iso_date

_LABEL = r"(?:\(?(?:[a-zđ]|\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5})[.)/]\s*)?"
_HEADING = pattern(rf"\W*{_LABEL}(?P<list>{any_word('list-name')},? )?(?:{any_word('listed-documents')})(?!\w)")
_EXPIRED = pattern(rf"(?<!\w){any_word('expired')}(?!\w)")
_NOT_YET = pattern(rf"(?<!\w){any_word('not-yet-expired')}(?!\w)")
_TABLE_HEAD = pattern(rf"(?<!\w){any_word('why-expired')}(?!\w)")
_PART = pattern(rf"(?<!\w){any_word('in-part')}(?!\w)")
_WHOLE = pattern(rf"(?<!\w){any_word('in-whole')}(?!\w)")
_REASON = pattern(rf"(?<!\w){any_word('undergoes')} (?P<acts>[^.;:\t]{{3,70}}?) {any_word('through-what')}(?!\w)")
_COUNTER = pattern(rf"(?:[.;:\t]\s*|\d{{4}}\s+|{any_word('expired')}\s+)\d{{1,3}}[.)]?[\t\s]*$")
_TYPE_CELL = r"(?:[^\W\d_]+(?: [^\W\d_]+){0,3}[ ]?\t[ ]?)?"
_LEAD = re.compile(rf"[^\w\n]*(?P<counter>\d{{1,3}}[.)]?[ \t]+)?{_TYPE_CELL}[^\w\n]*")
_LONGEST_HEAD = max(map(len, words("why-expired")))
_DAY = re.compile(r"(?<![\d/])(?P<d>\d{1,2})[/-](?P<m>\d{1,2})[/-](?P<y>(?:19|20)\d\d)(?![\d/])(?=\s*(?:$|[\t.;]|\d{1,3}[.)]?\s)|\n)")
OF_DOCUMENT = "ngày "
"""Stands before the day of a document, not before that of the last column."""
_NEAR = 60
"""Characters between the words of a reason and the document that is the reason."""
_BACK = 24
_HEAD = 400
_WORDS = 200
ENDS: Final = Predicate("repeals")
"""What has expired without a reason is told to have ended."""


class Announced(NamedTuple):
    """One listed document, the words of its row, and the scope of what is told of it; ``titled``: its list bears a title as such."""

    citation: Citation
    evidence: Span
    scope: Scope
    titled: bool = False


class _Region(NamedTuple):
    """Where the rows of one list stand, and whether they have expired in part (None: each row says it)."""

    span: Span
    part: bool | None
    titled: bool


def announced(text: str, low: str, citations: Sequence[Citation]) -> Iterator[Announced]:
    """The listed documents of every list, in the order of the text; ``low`` is ``text`` in lower case, of the same length."""
    numbered = [citation for citation in citations if citation.kind == "numbered" and not citation.quoted]
    for region in _regions(text, low, numbered):
        inside = [one for one in numbered if region.span.start <= one.span.start < region.span.end]
        rows = _rows(text, low, inside)
        for index, citation in enumerate(rows):
            end = rows[index + 1].span.start if index + 1 < len(rows) else region.span.end
            others = [one for one in inside if citation.span.end <= one.span.start < end]
            yield _row(text, low, citation, others, end, region.part)._replace(titled=region.titled)


def _regions(text: str, low: str, citations: Sequence[Citation]) -> Iterator[_Region]:
    """The stretches of text below the headings of lists of what has expired."""
    if not _has_heading(low):
        return
    starts = {one.span.start for one in citations}
    opened: tuple[int, bool | None, bool] | None = None
    for line in _lines(text):
        head = low[line.start : min(line.end, line.start + _HEAD)]
        table_head = _TABLE_HEAD.search(head) is not None
        title = None if table_head or any(line.start <= at < line.end for at in starts) else _HEADING.match(head)
        if opened is None and table_head and not _NOT_YET.search(head):
            opened = line.end, _part(head), False
        elif title or ARTICLE.match(head):
            if opened:
                yield _Region(Span(opened[0], line.start), *opened[1:])
            ended = title and _EXPIRED.search(head) and not _NOT_YET.search(head)
            opened = (line.end, _part(head), bool(title["list"])) if title and ended else None
    if opened:
        yield _Region(Span(opened[0], len(text)), *opened[1:])


def _has_heading(low: str) -> bool:
    """Whether any line could open such a list: most texts have none, and need not be walked through."""
    for said in words("expired"):  # the heads of tables end with one of them too
        at = low.find(said)
        while at >= 0:
            line = low.rfind("\n", 0, at) + 1
            end = at + len(said)
            if _HEADING.match(low[line : line + _HEAD].partition("\n")[0]) or _TABLE_HEAD.search(low, max(0, end - _LONGEST_HEAD - 1), end):
                return True
            at = low.find(said, at + 1)
    return False


def _lines(text: str) -> Iterator[Span]:
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        yield Span(start, end)
        start = end + 1


def _part(head: str) -> bool | None:
    part, whole = _PART.search(head), _WHOLE.search(head)
    return None if part and whole else part is not None


def _rows(text: str, low: str, inside: Sequence[Citation]) -> list[Citation]:
    """The documents with which rows begin: those after a number of their own; where no row has one, those at the start of a line."""
    counted, plain = [], []
    for citation in inside:
        line = text.rfind("\n", 0, citation.span.start) + 1
        lead = _LEAD.fullmatch(low, line, citation.span.start)
        if (lead and lead["counter"]) or _COUNTER.search(low, max(line, citation.span.start - _BACK), citation.span.start):
            counted.append(citation)
        elif lead:
            plain.append(citation)
    return counted or plain


def _row(text: str, low: str, citation: Citation, others: Sequence[Citation], end: int, part: bool | None) -> Announced:
    """What a row tells: how much has expired, through which document, since which day."""
    said, of, last = _reason(text, low, citation, others, end)
    since = _since(low, last, end)
    row = low[citation.span.end : end]
    partly = bool(_PART.search(row) and not _WHOLE.search(row)) if part is None else part
    scope = Scope(PARTLY if partly else EXPIRED, said, since[0] if since else None, of=of)
    return Announced(citation, Span(citation.span.start, since[1] if since else last), scope)


def _reason(text: str, low: str, citation: Citation, others: Sequence[Citation], end: int) -> tuple[str, Predicate, int]:
    """The words of the reason up to the document that is the reason, what it has done, and where they end."""
    for found in _REASON.finditer(low, citation.span.end, end):
        actor = next((one for one in others if found.end() <= one.span.start <= found.end() + _NEAR), None)
        act = _act(found["acts"]) if actor else None
        if actor and act:
            return " ".join(text[found.start() : actor.span.end].split()), act, actor.span.end
    cell = low.find("\t", citation.span.end, end)
    actor = next((one for one in others if one.span.start > cell), None) if cell >= 0 else None
    if actor is None:
        return "", ENDS, citation.span.end
    left = low.rfind("\t", cell, actor.span.start) + 1
    right = next((at for at in (low.find(mark, actor.span.end, end) for mark in "\t\n") if at >= 0), end)
    return " ".join(text[left:right].split())[:_WORDS], _act(low[left:right]) or ENDS, right


def _act(words: str) -> Predicate | None:
    """The first of the acts that words name; None where they name none."""
    found = ((match.start(), row.id) for row in relations() if row.changes for cue in row.cues if (match := re.search(cue.pattern, words)))
    return min(found, default=(0, None))[1]


def _since(low: str, last: int, end: int) -> tuple[str, int] | None:
    """The day in the row's last column, and where it ends; never the day of a document ("ngày 15/6/2030 của …")."""
    for found in _DAY.finditer(low, last, end):
        if not low.endswith(OF_DOCUMENT, last, found.start()):
            day = iso_date(int(found["y"]), int(found["m"]), int(found["d"]))
            if day:
                return day, found.end()
    return None
