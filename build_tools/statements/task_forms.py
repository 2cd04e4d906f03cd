"""Tasks laid out as forms: "Đơn vị chủ trì: …", "Thời gian thực hiện: …" in lines, or as the columns of a plan's table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import word_set
from build_tools.model.document import Node
from build_tools.model.span import Span
from build_tools.model.statement import Task
from build_tools.statements.bodies import split_bodies
from build_tools.statements.grid import Grid, open_out
from build_tools.statements.material import Material
from build_tools.statements.shorten import shorten

FIELD = re.compile(
    r"(?:[-+*•]\s*|[a-zđ]\)\s*|\d{1,2}[.)]\s*)?(?P<name>nhiệm vụ|nội dung|"
    r"(?:cơ quan|đơn vị|tổ chức)?\s?(?:chủ trì|thực hiện|phối hợp)(?: thực hiện| tham mưu)?"
    r"|thời gian(?: thực hiện| hoàn thành)?|thời hạn(?: thực hiện| hoàn thành)?|tiến độ(?: thực hiện)?)\s?:\s*(?P<value>[^\n]*)",
    re.IGNORECASE,
)
KINDS = {"cooperating": "field-cooperating", "lead": "field-lead", "time": "field-time", "action": "field-action"}
"""What fields and columns hold, each with its list; the first whose words the name has tells."""
LIMIT = 220
"""Longest action shown, in characters."""


def kind_of(name: str) -> str | None:
    """What a field or a column with this name holds."""
    folded = word_key(name)
    return next((kind for kind, name_words in KINDS.items() if any(word in folded for word in word_set(name_words))), None)


def fields_of(text: str, leaves: Iterator[Node]) -> dict[str, str]:
    """The fields that these leaves fill in, by kind; empty when none names who leads."""
    found: dict[str, str] = {}
    for leaf in leaves:
        field = FIELD.match(text, leaf.span.start, leaf.span.end)
        kind = kind_of(field["name"]) if field else None
        if field and kind and field["value"].strip():
            found.setdefault(kind, " ".join(field["value"].split()).rstrip(".;"))
    return found if "lead" in found else {}


def task_of(fields: dict[str, str], number: str, span: Span, node_id: str, title: str) -> Task:
    """The task that a filled-in form states. A time without a figure ("thường xuyên") is a recurrence."""
    time = fields.get("time") or None
    dated = bool(time and re.search(r"\d", time))
    lead = split_bodies(fields["lead"]) if fields.get("lead") else ()
    cooperating = split_bodies(fields["cooperating"]) if fields.get("cooperating") else ()
    action = shorten(fields.get("action") or title, LIMIT)
    return Task(
        number, span, action, node_id, lead, "stated" if lead else None, cooperating, time if dated else None, None if dated else time
    )


def read_table_tasks(material: Material) -> Iterator[Task]:
    """One task for each row of a table that has columns for the task and for who leads."""
    for leaf, table in material.tables():
        grid = None if leaf.inside("header", "closing", "form") else open_out(table, material.text)
        columns = _columns(grid) if grid else {}
        if grid is None or "action" not in columns or "lead" not in columns:
            continue
        counter = next((column for column in range(len(grid.labels)) if grid.is_counter(column)), None)
        for row in range(grid.head, len(grid.texts)):
            values = {kind: grid.texts[row][column] for kind, column in columns.items()}
            cells = [cell for cell in grid.cells[row] if cell]
            if not values["action"] or values["action"] == values["lead"] or not (values["lead"] or values.get("time")):
                continue
            span = Span(min(cell.span.start for cell in cells), max(cell.span.end for cell in cells))
            yield task_of(values, grid.texts[row][counter] if counter is not None else "", span, leaf.node.id, values["action"])


def _columns(grid: Grid) -> dict[str, int]:
    """The first column for each kind of field. "Thời gian hoàn thành" before "Nội dung" is settled by the order of ``KINDS``."""
    found: dict[str, int] = {}
    for column, label in enumerate(grid.labels):
        kind = kind_of(label[-1]) if label and not grid.is_counter(column) else None
        if kind:
            found.setdefault(kind, column)
    return found
