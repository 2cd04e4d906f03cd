"""Works as a table: read with the line and column of every fault, and written for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from build_tools.identity import number_key
from build_tools.lexicon.keys import fold, same_words
from build_tools.lexicon.relations import relations
from build_tools.messages import finding, nearest, say
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.register import Confidence, Register, Work
from build_tools.naming import find_issuer, issuers_by_id, target_work, type_named
from build_tools.tables.sheet import Sheet, open_sheet
from build_tools.vietnamese.dates import parse_date, real_date

COLUMNS = ("number", "type", "issuer", "term", "date", "subject", "relation", "target", "source", "url", "as_of", "confidence", "note")
NEEDED = ("number", "type", "subject", "source", "as_of")
KNOWN: Mapping[str, Collection[str]] = MappingProxyType(
    {"relation": tuple(row.id for row in relations()), "confidence": get_args(Confidence)}
)
"""Columns of which each cell is one of a few words."""


def open_table(path: Path) -> Sheet:
    """A table (a workbook, or CSV). Raises ``InputError`` for one that is broken or empty, and ``OSError``."""
    sheet = open_sheet(path)
    if sheet is None or not sheet.rows:
        raise InputError(finding("register-sheet.column-missing", str(path), 1, columns=_listed(map(head, NEEDED))))
    return sheet


def rows_in(sheet: Sheet, register: Register) -> list[dict[str, Any]]:
    """The rows of a table, as ``works.yaml`` has them. Raises ``InputError`` with every fault.

    A column is called as ``COLUMNS`` has it or as ``head`` calls it.
    """
    keys = _keys(sheet)
    rows: list[dict[str, Any]] = []
    faults: list[Diagnostic] = []
    lines: list[int] = []
    for cells, line in zip(sheet.rows[1:], sheet.lines[1:], strict=True):
        if not any(cells):
            continue
        row = row_of(dict(zip(keys, cells, strict=False)), register)
        if any(cells[len(keys) :]):
            faults.append(finding("register-sheet.width", sheet.path, line, len(keys) + 1))
        elif isinstance(row, dict):
            rows.append(row)
            lines.append(line)
        else:
            faults += [_at(sheet, line, keys, *wrong) for wrong in sorted(row, key=lambda item: _column(keys, item[0]))]
    faults += [_at(sheet, lines[at], keys, "target", case, value) for at, case, value in targets_unknown(rows, register)]
    if faults:
        raise InputError(*sorted(faults, key=lambda fault: fault.line))
    return rows


def head(key: str) -> str:
    """The head of a column, for people."""
    return say(f"data.columns.{key}")


def _same(one: str, other: str) -> bool:
    """True for words that are the same, also without diacritics."""
    return same_words(fold(one), fold(other))


def _keys(sheet: Sheet) -> list[str]:
    """The key of each column. Raises ``InputError`` for a head that names none, that stands twice, and for what is needed and not there."""
    named = list(sheet.rows[0])
    while named and not named[-1]:
        named.pop()
    keys = [next((key for key in COLUMNS if name == key or _same(name, head(key))), "") for name in named]
    unknown = [at for at, key in enumerate(keys) if not key]
    faults = []
    if unknown:
        near = nearest(named[unknown[0]], (*COLUMNS, *map(head, COLUMNS))) if len(unknown) == 1 else ""
        strange, known = _listed(named[at] for at in unknown), near or ", ".join(f"“{head(key)}”" for key in COLUMNS)
        faults.append(finding("register-sheet.column", sheet.path, 1, unknown[0] + 1, columns=strange, known=known))
    twice = next((at for at, key in enumerate(keys) if key and key in keys[:at]), None)
    if twice is not None:
        faults.append(finding("register-sheet.column-twice", sheet.path, 1, twice + 1, column=head(keys[twice])))
    if missing := [key for key in NEEDED if key not in keys]:
        faults.append(finding("register-sheet.column-missing", sheet.path, 1, columns=_listed(map(head, missing))))
    if faults:
        raise InputError(*faults)
    return keys


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


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


def _column(keys: Sequence[str], key: str) -> int:
    """The column of a key, from 1; 0 where the table has none."""
    return keys.index(key) + 1 if key in keys else 0


def _at(sheet: Sheet, line: int, keys: Sequence[str], key: str, case: str, value: str) -> Diagnostic:
    at = _column(keys, key)
    return fault(case, sheet.rows[0][at - 1] if at else head(key), value, sheet.path, line, at)


def fault(case: str, key: str, value: str, path: str = "", line: int = 0, column: int = 0) -> Diagnostic:
    """What ``row_of`` found wrong, of the column or flag ``key``."""
    return finding(case, path, line, column, key=key, value=value, known=", ".join(row.chip for row in relations()))


def issuers_in(sheet: Sheet) -> set[str]:
    """The bodies that a table names. Raises ``InputError`` for heads that cannot be."""
    at = _column(_keys(sheet), "issuer") - 1
    return {cells[at] for cells in sheet.rows[1:] if at < len(cells)} - {""} if at >= 0 else set()


def _days(cell: str) -> list[str]:
    """The days of a cell, ISO; sources that differ give several. What is no day stays as it is."""
    return [parse_date(part) or part for part in cell.split(say("data.or"))] if cell else []


def _relation(cell: str) -> str:
    """The key of a relation that is called by its key or by its name."""
    return next((row.id for row in relations() if _same(cell, row.chip) or _same(cell, row.title)), cell)


def row_of(stated: Mapping[str, str], register: Register) -> dict[str, Any] | list[tuple[str, str, str]]:
    """A row of ``works.yaml`` out of the cells of a line; or what is wrong: column, finding, value."""
    days = {key: _days(stated.get(key, "")) for key in ("date", "as_of")}
    cells = dict.fromkeys(COLUMNS, "") | dict(stated) | {"relation": _relation(stated.get("relation", ""))}
    wrong = [(key, "register-sheet.empty", "") for key in NEEDED if not cells[key]]
    kind = type_named(cells["type"], register)
    if cells["type"] and kind is None:
        wrong.append(("type", "register-sheet.type", cells["type"]))
    issuer = cells["issuer"]
    found = issuers_by_id(register).get(issuer) or (known.issuer if (known := find_issuer(issuer, register)) else None) if issuer else None
    if issuer and (found is None or found.id not in issuers_by_id(register)):
        wrong.append(("issuer", "register-sheet.issuer", issuer))
    wrong += [(key, "register-sheet.date", cells[key]) for key, told in days.items() if not all(map(real_date, told))]
    if len(days["as_of"]) > 1:
        wrong.append(("as_of", "register-sheet.date", cells["as_of"]))
    wrong += [(key, f"register-sheet.{key}", cells[key]) for key, known in KNOWN.items() if cells[key] and cells[key] not in known]
    if bool(cells["relation"]) != bool(cells["target"]):
        wrong.append(("target" if cells["relation"] else "relation", "register-sheet.empty", ""))
    if wrong or kind is None:
        return wrong
    source = {"name": cells["source"], "url": cells["url"], "confidence": cells["confidence"] or "C", "as_of": days["as_of"][0]}
    source = {key: value for key, value in source.items() if value}
    row: dict[str, Any] = {"number": cells["number"], "type": kind.id, "issuer": found.id if found else "", "term": cells["term"]}
    row["subject"] = cells["subject"]
    row["dates"] = [{"date": day, "sources": [source]} for day in days["date"]]
    row["relations"] = [{"predicate": cells["relation"], "target": cells["target"], "sources": [source]}] if cells["relation"] else []
    row |= {"sources": [source], "note": cells["note"]}
    return {key: value for key, value in row.items() if value}


def write_sheet(works: Iterable[Work], register: Register) -> Iterator[list[str]]:
    """Works as rows of a table under their heads, a row for each relation, at least one for each work; ``rows_in`` takes it back."""
    names = {kind.id: kind.name for kind in register.types}
    chips = {row.id: row.chip for row in relations()}
    yield [head(key) for key in COLUMNS]
    for work in works:
        source = work.sources[0]
        line = {
            "number": work.number or "", "type": names.get(work.type, work.type), "issuer": work.issuer or "", "term": work.term or "",
            "date": say("data.or").join(claim.date for claim in work.dates), "subject": work.subject, "source": source.name,
            "url": source.url or "", "as_of": source.as_of or "", "confidence": source.confidence, "note": work.note or "",
        }  # fmt: skip
        for relation in work.relations or (None,):
            told = {"relation": chips[relation.predicate], "target": relation.target} if relation else {}
            yield [(line | told).get(key, "") for key in COLUMNS]


def as_csv(rows: Iterable[Sequence[str]]) -> str:
    """A table of text, its cells parted by commas."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue()
