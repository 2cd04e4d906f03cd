"""Checks of the arithmetic in a report: shares, sums in tables, body against appendix. A mismatch is reported, never corrected."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from build_tools.lexicon.keys import word_key
from build_tools.lexicon.sums import wholes_and_parts
from build_tools.lexicon.words import any_word, word_set
from build_tools.model.statement import Check, Figure
from build_tools.statements.material import Material
from build_tools.vietnamese.numerals import shown

REACH = 90
"""A share stands at most so many characters after its ratio."""
ROMAN_ROW = re.compile(r"[IVX]+|[A-HĐ]")
NUMBER_ROW = re.compile(r"\d{1,4}")
WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def _link() -> re.Pattern[str]:
    return re.compile(rf"\b{any_word('tells-share')}\b|\(")


@lru_cache(maxsize=1)
def _other_times() -> re.Pattern[str]:
    return re.compile(rf"\b{any_word('compares-share')}\b|[;\n]|\.\s")


@lru_cache(maxsize=1)
def _part_of() -> re.Pattern[str]:
    """A row that breaks down the one above it."""
    return re.compile(any_word("breaks-down"))


def read_checks(material: Material, figures: tuple[Figure, ...]) -> tuple[Check, ...]:
    """All checks that the figures allow, in the order of the figures they begin with."""
    checks = [*_shares(material, figures), *_parts(material, figures), *_totals(material, figures), *_appendix(material, figures)]
    return tuple(sorted(checks, key=lambda check: (check.figures[0], check.kind, check.figures)))


def _shares(material: Material, figures: tuple[Figure, ...]) -> Iterator[Check]:
    """A ratio with its percentage: "4.115/4.197 đảng viên … đạt 98,05%", "98,05% (4.115/4.197)"."""
    text = material.text
    for index, figure in enumerate(figures):
        if figure.denominator is None or index + 1 >= len(figures) or Decimal(figure.denominator) == 0:
            continue
        for other in (index + 2, index - 1):
            if not 0 <= other < len(figures) or figures[other].unit != "%":
                continue
            share, end = figures[other], figures[index + 1].span.end
            first, last = (end, share.span.start) if other > index else (share.span.end, figure.span.start)
            between = text[first:last]
            reversed_form = other < index and not re.fullmatch(r"\s?%\s?\(\s?", between)
            if last - first > REACH or reversed_form or _other_times().search(between) or (other > index and not _link().search(between)):
                continue
            yield _share(figures, index, other)
            break


def _share(figures: tuple[Figure, ...], numerator: int, share: int) -> Check:
    top, bottom = figures[numerator].value, figures[numerator].denominator or "1"
    printed = Decimal(figures[share].value)
    exact = Decimal(top) / Decimal(bottom) * 100
    step = Decimal(1).scaleb(-_decimals(figures[share].quote))
    expected = exact.quantize(step, ROUND_HALF_UP)
    holds = expected == printed
    words_of = f"{shown(top)} : {shown(bottom)} = {shown(expected)} %"
    verdict = " – khớp" if holds else f", văn bản ghi {figures[share].quote} % – không khớp"
    return Check("share", (numerator, numerator + 1, share), str(expected), figures[share].value, holds, words_of + verdict)


def _decimals(quote: str) -> int:
    return len(quote.partition(",")[2])


def _rows(figures: tuple[Figure, ...], material: Material) -> dict[tuple[str, int], list[int]]:
    """Indexes of table figures by table and line of the clean text."""
    rows: dict[tuple[str, int], list[int]] = {}
    for index, figure in enumerate(figures):
        leaf = material.leaves.at(figure.span.start)
        if leaf and material.is_table(leaf):
            line = material.text.count("\n", leaf.span.start, figure.span.start)
            rows.setdefault((figure.node_id, line), []).append(index)
    return rows


def _parts(material: Material, figures: tuple[Figure, ...]) -> Iterator[Check]:
    """Columns of one group that make a whole by their meaning: đảng viên + quần chúng = người dự; nam + nữ = tổng số."""
    for row in _rows(figures, material).values():
        groups: dict[str, dict[str, int]] = {}
        for index in row:
            group, _, name = figures[index].label.rpartition(" - ")
            groups.setdefault(group, {}).setdefault(word_key(name), index)
        for columns in groups.values():
            for wholes, parts in wholes_and_parts():
                whole = next((columns[name] for name in columns if name in wholes), None)
                found = [next((columns[name] for name in columns if name in part), None) for part in parts]
                chosen = [index for index in found if index is not None]
                if whole is not None and len(chosen) == len(parts):
                    yield _sum(figures, tuple(chosen), whole)


def _totals(material: Material, figures: tuple[Figure, ...]) -> Iterator[Check]:
    """A row "Tổng cộng" against the rows of its table, column by column."""
    tables: dict[str, list[list[int]]] = {}
    for (table, _), row in _rows(figures, material).items():
        tables.setdefault(table, []).append(row)
    for rows in tables.values():
        named = [_row_name(material, figures[row[0]]) for row in rows]
        totals = [number for number, name in enumerate(named) if word_key(name) in word_set("total")]
        if len(totals) != 1 or len(rows) < 3 or totals[0] not in (0, len(rows) - 1):
            continue
        others = _top_rows(material, figures, [row for number, row in enumerate(rows) if number != totals[0]])
        if len(others) < 2:
            continue
        for index in rows[totals[0]]:
            if figures[index].unit == "%" or "%" in figures[index].label:
                continue
            column = _column(figures[index])
            parts = tuple(i for row in others for i in row if _column(figures[i]) == column)
            if len(parts) == len(others):
                yield _sum(figures, parts, index)


def _top_rows(material: Material, figures: tuple[Figure, ...], rows: list[list[int]]) -> list[list[int]]:
    """The rows that add up to the total: those numbered I, II …, or all that are numbered alike; none where that is unclear."""
    if any(_part_of().match(_row_name(material, figures[row[0]])) for row in rows):
        return []
    first = [_first_cell(material, figures[row[0]]).strip(" .)") for row in rows]
    for style in (ROMAN_ROW, NUMBER_ROW):
        top = [row for row, cell in zip(rows, first, strict=True) if style.fullmatch(cell)]
        if top:
            return top if style is ROMAN_ROW or len(top) == len(rows) else []
    return rows if not any(char.isdigit() for cell in first for char in cell) else []


def _first_cell(material: Material, figure: Figure) -> str:
    start = material.text.rfind("\n", 0, figure.span.start) + 1
    return material.text[start : figure.span.start].partition("\t")[0]


def _row_name(material: Material, figure: Figure) -> str:
    """The first words in the table row of a figure."""
    start = material.text.rfind("\n", 0, figure.span.start) + 1
    for cell in material.text[start : figure.span.start].split("\t"):
        if WORD.search(cell):
            return " ".join(cell.split()).strip(" :*")
    return ""


def _column(figure: Figure) -> str:
    return figure.label if figure.organisation else figure.label.partition(" - ")[2]


def _sum(figures: tuple[Figure, ...], parts: tuple[int, ...], whole: int) -> Check:
    total = sum((Decimal(figures[index].value) for index in parts), Decimal(0))
    holds = total == Decimal(figures[whole].value)
    terms = [shown(figures[index].value) for index in parts]
    added = " + ".join(terms) if len(terms) <= 12 else f"Tổng của {len(terms)} dòng"
    verdict = " – khớp" if holds else f", văn bản ghi {figures[whole].quote} – không khớp"
    return Check("sum", (*parts, whole), str(total), figures[whole].value, holds, f"{added} = {shown(total)}{verdict}")


def _appendix(material: Material, figures: tuple[Figure, ...]) -> Iterator[Check]:
    """A figure of the body against one of an appendix that counts the same.

    Equal values of one unit agree when they are large enough not to be equal by chance, or when the labels have words in common; a
    difference is reported only where both labels say the same.
    """
    leaves = [material.leaves.at(figure.span.start) for figure in figures]
    appendix: dict[str, list[int]] = {}
    for index, leaf in enumerate(leaves):
        if leaf and material.is_table(leaf) and leaf.inside("appendix"):
            appendix.setdefault(_kind(figures[index]), []).append(index)
    for index, figure in enumerate(figures):
        leaf = leaves[index]
        if leaf is None or material.is_table(leaf) or leaf.inside("appendix") or figure.label.endswith("(tổng số)"):
            continue
        others = appendix.get(_kind(figure), [])
        same = next((other for other in others if figures[other].value == figure.value and _counts_same(figure, figures[other])), None)
        if same is None:
            named = [other for other in others if _words(figure.label) == _words(figures[other].label.rpartition(" - ")[2])]
            if len(named) == 1 and len(_words(figure.label)) > 1:
                same = named[0]
        if same is not None:
            yield _compared(figures, index, same)


def _compared(figures: tuple[Figure, ...], index: int, other: int) -> Check:
    body, table = figures[index], figures[other]
    holds = body.value == table.value
    verdict = "khớp" if holds else "không khớp"
    words_of = f"Thân văn bản: {body.quote} {body.unit}; phụ lục: {table.quote} ({table.label}) – {verdict}"
    return Check("body-appendix", (index, other), table.value, body.value, holds, words_of)


def _kind(figure: Figure) -> str:
    """The last word of a unit that two figures must share: "lượt người" and "người" count the same."""
    return word_key(
        (figure.unit or "").replace("(", " ").split(" ")[0] if "(" in (figure.unit or "") else (figure.unit or "").rpartition(" ")[2]
    )


def _words(label: str) -> frozenset[str]:
    return frozenset(WORD.findall(word_key(label)))


def _counts_same(body: Figure, table: Figure) -> bool:
    common = _words(body.label) & _words(table.label.rpartition(" - ")[2])
    return len(common) >= 2 or (bool(common) and len(body.value.replace(".", "")) >= 2)
