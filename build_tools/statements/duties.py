"""What a sentence of a directive says of a duty: who leads, with whom, until when or how often, to whom to report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.letters import CAPITALS
from build_tools.lexicon.words import any_word, word_set
from build_tools.model.span import Span
from build_tools.statements.acts import goes_on, told
from build_tools.statements.asking import given, given_end, inside_word, link_words, manner, manner_ask, no_asking
from build_tools.statements.bodies import bodies_at
from build_tools.statements.body_beginnings import begins_body
from build_tools.statements.helpers import TOGETHER, helpers_of
from build_tools.statements.many_bodies import JOINT
from build_tools.statements.persons import before_person, person_at
from build_tools.statements.verbs import first_words, is_duty

TOPIC = re.compile(r"Về [^:\n]{3,600}:\s")
"""A provision that first says what it is about: "Về dự án …: giao Sở Y tế …"."""
CLAUSE = re.compile(rf"[:.;]\s(?=[{CAPITALS}])")
"""Where a clause begins."""
CLAUSE_LOW = re.compile(r"[:.;]\s(?=[^\W\d_])")
"""The same, in small letters too."""
AFTER_MANNER = re.compile(r"[,;]\s")
SENTENCE_STOP = re.compile(r"[.:\n]")
ADVERB = re.compile(rf"[^\W\d_]+(?:\s[^\W\d_]+){{0,2}},\s(?=[{CAPITALS}])")
"""A word or three of time before the subject: "Định kỳ, Sở Y tế …"."""
LOOK = 700
"""How far into a provision its bearer is looked for."""
REPORT = re.compile(r"[BbGg](?:áo cáo|ửi)(?:\skết quả)?\s")
REPORT_VIA = re.compile(rf"(?:(?!về\b|cho\b|với\b)[^\s,.;:()]+\s){{0,7}}?{any_word('report-to')}\s")
LEADING = re.compile(r"\s?(?:làm |là )?(?:cơ quan |đơn vị |đầu mối )?chủ trì\b,?")
ITSELF = re.compile(r"(?:[^\W\d_]+\s){1,3}này\s")
"""A document that speaks of itself: "Hướng dẫn này thay thế …"."""
BRACKETS = re.compile(r"\s?\([^()]*\)?")


@lru_cache(maxsize=1)
def _charged() -> re.Pattern[str]:
    return re.compile(rf"\s{any_word('charges')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _given_charge() -> re.Pattern[str]:
    """Who is asked to lead is named by that alone, with whatever word: "Giao công chức địa chính chủ trì đo đạc"."""
    return re.compile(
        rf"{any_word('asks')}\s(?:cho\s)?(?P<who>[^\W\d_]+(?:\s[^\W\d_]+){{0,5}}?)(?=\s{any_word('leads')}(?:,|\s(?!cho\s)))",
        re.IGNORECASE,
    )


@dataclass(frozen=True, slots=True)
class Duty:
    """What was read of one duty. ``action`` is where its words begin, after the bodies that carry it."""

    lead: tuple[str, ...]
    cooperating: tuple[str, ...]
    action: int
    report_to: str | None
    asked: bool = False
    """True when the text asks the bodies to act ("giao", "yêu cầu", "đề nghị")."""


Bearer = tuple[tuple[str, ...], int, bool]
"""Who bears a duty, where what they have to do begins, and whether the text asks them."""


def read_duty(text: str, span: Span, deep: bool = True, bearer: Bearer | None = None) -> Duty:
    """Read the duty whose text (without its number) is ``span``. ``deep``: its bearer may also open a later clause; ``bearer``: who
    bears it is known."""
    topic = TOPIC.match(text, span.start, span.end)
    begin = topic.end() if topic else span.start
    lead, action, asks = bearer or _bearer(text, span, begin, deep) or ((), span.start, False)
    action = _skip(text, action, span.end)
    leading = LEADING.match(text, action, span.end)
    if leading:
        action = _skip(text, leading.end(), span.end)
    cooperating: list[str] = []
    for together in TOGETHER.finditer(text, span.start, span.end):
        named = None if inside_word(text, together.start()) else helpers_of(text, together, span.end)
        if named:
            cooperating.extend(name for name in named.names if name not in cooperating)
            if together.start() <= action + 2 and goes_on(text, named, span.end):
                action = _skip(text, named.end, span.end)
    return Duty(lead, tuple(cooperating), action, report_to(text, span), asks)


def _bearer(text: str, span: Span, begin: int, deep: bool) -> Bearer | None:
    """(lead, where the action begins, asked) of the person or the first bodies from ``begin`` on that are told what to do."""
    if person := person_at(text, begin, span.end):
        return person
    for place in _places(text, begin, span.end, deep):
        asked_before = bool(given_end().search(text[max(span.start, place - 24) : place]))
        low = place > begin and text[place].islower()
        named = bodies_at(text, place, span.end, asked_before or low)
        if named and all(word_key(name) in word_set("general") or _hangs(name) for name in named.names):
            continue  # "Cơ quan trình: …" names nobody
        if named and low and not asked_before and not begins_body(text, place, span.end) and not _charged().match(text, named.end):
            continue  # a name in small letters is one only where its charge follows
        if named and (
            goes_on(text, named, span.end, asked_before, place == begin) or (place == span.start and told(text, named.end, span.end))
        ):
            asked = given().match(text, named.end + 1, span.end)
            if asked and (charged := person_at(text, named.end + 1, span.end)):
                return charged  # "Chi ủy phân công đồng chí Ổi, Phó Bí thư, rà soát …"
            other = bodies_at(text, asked.end(), span.end) if asked else None
            alone = other and text[other.end : span.end].strip() == ":"  # "Sở A yêu cầu các xã:"
            named = other if other and (alone or goes_on(text, other, span.end)) else named
            return named.names, named.end, bool(asked) or asked_before
    leads = _given_charge().match(text, begin, span.end)
    return ((leads["who"],), leads.end("who"), True) if leads and _can_lead(leads["who"]) else None


def _can_lead(who: str) -> bool:
    """False for work that is given ("nhiệm vụ cụ thể"), and for words that join it to who gets it ("việc cho người …")."""
    keys = [word_key(word) for word in who.split()]
    things = word_set("announces") | word_set("heading")
    said = any(" ".join(keys[:count]) in things for count in (1, 2)) or is_duty(keys)
    return not said and not set(keys) & (word_set("joins-body") | {"cho"})


def duties_in(text: str, span: Span) -> tuple[Span, ...]:
    """The parts of a paragraph that hand work to different bodies: "Sở A cắm phao; Sở B giữ bến. Đồng thời, giao Hội Đò dọn bến"."""
    clauses = outside_marks(text, span, PART)
    if not clauses:
        return (span,)
    topic = TOPIC.match(text, span.start, span.end)
    first = _bearer(text, span, topic.end() if topic else span.start, deep=False)
    lead, reach = (first[0], first[1]) if first else ((), span.start)
    hands_out = bool(lead) or is_duty(first_words(text, span.start, span.end)) or ITSELF.match(text, span.start, span.end) is not None
    starts = [span.start]
    for at in clauses:
        if at < reach:
            continue
        if _still_helpers(text, starts_of(clauses, at, span.start), at, span.end):
            continue
        link = link_words().match(text, at, span.end)
        place = link.end() if link else at
        if not (
            begins_body(text, place, span.end)
            or given().match(text, place, span.end)
            or before_person().match(text, place, span.end)
            or (text[place].isupper() and manner().match(text, place, span.end))
        ):
            continue
        found = _bearer(text, Span(place, span.end), place, deep=False)
        if found is None or found[0] == lead:
            continue
        if hands_out:
            starts.append(at)
        lead, reach, hands_out = found[0], found[1], True
    return tuple(Span(start, end) for start, end in zip(starts, (*starts[1:], span.end), strict=True))


def outside_marks(text: str, span: Span, mark: re.Pattern[str]) -> list[int]:
    """Where each ``mark`` ends that stands neither in brackets nor in a quotation."""
    outside, still_open, seen = [], 0, span.start
    for found in mark.finditer(text, span.start, span.end):
        at = found.end()
        still_open += sum(text.count(sign, seen, at) for sign in "(“") - sum(text.count(sign, seen, at) for sign in ")”")
        seen = at
        if still_open <= 0:
            outside.append(at)
    return outside


def _still_helpers(text: str, start: int, at: int, end: int) -> bool:
    """True where the list of helpers with which a clause begins goes on behind ``at``: "phối hợp Ban A; các xã và Hội Đò rà soát …"."""
    together = TOGETHER.match(text, start, at)
    named = helpers_of(text, together, end) if together and text[at - 2] == ";" else None
    return named is not None and named.end > at and goes_on(text, named, end)


def starts_of(clauses: list[int], at: int, first: int) -> int:
    """Where the clause that ends at ``at`` begins."""
    return max((start for start in clauses if start < at), default=first)


PART = re.compile(r"[.;]\s(?=[^\W\d_])")
"""Where a further duty of the same paragraph may begin."""


def _hangs(name: str) -> bool:
    """True for words that a verb or more has to follow, and no name: "Cán bộ có …"."""
    return word_key(name.rpartition(" ")[2]) in word_set("no-act")


def _places(text: str, start: int, end: int, deep: bool) -> Iterator[int]:
    """Where the bearer of a duty may be named: at the beginning, after "giao", "yêu cầu" …, at the beginning of a clause."""
    yield start
    limit = min(end, start + LOOK)
    opening = given().match(text, start, limit)
    places = {opening.end()} if opening else set()
    about = manner_ask(text, start, limit)
    if about:
        places.add(about.end())
    adverb = ADVERB.match(text, start, limit)
    if adverb:
        places.add(adverb.end())
    if deep:
        places |= {
            found.end()
            for found in given().finditer(text, start, limit)
            if not (no_asking(text, found.start()) or _is_acted_on(text, start, found.start()))
        }
        places.update(found.end() for found in CLAUSE.finditer(text, start, limit))
        unnamed = is_duty(first_words(text, start, limit)) or manner().match(text, start, limit) is not None
        for clause in (start, *(found.end() for found in CLAUSE_LOW.finditer(text, start, limit))):
            if unnamed or text[clause].isupper():  # a subject that opens the paragraph goes on over its semicolons
                places.update(_after_manner(text, clause, limit))
    else:
        places.update(_after_manner(text, start, limit))
    yield from sorted(places)


def _is_acted_on(text: str, start: int, at: int) -> bool:
    """True for asking that belongs to what is done in its clause: "Lập danh sách | đề nghị Sở A công nhận"."""
    before = text[start:at].rstrip()
    if before[-1:] in ",;:." or word_key(before.rpartition(" ")[2]) == "và":
        return False
    begins = [found.end() for found in CLAUSE_LOW.finditer(before)]
    begins += [found.end() for found in JOINT.finditer(before) if begins_body(text, start + found.end(), at)]
    begin = start + max(begins, default=0)
    return is_duty(first_words(text, begin, at)) and manner().match(text, begin, at) is None


def _after_manner(text: str, start: int, limit: int) -> Iterator[int]:
    """Where a body may be named after words of manner, up to the end of the sentence, but not as a helper."""
    opening = manner().match(text, start, limit)
    if opening is None:
        return
    stop = SENTENCE_STOP.search(text, opening.end(), limit)
    helper = TOGETHER.search(text, opening.end(), stop.start() if stop else limit)
    end = helper.start() if helper else stop.start() if stop else limit
    for comma in AFTER_MANNER.finditer(text, opening.end(), end):
        if begins_body(text, comma.end(), limit):
            yield comma.end()
            return
        if begins_body(text, comma.end(), limit, low=True):
            yield comma.end()


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
