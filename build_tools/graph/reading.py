"""One source file to a read document: every stage up to the statements, with what its metadata states in place of what was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from build_tools.citations import find_citations, find_own_places
from build_tools.graph.attached import with_attached
from build_tools.graph.checked import checked, in_place_of
from build_tools.guards import guard, guard_unread
from build_tools.identity import number_key
from build_tools.layout import layout_note
from build_tools.lexicon.keys import exact_key
from build_tools.messages import finding, say
from build_tools.model.citation import OwnPlace
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.document import Clean, Document
from build_tools.model.header import Header, HeaderField, Stated
from build_tools.model.held import held
from build_tools.model.metadata import Metadata, SourceFile
from build_tools.model.register import Register
from build_tools.model.statement import Statements
from build_tools.naming import Found, OwnIssuer, document_issuer, issuers_by_id, name_key, type_named
from build_tools.normalise import normalise
from build_tools.normalise.confirmed import correct
from build_tools.passages import Passages
from build_tools.read import read_file
from build_tools.resolve import Cited, relate
from build_tools.statements import read_statements
from build_tools.structure import sections, structure

LINED: tuple[HeaderField, ...] = ("type", "date", "issuer")
"""Values of a header whose faults are told with their line, once all documents are read."""


UNKNOWN: Mapping[str, tuple[HeaderField, ...]] = MappingProxyType({
    "type": ("type",), "number": ("number", "symbol"), "issued_on": ("date",), "place": ("place",),
    "issuer": ("issuer", "issuing_body", "parent"), "subject": ("subject",), "signer": ("signer",), "signer_title": ("signer_title",),
})  # fmt: skip
"""By a key of ``metadata.yaml``, what the header no longer states where an editor says that nobody knows it."""


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A document read as far as it can be without the others. ``document`` is None when it could not be read: see ``diagnostics``.

    Where personal data is masked, ``source`` is too, its path and metadata included.
    """

    source: SourceFile
    document: Document | None
    cited: tuple[Cited, ...] = ()
    """Its citations with the relations that it states."""
    statements: Statements = field(default_factory=Statements)
    diagnostics: tuple[Diagnostic, ...] = ()
    lines: tuple[tuple[HeaderField, int], ...] = ()
    """The lines of the source in which the header states ``LINED``, from 1."""
    own: OwnIssuer | None = None
    """The body that issued it, as the names of the register tell."""
    own_places: tuple[OwnPlace, ...] = ()
    """Where the text names places of its own."""
    layout: tuple[str, ...] = ()
    """What its page says of its layout, where the text is the full one."""
    key: str = ""
    """Of all from which this follows; empty where nobody asked."""


def read_clean(path: Path) -> Clean:
    """The clean text of a file. Raises ``InputError`` when it cannot be read."""
    return normalise(read_file(path))


def read_source(source: SourceFile, register: Register) -> ReadSource:
    """Read one file, without its source, which is asked for no more.

    A fault that stops the reading is in ``diagnostics`` with severity "error", never an exception.
    """
    try:
        clean = read_clean(Path(source.path))
    except InputError as error:
        shown, faults = guard_unread(source, error.diagnostics)
        return ReadSource(shown, None, diagnostics=faults)
    clean, told = with_attached(clean, source)
    read = understand(source, clean, register, told)
    assert read.document is not None
    document = replace(read.document, clean=read.document.clean.without_source())
    return replace(read, document=held(document), layout=layout_note(document))


def understand(source: SourceFile, clean: Clean, register: Register, told: tuple[Diagnostic, ...] = ()) -> ReadSource:
    """The stages from the clean text on: what a person corrected is put right, marks of secrecy and personal data are looked for, before
    anything is derived from it. ``told``: what there is to say already."""
    clean = replace(clean, diagnostics=(*clean.diagnostics, *told))
    guarded = guard(source, correct(clean, source.metadata))
    source, metadata = guarded.source, guarded.source.metadata
    document = checked(named(structure(guarded.clean, register), metadata), metadata)
    header, contradictions = stated(document.header, metadata, register)
    document = replace(document, header=header)
    passages = Passages.of(document)
    citations = find_citations(passages, register)
    statements = read_statements(passages, citations, register)
    found = tuple(
        item if item.path else replace(item, path=source.path)
        for item in (*document.clean.diagnostics, *document.diagnostics, *guarded.diagnostics)
    )
    cited = relate(passages, citations)
    every = (*found, *contradictions, *_impossible(passages, source.path))
    lines, issuer = tuple(_lines(document)), own_issuer(metadata, document, register)
    return ReadSource(
        source=source,
        document=document,
        cited=cited,
        statements=statements,
        diagnostics=every,
        lines=lines,
        own=issuer,
        own_places=find_own_places(passages, citations),
    )


def own_issuer(metadata: Metadata, document: Document, register: Register) -> OwnIssuer | None:
    """The body that an editor states, else the one that the text names."""
    if "issuer" in metadata.unknown and not metadata.issuer:
        return None
    told = issuers_by_id(register).get(metadata.issuer or "")
    return OwnIssuer(Found(told)) if told else document_issuer(document.header, document.clean.text, register)


def _lines(document: Document) -> Iterator[tuple[HeaderField, int]]:
    for name in LINED:
        span = document.header.line(name)
        if span is not None:
            yield name, document.clean.line_of(span)


def _impossible(passages: Passages, path: str) -> Iterator[Diagnostic]:
    """A finding for each day in the text that no calendar has; the day of issue is told where the document is identified."""
    document = passages.document
    own = document.header.line("date")
    for span in passages.moments.impossible:
        if own is None or not own.overlaps(span):
            yield finding("date-impossible", path, document.clean.line_of(span), date=span.of(passages.text))


def named(document: Document, metadata: Metadata) -> Document:
    """A text without a heading of its own is a document all the same when an editor states its type or number."""
    if document.is_document or not (metadata.type or metadata.number):
        return document
    left = tuple(item for item in document.diagnostics if item.code != "not-a-document")
    return replace(document, is_document=True, sections=tuple(sections(document.root)), diagnostics=left)


def stated(header: Header, metadata: Metadata, register: Register) -> tuple[Header, tuple[Diagnostic, ...]]:
    """The header with what the metadata states, without what it says to be unknown; a warning for each value that the text states
    otherwise."""
    header = header.without(*(field for key in metadata.unknown for field in UNKNOWN[key]))
    kind = type_named(metadata.type, register) if metadata.type else None
    issuers = {issuer.id: issuer.name for issuer in register.issuers}
    told: dict[HeaderField, str | None] = {
        "type": kind.name if kind else metadata.type, "number": metadata.number, "date": metadata.issued_on, "place": metadata.place,
        "issuer": issuers.get(metadata.issuer or "", metadata.issuer), "parent": metadata.parent, "subject": metadata.subject,
        "term": metadata.term, "signer": metadata.signer, "signer_title": metadata.signer_title,
    }  # fmt: skip
    found, values = [], []
    for key, words in told.items():
        if not words:
            continue
        before = header.stated(key)
        if before and not _agree(key, before.words.value, words):
            found.append(_contradiction(metadata, key, before.words.value, words))
        values.append(Stated(key, in_place_of(before, words), "metadata"))
    if metadata.numberless and header.number:
        found.append(_contradiction(metadata, "number", header.number, say("data.no-number")))
    return (header.without("number") if metadata.numberless else header).put(*values), tuple(found)


def _agree(key: str, read: str, told: str) -> bool:
    if key == "number":
        return number_key(read) == number_key(told)
    if key == "date":
        return read.startswith(told) or told.startswith(read)
    if key in ("issuer", "parent"):
        one, other = name_key(read), name_key(told)
        return one in other or other in one  # "Thành ủy" against "Thành ủy Cần Thơ": stated more fully, not otherwise
    if key in ("subject", "signer_title"):
        return True  # editors shorten subjects and offices; that is no contradiction
    return exact_key(read) == exact_key(told)


def _contradiction(metadata: Metadata, key: str, read: str, told: str) -> Diagnostic:
    line = metadata.line("issued_on" if key == "date" else key)
    return finding("metadata-contradiction", metadata.path, line, field=say(f"data.fields.{key}"), told=told, read=read)
