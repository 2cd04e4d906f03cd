"""Tasks of directives and plans, only as stated: number, action, lead, cooperating bodies, time, to whom to report.

A provision gives a task when it stands below words that direct (a sentence "… yêu cầu … thực hiện các nhiệm vụ sau:" or a heading such as
"Tổ chức thực hiện") and itself names who must act or begins with what is to be done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from build_tools.model.document import Node
from build_tools.model.span import Span
from build_tools.model.statement import Event, Task
from build_tools.statements.bodies import Bodies, bodies_at, is_duty, split_bodies
from build_tools.statements.context import Context, shorten
from build_tools.statements.duties import Duty, read_duty, recurrences
from build_tools.statements.kinds import DIRECTIVE, genre
from build_tools.statements.words import key

NUMBERED = frozenset({"part", "chapter", "section", "article", "clause", "point", "item"})
DIRECTS = re.compile(r"\b(?:yêu cầu|đề nghị|giao|chỉ thị|phân công|chỉ đạo|kêu gọi|kết luận)\s", re.IGNORECASE)
HEADS = re.compile(
    r"\b(?:nhiệm vụ|giải pháp|tổ chức thực hiện|phân công|trách nhiệm|nội dung thực hiện|nội dung triển khai|nội dung kế hoạch"
    r"|các nội dung|công việc|kiến nghị)\b",
    re.IGNORECASE,
)
NO_TASKS = re.compile(
    r"\b(?:mục đích|yêu cầu|mục tiêu|quan điểm|đối tượng|phạm vi|tình hình|kết quả|ưu điểm|hạn chế|đánh giá|nguyên nhân|căn cứ|chỉ tiêu"
    r"|kinh phí|tiêu chuẩn|nguyên tắc|hình thức|thành phần|thời gian, địa điểm)\b",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"(?:[-+*•]\s*|[a-zđ]\)\s*|\d{1,2}[.)]\s*)?(?P<name>nhiệm vụ|nội dung|"
    r"(?:cơ quan|đơn vị|tổ chức)?\s?(?:chủ trì|thực hiện|phối hợp)(?: thực hiện| tham mưu)?"
    r"|thời gian(?: thực hiện| hoàn thành)?|thời hạn(?: thực hiện| hoàn thành)?|tiến độ(?: thực hiện)?)\s?:\s*(?P<value>[^\n]*)",
    re.IGNORECASE,
)
ASKED = re.compile(r"(?:Đề nghị|Giao|Yêu cầu|Phân công|Đối với)\s(?:cho\s)?")
PLAIN_WORD = re.compile(r"[^\W\d_]+")
LABEL_END = re.compile(r"\s*(?:[-–+*•]|[^\W_]{1,12}(?:\.\d{1,2}){0,4}(?:\s\d{1,3})?)\s?[.)/:–-]*\s*")


@dataclass(frozen=True, slots=True)
class _Scope:
    """What stands above a provision: whether it directs, who was named to act, the numbers so far."""

    directs: bool = False
    lead: tuple[str, ...] = ()
    number: tuple[str, ...] = ()


def read_tasks(context: Context, events: tuple[Event, ...]) -> tuple[Task, ...]:
    """All tasks of the running text, in reading order."""
    if genre(context.document.header) is not DIRECTIVE:
        return ()
    deadlines = [event for event in events if event.kind == "deadline"]
    return tuple(_walk(context, context.document.root, _Scope(), deadlines))


def _walk(context: Context, node: Node, scope: _Scope, deadlines: list[Event]) -> Iterator[Task]:
    for child in node.children:
        if child.kind in ("header", "closing", "preamble", "form", "quotation", "footnote", "table", "appendix"):
            if child.kind == "preamble":
                scope = _chapeau(context, child, scope)
            continue
        if child.kind in NUMBERED:
            yield from _provision(context, child, scope, deadlines)
        elif child.children:
            yield from _walk(context, child, scope, deadlines)
        else:
            scope = _chapeau(context, child, scope)


def _chapeau(context: Context, node: Node, scope: _Scope) -> _Scope:
    """A paragraph that directs and ends in a colon opens a scope for what follows, with the bodies that it names."""
    for leaf in _leaves(node):
        text = leaf.span.of(context.text).rstrip()
        if not text.endswith(":"):
            continue
        last = max(text.rfind(". ") + 2, 0)
        lead: tuple[str, ...] = ()
        directs = False
        for match in DIRECTS.finditer(text, last):
            directs = True
            named = bodies_at(context.text, leaf.span.start + match.end(), leaf.span.end)
            if named:
                lead = named.names
                break
        if directs:
            scope = replace(scope, directs=True, lead=lead or scope.lead)
    return scope


def _leaves(node: Node) -> Iterator[Node]:
    stack = [node]
    while stack:
        here = stack.pop()
        if here.children:
            stack.extend(reversed(here.children))
        else:
            yield here


def _provision(context: Context, node: Node, scope: _Scope, deadlines: list[Event]) -> Iterator[Task]:
    text = context.text
    bullet = node.level == 0
    number = scope.number if bullet or not node.label else _number(scope.number, node.label)
    own = next((child for child in node.children if not child.children), None)
    first = own.span if own else node.span
    label = LABEL_END.match(text, first.start, first.end) if node.label else None
    body = Span(label.end() if label else first.start, first.end)
    below = [child for child in node.children if child.kind in NUMBERED]
    title = node.title or (body.of(text).strip(" :.") if below and len(body) < 200 else "")
    inner = replace(scope, number=number)
    if title:
        if NO_TASKS.search(title) and not HEADS.search(title):
            return
        if HEADS.search(title) and not bullet:
            inner = replace(inner, directs=True)
    fields = _fields(context, node)
    laid_out = sum(_is_field(context, child) for child in below) > 1
    if inner.directs and fields and (laid_out or not any(child.level and _fields(context, child) for child in below)):
        yield _of_fields(node, number, fields, title or body.of(text))
        return
    if below:
        named = _named(context, body)
        if named:
            inner = replace(inner, lead=named.names, directs=True)
        elif not title:
            inner = _chapeau(context, own, inner) if own else inner
        if not named and not _is_heading(text, body, node) and _acts(text, body) and inner.directs:
            yield _task(context, node, number, body, scope, deadlines)
            return
        yield from _walk(context, replace(node, children=tuple(c for c in node.children if c is not own)), inner, deadlines)
        return
    if node.title and len(node.children) > 1:
        yield from _walk(context, replace(node, children=tuple(c for c in node.children if c is not own)), inner, deadlines)
        return
    if scope.directs and _acts(text, body):
        yield _task(context, node, number, body, scope, deadlines)


def _number(above: tuple[str, ...], label: str) -> tuple[str, ...]:
    """The path of numbers; "1.2" below "1" takes its place."""
    if above and label.startswith(f"{above[-1]}."):
        above = above[:-1]
    return (*above, label)


def _is_heading(text: str, body: Span, node: Node) -> bool:
    return bool(node.title) or body.of(text).rstrip().endswith(":")


def _named(context: Context, body: Span) -> Bodies | None:
    """A heading that is nothing but the name of a body: "1. Sở Y tế:", "2. Các sở, ban, ngành: là đơn vị …"."""
    asked = ASKED.match(context.text, body.start, body.end)
    named = bodies_at(context.text, asked.end() if asked else body.start, body.end)
    if named and HEADS.search(" ".join(named.names)):
        return None
    if named and context.text[named.end : body.end].lstrip(" ,")[:1] in ("", ":", "."):
        return named
    if named and re.match(
        r"\s?(?:\([^()]*\)\s?)?(?:có trách nhiệm|chịu trách nhiệm|thực hiện[^.;\n]{0,60})?\s?:", context.text[named.end : body.end]
    ):
        return named
    return None


def _acts(text: str, body: Span) -> bool:
    """True when the provision says what is to be done: it begins with a body that acts, or with a verb of duty."""
    duty = read_duty(text, body)
    if duty.lead:
        return True
    first = PLAIN_WORD.findall(text[body.start : body.start + 40])
    return bool(first) and is_duty([key(word) for word in first[:3]])


def _task(context: Context, node: Node, number: tuple[str, ...], body: Span, scope: _Scope, deadlines: list[Event]) -> Task:
    text = context.text
    whole = Span(body.start, node.span.end)
    duty = read_duty(text, whole)
    lead, source = (duty.lead, "stated") if duty.lead else (scope.lead, "chapeau")
    return Task(
        ".".join(number),
        node.span,
        _action(text, duty, whole),
        node.id,
        lead,
        source if lead else None,  # type: ignore[arg-type]
        duty.cooperating,
        _deadline(text, whole, deadlines),
        "; ".join(" ".join(span.of(text).split()) for span in recurrences(text, whole)) or None,
        duty.report_to,
    )


def _action(text: str, duty: Duty, whole: Span) -> str:
    end = re.compile(r"[.;:]\s|\n|$").search(text, max(duty.action, whole.start) + 12, whole.end)
    stop = end.start() if end else whole.end
    return shorten(text[duty.action : stop].strip(), 220)


def _deadline(text: str, whole: Span, deadlines: list[Event]) -> str | None:
    """The words of the first limit inside the task: "trước ngày 30/6/2025"."""
    for event in deadlines:
        for span in (event.span, *event.also_at):
            if whole.contains(span):
                return limit_words(text, span, whole.start)
    return None


LIMIT = re.compile(
    r"(?:chậm nhất|muộn nhất|không muộn hơn|không quá|hạn cuối|hạn chót|hoàn thành|xong|trước|trong|vào|đến)?"
    r"(?:\s(?:là|trước|trong|vào|đến|hết|cuối|đầu|khoảng|xong))*\s?(?:ngày|tháng|quý|năm)?\s?$",
    re.IGNORECASE,
)


def limit_words(text: str, span: Span, start: int) -> str:
    """The time with the words before it that make it a limit."""
    begin = max(start, span.start - 40)
    found = LIMIT.search(text[begin : span.start])
    return " ".join(text[begin + (found.start() if found else span.start - begin) : span.end].split())


def _fields(context: Context, node: Node) -> dict[str, str]:
    """Values of a provision laid out as a form: "Đơn vị chủ trì: …", "Thời gian thực hiện: …"."""
    found: dict[str, str] = {}
    for leaf in _leaves(node):
        field = FIELD.match(context.text, leaf.span.start, leaf.span.end)
        if field:
            name = key(field["name"])
            kind = next((k for k, names in KINDS.items() if any(word in name for word in names)), None)
            if kind and field["value"].strip():
                found.setdefault(kind, " ".join(field["value"].split()).rstrip(".;"))
    return found if "lead" in found else {}


def _is_field(context: Context, node: Node) -> bool:
    first = next(_leaves(node))
    return bool(FIELD.match(context.text, first.span.start, first.span.end))


KINDS = {
    "cooperating": ("phối hợp",),
    "lead": ("chủ trì", "cơ quan thực hiện", "đơn vị thực hiện", "tổ chức thực hiện"),
    "time": ("thời gian", "thời hạn", "tiến độ"),
    "action": ("nhiệm vụ", "nội dung"),
}


def _of_fields(node: Node, number: tuple[str, ...], fields: dict[str, str], title: str) -> Task:
    time = fields.get("time")
    dated = bool(time and re.search(r"\d", time))
    return Task(
        ".".join(number),
        node.span,
        shorten(fields.get("action") or title, 220),
        node.id,
        split_bodies(fields["lead"]),
        "stated",
        split_bodies(fields["cooperating"]) if "cooperating" in fields else (),
        time if dated else None,
        None if dated else time,
    )
