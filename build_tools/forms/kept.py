"""Filled forms as the content folder keeps them: one table of text for a unit and a period, in the layout of the blank."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from build_tools.forms.filled import form_in, open_form, read_filled
from build_tools.forms.layout import rows_above
from build_tools.messages import finding
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.form import Filled, Form
from build_tools.naming.names import slug

FOLDER = "figures"


def kept_path(data: Path, filled: Filled) -> Path:
    """Where the row of a unit and a period is kept."""
    return data / FOLDER / filled.form / filled.period / f"{slug(filled.unit)}.csv"


def keep(data: Path, form: Form, filled: Filled) -> Path:
    """Write the row into its file."""
    path = kept_path(data, filled)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(as_text(form, filled))
    return path


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a filled form that came in: the files of its rows, how many of them were there already as they are, warnings."""

    files: tuple[Path, ...]
    same: int
    told: tuple[Diagnostic, ...]


def is_form(path: Path) -> bool:
    """Whether a file says that it is a form, known or not."""
    try:
        return open_form(path) is not None
    except InputError:
        return False


def take(path: Path, data: Path, forms: tuple[Form, ...], *, replace: bool, write: bool) -> Taken | None:
    """Keep what a filled form tells; None for any other file.

    Raises ``InputError`` with every fault of the form, and where another number is kept for a unit and period, unless it may ``replace``
    that: then nothing of the form is kept.
    """
    sheet = open_form(path)
    if sheet is None:
        return None
    form = form_in(sheet, forms)
    rows, told = read_filled(sheet, form, forms)
    faults = [item for item in told if item.severity == "error"]
    places = [kept_path(data, row) for row in rows]
    there = {at for at, place in enumerate(places) if place.is_file()}
    same = {at for at in there if places[at].read_bytes() == as_text(form, rows[at])}
    if not replace:
        faults += [
            finding("form-twice", row.path, row.row, unit=row.unit, period=row.period, first=places[at])
            for at, row in enumerate(rows)
            if at in there - same
        ]
    if faults:
        raise InputError(*faults)
    for at, row in enumerate(rows):
        if write and at not in same:
            keep(data, form, row)
    return Taken(tuple(places), len(same), told)


def as_text(form: Form, filled: Filled) -> bytes:
    """The blank with this one row."""
    numbers, words = dict(filled.numbers), dict(filled.words)
    cells = [_shown(numbers[column.id]) if column.id in numbers else words.get(column.id, "") for column in form.columns]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows(rows_above(form, filled.period))
    writer.writerow([filled.unit, *cells])
    return out.getvalue().encode()


def _shown(value: Decimal) -> str:
    return f"{value.normalize():f}".replace(".", ",")


def load_filled(data: Path, forms: tuple[Form, ...]) -> tuple[tuple[Filled, ...], tuple[Diagnostic, ...]]:
    """All rows that the folder keeps, by form, period and unit; and every fault of its files. What two files state of one unit and period
    is taken from the first."""
    rows: dict[tuple[str, str, str], Filled] = {}
    faults: list[Diagnostic] = []
    for path in _files(data):
        try:
            sheet = open_form(path)
        except InputError as error:
            faults.extend(error.diagnostics)
            continue
        if sheet is None:
            faults.append(finding("form-stray", str(path)))
            continue
        filled, found = read_filled(sheet, form_in(sheet, forms), forms)
        faults.extend(found)
        if any(item.severity == "error" for item in found):
            continue
        for row in filled:
            first = rows.setdefault((row.form, row.period, slug(row.unit)), row)
            if first is not row:
                faults.append(finding("form-twice", row.path, row.row, unit=row.unit, period=row.period, first=first.path))
    return tuple(rows[key] for key in sorted(rows)), tuple(faults)


def _files(data: Path) -> Iterable[Path]:
    return sorted(path for path in (data / FOLDER).rglob("*") if path.is_file() and not path.name.startswith("."))
