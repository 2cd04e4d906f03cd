"""Blank forms out, filled ones in: the same numbers come back, and every fault is told at its cell."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from build_tools.forms import blank_csv, blank_workbook, form_in, load_filled, open_form, read_filled, take
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.form import Column, Filled, Form
from build_tools.register.forms import load_forms
from tests.content import DATA
from tests.forms.maker import FORM

OWN = Form(
    "bieu-bao",
    "Báo tường ở các bến",
    (Column("co", "Có báo tường", kind="tick"), Column("so", "Số báo"), Column("ten", "Tên báo", kind="text")),
    ("Xã Bến Lau", "Xã Bãi Sậy"),
)
FORMS = (FORM, OWN)
Change = Callable[[openpyxl.worksheet.worksheet.Worksheet], object]


def filled_book(path: Path, *changes: Change) -> Path:
    """The blank workbook of ``FORM``, filled in for two units, then changed."""
    book = openpyxl.load_workbook(io.BytesIO(blank_workbook(FORM)))
    sheet = book.active
    sheet["B3"] = "2031-Q3"
    for row, values in ((7, ("Xã Bến Lau", 40, 2, 35, 30, 5, 75)), (8, ("Xã Bãi Sậy", 1204, 3, 1000, 900, 100, 74.75))):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column, value)
    for change in changes:
        change(sheet)
    book.save(path)
    return path


def read(path: Path, forms: tuple[Form, ...] = FORMS) -> tuple[tuple[Filled, ...], tuple[Diagnostic, ...]]:
    sheet = open_form(path)
    assert sheet is not None
    return read_filled(sheet, form_in(sheet, forms), forms)


def test_a_filled_workbook_is_read(tmp_path: Path) -> None:
    rows, faults = read(filled_book(tmp_path / "a.xlsx"))
    assert faults == ()
    assert [(row.unit, row.period, row.row) for row in rows] == [("Xã Bến Lau", "2031-Q3", 7), ("Xã Bãi Sậy", "2031-Q3", 8)]
    assert [row.number("tong") for row in rows] == [40, 1204]
    assert [row.number("ty-le") for row in rows] == [75, Decimal("74.75")]


@pytest.mark.parametrize(
    ("change", "code", "cell"),
    [
        (lambda sheet: sheet.__setitem__("C7", "hai lớp"), "form-number", "C7"),
        (lambda sheet: sheet.__setitem__("C7", 2.5), "form-number", "C7"),
        (lambda sheet: sheet.__setitem__("C7", -2), "form-number", "C7"),
        (lambda sheet: sheet.__setitem__("G8", "gần hết"), "form-number", "G8"),
        (lambda sheet: sheet.merge_cells("C7:D7"), "form-merged", "D7"),
        (lambda sheet: sheet.move_range("B6:B8", cols=7), "form-columns", "B6"),
        (lambda sheet: sheet.__setitem__("D6", "Số người"), "form-columns", "D6"),
        (lambda sheet: sheet.insert_cols(3), "form-columns", "C6"),
        (lambda sheet: sheet.__setitem__("A8", "xã  Bến Lau"), "form-unit", "A8"),
        (lambda sheet: sheet.__setitem__("A8", None), "form-unit", "A8"),
        (lambda sheet: sheet.__setitem__("B3", "quý ba"), "form-period", "B3"),
        (lambda sheet: sheet.__setitem__("B3", None), "form-period", "B3"),
        (lambda sheet: sheet.__setitem__("B3", "2031-Q5"), "form-period", "B3"),
        (lambda sheet: sheet.__setitem__("B1", "bieu-lap"), "form-unknown", "B1"),
        (lambda sheet: sheet.delete_rows(7, 2), "form-empty", "A7"),
    ],
)
def test_each_fault_is_told_at_its_cell(tmp_path: Path, change: Change, code: str, cell: str) -> None:
    _, faults = read(filled_book(tmp_path / "a.xlsx", change))
    assert [item.code for item in faults] == [code]
    assert cell in faults[0].message
    assert f"{openpyxl.utils.get_column_letter(faults[0].column)}{faults[0].line}" == cell


def test_several_faults_are_told_together(tmp_path: Path) -> None:
    def spoil(sheet: openpyxl.worksheet.worksheet.Worksheet) -> None:
        sheet["C7"], sheet["D8"] = "hai", "nghìn"

    _, faults = read(filled_book(tmp_path / "a.xlsx", spoil))
    assert [item.line for item in faults] == [7, 8]


def test_a_table_of_text_is_read_like_a_workbook(tmp_path: Path) -> None:
    lines = blank_csv(OWN).decode("utf-8-sig").splitlines()
    lines[2] = "Kỳ báo cáo:,2031-06"
    lines[-2:] = ["Xã Bến Lau,x,1.204,Sóng", "Xã Bãi Sậy,,,"]
    path = tmp_path / "a.csv"
    for text in ("\n".join(lines), "\r\n".join(line.replace(",", ";") for line in lines)):
        path.write_text(text, encoding="utf-8")
        rows, faults = read(path)
        assert faults == ()
        assert [(row.unit, row.number("so"), dict(row.words)) for row in rows] == [("Xã Bến Lau", 1204, {"co": "X", "ten": "Sóng"})]


def test_a_strange_unit_is_a_warning_with_the_name_meant(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    lines = blank_csv(OWN).decode("utf-8-sig").splitlines()
    lines[2], lines[-1] = "Kỳ báo cáo:,2031", "Xã Bãi Sây,x,1,"
    path.write_text("\n".join(lines), encoding="utf-8")
    rows, faults = read(path)
    assert len(rows) == 1
    assert [(item.code, item.severity) for item in faults] == [("form-unit-strange", "warning")]
    assert "Xã Bãi Sậy" in faults[0].message


@pytest.mark.parametrize("name", ["a.docx", "a.csv", "a.xlsx"])
def test_other_files_are_no_forms(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name.endswith("xlsx"):
        book = openpyxl.Workbook()
        book.active["A1"] = "Đơn vị"
        book.save(path)
    else:
        path.write_text("Đơn vị,Số\nXã Bến Lau,3\n", encoding="utf-8")
    assert open_form(path) is None
    assert take(path, tmp_path / "data", FORMS, replace=False, write=True) is None


def test_a_broken_workbook_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 none")
    with pytest.raises(InputError):
        open_form(tmp_path / "a.xlsx")


def test_what_is_kept_is_read_back(tmp_path: Path) -> None:
    path, data = filled_book(tmp_path / "a.xlsx"), tmp_path / "data"
    taken = take(path, data, FORMS, replace=False, write=True)
    assert taken is not None
    assert [file.relative_to(data).as_posix() for file in taken.files] == [
        "figures/bieu-lop/2031-Q3/xa-ben-lau.csv",
        "figures/bieu-lop/2031-Q3/xa-bai-say.csv",
    ]
    rows, faults = load_filled(data, FORMS)
    assert faults == ()
    assert {(row.unit, row.numbers) for row in rows} == {(row.unit, row.numbers) for row in read(path)[0]}
    again = take(path, data, FORMS, replace=False, write=True)
    assert again is not None
    assert again.same == 2


def test_other_numbers_for_a_period_need_to_be_wanted(tmp_path: Path) -> None:
    data = tmp_path / "data"
    take(filled_book(tmp_path / "a.xlsx"), data, FORMS, replace=False, write=True)
    other = filled_book(tmp_path / "b.xlsx", lambda sheet: sheet.__setitem__("C7", 9))
    with pytest.raises(InputError) as error:
        take(other, data, FORMS, replace=False, write=True)
    assert [(item.code, item.line) for item in error.value.diagnostics] == [("form-twice", 7)]
    assert [row.number("lop") for row in load_filled(data, FORMS)[0]] == [3, 2]
    take(other, data, FORMS, replace=True, write=True)
    assert [row.number("lop") for row in load_filled(data, FORMS)[0]] == [3, 9]


def test_nothing_is_written_in_a_dry_run(tmp_path: Path) -> None:
    take(filled_book(tmp_path / "a.xlsx"), tmp_path / "data", FORMS, replace=False, write=False)
    assert not (tmp_path / "data").exists()


def test_blanks_are_the_same_bytes_each_time_and_hold_every_column() -> None:
    for form in FORMS:
        assert blank_workbook(form) == blank_workbook(form)
        assert blank_csv(form) == blank_csv(form)
        sheet = openpyxl.load_workbook(io.BytesIO(blank_workbook(form))).active
        assert [cell.value for cell in sheet[6]] == ["Đơn vị", *(column.head for column in form.columns)]


def test_the_forms_of_the_office_are_read() -> None:
    assert [form.id for form in load_forms(DATA)] == ["phu-luc-1", "phu-luc-2", "phu-luc-3"]


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ("[{id: a, head: A}, {id: a, head: B}]", "form-column"),
        ("[{id: a, head: A, sum_of: [b]}]", "form-column"),
        ("[{id: a, head: A, at_most: b}]", "form-column"),
        ("[]", "schema-value"),
    ],
)
def test_a_form_that_cannot_be_used_is_told(tmp_path: Path, columns: str, code: str) -> None:
    (tmp_path / "forms").mkdir()
    (tmp_path / "forms" / "a.yaml").write_text(f"- {{id: a, title: A, columns: {columns}}}\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_forms(tmp_path)
    assert error.value.diagnostics[0].code.startswith(code)


def test_two_forms_of_one_id_in_two_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    for name in ("a", "b"):
        (tmp_path / "forms" / f"{name}.yaml").write_text("- {id: a, title: A, columns: [{id: a, head: A}]}\n", encoding="utf-8")
    with pytest.raises(InputError) as error:
        load_forms(tmp_path)
    assert [item.code for item in error.value.diagnostics] == ["form-id-twice"]


def test_a_table_in_an_old_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes("Biểu:,bieu-lop".encode("cp1258", "replace") + b"\xff\xfe\x81")
    with pytest.raises(InputError) as error:
        open_form(tmp_path / "a.csv")
    assert [item.code for item in error.value.diagnostics] == ["sheet-encoding"]


def test_what_is_no_form_among_the_figures_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    take(filled_book(tmp_path / "a.xlsx"), tmp_path, FORMS, replace=False, write=True)
    (tmp_path / "figures" / "ghi-chu.txt").write_text("nhớ hỏi lại", encoding="utf-8")
    rows, faults = load_filled(tmp_path, FORMS)
    assert (len(rows), [item.code for item in faults]) == (2, ["form-stray"])
