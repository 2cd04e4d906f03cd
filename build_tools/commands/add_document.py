"""One file on its way into ``data/documents``: what it says, which document it is, whether it is there already, how it is stored."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from build_tools.graph.identify import Identified, identify_all
from build_tools.graph.reading import ReadSource, read_source
from build_tools.guards import MASK
from build_tools.identity import Identity, parse_number
from build_tools.messages import refusal, say
from build_tools.model.citation import Ambiguous, Reference, Resolved
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.document import Document
from build_tools.model.metadata import Metadata, SourceFile
from build_tools.model.register import Register
from build_tools.naming import issuers_by_id
from build_tools.read import printable, right_ending
from build_tools.register.edit import dump_metadata, edit_metadata
from build_tools.resolve import link

FIELDS = ("type", "number", "issued_on", "place", "issuer", "subject", "signer", "signer_title")
"""Keys of ``metadata.yaml`` that are shown, asked for and written."""

HINTS = ("document-number", "document-date", "guard-secrecy", "document-none")
"""Codes whose remedy at the command line is another than in ``metadata.yaml``."""

AWAITING = "cho-so--"
"""Begins the folder's name of a document that has not got its number."""

NEEDED = ("number", "type", "issuer")
"""Without these a document has no identity; they are asked for."""


@dataclass(frozen=True, slots=True)
class Value:
    """A detected value; ``doubt`` says why it is uncertain ("" when it is not)."""

    text: str | None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that was read and identified, not yet stored."""

    path: Path
    digest: str
    item: Identified
    register: Register
    values: tuple[tuple[str, Value], ...]
    references: tuple[Reference, ...]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything worth saying about the file, worst first."""
        order = {"error": 0, "warning": 1, "info": 2}
        found = (*self.item.read.diagnostics, *self.item.diagnostics)
        return tuple(sorted(dict.fromkeys(found), key=lambda item: order[item.severity]))

    @property
    def links(self) -> tuple[int, int, int]:
        """Citations found, linked, and neither linked nor ambiguous."""
        linked = sum(isinstance(reference.resolution, Resolved) for reference in self.references)
        ambiguous = sum(isinstance(reference.resolution, Ambiguous) for reference in self.references)
        return len(self.references), linked, len(self.references) - linked - ambiguous


@dataclass(slots=True)
class Known:
    """What is in ``data/documents``: content digests and work ids → folder names."""

    digests: dict[str, str] = field(default_factory=dict)
    works: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)


def known_documents(sources: tuple[SourceFile, ...], register: Register) -> Known:
    """Look through the documents that are there; a folder named by its identity need not be read."""
    known = Known()
    for source in sources:
        known.digests[digest_of(Path(source.path))] = source.id
        known.kinds[source.id] = source.metadata.kind or "full"
        try:
            known.works[Identity.parse(source.id).format()] = source.id
        except ValueError:
            for item in identify_all([read_source(source, register)], register)[0]:
                known.works[item.work.id] = source.id
    return known


def digest_of(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def consider(path: Path, read: ReadSource, register: Register) -> Candidate:
    """Identify a file that was read with what the editor states. Raises ``InputError`` naming what is missing."""
    assert read.document is not None
    found, wider, faults = identify_all([read], register)
    if faults:
        raise InputError(*(_with_own_hint(fault) for fault in faults))
    (item,) = found
    references = link(read.document, read.cited, item.work, (*register.works, item.work), wider)
    values = tuple((key, value) for key, value in _values(item, read.source.metadata, register, wider))
    return Candidate(path, digest_of(path), item, wider, values, references)


def field_name(key: str) -> str:
    """The name for people of a key of ``metadata.yaml``."""
    return say(f"commands.fields.{key}")


def _with_own_hint(fault: Diagnostic) -> Diagnostic:
    return replace(fault, hint=say(f"commands.hints.{fault.code}")) if fault.code in HINTS else fault


def seen(read: ReadSource) -> tuple[tuple[str, Value], ...]:
    """Each field as it was read or stated, of a document that could not be identified."""
    assert read.document is not None
    header = read.document.header
    texts = {
        "type": header.type, "number": header.number, "issued_on": header.date, "place": header.place,
        "issuer": header.issuer or header.issuing_body, "subject": header.subject,
        "signer": header.signature.signer, "signer_title": header.signature.title,
    }  # fmt: skip
    values = {key: getattr(read.source.metadata, key) or texts[key] for key in FIELDS}
    return tuple((key, Value(value, "" if value else say("commands.doubts.absent"))) for key, value in values.items())


def missing(read: ReadSource, metadata: Metadata) -> tuple[str, ...]:
    """The needed fields that neither the text nor the editor states."""
    assert read.document is not None
    header = read.document.header
    told = {
        "number": metadata.number or metadata.numberless or metadata.awaiting_number or header.number,
        "type": metadata.type or header.type or header.number,
    }
    told["issuer"] = metadata.issuer or header.issuer or header.issuing_body or header.number
    return tuple(key for key in NEEDED if not told[key])


def _values(item: Identified, metadata: Metadata, register: Register, wider: Register) -> list[tuple[str, Value]]:
    """Each field as it will stand, and why it is uncertain."""
    document, work = item.document, item.work
    header = document.header
    names = {issuer.id: issuer.name for issuer in wider.issuers}
    types = {kind.id: kind.name for kind in wider.types}
    texts: dict[str, str | None] = {
        "type": types.get(work.type, work.type), "number": work.number, "issued_on": header.date, "place": header.place,
        "issuer": names.get(work.issuer or "", header.issuer), "subject": header.subject,
        "signer": header.signature.signer, "signer_title": header.signature.title,
    }  # fmt: skip
    told = {key for key in FIELDS if getattr(metadata, key, None)}
    return [(key, Value(texts[key], "" if key in told else _doubt(key, texts[key], item, document, register))) for key in FIELDS]


def _doubt(key: str, text: str | None, item: Identified, document: Document, register: Register) -> str:
    header = document.header
    if text is None and key == "number" and header.symbol:
        return say("commands.doubts.awaiting", symbol=header.symbol)
    if text is None:
        return "" if key in ("place", "signer_title") else say("commands.doubts.absent")
    if document.clean.method == "ocr" and key in ("number", "issued_on", "subject", "signer"):
        return say("commands.doubts.recognised")
    if key == "number" and parse_number(text) is None:
        return say("commands.doubts.odd-number")
    if key == "issued_on" and len(text) < 10:
        return say("commands.doubts.short-date")
    if key == "type":
        if not header.type:
            return say("commands.doubts.from-code")
        return "" if item.work.type in {kind.id for kind in register.types} else say("commands.doubts.new-type")
    if key == "issuer":
        if item.work.issuer is None:
            return say("commands.doubts.no-issuer")
        if item.work.issuer not in issuers_by_id(register):
            return say("commands.doubts.new-issuer")
        return item.notes[0].rstrip(".") if item.notes else ""
    return ""


def metadata_text(candidate: Candidate, metadata: Metadata) -> str:
    """The new ``metadata.yaml``: what the editor stated and what was read with certainty; the rest as remarks to look at.

    A value that is masked is left out: it will be read, and masked, again.
    """
    values: dict[str, Any] = {"original": printable(Path(candidate.path.name))}
    remarks: list[str] = []
    unsure: list[str] = []
    issuers = issuers_by_id(candidate.register)
    for key, value in candidate.values:
        if key == "issuer":
            text = metadata.issuer or (candidate.item.work.issuer if candidate.item.work.issuer in issuers and not value.doubt else None)
        else:
            text = getattr(metadata, key) or (None if value.doubt else value.text)
        if text and (MASK not in text or getattr(metadata, key)):
            values[key] = text
        elif value.doubt:
            if value.text and not (key == "issuer" and candidate.item.work.issuer):  # a body that is new to the register is no doubt
                unsure.append(key)
            remarks.append(f"# {_entry(key, value.text)}  # {value.doubt}\n")
    if metadata.awaiting_number:
        values["awaiting_number"] = True
    elif metadata.numberless:
        values["number"] = None
    values["unsure"] = unsure
    for key in ("term", "kind", "themes", "publish_original", "redact"):
        values[key] = getattr(metadata, key)
    if metadata.override:
        values["override"] = {"mark": metadata.override.mark, "reason": metadata.override.reason}
    values["confirmed"] = [{"read": entry.read, "value": entry.value} for entry in metadata.confirmed]
    head = f"# {say('commands.add.unsure')}\n" if remarks else ""
    return dump_metadata(values) + head + "".join(remarks)


def kept_metadata(old: Path, candidate: Candidate, metadata: Metadata) -> str:
    """The ``metadata.yaml`` of a document whose file is replaced: what an editor wrote stays; what this call states takes its place."""
    values: dict[str, Any] = {"original": printable(Path(candidate.path.name))}
    values |= {key: getattr(metadata, key) for key in (*FIELDS, "term", "kind", "themes", "publish_original", "redact")}
    if metadata.override:
        values["override"] = {"mark": metadata.override.mark, "reason": metadata.override.reason}
    stated = {key: value for key, value in values.items() if value}
    if metadata.numberless:
        stated["number"] = None
    return edit_metadata(old.read_bytes().decode("utf-8"), stated, old)


def _entry(key: str, text: str | None) -> str:
    """The line that holds once its ``#`` is taken away: quoted where YAML needs it."""
    return dump_metadata({key: " ".join(text.split())[:200]}).splitlines()[-1] if text else f"{key}: …"


def store(candidate: Candidate, metadata: Metadata, documents: Path, name: str, replaced: bool = False, keep: bool = True) -> Path:
    """Copy the original and write its metadata into a new folder, whole or not at all. Raises ``InputError`` when it is there.

    ``replaced``: the folder's document gives way; with ``keep`` its ``metadata.yaml`` stays but for what this call states.
    """
    folder = documents / name
    aside = documents / f".{name[:100]}.{os.getpid()}"
    documents.mkdir(parents=True, exist_ok=True)
    try:
        aside.mkdir()
        shutil.copyfile(candidate.path, aside / f"source.{ending_of(candidate)}")
        stated_before = folder / "metadata.yaml"
        if replaced and keep and stated_before.is_file():
            text = kept_metadata(stated_before, candidate, metadata)
        else:
            text = metadata_text(candidate, metadata)
        (aside / "metadata.yaml").write_bytes(text.encode("utf-8"))
        if replaced and folder.exists():
            old = documents / f".{name[:100]}.{os.getpid()}.old"
            folder.rename(old)
            aside.rename(folder)
            shutil.rmtree(old)
        elif folder.exists():
            raise refusal("add-exists.folder", str(candidate.path), name=name)
        else:
            aside.rename(folder)
    except OSError as error:
        raise refusal("add-write", str(candidate.path), folder=documents, reason=error.strerror) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return folder


def ending_of(candidate: Candidate) -> str:
    """The ending that fits what the file is: its own, where that is right."""
    return right_ending(candidate.item.document.clean.format, candidate.path.suffix.lower().lstrip("."))


def folder_name(candidate: Candidate, known: Mapping[str, str], kinds: Mapping[str, str], metadata: Metadata) -> str:
    """The folder of a new document: its identity; a full text beside a digest of the same document gets a name of its own."""
    name = AWAITING * metadata.awaiting_number + candidate.item.work.id.lstrip("_")
    if len(name) > 150:
        name = f"{name[:140]}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    other = known.get(candidate.item.work.id)
    if other == name and kinds.get(other) == "digest" and metadata.kind != "digest":
        return f"{name}--toan-van"
    return name
