"""``register``: record what is known of a document, with its source; take over a table; accept what the texts themselves state."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from build_tools.commands.build import add_sources, kept
from build_tools.commands.building import gather
from build_tools.commands.console import program
from build_tools.commands.folder import configure as configure_folder
from build_tools.commands.folder import content_of
from build_tools.lexicon.keys import same_words
from build_tools.lexicon.relations import relations
from build_tools.messages import refusal, say
from build_tools.messages.system import reason
from build_tools.model.diagnostic import InputError
from build_tools.model.register import Register, Work
from build_tools.model.settings import Content
from build_tools.model.site import Edge, Site
from build_tools.naming import extend, find_issuer
from build_tools.register.ledger import differing, text_of, write_works
from build_tools.register.load import load_register
from build_tools.register.schema import write_schemas
from build_tools.register.sheet import COLUMNS, as_csv, fault, issuers_in, open_table, row_of, rows_in, targets_unknown, write_sheet
from build_tools.tables.sheet import WORKBOOKS, as_workbook

PROPOSED = ("replaces", "repeals", "amends", "continues")
"""What a text's own clause is proposed as: what decides whether another document still holds."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the actions with their arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar=say("commands.register.action"))
    add = actions.add_parser("add", help=say("commands.register.help.add"))
    configure_folder(add)
    for name in COLUMNS:
        flag = {"relation": "--relation", "as_of": "--as-of"}.get(name, f"--{name}")
        add.add_argument(flag, default="", help=say(f"commands.register.column.{name}"))
    for row in relations():
        if row.id in PROPOSED:
            add.add_argument(f"--{row.id}", default="", metavar=say("commands.value.number"), help=row.title)
    take = actions.add_parser("import", help=say("commands.register.help.import"))
    configure_folder(take)
    take.add_argument("file", type=Path, metavar=say("commands.value.file"))
    give = actions.add_parser("export", help=say("commands.register.help.export"))
    configure_folder(give)
    give.add_argument("--out", type=Path, metavar=say("commands.value.file"))
    give.add_argument("--all", action="store_true", help=say("commands.register.help.all"))
    told = actions.add_parser("proposed", help=say("commands.register.help.proposed"))
    add_sources(told)
    told.add_argument("--accept", nargs="+", default=[], metavar=say("commands.value.code"), help=say("commands.register.help.accept"))
    told.add_argument("--as-of", default="", help=say("commands.register.column.as_of"))


def run(args: argparse.Namespace) -> int:
    """Do what was asked; 1 for what cannot be recorded, nothing then being written."""
    return {"add": _add, "import": _import, "export": _export, "proposed": _proposed}[args.action](args)


def _add(args: argparse.Namespace) -> int:
    content = content_of(args)
    register = load_register(content.register)
    cells = {name: str(getattr(args, name)).strip() for name in COLUMNS}
    if sys.stdin.isatty():
        for name in ("number", "type", "subject", "source", "as_of"):
            cells[name] = cells[name] or input(f"  {say(f'commands.register.column.{name}')}: ").strip()
    stated = [(name, getattr(args, name)) for name in PROPOSED if getattr(args, name)]
    if cells["relation"]:
        stated.append((cells["relation"], cells["target"]))
    wider = _with_bodies([cells["issuer"]], content, register)
    row = row_of(cells, wider)
    if isinstance(row, list):
        raise InputError(*(fault(case, _flag(key), value) for key, case, value in row))
    if stated:
        row["relations"] = [{"predicate": name, "target": target, "sources": row["sources"]} for name, target in stated]
    _agreed([row], content)
    if unknown := targets_unknown([row], register):
        flags = {target: "--target" if name == cells["relation"] else _flag(name) for name, target in stated}
        raise InputError(*(fault(case, flags[target], target) for _, case, target in unknown))
    return _written([row], _issuers([row], wider, register), content)


def _flag(key: str) -> str:
    return "--" + key.replace("_", "-")


def _in_order(row: Mapping[str, Any]) -> dict[str, Any]:
    order = ("number", "type", "issuer", "term", "subject", "dates", "names", "relations", "themes", "sources", "note")
    return {key: row[key] for key in order if key in row}


def _import(args: argparse.Namespace) -> int:
    content = content_of(args)
    register = load_register(content.register)
    try:
        sheet = open_table(args.file)
    except OSError as error:
        raise refusal("yaml-open", str(args.file), reason=reason(error)) from error
    wider = _with_bodies(issuers_in(sheet), content, register)
    rows = rows_in(sheet, wider)
    return _written(rows, _issuers(rows, wider, register), content)


def _agreed(rows: Sequence[Mapping[str, Any]], content: Content) -> None:
    """Raises ``InputError`` where rows contradict what the unit's own register has."""
    if faults := differing(text_of(content.register), rows, content.register / "works.yaml"):
        raise InputError(*faults)


def _written(rows: Sequence[Mapping[str, Any]], issuers: Sequence[Mapping[str, Any]], content: Content) -> int:
    """Write what somebody states; raises ``InputError`` where it contradicts what the unit's own register has."""
    _agreed(rows, content)
    path = content.register / "works.yaml"
    told = write_works(content.register, [_in_order(row) for row in rows], issuers)
    write_schemas(content.data)
    if told:
        print(say("commands.register.written", count=told, file=path, program=program()))
    if told < len(rows):
        print(say("commands.register.there", count=len(rows) - told, file=path))
    return 0


def _export(args: argparse.Namespace) -> int:
    content = content_of(args)
    register = load_register(content.register)
    national = {work.id: work for work in load_register(content.register / "-").works}
    works = [work for work in register.works if args.all or national.get(work.id) != work]
    rows = write_sheet(works, register)
    if args.out is None:
        sys.stdout.write(as_csv(rows))
        return 0
    if args.out.suffix.lower() in WORKBOOKS:
        args.out.write_bytes(as_workbook(rows))
    else:
        args.out.write_bytes(b"\xef\xbb\xbf" + as_csv(rows).encode("utf-8"))  # a spreadsheet knows UTF-8 by this mark
    print(say("commands.register.exported", count=len(works), file=args.out))
    return 0


def _proposed(args: argparse.Namespace) -> int:
    content = content_of(args)
    args.quiet = True
    site, _ = gather(args, content, kept(args, content), strict=False)
    works = {work.id: work for work in site.works}
    open_ones = {code_of(edge): edge for edge in proposals(site)}
    if not args.accept:
        for code, edge in open_ones.items():
            line = say(f"commands.register.proposal.{edge.predicate}", one=_name(works[edge.source]), other=_name(works[edge.target]))
            print(f"{code}  {line}\n        “{edge.sentence}”")
        print(say("commands.register.proposals", count=len(open_ones), program=program()))
        return 0
    if not args.as_of:
        raise refusal("register-sheet.empty", key="--as-of", value="")
    lost = [code for code in args.accept if code not in open_ones]
    if lost:
        raise refusal("register-proposal", code=lost[0])
    accepted = [open_ones[code] for code in args.accept]
    there = load_register(content.register)
    missing = {edge.target: works[edge.target] for edge in accepted if edge.target not in {work.id for work in there.works}}
    told = [_row(work, args.as_of) for work in missing.values()]
    told += [_row(works[edge.source], args.as_of, edge) for edge in accepted]
    write_works(content.register, told, _issuers(told, site.register, there))
    write_schemas(content.data)
    print(say("commands.register.written", count=len(accepted), file=content.register / "works.yaml", program=program()))
    return 0


def proposals(site: Site) -> Iterator[Edge]:
    """What the texts of the site state and the register does not: a relation that ends or changes another document, with its sentence."""
    known = {(work.id, item.predicate, item.target) for work in site.works for item in work.relations}
    seen: set[tuple[str, str, str]] = set()
    for _, edges in site.outgoing:
        for edge in edges:
            key = (edge.source, edge.predicate, edge.target)
            if edge.predicate in PROPOSED and edge.document == edge.source and edge.sentence and not {key} & (known | seen):
                seen.add(key)
                yield edge


def code_of(edge: Edge) -> str:
    """A short name of a proposal that stays the same from run to run."""
    return hashlib.sha256(f"{edge.source} {edge.predicate} {edge.target}".encode()).hexdigest()[:6]


def _name(work: Work) -> str:
    return work.number or work.subject


def _row(work: Work, as_of: str, edge: Edge | None = None) -> dict[str, Any]:
    """The row of a document of the site, which is its own source; with what it does to another document, named by its address."""
    source = {"name": say("data.itself", name=_name(work)), "confidence": "A", "as_of": as_of}
    row: dict[str, Any] = {"number": work.number, "type": work.type, "issuer": work.issuer, "term": work.term, "subject": work.subject}
    row["dates"] = [{"date": claim.date, "sources": [source]} for claim in work.dates]
    if edge is not None:
        scope = edge.scope.kind if edge.scope and edge.scope.kind != "whole" else None
        relation = {"predicate": edge.predicate, "target": edge.target, "date": edge.date, "scope": scope}
        row["relations"] = [{key: value for key, value in relation.items() if value} | {"sources": [source]}]
    row["sources"] = [source]
    return {key: value for key, value in row.items() if value}


def _with_bodies(names: Iterable[str], content: Content, register: Register) -> Register:
    """``register`` with the bodies that these names tell by their kind and a place that is known ("Tỉnh ủy" + a province); the office
    whose site this is needs no place."""
    own = content.settings.issuer
    found = [one for name in (*names, own) if name and (one := find_issuer(name, register))]
    places = {place.id for place in register.places}
    return extend(register, tuple(one for one in found if one.issuer.place in places or same_words(one.issuer.name, own)))


def _issuers(works: Iterable[Mapping[str, Any]], wider: Register, there: Register) -> list[dict[str, Any]]:
    """Rows for the bodies of ``works`` that were told by the kind of their name alone: as a row of its own each keeps the address it has.

    What tells of the work tells of its body.
    """
    known, found = {issuer.id for issuer in there.issuers}, {issuer.id: issuer for issuer in wider.issuers}
    rows: dict[str, dict[str, Any]] = {}
    todo = [(row["issuer"], row["sources"][:1]) for row in works if "issuer" in row]
    while todo:
        one, sources = todo.pop()
        issuer = found[one]
        if issuer.id in known or issuer.id in rows:
            continue
        place = issuer.place if issuer.place in {item.id for item in there.places} else ""
        row = {"id": issuer.id, "name": issuer.name, "system": issuer.system, "aliases": list(issuer.aliases), "codes": list(issuer.codes)}
        rows[issuer.id] = row | {"parent": issuer.parent or "", "place": place, "sources": sources}
        todo += [(issuer.parent, sources)] if issuer.parent else []
    return list(rows.values())
