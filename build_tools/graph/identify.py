"""Read documents to works: which document each is, and whether the register knows it already."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Any

from build_tools.graph.reading import ReadSource
from build_tools.identity import canonical_number, number_key, parse_number
from build_tools.lexicon.keys import exact_key
from build_tools.lexicon.types import types_of
from build_tools.messages import finding, nearest, say
from build_tools.model.diagnostic import Diagnostic, Severity
from build_tools.model.document import Document
from build_tools.model.header import HeaderField
from build_tools.model.metadata import Metadata
from build_tools.model.register import DateClaim, DocumentType, Register, Source, Work
from build_tools.naming import (
    OwnIssuer,
    extend,
    family,
    find_issuer,
    identify,
    issuers_by_id,
    slug,
    type_named,
    works_by_number,
)
from build_tools.vietnamese.dates import real_date


@dataclass(frozen=True, slots=True)
class Identified:
    """A read document with its work; ``notes`` are shown on its page."""

    read: ReadSource
    document: Document
    work: Work
    notes: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def identify_all(reads: Iterable[ReadSource], register: Register) -> tuple[tuple[Identified, ...], Register, tuple[Diagnostic, ...]]:
    """Give every readable document its work.

    Returns the documents, the register widened by the types, issuers and places that they brought, and the faults of documents that
    cannot be published (a mark of secrecy) or given an identity (no number, an issuer that is not known, a date that cannot be).
    """
    usable: list[tuple[ReadSource, Document]] = []
    faults: list[Diagnostic] = []
    for read in reads:
        errors = [item for item in read.diagnostics if item.severity == "error"]
        if read.document is not None:
            errors += _faults(read, read.document, register)
        faults.extend(errors)
        if read.document is not None and _awaiting(read, read.document):
            faults.append(awaited(read.document, read.source.path, _metadata_name(read), read.source.metadata.unknown))
            continue
        if read.document is not None and not errors:
            usable.append((read, read.document))
    issuers = [read.own for read, _ in usable]
    kinds = [_type(document, register) for _, document in usable]
    register = extend(register, tuple(own.found for own in issuers if own))
    known = {kind.id: kind for kind in (*kinds, *register.types)}
    if len(known) > len(register.types):  # the same tuple is known again: what was computed from it need not be made anew
        register = replace(register, types=tuple(known[key] for key in sorted(known)))
    found = [_identify(read, document, own, kind, register) for (read, document), own, kind in zip(usable, issuers, kinds, strict=True)]
    return tuple(found), register, tuple(faults)


def _faults(read: ReadSource, document: Document, register: Register) -> list[Diagnostic]:
    metadata, header, faults = read.source.metadata, document.header, []
    where = metadata.path or read.source.path
    # an editor put it into data/documents on purpose; in a folder of full texts it is only something that lies there too
    lying: Severity = "error" if read.source.collection == "data" else "warning"

    def add_fault(code: str, key: str = "", **fields: Any) -> None:
        line = metadata.line(key) if metadata.path else 0
        if line or not key:
            faults.append(finding(code, where, line, **fields))
        else:
            faults.append(finding(code, read.source.path, _line_in_text(read, key), **fields))

    if not document.is_document and metadata.type is None and metadata.number is None:
        return [finding("document-none", read.source.path, severity=lying, metadata=_metadata_name(read))]
    if header.number is None and not metadata.numberless and not metadata.awaiting_number:
        bare = not (header.date or header.issuer or metadata.type)  # neither its letterhead nor an editor says which document it is
        add_fault("document-number", severity=lying if bare else "error", metadata=_metadata_name(read))
        if unread := _number_line(document):
            faults.append(finding("reading-number", read.source.path, 1, words=unread))
    if header.date is not None and not real_date(header.date):
        add_fault("document-date", "issued_on", date=header.date, metadata=_metadata_name(read))
    if metadata.type and type_named(metadata.type, register) is None:
        near = nearest(metadata.type, [kind.name for kind in register.types] + [kind.id for kind in register.types])
        add_fault("document-type.near" if near else "document-type.add", "type", value=metadata.type, near=near)
    if metadata.issuer and metadata.issuer not in issuers_by_id(register) and find_issuer(metadata.issuer, register) is None:
        near = nearest(metadata.issuer, issuers_by_id(register))
        add_fault("document-issuer.near" if near else "document-issuer.add", "issuer", value=metadata.issuer, near=near)
    themes = [theme.id for theme in register.themes]
    for theme in metadata.themes:
        if theme not in themes:
            near = nearest(theme, themes)
            add_fault("document-theme.near" if near else "document-theme.add", "themes", value=theme, near=near)
    return faults


def _number_line(document: Document) -> str | None:
    """A line of the heading that states a number although none was read; a blank one ("Số:    /TT-BBB") states none."""
    header = next((node for node in document.root.children if node.kind == "header"), None)
    found = _NUMBER_LINE.search(document.clean.text, 0, header.span.end if header else 1000)
    return " ".join(found.group().split()) if found else None


_NUMBER_LINE = re.compile(r"^[^\w\n]*(?:[^\W\d_]+ )?số\s*:?\s*\d+\s*[/-]\s*[^\W_][^\n]{0,40}$", re.IGNORECASE | re.MULTILINE)


def _awaiting(read: ReadSource, document: Document) -> bool:
    """True while an editor says that the document will get a number and none is stated."""
    return read.source.metadata.awaiting_number and document.header.number is None


def awaited(document: Document, path: str, metadata: str, unknown: Collection[str] = ()) -> Diagnostic:
    """That a document is kept and not published while its number is not known, and why it is not."""
    if document.clean.method == "ocr":
        case = "scan"
    elif "number" in unknown:
        case = "unknown"
    else:
        case = "struck" if _struck_number(document) else "blank"
    return finding(f"document-awaiting.{case}", path, metadata=metadata)


def _struck_number(document: Document) -> bool:
    """True where the number's line is blank because words of it have a line through them."""
    symbol, text = document.header.stated("symbol"), document.clean.text
    left = [" ".join(span.of(text).split()) for span in symbol.words.spans] if symbol else []
    return any(words in doubt.text for words in left if words for doubt in document.clean.confirm)


_FIELDS: dict[str, HeaderField] = {"issued_on": "date", "type": "type", "issuer": "issuer"}
"""Keys of ``metadata.yaml`` whose faults may lie in the text."""


def _line_in_text(read: ReadSource, key: str) -> int:
    """The line of the source in which the header's value stands; 0 where that is not known."""
    field = _FIELDS.get(key)
    return dict(read.lines).get(field, 0) if field else 0


def _metadata_name(read: ReadSource) -> str:
    return "metadata.yaml" if read.source.collection == "data" else f"{read.source.id}.metadata.yaml"


def _identify(read: ReadSource, document: Document, own: OwnIssuer | None, kind: DocumentType, register: Register) -> Identified:
    metadata, header = read.source.metadata, document.header
    issuer = own.found.issuer.id if own else None
    notes = ((own.rule,) if own and own.rule else ()) + _doubts(metadata)
    number = canonical_number(header.number) if header.number else None
    date = header.date
    subject = header.subject or _first_words(document, number is not None)
    source = metadata.sources or (Source(say("data.itself", name=f"{kind.name} {number}" if number else kind.name)),)
    claims = (DateClaim(date, source),) if date else ()
    identity = identify(kind.id, number, issuer, header.term, date, register.terms, subject)
    work = Work(
        id=identity.format(),
        type=kind.id,
        number=number,
        issuer=issuer,
        term=header.term or identity.term,
        subject=subject,
        dates=claims,
        names=(),
        relations=(),
        themes=metadata.themes,
        sources=source,
    )
    gaps = (*_gaps(read, issuer, date), *_ended(read, own, date))
    fits = [other for other in _same_number(work, register) if fits_work(work, other, register)]
    if len(fits) != 1:
        return Identified(read, document, work, notes, gaps)
    (known,) = fits
    merged, diagnostics = _merge(known, work, read)
    return Identified(read, document, merged, notes, (*gaps, *diagnostics))


def _doubts(metadata: Metadata) -> tuple[str, ...]:
    """What the page says of values that nobody has confirmed, and of those that nobody knows."""
    named = {case: ", ".join(say(f"commands.fields.{key}") for key in getattr(metadata, case)) for case in ("unsure", "unknown")}
    return tuple(say(f"data.{case}", fields=fields) for case, fields in named.items() if fields)


def _gaps(read: ReadSource, issuer: str | None, date: str | None) -> tuple[Diagnostic, ...]:
    """What the document does not state and an editor may know."""
    found = []
    if issuer is None:
        found.append(finding("document-issuer-unknown", read.source.path, metadata=_metadata_name(read)))
    if date is None:
        found.append(finding("document-date-unknown", read.source.path, metadata=_metadata_name(read)))
    if unsure := read.source.metadata.unsure:
        named = ", ".join(say(f"commands.fields.{key}") for key in unsure)
        found.append(finding("document-unsure", read.source.metadata.path, read.source.metadata.line("unsure"), fields=named))
    return tuple(found)


def _ended(read: ReadSource, own: OwnIssuer | None, date: str | None) -> tuple[Diagnostic, ...]:
    """A date outside the time in which the issuer existed."""
    body = own.found.issuer if own else None
    if body is None or date is None or len(date) < 10:
        return ()
    if (body.until and date > body.until) or (body.since and date < body.since):
        since, until = body.since or "…", body.until or "…"
        where = read.source.path
        metadata = _metadata_name(read)
        return (finding("document-issuer-ended", where, body=body.name, date=date, since=since, until=until, metadata=metadata),)
    return ()


def _type(document: Document, register: Register) -> DocumentType:
    """The register's type, by name, else by the code in the number; a kind that the register does not know becomes one."""
    name = document.header.type
    if name and (kind := type_named(name, register)):
        return kind
    types = types_of(register.types)
    number = parse_number(document.header.number, types.own_codes) if document.header.number else None
    if name is None and number is not None:
        if number.shape == "letter" or number.type_code == "CV":
            return types.by_id["cong-van"]
        fits = {types.filed(kind).id for kind in types.of_code(number.type_code or "", number.system)}
        if len(fits) == 1:
            return types.by_id[fits.pop()]
    return DocumentType(slug(name or "") or "van-ban-khac", name or "Văn bản khác", ("party", "state"))


def _first_words(document: Document, numbered: bool) -> str:
    """What a document without a subject is told by: its first words, those below the letterhead where a number already tells it apart."""
    head = next((node for node in document.root.children if node.kind == "header"), None) if numbered else None
    words = document.clean.text[head.span.end if head else 0 :].split(None, 40)[:40]
    return " ".join(words)[:120] if words else ""


def _same_number(work: Work, register: Register) -> tuple[Work, ...]:
    if work.number:
        return works_by_number(register.works).get(number_key(work.number), ())
    return tuple(known for known in register.works if known.number is None and known.type == work.type)


def fits_work(work: Work, known: Work, register: Register) -> bool:
    """True when the two are one document: the same number, kinds and issuers that can be one, and nothing in date or term against it.

    Where neither date nor term can be compared, the issuers must be known and share their numbers.
    """
    types = types_of(register.types).by_id
    codes = [{*types[kind].every_code} if kind in types else set() for kind in (work.type, known.type)]
    if work.type != known.type and not codes[0] & codes[1]:
        return False
    if work.issuer and known.issuer and family(work.issuer, register) != family(known.issuer, register):
        return False
    if work.term and known.term and work.term != known.term:
        return False
    if work.id == known.id or (work.number and work.term and known.term and work.issuer and known.issuer):
        return True  # number, kind, issuer and term are one: a date that differs is a conflict, not another document
    number = parse_number(work.number) if work.number else None
    if number is not None and (number.year or number.legislature):
        return bool(work.issuer and known.issuer) or {claim.date for claim in work.dates} == {claim.date for claim in known.dates}
    if work.number is None and exact_key(work.subject) not in {exact_key(name) for name in (known.subject, *known.names)}:
        return False
    dates, others = {claim.date for claim in work.dates}, {claim.date for claim in known.dates}
    if dates and others:
        return any(one.startswith(other) or other.startswith(one) for one in dates for other in others)
    return bool(work.issuer and known.issuer)


def _merge(known: Work, work: Work, read: ReadSource) -> tuple[Work, tuple[Diagnostic, ...]]:
    """The register's work with what the document adds; a date that it states otherwise makes a conflict that shows."""
    claims, diagnostics = list(known.dates), []
    for claim in work.dates:
        if claim.date in {item.date for item in claims}:
            continue
        if claims:
            others = ", ".join(item.date for item in claims)
            diagnostics.append(finding("document-date-conflict", read.source.path, date=claim.date, others=others))
        claims.append(claim)
    subject = (
        known.subject
        if exact_key(known.subject) == exact_key(work.subject) or not read.document or not read.document.header.subject
        else work.subject
    )
    themes = tuple(sorted({*known.themes, *work.themes}))
    return replace(known, dates=tuple(claims), subject=subject, themes=themes, issuer=known.issuer or work.issuer), tuple(diagnostics)
