"""What is in ``data/documents`` already, so that no document is kept twice."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from build_tools.graph.identify import identify_all
from build_tools.graph.reading import read_source
from build_tools.identity import Identity
from build_tools.messages import refusal
from build_tools.messages.system import reason
from build_tools.model.metadata import SourceFile
from build_tools.model.register import Register
from build_tools.read import ENDED_AS_PICTURES
from build_tools.register.documents import ATTACHMENTS

AWAITING = "cho-so--"
"""Begins the folder's name of a document that has not got its number; its address follows."""
SHORTENED = 149
"""Letters of a folder's name from which an address may have been cut."""


PICTURED = ("pdf", "image")
"""Formats that say how a document looks when it is printed."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A document of which only the printed copy is kept, by what tells it from others without being read."""

    path: Path
    type: str
    subject: str


@dataclass(slots=True)
class Known:
    """What is in ``data/documents``: content digests and work ids → folder names."""

    digests: dict[str, str] = field(default_factory=dict)
    works: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    drafts: dict[str, SourceFile] = field(default_factory=dict)
    """By folder, what awaits its number."""
    printed: dict[str, Printed] = field(default_factory=dict)
    """By folder, the numbered documents whose text may still come (see ``intake.printed``)."""
    read: dict[str, Any] = field(default_factory=dict)
    """By folder, what was read of those two since."""


def known_documents(sources: tuple[SourceFile, ...], register: Register) -> Known:
    """Look through the documents that are there; a folder named by its identity need not be read."""
    known = Known()
    for source in sources:
        known.digests[digest_of(Path(source.path))] = source.id
        for beside in source.attached:
            name = Path(beside.path).name
            known.digests[digest_of(Path(beside.path))] = f"{source.id}/{name if beside.signed else f'{ATTACHMENTS}/{name}'}"
        if source.metadata.awaiting_number and source.metadata.number is None:
            known.drafts[source.id] = source
        known.kinds[source.id] = source.metadata.kind or "full"
        if printed := _printed(source):
            known.printed[source.id] = printed
        try:
            known.works[_address(source.id)] = source.id
        except ValueError:
            for item in identify_all([read_source(_numberless(source), register)], register)[0]:
                known.works[item.work.id] = source.id
    return known


def _printed(source: SourceFile) -> Printed | None:
    """What a printed copy is told by, where it stands alone. One whose file is published as it is stays what was published."""
    metadata, path = source.metadata, Path(source.path)
    alone = not any(item.signed for item in source.attached) and metadata.kind != "digest" and not metadata.publish_original
    ending = path.suffix.lower()
    if alone and metadata.number and metadata.type and metadata.subject and (ending == ".pdf" or ending in ENDED_AS_PICTURES):
        return Printed(path, metadata.type, metadata.subject)
    return None


def _address(folder: str) -> str:
    """The address that a folder's name tells, so that it need not be read (scans take long). Raises ``ValueError`` for another name."""
    if not folder.startswith(AWAITING):
        return Identity.parse(folder).format()
    if len(folder) >= SHORTENED:
        raise ValueError(folder)
    return Identity.parse(f"_{folder.removeprefix(AWAITING)}").format()


def _numberless(source: SourceFile) -> SourceFile:
    """One that awaits its number is told from others like one that bears none; what goes with it tells nothing of what it is."""
    metadata = source.metadata
    if metadata.awaiting_number and metadata.number is None:
        metadata = replace(metadata, awaiting_number=False, numberless=True)
    return replace(source, metadata=metadata, attached=())


def digest_of(path: Path) -> str:
    """SHA-256 of a file's bytes. Raises ``InputError`` for one that the system does not let be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise refusal("read-open.refused", str(path), reason=reason(error)) from error
