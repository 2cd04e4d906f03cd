"""Facts kept as data: works, issuers, types, committee terms, themes, glossary. Every fact names its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from build_tools.model.citation import Predicate, Scope
from build_tools.model.diagnostic import Diagnostic
from build_tools.model.row import Row

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
    ``elected``: the people of the place elect it, so that no other body stands over it.
    ``examples`` are proved by a test: (name as written, name of the issuer).
    """

    id: str
    system: Literal["party", "state", "front"]
    forms: tuple[str, ...]
    code: str
    levels: tuple[PlaceLevel, ...] = ()
    under: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    elected: bool = False
    examples: tuple[tuple[str, str], ...] = ()


System = Literal["party", "state", "front"]
Genre = Literal["law", "treaty", "rules", "directive", "plan", "report", "paper"]
Role = Literal[
    "cited", "title", "own-line", "bare-number", "bare-word", "only-own", "enclosed", "promulgates",
    "law-name", "treaty-name", "horizon", "of-meetings", "of-many", "performed",
]  # fmt: skip
"""How texts use the word of a type:

- ``cited``: a citation may name it ("theo Nghị quyết số …");
- ``title``: it stands alone, or first, in the title of a document ("NGHỊ QUYẾT"); ``own-line``: only alone in its line;
- ``bare-number``: cited by its serial alone ("Nghị quyết 57"); ``bare-word``: taken up by the capitalised word alone;
- ``only-own``: "… này" means the document only when it is of that type itself;
- ``enclosed``: promulgated as the enclosure of another ("Quy chế này" in a decision is the decision's own); ``promulgates``: encloses so;
- ``law-name``, ``treaty-name``: cited by its subject as a name ("Luật Đất đai"); ``horizon``: by its years ("Chiến lược … đến năm 2030");
- ``of-meetings``: by the congress or plenum that adopted it ("Nghị quyết Đại hội XIII");
- ``of-many``: there are many everywhere, so that words alone do not tell which one is meant ("Kế hoạch giữ bến"); ``performed``: its word
  also names what is shown on a stage ("Chương trình “Đêm bến”").
"""

Word = Annotated[str, Meta(min_length=1, max_length=60)]
Code = Annotated[str, Meta(pattern=r"^[A-ZĐ][A-Za-zĐđ]{0,7}$", description="mã trong số, ký hiệu, ví dụ “KL”")]
TypeId = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", description="mã loại: chữ thường không dấu, nối bằng gạch ngang")]


class TypeExamples(Row, frozen=True):
    """Lines that show a type's use, proved by a test through every stage that uses the row."""

    numbers: tuple[Word, ...] = ()
    citations: tuple[Annotated[str, Meta(min_length=1, description="câu viện dẫn văn bản thuộc loại này")], ...] = ()
    titles: tuple[Annotated[str, Meta(min_length=1, description="dòng tên loại ở đầu văn bản")], ...] = ()


class DocumentType(Row, frozen=True):
    """A kind of document ("Kết luận", id ``ket-luan``): its words, its codes in numbers, and how texts use it.

    ``codes`` hold in every system of the type, ``party_codes`` only in numbers of the Party; ``issued_as`` are codes of bodies that number
    it without a code of its own ("18/2012/QH13"). A document so titled is filed under the type ``filed_as``; ``wider`` is the type whose
    word may take it up. ``shares_codes_with`` allows one code for both; types of one family share theirs anyway. ``not_`` are lines that
    must not be read as this type. ``sources`` are shown as they stand.
    """

    id: TypeId
    name: Annotated[Word, Meta(description="tên loại, ví dụ “Kết luận”")]
    systems: Annotated[tuple[System, ...], Meta(min_length=1, description="hệ thống dùng loại này: party, state, front")]
    codes: tuple[Code, ...] = ()
    aliases: tuple[Word, ...] = ()
    party_codes: tuple[Code, ...] = ()
    issued_as: tuple[Code, ...] = ()
    filed_as: TypeId | None = None
    wider: TypeId | None = None
    shares_codes_with: tuple[TypeId, ...] = ()
    genre: Genre = "directive"
    roles: tuple[Role, ...] = ("cited", "title")
    examples: TypeExamples = TypeExamples()
    not_: TypeExamples = msgspec.field(default=TypeExamples(), name="not")
    sources: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """Its name and its other names."""
        return (self.name, *self.aliases)

    @property
    def is_law(self) -> bool:
        """Whether only a legislature issues it: the Constitution, a code, a law, an ordinance."""
        return self.genre == "law"

    @property
    def every_code(self) -> tuple[str, ...]:
        """Its codes in any system."""
        return (*self.codes, *self.party_codes)

    def codes_in(self, system: str | None) -> tuple[str, ...]:
        """Its codes in numbers of one system; of any where the system is not known; none where the system has no such type."""
        if system is None or system == "party":
            return self.every_code if system is None or system in self.systems else ()
        return self.codes if system in self.systems else ()


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
    """A relation that a source states: this work ``predicate`` the other. ``date`` ISO when it took effect, if stated.

    ``scope`` None: the whole.
    """

    predicate: Predicate
    target: str
    date: str | None = None
    sources: tuple[Source, ...] = ()
    scope: Scope | None = None


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
    told: tuple[Diagnostic, ...] = ()
    """What is odd about the data and no fault: a fact that the unit states otherwise than the national register."""
