"""What a file is taken for, with what a person states of it: each value with its doubt and its places. No question is asked here."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from build_tools.graph.reading import ReadSource, understand
from build_tools.identity import Identity, canonical_number
from build_tools.intake.candidate import HEADED, Candidate, Value, consider, missing, seen
from build_tools.intake.day import today
from build_tools.intake.keeping import ending_of, folder_name, store
from build_tools.intake.known import PICTURED, Known, Printed, digest_of, known_documents
from build_tools.messages import refusal
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.document import Clean, Document
from build_tools.model.metadata import Confirmed, Metadata, SourceFile
from build_tools.model.register import Register
from build_tools.model.settings import Content
from build_tools.model.span import Span
from build_tools.read import READABLE
from build_tools.register.documents import load_documents
from build_tools.register.load import load_register
from build_tools.vietnamese.dates import parse_date


@dataclass(frozen=True, slots=True)
class Office:
    """Where documents go: the content folder, its register, and what it holds already (which grows with every document kept)."""

    content: Content
    register: Register
    known: Known


def office_of(content: Content) -> Office:
    """Look through a content folder. Raises ``InputError`` for faults in what is there."""
    register = load_register(content.register)
    return Office(content, register, known_documents(load_documents(content.data, (), READABLE).files, register))


@dataclass(frozen=True, slots=True)
class Proposal:
    """``candidate`` is None while the file cannot be identified: ``faults`` say what is amiss, ``lacking`` which needed keys are
    nowhere stated. ``metadata`` holds what was stated, and that a number is awaited where its place is left blank or could not be read.
    """

    path: Path
    shown: str
    digest: str
    clean: Clean
    metadata: Metadata
    read: ReadSource
    candidate: Candidate | None
    likely: Candidate | None
    """The same, or what it would be without a number."""
    values: tuple[tuple[str, Value], ...]
    lacking: tuple[str, ...]
    faults: tuple[Diagnostic, ...]

    @property
    def document(self) -> Document:
        """As it reads with what was stated."""
        assert self.read.document is not None
        return self.read.document

    @property
    def recognised(self) -> bool:
        """True when its characters come from pictures."""
        return self.clean.method == "ocr"

    @property
    def refused(self) -> tuple[Diagnostic, ...]:
        """Why it cannot be kept as it stands; empty when it can."""
        return self.faults or tuple(item for item in self.diagnostics if item.severity == "error")

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything worth saying about the file, worst first."""
        return self.candidate.diagnostics if self.candidate else self.read.diagnostics

    def asks(self, key: str, value: Value) -> bool:
        """True when a person should look at this value: it is uncertain and nobody has stated it."""
        if not value.doubt or value.told or getattr(self.metadata, key) or key in self.metadata.unknown:
            return False
        return key != "number" or not (self.metadata.numberless or self.metadata.awaiting_number)

    def places(self) -> dict[str, tuple[Span, ...]]:
        """By key, where the text says it."""
        found = {}
        for key, fields in HEADED.items():
            value = next((stated for field in fields if (stated := self.document.header.stated(field))), None)
            if value is not None and value.words.spans:
                found[key] = value.words.spans
        return found


def propose(path: Path, shown: str, clean: Clean, metadata: Metadata, office: Office) -> Proposal:
    """Say what a file is, given what is stated of it.

    A number whose place is left blank, or that recognition could not read, is awaited, unless something is stated of it.
    """
    read = _understood(path, metadata, clean, office.register)
    assert read.document is not None
    lacking = missing(read, metadata)
    if "number" in lacking and (left_blank(read) or unread(read, lacking)):
        metadata = replace(metadata, awaiting_number=True)
        read = _understood(path, metadata, clean, office.register)
    candidate: Candidate | None = None
    likely: Candidate | None = None
    faults: tuple[Diagnostic, ...] = ()
    try:
        likely = candidate = consider(path, read, office.register)
    except InputError as error:
        named_wrongly = (note for note in read.diagnostics if note.code == "read-ending")  # it may be why nothing was found in it
        faults = (*named_wrongly, *error.diagnostics)
        if "number" in lacking:  # all but the number can be told, as of a document without one
            unnumbered = _understood(path, replace(metadata, numberless=True), clean, office.register)
            with suppress(InputError):
                likely = consider(path, unnumbered, office.register)
    values = likely.values if likely else seen(read, office.register)
    return Proposal(
        path=path,
        shown=shown,
        digest=digest_of(path),
        clean=clean,
        metadata=metadata,
        read=read,
        candidate=candidate,
        likely=likely,
        values=values,
        lacking=lacking,
        faults=faults,
    )


def left_blank(read: ReadSource) -> bool:
    """True when the number's place is there and holds no number. Recognition may only have failed to read it."""
    assert read.document is not None
    return bool(read.document.header.symbol) and read.document.clean.method != "ocr"


def unread(read: ReadSource, lacking: tuple[str, ...]) -> bool:
    """True for a document on recognised pages of which only the number was not read: most are written by hand."""
    assert read.document is not None
    return lacking == ("number",) and read.document.is_document and read.document.clean.method == "ocr"


def _understood(path: Path, metadata: Metadata, clean: Clean, register: Register) -> ReadSource:
    """The file with what is stated of it; one that awaits its number is looked at like one that bears none, to be told from others."""
    stated = replace(metadata, numberless=True, awaiting_number=False) if metadata.awaiting_number else metadata
    return understand(SourceFile("add", str(path), stated), clean, register)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says of one value: that it is right as shown, what it is, that there is none (a number), or that what was read is wrong
    and nobody knows better. No answer is no answer: it never confirms anything."""

    said: Literal["right", "is", "none", "unknown"]
    words: str = ""


def with_answer(proposal: Proposal, metadata: Metadata, key: str, answer: Answer) -> Metadata:
    """``metadata`` with an answer to the value of ``proposal``; for recognised pages also what was read there.

    Raises ``InputError`` for a date that no calendar has, and for "right" where there is nothing to be right.
    """
    if answer.said == "none":
        return replace(metadata, numberless=True, number=None, awaiting_number=False) if key == "number" else metadata
    if answer.said == "unknown":  # of a number not that there is none: it is awaited
        gone: dict[str, Any] = {key: None} | ({"numberless": False, "awaiting_number": True} if key == "number" else {})
        return replace(metadata, unknown=tuple(dict.fromkeys((*metadata.unknown, key))), **gone)
    read = dict(proposal.values)[key].text
    words = (read or "") if answer.said == "right" else " ".join(answer.words.split())
    if not words:
        raise refusal("add-answer.empty", proposal.shown)
    if key == "issued_on":
        day = parse_date(words) or (parse_date(f"1/{words}") or "")[: len("2024-03")]  # as it is shown: "03/2024"
        if not day:
            raise refusal("add-answer.date", proposal.shown, date=words)
        words = day
    if key == "number":
        words = canonical_number(_whole_number(words, proposal))
    stated: dict[str, Any] = {key: words}
    if key == "number":
        stated |= {"numberless": False, "awaiting_number": False}
    metadata = replace(metadata, **stated)
    if proposal.recognised and read:
        metadata = replace(metadata, confirmed=(*metadata.confirmed, Confirmed(read, words)))
    return metadata


def _whole_number(words: str, proposal: Proposal) -> str:
    """A serial alone, where the document prints the rest: "16" beside "/KH-UBND"."""
    symbol = proposal.document.header.symbol or ""
    return words + symbol if words.isdigit() and symbol[:1] in ("/", "-") else words


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of a document; ``replaced``: one that is there gives way, its ``metadata.yaml`` stays with ``same_kind``."""

    name: str
    replaced: bool = False
    same_kind: bool = True


def place_of(proposal: Proposal, office: Office, *, replaced: bool = False) -> Place:
    """Where the document goes. Raises ``InputError`` with the reason why it cannot be kept: a fault, or that it is there already."""
    candidate, metadata, known = proposal.candidate, proposal.metadata, office.known
    if proposal.refused or candidate is None:
        raise InputError(*proposal.refused)
    other = known.works.get(candidate.item.work.id)
    if other and not replaced and not (known.kinds.get(other) == "digest" and metadata.kind != "digest"):
        raise refusal("add-exists.document", proposal.shown, name=other)
    if not other and (near := _undated(candidate.item.work.id, known, metadata.kind or "full")):
        raise refusal("add-undated", proposal.shown, name=near)
    name = other if other and replaced else folder_name(candidate, known.works, known.kinds, metadata)
    return Place(name, bool(other and replaced), known.kinds.get(name) == (metadata.kind or "full"))


def _undated(work: str, known: Known, kind: str) -> str:
    """The folder of a document that this one is but for a day which only one of them states in full; "" where there is none.

    The day may become known later, and two folders that turn out to be one document would stop the site.
    """
    own = Identity.parse(work)
    for there, folder in known.works.items():
        with suppress(ValueError):
            other = Identity.parse(there)
            days = sorted((own.date or "", other.date or ""))
            alike = replace(other, date=None) == replace(own, date=None) and days[1].startswith(days[0])
            if own.number and alike and known.kinds.get(folder) == kind:
                return folder
    return ""


def keep(proposal: Proposal, office: Office, place: Place, *, write: bool = True) -> Path:
    """Write the folder, with the day on which that is done (or only remember it, without ``write``). Raises ``InputError``."""
    candidate, metadata = proposal.candidate, replace(proposal.metadata, added_on=today())
    assert candidate is not None
    folder = office.content.documents / place.name
    if write:
        store(candidate, metadata, office.content.documents, place.name, replaced=place.replaced, keep=place.same_kind)
    if metadata.awaiting_number:
        named = replace(metadata, original=proposal.path.name)
        office.known.drafts[place.name] = SourceFile(place.name, str(folder / f"source.{ending_of(candidate)}"), named)
    values = {key: value.text for key, value in proposal.values}
    kind, subject, plain = values["type"], values["subject"], not metadata.publish_original and metadata.kind != "digest"
    office.known.printed.pop(place.name, None)
    if plain and proposal.clean.format in PICTURED and values["number"] and kind and subject:
        office.known.printed[place.name] = Printed(folder / f"source.{ending_of(candidate)}", kind, subject)
        office.known.read[place.name] = proposal
    office.known.digests[proposal.digest] = place.name
    office.known.works[candidate.item.work.id] = place.name
    office.known.kinds[place.name] = metadata.kind or "full"
    return folder
