"""The site as a graph of works: every document read, every citation resolved, before a page is rendered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from build_tools.model.citation import OwnPlace, Predicate, Reference, Scope
from build_tools.model.coverage import JudgedPair
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.document import Document
from build_tools.model.form import Filled, Form
from build_tools.model.register import Register, Source, Work
from build_tools.model.settings import UNSTATED, Settings
from build_tools.model.statement import Statements


@dataclass(frozen=True, slots=True)
class Original:
    """The original file as it may be published: its ending without the dot, and its bytes once it tells nothing of its authors."""

    ending: str
    size: int


@dataclass(frozen=True, slots=True)
class SiteAttachment:
    """A file that goes with a document. ``node``: where its text begins in the document's, "" where it has none on the site.

    ``ending``: of the file, without the dot; ``path``: where it lies; ``original``: as it may be published; ``signed``: it is the signed
    copy of the document itself.
    """

    title: str
    ending: str
    node: str
    ocr: bool
    path: str
    original: Original | None = None
    signed: bool = False


@dataclass(frozen=True, slots=True)
class SiteDocument:
    """A document whose text is on the site. ``kind``: the full text, or our own digest of it ("bản tóm lược")."""

    work: str
    slug: str
    kind: Literal["full", "digest"]
    document: Document
    references: tuple[Reference, ...]
    statements: Statements
    themes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()
    publish_original: bool = False
    source_path: str = ""
    original: Original | None = None
    unsure: tuple[str, ...] = ()
    """Keys of ``metadata.yaml`` whose values nobody has confirmed yet."""
    added_on: str | None = None
    """The day on which it came to the site, where that is stated."""
    attachments: tuple[SiteAttachment, ...] = ()
    own_places: tuple[OwnPlace, ...] = ()
    """Where the text names places of its own."""
    reading: str = ""
    """The key of all from which ``document``, ``statements`` and ``own_places`` follow; empty where that is not known."""
    unknown: tuple[str, ...] = ()
    """Keys of ``metadata.yaml`` of which an editor says that nobody knows the value."""


@dataclass(frozen=True, slots=True)
class Edge:
    """``source`` ``predicate`` ``target`` (work ids), with its evidence: a sentence of a site document or register sources.

    ``scope`` None: the whole, where the relation is one that ends another document.
    """

    source: str
    predicate: Predicate
    target: str
    document: str | None = None
    node_id: str | None = None
    sentence: str | None = None
    quote: str | None = None
    rule: str | None = None
    date: str | None = None
    sources: tuple[Source, ...] = ()
    scope: Scope | None = None

    @property
    def unsure(self) -> bool:
        """Whether it rests on nothing better than one secondary source, or on sources that disagree: shown, never as settled."""
        return self.document is None and bool(self.sources) and all(source.confidence == "C" for source in self.sources)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A document that texts cite and nobody has: its readable key and where it is cited (work id, node id, sentence)."""

    key: str
    places: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class AmbiguousMention:
    """A citation that several works fit: where it stands, its words, the candidates, the rule that could not decide."""

    document: str
    node_id: str
    quote: str
    works: tuple[str, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Warned:
    """A citation of an instrument that another had replaced or repealed (``predicate``) before, with dates and sources."""

    document: str
    node_id: str
    cited: str
    replaced_by: str
    predicate: Predicate
    replaced_on: str
    cited_on: str
    sentence: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """Everything the pages are made from. ``works`` holds register works and those of documents, sorted by id.

    ``incoming``/``outgoing`` are sorted (work id, edges) pairs. ``as_of`` is the ISO day of the newest fact looked up, never the clock.
    """

    register: Register
    works: tuple[Work, ...]
    documents: tuple[SiteDocument, ...]
    outgoing: tuple[tuple[str, tuple[Edge, ...]], ...]
    incoming: tuple[tuple[str, tuple[Edge, ...]], ...]
    wanted: tuple[Wanted, ...] = ()
    ambiguous: tuple[AmbiguousMention, ...] = ()
    warned: tuple[Warned, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    as_of: str | None = None
    settings: Settings = UNSTATED
    coverage: tuple[JudgedPair, ...] = ()
    """What editors say of the passages that answer tasks."""
    forms: tuple[Form, ...] = ()
    filled: tuple[Filled, ...] = ()
    """Forms that units fill in, and the rows that they filled in, by form, period and unit."""
