"""Tasks of directives and plans, only as stated: number, action, lead, cooperating bodies, time, to whom to report.

An entry gives a task when it stands below words that direct (a sentence "… yêu cầu … thực hiện các nhiệm vụ sau:", a heading such as
"Tổ chức thực hiện", the name of a body) and itself names who must act or begins with what is to be done. A paragraph without a number
gives one when it names who must act. Powers, definitions, conditions, forms and what was done give none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from build_tools.identity import parse_number
from build_tools.lexicon.keys import word_key
from build_tools.lexicon.types import types_of
from build_tools.lexicon.words import any_word, word_set
from build_tools.messages.shorten import shorten
from build_tools.model.header import Header
from build_tools.model.span import Span
from build_tools.model.statement import Event, Task
from build_tools.statements.bodies import begins_body, is_duty
from build_tools.statements.duties import Duty, given, manner_ask, read_duty, tells
from build_tools.statements.frames import LONG, Frame, Frames
from build_tools.statements.how_often import recurrences
from build_tools.statements.kinds import DIRECTIVE, genre
from build_tools.statements.limits import ACTION_END, Limits
from build_tools.statements.material import Material
from build_tools.statements.outline import Entry, outline
from build_tools.statements.task_forms import LIMIT, Form, inline_fields, read_form, read_table_tasks

OPENING = 14
NUMBER_FIRST = re.compile(r"^\W*\d")
"""An entry that begins with a number counts something."""
RULE_REACH = 60
"""Characters in which a sentence says that it tells how a thing must be."""
TAIL = 160
SHORT = 120
"""A sentence that only asks to carry out the document is no longer."""
PLAIN_WORD = re.compile(r"[^\W\d_]+")
ITSELF = re.compile(r"(?:[^\W\d_]+\s){1,3}này\s")
"""A document that speaks of itself: "Hướng dẫn này thay thế …"."""
DECISION = "quyet-dinh"


@lru_cache(maxsize=1)
def _cases() -> re.Pattern[str]:
    """An entry that begins so tells what holds in a case, not what is to be done."""
    return re.compile(rf"{any_word('case-opening')}\b", re.IGNORECASE)


@lru_cache(maxsize=1)
def _empty() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_word('empty-word')}(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _if() -> re.Pattern[str]:
    """A condition before who acts: "Trong quá trình thực hiện, nếu có vướng mắc, các xã báo cáo …"."""
    return re.compile(rf"\s{any_word('condition')}\s", re.IGNORECASE)


@lru_cache(maxsize=1)
def _rules() -> re.Pattern[str]:
    """What says how a thing must be, and hands nobody work: "Văn bản phải ghi rõ …"."""
    return re.compile(rf"\s{any_word('rule-word')}\s")


def hands_out(header: Header) -> bool:
    """Whether a document of this kind hands out work: directives, and decisions on a single matter (no rules: no year in the number)."""
    if genre(header) is DIRECTIVE:
        return True
    kind = types_of(()).named(header.type or "")
    number = parse_number(header.number or "")
    return kind is not None and kind.id == DECISION and number is not None and number.year is None


def read_tasks(material: Material, events: tuple[Event, ...]) -> tuple[Task, ...]:
    """All tasks, in reading order."""
    if not hands_out(material.document.header):
        return ()
    found = [*_Walk(material, Limits(material.text, events)).all(), *read_table_tasks(material)]
    return tuple(sorted(found, key=lambda task: task.span))


class _Walk:
    """The way through the entries of one document."""

    def __init__(self, material: Material, limits: Limits) -> None:
        self.material = material
        self.text = material.text
        self.limits = limits
        header = material.document.header
        self.decides = genre(header) is not DIRECTIVE
        self.rules = self.decides or word_key(header.type or "").startswith(("nghị quyết", "hướng dẫn"))
        self.own = frozenset(word_key(name) for name in (header.issuer, header.issuing_body, header.parent) if name)
        self.frames = Frames(self.text, limits, self.rules, self.own)

    def all(self) -> Iterator[Task]:
        """The tasks of the whole body; chapters of a decision, and articles enclosed with it, are rules."""
        without: tuple[str, ...] = ()
        if self.decides:
            leaves = self.material.leaves.all
            rules = any(leaf.inside("enclosure") and leaf.inside("article") for leaf in leaves)
            without = ("chapter", "enclosure") if rules else ("chapter",)
        guides = word_key(self.material.document.header.type or "").startswith("hướng dẫn")
        found = tuple(self.below(outline(self.material, without), Frame(stated=guides)))
        if self.lays_down_rules():  # what its other articles say is who gets what, not who does what
            giving = {task.number.partition(".")[0] for task in found if task.lead_source == "stated"}
            found = tuple(task for task in found if task.number.partition(".")[0] in giving)
        yield from found

    def lays_down_rules(self) -> bool:
        """True for a resolution with a year in its number: one that lays down rules."""
        header = self.material.document.header
        number = parse_number(header.number or "")
        return word_key(header.type or "").startswith("nghị quyết") and number is not None and number.year is not None

    def below(self, entries: tuple[Entry, ...], frame: Frame) -> Iterator[Task]:
        """The tasks of entries that stand side by side. Once one has asked a body to act, those after it may do so without asking."""
        for entry in entries:
            asked = False
            for task in self.entry(entry, frame):
                asked = asked or (task.lead_source == "stated" and given().search(entry.words.of(self.text)) is not None)
                yield task
            if asked and not frame.directs:
                frame = replace(frame, directs=True)

    def entry(self, entry: Entry, frame: Frame) -> Iterator[Task]:
        """An entry: a form, a heading with entries below it, or a task with perhaps further ones below."""
        frame = replace(frame, number=_number(frame.number, entry.label)) if entry.numbered else frame
        words = entry.words.of(self.text).rstrip()
        form = read_form(self.text, entry)
        if form:
            yield from self.form(entry, form, frame)
            return
        heading = bool(entry.title) or words.endswith(":")
        named = self.frames.bodies_of(entry.words) if entry.below or heading else None
        if named is None and entry.title and entry.below:
            named = self.frames.by_work(entry.title, entry.words)
        if named and entry.below:
            yield from self.below(entry.below, self.frames.of_bodies(named, entry.words, frame))
            return
        duty = read_duty(self.text, entry.words, not frame.lead)
        title = entry.title or (words.strip(" :.") if entry.below and entry.label and len(words) < LONG else "")
        if title and not duty.lead and not (frame.directs and self.begins_with_verb(entry)):
            inner = self.frames.of_title(title, frame)
            if inner is None:
                return
        else:
            inner = frame
        if words.endswith(":") and entry.below:
            yield from self.below(entry.below, self.frames.of_chapeau(entry.words, inner))
            return
        if entry.title and entry.below and not duty.lead:
            yield from self.below(entry.below, inner)
            return
        if not words.endswith(":") and self.is_task(entry, duty, frame):
            yield from self.with_below(entry, duty, frame)
        elif entry.below:
            yield from self.below(entry.below, inner)

    def with_below(self, entry: Entry, duty: Duty, frame: Frame) -> Iterator[Task]:
        """A task, and what stands below it as further ones where that begins with a verb or names who acts."""
        lead, helpers = duty.lead or frame.lead, duty.cooperating if duty.lead else frame.cooperating
        inner = replace(frame, directs=True, lists=duty.asked, named=False, strict=not duty.asked, lead=lead, cooperating=helpers)
        below = list(self.below(entry.below, inner))
        yield self.task(entry, entry.own if below else entry.span, duty, frame)
        yield from below

    def form(self, entry: Entry, form: Form, frame: Frame) -> Iterator[Task]:
        """The task or tasks of a form."""
        number = ".".join(frame.number)
        lead, cooperating = form.fields.bodies()
        deadline, often = form.fields.when()
        if not form.work:
            action = form.fields.action or entry.title or entry.words.of(self.text).strip(" .:")
            action = shorten(action, LIMIT)
            yield Task(number, entry.span, action, entry.node_id, lead, "stated", cooperating, deadline, often)
            return
        inner = replace(frame, directs=True, lists=True, lead=lead, cooperating=cooperating)
        for work in form.work:
            held = replace(work, below=(), span=work.own) if any(child.own.start >= form.fields.at for child in work.below) else work
            for task in self.entry(held, inner):
                yield task if task.deadline or task.recurrence else replace(task, deadline=deadline, recurrence=often)

    def is_task(self, entry: Entry, duty: Duty, frame: Frame) -> bool:
        """True when an entry says what somebody has to do."""
        words = entry.words.of(self.text)
        if any(order in word_key(words[-TAIL:]) for order in word_set("execution")) or _cases().match(words) or ITSELF.match(words):
            return False
        if duty.lead:
            if _if().search(self.text, entry.words.start, max(duty.action, entry.words.start)):
                return False
            if not entry.label and self.is_own(duty.lead[0]):
                return False
            if self.is_empty(words[duty.action - entry.words.start :]):
                return False
            asked = duty.asked and (not entry.label or given().match(words) is not None or manner_ask().match(words) is not None)
            return frame.directs or frame.stated or asked
        if frame.directs and inline_fields(self.text, entry.words):
            return True
        if not frame.directs or begins_body(self.text, entry.words.start, entry.words.end):
            return False
        first = self.first_words(entry)
        if not first or NUMBER_FIRST.search(words[:OPENING]) or tells(first):
            return False
        verb = is_duty(first)
        if not verb and _rules().search(words[:RULE_REACH]):
            return False
        if not entry.label:
            return bool(frame.lead) and (verb or frame.named)
        return verb if frame.strict else (bool(frame.lead) or frame.lists or verb)

    def is_empty(self, action: str) -> bool:
        """True for a closing sentence that says no more than that the document has to be carried out."""
        rest = word_key(action).strip(" ./\n")
        return len(rest) < SHORT and not _empty().sub("", rest).strip(" ,./")

    def first_words(self, entry: Entry) -> list[str]:
        """The keys of the first three words of an entry."""
        start = entry.words.start
        return [word_key(word) for word in PLAIN_WORD.findall(self.text, start, min(entry.words.end, start + 40))[:3]]

    def begins_with_verb(self, entry: Entry) -> bool:
        """True for an entry that begins with what is to be done."""
        first = self.first_words(entry)
        return bool(first) and is_duty(first)

    def is_own(self, name: str) -> bool:
        """True for the body that issues the document: what it says of itself at the end is no task."""
        return word_key(name).removesuffix(" kính") in self.own

    def task(self, entry: Entry, whole: Span, duty: Duty, frame: Frame) -> Task:
        """The task as stated; who leads, with whom and until when may stand above it."""
        text = self.text
        body = Span(entry.words.start, whole.end)
        fields = inline_fields(text, entry.words)
        lead, cooperating = fields.bodies() if fields else (duty.lead, duty.cooperating)
        end = ACTION_END.search(text, min(max(duty.action, body.start) + 12, body.end), body.end)
        stop = end.start() if end else body.end
        stop = min(stop, fields.at) if fields and fields.at > duty.action else stop
        limit = self.limits.inside(body)
        often = "; ".join(" ".join(span.of(text).split()) for span in recurrences(text, body))
        above = () if lead else frame.lead
        held = limit or (None if often else frame.limit)
        return Task(
            ".".join(frame.number),
            whole,
            shorten(text[duty.action : stop].strip(" ("), LIMIT),
            entry.node_id,
            lead or above,
            "stated" if lead else "chapeau" if above else None,
            cooperating or (frame.cooperating if above else ()),
            held.words if held else None,
            often or None,
            duty.report_to,
            self.limits.clause(Span(stop, body.end), limit.span) if limit and limit.span.start > stop else None,
            held.day if held else None,
            held.span if held else None,
        )


def _number(above: tuple[str, ...], label: str) -> tuple[str, ...]:
    """The path of numbers; "1.2" below "1" takes its place."""
    if above and label.startswith(f"{above[-1]}."):
        above = above[:-1]
    return (*above, label)
