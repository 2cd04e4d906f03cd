"""The issuer stated right after a citation ("của Bộ Chính trị khóa XIII") and the committee term with it."""

from __future__ import annotations

import re
from functools import lru_cache

from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.pieces import alternatives, pattern
from build_tools.lexicon.scopes import ANNEX, PART, scope_row
from build_tools.lexicon.types import document_types
from build_tools.lexicon.wording import any_word as any_word_of
from build_tools.lexicon.words import any_word, words
from build_tools.model.span import Span
from build_tools.model.values import Value
from build_tools.naming.after_place import place_end
from build_tools.naming.bodies import OFFICES, is_bare_office
from build_tools.naming.extent import shape_end
from build_tools.naming.fields import after_inner_comma
from build_tools.naming.places_listed import listed_end

TERM = pattern(r" ?,? ?\(?(?:khóa|Khóa|KHÓA) (?P<term>[IVX]{1,6}|\d{1,2})(?!\w|,? ?(?:và )?[IVX])\)?")
"""“khóa XII”, “(khóa XII)”; not “(khóa XII, XIII)”, which speaks of several documents."""


class IssuerPhrase(Value, frozen=True, gc=False):
    """An issuer as written, with the term that follows it (Roman digits) if one does."""

    span: Span | None
    name: str | None
    term: str | None


def phrase_of(key: str, start: int, end: int, term: str | None) -> IssuerPhrase:
    """The issuer whose words stand at ``start:end``."""
    return IssuerPhrase(Span(start, end), " ".join(key[start:end].split()), term)


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    head = pattern(rf"(?:{alternatives([*words('body'), *words('body-in-text'), *words('office'), *words('office-word')])})(?!\w)")
    words_after = alternatives(words("after-name"))
    stop = pattern(
        rf"[;.:()\[\]\"\n\t*]|,|\d{{1,2}}/\d{{1,2}}/\d{{4}}|(?<!\w)thành(?! (?:phố|ủy|viên))(?!\w)|(?<!\w)(?:{words_after})(?!\w)"
    )
    return head, stop


@lru_cache(maxsize=1)
def _lists() -> tuple[re.Pattern[str], re.Pattern[str]]:
    more = pattern(rf"(?:,| và| -) (?=(?:{alternatives(words('joint-officer'))})(?!\w))")
    comma = pattern(rf"(?:{alternatives(words('comma-name'))})(?!\w)")
    return more, comma


@lru_cache(maxsize=1)
def _another() -> re.Pattern[str]:
    types = alternatives([word.lower() for kind in document_types() if "cited" in kind.roles for word in kind.words])
    parts = any_word_of((*scope_row(PART).heads, *scope_row(ANNEX).heads))
    return pattern(rf"(?:,| (?:và|hoặc|cùng)) (?:các )?(?:{types}|{parts})(?!\w)| (?:các )?(?:{types}) số(?!\w)")


@lru_cache(maxsize=1)
def _state() -> re.Pattern[str]:
    """A body named with the whole name of the State: "Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam"."""
    return pattern(rf"[^\W\d_]+ (?:[^\W\d_]+ )?{any_word('state-name')}")


_STEERING = pattern(rf"(?:(?:phó )?trưởng )?ban chỉ đạo {any_word('steering-level')}(?!\w)")
"""Steering committees, named for what they steer: "Ban Chỉ đạo Nhà nước về Du lịch"."""

_FIELD = pattern(rf" ?về (?=[{CAPITALS}][^\W\d_A-Z])(?!{any_word('no-field')})")


def _is_without_field(low: str, start: int, end: int) -> bool:
    """Whether a steering committee is named at ``start:end`` without what it steers."""
    return _STEERING.match(low, start) is not None and " về " not in low[start:end]


_TYPE_LONG = 40
"""Characters of the longest type word with "số": it may begin where a name is taken to end."""
_TRAILING = pattern(r"(?: |[\n,-]| và)+$")


def _inside(key: str, low: str, start: int, at: int, limit: int) -> int | None:
    """Where a name goes on behind a comma that belongs to it: between its fields, or between two offices of one holder."""
    if key[at : at + 1] != ",":
        return None
    if _together().match(low, start, at) and _CAPITAL.match(key, at):
        return at + 2
    holds = _second_office().match(low, at) if is_bare_office(key[start:at]) else None
    return holds.end() if holds else after_inner_comma(key, low, start, at, limit) or _after_tasks(key, low, start, at, limit)


@lru_cache(maxsize=1)
def _together() -> re.Pattern[str]:
    """A row of bodies that one word stands for: "liên Bộ Bến bãi, Kè đập - Cầu phao"."""
    return pattern(rf"{any_word('made-together')}(?!\w)")


_CAPITAL = re.compile(rf", [{CAPITALS}]")


def _after_tasks(key: str, low: str, start: int, at: int, limit: int) -> int | None:
    """Where a name goes on behind the comma at ``at`` in its list of tasks: "Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh".

    The rank of the place must close it, as nothing else tells a task of the body from what it is told to do.
    """
    named, rest = _tasks()
    found = named.match(low, start, at) and rest.match(key, at, limit)
    if not found:
        return None
    stop = _patterns()[1].search(found.group().replace(",", " "))
    return None if stop else found.end()


@lru_cache(maxsize=1)
def _tasks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    task = rf",(?: (?!{any_word('of-many')}(?!\w))(?![{CAPITALS}])[^\W\d_]+){{1,6}}?"
    return pattern(rf"(?:{alternatives(words('task-body'))})"), pattern(rf"(?:{task}){{1,4}}?(?= (?:{alternatives(words('level'))})(?!\w))")


@lru_cache(maxsize=1)
def _second_office() -> re.Pattern[str]:
    return pattern(rf", (?=(?:{alternatives(OFFICES)})(?!\w))")


_BEGINNING = 12
"""So many letters of a name tell whether it is written in capitals."""


def _in_capitals(key: str, start: int, end: int) -> bool:
    return key[start : min(start + _BEGINNING, end)].isupper()


def _end(key: str, low: str, start: int, limit: int) -> int:
    """Where the body name that begins at ``start`` ends."""
    _, stop = _patterns()
    more, comma = _lists()
    shown = low if _in_capitals(key, start, limit) else key  # a name's own words are capitals: "Bộ Xây dựng" does not stop at "xây dựng"
    cursor = end = start
    for _ in range(12):
        found = stop.search(shown, cursor, limit)
        if found and shown is low and _alone().search(low, start, found.start()):
            cursor = found.end()  # "BỘ TRƯỞNG BỘ XÂY DỰNG": what follows such a head is its name, whatever it means elsewhere
            continue
        end = found.start() if found else limit
        known = next((one for one in comma.finditer(low, start, limit) if one.start() < end < one.end()), None)
        if known:
            cursor = known.end()
            continue
        if found:
            again = more.match(low, end) or (_FIELD.match(key, end) if _is_without_field(low, start, end) else None)
            on = again.end() if again else _inside(key, low, start, end, limit)
            if on is not None:
                cursor = on
                continue
        break
    another = _another().search(low, start, min(limit, end + _TYPE_LONG))
    if another and another.start() < end:
        end = another.start()
    whole = _state().match(low, start, limit)
    shaped = whole.end() if whole else shape_end(key, low, start, end)
    known = comma.search(low, start, end) if shaped < end else None  # "Bộ Giao thông vận tải"
    end = known.end() if known and known.start() < shaped < known.end() else shaped
    end = place_end(key, low, start, start + len(_TRAILING.sub("", key[start:end])), stop)
    return listed_end(key, low, start, end, limit)


@lru_cache(maxsize=1)
def _alone() -> re.Pattern[str]:
    """A name that ends with a head of one syllable, which names no body without its field."""
    return pattern(rf"(?<!\w)(?:{alternatives([word for word in words('closed-name') if ' ' not in word])}) $")


@lru_cache(maxsize=1)
def _capital_stops() -> re.Pattern[str]:
    return pattern(rf" (?:{alternatives(words('after-name-capital'))})(?!\w)")


def _cut_title(key: str, start: int, end: int) -> int:
    """Leave out a subject that begins with a capital right after the name ("… tỉnh Sông Mơ Thành lập trạm")."""
    found = _capital_stops().search(key, start, end)
    return found.start() if found and not _in_capitals(key, start, end) else end


_LONGEST = 260


def issuer_at(key: str, low: str, start: int, limit: int | None = None) -> IssuerPhrase | None:
    """The issuer named at ``start`` of the matching key, if a body's name begins there; nothing at or after ``limit`` is read."""
    head, _ = _patterns()
    limit = min(len(key), start + _LONGEST) if limit is None else min(limit, start + _LONGEST)
    if not head.match(low, start, limit):
        return None
    term = TERM.search(key, start, limit) if "khóa" in low[start:limit] else None
    end = _end(key, low, start, min(limit, term.start()) if term else limit)
    end = _cut_title(key, start, end)
    if end <= start or _together().fullmatch(low, start, end):
        return None
    follows = TERM.match(key, end)
    return phrase_of(key, start, end, follows.group("term") if follows else None)


@lru_cache(maxsize=1)
def own_verb() -> re.Pattern[str]:
    """A verb whose subject stands right before."""
    return pattern(rf" {any_word('own-verb')}(?!\w)")


def _without_subject(key: str, low: str, issuer: IssuerPhrase) -> IssuerPhrase:
    """Without the body after a comma that is the subject of what follows: "… của Quốc hội, Chính phủ đã ban hành"."""
    span = issuer.span
    if span is None or issuer.term or not own_verb().match(low, span.end):
        return issuer
    comma = key.rfind(", ", span.start, span.end)
    return issuer if comma < 0 else phrase_of(key, span.start, comma, None)


_OF = pattern(r" ?,? ?(?:của|(?P<by>do)) ")


@lru_cache(maxsize=1)
def _issues() -> re.Pattern[str]:
    """What a body named with "do" did to the document before it; "… do Ủy ban nhân dân cấp tỉnh thực hiện" speaks of something else."""
    return pattern(rf" (?:{any_word('before-issuing')} )?{any_word('issuing')}(?!\w)")


@lru_cache(maxsize=1)
def _again() -> re.Pattern[str]:
    return pattern(rf" {any_word('body-again')}(?!\w)")


def issuer_after(key: str, low: str, end: int) -> IssuerPhrase | None:
    """What follows a citation that ends at ``end``: "(khóa XII)", "của Bộ Chính trị", "của Bộ Chính trị (khóa XII)"."""
    term = TERM.match(key, end)
    cursor = term.end() if term else end
    of = _OF.match(low, cursor)
    issuer = issuer_at(key, low, of.end()) if of else None
    if issuer and issuer.span and _again().match(low, issuer.span.end):
        issuer = None  # "của Bộ này": named elsewhere
    elif of and of["by"] and issuer and issuer.span and not issuer.term and not _issues().match(low, issuer.span.end):
        issuer = None
    if issuer is None:
        return IssuerPhrase(None, None, term.group("term")) if term else None
    issuer = _without_subject(key, low, issuer)
    if term and issuer.term is None:
        return IssuerPhrase(issuer.span, issuer.name, term.group("term"))
    return issuer
