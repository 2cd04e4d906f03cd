"""One file on its way into ``data/documents``: what it says, what of it is uncertain, which document it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from build_tools.graph.identify import Identified, identify_all
from build_tools.graph.reading import ReadSource
from build_tools.identity import parse_number
from build_tools.intake.known import digest_of
from build_tools.lexicon.keys import exact_key, fold
from build_tools.messages import say
from build_tools.model.citation import Ambiguous, Reference, Resolved
from build_tools.model.diagnostic import Diagnostic, InputError
from build_tools.model.document import Document
from build_tools.model.header import HeaderField
from build_tools.model.metadata import Metadata
from build_tools.model.register import Register
from build_tools.naming import issuers_by_id
from build_tools.naming.bodies import is_bare_office
from build_tools.naming.codes import fits
from build_tools.read.scan.witness import said
from build_tools.resolve import link
from build_tools.vietnamese.dates import find_dates, real_date, shown_date

FIELDS = ("type", "number", "issued_on", "place", "issuer", "subject", "signer", "signer_title")
"""Keys of ``metadata.yaml`` that are shown, asked for and written."""

HEADED: Mapping[str, tuple[HeaderField, ...]] = MappingProxyType({
    "type": ("type",), "number": ("number", "symbol"), "issued_on": ("date",), "place": ("place",), "issuer": ("issuer", "issuing_body"),
    "subject": ("subject",), "signer": ("signer",), "signer_title": ("signer_title",),
})  # fmt: skip
"""Keys of ``metadata.yaml`` → fields of a header that may state them, the first that is there."""

NEEDED = ("number", "type", "issuer")
"""Without these a document has no identity; they are asked for."""


@dataclass(frozen=True, slots=True)
class Value:
    """A detected value; ``doubt`` says why it is uncertain ("" when it is not). ``told`` is True for a body that the text names beyond
    doubt, though the register may not know it yet: nobody need be asked."""

    text: str | None
    doubt: str = ""
    told: bool = False


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


def consider(path: Path, read: ReadSource, register: Register) -> Candidate:
    """Identify a file that was read with what the editor states. Raises ``InputError`` naming what is missing."""
    assert read.document is not None
    found, wider, faults = identify_all([read], register)
    if faults:
        raise InputError(*faults)
    (item,) = found
    references = link(read.document, read.cited, item.work, (*register.works, item.work), wider)
    values = tuple((key, value) for key, value in _values(item, read.source.metadata, register, wider))
    return Candidate(path, digest_of(path), item, wider, values, references)


def field_name(key: str) -> str:
    """The name for people of a key of ``metadata.yaml``."""
    return say(f"commands.fields.{key}")


def shown_value(key: str, text: str | None) -> str:
    """A value as people write it, a day as 05/03/2024; "" where there is none."""
    return shown_date(text or "") if key == "issued_on" else text or ""


def seen(read: ReadSource, register: Register) -> tuple[tuple[str, Value], ...]:
    """Each field as it was read or stated, of a document that could not be identified."""
    document = read.document
    assert document is not None
    header = document.header
    texts = {
        "type": header.type, "number": header.number, "issued_on": header.date, "place": header.place,
        "issuer": header.issuer or header.issuing_body, "subject": header.subject,
        "signer": header.signature.signer, "signer_title": header.signature.title,
    }  # fmt: skip

    def doubt(key: str, text: str | None) -> str:
        if key in read.source.metadata.unknown:
            return say("commands.doubts.unknown")
        if not text:
            return say("commands.doubts.unread" if document.clean.method == "ocr" else "commands.doubts.absent")
        stated = getattr(read.source.metadata, key)
        return "" if stated or not _misread(key, text, document, register) else say("commands.doubts.recognised")

    values = {key: getattr(read.source.metadata, key) or texts[key] for key in FIELDS}
    return tuple((key, Value(value, doubt(key, value))) for key, value in values.items())


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
    stated = {key for key in FIELDS if getattr(metadata, key, None)}
    doubts = {key: "" if key in stated else _doubt(key, texts[key], item, document, register) for key in FIELDS}
    named = work.issuer is not None and doubts["issuer"] != say("commands.doubts.recognised")
    return [(key, Value(texts[key], doubts[key], told=key == "issuer" and named)) for key in FIELDS]


def _misread(key: str, text: str, document: Document, register: Register) -> bool:
    """True for what recognition read and nothing proves: no second reader read it alike; of the body that issues, whose last line both
    may have passed over, the code in the number tells nothing of it."""
    if document.clean.method != "ocr":
        return False
    if key == "issuer" and fits(text, document.header.number or f"1{document.header.symbol or ''}", register) is not True:
        return True
    return not _agreed(key, text, document)


def _agreed(key: str, text: str, document: Document) -> bool:
    """True when a second reader read the same value on a page of its own reading: the same day, or the words that this one was read from.

    The type is one of a few known words: no second reader is needed.
    """
    if key == "type":
        return True
    second = document.clean.second
    if real_date(text):
        return any(mention.iso == text for page in second for mention in find_dates(page.text))
    pages = [page.text for page in second if page.marks or key == "number"]
    if any(said(page, text) or (len(text.split()) > 1 and same_within(page, text)) for page in pages):
        return True
    return key in LINES and _read_alike(LINES[key], document)


def _beside_struck(key: str, document: Document) -> bool:
    """True for a value of a line from which words are struck out (see ``read.pdf.struck``)."""
    clean = document.clean
    if clean.method == "ocr" or not clean.confirm:
        return False
    stated = next((found for field in HEADED[key] if (found := document.header.stated(field))), None)
    said_in = [span.of(clean.text) for span in stated.words.spans] if stated else []
    return any(same_within(doubt.text, part) or same_within(part, doubt.text) for doubt in clean.confirm for part in said_in)


LINES: Mapping[str, tuple[HeaderField, ...]] = MappingProxyType(
    {"issuer": ("issuer", "parent"), "place": ("place",), "signer_title": ("signer_title",)}
)
"""Values that are put together from lines, which the second reader must have read alike."""


def _read_alike(fields: tuple[HeaderField, ...], document: Document) -> bool:
    """True when a page of the second reading has every line that these fields were read from.

    The second reader sees letters well and their marks badly. That it has the same letters is enough for what this one cannot have got
    wrong by a mark: a title that is one of few, and words that it read alike in another place of the text.
    """
    text, second = document.clean.text, [page.text for page in document.clean.second if page.marks]
    spans = [span for field in fields if (value := document.header.stated(field)) for span in value.words.spans]
    lines: list[str] = []
    for span in spans:
        line = " ".join(span.of(text).split())
        if lines and " " not in line:  # one word stands in any page: it must stand there behind the line before it
            line = f"{lines.pop()} {line}"
        lines.append(line)

    def alike(line: str) -> bool:
        sure = is_bare_office(line) or times_within(text, line) > 1
        return any(same_within(page, line) or (sure and times_within(page, line, fold) > 0) for page in second)

    return bool(lines) and all(map(alike, lines))


def same_within(page: str, words: str) -> bool:
    """True when a text has these words one after another, whatever their case and punctuation."""
    return times_within(page, words) > 0


def times_within(page: str, words: str, key: Callable[[str], str] = exact_key) -> int:
    """How often a text has these words one after another: the same under ``key``, whatever their punctuation."""
    wanted, there = (f" {' '.join(re.findall(WORDS, key(item)))} " for item in (words, page))
    return there.count(wanted)


WORDS = r"\w+"


def _doubt(key: str, text: str | None, item: Identified, document: Document, register: Register) -> str:
    header = document.header
    if key in item.read.source.metadata.unknown and (text is None or key != "type"):  # the code in the number tells the type all the same
        return say("commands.doubts.unknown")
    if text is None:
        return _doubt_of_nothing(key, document)
    if _misread(key, text, document, register):
        return say("commands.doubts.recognised")
    if _beside_struck(key, document):
        return say("commands.doubts.struck")
    if key == "number" and parse_number(text) is None:
        return say("commands.doubts.odd-number")
    if key == "issued_on" and len(text) < 10:
        return say("commands.doubts.short-date")
    if key == "type":
        return _doubt_of_type(header.type, item, register)
    return _doubt_of_issuer(item, register) if key == "issuer" else ""


def _doubt_of_nothing(key: str, document: Document) -> str:
    recognised, symbol = document.clean.method == "ocr", document.header.symbol
    if recognised:
        return say("commands.doubts.unread")  # of a picture it may only not have been read
    if key == "number" and symbol:
        return say("commands.doubts.struck") if _beside_struck(key, document) else say("commands.doubts.awaiting", symbol=symbol)
    return say("commands.doubts.absent") if key not in ("place", "signer_title") else ""  # not every text states these


def _doubt_of_type(stated: str | None, item: Identified, register: Register) -> str:
    if not stated:
        return say("commands.doubts.from-code")
    return "" if item.work.type in {kind.id for kind in register.types} else say("commands.doubts.new-type")


def _doubt_of_issuer(item: Identified, register: Register) -> str:
    if item.work.issuer is None:
        return say("commands.doubts.no-issuer")
    if item.work.issuer not in issuers_by_id(register):
        return say("commands.doubts.new-issuer")
    return item.notes[0].rstrip(".") if item.notes else ""
