"""What a sentence of a directive says of a duty: who leads, with whom, until when or how often, to whom to report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from build_tools.model.span import Span
from build_tools.statements.bodies import begins_body, bodies_at, is_duty
from build_tools.statements.words import UPPER, key

GIVEN = re.compile(r"(?<!\w)(?:[Gg]iao|[Pp]hân công|[Yy]êu cầu|[Đđ]ề nghị)\s(?:cho\s|nhiệm vụ cho\s|trách nhiệm cho\s)?")
GIVEN_END = re.compile(r"\b(?:giao|phân công|yêu cầu|đề nghị)\s(?:cho\s|nhiệm vụ cho\s|trách nhiệm cho\s)?$", re.IGNORECASE)
TOPIC = re.compile(r"Về [^:\n]{3,600}:\s")
"""A provision that first says what it is about: "Về dự án …: giao Sở Y tế …"."""
CLAUSE = re.compile(
    rf"[:.;]\s(?=[{UPPER}])"
    rf"|(?:[Vv]ới vai trò|[Đđ]ể|[Tt]rên cơ sở|[Cc]ăn cứ|[Nn]hằm|[Tt]rong|[Đđ]ối với|[Tt]heo)\s[^.;:\n]{{3,200}}?,\s(?=[{UPPER}])"
)
"""Where a clause begins, also after words of manner or purpose."""
LOOK = 700
"""How far into a provision its bearer is looked for."""
TOGETHER = re.compile(r"\b(?:[Pp]hối hợp|cùng)(?:\s(?:chặt chẽ|tốt|đồng bộ|kịp thời|thường xuyên))?,?(?:\s(?:cùng\s)?với)?\s")
REPORT = re.compile(
    r"\b(?:báo cáo|gửi)(?:\s(?!về\b|cho\b|với\b)[^\s,.;:()]+){0,6}?\s(?:về|cho|với|lên|tới)\s|\bbáo cáo(?:\skết quả)?\s", re.IGNORECASE
)
LEADING = re.compile(r"\s?(?:làm |là )?(?:cơ quan |đơn vị |đầu mối )?chủ trì\b,?")
RECURRENCE = re.compile(
    r"\b(?:[Tt]hường xuyên"
    r"|[Đđ]ịnh kỳ(?:,? (?:(?:vào )?thứ [^\W\d_]+ )?(?:h[ằà]ng|mỗi) (?:ngày|tuần|tháng|quý|năm)"
    r"|(?: mỗi)? (?:\d{1,2}|ba|sáu|một) (?:tháng|năm|quý|tuần)(?: một lần)?)?"
    r"|[Hh][ằà]ng (?:ngày|tuần|tháng|quý|năm)|[Mm]ỗi (?:tuần|tháng|quý|năm)"
    r"|(?:trước |vào )?ngày \d{1,2}(?:[/-]\d{1,2}| tháng \d{1,2})? (?:h[ằà]ng|của) (?:tháng|quý|năm)(?: cuối quý)?)\b"
)
RECURRENCE_END = re.compile(
    r"[.;:()\n]|\s(?:việc|về|để|nhằm|và báo cáo|theo quy định|đối với|góp phần)\b"
    r"|,\s(?=(?:định kỳ|h[ằà]ng|thường xuyên|báo cáo|kịp thời|góp phần)\b)"
)
ADJECTIVE = re.compile(
    r"(?:\b(?:hoạt động|nhiệm vụ|công việc|sinh hoạt|chi|công tác|kế hoạch|chuyên đề|ngân sách|chương trình|dự toán|việc làm)\s)$",
    re.IGNORECASE,
)
OPENING = re.compile(r"(?:^|[.;:,]|\bvà|\bđồng thời,?|\bphải)\s*$", re.IGNORECASE)
FOLLOWED = re.compile(r",?\s[^\W\d_]")
BRACKETS = re.compile(r"\s?\([^()]*\)?")
LOW_WORD = re.compile(r"[^\W\d_]+")


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
        named = bodies_at(text, place, span.end)
        if named and _goes_on(text, named.end, span.end):
            asked = GIVEN.match(text, named.end + 1, span.end)
            other = bodies_at(text, asked.end(), span.end) if asked else None
            named = other if other and _goes_on(text, other.end, span.end) else named
            lead, action = named.names, named.end
            asks = bool(asked) or bool(GIVEN_END.search(text[max(span.start, place - 24) : place]))
            break
    action = _skip(text, action, span.end)
    leading = LEADING.match(text, action, span.end)
    if leading:
        action = _skip(text, leading.end(), span.end)
    cooperating: list[str] = []
    for together in TOGETHER.finditer(text, span.start, span.end):
        named = bodies_at(text, together.end(), span.end)
        if named:
            cooperating.extend(name for name in named.names if name not in cooperating)
            if together.start() <= action + 2 and _goes_on(text, named.end, span.end):
                action = _skip(text, named.end, span.end)
    return Duty(lead, tuple(cooperating), action, report_to(text, span), asks)


def _places(text: str, start: int, end: int, deep: bool) -> Iterator[int]:
    """Where the bearer of a duty may be named: at the beginning, after "giao", "yêu cầu" …, at the beginning of a clause."""
    yield start
    limit = min(end, start + LOOK)
    places = {found.end() for found in GIVEN.finditer(text, start, limit)}
    if deep:
        places.update(found.end() for found in CLAUSE.finditer(text, start, limit))
    yield from sorted(places)


def _goes_on(text: str, at: int, end: int) -> bool:
    """True when a verb follows the names, directly or after a colon, so that they are the subject of a duty."""
    rest = text[at : min(end, at + 60)].lstrip(" ,")
    found = LOW_WORD.findall(rest)
    if not found or not (rest[0].islower() or rest[0] == ":"):
        return False
    return is_duty([key(word) for word in found[:3]])


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " ,;:-–":
        at += 1
    return at


def report_to(text: str, span: Span) -> str | None:
    """The body to which results go: "báo cáo kết quả về Ban Thường vụ"."""
    for found in REPORT.finditer(text, span.start, span.end):
        if not begins_body(text, found.end(), span.end):
            continue
        named = bodies_at(text, found.end(), span.end)
        if named:
            return ", ".join(BRACKETS.sub("", name) for name in named.names)
    return None


def recurrences(text: str, span: Span) -> Iterator[Span]:
    """Words that say how often: "thường xuyên đôn đốc, kiểm tra", "định kỳ sơ kết", "hằng năm", "trước ngày 25 hằng tháng"."""
    after = span.start
    for found in RECURRENCE.finditer(text, span.start, span.end):
        if found.start() < after:
            continue
        before = text[max(span.start, found.start() - 24) : found.start()]
        if ADJECTIVE.search(before):
            continue
        follows = LOW_WORD.findall(text[found.end() : found.end() + 30]) if FOLLOWED.match(text, found.end(), span.end) else []
        verb = bool(follows) and follows[0] not in ("được", "là", "làm") and is_duty([key(word) for word in follows[:3]])
        dated = any(letter.isdigit() for letter in found.group())
        if not (dated or OPENING.search(before) or verb):
            continue
        stop = found.end()
        if verb and not dated:
            ended = RECURRENCE_END.search(text, found.end(), span.end)
            stop = min(ended.start() if ended else span.end, found.end() + 120)
            stop = stop if ended and ended.start() == stop else text.rfind(" ", found.end(), stop)
        elif found.group().lower() == "thường xuyên":
            continue
        after = stop
        yield Span(found.start(), max(stop, found.end()))
