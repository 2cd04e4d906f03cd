"""Blank forms as a workbook and as a table of text; equal forms give equal bytes."""

from __future__ import annotations

import csv
import io

from build_tools.forms.layout import rows_above
from build_tools.model.form import Form


def blank_csv(form: Form) -> bytes:
    """The blank as a table of text, with the mark that tells spreadsheets that the letters are UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows(rows_above(form))
    writer.writerows([unit, *[""] * len(form.columns)] for unit in form.units)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def blank_workbook(form: Form) -> bytes:
    """The blank as a workbook: heads in their groups, cells for numbers that take numbers alone, rates that the sheet works out."""
    from build_tools.forms.workbook import workbook_of  # what writes workbooks takes longer to load than most commands take

    return workbook_of(form)
