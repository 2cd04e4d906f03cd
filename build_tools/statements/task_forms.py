"""Tasks laid out as forms: "Đơn vị chủ trì: …", "Thời gian thực hiện: …" in lines or in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import any_word, word_set
from build_tools.model.span import Span
from build_tools.model.statement import Task
from build_tools.passages import find_moments
from build_tools.passages.last_day import last_day
from build_tools.statements.asking import given
from build_tools.statements.bodies import bodies_at
from build_tools.statements.body_beginnings import begins_body
from build_tools.statements.duties import read_duty
from build_tools.statements.many_bodies import split_bodies
from build_tools.statements.outline import BULLETS, Entry
from build_tools.statements.verbs import is_duty

KINDS = {"cooperating": "field-cooperating", "lead": "field-lead", "time": "field-time", "action": "field-action"}
"""What fields and columns hold, each with its list; the first whose words the name has tells."""
LIMIT = 220
"""Longest action shown, in characters."""
BRACKETS = re.compile(r"\(([^()\n]{4,200})\)")


@lru_cache(maxsize=1)
def _row() -> re.Pattern[str]:
    return re.compile(rf"\W*(?P<name>{any_word('field-row')})\s?:\s*(?P<value>[^\n]*)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _time_row() -> re.Pattern[str]:
    """A line that says when, whatever the word for it: "Thời gian đào tạo: ngày 28/12/2031"."""
    return re.compile(rf"\W*(?P<name>{any_word('field-time')}(?:\s[^\W\d_]+){{1,2}})\s?:\s*(?P<value>[^\n]*)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _often() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('how-often')}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _since() -> re.Pattern[str]:
    return re.compile(rf"{any_word('from')}\s", re.IGNORECASE)


def _only_since(time: str) -> bool:
    """True for a time from which on something is done, and nothing until when: "Từ 01/7/2031"."""
    moments = find_moments(time) if _since().match(time) else []
    return len(moments) == 1 and not time[moments[0].span.end :].strip(" .;,")


@lru_cache(maxsize=1)
def _by_duties() -> re.Pattern[str]:
    """After the names of bodies: within what they act ("theo chức năng, nhiệm vụ được giao")."""
    return re.compile(rf"\s{any_word('after-bearer')}\s[^;]*$")


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    return re.compile(rf"\s(?:[^\W\d_]+\s){{0,3}}?{any_word('leads')}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _inline() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.;(]\s?)(?P<name>{any_word('field-row')})\s?:\s*(?P<value>[^.;()\n]+)", re.IGNORECASE)


def kind_of(name: str) -> str | None:
    """What a field or a column with this name holds."""
    folded = word_key(name)
    if folded in ("thực hiện", "phân công"):
        return "lead"
    return next((kind for kind, name_words in KINDS.items() if any(word in folded for word in word_set(name_words))), None)


def _names(value: str) -> tuple[str, ...]:
    """The bodies that fill a field; a sentence in it ("Sở A chủ trì tham mưu …; Sở B …") gives those that begin its parts."""
    if len(value) < SENTENCE:
        return tuple(_by_duties().sub("", name) for name in split_bodies(value)) if value else ()
    named: list[str] = []
    for part in (piece.strip() for piece in value.split(";")):
        bodies = bodies_at(part, 0, len(part))
        whole = bodies is None or bodies.end >= len(part.rstrip(" .")) or not is_duty(_first(part[bodies.end :]))
        named.extend(split_bodies(part) if whole or bodies is None else bodies.names)
    return tuple(dict.fromkeys(_by_duties().sub("", name) for name in named))


def _first(words: str) -> list[str]:
    return [word_key(word) for word in words.split()[:3]]


SENTENCE = 120
"""A field that is longer tells more than names."""


@dataclass(frozen=True, slots=True)
class Fields:
    """What a form fills in, each as written; empty where it says nothing. ``at``: where the form begins."""

    lead: str = ""
    cooperating: str = ""
    time: str = ""
    action: str = ""
    at: int = -1

    def bodies(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who leads and who cooperates."""
        return _names(self.lead), _names(self.cooperating)

    def when(self) -> tuple[str | None, str | None, str | None]:
        """(deadline, recurrence, last day): how often ("thường xuyên", "hằng quý"), else until when, in whatever words ("sau khi có hướng
        dẫn"), with its last day where they tell one; since when alone is until no time."""
        last = last_day(self.time) or None
        if not self.time or (last is None and _only_since(self.time)):
            return None, None, None
        return (None, self.time, None) if _often().search(self.time) else (self.time, None, last)

    def task(self, number: str, span: Span, action: str, node_id: str) -> Task:
        """The task whose form this is."""
        lead, cooperating = self.bodies()
        deadline, often, due = self.when()
        return Task(
            number=number,
            span=span,
            action=action,
            node_id=node_id,
            lead=lead,
            lead_source="stated" if lead else None,
            cooperating=cooperating,
            deadline=deadline,
            recurrence=often,
            due=due,
        )


@dataclass(frozen=True, slots=True)
class Form:
    """Fields with the entries whose fields they are; without entries, of the entry below which they stand."""

    fields: Fields
    work: tuple[Entry, ...]
    steps: tuple[Entry, ...] = ()
    """What stands below its time and names who has to act: "+ Các xã gửi kết quả trước ngày …"."""
    lines: int = 0
    """How many lines tell something of what is to be done."""


def fields_of(values: dict[str, str], at: int = -1) -> Fields:
    """The fields by their kinds."""
    return Fields(values.get("lead", ""), values.get("cooperating", ""), values.get("time", ""), values.get("action", ""), at)


def is_row(text: str, entry: Entry) -> bool:
    """True for a line that fills in a field of a form."""
    return _field(text, entry) is not None


def _field(text: str, entry: Entry) -> re.Match[str] | None:
    """The name and the value of a line that fills in a field."""
    row = _row().match(text, entry.words.start, entry.words.end)
    row = None if row and given().match(row["value"]) else row  # "Phân công: Giao Sở A …" is a sentence
    when = None if row else _time_row().match(text, entry.words.start, entry.words.end)
    if when and (word_key(when["name"]) in word_set("no-told") or is_duty(_first(when["value"]))):
        return None
    return row or when


def _labelled(text: str, entry: Entry) -> bool:
    """True for a line that says one more thing of what a form is about: "Thành phần: lãnh đạo các xã"."""
    words = entry.words.of(text)
    return LABELLED.match(words) is not None and not is_duty(_first(words)) and not begins_body(text, entry.words.start, entry.words.end)


LABELLED = re.compile(r"[^\W\d_]+(?:\s[^\W\d_]+){0,2}\s?:\s")


def with_own_rows(text: str, entry: Entry) -> Entry:
    """The entry with its lines below what they are of: where a field is filled in twice, each work has a form of its own, and the lines
    behind it are that form; what stands behind the last of several works once is said of all."""
    filled = [_kind_filled(text, child) for child in entry.below]
    kinds = [kind for kind in filled if kind in ("lead", "time")]
    if len(set(kinds)) == len(kinds):
        return entry
    below: list[Entry] = []
    runs = False
    for child, kind in zip(entry.below, filled, strict=True):
        runs = kind is not None or (runs and _labelled(text, child))
        if runs and below:
            work = below[-1]
            below[-1] = replace(work, span=Span(work.span.start, child.span.end), below=(*work.below, child))
        else:
            below.append(child)
    return replace(entry, below=tuple(below))


def tells_when(text: str, entry: Entry) -> bool:
    """True for a line that fills in a time: what is done then is told elsewhere."""
    return not entry.below and _kind_filled(text, entry) == "time"


def _kind_filled(text: str, entry: Entry) -> str | None:
    """The kind of the field that a line fills in, "" for one of no kind that tasks have; None for what is no such line."""
    found = _field(text, entry)
    return (kind_of(found["name"]) or "") if found else None


def read_form(text: str, entry: Entry) -> Form | None:
    """The form that the lines below an entry make; None when none of them names who leads or says when."""
    rows = [child for child in entry.below if is_row(text, child)]
    work = [child for child in entry.below if not (is_row(text, child) or (rows and _labelled(text, child)))]
    if not rows and len(work) > 1 and not any(child.below for child in work[:-1]):
        last = work[-1]
        if last.label not in BULLETS and last.below and all(is_row(text, row) for row in last.below):
            rows = list(last.below)  # what stands below the last of several is said of all
    values: dict[str, str] = {}
    listed, steps = _collect(text, rows, values)
    if "lead" not in values and "time" not in values:
        return None
    if listed or (rows and work):
        values.pop("action", None)
    return Form(fields_of(values, rows[0].own.start), tuple(listed or work), tuple(steps), len(entry.below) - len(work))


def _collect(text: str, rows: list[Entry], values: dict[str, str]) -> tuple[list[Entry], list[Entry]]:
    """Fill ``values`` from rows and what stands below them; returned: what a row "Nhiệm vụ:" lists, and the steps below a time."""
    listed: list[Entry] = []
    steps: list[Entry] = []
    for row in rows:
        found = _field(text, row)
        kind = kind_of(found["name"]) if found else None
        value = " ".join(_alone(found["value"], values).split()).rstrip(".;, ") if found else ""
        if kind and value:
            values.setdefault(kind, value)
        below = [child for child in row.below if is_row(text, child)]
        if kind == "action" and not value:
            listed.extend(child for child in row.below if not is_row(text, child))
        elif kind == "time" and not value and row.below and all(read_duty(text, child.words).lead for child in row.below):
            steps.extend(row.below)
        elif kind and not value and not below and row.below and not any(_asks(text, child) for child in row.below):
            values.setdefault(kind, ", ".join(child.words.of(text).strip(" .;") for child in row.below))
        for found_below, all_found in zip(_collect(text, below, values), (listed, steps), strict=True):
            all_found.extend(found_below)
    return listed, steps


def _asks(text: str, entry: Entry) -> bool:
    """True for a sentence that hands out work: "Giao Sở A chủ trì …"."""
    return given().match(text, entry.words.start, entry.words.end) is not None


def _alone(value: str, values: dict[str, str]) -> str:
    """The value without the further fields of its line, which are filled in: "Sở A; cơ quan phối hợp: Sở B; thời gian: năm 2031"."""
    first = len(value)
    for further in _inline().finditer(value, 1):
        if kind := kind_of(further["name"]):
            values.setdefault(kind, " ".join(further["value"].split()))
            first = min(first, further.start())
    return value[:first]


def inline_fields(text: str, words: Span) -> Fields | None:
    """Fields inside a paragraph: "… Chủ trì: Hội Đò; thời gian: …", "(Sở Y tế chủ trì; hoàn thành trong tháng 7/2031)"."""
    values: dict[str, str] = {}
    first = words.end
    for found in _inline().finditer(text, words.start, words.end):
        kind = kind_of(found["name"])
        if kind and kind != "action" and found.start("name") > words.start:
            values.setdefault(kind, " ".join(found["value"].split()))
            first = min(first, found.start())
    for bracket in BRACKETS.finditer(text, words.start, words.end):
        named = bodies_at(text, bracket.start(1), bracket.end(1)) if begins_body(text, bracket.start(1), bracket.end(1)) else None
        leads = _leads().match(text, named.end, bracket.end(1)) if named else None
        if named and leads:
            values.setdefault("lead", ", ".join(named.names))
            first = min(first, bracket.start())
    return fields_of(values, first) if "lead" in values else None
