"""``data/register/*.yaml`` and the national register to a ``Register``, with every fault named by file and line."""

from __future__ import annotations

from pathlib import Path

from build_tools.lexicon.types import document_types, type_faults, types_of
from build_tools.messages import finding, nearest
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.memo import KEPT
from build_tools.model.register import DocumentType, Register, Source
from build_tools.register.build import Builder
from build_tools.register.layers import NATIONAL, layered, national_file
from build_tools.register.rows import Rows, plain_source
from build_tools.register.schema import check
from build_tools.register.tables import TABLES, SourceRow
from build_tools.tables import load_rows
from build_tools.tables.yaml_text import YamlFile, read_yaml

FILES = ("sources", "terms", "places", "districts", "issuers", "bodies", "themes", "works", "glossary", "redirects")
OWN_TYPES = "types.yaml"
"""May be there: types of document that only this register needs (see ``build_tools.lexicon.types``)."""


def load_register(folder: Path, national: Path | None = NATIONAL) -> Register:
    """The national register with that of a unit (``data/register``) above it; a folder or a file that is not there states nothing.

    ``national`` None: the unit's alone. Raises ``InputError`` with all faults found: file, line, what is wrong, what to try.

    Then holds: ids are unique, every reference leads somewhere, every date exists, every fact has a source. The same files give the very
    same register, wherever they lie: what a process worked out for one register (``model.memo``) serves the next command too.
    """
    written = _contents(folder), _contents(national)
    for known, register in _KEPT:
        if known == written:
            return register
    register = _read(folder, national)
    if not register.told:  # remarks name the files as they lie here
        _KEPT.insert(0, (written, register))
        del _KEPT[KEPT:]
    return register


_KEPT: list[tuple[object, Register]] = []


def _contents(folder: Path | None) -> object:
    """The files of a register by name, None where there is to be none; what equals nothing where one cannot be read."""
    if folder is None:
        return None
    try:
        return tuple((path.name, path.read_bytes()) for path in sorted(folder.glob("*.y*ml")) if path.is_file())
    except OSError:
        return object()


def _read(folder: Path, national: Path | None) -> Register:
    own: dict[str, YamlFile] = {}
    faults: list[Diagnostic] = []
    own_types: tuple[DocumentType, ...] = ()
    if (folder / OWN_TYPES).exists():
        try:
            own_types = _own_types(folder / OWN_TYPES)
        except InputError as error:
            faults.extend(error.diagnostics)
    for name in FILES:
        path = folder / f"{name}.yaml"
        if not path.exists():
            continue
        try:
            file = read_yaml(path)
        except InputError as error:
            faults.extend(error.diagnostics)
            continue
        if file.value is None:
            file = YamlFile(path, {} if name == "redirects" else [], file.lines)
        faults.extend(check(file, name))
        own[name] = file
    for path in sorted(folder.glob("*.yml")) + sorted(
        item for item in folder.glob("*.yaml") if item.stem not in FILES and item.name != OWN_TYPES
    ):
        near = nearest(path.stem, FILES)
        case = "register-file.near" if near else "register-file.known"
        faults.append(finding(case, str(path), near=near, known=", ".join(FILES)))
    if faults:
        raise InputError(*faults)
    files = {name: layered(name, own.get(name), _below(national, name), folder / f"{name}.yaml") for name in FILES if name in TABLES}
    builder = Builder(files, types_of(own_types).rows)
    builder.redirects = own.get("redirects", YamlFile(folder / "redirects.yaml", {}, {}))
    builder.layer_works(own.get("works"), _below(national, "works"), folder / "works.yaml")
    return builder.build()


def _below(national: Path | None, name: str) -> YamlFile | None:
    return national_file(national, name) if national else None


def _own_types(path: Path) -> tuple[DocumentType, ...]:
    """The types that this register adds to the lexicon's: a row under an id of the lexicon adds words, codes and systems to that type."""
    rows = load_rows(path, DocumentType)
    if faults := type_faults(rows, document_types()):
        raise InputError(*faults)
    return rows.rows


def load_sources(folder: Path, national: Path | None = NATIONAL) -> dict[str, Source]:
    """The sources of the register in ``folder`` and of the national one, under their ids. Raises ``InputError``."""
    path, own = folder / "sources.yaml", None
    if path.exists():
        file = read_yaml(path)
        own = YamlFile(path, file.value or [], file.lines)
        if faults := check(own, "sources"):
            raise InputError(*faults)
    rows = Rows({"sources": layered("sources", own, _below(national, "sources"), path)})
    return {row.id: plain_source(row) for row in rows.table("sources", SourceRow)}
