"""A filled sheet to rows of figures, every fault at its cell: what is wrong there, and what to put."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from build_tools.forms.layout import FIRST_ROW, FORM_ROW, HEAD_ROW, PERIOD_ROW, address, heads
from build_tools.lexicon.keys import exact_key
from build_tools.messages import finding, nearest, say
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.form import Column, Filled, Form
from build_tools.tables.sheet import WORKBOOKS, Sheet, open_sheet

ENDINGS = (*WORKBOOKS, ".csv")
PERIOD = re.compile(r"(?:19|20)\d\d(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]))?")
GROUPED = re.compile(r"\d{1,3}(?:[. ]\d{3})+")
PLAIN = re.compile(r"\d+")
DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")
TICKS = frozenset({"x", "1"})
NOTHING = frozenset({"", "-", "--", "–", "—"})
MOST_FAULTS = 60


def open_form(path: Path) -> Sheet | None:
    """The sheet of a file that says it is a form; None for any other file. Raises ``InputError`` for one that is broken."""
    mark = exact_key(say("reports.forms.form"))
    if path.suffix.lower() not in ENDINGS or not path.is_file():
        return None
    return open_sheet(path, lambda first: exact_key(first) == mark)


def form_in(sheet: Sheet, forms: tuple[Form, ...]) -> Form:
    """The form that a sheet says it is; one without columns where it names none of ``forms``, which ``read_filled`` tells."""
    named = sheet.cell(FORM_ROW, 1)
    return next((form for form in forms if form.id == named), Form(named, "", ()))


def read_filled(sheet: Sheet, form: Form, forms: tuple[Form, ...]) -> tuple[tuple[Filled, ...], tuple[Diagnostic, ...]]:
    """The rows of a sheet and all its faults; with a fault of severity "error" the rows are not to be used."""
    if form not in forms:
        near = nearest(form.id, [known.id for known in forms])
        case = "form-unknown.near" if near else "form-unknown.none"
        return (), (_fault(sheet, case, FORM_ROW, 1, form=form.id, near=near),)
    faults = [*_heads(sheet, form)]
    period = sheet.cell(PERIOD_ROW, 1).strip().upper()
    if not PERIOD.fullmatch(period):
        faults.append(_fault(sheet, "form-period", PERIOD_ROW, 1, period=sheet.cell(PERIOD_ROW, 1)))
    if faults:
        return (), tuple(faults)
    filled: list[Filled] = []
    seen: dict[str, int] = {}
    for row in range(FIRST_ROW, len(sheet.rows)):
        cells = sheet.rows[row]
        unit = sheet.cell(row, 0)
        if not any(cells[1:]):
            continue
        if not unit:
            faults.append(_fault(sheet, "form-unit.none", row, 0))
            continue
        first = seen.setdefault(exact_key(unit), row)
        if first != row:
            faults.append(_fault(sheet, "form-unit.twice", row, 0, unit=unit, first=address(first, 0)))
            continue
        if form.units and unit not in form.units:
            near = nearest(unit, form.units)
            faults.append(_fault(sheet, "form-unit-strange.near" if near else "form-unit-strange.none", row, 0, unit=unit, near=near))
        numbers, words, wrong = _row(sheet, form, row)
        faults += wrong
        filled.append(Filled(form.id, period, unit, numbers, words, sheet.path, row + 1))
    if not filled and not faults:
        faults.append(_fault(sheet, "form-empty", FIRST_ROW, 0))
    return tuple(filled), tuple(faults[:MOST_FAULTS])


def _heads(sheet: Sheet, form: Form) -> Iterator[Diagnostic]:
    """A finding for the first head that is not where it belongs: what stands there, what should, and where that stands now."""
    _, columns = heads(form)
    found = [
        exact_key(sheet.cell(HEAD_ROW, column))
        for column in range(max(len(columns), len(sheet.rows[HEAD_ROW]) if len(sheet.rows) > HEAD_ROW else 0))
    ]
    for column, head in enumerate(columns):
        if found[column] == exact_key(head):
            continue
        places = [at for at, key in enumerate(found) if key == exact_key(head)]
        now = address(HEAD_ROW, places[0]) if len(places) == 1 else ""
        case = "form-columns.moved" if now else "form-columns.other"
        yield _fault(sheet, case, HEAD_ROW, column, read=sheet.cell(HEAD_ROW, column), head=head, now=now)
        return


def _row(sheet: Sheet, form: Form, row: int) -> tuple[tuple[tuple[str, Decimal], ...], tuple[tuple[str, str], ...], list[Diagnostic]]:
    numbers, words, faults = [], [], []
    for at, column in enumerate(form.columns, 1):
        text = sheet.cell(row, at)
        if (row, at) in sheet.merged:
            faults.append(_fault(sheet, "form-merged", row, at, named=column.head))
        elif column.kind == "text":
            words += [(column.id, text)] if text else []
        elif text.lower() in NOTHING:
            continue
        elif column.kind == "tick":
            if text.lower() in TICKS:
                words.append((column.id, "X"))
            else:
                faults.append(_fault(sheet, "form-number.tick", row, at, named=column.head, read=text))
        else:
            value = _number(text, column, (row, at) in sheet.typed)
            if value is None:
                faults.append(_fault(sheet, f"form-number.{column.kind}", row, at, named=column.head, read=text))
            else:
                numbers.append((column.id, value))
    return tuple(numbers), tuple(words), faults


def _number(text: str, column: Column, typed: bool) -> Decimal | None:
    """A number as people or spreadsheets write it; None for anything else. A count is whole: "1.204" has thousands, no decimals."""
    text = text.removesuffix("%").strip() if column.kind == "percent" else text
    if column.kind == "count":
        if not typed and GROUPED.fullmatch(text):
            return Decimal(text.replace(".", "").replace(" ", ""))
        return Decimal(text) if PLAIN.fullmatch(text) else None
    return Decimal(text.replace(",", ".")) if DECIMAL.fullmatch(text) else None


def _fault(sheet: Sheet, key: str, row: int, column: int, **fields: Any) -> Diagnostic:
    return finding(key, sheet.path, row + 1, column + 1, cell=address(row, column), **fields)
