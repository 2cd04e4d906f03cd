"""What a sentence of a directive says of a duty: who leads, with whom, until when or how often, to whom to report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word, word_set, words
from build_tools.model.span import Span
from build_tools.statements.bodies import Bodies, begins_body, bodies_at, is_duty

# The patterns below begin with a set of letters, not with a word boundary: so a long text is searched fast.
# What stands before is looked at afterwards.
_TO = r"\s(?:cho\s|nhiệm vụ cho\s|trách nhiệm cho\s)?"
TOPIC = re.compile(r"Về [^:\n]{3,600}:\s")
"""A provision that first says what it is about: "Về dự án …: giao Sở Y tế …"."""
CLAUSE = re.compile(rf"[:.;]\s(?=[{CAPITALS}])")
"""Where a clause begins."""
MANNER = re.compile(rf"[VvĐđTtCcNn](?:ới vai trò|ể|rên cơ sở|ăn cứ|hằm|rong|ối với|heo)\s[^.;:\n]{{3,300}}?,\s(?=[{CAPITALS}]|các\s)")
"""Words of manner or purpose before the subject: "Để làm tốt việc này, Sở Y tế …"."""
ADVERB = re.compile(rf"[^\W\d_]+(?:\s[^\W\d_]+){{0,2}},\s(?=[{CAPITALS}])")
"""A word or three of time before the subject: "Định kỳ, Sở Y tế …"."""
LOOK = 700
"""How far into a provision its bearer is looked for."""
TOGETHER = re.compile(r"[Ppc](?:hối hợp|ùng)(?:\s(?:chặt chẽ|tốt|đồng bộ|kịp thời|thường xuyên))?,?(?:\s(?:cùng\s)?với)?\s")
REPORT = re.compile(r"[BbGg](?:áo cáo|ửi)(?:\skết quả)?\s")
REPORT_VIA = re.compile(r"(?:(?!về\b|cho\b|với\b)[^\s,.;:()]+\s){0,7}?(?:về|cho|với|lên|tới)\s")
LEADING = re.compile(r"\s?(?:làm |là )?(?:cơ quan |đơn vị |đầu mối )?chủ trì\b,?")
BRACKETS = re.compile(r"\s?\([^()]*\)?")
TOLD = re.compile(r"\s?:\s+[^\W\d_]+\s[^\W\d_]+")
LOW_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def given() -> re.Pattern[str]:
    """Words that ask the body named after them to act."""
    asks = words("asks")
    firsts = "".join(sorted({letter for word in asks for letter in (word[0], word[0].upper())}))
    return re.compile(rf"[{firsts}](?:{'|'.join(re.escape(word[1:]) for word in asks)}){_TO}")


@lru_cache(maxsize=1)
def _person() -> re.Pattern[str]:
    """Who is named with a colon after the name, office included: "Đồng chí Ổi - Trưởng đoàn: phụ trách …"."""
    return re.compile(rf"(?P<name>{any_word('person')}\s[^:;\n]{{2,100}}):\s+(?=[^\W\d_]+\s[^\W\d_])", re.IGNORECASE)


@lru_cache(maxsize=1)
def manner_ask() -> re.Pattern[str]:
    """What the duty is about or for, before a body is asked: "Đối với chi phí vượt dự toán, giao Sở Tài chính …"."""
    return re.compile(rf"[ĐTCNVđtcnv][^.;:\n]{{3,400}}?,\s{any_word('asks')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _people() -> re.Pattern[str]:
    """A person by name, perhaps with the office in brackets: "Đ/c Na (Trưởng ban)"."""
    return re.compile(
        rf"(?P<name>(?i:{any_word('person')})(?:\s[{CAPITALS}][^\W\d_]*){{1,5}}(?:\s\([^()\n]{{2,60}}\))?)(?P<office>[,–-]|\s[–-])?\s?"
    )


OFFICE = 24
"""Words of a person's office between the name and what he has to do."""


def _person_at(text: str, begin: int, end: int) -> tuple[tuple[str, ...], int, bool] | None:
    """(lead, where the action begins, asked): a person who opens a provision or is asked, with a colon or a verb after the name."""
    asked = given().match(text, begin, end)
    start = asked.end() if asked else begin
    named = _person().match(text, start, end)
    if named:
        return (named["name"].strip(),), named.end(), bool(asked)
    found = _people().match(text, start, end)
    if not found:
        return None
    words = list(LOW_WORD.finditer(text, found.end(), min(end, found.end() + 200)))[: OFFICE if found["office"] else 1]
    for index, word in enumerate(words):
        first = [word_key(text[other.start() : other.end()]) for other in words[index : index + 3]]
        if index == 0 and len(first) < 3:
            first = [word_key(other) for other in LOW_WORD.findall(text, word.start(), min(end, word.start() + 40))[:3]]
        if no_act(first) or BREAKS.search(text, found.end(), word.start()):
            return None
        if text[word.start()].islower() and is_duty(first):
            return (text[start : word.start()].strip(" ,-–"),), word.start(), bool(asked)
    return None


BREAKS = re.compile(r"[.;:\n]")


@lru_cache(maxsize=1)
def _given_end() -> re.Pattern[str]:
    return re.compile(rf"\b{any_word('asks')}{_TO}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Duty:
    """What was read of one duty. ``action`` is where its words begin, after the bodies that carry it."""

    lead: tuple[str, ...]
    cooperating: tuple[str, ...]
    action: int
    report_to: str | None
    asked: bool = False
    """True when the text asks the bodies to act ("giao", "yêu cầu", "đề nghị")."""


def read_duty(text: str, span: Span, deep: bool = True) -> Duty:
    """Read the duty whose text (without its number) is ``span``. ``deep``: its bearer may also open a later clause."""
    lead: tuple[str, ...] = ()
    action = span.start
    asks = False
    topic = TOPIC.match(text, span.start, span.end)
    begin = topic.end() if topic else span.start
    for place in _places(text, begin, span.end, deep):
        asked_before = bool(_given_end().search(text[max(span.start, place - 24) : place]))
        named = bodies_at(text, place, span.end, asked_before)
        if named and all(word_key(name) in word_set("general") or _hangs(name) for name in named.names):
            continue  # "Cơ quan trình: …" names nobody
        if named and (_goes_on(text, named, span.end, asked_before) or (place == span.start and _told(text, named.end, span.end))):
            asked = given().match(text, named.end + 1, span.end)
            other = bodies_at(text, asked.end(), span.end) if asked else None
            named = other if other and _goes_on(text, other, span.end) else named
            lead, action = named.names, named.end
            asks = bool(asked) or asked_before
            break
    person = None if lead else _person_at(text, begin, span.end)
    if person:
        lead, action, asks = person
    action = _skip(text, action, span.end)
    leading = LEADING.match(text, action, span.end)
    if leading:
        action = _skip(text, leading.end(), span.end)
    cooperating: list[str] = []
    for together in TOGETHER.finditer(text, span.start, span.end):
        named = None if _inside_word(text, together.start()) else bodies_at(text, together.end(), span.end)
        if named:
            cooperating.extend(name for name in named.names if name not in cooperating)
            if together.start() <= action + 2 and _goes_on(text, named, span.end):
                action = _skip(text, named.end, span.end)
    return Duty(lead, tuple(cooperating), action, report_to(text, span), asks)


def _hangs(name: str) -> bool:
    """True for words that a verb or more has to follow, and no name: "Cán bộ có …"."""
    return word_key(name.rpartition(" ")[2]) in word_set("no-act")


def _places(text: str, start: int, end: int, deep: bool) -> Iterator[int]:
    """Where the bearer of a duty may be named: at the beginning, after "giao", "yêu cầu" …, at the beginning of a clause."""
    yield start
    limit = min(end, start + LOOK)
    opening = given().match(text, start, limit)
    places = {opening.end()} if opening else set()
    manner = manner_ask().match(text, start, limit)
    if manner:
        places.add(manner.end())
    adverb = ADVERB.match(text, start, limit)
    if adverb:
        places.add(adverb.end())
    if deep:
        places |= {found.end() for found in given().finditer(text, start, limit) if not _inside_word(text, found.start())}
        clauses = [found.end() for found in CLAUSE.finditer(text, start, limit)]
        manners = (MANNER.match(text, clause, limit) for clause in (start, *clauses))
        places.update(clauses, (manner.end() for manner in manners if manner))
    yield from sorted(places)


def _inside_word(text: str, at: int) -> bool:
    return at > 0 and text[at - 1].isalnum()


def _goes_on(text: str, named: Bodies, end: int, asked: bool = False) -> bool:
    """True when what they have to do follows the names, directly or after a colon.

    It begins with a known verb; where the names end by their shape, with any word that does not say that something else is told. Words
    of time or manner may stand before it ("trước ngày 30/6 rà soát"), where the bodies are asked to act.
    """
    rest = text[named.end : min(end, named.end + 60)].lstrip(" ,")
    found = LOW_WORD.findall(rest)
    if not found or not (rest[0].islower() or rest[0] == ":"):
        return False
    first = [word_key(word) for word in found[:3]]
    if no_act(first):
        return False
    if asked and first[0] in word_set("after-bearer"):
        return _verb_later(text, named.end, end)
    others = word_set("after-bearer") | word_set("joins-body")
    return is_duty(first) or (named.closed and rest[0] != ":" and first[0] not in others)


def _verb_later(text: str, at: int, end: int) -> bool:
    """True when a known verb stands in the same stretch of words, before any point or colon."""
    stop = BREAKS.search(text, at, min(end, at + VERB_REACH))
    words = LOW_WORD.findall(text, at, stop.start() if stop else min(end, at + VERB_REACH))
    keys = [word_key(word) for word in words]
    return any(words[index][0].islower() and is_duty(keys[index : index + 3]) for index in range(2, len(keys)))


VERB_REACH = 160
"""Characters after the bodies in which the verb stands, words of time and manner between."""


def no_act(first: list[str]) -> bool:
    """True when the words (as keys) after a name tell what was done, is allowed or is meant, and lay down no duty."""
    begins = [" ".join(first[:count]) for count in range(1, len(first) + 1)]
    return any(words in word_set("no-act") for words in begins) and not any(words in word_set("still-act") for words in begins)


def _told(text: str, at: int, end: int) -> bool:
    """True when a colon and words follow the names that open a provision: "Đồng chí Ổi: phụ trách khối xã"."""
    told = TOLD.match(text, at, end)
    if told is None:
        return False
    first = [word_key(word) for word in LOW_WORD.findall(told.group())]
    return not tells(first) and not no_act(first)


def tells(first: list[str]) -> bool:
    """True when the words (as keys) begin what measures, limits or lists something."""
    return any(" ".join(first[:count]) in word_set("no-told") for count in (1, 2))


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " ,;:-–":
        at += 1
    return at


def report_to(text: str, span: Span) -> str | None:
    """The body to which results go: "báo cáo kết quả về Ban Thường vụ"."""
    for found in REPORT.finditer(text, span.start, span.end):
        at = found.end()
        if not begins_body(text, at, span.end):
            via = REPORT_VIA.match(text, at, span.end)
            at = via.end() if via else at
        named = bodies_at(text, at, span.end)
        if named:
            return ", ".join(BRACKETS.sub("", name) for name in named.names)
    return None
