"""Tasks of directives and plans, only as stated: number, action, lead, cooperating bodies, time, to whom to report.

A provision gives a task when it stands below words that direct (a sentence "… yêu cầu … thực hiện các nhiệm vụ sau:" or a heading such as
"Tổ chức thực hiện") and itself names who must act or begins with what is to be done. A paragraph without a number gives one when
it names who must act.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import any_word, word_set
from build_tools.model.document import Node, leaves_of
from build_tools.model.span import Span
from build_tools.model.statement import Event, Task
from build_tools.statements.bodies import Bodies, bodies_at, is_duty
from build_tools.statements.duties import Duty, given, read_duty
from build_tools.statements.how_often import recurrences
from build_tools.statements.kinds import DIRECTIVE, genre
from build_tools.statements.material import Material
from build_tools.statements.shorten import shorten
from build_tools.statements.task_forms import FIELD, LIMIT, fields_of, read_table_tasks, task_of

NUMBERED = frozenset({"part", "chapter", "section", "article", "clause", "point", "item"})
PASSED_OVER = frozenset({"header", "closing", "form", "quotation", "footnote", "table", "appendix"})
LISTS = re.compile(r"(?:việc|nhiệm vụ|nội dung|công tác|giải pháp)\b[^.;:]{0,60}:$", re.IGNORECASE)
"""The end of a paragraph that announces a list of things to do: "… một số nhiệm vụ trọng tâm sau:"."""
ASKED = re.compile(r"(?:Đề nghị|Giao|Yêu cầu|Phân công|Đối với)\s(?:cho\s)?")
CHARGED = re.compile(r"\s?(?:\([^()]*\)\s?)?(?:có trách nhiệm|chịu trách nhiệm|thực hiện[^.;\n]{0,60})?\s?:")
NUMBER_END = re.compile(r"\s*(?:[-–+*•]|[^\W_]{1,12}(?:\.\d{1,2}){0,4}(?:\s\d{1,3})?|\(\w{1,5}\))\s?[.)/:–-]*\s*")
OWN_CLAUSE = 30
"""Characters before a limit that make its clause more than "hoàn thành trước ngày …"."""
ACTION_END = re.compile(r"[.;:]\s|\n|$")
PLAIN_WORD = re.compile(r"[^\W\d_]+")
CASES = re.compile(r"(?:Trường hợp|Nếu|Khi|Quá thời hạn|Sau thời hạn|Trên đây)\b")
"""A provision that begins so tells what holds in a case, not what is to be done."""
LIMIT_WORDS = re.compile(
    r"(?:chậm nhất|muộn nhất|không muộn hơn|không quá|hạn cuối|hạn chót|hoàn thành|xong|trước|trong|vào|đến)?"
    r"(?:\s(?:là|trước|trong|vào|đến|hết|cuối|đầu|khoảng|xong))*\s?(?:ngày|tháng|quý|năm)?\s?$",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def _directs() -> re.Pattern[str]:
    return re.compile(rf"\b{any_word('directs')}\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Scope:
    """What stands above a provision: whether it directs, announces things to do one by one, who was named to act, the numbers so far."""

    directs: bool = False
    lists: bool = False
    lead: tuple[str, ...] = ()
    number: tuple[str, ...] = ()


def read_tasks(material: Material, events: tuple[Event, ...]) -> tuple[Task, ...]:
    """All tasks, in reading order."""
    if genre(material.document.header) is not DIRECTIVE:
        return ()
    limits = sorted({span for event in events if event.kind == "deadline" for span in (event.span, *event.also_at)})
    found = [*_Walk(material, limits).below(material.document.root, _Scope()), *read_table_tasks(material)]
    return tuple(sorted(found, key=lambda task: task.span))


class _Walk:
    """The way through the tree of one document."""

    def __init__(self, material: Material, limits: list[Span]) -> None:
        self.material = material
        self.text = material.text
        self.limits = limits
        rules = word_key(material.document.header.type or "").startswith(("nghị quyết", "hướng dẫn"))
        self.heads = word_set("rule-heading" if rules else "heading")
        self.fields = [leaf.span.start for leaf in material.leaves.all if FIELD.match(self.text, leaf.span.start, leaf.span.end)]

    def below(self, node: Node, scope: _Scope, skip: Node | None = None) -> Iterator[Task]:
        """Tasks of the children of ``node``; a paragraph that directs changes the scope of those after it."""
        for child in node.children:
            if child.kind in PASSED_OVER or child is skip or self.material.passages.is_furniture(child):
                continue
            if child.kind in NUMBERED:
                yield from self.provision(child, scope)
            elif child.kind == "preamble":
                scope = self.chapeau(child, scope)
            elif child.children:
                yield from self.below(child, scope)
            else:
                scope = self.chapeau(child, scope)
                yield from self.paragraph(child, scope)

    def chapeau(self, node: Node, scope: _Scope) -> _Scope:
        """A paragraph that directs and ends in a colon opens a scope for what follows, with the bodies that it names."""
        for leaf in leaves_of(node):
            text = leaf.span.of(self.text).rstrip()
            if not text.endswith(":"):
                continue
            lead: tuple[str, ...] = ()
            directs = False
            for match in _directs().finditer(text, max(text.rfind(". ") + 2, 0)):
                directs = True
                named = bodies_at(self.text, leaf.span.start + match.end(), leaf.span.end)
                if named:
                    lead = named.names
                    break
            if directs:
                scope = replace(scope, directs=True, lists=bool(LISTS.search(text)), lead=lead or scope.lead)
        return scope

    def paragraph(self, leaf: Node, scope: _Scope) -> Iterator[Task]:
        """A paragraph without a number: a task when it asks a body to act, or below words that direct names one that acts."""
        text = leaf.span.of(self.text)
        if text.rstrip().endswith(":") or not (scope.directs or given().search(text)):
            return
        duty = read_duty(self.text, leaf.span)
        if duty.lead and (scope.directs or duty.asked) and not self.is_own(duty.lead[0]):
            yield self.task(leaf, scope.number, leaf.span, duty, scope)

    def is_own(self, name: str) -> bool:
        """True for the body that issues the document: what it says of itself at the end is no task."""
        header = self.material.document.header
        return word_key(name).removesuffix(" kính") in {word_key(own) for own in (header.issuer, header.issuing_body, header.parent) if own}

    def provision(self, node: Node, scope: _Scope) -> Iterator[Task]:
        """A numbered provision: a form, a heading with provisions below it, or a task."""
        number = scope.number if node.level == 0 or not node.label else _number(scope.number, node.label)
        own = next((child for child in node.children if not child.children), None)
        first = own.span if own else node.span
        label = NUMBER_END.match(self.text, first.start, first.end) if node.label else None
        body = Span(label.end() if label else first.start, first.end)
        below = [child for child in node.children if child.kind in NUMBERED]
        heading = bool(node.title) or body.of(self.text).rstrip().endswith(":")
        title = node.title or (body.of(self.text).strip(" :.") if (below or heading) and len(body) < 200 else "")
        inner = replace(scope, number=number)
        if title:
            low = word_key(title)
            heads = any(word in low for word in self.heads)
            if not heads and any(word in low for word in word_set("no-heading")):
                return
            if heads and node.level:
                inner = replace(inner, directs=True)
        if inner.directs and self.is_form(node, below):
            fields = fields_of(self.text, leaves_of(node))
            if fields:
                yield task_of(fields, ".".join(number), node.span, node.id, title or body.of(self.text))
                return
        duty = read_duty(self.text, body if below or heading else Span(body.start, node.span.end), not scope.lead)
        named = self.named(body) if below or heading else None
        if named:
            inner = replace(inner, lead=named.names, directs=True, lists=True)
        elif heading and duty.lead:
            inner = replace(inner, lead=duty.lead, directs=True)
        elif own and not title:
            inner = self.chapeau(own, inner)
        if not named and not heading and inner.directs and self.acts(body, duty, scope):
            whole = Span(body.start, node.span.end)
            yield self.task(node, number, whole, read_duty(self.text, whole) if below else duty, scope)
        elif below or (heading and len(node.children) > 1):
            yield from self.below(node, inner, own)
        elif scope.directs and self.acts(body, duty, scope):
            yield self.task(node, number, Span(body.start, node.span.end), duty, scope)

    def is_form(self, node: Node, below: list[Node]) -> bool:
        """True when the lines of the provision, or two of the provisions below it, are fields of a form."""
        if not self.fields_in(node.span):
            return False
        starts = [next(leaves_of(child)).span.start for child in below]
        laid_out = sum(start in self.fields[slice(*self.fields_in(node.span, True))] for start in starts)
        return laid_out > 1 or not any(child.level and self.fields_in(child.span) for child in below)

    def fields_in(self, span: Span, where: bool = False) -> tuple[int, ...]:
        """The range of ``fields`` inside ``span``; empty when there is none."""
        first, last = bisect_left(self.fields, span.start), bisect_left(self.fields, span.end)
        return (first, last) if first < last or where else ()

    def named(self, body: Span) -> Bodies | None:
        """A heading that is nothing but the name of a body: "1. Sở Y tế:", "2. Các sở, ban, ngành có trách nhiệm:"."""
        asked = ASKED.match(self.text, body.start, body.end)
        found = bodies_at(self.text, asked.end() if asked else body.start, body.end)
        if not found or any(word in word_key(name) for name in found.names for word in word_set("heading")):
            return None
        rest = self.text[found.end : body.end]
        return found if rest.lstrip(" ,")[:1] in ("", ":", ".") or CHARGED.match(rest) else None

    def acts(self, body: Span, duty: Duty, scope: _Scope) -> bool:
        """True when the provision says what is to be done: it names who acts, begins with a verb of duty, or its chapeau names who acts."""
        if duty.lead:
            return True
        if CASES.match(self.text, body.start, body.end):
            return False
        return bool(scope.lead) or scope.lists or self.begins_with_verb(body, frozenset())

    def begins_with_verb(self, body: Span, before: frozenset[str]) -> bool:
        """True when the provision begins with what is to be done (perhaps with a word of ``before``): who does it stands above."""
        first = [word_key(word) for word in PLAIN_WORD.findall(self.text, body.start, min(body.end, body.start + 40))[:3]]
        return bool(first) and (first[0] in before or is_duty(first))

    def task(self, node: Node, number: tuple[str, ...], whole: Span, duty: Duty, scope: _Scope) -> Task:
        """The task as stated; who leads may stand in the chapeau."""
        end = ACTION_END.search(self.text, min(max(duty.action, whole.start) + 12, whole.end), whole.end)
        stop = end.start() if end else whole.end
        limit = self.limit(whole)
        action = shorten(self.text[duty.action : stop].strip(), LIMIT)
        often = "; ".join(" ".join(span.of(self.text).split()) for span in recurrences(self.text, whole))
        above = scope.lead if scope.lists or self.begins_with_verb(whole, word_set("adverb")) else ()
        return Task(
            ".".join(number),
            node.span,
            action,
            node.id,
            duty.lead or above,
            "stated" if duty.lead else "chapeau" if above else None,
            duty.cooperating,
            self.deadline(whole, limit) if limit else None,
            often or None,
            duty.report_to,
            self.clause(Span(stop, whole.end), limit) if limit and limit.start > stop else None,
        )

    def limit(self, whole: Span) -> Span | None:
        """The first limit inside the task."""
        index = bisect_left(self.limits, whole)
        return self.limits[index] if index < len(self.limits) and whole.contains(self.limits[index]) else None

    def clause(self, rest: Span, limit: Span) -> str | None:
        """The clause of ``rest`` in which the limit stands; None when it is little more than the limit of the action."""
        ends = (found.end() for found in ACTION_END.finditer(self.text, rest.start, limit.start) if found.group())
        start = max(ends, default=rest.start)
        end = ACTION_END.search(self.text, limit.end, rest.end)
        words = self.text[start : end.start() if end else rest.end].strip(" .;\n")
        return shorten(words, LIMIT) if limit.start - start >= OWN_CLAUSE else None

    def deadline(self, whole: Span, limit: Span) -> str:
        """The words of a limit: "trước ngày 30/6/2025"."""
        begin = max(whole.start, limit.start - 40)
        found = LIMIT_WORDS.search(self.text[begin : limit.start])
        return " ".join(self.text[begin + (found.start() if found else limit.start - begin) : limit.end].split())


def _number(above: tuple[str, ...], label: str) -> tuple[str, ...]:
    """The path of numbers; "1.2" below "1" takes its place."""
    if above and label.startswith(f"{above[-1]}."):
        above = above[:-1]
    return (*above, label)
