"""Figures in tables: each value named by the heads above it and the words left of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.words import any_word, word_set, words
from build_tools.messages.shorten import shorten
from build_tools.model.span import Span
from build_tools.model.statement import Figure
from build_tools.passages import Leaf
from build_tools.statements.grid import BLANK_VALUE, Grid, open_out
from build_tools.statements.kinds import REPORT
from build_tools.statements.material import Material
from build_tools.statements.quantities import RATIO, is_measure, value_of
from build_tools.statements.when import period_of_head
from build_tools.statements.whose import place as place_name

CELL = re.compile(r"(?P<number>[-–]?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?|\d+\.\d{1,2}))\s?(?P<unit>%|[^\W\d_][^\d]{0,20})?")
WITH_SHARE = re.compile(r"(?P<whole>\d[\d.,/ ]*\d)\s?\((?P<share>\d{1,3}(?:,\d{1,2})?)\s?%\)")
"""So many of so many with their share behind them: "8.368/8.654 (96,7%)"."""
IN_BRACKETS = re.compile(r"\((?P<unit>[^()]{1,24})\)")
YEAR = re.compile(r"(?:19|20)\d\d")


@lru_cache(maxsize=1)
def _body_head() -> re.Pattern[str]:
    return re.compile(rf"(?i:tên )?(?i:các )?(?!{any_word('unit-caption')}){any_word('body-head')}")


@lru_cache(maxsize=1)
def _no_values() -> re.Pattern[str]:
    return re.compile(rf"{any_word('no-value-head')}\b|(?i:năm)$")


@lru_cache(maxsize=1)
def _count_of() -> re.Pattern[str]:
    return re.compile(rf"^{any_word('names-total', 'names-count')}\s(?!(?i:tiền|liệu))")


def read_table_figures(material: Material, place: str | None) -> tuple[Figure, ...]:
    """Every value in the tables of a report; other documents' tables set out plans and forms, and give none."""
    if material.genre is not REPORT:
        return ()
    figures: list[Figure] = []
    for leaf, table in material.tables():
        grid = None if leaf.inside("header", "closing", "form") else open_out(table, material.text)
        if grid:
            figures.extend(_of_grid(material, leaf, grid, place, _unit_above(material, leaf)))
    return tuple(figures)


def _unit_above(material: Material, leaf: Leaf) -> str | None:
    """The unit that a line above the table states for all of it: "Đơn vị tính: triệu đồng"."""
    begin = leaf.span.start
    for _ in range(ABOVE):
        begin = material.text.rfind("\n", 0, max(begin - 1, 0)) + 1
        found = _caption_unit().search(material.text, begin, leaf.span.start)
        if found:
            return " ".join(found["unit"].split())
        if begin == 0:
            return None
    return None


ABOVE = 3
"""Lines above a table in which its unit stands."""


@lru_cache(maxsize=1)
def _caption_unit() -> re.Pattern[str]:
    return re.compile(rf"{any_word('unit-caption')}\s?:\s?(?P<unit>[^\n():;,.]{{1,24}})", re.IGNORECASE)


def _of_grid(material: Material, leaf: Leaf, grid: Grid, place: str | None, caption: str | None) -> Iterator[Figure]:
    width = len(grid.labels)
    counters = {column for column in range(width) if grid.is_counter(column)}
    units = next(
        (column for column in range(width) if grid.labels[column] and word_key(grid.labels[column][-1]).startswith(words("unit-caption"))),
        None,
    )
    naming: list[int] = []
    for column in range(width):
        if column in counters or column == units:
            continue
        if not grid.names_row(column):
            break
        naming.append(column)
    body = next((c for c in naming if grid.labels[c] and _body_head().match(grid.labels[c][0])), None)
    if body is None:
        body = next((c for c in naming if _names_places(grid, c)), None)
    items = [column for column in naming if column != body]
    skipped = {c for c in range(width) if grid.labels[c] and any(map(_no_values().match, (grid.labels[c][-1], grid.labels[c][0])))}
    for row in range(grid.head, len(grid.texts)):
        who = place if body is None else grid.texts[row][body] or place
        who = place if who and word_key(who).strip(" :") in word_set("total") else who
        item = next((grid.texts[row][c] for c in reversed(items) if grid.texts[row][c] and not _empty(grid.texts[row][c])), "")
        unit = grid.texts[row][units] if units is not None else None
        for column in range(width):
            cell = grid.cells[row][column]
            if column in counters or column in naming or column in skipped or column == units or cell is None:
                continue
            if (row > grid.head and grid.cells[row - 1][column] is cell) or (column and grid.cells[row][column - 1] is cell):
                continue
            yield from _of_cell(
                material, leaf, cell.span, grid.labels[column], item, unit or _unit(grid.labels[column], item) or caption, who
            )


def _names_places(grid: Grid, column: int) -> bool:
    """True for a column whose rows are places, whatever its head calls them ("Địa bàn": "Xã Đá Bạc")."""
    named = [row[column] for row in grid.texts[grid.head :] if row[column]]
    return len(named) > 1 and sum(_place().fullmatch(cell[:1].lower() + cell[1:]) is not None for cell in named) * 2 > len(named)


@lru_cache(maxsize=1)
def _place() -> re.Pattern[str]:
    return re.compile(place_name())


def _empty(cell: str) -> bool:
    return bool(CELL.fullmatch(cell) or BLANK_VALUE.fullmatch(cell))


def _of_cell(
    material: Material, leaf: Leaf, span: Span, heads: tuple[str, ...], item: str, unit: str | None, who: str | None
) -> Iterator[Figure]:
    period = period_of_head(material, leaf, heads)
    text = material.text
    raw = span.of(text)
    start = span.start + len(raw) - len(raw.lstrip())
    label = shorten(" - ".join(part for part in (item, *heads) if part), 160)
    shared = WITH_SHARE.fullmatch(raw.strip())
    ratio = RATIO.fullmatch(shared["whole"] if shared else raw.strip())
    if shared and ratio:
        share, at = shared["share"], start + shared.start("share")
        yield Figure(Span(at, at + len(share)), share, value_of(share) or share, "%", label, leaf.node.id, who, period)
    if ratio:
        of_value, value = value_of(ratio["of"]), value_of(ratio["number"])
        if value and of_value and float(value) <= float(of_value):
            number, of = Span(start, start + len(ratio["number"])), Span(start + ratio.start("of"), start + ratio.end("of"))
            yield Figure(
                span=number,
                quote=ratio["number"],
                value=value,
                unit=unit,
                label=label,
                node_id=leaf.node.id,
                organisation=who,
                period=period,
                denominator=of_value,
            )
            yield Figure(
                span=of,
                quote=ratio["of"],
                value=of_value,
                unit=unit,
                label=f"{label} (tổng số)",
                node_id=leaf.node.id,
                organisation=who,
                period=period,
            )
        return
    found = CELL.fullmatch(raw.strip())
    if not found or material.citation_at(start) or material.moments.at(start):
        return
    printed = found["number"]
    if YEAR.fullmatch(printed) and any("năm" in word_key(head) for head in heads):
        return
    value = value_of(printed.replace("–", "-")) or (printed if re.fullmatch(r"-?\d+\.\d{1,2}", printed) else None)
    if value is None:
        return
    yield Figure(
        span=Span(start, start + len(printed)),
        quote=printed,
        value=value,
        unit=found["unit"] or unit,
        label=label,
        node_id=leaf.node.id,
        organisation=who,
        period=period,
    )


def _unit(heads: tuple[str, ...], item: str) -> str | None:
    """The unit that a head or the item names: "(triệu đồng)", "Tỷ lệ %", "Số lượng tin, bài", "Người dự"."""
    for head in (*reversed(heads), item):
        whole_only = head is item
        if "%" in head or word_key(head).startswith("tỷ lệ"):
            return "%"
        bracket = IN_BRACKETS.search(head)
        if bracket and word_key(bracket["unit"]) in word_set("unit"):
            things = not is_measure(bracket["unit"])
            return head.lower() if things and word_key(head[: bracket.start()].strip()) in word_set("unit") else bracket["unit"]
        counted = _count_of().sub("", word_key(IN_BRACKETS.sub("", head)).strip()).strip()
        parts = counted.replace(",", "").split(" ")
        for length in range(min(4, len(parts)), 0, -1):
            name = " ".join(parts[:length])
            begins_head = not whole_only and name not in word_set("bearer") | word_set("aimed-head")
            if name in word_set("unit") and (length == len(parts) or begins_head):
                whole = ", ".join(piece.strip() for piece in counted.split(","))
                return whole if length == len(parts) else name
    return None
