"""``data/forms/*.yaml``: the forms that units fill in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from build_tools.messages import nearest
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.form import Column, ColumnKind, Form
from build_tools.model.row import Row
from build_tools.register.tables import ONCE, Id, Text
from build_tools.tables import Rows, load_rows

FOLDER = "forms"


class ColumnRow(Row, frozen=True):
    """A column of a form."""

    id: Id
    head: Annotated[Text, Meta(description="tên cột")]
    group: Annotated[Text, Meta(description="tên nhóm cột, đứng ở dòng trên")] = ""
    kind: Annotated[ColumnKind, Meta(description="count: số nguyên; percent: phần trăm; tick: đánh dấu X; text: chữ")] = "count"
    sum_of: Annotated[tuple[Id, ...], Meta(description="các cột cộng lại thành cột này")] = ()
    share_of: Annotated[
        tuple[Id, ...], Meta(description="cột phần và cột toàn bộ mà cột này là tỷ lệ phần trăm", extra_json_schema={"maxItems": 2})
    ] = ()
    at_most: Annotated[Id | Literal[""], Meta(description="cột mà cột này không được lớn hơn")] = ""


class FormRow(Row, frozen=True):
    """A form that units fill in with figures."""

    id: Id
    title: Annotated[Text, Meta(description="tên biểu")]
    columns: Annotated[tuple[ColumnRow, ...], Meta(min_length=1, description="các cột sau cột “Đơn vị”")]
    units: Annotated[tuple[Text, ...], Meta(description="các đơn vị phải báo cáo", extra_json_schema=ONCE)] = ()
    document: Annotated[Text, Meta(description="số, ký hiệu của văn bản có phụ lục này")] = ""
    node: Annotated[Text, Meta(description="địa chỉ của phụ lục trong văn bản ấy, ví dụ “phu-luc-1”")] = ""
    note: Annotated[Text, Meta(description="ghi chú cho người điền")] = ""


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
