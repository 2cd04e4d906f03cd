"""``data/forms/*.yaml``: the forms that units fill in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from build_tools.messages import nearest
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.form import Column, Form
from build_tools.register.tables import FormRow
from build_tools.tables import Rows, load_rows

FOLDER = "forms"


def load_forms(data: Path) -> tuple[Form, ...]:
    """The forms of all files in the order of their names. Raises ``InputError`` with every fault (two of one id, an unknown column)."""
    forms: list[Form] = []
    faults: list[Diagnostic] = []
    for path in sorted((data / FOLDER).glob("*.yaml")):
        try:
            table = load_rows(path, FormRow)
        except InputError as error:
            faults.extend(error.diagnostics)
            continue
        faults += table.claimed_twice(lambda row: (row.id,), "mã biểu")
        faults += _columns(table)
        for at, row in enumerate(table.rows):
            if any(form.id == row.id for form in forms):
                faults.append(table.file.finding("form-id-twice", (at, "id"), id=row.id))
            forms.append(_form(row))
    if faults:
        raise InputError(*faults)
    return tuple(forms)


def _columns(table: Rows[FormRow]) -> Iterator[Diagnostic]:
    """A fault for each rule that names a column that the form has not, and for each id that two columns share."""
    for at, row in enumerate(table.rows):
        known = [column.id for column in row.columns]
        for number, column in enumerate(row.columns):
            if column.id in known[:number]:
                yield table.file.finding("form-column.twice", (at, "columns", number), id=column.id)
            for name in (*column.sum_of, *column.share_of, *filter(None, (column.at_most,))):
                if name not in known:
                    yield table.file.finding("form-column.unknown", (at, "columns", number), id=name, near=nearest(name, known) or "?")


def _form(row: FormRow) -> Form:
    columns = tuple(
        Column(column.id, column.head, column.group, column.kind, column.sum_of, column.share_of, column.at_most) for column in row.columns
    )
    return Form(row.id, row.title, columns, row.units, row.document, row.node, row.note)
