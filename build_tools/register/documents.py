"""Which documents there are: ``data/documents/<id>/`` and further folders of full texts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from build_tools.messages import finding, refusal
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.metadata import Attachment, Metadata, SourceFile
from build_tools.model.register import Source
from build_tools.register.load import load_sources
from build_tools.register.metadata import load_metadata

METADATA = "metadata.yaml"
ATTACHMENTS = "attachments"
"""The folder beside a document's text for files that go with it: appendices, tables, pictures."""
SIGNED = "signed"
"""The name, without its ending, of the signed copy beside a document's text."""


@dataclass(frozen=True, slots=True)
class Documents:
    """The documents found, sorted by path, and what was odd about the folders."""

    files: tuple[SourceFile, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def load_documents(data: Path, extra: Sequence[Path], endings: Collection[str]) -> Documents:
    """Find the documents of ``data/documents`` and of the ``extra`` folders (or files) of full texts.

    ``endings`` are the file endings that can be read (``.txt`` …). Raises ``InputError`` naming every fault: no ``data``, a folder without
    a source or with two, a wrong ``metadata.yaml``. No document at all is none: a site begins so. Extra folders are searched in depth; a
    file ``x.txt`` in them may have an ``x.metadata.yaml`` beside it; files of other kinds are left out with a note.
    """
    faults: list[Diagnostic] = []
    notes: list[Diagnostic] = []
    files: list[SourceFile] = []
    sources = load_sources(data / "register")
    folder = data / "documents"
    if folder.is_dir():
        for inner in sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")):
            try:
                files.append(_document(inner, sources, endings))
            except InputError as error:
                faults.extend(error.diagnostics)
        for stray in sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(".")):
            notes.append(finding("documents-stray", str(stray), folder=folder, ending=stray.suffix))
    elif not data.is_dir():
        faults.append(finding("documents-folder.data", str(data)))
    for path in extra:
        files.extend(_extra(path, sources, endings, faults, notes))
    if faults:
        raise InputError(*faults)
    if not files:
        notes.append(finding("documents-none", str(folder)))
    return Documents(tuple(files), tuple(notes))


def _document(folder: Path, sources: Mapping[str, Source], endings: Collection[str]) -> SourceFile:
    found = sorted(path for path in folder.iterdir() if path.is_file() and path.stem == "source")
    readable = [path for path in found if path.suffix.lower() in endings]
    if not readable:
        case, odd = ("documents-source.kind", found[0].suffix) if found else ("documents-source.missing", "")
        raise refusal(case, str(folder), ending=odd, endings=" ".join(sorted(endings)))
    if len(readable) > 1:
        names = ", ".join(path.name for path in readable)
        raise refusal("documents-source.many", str(folder), names=names)
    for path in sorted(folder.glob("metadata.*")):
        if path.name != METADATA:
            raise refusal("documents-metadata", str(path))
    stated = folder / METADATA
    metadata = load_metadata(stated, sources) if stated.exists() else Metadata()
    return SourceFile(folder.name, str(readable[0]), metadata, attached=(*_signed(folder), *_attached(folder / ATTACHMENTS, metadata)))


def _signed(folder: Path) -> tuple[Attachment, ...]:
    """The signed copy of a document that was there before it had its number."""
    return tuple(Attachment(str(path), signed=True) for path in sorted(folder.glob(f"{SIGNED}.*")) if _shown(path))


def _attached(folder: Path, metadata: Metadata) -> tuple[Attachment, ...]:
    """The files that go with a document: first those that its metadata names, in its order, then the others by their names."""
    there = {path.name: path for path in sorted(folder.iterdir(), key=_counted) if _shown(path)} if folder.is_dir() else {}
    titles = dict(metadata.attachments)
    if lost := [name for name in titles if name not in there]:
        line = metadata.line("attachments")
        raise InputError(*(finding("attachment-missing", metadata.path, line, name=name, folder=ATTACHMENTS) for name in lost))
    names = (*titles, *(name for name in there if name not in titles))
    return tuple(Attachment(str(there[name]), titles.get(name, "")) for name in names)


def _shown(path: Path) -> bool:
    return path.is_file() and not path.name.startswith((".", "~$"))


def _counted(path: Path) -> tuple[tuple[int, str], ...]:
    """The key by which "phụ lục 2" stands before "phụ lục 10"."""
    return tuple((int(part), "") if part.isdigit() else (0, part.casefold()) for part in re.split(r"(\d+)", path.name))


def _extra(
    path: Path, sources: Mapping[str, Source], endings: Collection[str], faults: list[Diagnostic], notes: list[Diagnostic]
) -> Iterable[SourceFile]:
    if not path.exists():
        faults.append(finding("documents-folder.extra", str(path)))
        return
    every = [path] if path.is_file() else sorted(item for item in path.rglob("*") if item.is_file())
    shown = [item for item in every if not any(part.startswith(".") for part in item.relative_to(path).parts)]
    shown = [item for item in shown if not item.name.endswith(METADATA)]
    readable = [item for item in shown if item.suffix.lower() in endings]
    left = len(shown) - len(readable)
    if not readable:
        faults.append(finding("documents-empty", str(path), endings=" ".join(sorted(endings))))
        return
    if left:
        notes.append(finding("documents-other", str(path), count=left))
    for item in readable:
        stated = item.with_name(f"{item.stem}.{METADATA}")
        try:
            metadata = load_metadata(stated, sources) if stated.exists() else Metadata()
        except InputError as error:
            faults.extend(error.diagnostics)
            continue
        yield SourceFile(item.stem, str(item), metadata, "extra")
