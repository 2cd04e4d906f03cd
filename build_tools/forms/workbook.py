"""A blank form as a workbook; equal forms give equal bytes."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from build_tools.forms.layout import FIRST_ROW, GROUP_ROW, HEAD_ROW, PERIOD_ROW, TITLE_ROW, rows_above
from build_tools.messages import say
from build_tools.model.form import Column, Form
from build_tools.tables.sheet import settled

BLANKS = 40
"""Rows for units where the form does not name them."""


def workbook_of(form: Form) -> bytes:
    """The blank as a workbook: heads in their groups, cells for numbers that take numbers alone, rates that the sheet works out."""
    book = Workbook()
    sheet = book.active
    sheet.title = form.id[:31]
    for number, row in enumerate(rows_above(form), 1):
        for at, words in enumerate(row, 1):
            if words:
                sheet.cell(number, at, words)
    last = FIRST_ROW + (len(form.units) or BLANKS)
    for number, unit in enumerate(form.units, FIRST_ROW + 1):
        sheet.cell(number, 1, unit)
    _dress(sheet, form, last)
    for number, column in enumerate(form.columns, 2):
        _column(sheet, form, number, column, last)
    sheet.freeze_panes = sheet.cell(FIRST_ROW + 1, 2)
    book.properties.creator = ""
    out = io.BytesIO()
    book.save(out)
    return settled(out.getvalue())


def _dress(sheet, form: Form, last: int) -> None:  # type: ignore[no-untyped-def]  # openpyxl tells no types
    bold, line = Font(bold=True), Side(style="thin", color="999999")
    border, middle = Border(line, line, line, line), Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.cell(TITLE_ROW + 1, 1).font = Font(bold=True, size=13)
    sheet.cell(PERIOD_ROW + 1, 2).fill = PatternFill("solid", fgColor="FFF7D6")
    sheet.column_dimensions["A"].width = 30
    at = 0
    while at < len(form.columns):
        end = at
        while end + 1 < len(form.columns) and form.columns[at].group and form.columns[end + 1].group == form.columns[at].group:
            end += 1
        if end > at:
            sheet.merge_cells(start_row=GROUP_ROW + 1, end_row=GROUP_ROW + 1, start_column=at + 2, end_column=end + 2)
        at = end + 1
    for row in sheet.iter_rows(min_row=GROUP_ROW + 1, max_row=last, max_col=len(form.columns) + 1):
        for cell in row:
            cell.border = border
            if cell.row <= HEAD_ROW + 1:
                cell.font, cell.alignment = bold, middle
            else:
                cell.protection = Protection(locked=False)


def _column(sheet, form: Form, number: int, column: Column, last: int) -> None:  # type: ignore[no-untyped-def]  # openpyxl tells no types
    letter = get_column_letter(number)
    sheet.column_dimensions[letter].width = 14
    area = f"{letter}{FIRST_ROW + 1}:{letter}{last}"
    if column.share_of:
        part, whole = (get_column_letter(2 + [one.id for one in form.columns].index(name)) for name in column.share_of)
        for row in range(FIRST_ROW + 1, last + 1):
            sheet[f"{letter}{row}"] = f'=IF(N({whole}{row})>0,ROUND({part}{row}/{whole}{row}*100,2),"")'
            sheet[f"{letter}{row}"].number_format = "0.00"
        return
    if column.kind == "count":
        rule = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    elif column.kind == "percent":
        rule = DataValidation(type="decimal", operator="between", formula1="0", formula2="100", allow_blank=True)
    elif column.kind == "tick":
        rule = DataValidation(type="list", formula1='"X"', allow_blank=True)
    else:
        return
    rule.error = say(f"reports.forms.rule.{column.kind}")
    sheet.add_data_validation(rule)
    rule.add(area)
