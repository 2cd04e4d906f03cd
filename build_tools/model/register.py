"""Facts kept as data: works, issuers, types, committee terms, themes, glossary. Every fact names its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from build_tools.model.citation import Predicate

Confidence = Literal["A", "B", "C"]
"""A = an official or press page or a source document states it; B = several independent secondary sources; C = one, or disagreement."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: ``name`` as shown; ``url`` only where public; ``as_of`` the ISO day on which it was looked up."""

    name: str
    url: str | None = None
    confidence: Confidence = "A"
    as_of: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Issuer:
    """A body that issues documents. ``since``/``until`` ISO dates of existence where known; ``successors`` issuer ids.

    ``relative`` names ("Tỉnh ủy", "Thành ủy") that mean this body only when the citing document's own issuer leads there.
    ``codes`` as in document symbols ("TU", "BTGTU", "UBND"). ``parent`` is the body above it, ``place`` its province or city.
    """

    id: str
    name: str
    system: Literal["party", "state", "front"]
    aliases: tuple[str, ...] = ()
    relative: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    parent: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    successors: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


PlaceLevel = Literal["tinh", "thanh-pho", "huyen", "quan", "thi-xa", "xa", "phuong", "thi-tran", "dac-khu"]


@dataclass(frozen=True, slots=True)
class Place:
    """A province, city, district or commune.

    ``level`` is the word before its name ("tỉnh", "thành phố" …); ``parent`` the place above it (None directly under the centre);
    ``since``/``until`` ISO dates of existence where a source gives them; ``successors`` place ids.
    """

    id: str
    name: str
    level: PlaceLevel
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    successors: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyPattern:
    """A kind of body that exists in many places ("Tỉnh ủy", "Ủy ban nhân dân"), or under many committees ("Ban Tuyên giáo").

    ``forms`` are the ways its name begins, without the place; the first is the one to show. ``levels`` the places it belongs to (empty:
    it stands under the bodies ``under``, or under any). ``code`` as in numbers ("TU", "UBND"); for bodies under a committee the part
    before the committee's own code ("BTG" + "TU"), or "=" where they use the committee's code. ``codes`` are other codes once in use.
    ``examples`` are proved by a test: (name as written, name of the issuer).
    """

    id: str
    system: Literal["party", "state", "front"]
    forms: tuple[str, ...]
    code: str
    levels: tuple[PlaceLevel, ...] = ()
    under: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    examples: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document ("Kết luận", id ``ket-luan``) with its codes in numbers ("KL"), written with examples that a test proves."""

    id: str
    name: str
    systems: tuple[str, ...]
    codes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitteeTerm:
    """A term of the Central Committee or a National Assembly: ``id`` in Roman ("XIII"); ``start``/``end`` ISO, end None if running."""

    id: str
    name: str
    start: str | None
    end: str | None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject under which documents are gathered; ``keywords`` are matched in subjects."""

    id: str
    name: str
    description: str = ""
    keywords: tuple[str, ...] = ()
    works: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term or abbreviation with its expansion and, where a source gives one, its meaning."""

    id: str
    term: str
    expansion: str | None = None
    meaning: str | None = None
    aliases: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterRelation:
    """A relation that a source states: this work ``predicate`` the other. ``date`` ISO when it took effect, if stated."""

    predicate: Predicate
    target: str
    date: str | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class DateClaim:
    """One date that sources give. Two different claims for one work are a conflict and shown as such."""

    date: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """A document as such, whether its text is on the site or it is only known of.

    ``id`` is the formatted identity (see ``build_tools.identity``). ``type`` and ``issuer`` are register ids; an issuer may be None
    (unknown).
    ``names`` are other names under which texts cite it ("Nghị quyết Trung ương 4 khóa XII", "Điều lệ Đảng").
    """

    id: str
    type: str
    number: str | None
    issuer: str | None
    term: str | None
    subject: str
    dates: tuple[DateClaim, ...] = ()
    names: tuple[str, ...] = ()
    relations: tuple[RegisterRelation, ...] = ()
    themes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    note: str | None = None

    @property
    def date(self) -> str | None:
        """The date, when all sources that give one agree; None otherwise."""
        return self.dates[0].date if len(self.dates) == 1 else None


@dataclass(frozen=True, slots=True)
class Register:
    """The whole register; each tuple sorted by id."""

    works: tuple[Work, ...] = ()
    issuers: tuple[Issuer, ...] = ()
    types: tuple[DocumentType, ...] = ()
    terms: tuple[CommitteeTerm, ...] = ()
    themes: tuple[Theme, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    places: tuple[Place, ...] = ()
    bodies: tuple[BodyPattern, ...] = ()
    redirects: tuple[tuple[str, str], ...] = ()
    """(old address, new address) of documents that were renamed."""
