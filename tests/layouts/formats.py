"""Sheets written in the formats and layouts in which documents come: each function gives the bytes of a file."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from tests.formats.docx_maker import docx, p, r, tbl, tc
from tests.layouts.outline import PART
from tests.layouts.sheet import Sheet

_NAMES_WIDTH = 44
_PAGE = 34
"""Lines of a flattened page."""
_CRUMBS = ("Trang chủ", ">", "Văn bản quy phạm pháp luật", ">")
_TABS = ("Thuộc tính", "Lược đồ", "Văn bản gốc", "Tải về")


def plain(sheet: Sheet, layout: str, separator: str) -> bytes:
    """Text with each paragraph on a line; ``separator`` parts them."""
    lines = [*sheet.before, *_head(sheet, layout), *sheet.title, *_bare(sheet.body), *_closing(sheet), *sheet.after]
    return _joined(lines, separator)


def markdown(sheet: Sheet, layout: str, _: str) -> bytes:
    """Markdown: headings of the body bold."""
    body = (f"**{line[1:]}**" if line.startswith(PART) else line for line in sheet.body)
    return _joined([*sheet.before, *_head(sheet, layout), *sheet.title, *body, *_closing(sheet, "**"), *sheet.after], "\n\n")


def pipes(sheet: Sheet, _: str, __: str) -> bytes:
    """What is left of a page whose tables a converter broke: bars between the cells, each on a line of its own."""

    def cells(*columns: Sequence[str]) -> str:
        return "|\n" + "|\n".join("".join(f"{line}\n" for line in column) for column in columns) + "|"

    mark = [f"**{line}**" if line.isupper() else line for line in sheet.title]
    body = [textwrap.fill(f"**{line[1:]}**" if line.startswith(PART) else line, 52) for line in sheet.body]
    number = [line for line in sheet.left if line.lower().startswith("số")]
    left = [f"**{line}**" if line.isupper() else line for line in sheet.left if line not in number]
    right = [f"**{sheet.right[0]}**", *sheet.right[1:]]
    head = cells(left, right[:-1]) + "\n" + cells(number, [f"*{right[-1]}*"])
    signed = [[f"**{line}**" for line in column] for column in sheet.signatures]
    return _joined([*sheet.before, head, *mark, *body, cells(list(sheet.recipients), *signed), *sheet.after], "\n\n")


def flat(sheet: Sheet, layout: str, _: str) -> bytes:
    """A page's text as a PDF gives it: wrapped lines, columns side by side or in turn, page numbers and form feeds."""
    lines: list[str] = [*sheet.before, *(line.rstrip() for line in _head(sheet, layout, wide=True))]
    lines += ["", *(line.center(90).rstrip() for title in sheet.title for line in textwrap.wrap(title, 70)), ""]
    for line in _bare(sheet.body):
        lines += textwrap.wrap(line, 84, initial_indent="      ")
    lines += ["", *_closing(sheet, together=True), "", *sheet.after]
    pages = [lines[at : at + _PAGE] for at in range(0, len(lines), _PAGE)]
    made = [("" if number == 1 else f"{number:>48}\n\n") + "\n".join(page) for number, page in enumerate(pages, 1)]
    return "\n\f".join(made).encode() + b"\n"


def word(sheet: Sheet, layout: str, _: str) -> bytes:
    """A Word file: the letterhead in a table without lines, or the two columns parted by tabs."""
    bold = '<w:b w:val="1"/>'
    middle = '<w:jc w:val="center"/>'

    def cell(lines: Iterable[str]) -> str:
        return tc(*(p(r(_text(line), bold if line.isupper() else ""), props=middle) for line in lines))

    parts: list[str] = [p(_text(line)) for line in sheet.before]
    if layout == "tabs":
        tab = "<w:r><w:tab/><w:tab/></w:r>"
        parts += [p(r(_text(one)), *((tab, r(_text(other))) if other else ())) for one, other in _rows(sheet.left, sheet.right)]
    else:
        parts.append(tbl((cell(sheet.left), cell(sheet.right)), lined=False))
    parts += [p(r(_text(line), bold), props=middle) for line in sheet.title]
    parts += [p(r(_text(line[1:]), bold)) if line.startswith(PART) else p(_text(line)) for line in sheet.body]
    parts.append(tbl((cell(sheet.recipients), *(cell(column) for column in sheet.signatures)), lined=False))
    return docx("".join(parts) + "".join(p(_text(line)) for line in sheet.after))


def web(sheet: Sheet, layout: str, _: str) -> bytes:
    """A portal's page: its menu and properties around the text, or the text alone."""

    def lines(shown: Iterable[str], tag: str = "p") -> str:
        return "".join(f"<{tag}>{html.escape(line)}</{tag}>" for line in shown)

    body = "".join(f"<p><b>{html.escape(line[1:])}</b></p>" if line.startswith(PART) else lines((line,)) for line in sheet.body)
    columns = "".join(f"<td>{lines(column)}</td>" for column in (sheet.recipients, *sheet.signatures))
    text = (
        f"<table><tr><td>{lines(sheet.left)}</td><td>{lines(sheet.right)}</td></tr></table>"
        f"<div align='center'>{lines(sheet.title)}</div>{body}<table><tr>{columns}</tr></table>"
    )
    if layout == "portal":
        menu = lines(("Trang chủ", "Giới thiệu", "Liên hệ"), "li")
        about = "".join(f"<tr><td>{html.escape(name)}</td><td>{html.escape(value)}</td></tr>" for name, value in sheet.properties)
        text = f"<ul>{menu}</ul><h1>{html.escape(' '.join(sheet.title))}</h1><table>{about}</table><div>{text}</div>"
    return f"<html><head><meta charset='utf-8'><title>Văn bản</title></head><body>{text}</body></html>".encode()


def portal(sheet: Sheet, _: str, separator: str) -> bytes:
    """The text of a portal's page without its letterhead: menu and title above, properties below."""
    name = next(value for key, value in sheet.properties if key == "Trích yếu")
    told = [f"{key}{value}" for key, value in sheet.properties if key != "Trích yếu"]
    lines = [*_CRUMBS, name, *_TABS, name, *sheet.title, *_bare(sheet.body), *_closing(sheet), "VĂN BẢN PHÁP LUẬT LIÊN QUAN", name, *told]
    return _joined(lines, separator)


def bare(sheet: Sheet, _: str, separator: str) -> bytes:
    """The text from its type on: no letterhead, no properties."""
    return _joined([*sheet.title, *_bare(sheet.body), *_closing(sheet)], separator)


WRITERS: dict[str, tuple[str, tuple[str, ...], Callable[[Sheet, str, str], bytes]]] = {
    "txt": ("txt", ("left first", "right first", "row by row", "side by side"), plain),
    "md": ("md", ("left first", "right first", "row by row", "headings"), markdown),
    "pipes": ("txt", ("table",), pipes),
    "flat": ("txt", ("side by side", "row by row", "left first", "right first"), flat),
    "docx": ("docx", ("table", "tabs"), word),
    "html": ("html", ("portal", "table"), web),
    "portal": ("txt", ("none",), portal),
    "bare": ("txt", ("none",), bare),
}
"""Of each format: the ending of its files, its layouts, and what writes it."""


def _text(line: str) -> str:
    return html.escape(line, quote=False)


def _bare(lines: Iterable[str]) -> list[str]:
    return [line.removeprefix(PART) for line in lines]


def _joined(lines: Iterable[str], separator: str) -> bytes:
    return (separator.join(line for line in lines if line) + "\n").encode()


def _rows(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, str]]:
    return list(zip_longest(left, right, fillvalue=""))


def _head(sheet: Sheet, layout: str, *, wide: bool = False) -> list[str]:
    """The letterhead's lines. ``wide``: columns are centred, as on a page."""
    left, right = sheet.left, sheet.right
    if layout == "right first":
        return [*right[:-1], *left, right[-1]]
    if layout == "row by row":
        return [line for row in _rows(left, right) for line in row]
    if layout == "side by side":
        width = max(len(line) for line in left) + 8
        return [(one.center(width) if wide else f"{one:<{width}}") + other for one, other in _rows(left, right)]
    if layout == "headings":
        return [f"# {line}" if index < 2 and line[:1].isalpha() else line for index, line in enumerate([*left, *right])]
    return [*left, *right]


def _closing(sheet: Sheet, mark: str = "", *, together: bool = False) -> list[str]:
    signed = [[f"{mark}{line}{mark}" for line in column] for column in sheet.signatures]
    if together and len(signed) > 1:
        return [*sheet.recipients, *(f"{one:<{_NAMES_WIDTH}}{other}".rstrip() for one, other in _rows(signed[0], signed[1]))]
    return [*sheet.recipients, *(line for column in signed for line in column)]
