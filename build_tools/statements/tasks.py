"""Tasks of directives and plans, only as stated: number, action, lead, cooperating bodies, time, to whom to report.

An entry gives a task when it stands below words that direct (a sentence "… yêu cầu … thực hiện các nhiệm vụ sau:", a heading such as
"Tổ chức thực hiện", the name of a body) and itself names who must act or begins with what is to be done. A paragraph without a number
gives one when it names who must act. Powers, definitions, conditions, forms and what was done give none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from build_tools.lexicon.keys import word_key
from build_tools.model.span import Span
from build_tools.model.statement import Event, Task
from build_tools.statements.actors import Actors
from build_tools.statements.asking import given
from build_tools.statements.bodies import Bodies
from build_tools.statements.duties import Duty, duties_in, read_duty, report_to
from build_tools.statements.frames import LONG, Frame, Frames
from build_tools.statements.headings import (
    named_among,
    named_bodies,
    named_by_place,
    named_by_work,
    named_over_lines,
    names_findings,
    names_nothing,
    names_tasks,
    names_whose,
)
from build_tools.statements.helpers import TOGETHER
from build_tools.statements.kinds import DIRECTIVE, genre, hands_out, is_plan, lays_down_rules
from build_tools.statements.limits import Limits
from build_tools.statements.material import Material
from build_tools.statements.outline import Entry, by_articles, cut, number_below, outline
from build_tools.statements.own_times import timed_parts
from build_tools.statements.persons import before_person
from build_tools.statements.task_forms import Form, read_form, with_own_rows
from build_tools.statements.task_tables import read_table_tasks
from build_tools.statements.task_tests import Judge, cases, names_document
from build_tools.statements.task_wording import Wording

FEW = 4
"""Words of a name for many that stands beside a single name of a body."""
YEAR = len("2031")
ACTIVITY = 3
"""Lines with a place, a time and who takes part make what stands above them an activity, whatever word it begins with."""


def read_tasks(material: Material, events: tuple[Event, ...]) -> tuple[Task, ...]:
    """All tasks, in reading order."""
    if not hands_out(material.document.header):
        return ()
    found = [*_Walk(material, Limits(material, events)).all(), *read_table_tasks(material)]
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
        self.plans = is_plan(header)
        self.own = frozenset(word_key(name) for name in (header.issuer, header.issuing_body, header.parent) if name)
        self.actors = Actors(self.text, header)
        self.frames = Frames(self.actors, limits, self.rules, self.own)
        self.judge = Judge(self.actors, self.own)
        self.wording = Wording(self.text, limits, self.judge)

    def all(self) -> Iterator[Task]:
        """The tasks of the whole body; chapters of a decision, and articles enclosed with it, are rules."""
        rules = lays_down_rules(self.material.document.header)
        if self.decides:
            entries = self.decided()
            decided = self.below(tuple(filter(self.frames.puts_into_effect, entries)) if rules else entries, Frame())
            yield from (task for task in decided if task.lead or not rules)
            return
        entries = outline(self.material)
        kind = word_key(self.material.document.header.type or "")
        names = kind.startswith("hướng dẫn") or (kind.startswith("nghị quyết") and not rules and by_articles(entries))
        found = tuple(self.below(entries, Frame(stated=names)))
        if rules:  # what its other articles say is who gets what, not who does what
            giving = {task.number.partition(".")[0] for task in found if task.lead_source == "stated"}
            found = tuple(task for task in found if task.number.partition(".")[0] in giving)
        yield from found

    def decided(self) -> tuple[Entry, ...]:
        """The articles of a decision itself."""
        rules = any(leaf.inside("enclosure") and leaf.inside("article") for leaf in self.material.leaves.all)
        return outline(self.material, ("chapter", "enclosure") if rules else ("chapter",))

    def below(self, entries: tuple[Entry, ...], frame: Frame) -> Iterator[Task]:
        """The tasks of entries that stand side by side. Once one has asked a body to act, those after it may do so without asking."""
        even = frame.directs and self.judge.mostly_verbs(entries)
        peers = self.mostly_bodies(entries, frame)
        acted = frame.directs and self.judge.mostly_acted(entries)
        if (even, peers, acted) != (frame.even, frame.peers, frame.acted):
            frame = replace(frame, even=even, peers=peers, acted=acted)
        told = False
        for entry in entries:
            passed, told = told and not entry.label, self.judge.announces_case(entry)
            asked = False
            for task in () if passed else self.entry(entry, frame):
                asked = asked or (task.lead_source == "stated" and given().search(entry.words.of(self.text)) is not None)
                yield task
            if asked and not frame.directs:
                frame = replace(frame, directs=True)

    def entry(self, entry: Entry, frame: Frame) -> Iterator[Task]:
        """An entry: a form, a heading with entries below it, or a task with perhaps further ones below."""
        frame = replace(frame, number=number_below(frame.number, entry.label)) if entry.numbered else frame
        words = entry.words.of(self.text).rstrip()
        entry = with_own_rows(self.text, entry)
        form = read_form(self.text, entry)
        if form and (self.is_led(entry, form, frame) or self.is_planned(entry, form, frame)):
            yield from self.form(entry, form, frame)
            return
        named = self.named_above(entry, frame, words)
        if entry.below and not entry.below[0].label and (over := self.over_lines(entry, frame)):
            named, entry = over, replace(entry, below=entry.below[1:])
        if named and entry.below:
            yield from self.below(entry.below, self.frames.of_bodies(named, entry.words, frame))
            return
        duty = self.read(entry, frame)
        inner = self.inside(entry, duty, frame, words)
        if inner is None:
            return
        if words.endswith(":"):
            if entry.below and not cases().match(words):
                yield from self.announced(entry, inner)
        elif entry.title and entry.below and not duty.lead:
            yield from self.headed(entry, duty, inner)
        else:
            yield from self.handed(entry, duty, frame, inner)

    def named_above(self, entry: Entry, frame: Frame, words: str) -> Bodies | None:
        """The bodies that a heading names for what stands below it."""
        heading = bool(entry.title) or words.endswith(":")
        named = self.bodies_of(entry, frame) if entry.below or heading else None
        if named is None and entry.below:
            named = named_by_work(self.text, entry.title or "", entry.words)
        if named is None and frame.peers and entry.below:
            named = named_by_place(self.text, entry.words) or named_among(self.text, entry.words)
        return named

    def over_lines(self, entry: Entry, frame: Frame) -> Bodies | None:
        """The body whose name goes on in the first line below."""
        return named_over_lines(self.text, entry.words, entry.below[0].words, self.own, frame.directs or frame.stated)

    def inside(self, entry: Entry, duty: Duty, frame: Frame, words: str) -> Frame | None:
        """The frame of what stands below, by its title and the time that it names; None where nothing below is handed out."""
        title = entry.title or (words.strip(" :.") if entry.below and entry.label and len(words) < LONG else "")
        inner: Frame | None = frame
        told = names_findings(title) or title.isupper()
        if title and not duty.lead and (told or not (frame.directs and self.judge.begins_with_verb(entry))):
            inner = self.frames.of_title(title, frame)
        if inner and self.plans and len(frame.number) == 1 and not inner.directs and self.judge.mostly_done(entry):
            inner = replace(inner, directs=True)
        if inner and entry.below and names_whose(self.text, entry.words):
            inner = replace(inner, lead=(), cooperating=())  # of others than those above, whose name cannot be told
        time = self.limits.heading(entry.words) if inner and entry.below else None
        return replace(inner, limit=time) if inner and time else inner

    def read(self, entry: Entry, frame: Frame) -> Duty:
        """The duty of a paragraph; whom it names behind its first words only where nobody is named above, or a case opens it."""
        return self.actors.read(entry.words, not frame.lead or self.judge.opens_with_case(entry), frame.directs, frame.acted)

    def announced(self, entry: Entry, inner: Frame) -> Iterator[Task]:
        """What a paragraph that ends in a colon asks in the sentences before its last one, and what stands below it; where only documents
        do, what it asks itself."""
        *asked, last = (part for part in self.parts(entry))
        if not all(given().match(self.text, part.words.start, part.words.end) for part in (*asked, last)):
            asked, last = [], entry
        for part in asked:
            duty = self.actors.read(part.words, deep=False, directs=True)
            if self.judge.is_task(part, duty, inner):
                yield self.wording.task(part, part.own, duty, inner)
        if asked and all(names_document(below.words.of(self.text)) for below in entry.below):
            yield self.wording.task(last, last.own, self.actors.read(last.words, deep=False, directs=True), inner)
            return
        yield from self.below(entry.below, self.frames.of_chapeau(last.words, inner))

    def handed(self, entry: Entry, duty: Duty, frame: Frame, inner: Frame) -> Iterator[Task]:
        """What a paragraph itself hands out, to one body or to several, and what stands below it."""
        first, *more = self.parts(entry)
        duty = self.read(first, frame) if more else duty
        done = False
        if self.says_itself(duty) and self.judge.is_task(first, duty, self.told_by_limit(first, duty, frame)):
            done = True
            first, *later = self.timed(first, duty)
            duty = replace(duty, report_to=report_to(self.text, first.words)) if later else duty
            yield from self.with_below(first, duty, replace(frame, lead=()) if more and first.below else frame)
            yield from self.later(later, duty, frame)
        elif entry.below:
            yield from self.below(entry.below, inner)
        for part in more:
            duty = self.actors.read(part.words, deep=False, directs=frame.directs)
            if self.says_itself(duty) and self.judge.is_task(part, duty, replace(frame, directs=frame.directs or done)):
                part, *later = self.timed(part, duty)
                yield self.wording.task(part, part.own, duty, frame)
                yield from self.later(later, duty, frame)

    def timed(self, entry: Entry, duty: Duty) -> tuple[Entry, ...]:
        """The entry, or its part with the first time that it says and those with further ones; uncut where the first says not what is
        to be done."""
        parts = timed_parts(self.text, entry.words, self.limits)
        return cut(entry, parts) if duty.action < parts[0].end else (entry,)

    def later(self, parts: list[Entry], duty: Duty, frame: Frame) -> Iterator[Task]:
        """The tasks of further parts of a paragraph, of those who lead the first."""
        for part in parts:
            own = read_duty(self.text, part.words, deep=False)
            yield self.wording.task(part, part.own, replace(own, lead=duty.lead), frame)

    def told_by_limit(self, entry: Entry, duty: Duty, frame: Frame) -> Frame:
        """The frame for an item that begins with who has to act, or with what is to be done, and says until what day to come: that is
        work wherever it stands. A year alone may be that of an aim."""
        opens = bool(duty.lead) and self.text.startswith(duty.lead[0], entry.words.start)
        verb = not duty.lead and self.judge.begins_with_verb(entry)
        if frame.directs or not entry.label or not (opens or verb):
            return frame
        limit, date = self.limits.inside(entry.words), self.material.document.header.date
        ahead = limit and limit.day and date and limit.day >= date[: len(limit.day)]  # as far as the day is told
        if not ahead or (verb and limit and len(limit.day or "") <= YEAR):
            return frame
        return replace(frame, directs=verb, stated=True)

    def is_led(self, entry: Entry, form: Form, frame: Frame) -> bool:
        """True for work that somebody leads; who chairs a meeting leads none: "Thành phần" and "Chủ trì: Ông …" tell of no work."""
        if not form.fields.lead or self.judge.begins_with_verb(entry):
            return bool(form.fields.lead)
        if self.frames.of_title(entry.title or entry.words.of(self.text), frame) is None:
            return False
        return frame.directs or before_person().match(form.fields.lead) is None

    def is_planned(self, entry: Entry, form: Form, frame: Frame) -> bool:
        """True for what a plan says when to do, whoever does it: "a) Tập huấn … - Thành phần: … - Thời gian: …"."""
        title = entry.title or entry.words.of(self.text)
        if (self.rules and not (frame.lead and form.fields.when()[2])) or names_tasks(title):
            return False
        if self.frames.of_title(title, frame) is None:
            return False
        activity = (frame.even or form.lines >= ACTIVITY) and self.judge.may_act(entry)
        return activity or self.judge.begins_with_verb(entry) or any(map(self.judge.begins_with_verb, form.work))

    def says_itself(self, duty: Duty) -> bool:
        """False where the words that tell what to do are quoted: another document said them ("… quy định: “… giao Chính phủ …”")."""
        return not self.material.quoted(duty.action)

    def bodies_of(self, entry: Entry, frame: Frame) -> Bodies | None:
        """The bodies of a heading that is nothing but their name."""
        named = named_bodies(self.text, entry.words, self.own, frame.directs or frame.stated)
        return named or (self.actors.heading(entry.words) if frame.directs else None)

    def mostly_bodies(self, entries: tuple[Entry, ...], frame: Frame) -> bool:
        """True where three fifths of the entries with others below them, and at least three, are names of bodies; or one, and all others
        are names of many ("2. Các chi hội")."""
        heads = [entry for entry in entries if entry.below and entry.label]
        others = [entry for entry in heads if self.bodies_of(entry, frame) is None]
        named = len(heads) - len(others)
        return (named > 2 and named * 5 >= len(heads) * 3) or (
            named > 0 and bool(others) and all(named_by_place(self.text, entry.words, FEW) for entry in others)
        )

    def parts(self, entry: Entry) -> tuple[Entry, ...]:
        """The entry, or, where its paragraph hands work to different bodies, the part of each; the first keeps what stands below."""
        return cut(entry, duties_in(self.text, entry.words))

    def headed(self, entry: Entry, duty: Duty, inner: Frame) -> Iterator[Task]:
        """What stands below a heading; where that hands out nothing, the heading itself if it tells what to do."""
        verb = self.judge.begins_with_verb(entry)
        title = " ".join((entry.title or "").split()).rstrip(" .:")
        opening = title if verb and not names_tasks(title) else ""
        below = list(self.below(entry.below, replace(inner, opening=opening)))
        told = opening and not opening.isupper() and not self.rules and not names_nothing(opening)
        if not below and inner.directs and told and self.judge.is_task(entry, duty, inner):
            yield self.wording.task(entry, entry.span, duty, inner)
        yield from below

    def with_below(self, entry: Entry, duty: Duty, frame: Frame) -> Iterator[Task]:
        """A task, and what stands below it as further ones where that begins with a verb or names who acts."""
        lead, helpers = duty.lead or frame.lead, duty.cooperating if duty.lead else frame.cooperating
        if duty.lead and TOGETHER.search(self.text, entry.words.start, duty.action) is None:
            helpers = ()  # who is named behind what is to be done helps with that alone
        inner = replace(
            frame, directs=True, lists=duty.asked, named=False, strict=not duty.asked, lead=lead, cooperating=helpers, opening=""
        )
        below = [] if self.judge.breaks_off(entry) else list(self.below(entry.below, inner))
        yield self.wording.task(entry, entry.own if below else entry.span, duty, frame)
        yield from below

    def form(self, entry: Entry, form: Form, frame: Frame) -> Iterator[Task]:
        """The task or tasks of a form."""
        if not form.work:
            span = Span(entry.span.start, form.steps[0].own.start) if form.steps else entry.span
            told = form.fields.task(".".join(frame.number), span, self.wording.action_of(entry, form, frame), entry.node_id)
            if frame.lead and not told.lead:
                told = replace(told, lead=frame.lead, lead_source="chapeau", cooperating=told.cooperating or frame.cooperating)
            limit = None if form.fields.time else self.limits.inside(entry.words)
            yield replace(told, deadline=limit.words, due=limit.day, deadline_at=limit.span) if limit else told
            for step in form.steps:
                yield from self.entry(step, replace(frame, directs=True, lead=(), cooperating=()))
            return
        lead, cooperating = form.fields.bodies()
        deadline, often, due = form.fields.when()
        inner = replace(frame, directs=True, lists=True, lead=lead, cooperating=cooperating)
        for work in form.work:
            held = replace(work, below=(), span=work.own) if any(child.own.start >= form.fields.at for child in work.below) else work
            for task in self.entry(held, inner):
                timed = task.deadline or task.recurrence or self.limits.own(task.span)
                yield task if timed else replace(task, deadline=deadline, recurrence=often, due=due)
