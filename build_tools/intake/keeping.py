"""A document is kept: its folder under ``data/documents``, with the original and the ``metadata.yaml`` that goes with it."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from build_tools.guards import MASK
from build_tools.intake.candidate import FIELDS, Candidate
from build_tools.intake.known import AWAITING
from build_tools.messages import refusal, say
from build_tools.messages.system import reason
from build_tools.model.metadata import Metadata
from build_tools.naming import issuers_by_id
from build_tools.read import printable, right_ending
from build_tools.register.documents import ATTACHMENTS, SIGNED
from build_tools.register.edit import dump_metadata, edit_metadata


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
        elif value.doubt and key not in metadata.unknown:
            if value.text and not value.told:
                unsure.append(key)
            remarks.append(f"# {_entry(key, value.text)}  # {value.doubt}\n")
    if metadata.awaiting_number:
        values["awaiting_number"] = True
    elif metadata.numberless:
        values["number"] = None
    values["unsure"] = unsure
    values["unknown"] = [key for key in FIELDS if key in metadata.unknown]
    for key in ("term", "kind", "themes", "publish_original", "redact", "added_on"):
        values[key] = getattr(metadata, key)
    if metadata.override:
        values["override"] = {"mark": metadata.override.mark, "reason": metadata.override.reason}
    values["confirmed"] = [{"read": entry.read, "value": entry.value} for entry in metadata.confirmed]
    head = f"# {say('commands.add.unsure')}\n" if remarks else ""
    return dump_metadata(values) + head + "".join(remarks)


def kept_metadata(old: Path, candidate: Candidate, metadata: Metadata) -> str:
    """The ``metadata.yaml`` of a document whose file is replaced: what an editor wrote stays; what this call states takes its place."""
    values: dict[str, Any] = {"original": printable(Path(candidate.path.name))}
    values |= {key: getattr(metadata, key) for key in (*FIELDS, "term", "kind", "themes", "publish_original", "redact", "unknown")}
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

    ``replaced``: the folder's document gives way, the files that go with it stay; with ``keep`` its ``metadata.yaml`` stays but for what
    this call states.
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
        if replaced and (folder / ATTACHMENTS).is_dir():
            shutil.copytree(folder / ATTACHMENTS, aside / ATTACHMENTS)
        for signed in folder.glob(f"{SIGNED}.*") if replaced else ():
            shutil.copyfile(signed, aside / signed.name)
        if replaced and folder.exists():
            put_in_place(aside, folder)
        elif folder.exists():
            raise refusal("add-exists.folder", str(candidate.path), name=name)
        else:
            aside.rename(folder)
    except OSError as error:
        raise refusal("add-write", str(candidate.path), folder=documents, reason=reason(error)) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return folder


def put_in_place(aside: Path, folder: Path) -> None:
    """Let the folder ``aside`` take the place of the one that is there. Raises ``OSError``; what was there is then there again."""
    old = folder.with_name(f".{folder.name[:100]}.{os.getpid()}.old")
    folder.rename(old)
    try:
        aside.rename(folder)
    except OSError:
        old.rename(folder)  # another program holds what was just written
        raise
    shutil.rmtree(old, ignore_errors=True)  # the document is in its place, whoever still has the old one open


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
