"""The object of a verb: the whole of a document, a part of it, what is enclosed with it, a phrase; or something else altogether."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from build_tools.citations.around import patterns as around
from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.scopes import ANNEX, EXCEPT, PART, WHOLE, ScopeRow, scope_row, scopes
from build_tools.lexicon.types import document_types, type_words
from build_tools.lexicon.wording import any_word
from build_tools.lexicon.words import any_word as any_word_at
from build_tools.resolve.acts import opens
from build_tools.resolve.view import CITED
from build_tools.vietnamese.dates import date_at

_LONGEST = 400
"""Characters between a verb and the document that it is about."""


_PLACE_WORDS = "và|vào|sau|trước|số|các|điều|khoản|điểm|mục|tiết|chương|phần|đoạn|phụ lục|mẫu|biểu"
_PLACES = rf"(?:[\s,]*(?:{_PLACE_WORDS}|[a-zđ]|\d[\w.]{{0,6}}|[ivxlc]{{1,6}}(?:\.\d+)*)(?!\w))*[\s,]*"
"""Provisions and nothing else: "khoản 2, 3 Điều 5 "."""
_NUMBERS = pattern(_PLACES)


@dataclass(frozen=True, slots=True)
class _Kind:
    """The patterns of one row: what may open the object, and what leads from it to the document."""

    id: str
    head: re.Pattern[str] | None
    link: re.Pattern[str] | None
    breaks: re.Pattern[str] | None
    against: re.Pattern[str] | None


@lru_cache(maxsize=1)
def _kinds() -> tuple[_Kind, ...]:
    plural = rf"(?:(?:{any_word(scope_row(WHOLE).heads)})[\s,]+)*"
    return tuple(_kind(row, plural) for row in scopes() if row.links or (row.heads and row.id != WHOLE))


def _kind(row: ScopeRow, plural: str) -> _Kind:
    head = rf"[\s,:“\"(]*{plural}(?:{any_word(row.heads)})(?!\w)" if row.heads else None
    link = rf"(?<!\w)(?:{any_word(row.links)})[\s:]+{_PLACES}$" if row.links else None
    breaks = rf"(?:{'|'.join(cue.pattern for cue in row.breaks)})[^,;]{{0,60}}$" if row.breaks else None
    against = rf"(?<!\w)(?:{any_word(row.against)})(?!\w)" if row.against else None
    return _Kind(row.id, *(pattern(words) if words else None for words in (head, link, breaks, against)))


@lru_cache(maxsize=1)
def _whole() -> re.Pattern[str]:
    types = alternatives(type_words("cited"))
    own = rf"(?! (?:{any_word(scope_row(PART).links)})\s*$)"  # "các quy định của Nghị định số …" are a part of it
    return pattern(rf"[\s,:.“\"(*_-]*(?:(?:{any_word(scope_row(WHOLE).heads)}|(?<=các )(?:{types})(?!\w){own})[\s,:]*)*")


@lru_cache(maxsize=1)
def _issued() -> re.Pattern[str]:
    """Documents that stand for themselves: they are no part and no annex of another one under which, or in view of which, they are made."""
    types = (word.lower() for kind in document_types() if "promulgates" in kind.roles or "law-name" in kind.roles for word in kind.words)
    return pattern(rf"\W*(?:(?:{any_word(scope_row(WHOLE).heads)}) )*(?:{alternatives(types)})(?!\w)")


def object_scope(view: str, start: int, end: int) -> str | None:
    """The kind of scope of the words between a verb and a citation; None when the citation is not (in) the object."""
    lead = view[start:end]
    if len(lead) > _LONGEST or ";" in lead:
        return None
    if _whole().fullmatch(lead):
        return WHOLE
    head = next(((kind, match) for kind in _kinds() if kind.head and (match := kind.head.match(lead))), None)
    link = next(((kind, match) for kind in _kinds() if kind.link and (match := kind.link.search(lead))), None)
    if link is None:
        if head and (_NUMBERS.fullmatch(lead, head[1].end()) or _OF_SEVERAL.search(lead)):
            return head[0].id
        return PART if _is_part(lead) else None
    stem = lead[: link[1].start()]
    if not re.search(r"\w", stem) or _WHICH_TIME.fullmatch(stem) or any(_is_apart(kind, stem) for kind in _kinds()):
        return None
    if (head is None or link[0].id == ANNEX) and _issued().match(stem):
        return None
    if head is None and (stem.lstrip().startswith(",") or any(body.group()[0] == "," for body in around().next_body.finditer(stem))):
        return None  # "…, Bộ Bến bãi xét theo … tại …": another has begun to do something
    return (head or link)[0].id


def _is_part(lead: str) -> bool:
    """Whether words of some other kind lead to a provision, and that to the document: "số thứ tự 44 khoản 1 Điều 1 Thông tư số …"."""
    named = _PROVISION.search(lead)
    stem = lead[: named.start()] if named else ""
    few = 0 < len(re.findall(r"\w+", stem)) <= _MOST_WORDS
    return few and "," not in stem and not any(_is_apart(kind, stem) for kind in _kinds())


def _is_apart(kind: _Kind, stem: str) -> bool:
    """Whether words before a citation tell that it is not what is changed."""
    return any(words is not None and words.search(stem) for words in (kind.breaks, kind.against))


_WHICH_TIME = pattern(rf"\W*{any_word_at('which-time')} \w+\W*")
"""What was done, and for which time, but to nothing that is named: "điều chỉnh lần 1 tại Quyết định số …" was done by that decision."""
_MOST_WORDS = 5
"""Words that may say what a provision has: more of them tell who does what under it."""
_PROVISION = pattern(rf"(?<!\w){any_word_at('provision')} (?:\d|[ivx]{{1,6}}(?!\w)|[a-zđ](?!\w)){_PLACES}$")
"""A numbered provision right before the document, with others that belong to it."""
_OF_SEVERAL = pattern(r"(?<!\w)các $")
"""As in "một số điều các Thông tư số …"."""


def item_scope(view: str, start: int, end: int) -> str | None:
    """The same for the words that open an item of a list; they must begin with what is meant ("Điều 5 …", "Cụm từ … tại …")."""
    kind = object_scope(view, start, end)
    lead = view[start:end]
    return kind if kind == WHOLE or any(known.head and known.head.match(lead) for known in _kinds()) else None


_FOLLOW = pattern(r" (?:pháp luật )?(?:sau|dưới đây)(?!\w)")


def chapeau_scope(view: str, start: int, end: int) -> str:
    """The kind of scope that the object of a list's first line has: the whole, unless its head says less ("một số điều của các …").

    "Các quy định sau" leaves it to the items.
    """
    lead = view[start:end]
    heads = ((kind.id, match) for kind in _kinds() if kind.head and (match := kind.head.match(lead)))
    return next((kind for kind, match in heads if not _FOLLOW.match(lead, match.end())), WHOLE)


@dataclass(frozen=True, slots=True)
class Limit:
    """What a sentence takes out ("trừ Điều 5"), and the kind of scope that leaves."""

    kind: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _limits() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (scope_row(WHOLE), scope_row(EXCEPT))
    return tuple((row.id, pattern(rf"(?:[,;(] ?|(?<= ))(?P<word>{any_word(row.after)})(?!\w)")) for row in rows)


@lru_cache(maxsize=1)
def _provision() -> re.Pattern[str]:
    """A provision, as what is taken out: "Điều 5", "các quy định về phí"."""
    heads = any_word((*scope_row(PART).heads, *scope_row(ANNEX).heads))
    links = any_word(("về", *scope_row(PART).links))
    return pattern(rf" (?:{any_word(scope_row(WHOLE).heads)} )?(?:{heads}) (?:\d|[ivx]+(?!\w)|(?:{links})(?!\w))")


def limit(view: str, start: int, end: int) -> Limit | None:
    """The first words between ``start`` and ``end`` that take something out; "trừ trường hợp …" leaves the whole.

    Without a comma before them they must name a provision: "hết hiệu lực trừ Điều 5", not "mức khấu trừ phí".
    """
    for kind, words in _limits():
        for match in words.finditer(view, start, end):
            if view.startswith(CITED, match.end() + 1):
                continue  # "; riêng Thông tư số …": another document
            if not (match.group()[0] in ",;(" or kind == WHOLE or _provision().match(view, match.end(), end)):
                continue
            begin = match.start("word")
            stop = re.search(r"[;.](?= |$)|\)|\n", view[begin:end])
            return Limit(kind, begin, begin + stop.start() if stop else end)
    return None


def leading_limit(view: str, start: int, end: int) -> Limit | None:
    """What a clause takes out before it names its subject: "Trừ Điều 5, Thông tư số … hết hiệu lực". ``end`` of it is where the clause
    goes on, behind the comma; nothing that is cited stands in it."""
    for kind, words in _limits_at():
        match = _opening(words, view, start, end)
        if match is None:
            continue
        comma = view.find(",", match.end(), end)
        if comma < 0 or _CLOSES.search(view, match.end(), comma):
            continue
        further = _NUMBERS.match(view, comma, end)
        return Limit(kind, match.start(), further.end() if further else comma + 1)
    return None


def is_taken_out(view: str, start: int, end: int) -> bool:
    """Whether what is cited at ``end`` stands in such words itself: "Trừ quy định tại Thông tư số …, các văn bản sau hết hiệu lực"."""
    opening = (_opening(words, view, start, end) for _, words in _limits_at())
    return any(match is not None and not _CLOSES.search(view, match.end(), end) for match in opening)


def _opening(words: re.Pattern[str], view: str, start: int, end: int) -> re.Match[str] | None:
    """The words where a clause opens with them."""
    match = words.search(view, start, end)
    return match if match and opens(view, start, match.start()) else None


_CLOSES = re.compile(rf"[;:{CITED}\n]")


@lru_cache(maxsize=1)
def _limits_at() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = (scope_row(WHOLE), scope_row(EXCEPT))
    return tuple((row.id, pattern(rf"(?<!\w){any_word(row.after)}(?!\w)")) for row in rows)


_FROM = pattern(r"(?<!\w)(?:kể )?từ (?=ngày|\d)")
_TO = pattern(r"(?<!\w)đến (?:hết )?(?=ngày|\d)")


def period(text: str, low: str, start: int, end: int) -> tuple[str | None, str | None]:
    """From and until when ("từ ngày 01/8/2032 đến hết ngày 15/9/2032"), ISO days as far as stated."""
    found: list[str | None] = []
    for words in (_FROM, _TO):
        dates = (date_at(text, match.end(), day_only=True) for match in words.finditer(low, start, end))
        found.append(next((date.iso for date in dates if date), None))
    return found[0], found[1]
