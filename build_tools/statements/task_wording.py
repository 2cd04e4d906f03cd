"""One task in the words of its document: its action, with the words above that it completes, who leads, with whom, until when."""

from __future__ import annotations

from build_tools.messages.shorten import shorten
from build_tools.model.span import Span
from build_tools.model.statement import Task
from build_tools.statements.duties import Duty
from build_tools.statements.frames import Frame
from build_tools.statements.how_often import often_in
from build_tools.statements.limits import ACTION_END, Limit, Limits
from build_tools.statements.others import names_others
from build_tools.statements.outline import Entry
from build_tools.statements.task_forms import LIMIT, Form, inline_fields
from build_tools.statements.task_tests import Judge, is_empty
from build_tools.statements.verbs import first_words, is_duty


class Wording:
    """Puts the tasks of one document into words."""

    def __init__(self, text: str, limits: Limits, judge: Judge) -> None:
        self.text, self.limits, self.judge = text, limits, judge

    def task(self, entry: Entry, whole: Span, duty: Duty, frame: Frame) -> Task:
        """The task as stated; who leads, with whom and until when may stand above it."""
        text = self.text
        body = Span(self.sentence_start(entry.words.start, duty), whole.end)
        fields = inline_fields(text, entry.words)
        lead, cooperating = fields.bodies() if fields else (duty.lead, duty.cooperating)
        end = ACTION_END.search(text, min(max(duty.action, body.start) + 12, body.end), body.end)
        stop = end.start() if end else body.end
        stop = min(stop, fields.at) if fields and fields.at > duty.action else stop
        begin = duty.action
        if end and end.group()[:1] == ";" and is_empty(text[begin:stop]):
            begin, stop = self.asked_besides(Span(end.end(), body.end)) or (begin, stop)
        action = text[begin:stop].strip(" (").rstrip(":")
        limit = self.limits.inside(body) or self.limits.closing(Span(begin, stop))
        if limit and (self.is_of_others(limit, entry, duty, frame) or self.limits.tells_aim(limit)):
            limit = None
        often = often_in(text, body, stop)
        if limit and often and limit.words in often:
            limit = None  # "trước ngày 01/6 và 15/11 hằng năm" says how often, not until when
        above = () if lead or self.judge.asks_another(entry.words) else frame.lead
        held = limit or (None if often or self.limits.own(body) else frame.limit)
        return Task(
            number=".".join(frame.number),
            span=whole,
            action=shorten(action, LIMIT) if lead else self.completed(action, frame),
            node_id=entry.node_id,
            lead=lead or above,
            lead_source="stated" if lead else "chapeau" if above else None,
            cooperating=cooperating or (frame.cooperating if above else ()),
            deadline=held.words if held else None,
            recurrence=often,
            report_to=duty.report_to,
            deadline_for=self.limits.clause(Span(stop, body.end), limit.span) if limit and limit.span.start > stop else None,
            due=held.day if held else None,
            deadline_at=held.span if held else None,
        )

    def is_of_others(self, limit: Limit, entry: Entry, duty: Duty, frame: Frame) -> bool:
        """True for a limit before which the paragraph names another who has to keep it."""
        start, end = max(duty.action, entry.words.start), min(limit.span.start, entry.words.end)
        return start < end and names_others(self.judge.actors, Span(start, end), duty.lead or frame.lead)

    def sentence_start(self, start: int, duty: Duty) -> int:
        """Where the sentence begins that names who acts: what the ones before it say, and until when, is another's."""
        before = self.text.rfind(". ", start, duty.action) if duty.lead else -1
        return start if before < 0 else before + 2

    def asked_besides(self, rest: Span) -> tuple[int, int] | None:
        """The clause after "… nghiêm túc thực hiện;" when it tells what to do, or until when: "trước ngày 30/11 báo cáo kết quả"."""
        end = ACTION_END.search(self.text, rest.start, rest.end)
        clause = Span(rest.start, end.start() if end else rest.end)
        tells = is_duty(first_words(self.text, clause.start, clause.end))
        return (clause.start, clause.end) if tells or self.limits.inside(clause) else None

    def action_of(self, entry: Entry, form: Form, frame: Frame) -> str:
        """What its row "Nội dung:" tells to do; where that only describes a thing, the heading that names the thing before it."""
        heading = " ".join((entry.title or entry.words.of(self.text)).split()).strip(" .:")
        content = form.fields.action
        if not content:
            return self.completed(heading, frame)
        headed = not is_duty(first_words(content)) and (frame.opening or self.judge.begins_with_verb(entry))
        return self.completed(f"{heading}: {content}" if headed else content, frame)

    def completed(self, action: str, frame: Frame) -> str:
        """The action, after the words above that it completes where it has no verb: "Trình Hội đồng quyết định: Mức phí"."""
        first = first_words(action)
        wants = frame.opening and not frame.even and first and not is_duty(first)
        return shorten(f"{frame.opening}: {action}" if wants else action, LIMIT)
