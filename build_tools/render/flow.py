"""The text of a document as Markdown: explicit ids everywhere, no list that a converter could number anew."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup
from markupsafe import escape as quoted

from build_tools.messages import say
from build_tools.render import escape
from build_tools.render.links import link_markdown, relative
from build_tools.views.pieces import Change, Cited, Flow, Inline, Line, NoteMark, TableCell, TableLine, Text

FIRST_HEADING = 3
LAST_HEADING = 6
LONG = 60
"""Characters of a cell that is read as a text: on a phone its column is as wide as a line of words, and the table scrolls."""
WIDE = ((7, "rong"), (10, "rat-rong"), (16, "cuc-rong"))
"""From so many columns on a table is printed in smaller letters, and across a page that lies."""
HIGH = ((400, "cao-3"), (150, "cao-2"))
"""From so many characters on a paragraph is about so high: a browser keeps that room for what it has not laid out yet."""
NUMBER = re.compile(r"[-–+]?\d[\d.,\s]*%?")
"""A cell that holds a number and nothing else."""
DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}")
"""A cell that holds a day."""
SHORT = 24
"""A citation in a heading of so few characters stands on one line of a phone."""
_STATES = {"resolved": ".vb", "ambiguous": ".mo-ho", "unknown": ".chua-ro"}
"""The classes of links to what is cited."""


def flow_markdown(flow: Iterable[Flow], page: str) -> Markup:
    """All lines and tables, a blank line between them. Headings leave no rank out, also where a part begins in the middle of a chapter."""
    parts, tables = [], 0
    above: list[int] = []
    for sides, items in groupby(flow, lambda item: isinstance(item, Line) and item.column in ("left", "right")):
        parts += [Markup('<div class="dau-van-ban" markdown="1">')] if sides else []
        for item in items:
            if isinstance(item, TableLine):
                tables += 1
                parts.append(_table(item, page, tables))
            else:
                if item.role == "heading":
                    above = [*(depth for depth in above if depth < item.depth), item.depth]
                parts.append(_line(item, page, FIRST_HEADING - 1 + len(above)))
                parts += [_changes(item.changes, page)] if item.changes else []
        parts += [Markup("</div>")] if sides else []
    return Markup("\n\n").join(parts)


def inlines_markdown(inlines: Iterable[Inline], page: str, heading: bool = False) -> Markup:
    """Running text with its links and marks. Only the beginning of a line is guarded against list and heading marks."""
    parts = []
    for index, item in enumerate(inlines):
        if isinstance(item, Text):
            shown = escape.heading(item.text, not index) if heading else escape.inner(item.text) if index else escape.markdown(item.text)
            parts.append(shown)
        elif isinstance(item, Cited):
            whole = " .lien" if heading and len(item.link.text) <= SHORT else ""
            parts.append(link_markdown(item.link, page, _STATES[item.state] + whole))
        elif isinstance(item, NoteMark):
            parts.append(_mark(item, page))
        else:
            parts.append(Markup(" <br>"))
    return Markup("").join(parts)


def _mark(mark: NoteMark, page: str) -> Markup:
    target = relative(page, mark.page or page, mark.target)
    return Markup(f'[{escape.inner(mark.text)}]({target} "{quoted(say("pages.flow.note"))}"){{ #{mark.id} .dau-chu-thich }}')


def _line(line: Line, page: str, rank: int) -> Markup:
    text = inlines_markdown(line.inlines, page, line.role == "heading")
    if line.role == "heading":
        named = f' data-o="{escape.title(line.place)}"' if line.place else ""
        return Markup(f"{'#' * min(rank, LAST_HEADING)} {text} {{ #{line.id}{named} }}")
    classes = "".join(f" .{name}" for name in _classes(line))
    tail = ""
    if line.role == "note":
        tail = f' [↩](#{line.back} "{quoted(say("pages.flow.back"))}"){{ .neo .ve }}' if line.back else tail
    elif line.region == "body":
        # the words of a numbered place are what the page's script copies as a citation
        named = f' "{escape.title(line.place)}"' if line.place else ""
        tail = f" [¶](#{line.id}{named}){{ .neo }}"
    return Markup(f"{text}{tail}\n{{: #{line.id}{classes} }}")


def _changes(changes: Iterable[Change], page: str) -> Markup:
    """What later documents say of an article, a line each, below its first line."""
    lines = []
    for item in changes:
        date = say("pages.flow.changed-issued", date=item.issued.text) if item.issued else ""
        said = say("pages.flow.changed", place=item.place[:1].upper() + item.place[1:], how=item.how)
        by, at = link_markdown(item.by, page, ".vb"), link_markdown(item.at, page, ".vb")
        words = escape.inner(say("pages.flow.changed-words", words=item.words))
        lines.append(Markup(f"{escape.inner(said)} {by}{escape.inner(date)} ({at}): {words}"))
    return Markup('<div class="doi-thay" markdown="1">\n\n') + Markup("\n\n").join(lines) + Markup("\n\n</div>")


def _classes(line: Line) -> list[str]:
    found = []
    if line.role == "note":
        found.append("chu-thich")
    if line.region != "body":
        found.append({"header": "phan-dau", "closing": "phan-cuoi"}[line.region])
    if line.column:
        found.append({"left": "ben-trai", "right": "ben-phai", "centre": "o-giua"}[line.column])
    if line.role == "provision":
        found.append("quy-dinh")
    if line.quoted:
        found.append("trich")
    if line.align in ("center", "right"):
        found.append({"center": "giua", "right": "phai"}[line.align])
    if line.bold:
        found.append("dam")
    if line.italic:
        found.append("nghieng")
    if line.region == "body":
        length = sum(map(_length, line.inlines))
        found += [name for least, name in HIGH if length >= least][:1]
    return found


def _length(inline: Inline) -> int:
    return len(inline.text) if isinstance(inline, Text) else len(inline.link.text) if isinstance(inline, Cited) else 0


def _table(table: TableLine, page: str, number: int) -> Markup:
    """Raw HTML, since Markdown has no heads of two levels; its elements are opened to Markdown only where a cell holds links."""
    linked = any(not isinstance(item, Text) for row in table.rows for cell in row for item in cell.inlines)
    opened = ' markdown="1"' if linked else ""
    label = say("pages.flow.table", number=number)
    columns = max((sum(cell.colspan for cell in row) for row in table.rows), default=0)
    wide = "".join(f" {name}" for least, name in WIDE if columns >= least)
    lines = [
        f'<div class="bang{wide}" id="{table.id}" role="region" aria-label="{label}" tabindex="0" markdown="1">',
        f'<table class="so"{opened}>',
    ]
    for name, rows in (("thead", table.rows[: table.head]), ("tbody", table.rows[table.head :])):
        if rows:
            lines.append(f"<{name}{opened}>")
            for row in rows:
                lines += [f"<tr{opened}>", *(_cell(cell, page) for cell in row), "</tr>"]
            lines.append(f"</{name}>")
    lines += ["</table>", "</div>"]
    return Markup("\n".join(lines))


def _cell(cell: TableCell, page: str) -> str:
    head = cell.header and bool(cell.inlines)  # an empty head cell names nothing
    tag = "th" if head else "td"
    spans = (f' colspan="{cell.colspan}"' if cell.colspan > 1 else "") + (f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else "")
    scope = (' scope="colgroup"' if cell.colspan > 1 else ' scope="col"') if head else ""
    long = ' class="chu-dai"' if not head and cell.colspan == 1 and sum(map(_length, cell.inlines)) >= LONG else ""
    if all(isinstance(item, Text) for item in cell.inlines):
        text = "".join(escape.html(item.text) for item in cell.inlines if isinstance(item, Text))
        kind = "" if head else ' class="n"' if NUMBER.fullmatch(text) else ' class="ngay"' if DAY.fullmatch(text) else long
        return f"<{tag}{spans}{scope}{kind}>{text}</{tag}>"
    return f'<{tag}{spans}{scope}{long} markdown="span">{inlines_markdown(cell.inlines, page)}</{tag}>'
