"""Whether what was read agrees: with what other documents of the collection say, and with itself. Checks that need no annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from build_tools.citations.antecedents import same_kind
from build_tools.graph.numbering import gaps
from build_tools.graph.open_quotations import unsure_quotations
from build_tools.identity import number_key, parse_number
from build_tools.lexicon.letterhead import BASIS
from build_tools.messages import finding, say
from build_tools.model.citation import Reference, Resolved
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Document
from build_tools.model.header import HeaderField
from build_tools.model.site import Site, SiteDocument
from build_tools.model.span import Span
from build_tools.naming import name_key
from build_tools.passages import find_moments
from build_tools.structure.finish import CONSOLIDATED

WANTED: tuple[HeaderField, ...] = ("type", "number", "date", "issuer", "subject")
"""What every document states of itself."""
OF_READING = frozenset({
    "header-two", "header-code", "header-enacted", "header-at-end", "header-long",
    "reading-header", "reading-number", "reading-self", "reading-gap", "reading-quote", "reading-told", "reading-copies",
})  # fmt: skip
"""The codes of findings that ask for a look at the reading of a document."""
_LOCAL = ("UBND", "HĐND")
"""Bodies that every province and commune has: their numbers repeat."""
_UNNUMBERED = "document-number"
"""A document without a number, so that it is none of the collection's; whether one stands in its heading is told apart."""


def doubts(site: Site) -> tuple[Diagnostic, ...]:
    """What does not agree, document by document: at most one finding of a kind for each, at the line that raises it."""
    full = [item for item in site.documents if item.kind == "full"]
    known = Known.of(full)
    found: list[Diagnostic] = []
    for item in full:
        found += _header(item)
        found += _self(item)
        unsure = unsure_quotations(item.document, [reference.citation.span for reference in item.references])
        found += gaps(item.document, item.source_path, bool(unsure))
        if unsure:
            line = item.document.clean.line_at(unsure[0])
            found.append(finding("reading-quote", item.source_path, line, count=len(unsure)))
        found += _told(item, known)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Share:
    """Of ``documents`` full texts ``clean`` ask for no look."""

    clean: int
    documents: int

    @property
    def percent(self) -> float:
        """The share of clean documents."""
        return 100 * self.clean / self.documents if self.documents else 100.0


def share(site: Site, found: Iterable[Diagnostic]) -> Share:
    """How many documents no finding of reading asks to look at; those without a number count as documents."""
    told = (*site.diagnostics, *found)
    full = {item.source_path for item in site.documents if item.kind == "full"}
    full |= {item.path for item in told if item.code == _UNNUMBERED}
    return Share(len(full - {item.path for item in told if item.code in OF_READING}), len(full))


def _header(item: SiteDocument) -> Iterator[Diagnostic]:
    """What the header lacks."""
    header = item.document.header
    missing = [name for name in WANTED if getattr(header, name) is None]
    unstated = [name for name in missing if _is_unstated(item.document, name)]
    for code, names in (("reading-header", [name for name in missing if name not in unstated]), ("document-unstated", unstated)):
        if names:
            yield finding(code, item.source_path, 1, fields=", ".join(say(f"data.fields.{name}") for name in names))


def _is_unstated(document: Document, name: HeaderField) -> bool:
    """True where the copy at hand leaves a value out: no day in heading and closing; nothing between the type and the first basis."""
    text, header = document.clean.text, document.header
    if name == "date":
        ends = [node.span for node in document.root.children if node.kind in ("header", "closing")]
        about = header.line("subject") or Span(0, 0)
        days = (span.start + moment.span.start for span in ends for moment in find_moments(span.of(text)) if moment.precision == "day")
        return bool(ends) and all(about.start <= day < about.end for day in days)
    line = header.line("type")
    if name != "subject" or line is None:
        return False
    return BASIS.match(text[line.end : line.end + 200].lstrip(" \n*_")) is not None


def _self(item: SiteDocument) -> Iterator[Diagnostic]:
    """ "Nghị định này" outside quotations that was taken for another document; of another kind than this document, it is another."""
    header_type = item.document.header.type
    if header_type == CONSOLIDATED:
        return  # there "Thông tư này" means the base work
    for reference in item.references:
        citation = reference.citation
        found = reference.resolution
        own = header_type is None or citation.type is None or same_kind(citation.type, header_type)
        if citation.kind == "self" and own and not citation.quoted and isinstance(found, Resolved) and found.work != item.work:
            words = citation.span.of(item.document.clean.text)
            yield finding("reading-self", item.source_path, item.document.clean.line_of(citation.span), words=words, other=found.work)
            return


@dataclass(frozen=True, slots=True)
class Known:
    """The documents of a collection by their works, and by numbers that only one document of the country can bear (those with a year)."""

    works: Mapping[str, SiteDocument]
    numbers: Mapping[str, SiteDocument]

    @classmethod
    def of(cls, documents: Iterable[SiteDocument]) -> Known:
        """The index of some documents."""
        made = tuple(documents)
        numbered = {number_key(number): item for item in made if (number := item.document.header.number) and _is_unique(number)}
        return cls({item.work: item for item in made}, numbered)

    def meant(self, reference: Reference) -> SiteDocument | None:
        """The document that a citation by number means, resolved or not: what it says otherwise may be why it was not."""
        found, number = reference.resolution, reference.citation.number
        if isinstance(found, Resolved):
            return self.works.get(found.work)
        return self.numbers.get(number_key(number)) if number else None


def _is_unique(number: str) -> bool:
    parts = parse_number(number)
    local = parts is not None and any(code.startswith(_LOCAL) for code in parts.issuer_codes)
    return parts is not None and not local and parts.year is not None and parts.shape in ("normative", "assembly")


def _told(item: SiteDocument, known: Known) -> Iterator[Diagnostic]:
    """What a citation says of the date, type and issuer of another document of the collection, against that document's own header."""
    seen: set[str] = set()
    for reference in item.references:
        other = known.meant(reference)
        if other is None or other is item or reference.citation.kind != "numbered":
            continue
        for case, said, read in _differences(reference, other.document):
            if case not in seen:
                seen.add(case)
                line = item.document.clean.line_of(reference.citation.span)
                number = reference.citation.number or ""
                yield finding(f"reading-told.{case}", item.source_path, line, number=number, said=said, read=read, other=other.source_path)


def _differences(reference: Reference, other: Document) -> Iterator[tuple[str, str, str]]:
    citation, header = reference.citation, other.header
    if citation.date and header.date and not (citation.date.startswith(header.date) or header.date.startswith(citation.date)):
        yield "date", citation.date, header.date
    if citation.type and header.type and not same_kind(citation.type, header.type) and not same_kind(header.type, citation.type):
        yield "type", citation.type, header.type
    own = [name_key(name) for name in (header.issuer, header.issuing_body, header.parent) if name]
    said = name_key(citation.issuer) if citation.issuer else ""
    if said and own and not any(_one_body(said, name) for name in own):
        yield "issuer", citation.issuer or "", header.issuer or ""


def _one_body(one: str, other: str) -> bool:
    """True for two names of one body: the shorter stands in the longer, or both end alike (an office and its body)."""
    return one in other or other in one or one.split()[-3:] == other.split()[-3:]


def copies(one: Document, other: Document, path: str, beside: str) -> Iterator[Diagnostic]:
    """What two files of one document do not say alike."""
    fields: tuple[HeaderField, ...] = ("type", "number", "date", "issuer", "subject", "signer")
    differs = [name for name in fields if not _alike(_value(one, name), _value(other, name))]
    if _not_read(one, other) or _not_read(other, one):
        differs.append("sections")  # type: ignore[arg-type]  # a word for people, no field
    if differs:
        yield finding("reading-copies", path, other=beside, fields=", ".join(say(f"data.fields.{name}") for name in differs))


def _not_read(one: Document, other: Document) -> bool:
    """True where a provision of one copy is printed in the other and was not read there; a copy may be shorter."""
    known = {section.node_id for section in other.sections}
    wanting = [section for section in one.sections if section.node_id not in known]
    printed = " ".join(other.clean.text.split()) if wanting else ""
    return any(" ".join(section.span.of(one.clean.text)[:OPENING].split()) in printed for section in wanting)


OPENING = 60
"""Characters by which a provision is known again in another copy."""


def _value(document: Document, name: HeaderField) -> str | None:
    stated = document.header.stated(name)
    return stated.words.value if stated else None


def _alike(one: str | None, other: str | None) -> bool:
    """Equal but for case and blanks; a date may be stated less exactly."""
    if one is None or other is None:
        return one is other
    left, right = name_key(one), name_key(other)
    return left == right or left.startswith(right) or right.startswith(left)
