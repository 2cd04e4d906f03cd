"""Works as a table: CSV read with the line and column of every fault, and written for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from build_tools.identity import number_key
from build_tools.lexicon.relations import relations
from build_tools.messages import finding, nearest, refusal, say
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.register import Confidence, Register, Work
from build_tools.naming import find_issuer, issuers_by_id, target_work, type_named
from build_tools.vietnamese.dates import real_date

COLUMNS = ("number", "type", "issuer", "term", "date", "subject", "relation", "target", "source", "url", "as_of", "confidence", "note")
NEEDED = ("number", "type", "subject", "source", "as_of")
KNOWN: Mapping[str, Collection[str]] = MappingProxyType(
    {"relation": tuple(row.id for row in relations()), "confidence": get_args(Confidence)}
)
"""Columns of which each cell is one of a few words."""


def read_sheet(path: Path, register: Register) -> list[dict[str, Any]]:
    """The rows of a CSV file, as ``works.yaml`` has them. Raises ``InputError``: every fault, or one line for a file of another kind."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise refusal("register-sheet.encoding", str(path), data.count(b"\n", 0, error.start) + 1) from error
    head = text.partition("\n")[0]
    for mark, case in ((";", "semicolons"), ("\t", "tabs")):
        if head.count(mark) > head.count(","):
            raise refusal(f"register-sheet.{case}", str(path), 1)
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        names = [name.strip() for name in reader.fieldnames or ()]
        reader.fieldnames = names
        faults = [_unknown(path, at, name) for at, name in enumerate(names, 1) if name not in COLUMNS]
        faults += [finding("register-sheet.column-missing", str(path), 1, column=name) for name in NEEDED if name not in names]
        if faults:
            raise InputError(*faults)
        rows: list[dict[str, Any]] = []
        lines: list[int] = []
        for cells in reader:
            row = row_of({key: (value or "").strip() for key, value in cells.items() if isinstance(key, str)}, register)
            if None in cells:
                faults.append(finding("register-sheet.width", str(path), reader.line_num, column=len(names) + 1))
            elif isinstance(row, dict):
                rows.append(row)
                lines.append(reader.line_num)
            else:
                faults += [_at(path, reader.line_num, names, *wrong) for wrong in sorted(row, key=lambda item: _column(names, item[0]))]
    except csv.Error as error:
        raise refusal("register-sheet.broken", str(path), reader.line_num + 1, problem=error) from error
    faults += [_at(path, lines[at], names, "target", case, value) for at, case, value in targets_unknown(rows, register)]
    if faults:
        raise InputError(*sorted(faults, key=lambda fault: fault.line))
    return rows


def targets_unknown(rows: Sequence[Mapping[str, Any]], register: Register) -> list[tuple[int, str, str]]:
    """The relations of rows of ``works.yaml`` that lead to no document, or to one of several, of the register and of the rows: the place
    of the row, finding, target."""
    told = {number_key(row["number"]) for row in rows if row.get("number")}
    found = []
    for at, row in enumerate(rows):
        for target in (relation["target"] for relation in row.get("relations", ())):
            fits = target_work(target, register.works)
            if len(fits) > 1 or (not fits and number_key(target) not in told):
                found.append((at, "register-sheet.several" if fits else "register-sheet.target", target))
    return found


def _column(names: Sequence[str], key: str) -> int:
    """The column of a key, from 1; 0 where the table has none."""
    return names.index(key) + 1 if key in names else 0


def _at(path: Path, line: int, names: Sequence[str], key: str, case: str, value: str) -> Diagnostic:
    return finding(case, str(path), line, _column(names, key), key=key, value=value)


def issuers_in(path: Path) -> set[str]:
    """The bodies that a CSV file names, as far as it can be read: its faults ``read_sheet`` tells."""
    lines = path.read_bytes().decode("utf-8-sig", "replace").splitlines(keepends=True)
    try:
        return {(cells.get("issuer") or "").strip() for cells in csv.DictReader(lines, skipinitialspace=True)} - {""}
    except csv.Error:
        return set()


def _unknown(path: Path, at: int, name: str) -> Diagnostic:
    near = nearest(name, COLUMNS) or ", ".join(COLUMNS)
    return finding("register-sheet.column", str(path), 1, at, column=name, known=near)


def row_of(cells: dict[str, str], register: Register) -> dict[str, Any] | list[tuple[str, str, str]]:
    """A row of ``works.yaml`` out of the cells of a line; or what is wrong: column, finding, value."""
    wrong = [(key, "register-sheet.empty", "") for key in NEEDED if not cells.get(key)]
    kind = type_named(cells.get("type", ""), register)
    if cells.get("type") and kind is None:
        wrong.append(("type", "register-sheet.type", cells["type"]))
    issuer = cells.get("issuer", "")
    found = issuers_by_id(register).get(issuer) or (known.issuer if (known := find_issuer(issuer, register)) else None) if issuer else None
    if issuer and (found is None or found.id not in issuers_by_id(register)):
        wrong.append(("issuer", "register-sheet.issuer", issuer))
    wrong += [(key, "register-sheet.date", cells[key]) for key in ("date", "as_of") if cells.get(key) and not real_date(cells[key])]
    wrong += [(key, f"register-sheet.{key}", cells[key]) for key, known in KNOWN.items() if cells.get(key) and cells[key] not in known]
    if bool(cells.get("relation")) != bool(cells.get("target")):
        wrong.append(("relation" if not cells.get("relation") else "target", "register-sheet.empty", ""))
    if wrong or kind is None:
        return wrong
    source = {"name": cells["source"], "url": cells.get("url"), "confidence": cells.get("confidence") or "C", "as_of": cells["as_of"]}
    source = {key: value for key, value in source.items() if value}
    row: dict[str, Any] = {"number": cells["number"], "type": kind.id, "issuer": found.id if found else "", "term": cells.get("term", "")}
    row["subject"] = cells["subject"]
    row["dates"] = [{"date": cells["date"], "sources": [source]}] if cells.get("date") else []
    row["relations"] = [{"predicate": cells["relation"], "target": cells["target"], "sources": [source]}] if cells.get("relation") else []
    row |= {"sources": [source], "note": cells.get("note", "")}
    return {key: value for key, value in row.items() if value}


def write_sheet(works: Iterable[Work], register: Register) -> str:
    """Works as CSV, a line for each relation, at least one for each work; it is read back by ``read_sheet``."""
    names = {kind.id: kind.name for kind in register.types}
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for work in works:
        source = work.sources[0]
        line = {
            "number": work.number or "", "type": names.get(work.type, work.type), "issuer": work.issuer or "", "term": work.term or "",
            "date": say("data.or").join(claim.date for claim in work.dates), "subject": work.subject, "source": source.name,
            "url": source.url or "", "as_of": source.as_of or "", "confidence": source.confidence, "note": work.note or "",
        }  # fmt: skip
        for relation in work.relations or (None,):
            told = {"relation": relation.predicate, "target": relation.target} if relation else {}
            writer.writerow(line | told)
    return out.getvalue()
